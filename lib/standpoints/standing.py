"""Where the sides stand: the tables of the positions taken, and the statements behind any mark.

A study in, a table out; no input is changed. Silence is not neutrality: a side that said nothing on an issue is
`NOT_FOUND` there; a side that spoke on the issue, but not on this stance, is `OTHER_STANCE`.
"""

import numpy as np
import pandas as pd

from standpoints.compare import NO_SIDE, UNRESOLVED, instruments, who_speaks
from standpoints.intervals import wilson_interval

NOT_FOUND = "no statement found"
OTHER_STANCE = "another stance only"
LEADING_SIDES = ("Russia", "Ukraine", "Europe")

_CELL = ["n_statements", "n_agree", "n_disagree", "n_condition", "n_reported", "share_agree", "low", "high"]


def position_matrix(study) -> pd.DataFrame:
    """Return one row a side, issue and stance: how many statements agree with the stance, how many reject it.

    Needs `study.statements` and `study.codes`. Gives side, issue, stance, state, n_statements, n_agree, n_disagree,
    n_condition (under a condition), n_reported (only as another side reports it: "Tavian said Sundia had offered
    a truce"), share_agree, low, high (Wilson interval: takes statements for independent).
    `state` is "agrees", "rejects", "divided" (both), "another stance only" (the side spoke on the issue, not on
    this stance) or "no statement found" (nothing on the whole issue; it is silence, not neutrality).

    Every side with a statement has a row for every stance that anybody took: Russia, Ukraine, Europe first where
    present, then the others by number of statements; issues and stances by number of codes. A statement counts once
    in a cell.
    """
    coded, rows = _coded(study), []
    cells = dict(iter(coded.groupby(["side", "issue", "stance"])))
    spoke = {(side, issue) for side, issue, _ in cells}
    for side in _sides(study.statements, coded):
        for issue, stance in _by_size(coded, ["issue", "stance"]):
            cell = cells.get((side, issue, stance), coded.iloc[:0])
            state = _state(cell) if len(cell) else OTHER_STANCE if (side, issue) in spoke else NOT_FOUND
            rows.append({"side": side, "issue": issue, "stance": stance, "state": state} | _cell(cell))
    return pd.DataFrame(rows, columns=["side", "issue", "stance", "state", *_CELL])


def stand_by_issue(study) -> pd.DataFrame:
    """Return one row a side and issue: where the side stands, in words, with n.

    Gives side, issue, stand ("agrees with talks-first (3, 1 under a condition); rejects ceasefire-first (1)", or
    "no statement found"), n_statements, n_agree, n_disagree, n_condition, n_reported, share_agree, low, high.
    n_agree and n_disagree count positions, of which a statement may take several; the share is over all stances of
    the issue, among them stances that oppose each other: read it together with `stand`.
    """
    coded, rows = _coded(study), []
    spoken = dict(iter(coded.groupby(["side", "issue"])))
    for (side, issue), cells in position_matrix(study).groupby(["side", "issue"], sort=False):
        stand = "; ".join(_in_words(cell) for cell in cells.to_dict("records") if cell["n_statements"])
        own = spoken.get((side, issue), coded.iloc[:0])
        rows.append({"side": side, "issue": issue, "stand": stand or NOT_FOUND} | _cell(own))
    return pd.DataFrame(rows, columns=["side", "issue", "stand", *_CELL])


def evidence(study, *, side=None, actor=None, issue=None, stance=None, agree=None) -> pd.DataFrame:
    """Return the statements behind a mark, in text order: who says what, where, and how it was decided.

    Without issue, stance and agree: one row a statement. With any of them: one row a position taken, with issue,
    stance, agree, condition, how, score and `evidence`, the words of the article that decided it. Each row has
    article_id, title, outlet, published, text with its start and end in the article, actor, side, speaker, cue,
    resolved_by and the tone. `side="speaker not resolved"` asks for those. Empty where nothing was found.

    Raises ValueError for a value that does not occur in the study; the message names those that do.
    """
    wanted = {"side": side, "actor": actor, "issue": issue, "stance": stance, "agree": agree}
    wanted = {column: value for column, value in wanted.items() if value is not None}
    rows = _positions(study) if {"issue", "stance", "agree"} & set(wanted) else _named(study)
    for column, value in wanted.items():
        _check_value(rows[column], column, value)
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    return _with_articles(study, rows)


def positions_taken(study) -> pd.DataFrame:
    """Return every position taken, one row each, by issue and side: the rows behind `position_matrix`.

    Columns as `evidence` gives them for positions; an empty table where no statement takes a position.
    """
    return _with_articles(study, _positions(study)).sort_values(["issue", "side"], kind="stable", ignore_index=True)


def _named(study) -> pd.DataFrame:
    return study.statements.assign(**{by: who_speaks(study.statements, by) for by in ("side", "actor")})


