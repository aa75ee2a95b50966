"""How positions move: when each was first and last heard, and who turned round, with both sentences."""

import re

import numpy as np
import pandas as pd

from standpoints.codebook import Codebook
from standpoints.comparing.counting import NO_SIDE, UNRESOLVED, name_columns
from standpoints.comparing.opposites import with_opposites
from standpoints.comparing.taken import coded

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = ["date", "outlet", "article_id", "statement_id", "start", "end", "text", "sentence", "condition",
             "reported_by"]  # fmt: skip
_COUNTS = {"n_statements": ("unit", "nunique"), "n_agree": ("agree", "sum"), "n_disagree": ("disagree", "sum"),
           "n_condition": ("under_condition", "nunique"), "n_reported": ("reported", "nunique")}  # fmt: skip
_FIRST_LAST = [*_COUNTS, "first_seen", "last_seen", "first_stand", "last_stand", "n_undated", "n_reversals"]


def positions_over_time(study, *, by: str = "actor", codebook: Codebook | None = None) -> pd.DataFrame:
    """Return one row an actor (or side, `by="side"`), stance and day: what was heard that day, by the article's date.

    Gives actor, side, issue, stance, date, stand ("agrees", "rejects", "divided"), n_statements, n_agree, n_disagree,
    n_condition (statements under a condition), n_reported (heard only as another side reports them), and reverses:
    whether a reversal (see `reversals`) ends on this day in this stance. Statements of unknown actors and articles
    without a date are left out. Whoever took most positions first, then by issue, stance and date.
    """
    codes, keys = _known(study, by), name_columns(by)
    turned = reversals(study, by=by, codebook=codebook)
    turned = set(zip(turned["later_statement_id"], turned["issue"], turned["later_stance"], strict=True))
    marks = zip(codes["statement_id"], codes["issue"], codes["stance"], strict=True)
    codes = codes.assign(reverses=[mark in turned for mark in marks])
    days = codes.dropna(subset="published").groupby([*keys, "issue", "stance", "published"], as_index=False).agg(
        **_COUNTS, reverses=("reverses", "any"))  # fmt: skip
    days = days.rename(columns={"published": "date"}).assign(stand=_stand(days["n_agree"], days["n_disagree"]))
    columns = [*keys, "issue", "stance", "date", "stand", *_COUNTS, "reverses"]
    return _largest_first(days, by)[columns]


def first_and_last_seen(study, *, by: str = "actor", codebook: Codebook | None = None) -> pd.DataFrame:
    """Return one row an actor (or side, `by="side"`) and stance: when it was first and when it was last heard.

    Gives actor, side, issue, stance, n_statements, n_agree, n_disagree, n_condition (under a condition), n_reported
    (only as another side reports it), first_seen, last_seen (dates of articles, NaT where none has one), first_stand,
    last_stand ("agrees", "rejects", "divided" on that day), n_undated (statements in articles without a date) and
    n_reversals (that end in this stance). Order as in `positions_over_time`. First seen is first seen here: in these
    articles, by the day they appeared, not the day it was said.
    """
    codes, keys = _known(study, by), [*name_columns(by), "issue", "stance"]
    codes = codes.assign(undated=codes["published"].isna())
    sums = codes.groupby(keys, as_index=False).agg(
        **_COUNTS, first_seen=("published", "min"), last_seen=("published", "max"),
        n_undated=("undated", "sum"))  # fmt: skip
    days = positions_over_time(study, by=by, codebook=codebook).groupby(keys, as_index=False)
    stands = days.agg(first_stand=("stand", "first"), last_stand=("stand", "last"), n_reversals=("reverses", "sum"))
    table = sums.merge(stands, on=keys, how="left", validate="one_to_one")
    table["n_reversals"] = table["n_reversals"].fillna(0).astype(int)
    return _largest_first(table, by)[[*keys, *_FIRST_LAST]]


