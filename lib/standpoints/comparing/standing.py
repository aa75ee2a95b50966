"""Where the sides stand: the tables of the positions taken.

A study in, a table out; no input is changed. Silence is not neutrality, and three kinds of it are kept apart: a side
of which no statement on an issue was found (`NOT_FOUND`), one that spoke of the issue and took no position
(`NO_POSITION`), and one that took a position on the issue, but not on this stance (`OTHER_STANCE`).
"""

import numpy as np
import pandas as pd

from standpoints.codebook import Codebook
from standpoints.comparing.counting import LEADING_SIDES, NO_SIDE, UNRESOLVED, table_of, who_speaks
from standpoints.comparing.labels import labelled
from standpoints.comparing.taken import NO_POSITION, coded, named, speaking_of
from standpoints.intervals import wilson_interval

NOT_FOUND = "no statement found"
OTHER_STANCE = "another stance only"

_CELL = ["n_statements", "n_agree", "n_disagree", "n_condition", "n_reported", "share_agree", "low", "high",
         "n_on_issue"]  # fmt: skip


def position_matrix(study) -> pd.DataFrame:
    """Return one row a side, issue and stance: how many statements agree with the stance, how many reject it.

    Needs `study.articles`, `.statements`, `.codes`. Gives side, issue, stance, state, n_statements, n_agree,
    n_disagree, n_condition (under a condition), n_reported (only as another side reports it: "Tavian said Sundia had
    offered a truce"), share_agree, low, high (Wilson interval: takes statements for independent), n_on_issue
    (statements of the side that speak of the issue, with or without a position).
    `state` is "agrees", "rejects", "divided" (both), "another stance only" (it took another stance on the issue),
    "no position taken" (it spoke of the issue) or "no statement found" (on the whole issue: silence, not neutrality).

    Every side with a statement has a row for every stance that anybody took: Russia, Ukraine, Europe first where
    present, then the others by number of statements; issues and stances by number of codes. A statement counts once
    in a cell.
    """
    codes, rows = coded(study), []
    cells = dict(iter(codes.groupby(["side", "issue", "stance"])))
    spoke, on_issue = {(side, issue) for side, issue, _ in cells}, _n_on_issue(study, codes)
    for side in sides_in_order(study.statements, codes):
        for issue, stance in by_size(codes, ["issue", "stance"]):
            cell = cells.get((side, issue, stance), codes.iloc[:0])
            n_on_issue = on_issue.get((side, issue), 0)
            silence = OTHER_STANCE if (side, issue) in spoke else NO_POSITION if n_on_issue else NOT_FOUND
            row = {"side": side, "issue": issue, "stance": stance, "state": _state(cell) if len(cell) else silence}
            rows.append(row | _cell(cell) | {"n_on_issue": n_on_issue})
    return table_of(rows, ["side", "issue", "stance", "state", *_CELL])


def stand_by_issue(study, *, codebook: Codebook | None = None) -> pd.DataFrame:
    """Return one row a side and issue: where the side stands, in words, with n.

    Gives side, issue, stand ("agrees with “Talks first” (3, 1 under a condition); rejects “Ceasefire first” (1)", "no
    position taken (2 statements on it)" or "no statement found"), with the labels of the `codebook` (the project's own
    if none is given; an id where it has none), n_statements, n_agree, n_disagree, n_condition,
    n_reported, share_agree, low, high, n_on_issue.
    n_agree and n_disagree count positions, of which a statement may take several; the share is over all stances of
    the issue, among them stances that oppose each other: read it together with `stand`.
    """
    codes, rows = coded(study), []
    spoken = dict(iter(codes.groupby(["side", "issue"])))
    for (side, issue), cells in position_matrix(study).groupby(["side", "issue"], sort=False):
        told = labelled(cells[cells["n_statements"] > 0], codebook=codebook, quoted=True)
        stand = "; ".join(map(_in_words, told.to_dict("records")))
        n_on_issue = cells["n_on_issue"].iloc[0]
        stand = stand or (_unstated(n_on_issue) if n_on_issue else NOT_FOUND)
        own = _cell(spoken.get((side, issue), codes.iloc[:0]))
        rows.append({"side": side, "issue": issue, "stand": stand} | own | {"n_on_issue": n_on_issue})
    return table_of(rows, ["side", "issue", "stand", *_CELL])


def _n_on_issue(study, codes: pd.DataFrame) -> dict[tuple[str, str], int]:
    """How many statements of a side speak of an issue: by a position taken, or by its words (column `issues`)."""
    keys = ["side", "issue", "unit"]
    rows = pd.concat([codes[keys], speaking_of(named(study))[keys]])
    return rows.drop_duplicates().groupby(["side", "issue"]).size().to_dict()


def by_size(rows: pd.DataFrame, columns: list[str]) -> list[tuple]:
    """Return the values of `columns` that occur: the issue with most codes first, within it the stance with most."""
    seen, keys = rows[columns].drop_duplicates(), []
    for depth, column in enumerate(columns, start=1):
        sizes = rows.groupby(columns[:depth]).size().rename(f"n_{depth}").reset_index()
        seen = seen.merge(sizes, on=columns[:depth], validate="many_to_one")
        keys += [f"n_{depth}", column]
    seen = seen.sort_values(keys, ascending=[False, True] * len(columns))
    return list(seen[columns].itertuples(index=False, name=None))


def sides_in_order(statements: pd.DataFrame, codes: pd.DataFrame) -> list[str]:
    """Return the leading sides, the others by number of statements, and last the unknown where they took a position."""
    by_n = [side for (side,) in by_size(who_speaks(statements, "side").to_frame("side"), ["side"])]
    unknown = [side for side in (NO_SIDE, UNRESOLVED) if (codes["side"] == side).any()]
    others = [side for side in by_n if side not in (*LEADING_SIDES, NO_SIDE, UNRESOLVED)]
    return [side for side in LEADING_SIDES if side in by_n] + others + unknown


def _state(codes: pd.DataFrame) -> str:
    return "agrees" if codes["agree"].all() else "divided" if codes["agree"].any() else "rejects"


def _cell(codes: pd.DataFrame) -> dict:
    n_agree, n = int(codes["agree"].sum()), len(codes)
    low, high = wilson_interval(n_agree, n)
    return {
        "n_statements": codes["unit"].nunique(), "n_agree": n_agree, "n_disagree": n - n_agree,
        "n_condition": codes.loc[codes["condition"].notna(), "unit"].nunique(),
        "n_reported": codes.loc[codes["reported_by"].notna(), "unit"].nunique(),
        "share_agree": n_agree / n if n else np.nan, "low": low, "high": high,
    }  # fmt: skip


def _in_words(cell: dict) -> str:
    n_agree, n_disagree, stance = cell["n_agree"], cell["n_disagree"], cell["stance"]
    besides = f", {cell['n_condition']} under a condition" if cell["n_condition"] else ""
    besides += f", {cell['n_reported']} only as another side reports it" if cell["n_reported"] else ""
    if n_agree and n_disagree:
        return f"divided on {stance} ({n_agree} for, {n_disagree} against{besides})"
    return f"{'agrees with' if n_agree else 'rejects'} {stance} ({n_agree or n_disagree}{besides})"


def _unstated(n_on_issue: int) -> str:
    return f"{NO_POSITION} ({n_on_issue} {'statement' if n_on_issue == 1 else 'statements'} on it)"
