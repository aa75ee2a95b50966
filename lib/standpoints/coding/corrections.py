"""`data/corrections.csv`: what somebody read and coded by hand, checked, with the places of its words.

One row is one statement of an article, or one position that it takes. An empty cell says nothing: the kit's answer
stays. "none" says that there is none: no such statement, no known actor, no position.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from standpoints.articles import problem
from standpoints.codebook import Codebook
from standpoints.coding.actors import Known, known_in, unknown_names
from standpoints.coding.codes import agrees, unknown_position
from standpoints.coding.places import find_article, find_beside, find_content, not_there, shortened
from standpoints.coding.tables import NONE, read_table
from standpoints.formats.languages import english
from standpoints.project import CORRECTIONS
from standpoints.reading.attribution import Span
from standpoints.registry import Registry
from standpoints.spreadsheet import as_written

COLUMNS = ["article", "source", "cue", "content", "actor", "side", "issue", "stance", "agree", "condition", "start"]
_NEEDED = ["article", "content"]
_POSITION = ("issue", "stance", "agree", "condition")
_THEN = "this row changes nothing"


class Coded(NamedTuple):
    """One row: the places of its words, and what it says. None: nothing; "none": there is none."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] | str | None = None
    cue: tuple[Span, ...] | None = None
    actor: str | None = None
    side: str | None = None
    issue: str | None = None
    stance: str | None = None
    agree: bool | None = None
    condition: str | None = None


def read_corrections(file: str | Path = CORRECTIONS) -> pd.DataFrame:
    """Return what was coded by hand: the columns of `data/corrections.csv`, as text, with the place of each row.

    No rows where there is no such file. Which columns there are, and what a cell says, is told in `data/README.md`;
    further columns (coder, note) are yours.

    Raises CodingError (a ValueError) for a file that cannot be read, lacks `article` or `content`, or has a column that
    is nearly called like one of ours.
    """
    if not Path(file).exists():
        return pd.DataFrame(columns=[*COLUMNS, "where"], dtype="str")
    return as_written(read_table(file, _NEEDED, others=COLUMNS, may_be_empty=True))


def place_corrections(
    corrections: pd.DataFrame, articles: pd.DataFrame, registry: Registry, codebook: Codebook
) -> tuple[dict[str, list[Coded]], list[dict]]:
    """Return {article_id: what is coded in it}, and a row of `problems` for each row that cannot be used.

    Needs `corrections` as `read_corrections` gives them; articles (article_id, source_file, language, text).
    """
    placed: dict[str, list[Coded]] = {}
    problems = []
    known, read = known_in(registry), {*english(articles)["article_id"]}
    rows = [_cells(row) for row in corrections.reindex(columns=[*COLUMNS, "where"]).to_dict("records")]
    named = {cells.get("article", "") for cells in rows}
    found = {written: find_article(written, articles, where="this study") for written in named}
    for cells in rows:
        file, _, where = cells.pop("where", "").rpartition(", ")
        article, why_not = found[cells.get("article", "")]
        name = None if article is None else article["article_id"]
        if name is not None and name not in read:
            why_not = f"{name} is not in English, and is not analysed."
        faults = [why_not] if why_not else list(_faults(cells, article, known, codebook))
        coded = None if faults else _placed(cells, article, known)
        if coded and (column := _contrary(coded, placed.get(name, []))):
            faults.append(f"another row of the same words says otherwise under {column}; keep one of the two.")
        if faults:
            problems.append(problem(Path(file).name, name, where, " ".join(faults).rstrip("."), _THEN))
        else:
            placed.setdefault(name, []).append(coded)
    return placed, problems


def _cells(row: dict) -> dict[str, str]:
    """What a row says, by column, without its empty cells; beside "none" for its issue nothing else of a position."""
    cells = {name: value.strip() for name, value in row.items() if isinstance(value, str) and value.strip()}
    for name in cells.keys() - {*_NEEDED}:  # “None” may be what was said
        cells[name] = NONE if cells[name].casefold() == NONE else cells[name]
    beside = _POSITION if cells.get("issue") == NONE else ()
    return {name: value for name, value in cells.items() if name == "issue" or name not in beside}


def _faults(cells: dict[str, str], article: pd.Series, known: Known, codebook: Codebook) -> Iterator[str]:
    """What of a row cannot be used, each as a sentence."""
    text, name = article["text"], article["article_id"]
    content, why_not = _content(cells, text, name)
    if why_not:
        yield why_not
    for role in ("source", "cue"):
        words = cells.get(role, NONE)
        if content and words != NONE and not find_beside(words, content, text):
            yield f"the {role} “{words}” does not stand in {name}; copy it from the text."
    if "actor" in cells or "side" in cells:
        yield from unknown_names(cells, text, known)
    if cells.get("issue") != NONE and not cells.keys().isdisjoint(_POSITION):
        if wrong := unknown_position(cells.get("issue"), cells.get("stance"), codebook):
            yield wrong
        if agrees(cells.get("agree", "yes")) is None:
            yield f"agree {cells['agree']!r}; write yes or no."


def _content(cells: dict[str, str], text: str, name: str) -> tuple[list[Span], str]:
    """The place of a row's content; else none, and why."""
    written, start = cells.get("content", ""), cells.get("start", "")
    places = find_content(written, text)
    if not written:
        return [], "no content; copy what is said from the article."
    if not places:
        return [], not_there(written, name, text)
    if start.isdecimal():
        return min(places, key=lambda pieces: abs(pieces[0][0] - int(start))), ""
    if len(places) > 1:
        twice = f"{shortened(written)} stands {len(places)} times in {name}"
        return [], f"{twice}; copy more words, or give its start."
    return places[0], ""


def _placed(cells: dict[str, str], article: pd.Series, known: Known) -> Coded:
    """A row without faults."""
    text = article["text"]
    content, _ = _content(cells, text, article["article_id"])
    found = {role: tuple(find_beside(cells[role], content, text)) for role in ("source", "cue") if role in cells}
    found |= {role: () for role in found if cells[role] == NONE}
    if cells.get("source") == NONE:
        found["source"] = NONE
    said = {name: cells[name] for name in ("side", "issue", "stance", "condition") if name in cells}
    if "stance" in said:
        said["agree"] = agrees(cells.get("agree", "yes"))
    if "actor" in cells:
        said["actor"] = NONE if cells["actor"] == NONE else known.actor(cells["actor"])
    return Coded(tuple(content), **found, **said)


def _contrary(coded: Coded, before: list[Coded]) -> str | None:
    """The column of another row of the same words that cannot be true beside this one."""
    for other in (other for other in before if other.content == coded.content):
        columns = ["source", "cue", "actor", "side"]
        columns += ["issue"] if NONE in (other.issue, coded.issue) else []
        same = (other.issue, other.stance) == (coded.issue, coded.stance)
        columns += ["agree", "condition"] if same else []
        if NONE in (other.source, coded.source) and other.source != coded.source:
            return "source"
        for name in columns:
            if len({getattr(other, name), getattr(coded, name)} - {None}) > 1:
                return name
    return None
