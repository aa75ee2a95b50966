"""What a header, a table or a database calls the facts of an article → the kit's names for them."""

import re
from functools import lru_cache
from typing import NamedTuple

from standpoints.formats.dates import Doubt

FACTS = ["article_id", "title", "outlet", "published", "url", "language"]
TEXT = "text"
CODING_SHEET = ["article", "source", "content"]
"""The columns of statements coded by hand (`scoring/coding_sheet.py`): no articles, wherever the sheet lies."""
_CALLED = {
    "article_id": ["id"],
    "title": ["headline", "heading", "head"],
    "outlet": ["source", "publication", "publisher", "newspaper", "medium", "site", "site_name", "source_name"],
    "published": ["date", "publication_date", "published_at", "pub_date", "date_published", "publish_date", "datetime"],
    "url": ["link", "web_url"],
    "language": ["lang"],
    TEXT: ["body", "content", "article", "full_text", "article_text", "main_text", "story"],
}
_TAKEN = {"n_words", "source_file", "published_raw"}  # columns that the kit makes itself


def known_facts(values: dict[str, str]) -> dict[str, str]:
    """The values by the kit's names ("Headline" is the title), each other one by the name that it has; empty ones go.

    Before: {"Headline": "Talks", "Date": "11 May 2025", "Section": "World", "Byline": ""}
    After:  {"title": "Talks", "published": "11 May 2025", "Section": "World"}
    """
    names = our_names(tuple(values))
    return {names[key]: value.strip() for key, value in values.items() if value and value.strip()}


@lru_cache
def our_names(columns: tuple[str, ...]) -> dict[str, str]:
    """The kit's name for each column; a column that it does not know keeps its own.

    A column that bears our name goes before one that is only called alike: of "outlet" and "source", "outlet".
    """
    ours = _exact(columns) | {slip.column: slip.name for slip in _slips(columns) if slip.taken}
    taken = _TAKEN | set(_CALLED)
    own = {column: column.strip() or "unnamed" for column in columns}
    return {c: ours.get(c) or (f"{own[c]}_given" if own[c] in taken else own[c]) for c in columns}


def misspelt(columns: tuple[str, ...], where: str) -> list[Doubt]:
    """The doubts about columns that are nearly called like a fact which no other column gives."""
    doubts = []
    for slip in _slips(columns):
        if slip.taken:
            then = f"its values count as {slip.name}; mend the spelling, or rename it if it is something else"
            doubts.append((where, f"{slip.column!r} is taken for {slip.spelling!r}", then))
        else:
            then = f"kept as a column of its own; mend the spelling if it is the {slip.name}"
            doubts.append((where, f"{slip.column!r} is not known; is {slip.spelling!r} meant?", then))
    return doubts


class _Slip(NamedTuple):
    """A column that is nearly called `spelling`, by which the kit knows the fact `name`; taken: it counts as that."""

    column: str
    spelling: str
    name: str
    taken: bool


@lru_cache
def _slips(columns: tuple[str, ...]) -> list[_Slip]:
    """What is misspelt: "publisched", one slip from the name of one fact, is taken; others are only told."""
    from rapidfuzz.distance import OSA

    missing = {name: others for name, others in _CALLED.items() if name not in {TEXT, *_exact(columns).values()}}
    spellings = [(spelling, name) for name, others in missing.items() for spelling in (name, *others)]
    known = {_plain(spelling) for name, others in _CALLED.items() for spelling in (name, *others)}
    known |= set(map(_plain, _TAKEN))
    slips: dict[str, _Slip] = {}
    for column in (column for column in columns if _plain(column) not in known):
        near = [(OSA.distance(_plain(column), _plain(spelling)), spelling, name)
                for spelling, name in spellings if spelling[0] == _plain(column)[:1]]  # fmt: skip
        slip, spelling, name = min(near, default=(9, "", ""))
        alone = {other for distance, _, other in near if distance == slip} == {name}
        taken = slip == 1 and len(spelling) >= 5 and alone
        if slip <= len(spelling) // 4 and slip <= 2 and (len(spelling) >= 5 or spelling == "date"):
            slips.setdefault(name, _Slip(column, spelling, name, taken))
    return list(slips.values())


def _exact(columns: tuple[str, ...]) -> dict[str, str]:
    """Our names of the columns that bear a name which the kit knows; capital letters, spaces and "_" do not count."""
    plain = {column: _plain(column) for column in columns}
    ours: dict[str, str] = {}
    for name, others in _CALLED.items():
        called = [c for alias in (name, *others) for c in columns if plain[c] == _plain(alias)]
        ours |= {called[0]: name} if called else {}
    return ours


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
