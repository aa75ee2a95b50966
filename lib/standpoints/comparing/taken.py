"""The positions taken: the rows that every table of positions counts, and the statements behind any mark.

A study in, a table out; no input is changed.
"""

import numpy as np
import pandas as pd

from standpoints.clusters import units
from standpoints.comparing.counting import NO_SIDE, UNRESOLVED, instruments, who_speaks
from standpoints.comparing.words import words_said

NO_POSITION = "no position taken"


def coded(study, *, by: str = "side") -> pd.DataFrame:
    """Return the positions that count: one row a side (or actor, `by="actor"`), unit, issue, stance and agreement.

    All tables of positions count these rows. Gives the columns of `codes` with unit, side, actor and reported_by (see
    `named`) and published (the article's date, NaT if unknown). Of two alike the one with a condition is kept, then the
    earliest.
    """
    statements = named(study)[["article_id", "statement_id", "unit", "side", "actor", "reported_by"]]
    dates = pd.to_datetime(study.articles.set_index("article_id")["published"], errors="coerce")
    rows = study.codes.merge(statements, on=["article_id", "statement_id"], how="left", validate="many_to_one")
    rows = rows.assign(agree=rows["agree"].astype(bool), published=rows["article_id"].map(dates))
    rows = rows.assign(bare=rows["condition"].isna()).sort_values(["bare", "published"], kind="stable")
    rows = rows.drop_duplicates([by, "unit", "issue", "stance", "agree"]).sort_index()
    return rows.drop(columns="bare")


def evidence(study, *, side=None, actor=None, issue=None, stance=None, agree=None, word=None) -> pd.DataFrame:
    """Return the statements behind a mark, in text order: who says what, where, and how it was decided.

    Without issue, stance and agree: one row a statement, as the charts of voice, tone and words count them: those
    inside another statement are left out. With any of the three: one row a position taken, inside another statement or
    not, with issue, stance, agree, condition, how, score and `evidence`, the words of the article that decided it. With
    `stance="no position taken"`: one row a statement that speaks of the issue (`issues`) and takes no position on it.
    `word` asks for the statements that hold it; see `distinctive_words`. Each row has article_id, title, outlet,
    published, text with its start and end in the article, actor, side, reported_by (see `named`), speaker, cue,
    cue_class, resolved_by and the tone. `side="speaker not resolved"` asks for those. Empty where nothing was found.

    A statement that several articles report has a row for each; charts count one a `statement_cluster`. Of silence
    ("declined to comment", cue_class "silent") there are rows and no share of voice. Who is spoken of, and not who
    speaks, is asked of `spoken_of`.

    Raises ValueError for a value that does not occur in the study; the message names those that do.
    """
    wanted = {"side": side, "actor": actor, "issue": issue, "stance": stance, "agree": agree}
    wanted = {column: value for column, value in wanted.items() if value is not None}
    statements = named(study)
    if stance == NO_POSITION:
        rows = _without_position(statements, study.codes)
        wanted.pop("stance")
    else:
        of_positions = {"issue", "stance", "agree"} & set(wanted)
        rows = _positions(study) if of_positions else statements[statements["within"].isna()]
    for column, value in wanted.items():
        if column != "agree":  # a side that rejects nothing is no mistake
            there = [table[column] for table in (statements, study.codes, rows) if column in table]
            check_value(pd.concat(there), column, value)
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    if word is not None:
        rows = rows[[word.lower() in words for words in words_said(rows, study.articles)]]
    return _with_articles(study, rows)


def positions_taken(study) -> pd.DataFrame:
    """Return every position taken, one row each, by issue and side: the rows behind `position_matrix`.

    Columns as `evidence` gives them for positions; an empty table where no statement takes a position.
    """
    return _with_articles(study, _positions(study)).sort_values(["issue", "side"], kind="stable", ignore_index=True)


