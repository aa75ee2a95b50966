"""What a table says, in a few sentences with their n: the answer at the head of a notebook.

The sentences are made from the table, so that they stay true when a notebook is run on other articles.
"""

import numpy as np
import pandas as pd

from standpoints.codebook import Codebook
from standpoints.comparing.accuracy import errors_along_the_way
from standpoints.comparing.counting import NO_SIDE, UNRESOLVED, several
from standpoints.comparing.labels import concepts, labelled
from standpoints.comparing.standing import NOT_FOUND
from standpoints.comparing.taken import NO_POSITION
from standpoints.tone import DEFAULT_INSTRUMENT
from standpoints.toning.tones import instrument_name, signed

_FEW_ISSUES = 5  # below this, the interval of a share of issues spans most of 0 to 1
_NAMED = 3  # so many are named where they are left out, more are counted
_FEW = 10  # below this, one more text may move a mean, and its interval, out of sight


def answer_voice(voice: pd.DataFrame):
    """Return, as Markdown, who is given how much of the reported words; needs a table of `share_of_voice`."""
    by = "actor" if "actor" in voice else "side"
    known = voice[~voice[by].isin([UNRESOLVED, NO_SIDE])]
    if known.empty:
        without_side = int(voice.loc[voice[by] == NO_SIDE, "n_statements"].sum())
        of_them = f" Of {several(without_side, 'statement')} the speaker is known, and not the side."
        return _markdown(
            f"No statement with a known {'side' if by == 'side' else 'speaker'} was found."
            + (of_them if without_side else "")
        )
    first, *others = known.head(4).to_dict("records")
    text = f"{first[by]} is given {_percent(first)} of the reported words ({first['n_statements']} of "
    text += f"{several(voice['n_statements'].sum(), 'statement')})"
    text += "".join(f", {row[by]} {_percent(row)} ({row['n_statements']})" for row in others) + "."
    more, left = known.iloc[4:], voice[~voice.index.isin(known.index)]
    if len(more):
        text += f" {several(len(more), f'other {by}')} {'has' if len(more) == 1 else 'have together'} {_percent(more)}."
    unknown = f" For {several(left['n_statements'].sum(), 'statement')} ({_percent(left)}) the {by} is not known."
    return _markdown(text + (unknown if len(left) else ""))


def answer_tone(tone: pd.DataFrame):
    """Return, as Markdown, whose words are scored warmest and coldest, and whether the difference holds.

    Needs a table of `tone_by_actor` or `tone_by_side`; only rows with enough statements are compared, and the answer
    says how many are not.
    """
    by = "actor" if "actor" in tone else "side"
    known = tone[tone["enough"] & ~tone[by].isin([UNRESOLVED, NO_SIDE])].sort_values("mean", ascending=False)
    if len(known) < 2:
        needed = "enough" if tone.empty else f"at least {tone['n_needed'].iloc[0]}"
        return _markdown(f"No two {by}s have {needed} statements each: there is nothing to compare.")
    high, low = known.iloc[0], known.iloc[-1]
    text = (
        f"By {_named(high['instrument'])}, the words of {high[by]} are the warmest ({_tone(high)}), those of "
        f"{low[by]} the coldest ({_tone(low)}). "
    )
    return _markdown(text + _apart(high, low, "n_statements") + _not_compared(tone, by))


def answer_cues(cues: pd.DataFrame, *, kind: str = "claims"):
    """Return, as Markdown, whose words are introduced most and least often as claims (or another `kind`).

    Needs a table of `cue_classes`; only rows with enough statements are compared, and the answer says how many are not.
    """
    by = "actor" if "actor" in cues else "side"
    rows = cues[cues["enough"] & (cues["cue_class"] == kind) & ~cues[by].isin([UNRESOLVED, NO_SIDE])]
    if rows.empty:
        return _markdown(f"No statement is introduced by a word of the kind “{kind}”, or nobody has statements enough.")
    rows = rows.sort_values("share", ascending=False, kind="stable")
    high, low = rows.iloc[0], rows.iloc[-1]
    text = f"{high[by]} “{kind}” in {_of(high)}"
    if len(rows) == 1:
        return _markdown(text + f"; no other {by} has enough to compare.")
    text += f", {low[by]} in {_of(low)}. " + _apart(high, low, "n_of")
    return _markdown(text + _not_compared(cues[cues["cue_class"] == kind], by))


