"""The tables behind the charts of tone: three voices, kept apart and never averaged together.

1. The tone *of* what speakers are reported to say: `tone_by_actor`, `tone_by_side` (statements).
2. The tone *toward* whom is spoken of: `tone_toward`, `tone_between` (mentions): who speaks how about whom.
3. The tone of the reporter's own sentences, what others say taken out: beside the two others in `three_voices`.

Every mean has its n and a 95 % interval (`intervals.mean_interval`), which stays wide where n is small and does not
close where all scores are the same. What varies in it are whole articles where there is more than one, because what
one article says is not independent; else single statements, or sentences for mentions. Tone runs −1…1.
"""

import pandas as pd

from standpoints.comparing.counting import (
    NO_SIDE,
    THE_REPORTER,
    UNRESOLVED,
    counted,
    instruments,
    name_columns,
    name_of,
    table_of,
    unit_of,
    unknown_last,
    who_speaks,
)
from standpoints.comparing.spoken import OTHERS, OWN_SIDE, REPORTER, UNKNOWN, mentions_spoken_of
from standpoints.intervals import mean_interval
from standpoints.tone import DEFAULT_INSTRUMENT

OWN_WORDS = "its own words"

TWO_SCALES = {
    "reader": "Statements and sentences are scored on one scale (about −0.5 to +0.5), mentions on another (−1 to +1): "
    "compare the marks of one voice with each other, not one voice with another."
}
"""What stands under a chart that holds both, by instrument: a word list scores them alike, as the words they are."""

UNITS = {"statements": "statement_id", "mentions": "sentence_id", "sentences": "sentence_id"}
"""What is counted, and what is drawn of it within one article: mentions in one sentence are not independent."""


def tone_by_actor(
    statements: pd.DataFrame, *, instrument: str = DEFAULT_INSTRUMENT, min_statements: int = 3
) -> pd.DataFrame:
    """Return one row an actor: the mean tone of this actor's own words as reported, with its interval and n.

    Needs article_id, statement_id, actor, side, within and `tone_<instrument>` (−1…1). Gives actor, side,
    instrument, mean, low, high, resampled_by ("articles" or "statements"), n_statements (those that the mean rests
    on), n_articles, n_zero (scored exactly zero: mostly that a word list knows no word of it, not calm),
    n_missing (no score), n_needed (= min_statements), enough. Highest mean first, unknown speakers last.
    Statements inside a statement are left out: what an opponent puts into somebody's mouth is not his tone.
    Tone is no position: "peace only after they withdraw" is a condition, not a good mood.

    Raises ValueError for a missing column or an instrument that has not scored the table.
    """
    return _tone_by(statements, "actor", instrument, min_statements)


def tone_by_side(
    statements: pd.DataFrame, *, instrument: str = DEFAULT_INSTRUMENT, min_statements: int = 3
) -> pd.DataFrame:
    """Return one row a side: the mean tone of its speakers' own words; columns, limits as in `tone_by_actor`."""
    return _tone_by(statements, "side", instrument, min_statements)


def tone_toward(
    study, *, by: str = "side", instrument: str = DEFAULT_INSTRUMENT, min_mentions: int = 3
) -> pd.DataFrame:
    """Return one row a side (or actor, `by="actor"`) that is spoken of and a voice that speaks of it.

    `voice` is "spoken of by others" (in statements of other sides), "… by its own side", "… by unknown sides" or "… by
    the reporter"; `spoken_of` gives the sentences behind each. Gives `by`, voice, and the columns of
    `tone_by_actor`, with n_mentions for n_statements. Whoever is mentioned most comes first; of sides Russia, Ukraine,
    Europe before others. Word lists know no targets: their tone toward a mention is that of the whole sentence, whoever
    is meant by it.

    Raises ValueError for another `by` or an instrument that has not scored the mentions.
    """
    mentions = mentions_spoken_of(study)
    mentions["who"] = who_speaks(mentions, by)
    means = mean_tones(mentions, ["who", "voice"], of="mentions", instrument=instrument, at_least=min_mentions)
    names = {who: name_of(who, rows, by) for who, rows in mentions.groupby("who")}
    named = table_of([names[who] for who in means["who"]], name_columns(by))
    size = means.groupby("who")["n_mentions"].transform("sum")
    means["voice"] = pd.Categorical(means["voice"], [OTHERS, OWN_SIDE, UNKNOWN, REPORTER])
    table = named.join(means.drop(columns="who")).assign(size=size)
    table = unknown_last(table.sort_values("voice"), by, ["size"], leading=by == "side").drop(columns="size")
    return table.astype({"voice": "str"})


def tone_between(study, *, instrument: str = DEFAULT_INSTRUMENT, min_mentions: int = 3) -> pd.DataFrame:
    """Return one row a side that speaks and a side that it speaks of: in which tone, how often, how surely.

    Gives speaker_side ("the reporter" for the reporter's own words), target_side, and the columns of `tone_by_actor`
    with n_mentions for n_statements. The reporter first, then Russia, Ukraine, Europe, then whoever speaks most of
    somebody; unknown last. Pairs that do not occur have no row. `spoken_of` gives the sentences behind each. Limits as
    in `tone_toward`.
    """
    mentions = mentions_spoken_of(study)
    mentions["target_side"] = who_speaks(mentions, "side")
    keys = ["speaker_side", "target_side"]
    means = mean_tones(mentions, keys, of="mentions", instrument=instrument, at_least=min_mentions)
    for key in reversed(keys):
        means = unknown_last(
            means.assign(size=means.groupby(key)["n_mentions"].transform("sum")), key, ["size"], leading=True
        )
    first = means["speaker_side"] != THE_REPORTER
    return means.assign(first=first).sort_values("first", kind="stable", ignore_index=True)[
        [column for column in means if column != "size"]
    ]


