"""The tables behind the charts of voice: who is given how much room, and by which words each one is introduced.

Tables in, tables out; no input is changed.

Intervals are bootstrap intervals (see `intervals.py`). Whole articles are drawn where there is more than one,
because statements of one article are not independent; single statements are drawn where there is one.
"""

import json

import numpy as np
import pandas as pd

from standpoints.comparing.counting import counted, is_said, name_columns, name_of, table_of, unit_of, unknown_last
from standpoints.comparing.words import WORD
from standpoints.intervals import bootstrap_interval, bootstrap_shares, wilson_interval

NO_CUE = "no reporting word"


def share_of_voice(statements: pd.DataFrame, *, by: str = "side") -> pd.DataFrame:
    """Return one row a side (or actor, `by="actor"`): how many statements and words the articles give to it.

    Needs article_id, statement_id, text, actor, side, within; and pieces, start where a reporting clause stands
    inside a statement. Gives `by`, n_statements, n_words, n_articles, and the shares (0…1) of all that anybody is
    reported to say: share_statements, statements_low, statements_high, share_words, words_low, words_high.
    Largest share of words first, unknown speakers last. Statements inside a statement are not counted: their words
    are the outer speaker's already; nor is silence ("declined to comment": cue_class, where it is there, "silent"). It
    cannot see how prominent a statement is (headline or last line).

    Before: Joss Tavian | Norland | We want peace now.   Mira Oster | Sundia | Never.
    After:  Norland | n_statements 1 | n_words 4 | share_statements 0.5 | share_words 0.8
            Sundia  | n_statements 1 | n_words 1 | share_statements 0.5 | share_words 0.2

    Raises ValueError for another `by` or a missing column.
    """
    spoken = counted(statements, by, also=["text"])
    spoken = spoken[is_said(spoken)].copy()
    spoken["n_words"] = [_n_words(row) for row in spoken.to_dict("records")]
    rows = [
        name_of(who, own, by)
        | {"n_statements": len(own), "n_words": int(own["n_words"].sum()), "n_articles": own["article_id"].nunique()}
        for who, own in spoken.groupby("who")
    ]
    table = table_of(rows, [*name_columns(by), "n_statements", "n_words", "n_articles"])
    for measure in ("statements", "words"):
        table[f"share_{measure}"] = table[f"n_{measure}"] / (table[f"n_{measure}"].sum() or np.nan)
    sums = spoken.assign(unit=unit_of(spoken, "statement_id")).groupby(["unit", "who"])["n_words"].agg(["size", "sum"])
    units, groups = (sums.index.codes[level] for level in (0, 1))  # groups are in the order of `table`
    for measure, values in (("statements", sums["size"]), ("words", sums["sum"])):
        table[f"{measure}_low"], table[f"{measure}_high"] = bootstrap_shares(units, groups, values)
    return unknown_last(table, by, ["share_words", "n_statements"])


def cue_classes(statements: pd.DataFrame, *, by: str = "side", min_statements: int = 3) -> pd.DataFrame:
    """Return one row a side (or actor) and kind of reporting word: how often its words are introduced so.

    Needs article_id, statement_id, actor, side, within and cue_class. Gives `by`, cue_class ("says", "claims", "denies"
    …; "no reporting word" where there is none), n_statements, n_of (all that the side is reported to say), share (0…1,
    of n_of), low, high, n_needed, enough (n_of reaches n_needed). A kind that anybody's words have is a row for
    everybody, with n_statements 0 where it is so. Russia, Ukraine, Europe first, then whoever has most statements,
    unknown last; the most frequent kind first. The interval is the wider one of the bootstrap and of Wilson's, which
    stays honest where a kind was never met. It cannot see whether what was said deserved the word.

    Before: Joss Tavian | Norland | claims.   Joss Tavian | Norland | says.   Mira Oster | Sundia | says.
    After:  Norland | says | n_statements 1 | n_of 2 | share 0.5     Norland | claims | 1 | 2 | 0.5
            Sundia  | says | n_statements 1 | n_of 1 | share 1.0     Sundia  | claims | 0 | 1 | 0.0

    Raises ValueError for another `by` or a missing column.
    """
    spoken = counted(statements, by, also=["cue_class"])
    spoken["cue_class"] = spoken["cue_class"].astype(object).fillna(NO_CUE)
    kinds = spoken["cue_class"].value_counts().sort_index().sort_values(ascending=False, kind="stable").index
    rows = []
    for who, own in spoken.groupby("who"):
        units = unit_of(own, "statement_id")
        n_of = own.groupby(units).size()
        for kind in kinds:
            is_kind = own["cue_class"] == kind
            n = int(is_kind.sum())
            by_unit, by_count = bootstrap_interval(is_kind.groupby(units).sum(), n_of), wilson_interval(n, len(own))
            low, high = np.fmin(by_unit[0], by_count[0]), np.fmax(by_unit[1], by_count[1])
            rows.append(name_of(who, own, by) | {
                "cue_class": kind, "n_statements": n, "n_of": len(own), "share": n / len(own), "low": low, "high": high,
                "n_needed": min_statements, "enough": len(own) >= min_statements,
            })  # fmt: skip
    columns = ["cue_class", "n_statements", "n_of", "share", "low", "high", "n_needed", "enough"]
    return unknown_last(table_of(rows, [*name_columns(by), *columns]), by, ["n_of"], leading=by == "side")


def _n_words(statement: dict) -> int:
    """Words of the content alone: in “We will talk,” he said, “but not today.” "he said" is not the speaker's."""
    text, pieces = statement["text"], statement.get("pieces")
    if isinstance(pieces, str):
        first = statement["start"]
        text = " ".join(text[start - first : end - first] for start, end in json.loads(pieces))
    return len(WORD.findall(text))