def reversals(study, *, by: str = "actor", codebook: Codebook | None = None) -> pd.DataFrame:
    """Return one row a reversal: an actor (or side, `by="side"`) who stood one way is later heard the other way.

    To turn from agreeing with a stance to rejecting it, from rejecting to agreeing, or from a stance to its opposite,
    is a reversal, if both are without a condition or under the same one, in the same words: "yes, if they disarm" and
    later "no" (or "no" and later "yes, if …") leave each other as they are. A day on which both were heard is none and
    is passed over. Gives actor, side, issue, earlier_stance,
    earlier_agree, later_stance, later_agree, days (between the two), and for both sentences, each with `earlier_` and
    `later_`: date, outlet, article_id, statement_id, start, end, text (what was said), sentence (with who said it and
    how), condition, reported_by (the other side that reports it, else NaN). The latest sentence of the one and the
    earliest of the other are shown. By actor and date.

    It cannot see that two conditions in other words are one, nor a condition that is not coded. What looks like a
    reversal may be a coding error, another outlet's choice of words, or two people of one side: read
    the two sentences. Dates are those of the articles. Give `codebook` where the study was coded with another one than
    the project's.

    Raises ValueError for a stance that the codebook does not have.
    """
    keys = name_columns(by)
    stance = [*keys, "issue", "stance"]
    line = [*stance, "terms"]  # only what is said on the same terms can be compared
    codes = with_opposites(_known(study, by), codebook).dropna(subset="published")
    codes = codes.merge(_sentences(study), on="statement_id", how="left", validate="many_to_one")
    codes = codes.rename(columns={"published": "date"}).assign(terms=codes["condition"].map(_terms))
    codes = codes.sort_values([*line, "date", "article_id", "start"])
    clear = codes[codes.groupby([*stance, "date"])["agree"].transform("nunique") == 1]
    first, last = (clear.drop_duplicates([*line, "date"], keep=which) for which in ("first", "last"))
    goes_on = (first[line] == first[line].shift()).all(axis=1)
    turned = np.flatnonzero(goes_on & (first["agree"] != first["agree"].shift()))
    earlier, later = last.iloc[turned - 1].reset_index(drop=True), first.iloc[turned].reset_index(drop=True)
    days = (later["date"] - earlier["date"]).dt.days.rename("days")
    parts = [_told(earlier, "earlier"), _told(later, "later")]
    table = pd.concat([later[[*keys, "issue"]], *(part.iloc[:, :2] for part in parts), days,
                       *(part.iloc[:, 2:] for part in parts)], axis=1)  # fmt: skip
    # From a stance to its opposite is one reversal, though it is seen from both.
    table = table.drop_duplicates([by, "issue", "earlier_statement_id", "later_statement_id"])
    return table.sort_values([by, "later_date", "issue"], kind="stable", ignore_index=True)


def _told(codes: pd.DataFrame, when: str) -> pd.DataFrame:
    codes = codes[["taken_stance", "taken_agree", *_SENTENCE]]
    return codes.rename(columns=lambda name: f"{when}_{name.removeprefix('taken_')}")


def _sentences(study) -> pd.DataFrame:
    said = study.statements[["article_id", "statement_id", "sentence_id", "start", "end", "text"]]
    sentences = study.sentences[["article_id", "sentence_id", "text"]].rename(columns={"text": "sentence"})
    said = said.merge(sentences, on=["article_id", "sentence_id"], how="left", validate="many_to_one")
    said = said.merge(study.articles[["article_id", "outlet"]], on="article_id", how="left", validate="many_to_one")
    return said[["statement_id", "outlet", "start", "end", "text", "sentence"]]


def _terms(condition) -> str:
    """The words of a condition, "" where there is none."""
    return " ".join(_WORD.findall(condition.casefold())) if isinstance(condition, str) else ""


def _known(study, by: str) -> pd.DataFrame:
    codes = coded(study, by=by)
    units = {name: codes["unit"].where(codes[column].notna())
             for name, column in (("under_condition", "condition"), ("reported", "reported_by"))}  # fmt: skip
    codes = codes.assign(disagree=~codes["agree"], **units)
    return codes[~codes[by].isin([UNRESOLVED, NO_SIDE])]


def _stand(n_agree: pd.Series, n_disagree: pd.Series) -> np.ndarray:
    return np.select([n_disagree == 0, n_agree == 0], ["agrees", "rejects"], "divided")


def _largest_first(table: pd.DataFrame, by: str) -> pd.DataFrame:
    """Whoever has most statements first, then by issue, stance and date."""
    size = table.groupby(by)["n_statements"].transform("sum")
    order = [column for column in ("size", by, "issue", "stance", "date") if column == "size" or column in table]
    table = table.assign(size=size).sort_values(order, ascending=[c != "size" for c in order], kind="stable")
    return table.drop(columns="size").reset_index(drop=True)
