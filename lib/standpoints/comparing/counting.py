"""What counts, and under whose name: what the tables of `comparing` share.

Who cannot be told is a row of its own and never left out: `UNRESOLVED` (nobody knows who speaks) and `NO_SIDE` (the
actor is known, the registry gives no side).
"""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from standpoints.clusters import once_each
from standpoints.reading.cues import SILENT

UNRESOLVED = "speaker not resolved"
NO_SIDE = "side not known"
THE_REPORTER = "the reporter"
LEADING_SIDES = ("Russia", "Ukraine", "Europe")
"""The sides that the kit is there to compare: first, and in this order, where a table is not sorted by value."""

_TYPES = {
    r"n|n_\w+|other_n_\w+|others_\w+": "int64",
    r"share|share_\w+|mean|low|high|alpha|log_odds|z": "float64",
    r"enough|its_own|marked": "bool",
    r"date|last_date": "datetime64[us]",
}
"""The type of a column by its name, which means the same in every table; all other columns are text."""


def table_of(rows: Sequence, columns: list[str]) -> pd.DataFrame:
    """Return the rows as a table in which each column has its type, also where there is no row.

    Without it `table[table["enough"]]` of an empty table would be one without columns: pandas takes a column of which
    it knows no type for names of columns.
    """
    return pd.DataFrame(rows, columns=columns).astype({name: _type_of(name) for name in columns})


def _type_of(column: str) -> str:
    return next((kind for names, kind in _TYPES.items() if re.fullmatch(names, column)), "str")


def several(n: int, noun: str) -> str:
    """Return "1 word", "2 words", "1,200 words"."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def is_said(statements: pd.DataFrame) -> pd.Series:
    """Return whether each statement has words: silence ("declined to comment") has none; without cue_class all have."""
    return statements.reindex(columns=["cue_class"])["cue_class"] != SILENT


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


def counted(statements: pd.DataFrame, by: str, *, also: list[str] | None = None) -> pd.DataFrame:
    """Return the statements that count, with `who`: those inside no other one, and of one that is repeated in several
    articles the fullest report (see `clusters.py`). They are in order: the bootstrap draws by place.

    Raises ValueError for another `by` or a missing column.
    """
    needed = ["article_id", "statement_id", "actor", "side", "within", *(also or [])]
    if missing := [column for column in needed if column not in statements]:
        raise ValueError(f"the statements table has no column {', '.join(missing)}; use `study.statements`")
    rows = statements.assign(who=who_speaks(statements, by))
    return once_each(rows[rows["within"].isna()]).sort_values(["article_id", "statement_id"], ignore_index=True)


def unit_of(rows: pd.DataFrame, one: str) -> pd.Series:
    """Return what the bootstrap draws of each row: its article, or where there is one article its `one` (an id)."""
    return rows["article_id"] if rows["article_id"].nunique() > 1 else rows[one]


def name_columns(by: str) -> list[str]:
    """Return the columns that name a row: side, or actor and side."""
    return ["actor", "side"] if by == "actor" else ["side"]


def name_of(who: str, rows: pd.DataFrame, by: str) -> dict:
    """Return the cells that name a row: the side, or the actor with the side of these rows of his."""
    if by == "side":
        return {"side": who}
    sides = rows["side"].dropna()
    return {"actor": who, "side": np.nan if who == UNRESOLVED or sides.empty else sides.iloc[0]}


def unknown_last(table: pd.DataFrame, by: str, values: list[str], *, leading: bool = False) -> pd.DataFrame:
    """Return the table with the largest values first, and whom nobody knows last; `leading`: LEADING_SIDES first."""
    first = {who: place for place, who in enumerate(LEADING_SIDES)} if leading else {}
    place = table[by].map(first | dict.fromkeys([UNRESOLVED, NO_SIDE], len(first) + 1)).fillna(len(first))
    ascending = [True, *(False for _ in values), True]
    ordered = table.assign(place_in_order=place).sort_values(["place_in_order", *values, by], ascending=ascending)
    return ordered.drop(columns="place_in_order").reset_index(drop=True)