def answer_between(between: pd.DataFrame):
    """Return, as Markdown, which side speaks coldest and which warmest of another; needs a table of `tone_between`.

    Only pairs of different sides with enough mentions are compared, and the answer says which are not; the reporter is
    one of those who speak.
    """
    itself = between["speaker_side"] == between["target_side"]
    unknown = between[["speaker_side", "target_side"]].isin([UNRESOLVED, NO_SIDE]).any(axis=1)
    others = between[~itself & ~unknown]
    known = others[others["enough"]]
    if len(known) < 2:
        needed = "enough" if between.empty else f"at least {between['n_needed'].iloc[0]}"
        return _markdown(f"No two pairs of sides have {needed} mentions each: there is nothing to compare.")
    few = len(others) - len(known)
    left_out = ["what a side says of itself"] if (itself & ~unknown).any() else []
    left_out += ["sides that are not known"] if unknown.any() else []
    left_out += [f"{several(few, 'pair')} with fewer than {known['n_needed'].iloc[0]} mentions"] if few else []
    left_out = f" Not compared: {'; '.join(left_out)}." if left_out else ""
    known = known.sort_values("mean", kind="stable")
    low, high = known.iloc[0], known.iloc[-1]
    picked = f" They are the extremes of {len(known)} pairs, some of which stand apart by chance."
    chance = picked if low["high"] < high["low"] else ""
    return _markdown(
        f"By {_named(low['instrument'])}, the coldest tone is that of {low['speaker_side']} toward "
        f"{low['target_side']} ({_tone(low, 'n_mentions')}), the warmest that of {high['speaker_side']} "
        f"toward {high['target_side']} ({_tone(high, 'n_mentions')}). "
        f"{_apart(high, low, 'n_mentions')}{chance}{left_out}"
    )


def answer_accuracy(accuracy: pd.DataFrame, *, instrument: str = DEFAULT_INSTRUMENT):
    """Return, as Markdown, what the measured figures mean for a chart; needs a table of `read_accuracy`."""
    of_news = accuracy[~accuracy["flatters"]]
    share = of_news.sort_values("n", kind="stable").drop_duplicates(["task", "figure"], keep="last")
    share = share.set_index(["task", "figure"])["value"]
    lines, way = [], errors_along_the_way(of_news[of_news["task"] == "attribution"])["left"]
    if len(way) > 1 and ("attribution", "who precision") in share:
        found, attributed, right = way.iloc[0], way.iloc[1], share["attribution", "who precision"]
        lines.append(
            f"Of 100 statements in news, {100 * found:.0f} are found, {100 * attributed:.0f} of them also given to the "
            f"right words for their speaker; of 100 that a chart counts, {100 * right:.0f} are right. Where wrong ones "
            f"fall on all sides alike, two sides that truly differ by 0.10 in tone differ by about {0.1 * right:.2f} "
            "in the chart: errors level."
        )
    if ("sentence-tone", f"{instrument} r") in share:
        r = share["sentence-tone", f"{instrument} r"]
        lines.append(
            f"The tone of a sentence by {_named(instrument)} correlates with people's ratings at r = {r:.2f}: it "
            f"accounts for {100 * r * r:.0f} % of the differences that people see."
        )
    if {("positions", "positions precision"), ("positions", "positions recall")} <= {*share.index}:
        right, seen = (100 * share["positions", f"positions {figure}"] for figure in ("precision", "recall"))
        lines.append(
            f"Of 100 positions that are taken in articles, {seen:.0f} are seen; of 100 that are coded, {right:.0f} are "
            "right: read the sentences of each cell before you write of it."
        )
    return _markdown(" ".join(lines) or "The steps that a chart rests on are not measured.")


def answer_positions(stands: pd.DataFrame, *, codebook: Codebook | None = None):
    """Return, as Markdown, one paragraph for each issue on which two sides or more took a position.

    Needs a table of `stand_by_issue`. Who has no side is no party: it says so where they took positions. Issues have
    the labels of the `codebook`, the project's own if none is given.
    """
    taken = labelled(stands[~stands["stand"].str.startswith((NOT_FOUND, NO_POSITION))], codebook=codebook, quoted=True)
    unknown = taken["side"].isin([UNRESOLVED, NO_SIDE])
    left_out = _without_side(taken, unknown) if unknown.any() else ""
    taken, lines = taken[~unknown], []
    for issue, rows in taken.groupby("issue", sort=False):
        if len(rows) > 1:
            lines.append(f"On {issue}, " + "; ".join(f"{row.side} {row.stand}" for row in rows.itertuples()) + ".")
    if not lines:
        return _markdown("No issue was found on which two sides took a position." + left_out)
    alone = taken["issue"].nunique() - len(lines)
    end = f"\n\nOn {several(alone, 'further issue')} only one side was heard." if alone else ""
    return _markdown("\n\n".join(lines) + end + " In brackets, the number of statements." + left_out)