def _positions(study) -> pd.DataFrame:
    return study.codes.merge(_named(study), on=["article_id", "statement_id"], how="left", validate="many_to_one")


def _with_articles(study, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in text order, with their article's title, outlet and date, in the order of columns of `evidence`."""
    articles = study.articles.rename(columns={"text": "article_text"})
    rows = rows.merge(articles, on="article_id", how="left", validate="many_to_one")
    if "evidence_start" in rows:
        rows["evidence"] = [_words_of(row) for row in rows.to_dict("records")]
    columns = [
        "article_id", "title", "outlet", "published", "statement_id", "actor", "side", "speaker", "cue", "text",
        "start", "end", "issue", "stance", "agree", "condition", "how", "score", "evidence", "evidence_start",
        "evidence_end", *(f"tone_{name}" for name in instruments(rows)), "resolved_by", "within",
    ]  # fmt: skip
    rows = rows.sort_values(["article_id", "start", "end", "statement_id"], kind="stable", ignore_index=True)
    return rows[[column for column in columns if column in rows]]


def _coded(study) -> pd.DataFrame:
    """One row a statement, issue, stance and agreement, with the side that speaks."""
    side = study.statements[["article_id", "statement_id", "within"]]
    side = side.assign(side=who_speaks(study.statements, "side"))
    outer = side["within"].map(side.set_index("statement_id")["side"])
    side["reported"] = outer.notna() & (outer != side["side"])
    codes = study.codes.sort_values("condition", kind="stable")  # of two alike keep the one with a condition
    codes = codes.drop_duplicates(["statement_id", "issue", "stance", "agree"])
    coded = codes.merge(side, on=["article_id", "statement_id"], how="left", validate="many_to_one")
    return coded.assign(agree=coded["agree"].astype(bool))


def _by_size(rows: pd.DataFrame, columns: list[str]) -> list[tuple]:
    """The values of `columns` that occur: the issue with most codes first, within it the stance with most."""
    seen, keys = rows[columns].drop_duplicates(), []
    for depth, column in enumerate(columns, start=1):
        sizes = rows.groupby(columns[:depth]).size().rename(f"n_{depth}").reset_index()
        seen = seen.merge(sizes, on=columns[:depth], validate="many_to_one")
        keys += [f"n_{depth}", column]
    seen = seen.sort_values(keys, ascending=[False, True] * len(columns))
    return list(seen[columns].itertuples(index=False, name=None))


def _sides(statements: pd.DataFrame, coded: pd.DataFrame) -> list[str]:
    """Leading sides, the others by number of statements, and last the unknown where they took a position."""
    by_n = [side for (side,) in _by_size(who_speaks(statements, "side").to_frame("side"), ["side"])]
    unknown = [side for side in (NO_SIDE, UNRESOLVED) if (coded["side"] == side).any()]
    others = [side for side in by_n if side not in (*LEADING_SIDES, NO_SIDE, UNRESOLVED)]
    return [side for side in LEADING_SIDES if side in by_n] + others + unknown


def _state(codes: pd.DataFrame) -> str:
    return "agrees" if codes["agree"].all() else "divided" if codes["agree"].any() else "rejects"


def _cell(codes: pd.DataFrame) -> dict:
    n_agree, n = int(codes["agree"].sum()), len(codes)
    low, high = wilson_interval(n_agree, n)
    return {
        "n_statements": codes["statement_id"].nunique(), "n_agree": n_agree, "n_disagree": n - n_agree,
        "n_condition": codes.loc[codes["condition"].notna(), "statement_id"].nunique(),
        "n_reported": codes.loc[codes["reported"].astype(bool), "statement_id"].nunique(),
        "share_agree": n_agree / n if n else np.nan, "low": low, "high": high,
    }  # fmt: skip


def _in_words(cell: dict) -> str:
    n_agree, n_disagree, stance = cell["n_agree"], cell["n_disagree"], cell["stance"]
    besides = f", {cell['n_condition']} under a condition" if cell["n_condition"] else ""
    besides += f", {cell['n_reported']} only as another side reports it" if cell["n_reported"] else ""
    if n_agree and n_disagree:
        return f"divided on {stance} ({n_agree} for, {n_disagree} against{besides})"
    return f"{'agrees with' if n_agree else 'rejects'} {stance} ({n_agree or n_disagree}{besides})"


def _check_value(column: pd.Series, name: str, value) -> None:
    there = sorted(column.dropna().unique().tolist())
    if value not in there:
        allowed = ", ".join(map(str, there)) or "nothing: no statement of the study has one"
        raise ValueError(f"{name}={value!r} does not occur in this study; {name} can be: {allowed}")


def _words_of(row: dict):
    """The words of the article that decided a code; NaN where the code names none."""
    if pd.isna(row["evidence_start"]):
        return np.nan
    return row["article_text"][int(row["evidence_start"]) : int(row["evidence_end"])]
