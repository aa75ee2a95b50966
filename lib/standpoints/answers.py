"""What a table of `compare` or `standing` says, in two sentences with their n: the answer at the head of a notebook.

The sentences are made from the table, so that they stay true when a notebook is run on other articles.
"""

import pandas as pd

from standpoints.compare import NO_SIDE, UNRESOLVED
from standpoints.standing import NOT_FOUND

_FEW = 10  # below this, a bootstrap interval is too narrow (see intervals.py)


def answer_voice(voice: pd.DataFrame):
    """Return, as Markdown, who is given how much of the reported words; needs a table of `share_of_voice`."""
    by = "actor" if "actor" in voice else "side"
    known = voice[~voice[by].isin([UNRESOLVED, NO_SIDE])]
    if known.empty:
        return _markdown("No statement with a known speaker was found.")
    first, *others = known.head(4).to_dict("records")
    text = f"{first[by]} is given {_percent(first)} of the reported words ({first['n_statements']} of "
    text += f"{_n(voice['n_statements'].sum(), 'statement')})"
    text += "".join(f", {row[by]} {_percent(row)} ({row['n_statements']})" for row in others) + "."
    more, left = len(known) - 4, int(voice.loc[~voice.index.isin(known.index), "n_statements"].sum())
    text += f" {more} more {by}s share the rest." if more > 0 else ""
    return _markdown(text + (f" For {_n(left, 'statement')} the {by} is not known." if left else ""))


def answer_tone(tone: pd.DataFrame):
    """Return, as Markdown, whose words are scored warmest and coldest, and whether the difference holds.

    Needs a table of `tone_by_actor` or `tone_by_side`; only rows with enough statements are compared.
    """
    by = "actor" if "actor" in tone else "side"
    known = tone[tone["enough"] & ~tone[by].isin([UNRESOLVED, NO_SIDE])].sort_values("mean", ascending=False)
    if len(known) < 2:
        needed = "enough" if tone.empty else f"at least {tone['n_needed'].iloc[0]}"
        return _markdown(f"No two {by}s have {needed} statements each: there is nothing to compare.")
    high, low = known.iloc[0], known.iloc[-1]
    text = (
        f"By {high['instrument']}, the words of {high[by]} are the warmest ({_tone(high)}), those of {low[by]} the "
        f"coldest ({_tone(low)}). "
    )
    fewest = min(high["n_statements"], low["n_statements"])
    if low["high"] >= high["low"]:
        return _markdown(text + "The two intervals overlap: this difference may be chance.")
    if fewest < _FEW:
        return _markdown(text + f"The intervals do not overlap, but {fewest} statements are too few to trust them.")
    return _markdown(text + "The two intervals do not overlap.")


def answer_positions(stands: pd.DataFrame):
    """Return, as Markdown, one paragraph for each issue on which two sides or more took a position.

    Needs a table of `stand_by_issue`.
    """
    taken = stands[stands["stand"] != NOT_FOUND]
    lines = []
    for issue, rows in taken.groupby("issue", sort=False):
        if len(rows) > 1:
            lines.append(f"On {issue}, " + "; ".join(f"{row.side} {row.stand}" for row in rows.itertuples()) + ".")
    if not lines:
        return _markdown("No issue was found on which two sides took a position.")
    alone = taken["issue"].nunique() - len(lines)
    end = f"\n\nOn {_n(alone, 'further issue')} only one side was heard." if alone else ""
    return _markdown("\n\n".join(lines) + end + " In brackets, the number of statements.")


def _markdown(text: str):
    from IPython.display import Markdown

    return Markdown(text)


def _percent(row: dict) -> str:
    return f"{100 * row['share_words']:.0f} %"


def _tone(row: pd.Series) -> str:
    return f"{row['mean']:+.2f}, 95 % interval {row['low']:+.2f} to {row['high']:+.2f}, n = {row['n_statements']}"


def _n(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