def answer_together(agreement: pd.DataFrame, *, codebook: Codebook | None = None):
    """Return, as Markdown, on which issues the sides stand together and on which against each other, pair by pair.

    Needs a table of `agreement_of_sides`; the pairs that meet on most issues are named, three at most, and the issues
    by the labels of the `codebook`, the project's own if none is given.
    """
    agreement = labelled(agreement, codebook=codebook, quoted=True)
    met = agreement[agreement["n_issues"] > 0].sort_values("n_issues", ascending=False, kind="stable")
    if met.empty:
        return _markdown("On no issue were two sides heard: there is nothing to compare.")
    text = " ".join(f"{_met(row)}." for row in met.head(3).to_dict("records"))
    apart = len(agreement) - len(met)
    text += f" {several(apart, 'pair')} of sides never met on an issue." if apart else ""
    most = int(met["n_issues"].max())
    few = f" No two sides meet on more than {several(most, 'issue')}: too few to call anybody near or far."
    return _markdown(text + (few if most < _FEW_ISSUES else ""))


def answer_reported(positions: pd.DataFrame, *, codebook: Codebook | None = None):
    """Return, as Markdown, which positions a chart marks with a star: those that another side reports.

    Needs a table of `position_matrix`, `position_ties` or `positions_over_time`. Stances have the labels of the
    `codebook`, the project's own if none is given.
    """
    starred = positions[positions["n_reported"] > 0]
    if starred.empty:
        return _markdown("No position is known only as another side reports it.")
    by = "actor" if "actor" in positions else "side"
    stances = concepts(starred, codebook=codebook, quoted=True)
    names = dict.fromkeys(f"{who}, {stance}" for who, stance in zip(starred[by], stances, strict=True))
    return _markdown(f"Marked *, some or all only as another side reports it: {'; '.join(names)}.")


def _without_side(taken: pd.DataFrame, unknown: pd.Series) -> str:
    n = taken["n_agree"] + taken["n_disagree"]
    return f" Left out: {n[unknown].sum():,} of {several(n.sum(), 'position')}, of speakers whose side is not known."


def _met(pair: dict) -> str:
    """ "Norland and Sundia meet on 2 issues (4 and 5 statements): together on river; against each other on tolls" """
    kinds = {"together": "together", "against": "against each other", "partly": "partly together"}
    parts = [
        f"{words} on {pair[column].replace('; ', ', ')}"
        for column, words in kinds.items()
        if isinstance(pair[column], str)
    ]
    unclear = pair["n_divided"] + pair["n_apart"]
    parts += [f"{unclear} not to be compared"] if unclear else []
    counts = f"{pair['n_statements']} and {several(pair['other_n_statements'], 'statement')}"
    met = several(pair["n_issues"], "issue")
    return f"{pair['side']} and {pair['other']} meet on {met} ({counts}): " + "; ".join(parts)


def _markdown(text: str):
    from IPython.display import Markdown

    return Markdown(text)


def _named(instrument: str) -> str:
    return instrument_name(instrument, article=True)


def _percent(rows: dict | pd.DataFrame) -> str:
    return f"{100 * np.sum(rows['share_words']):.0f} %"


def _tone(row: pd.Series, n: str = "n_statements") -> str:
    mean, low, high = (signed(row[name]) for name in ("mean", "low", "high"))
    return f"{mean}, 95 % interval {low} to {high}, n = {row[n]}"


def _apart(high: pd.Series, low: pd.Series, n: str) -> str:
    """Whether a difference holds: what the intervals of its two ends say."""
    fewest, noun = min(high[n], low[n]), "mentions" if n == "n_mentions" else "statements"
    if low["high"] >= high["low"]:
        return "The two intervals overlap: this difference may be chance."
    if fewest < _FEW:
        return f"The intervals do not overlap, but {fewest} {noun} are too few to trust them."
    return "The two intervals do not overlap."


def _not_compared(rows: pd.DataFrame, by: str) -> str:
    """What a chart draws and the sentence leaves out: else it seems to contradict the chart."""
    unknown = rows[by].isin([UNRESOLVED, NO_SIDE])
    few = rows.loc[~rows["enough"] & ~unknown, by]
    who = several(len(few), by) if len(few) > _NAMED else ", ".join(few)
    left_out = [f"{who} with fewer than {rows['n_needed'].iloc[0]} statements"] if len(few) else []
    left_out += [f"the {by} that is not known"] if unknown.any() else []
    return f" Not compared: {'; '.join(left_out)}." if left_out else ""


def _of(row: pd.Series) -> str:
    doubt = f"{100 * row['share']:.0f} %, 95 % interval {100 * row['low']:.0f} to {100 * row['high']:.0f} %"
    return f"{row['n_statements']} of {row['n_of']} statements ({doubt})"
