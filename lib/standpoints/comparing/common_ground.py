"""How far two sides stand together: issue by issue, and in sum."""

from itertools import combinations

import numpy as np
import pandas as pd

from standpoints.codebook import Codebook
from standpoints.comparing.counting import NO_SIDE, UNRESOLVED, table_of
from standpoints.comparing.opposites import in_common, names_of, with_opposites
from standpoints.comparing.standing import by_size, sides_in_order
from standpoints.comparing.taken import coded
from standpoints.intervals import wilson_interval

TOGETHER, AGAINST, PARTLY = "together", "against each other", "partly together"
DIVIDED, APART, SILENT = "one is divided", "on different stances", "not both heard"

_BY_ISSUE = ["side", "other", "issue", "relation", "together", "against", "divided", "n_statements",
             "other_n_statements"]  # fmt: skip
_COUNTED = {TOGETHER: "n_together", AGAINST: "n_against", PARTLY: "n_partly", DIVIDED: "n_divided", APART: "n_apart"}


def agreement_by_issue(study, *, codebook: Codebook | None = None, clear: float = 2 / 3) -> pd.DataFrame:
    """Return one row a pair of sides and issue: whether they stand together there or against each other.

    A side is for a stance if at least the share `clear` of its statements on the stance agrees with it, against it if
    as many reject it or agree with its opposite, else divided. What only another side reports of it is left out.
    Gives side, other, issue, relation, n_statements and other_n_statements (statements of each that take a position
    on the issue), and the stances by name: together ("open-river"; "not tolls" where both reject it), against (the
    stance that `side` is for and `other` against, where there is one) and divided (where one of them is).

    `relation` is "together", "against each other", "partly together" (on one stance so, on another so), "one is
    divided", "on different stances" (nothing to compare) or "not both heard".
    Every pair of known sides that took a position, and every issue, has a row. Give `codebook` where the study was
    coded with another one than the project's. It cannot see how much a stance matters to a side.

    Raises ValueError for a stance that the codebook does not have.
    """
    codes = coded(study)
    codes = codes[~codes["side"].isin([UNRESOLVED, NO_SIDE]) & codes["reported_by"].isna()]
    sides, issues = sides_in_order(study.statements, codes), [issue for (issue,) in by_size(codes, ["issue"])]
    sides = [side for side in sides if (codes["side"] == side).any()]
    n = codes.groupby(["side", "issue"])["unit"].nunique()
    both = in_common(_stands(with_opposites(codes, codebook), sides, clear), "side")
    compared = dict(iter(both.groupby(["side", "side_other", "issue"], observed=True)))
    rows = []
    for side, other in combinations(sides, 2):
        for issue in issues:
            counts = {"n_statements": n.get((side, issue), 0), "other_n_statements": n.get((other, issue), 0)}
            relation = {"relation": APART if all(counts.values()) else SILENT}
            if (side, other, issue) in compared:
                relation = _relation(compared[side, other, issue])
            rows.append({"side": side, "other": other, "issue": issue} | relation | counts)
    return table_of(rows, _BY_ISSUE)


def agreement_of_sides(study, *, codebook: Codebook | None = None, clear: float = 2 / 3) -> pd.DataFrame:
    """Return one row a pair of sides: on how many issues they stand together, and on how many against each other.

    Gives side, other, n_issues (on which both took a position), n_together, n_against, n_partly, n_divided, n_apart
    (which sum to n_issues), the issues by name (together, against, partly), share_together (of n_together + n_against +
    n_partly), low, high (Wilson interval: takes issues for independent), n_statements and other_n_statements (on these
    issues). Options, and what is meant by together, as in `agreement_by_issue`, the rows behind this table.
    """
    rows, by_issue = [], agreement_by_issue(study, codebook=codebook, clear=clear)
    for (side, other), pair in by_issue.groupby(["side", "other"], sort=False):
        heard = pair[pair["relation"] != SILENT]
        n = {name: int((heard["relation"] == relation).sum()) for relation, name in _COUNTED.items()}
        names = {
            column: names_of(heard.loc[heard["relation"] == relation, "issue"])
            for relation, column in ((TOGETHER, "together"), (AGAINST, "against"), (PARTLY, "partly"))
        }
        compared = n["n_together"] + n["n_against"] + n["n_partly"]
        low, high = wilson_interval(n["n_together"], compared)
        share = {"share_together": n["n_together"] / compared if compared else np.nan, "low": low, "high": high}
        statements = {column: int(heard[column].sum()) for column in ("n_statements", "other_n_statements")}
        rows.append({"side": side, "other": other, "n_issues": len(heard)} | n | names | share | statements)
    columns = ["side", "other", "n_issues", *_COUNTED.values(), "together", "against", "partly", "share_together",
               "low", "high", "n_statements", "other_n_statements"]  # fmt: skip
    return table_of(rows, columns)


def _stands(codes: pd.DataFrame, sides: list[str], clear: float) -> pd.DataFrame:
    """Where each side stands on each stance: 1 for it, −1 against it, 0 divided."""
    stands = codes.groupby(["side", "issue", "axis", "stance"], as_index=False)["agree"].mean()
    share = stands["agree"].round(9)  # a share of just 2/3 is clear, whatever its last digit
    stand = (share >= round(clear, 9)).astype(int) - (share <= round(1 - clear, 9)).astype(int)
    return stands.assign(stand=stand, side=pd.Categorical(stands["side"], sides))


def _relation(both: pd.DataFrame) -> dict:
    """How two sides stand to each other on an issue, with the stances that show it; needs rows of `in_common`."""
    product = both["stand"] * both["stand_other"]
    found = {"together": product > 0, "against": product < 0, "divided": product == 0}
    relation = TOGETHER if found["together"].any() else AGAINST if found["against"].any() else DIVIDED
    relation = PARTLY if found["together"].any() and found["against"].any() else relation
    return {"relation": relation} | {column: names_of(both.loc[rows, "name"]) for column, rows in found.items()}