def named(study) -> pd.DataFrame:
    """Return the statements with side and actor in words also where they are unknown, unit and reported_by.

    unit is what counts once: the statement, or all copies of it where they are known (`statement_cluster`). reported_by
    is the other side inside whose statement this one stands ("Tavian said Sundia had offered a truce": Norland): nobody
    heard it from the side itself. Else NaN, also where the outer speaker is not known or has no side: that is no other
    side ("Sundia wants a truce, its spokesman Ralf Ode said", of whom the registry knows nothing).
    """
    statements = study.statements
    names = {by: who_speaks(statements, by) for by in ("side", "actor")}
    outer = statements["within"].map(names["side"].set_axis(statements["statement_id"]))
    another = (outer != names["side"]) & ~outer.isin([UNRESOLVED, NO_SIDE])
    return statements.assign(unit=units(statements), reported_by=outer.where(another), **names)


def speaking_of(statements: pd.DataFrame) -> pd.DataFrame:
    """Return one row a statement and issue that its words name (`issues`, "river; tolls"), the issue in `issue`."""
    issues = statements["issues"] if "issues" in statements else pd.Series(np.nan, index=statements.index, dtype="str")
    return statements.assign(issue=issues.str.split("; ")).explode("issue").dropna(subset="issue")


def check_value(column: pd.Series, name: str, value) -> None:
    """Raise ValueError for a value that the column does not hold; the message names those that it does."""
    there = sorted(column.dropna().unique().tolist())
    if value not in there:
        allowed = ", ".join(map(str, there)) or "nothing: no statement of the study has one"
        raise ValueError(f"{name}={value!r} does not occur in this study; {name} can be: {allowed}")


def in_article_order(rows: pd.DataFrame, articles: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return the rows in the order of `articles`, within one by these columns: press-2 stands before press-10."""
    place = {article_id: number for number, article_id in enumerate(articles["article_id"])}
    rows = rows.assign(place_of_article=rows["article_id"].map(place))
    rows = rows.sort_values(["place_of_article", *columns], kind="stable", ignore_index=True)
    return rows.drop(columns="place_of_article")


def _positions(study) -> pd.DataFrame:
    return study.codes.merge(named(study), on=["article_id", "statement_id"], how="left", validate="many_to_one")


def _without_position(statements: pd.DataFrame, codes: pd.DataFrame) -> pd.DataFrame:
    """One row a statement and issue that it speaks of without a position; needs the column `issues`."""
    rows = speaking_of(statements)
    taken = pd.MultiIndex.from_frame(codes[["statement_id", "issue"]])
    return rows[~pd.MultiIndex.from_frame(rows[["statement_id", "issue"]]).isin(taken)]


def _with_articles(study, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in text order, with their article's title, outlet and date, in the order of columns of `evidence`."""
    own = ["article_id", "title", "outlet", "published", "text"]  # others are the user's; one may be called `side`
    articles = study.articles.reindex(columns=own).rename(columns={"text": "article_text"})
    rows = rows.merge(articles, on="article_id", how="left", validate="many_to_one")
    if "evidence_start" in rows:
        rows["evidence"] = [_words_of(row) for row in rows.to_dict("records")]
    columns = [
        "article_id", "title", "outlet", "published", "statement_id", "actor", "side", "reported_by", "speaker", "cue",
        "cue_class", "text", "start", "end", "issue", "stance", "agree", "condition", "how", "score", "evidence",
        "evidence_start", "evidence_end", *(f"tone_{name}" for name in instruments(rows)), "resolved_by", "within",
        "statement_cluster",
    ]  # fmt: skip
    rows = in_article_order(rows, study.articles, "start", "end", "statement_id")
    return rows[[column for column in columns if column in rows]]


def _words_of(row: dict):
    """The words of the article that decided a code; NaN where the code names none."""
    if pd.isna(row["evidence_start"]):
        return np.nan
    return row["article_text"][int(row["evidence_start"]) : int(row["evidence_end"])]
