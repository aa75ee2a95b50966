"""The table behind each chart of voice and tone: who is given how much room, and in which tone each one speaks.

Tables in, tables out; no input is changed. Who cannot be told is a row of its own and never left out: `UNRESOLVED`
(nobody knows who speaks) and `NO_SIDE` (the actor is known, the registry gives no side).

Intervals are bootstrap intervals (see `intervals.py`). Whole articles are drawn where there is more than one,
because statements of one article are not independent; single statements are drawn where there is one.
"""

import json
import re

import numpy as np
import pandas as pd

from standpoints.intervals import bootstrap_interval

UNRESOLVED = "speaker not resolved"
NO_SIDE = "side not known"

_WORD = re.compile(r"\w+(?:['’-]\w+)*")  # "30-day" and "Norland's" are one word, a lone dash is none


def share_of_voice(statements: pd.DataFrame, *, by: str = "side") -> pd.DataFrame:
    """Return one row a side (or actor, `by="actor"`): how many statements and words the articles give to it.

    Needs article_id, statement_id, text, actor, side, within; and pieces, start where a reporting clause stands
    inside a statement. Gives `by`, n_statements, n_words, n_articles, and the shares (0…1) of all that anybody is
    reported to say: share_statements, statements_low, statements_high, share_words, words_low, words_high.
    Largest share of words first, unknown speakers last. Statements inside a statement are not counted: their words
    are the outer speaker's already. It cannot see how prominent a statement is (headline or last line).

    Before: Joss Tavian | Norland | We want peace now.   Mira Oster | Sundia | Never.
    After:  Norland | n_statements 1 | n_words 4 | share_statements 0.5 | share_words 0.8
            Sundia  | n_statements 1 | n_words 1 | share_statements 0.5 | share_words 0.2

    Raises ValueError for another `by` or a missing column.
    """
    spoken = _outer(statements, by, also=["text"])
    spoken["n_words"] = [_n_words(row) for row in spoken.to_dict("records")]
    rows = [
        _name(who, own, by) | _counts(own) | {"n_words": int(own["n_words"].sum())}
        for who, own in spoken.groupby("who")
    ]
    table = pd.DataFrame(rows, columns=[*_name_columns(by), "n_statements", "n_words", "n_articles"])
    by_unit = spoken.assign(unit=_unit(spoken)).groupby(["unit", "who"])["n_words"]
    for measure, sums in (("statements", by_unit.size()), ("words", by_unit.sum())):
        own = sums.unstack(fill_value=0)  # one row a unit, one column a side or actor, in the order of `table`
        whole = own.sum(axis=1)
        table[f"share_{measure}"] = own.sum().to_numpy() / (whole.sum() or np.nan)
        table[f"{measure}_low"], table[f"{measure}_high"] = bootstrap_interval(own, whole)
    return _sorted(table, by, ["share_words", "n_statements"])


def tone_by_actor(
    statements: pd.DataFrame, *, instrument: str = "vader", min_statements: int = 3
) -> pd.DataFrame:
    """Return one row an actor: the mean tone of this actor's own words as reported, with its interval and n.

    Needs article_id, statement_id, actor, side, within and `tone_<instrument>` (−1…1). Gives actor, side,
    instrument, mean, low, high, resampled_by ("articles" or "statements"), n_statements (those that the mean rests
    on), n_articles, n_zero (scored exactly zero: mostly that the instrument knows no word of it, not calm),
    n_missing (no score), n_needed (= min_statements), enough. Highest mean first, unknown speakers last.
    Statements inside a statement are left out: what an opponent puts into somebody's mouth is not his tone.
    Tone is no position: "peace only after they withdraw" is a condition, not a good mood.

    Raises ValueError for a missing column or an instrument that has not scored the table.
    """
    return _tone_by(statements, "actor", instrument, min_statements)


def tone_by_side(
    statements: pd.DataFrame, *, instrument: str = "vader", min_statements: int = 3
) -> pd.DataFrame:
    """Return one row a side: the mean tone of its speakers' own words; columns, limits as in `tone_by_actor`."""
    return _tone_by(statements, "side", instrument, min_statements)


def zero_scores(table: pd.DataFrame) -> pd.DataFrame:
    """Return one row an instrument: how many of the texts it scored got exactly zero.

    Needs one or more `tone_…` columns (statements or sentences). Gives instrument, n_zero, n_scored, n_missing,
    share_zero (of n_scored). A zero mostly means that the instrument knows no word of the text.
    """
    rows = []
    for instrument in instruments(table):
        scores = table[f"tone_{instrument}"].astype(float)
        n_zero, n_scored = int((scores == 0).sum()), int(scores.notna().sum())
        share = n_zero / n_scored if n_scored else np.nan
        rows.append((instrument, n_zero, n_scored, len(table) - n_scored, share))
    return pd.DataFrame(rows, columns=["instrument", "n_zero", "n_scored", "n_missing", "share_zero"])


