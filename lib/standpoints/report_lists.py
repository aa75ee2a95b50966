"""The lists of a report: whose side is not known, who could not be named, what was left out, what was read."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import pandas as pd

from standpoints.comparing.counting import NO_SIDE, several
from standpoints.project import shown_path
from standpoints.readable_tables import table_html
from standpoints.registry import listed_actors, read_registry
from standpoints.report_charts import Anchors, Part
from standpoints.unlisted import unlisted_actors

ROWS_SHOWN = 100
"""So many rows of a list stand in the report; it says where the others are."""

_SHORT = 20  # so many rows of a list are seen at once
_NAMED = 5  # so many speakers are named in a sentence
_RANKED = "; sp.unlisted_actors(study) lists all"


def side_not_known(study, registry: str | Path) -> Part:
    """Return who speaks and has no side: a chart of sides can only say “side not known”."""
    file = f"<code>{escape(shown_path(Path(registry) / 'actors.csv'))}</code>"
    rows = unlisted_actors(study, registry=read_registry(registry))
    rows, listed = rows[rows["n_statements"] > 0], _without_a_side(study, registry, file)
    told = "" if listed else "<p>Every speaker with a name has a side.</p>"
    if len(rows):
        n, words = int(rows["n_statements"].sum()), int(rows["n_words"].sum())
        told = (
            f"<p>{several(n, 'statement')} ({several(words, 'word')}) of {several(len(rows), 'speaker')} whom the "
            f"registry does not hold: the charts show them as “{NO_SIDE}”, and no side is given their words. To give "
            f"somebody a side, add a line to {file}, such as <code>{escape(_line(rows.iloc[0]))}</code> (actor, side, "
            "kind, aliases, pronouns), and run again.</p>\n"
            + _list(rows[["actor", "n_statements", "n_words", "introduced_as"]], elsewhere=_RANKED)
        )
    return Part("side-not-known", "Whose side is not known", told + listed)


def _without_a_side(study, registry: str | Path, file: str) -> str:
    """Who speaks and stands in the registry without a side."""
    sideless = study.statements.loc[study.statements["side"].isna(), "actor"].dropna()
    listed = sideless[sideless.isin(list(listed_actors(registry)))].value_counts(sort=False).sort_index()
    if listed.empty:
        return ""
    names = ", ".join(listed.index[:_NAMED]) + (" …" if len(listed) > _NAMED else "")
    return f"<p>Without a side in {file}: {escape(names)}. If they take one, write it on the line that is there.</p>"


def _line(row: pd.Series) -> str:
    name = f'"{row["actor"]}"' if "," in row["actor"] else row["actor"]
    return f"{name},SIDE,{'KIND' if pd.isna(row['kind']) else row['kind']},,"


def not_resolved(study, anchors: Anchors) -> Part:
    """Return the statements of unknown speakers, first those whose words (“the officials”) stand for most of them."""
    rows = study.statements[study.statements["actor"].isna()]
    hanging = rows.groupby("speaker")["speaker"].transform("size").fillna(0)
    order = ["hanging", "speaker", "statement_id"]
    rows = rows.assign(hanging=hanging).sort_values(order, ascending=[False, True, True])
    rows = rows[["text", "speaker", "cue", "statement_id"]].rename(columns={"statement_id": "_statement_id"})
    return Part("not-resolved", "Speakers not resolved", (
        f"<p>{several(len(rows), 'statement')} of {len(study.statements):,}: nobody could tell who speaks. Who it is "
        "can be said in <code>corrections.csv</code>, in the data folder.</p>\n"
        + _list(rows, elsewhere=", all in tables/statements.csv", empty="None.", link=anchors.link)
    ))  # fmt: skip


def left_out(study, failed: Sequence[str]) -> Part:
    """Return what could not be made (`failed`, one line each) or read, and what is doubtful."""
    lines = "".join(f"<li>{escape(line)}</li>" for line in failed)
    told = f"<p>Not made, with the charts of a notebook after the cell that failed:</p>\n<ul>{lines}</ul>\n"
    table = _list(study.problems, elsewhere=", all in tables/problems.csv", empty="" if failed else "Nothing.")
    return Part("problems", "What was left out or is doubtful", (told if failed else "") + table)


def what_was_read(study) -> Part:
    """Return the articles, without their texts."""
    articles = study.articles
    columns = [c for c in ("title", "outlet", "published", "n_words", "article_id") if c in articles]
    table = _list(articles[columns], elsewhere=", all in tables/articles.csv")
    return Part("read", "What was read", table)


def _list(rows: pd.DataFrame, **options) -> str:
    """The table; a long one is folded."""
    table = table_html(rows, most=ROWS_SHOWN, **options)
    return f"<details><summary>The list ({len(rows):,})</summary>\n{table}</details>" if len(rows) > _SHORT else table
