"""`data/corrections.csv`: what somebody read and coded by hand, checked, with the places of its words.

One row is one statement of an article, or one position that it takes. An empty cell says nothing: the kit's answer
stays. "none" says that there is none: no such statement, no known actor, no position.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from standpoints.articles import problem
from standpoints.codebook import Codebook
from standpoints.coding.codes import agrees, unknown_position
from standpoints.coding.places import find_article, find_beside, find_content, find_words, not_there, shortened
from standpoints.coding.tables import CodingError, read_table
from standpoints.formats.languages import english
from standpoints.naming.entourage import side_of
from standpoints.naming.holders import terms_of
from standpoints.naming.names import Names, fold_words
from standpoints.naming.spots import find_spots
from standpoints.naming.words import Spot
from standpoints.project import CORRECTIONS
from standpoints.reading.attribution import Span
from standpoints.registry import Registry, nearest, read_aliases
from standpoints.spreadsheet import as_written

COLUMNS = ["article", "source", "cue", "content", "actor", "side", "issue", "stance", "agree", "condition", "start"]
NONE = "none"
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
    known, read = _known(registry, codebook), {*english(articles)["article_id"]}
    rows = [_cells(row) for row in corrections.reindex(columns=[*COLUMNS, "where"]).to_dict("records")]
    named = {cells.get("article", "") for cells in rows}
    found = {written: find_article(written, articles, where="this study") for written in named}
    for cells in rows:
        file, _, where = cells.pop("where", "").rpartition(", ")
        article, why_not = found[cells.get("article", "")]
        name = None if article is None else article["article_id"]
        if name is not None and name not in read:
            why_not = f"{name} is not in English, and is not analysed."
        faults = [why_not] if why_not else list(_faults(cells, article, known))
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


class _Known(NamedTuple):
    """Whom and what a row may name; `actors` by every name that the registry has for them."""

    actors: dict[str, str]
    names: Names
    sides: list[str]
    codebook: Codebook

    def actor(self, written: str) -> str:
        """Whom a cell means: the Kremlin, President Joss Tavian of the registry; a name that it lacks is itself."""
        spot = None if written.casefold() in self.actors else self.spot(written)
        whole = spot and len(spot.actors) == 1 and (spot.full or spot.how == "alias")
        return spot.actors[0] if whole else self.actors.get(written.casefold(), written)

    def spot(self, written: str) -> Spot | None:
        """What all of a cell names, if the registry knows of it: somebody, or an office."""
        words = re.sub(r"^the ", "", written, flags=re.IGNORECASE)
        words = words.title() if words.islower() else words
        for spot in find_spots(words, self.names)[:1]:
            if spot.kind != "unlisted" and words[spot.lead if spot.lead >= 0 else spot.start : spot.end] == words:
                return spot
        return None


def _known(registry: Registry, codebook: Codebook) -> _Known:
    rows = registry.actors[["actor", "aliases"]].fillna("").itertuples(index=False)
    called = [(alias.casefold(), actor) for actor, aliases in rows for alias, _ in read_aliases(aliases)]
    actors = dict(called) | {actor.casefold(): actor for actor in registry.actors["actor"]}
    return _Known(actors, registry.names, sorted(set(registry.actors["side"].dropna())), codebook)


def _faults(cells: dict[str, str], article: pd.Series, known: _Known) -> Iterator[str]:
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
        yield from _unknown_names(cells, text, known)
    if cells.get("issue") != NONE and not cells.keys().isdisjoint(_POSITION):
        if wrong := unknown_position(cells.get("issue"), cells.get("stance"), known.codebook):
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


def _unknown_names(cells: dict[str, str], text: str, known: _Known) -> Iterator[str]:
    actor, side = (cells.get(name, NONE) for name in ("actor", "side"))
    if side not in (NONE, *known.sides):
        near = nearest(side, set(known.sides))
        mend = f"is {near!r} meant? Write it so." if near else f"write one of {', '.join(known.sides)}."
        yield f"the registry has no side {side!r}; {mend}"
    if actor != NONE and (wrong := _unknown_actor(actor, text, known)):
        yield wrong
    own = side_of(known.actor(actor), known.names)
    if isinstance(own, str) and "side" in cells and side != own:
        yield f"{known.actor(actor)} is of the side {own} in actors.csv; write no other side here."


def _unknown_actor(actor: str, text: str, known: _Known) -> str | None:
    """What to say of an actor whom the registry lacks, where somebody of it may be meant, or nobody is."""
    if known.actor(actor) != actor or actor in known.names.kinds:
        return None
    spot = known.spot(actor)
    terms = terms_of(known.names, spot.role, spot.owner) if spot and spot.owner else []
    near = {*spot.actors, *(term.actor for term in terms)} if spot else _one_slip_from(actor, text, known.actors)
    if near:
        meant = " or ".join(map(repr, sorted(near)))
        return f"the registry has no actor {actor!r}; is {meant} meant? Write it so, or add a row to actors.csv."
    no_name = spot or actor.islower() or not fold_words(actor)
    return f"the actor {actor!r} is no name; write one, or none." if no_name else None


def _one_slip_from(actor: str, text: str, actors: dict[str, str]) -> set[str]:
    """Who is called the same but for one letter; not where the article has that name: ABC News is not NBC News."""
    from rapidfuzz.distance import OSA

    name = actor.casefold()
    if len(name) < 5 or find_words(actor, text):
        return set()
    return {own for other, own in actors.items() if OSA.distance(name, other, score_cutoff=1) == 1}


def _placed(cells: dict[str, str], article: pd.Series, known: _Known) -> Coded:
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
        columns += ["agree", "condition"] if other[5:7] == coded[5:7] else []  # of the same issue and stance
        if NONE in (other.source, coded.source) and other.source != coded.source:
            return "source"
        for name in columns:
            if len({getattr(other, name), getattr(coded, name)} - {None}) > 1:
                return name
    return None
