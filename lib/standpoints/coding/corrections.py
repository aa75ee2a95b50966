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
from standpoints.coding.codes import agrees, unknown_position
from standpoints.coding.places import find_article, find_beside, find_content, not_there, shortened
from standpoints.coding.tables import CodingError, read_table
from standpoints.formats.languages import english
from standpoints.naming.entourage import side_of
from standpoints.naming.names import Names
from standpoints.project import CORRECTIONS
from standpoints.reading.attribution import Span
from standpoints.registry import Registry, nearest, read_aliases
from standpoints.spreadsheet import as_written

COLUMNS = ["article", "source", "cue", "content", "actor", "side", "issue", "stance", "agree", "condition", "start"]
NONE = "none"
_NEEDED = ["article", "content"]
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
    table = as_written(read_table(file, _NEEDED, may_be_empty=True))
    missing = {name for name in COLUMNS if name not in table}
    for column in table.columns.difference([*COLUMNS, "where"]):
        if missing and (near := nearest(column, missing)):
            raise CodingError(f"{file}, line 1: column {column!r} is not known; is {near!r} meant? Mend its name.")
    return table


def place_corrections(
    corrections: pd.DataFrame, articles: pd.DataFrame, registry: Registry, codebook: Codebook
) -> tuple[dict[str, list[Coded]], list[dict]]:
    """Return {article_id: what is coded in it}, and a row of `problems` for each row that cannot be used.

    Needs `corrections` as `read_corrections` gives them; articles (article_id, source_file, language, text).
    """
    placed: dict[str, list[Coded]] = {}
    problems = []
    known = _known(registry, codebook)
    for row in corrections.reindex(columns=[*COLUMNS, "where"]).itertuples(index=False):
        cells = {name: value.strip() for name, value in row._asdict().items() if isinstance(value, str)}
        file, _, where = cells.pop("where", "").rpartition(", ")
        article, why_not = find_article(cells.get("article", ""), articles, where="this study")
        faults = [why_not] if article is None else list(_faults(cells, article, known))
        coded = None if faults else _placed(cells, article["text"], known)
        beside = [] if coded is None else placed.setdefault(article["article_id"], [])
        if coded and (before := _contrary(coded, beside)):
            faults.append(f"another row says {before} of the same words; keep one of the two.")
        if faults:
            name = None if article is None else article["article_id"]
            problems.append(problem(Path(file).name, name, where, " ".join(faults).rstrip("."), _THEN))
        else:
            beside.append(coded)
    return placed, problems


class _Known(NamedTuple):
    """Whom and what a row may name; `actors` by every name that the registry has for them."""

    actors: dict[str, str]
    names: Names
    sides: list[str]
    codebook: Codebook

    def actor(self, written: str) -> str:
        """The actor as the registry has it; one that it lacks as written."""
        return self.actors.get(written.casefold(), written)


def _known(registry: Registry, codebook: Codebook) -> _Known:
    rows = registry.actors[["actor", "aliases"]].fillna("").itertuples(index=False)
    called = [(alias.casefold(), actor) for actor, aliases in rows for alias, _ in read_aliases(aliases)]
    actors = dict(called) | {actor.casefold(): actor for actor in registry.actors["actor"]}
    return _Known(actors, registry.names, sorted(set(registry.actors["side"].dropna())), codebook)


def _faults(cells: dict[str, str], article: pd.Series, known: _Known) -> Iterator[str]:
    """What of a row cannot be used, each as a sentence."""
    text, name = article["text"], article["article_id"]
    if english(article.to_frame().T).empty:
        yield f"{name} is not in English, and is not analysed."
        return
    content = cells.get("content", "")
    places = find_content(content, text)
    if not content:
        yield "no content; copy what is said from the article."
    elif not places:
        yield not_there(content, name, text)
    elif len(places) > 1 and not cells.get("start", "").isdecimal():
        yield f"{shortened(content)} stands {len(places)} times in {name}; copy more words, or give its start."
    for role in ("source", "cue"):
        words = cells.get(role, "")
        if places and words and words != NONE and not find_beside(words, places[0], text):
            yield f"the {role} “{words}” does not stand in {name}; copy it from the text."
    yield from _unknown_names(cells, known)
    if cells.get("issue", NONE) != NONE or "stance" in cells:
        if wrong := unknown_position(cells.get("issue"), cells.get("stance"), known.codebook):
            yield wrong
        if agrees(cells.get("agree", "yes")) is None:
            yield f"agree {cells['agree']!r}; write yes or no."


def _unknown_names(cells: dict[str, str], known: _Known) -> Iterator[str]:
    actor, side = (cells.get(name, NONE) for name in ("actor", "side"))
    if side not in (NONE, *known.sides):
        near = nearest(side, set(known.sides))
        mend = f"is {near!r} meant? Write it so." if near else f"write one of {', '.join(known.sides)}."
        yield f"the registry has no side {side!r}; {mend}"
    if actor != NONE and actor.casefold() not in known.actors and (near := _one_slip_from(actor, known.actors)):
        yield f"the registry has no actor {actor!r}; is {near!r} meant? Write it so, or add a row to actors.csv."
    own = side_of(known.actor(actor), known.names)
    if isinstance(own, str) and "side" in cells and side != own:
        yield f"{known.actor(actor)} is of the side {own} in actors.csv; write no other side here."


def _one_slip_from(actor: str, actors: dict[str, str]) -> str | None:
    """The actor of the registry who is called the same but for one letter; who it lacks may be called as he likes."""
    from rapidfuzz.distance import OSA

    name = actor.casefold()
    return next(
        (own for other, own in actors.items() if len(name) >= 5 and OSA.distance(name, other, score_cutoff=1) == 1),
        None,
    )


def _placed(cells: dict[str, str], text: str, known: _Known) -> Coded:
    places = find_content(cells["content"], text)
    start = int(cells["start"]) if cells.get("start", "").isdecimal() else 0
    content = min(places, key=lambda pieces: abs(pieces[0][0] - start))
    found = {role: tuple(find_beside(cells[role], content, text)) for role in ("source", "cue") if role in cells}
    if cells.get("source") == NONE:
        found["source"] = NONE
    said = {name: cells.get(name) for name in ("side", "issue", "stance", "condition")}
    actor = cells.get("actor") and (NONE if cells["actor"] == NONE else known.actor(cells["actor"]))
    agree = agrees(cells.get("agree", "yes")) if said["stance"] else None
    return Coded(tuple(content), **found, actor=actor, agree=agree, **said)


def _contrary(coded: Coded, before: list[Coded]) -> str | None:
    """What another row says of the same words that cannot be true beside this one."""
    for other in (other for other in before if other.content == coded.content):
        if other.actor and coded.actor and other.actor != coded.actor:
            return f"that the actor is {other.actor}"
        if NONE in (other.source, coded.source) and other.source != coded.source:
            return "whether anybody says it, or not,"
        if NONE in (other.issue, coded.issue) and other.issue and coded.issue and other.issue != coded.issue:
            return f"that the issue is {other.issue}"
        if coded.stance and other[5:7] == coded[5:7] and other.agree != coded.agree:
            return "the contrary of agree"
    return None