def caption(study, chart: str = "voice", *, by: str = "side", instrument: str = "vader") -> str:
    """Return the line under a chart: how many statements it used of how many, and what became of the others.

    `chart` is "voice", "tone" or "positions". Gives "23 of 25 statements in 1 article; 2 inside another statement,
    not counted; 1 of the 23 without a resolved side."
    """
    if chart not in ("voice", "tone", "positions"):
        raise ValueError(f"chart={chart!r} has no caption; use 'voice', 'tone' or 'positions'")
    statements, left_out = study.statements, []
    used = statements.assign(who=who_speaks(statements, "side"))
    if chart == "positions":
        used = used[used["statement_id"].isin(study.codes["statement_id"])]
        left_out.append((len(statements) - len(used), "without a coded position"))
    else:
        used = _outer(statements, by)
        left_out.append((len(statements) - len(used), "inside another statement, not counted"))
    if chart == "tone":
        scored = used[used[_tone_column(used, instrument)].notna()]
        left_out.append((len(used) - len(scored), f"without a {instrument} score"))
        used = scored
    n_unknown = int(used["who"].isin([UNRESOLVED, NO_SIDE]).sum())
    left_out.append((n_unknown, f"of the {len(used)} without a resolved {'actor' if by == 'actor' else 'side'}"))
    n_articles = len(study.articles)
    line = f"{len(used)} of {len(statements)} statements in {n_articles} article{'s' * (n_articles != 1)}"
    return "; ".join([line, *(f"{n} {what}" for n, what in left_out if n)]) + "."


def who_speaks(statements: pd.DataFrame, by: str) -> pd.Series:
    """Return the side (or actor) of each statement, in words also where it is unknown."""
    if by not in ("side", "actor"):
        raise ValueError(f"by={by!r} is not possible; use by='side' or by='actor'")
    unknown = UNRESOLVED if by == "actor" else np.where(statements["actor"].isna(), UNRESOLVED, NO_SIDE)
    names = statements[by].astype(object)
    return names.where(names.notna(), unknown)


def instruments(table: pd.DataFrame) -> list[str]:
    """Return the instruments that have scored the table: "vader" where there is a column `tone_vader`."""
    return [column.removeprefix("tone_") for column in table.columns if column.startswith("tone_")]


def _tone_by(statements: pd.DataFrame, by: str, instrument: str, min_statements: int) -> pd.DataFrame:
    spoken = _outer(statements, by)
    spoken["tone"] = spoken[_tone_column(spoken, instrument)].astype(float)
    table = []
    for who, rows in spoken.groupby("who"):
        scored = rows[rows["tone"].notna()]
        units = scored.groupby(_unit(scored))["tone"].agg(["sum", "count"])
        low, high = bootstrap_interval(units["sum"], units["count"])
        counts = _counts(scored)
        row = _name(who, rows, by) | counts | {"instrument": instrument, "mean": scored["tone"].mean()}
        table.append(row | {
            "low": low, "high": high, "resampled_by": "articles" if counts["n_articles"] > 1 else "statements",
            "n_zero": int((scored["tone"] == 0).sum()), "n_missing": len(rows) - len(scored),
            "n_needed": min_statements, "enough": len(scored) >= min_statements,
        })  # fmt: skip
    columns = ["instrument", "mean", "low", "high", "resampled_by", "n_statements", "n_articles", "n_zero",
               "n_missing", "n_needed", "enough"]  # fmt: skip
    return _sorted(pd.DataFrame(table, columns=[*_name_columns(by), *columns]), by, ["mean"])


def _tone_column(table: pd.DataFrame, instrument: str) -> str:
    known = instruments(table)
    if instrument not in known:
        there = f"it has {', '.join(known)}" if known else "it has none: score it first with add_tone(table)"
        raise ValueError(f"instrument={instrument!r}: the table has no column tone_{instrument}; {there}")
    return f"tone_{instrument}"


def _outer(statements: pd.DataFrame, by: str, *, also: list[str] | None = None) -> pd.DataFrame:
    """The statements that stand in no other one, with `who`; ordered, as the bootstrap draws rows by place."""
    needed = ["article_id", "statement_id", "actor", "side", "within", *(also or [])]
    if missing := [column for column in needed if column not in statements]:
        raise ValueError(f"the statements table has no column {', '.join(missing)}; use `study.statements`")
    rows = statements.assign(who=who_speaks(statements, by))
    return rows[rows["within"].isna()].sort_values(["article_id", "statement_id"], ignore_index=True)


def _unit(rows: pd.DataFrame) -> pd.Series:
    return rows["article_id"] if rows["article_id"].nunique() > 1 else rows["statement_id"]


def _name_columns(by: str) -> list[str]:
    return ["actor", "side"] if by == "actor" else ["side"]


def _name(who: str, rows: pd.DataFrame, by: str) -> dict:
    if by == "side":
        return {"side": who}
    sides = rows["side"].dropna()
    return {"actor": who, "side": np.nan if who == UNRESOLVED or sides.empty else sides.iloc[0]}


def _counts(rows: pd.DataFrame) -> dict:
    return {"n_statements": len(rows), "n_articles": rows["article_id"].nunique()}


def _sorted(table: pd.DataFrame, by: str, values: list[str]) -> pd.DataFrame:
    unknown = table[by].isin([UNRESOLVED, NO_SIDE])
    ascending = [True, *(False for _ in values), True]
    ordered = table.assign(unknown=unknown).sort_values(["unknown", *values, by], ascending=ascending)
    return ordered.drop(columns="unknown").reset_index(drop=True)


def _n_words(statement: dict) -> int:
    """Words of the content alone: in “We will talk,” he said, “but not today.” "he said" is not the speaker's."""
    text, pieces = statement["text"], statement.get("pieces")
    if isinstance(pieces, str):
        first = statement["start"]
        text = " ".join(text[start - first : end - first] for start, end in json.loads(pieces))
    return len(_WORD.findall(text))