def three_voices(study, *, instrument: str = DEFAULT_INSTRUMENT, min_n: int = 3) -> pd.DataFrame:
    """Return the three voices side by side: for each side the tone of its own words, what others say of it, and what
    the reporter says of it; and last the reporter's own sentences, whoever they are about.

    Gives side, voice, instrument, mean, low, high, resampled_by, n, of (what n counts: statements, mentions or
    sentences), n_articles, n_zero, n_missing, n_needed, enough; n is 0 where a voice is silent. Russia, Ukraine, Europe
    first, then the side with most statements and mentions. What a side's own speakers say about it is in
    `tone_between`.
    """
    options = {"instrument": instrument}
    own = tone_by_side(study.statements, min_statements=min_n, **options).assign(voice=OWN_WORDS, of="statements")
    toward = tone_toward(study, min_mentions=min_n, **options).assign(of="mentions")
    sentences = study.sentences[study.sentences["voice"] == "reporter"].assign(side=THE_REPORTER)
    reporter = mean_tones(sentences, ["side"], of="sentences", at_least=min_n, **options)
    reporter = reporter.assign(voice="own sentences", of="sentences")
    parts = [own, toward[toward["voice"].isin([OTHERS, REPORTER])]]
    parts = [part.rename(columns={f"n_{of}": "n"}) for part, of in zip(parts, ["statements", "mentions"], strict=True)]
    sides = pd.concat(parts, ignore_index=True)
    sides = sides[~sides["side"].isin([UNRESOLVED, NO_SIDE])]
    order = unknown_last(sides.groupby("side", as_index=False)["n"].sum(), "side", ["n"], leading=True)["side"]
    of = {OWN_WORDS: "statements", OTHERS: "mentions", REPORTER: "mentions"}
    every = table_of([(side, voice, of[voice]) for side in order for voice in of], ["side", "voice", "of"])
    table = every.merge(sides.drop(columns="of"), on=["side", "voice"], how="left", validate="one_to_one")
    silent = {"instrument": instrument, "n": 0, "n_articles": 0, "n_zero": 0, "n_missing": 0, "n_needed": min_n}
    table = table.fillna(silent).assign(enough=lambda rows: rows["n"] >= min_n)
    columns = ["side", "voice", "instrument", "mean", "low", "high", "resampled_by", "n", "of", "n_articles", "n_zero",
               "n_missing", "n_needed", "enough"]  # fmt: skip
    table = pd.concat([table, reporter.rename(columns={"n_sentences": "n"})], ignore_index=True)[columns]
    return table.astype({name: "int64" for name in columns if name.startswith("n")})


def mean_tones(rows: pd.DataFrame, keys: list[str], *, of: str, instrument: str, at_least: int) -> pd.DataFrame:
    """Return one row a group of `keys`: the mean tone of its rows, with its interval, n and whether that is enough.

    `of` says what a row is: "statements", "mentions" or "sentences". Columns as in `tone_by_actor`; by `keys`.

    Raises ValueError for an instrument that has not scored the table.
    """
    rows = rows.assign(tone=rows[tone_column(rows, instrument)].astype(float))
    table = []
    for names, group in rows.groupby(keys, sort=True):
        scored = group[group["tone"].notna()]
        units = scored.groupby(unit_of(scored, UNITS[of]))["tone"].agg(["sum", "count"])
        low, high = mean_interval(units["sum"], units["count"])
        n_articles = scored["article_id"].nunique()
        table.append([
            *names, instrument, scored["tone"].mean(), low, high,
            "articles" if n_articles > 1 else UNITS[of].removesuffix("_id") + "s",
            len(scored), n_articles, int((scored["tone"] == 0).sum()), len(group) - len(scored), at_least,
            len(scored) >= at_least,
        ])  # fmt: skip
    columns = ["instrument", "mean", "low", "high", "resampled_by", f"n_{of}", "n_articles", "n_zero", "n_missing",
               "n_needed", "enough"]  # fmt: skip
    return table_of(table, [*keys, *columns])


def tone_column(table: pd.DataFrame, instrument: str) -> str:
    """Return the name of the column with the instrument's scores; ValueError where it has not scored the table."""
    known = instruments(table)
    if instrument not in known:
        there = f"it has {', '.join(known)}" if known else "it has none: score it first with add_tone(table)"
        raise ValueError(f"instrument={instrument!r}: the table has no column tone_{instrument}; {there}")
    return f"tone_{instrument}"


def _tone_by(statements: pd.DataFrame, by: str, instrument: str, min_statements: int) -> pd.DataFrame:
    spoken = counted(statements, by)
    means = mean_tones(spoken, ["who"], of="statements", instrument=instrument, at_least=min_statements)
    names = [name_of(who, rows, by) for who, rows in spoken.groupby("who")]
    named = table_of(names, name_columns(by)).join(means.drop(columns="who"))
    return unknown_last(named, by, ["mean"])
