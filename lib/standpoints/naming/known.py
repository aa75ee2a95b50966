"""The people whom an article names in full, by what they are called afterwards: surnames and given names."""

import re
from typing import NamedTuple

from standpoints.naming.introductions import Introduced, is_body
from standpoints.naming.names import fold, fold_words
from standpoints.naming.people import NOT_A_PERSON, PERSON_NOUNS, is_first_name
from standpoints.naming.roles import BODY_WORDS, CIVIL
from standpoints.naming.words import Spot

_RELATIVE = (
    r"(?:wife|husband|widow|widower|partner|son|daughter|brother|sister|father|mother|uncle|aunt|nephew|niece|cousin|"
    r"grand\w+)"
)
_CALLING = r"(?:the (?:\w+ ){1,3}|(?:(?:the|former|[A-Z][\w.]+) )+)"  # her husband, former President ⟦Jon Oster⟧
_KIN = re.compile(
    rf"(?:\b(?:his|her)|['’]s) (?:\w+ ){{0,2}}{_RELATIVE}(,?) {_CALLING}?$|"
    rf"\bmarried $|\b{_RELATIVE} of (?:the )?(?:(?!and )[\w’'-]+ ){{0,4}}$",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"\b[Tt]he ([A-Z][\w’'-]+)s, ((?:[A-Z][\w-]+, )*[A-Z][\w-]+,? and [A-Z][\w-]+)")
_MEMORY = 1500  # characters for which it is remembered what somebody's kin is
_CLOSED = re.compile(r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|van|von|der|de|da|al))*,")


class Known(NamedTuple):
    """The people of an article by what they are looked up by: going through them all at each name would cost the
    square of a long text's length. Of one actor only the first place counts."""

    at: dict[int, str]  # who is named in full at a character
    by_surname: dict[str, dict[tuple, Introduced]]
    by_given_name: dict[str, dict[tuple, Introduced]]
    actors: set[str]
    places: dict[str, list[int]]  # where each is named in full
    apart: dict[str, int]  # where each is first named in full, not as somebody's kin
    met: dict[str, int]  # where each of the registry is first named, in full or not
    bodies: set[str]  # those that are firms or groups by what the article calls them
    families: dict[str, set[str]]  # the Osters, Jon and Mira: given names by surname, folded


def known_in(text: str, spots: list[Spot], people: list[Introduced]) -> Known:
    """Return the people of one article, in text order, as they are looked up."""
    at = {p.at: p.actor for p in people}
    bodies = {at[spot.start] for spot in spots if spot.start in at and is_body(text, spot)}
    met = {spot.actors[0]: spot.start for spot in reversed(spots) if len(spot.actors) == 1}
    known = Known(at, {}, {}, {p.actor for p in people}, {}, {}, met, bodies, _families_in(text))
    for person in people:
        known.places.setdefault(person.actor, []).append(person.at)
        if person.actor not in known.apart and not _is_kin(text, person.at):
            known.apart[person.actor] = person.at
        who = (person.actor, person.gender)
        body = person.actor in bodies and len(person.words) > 1  # the account “Hypo-Oster” is no Oster
        if not body and not _is_of_many(person.words):
            known.by_surname.setdefault(person.words[-1], {}).setdefault(who, person)
        if len(person.words) > 1 and NOT_A_PERSON.isdisjoint(person.words):
            known.by_given_name.setdefault(person.words[0], {}).setdefault(who, person)
    return known


def fitting(spot: Spot, people: dict[tuple, Introduced]) -> list[str]:
    """Who of these people a spot can mean: those introduced before it, else those introduced later."""
    possible = [p for p in people.values() if not spot.gender or p.gender in (None, spot.gender)]
    before = [p.actor for p in possible if p.at < spot.start]
    return list(dict.fromkeys(before or [p.actor for p in possible]))


def _families_in(text: str) -> dict[str, set[str]]:
    families = {fold(one[1]): {*fold_words(one[2])} for one in _FAMILY.finditer(text)}
    return {surname: given for surname, given in families.items() if any(map(is_first_name, given))}


def is_titled_kin(text: str, spot: Spot) -> bool:
    """Mira Oster and her husband, Jon, a retired colonel, came. ⟦Colonel Oster⟧ is not she."""
    titled = rf"\b(?:his|her) {_RELATIVE},? [A-Z][\w-]+, (?:an?|the) (?:[\w-]+ ){{0,3}}"
    before = text[max(0, spot.start - _MEMORY) : spot.start]
    return any(re.search(rf"{titled}{re.escape(title)}\b", before) for title in spot.title if title not in CIVIL)


def _is_kin(text: str, at: int) -> bool:
    """His daughter, ⟦Mira Oster⟧, said; the mother of the pilot ⟦Jon Oster⟧; not: they took her husband, ⟦Mira
    Oster⟧ said."""
    kin = _KIN.search(text, max(0, at - 60), at)
    return kin is not None and (not kin[1] or _CLOSED.match(text, at) is not None)


def _is_of_many(words: tuple[str, ...]) -> bool:
    """Conservation ⟦Voters⟧, Joint ⟦Staff⟧: nobody is called so by the last word alone."""
    last = words[-1]
    noun = last in BODY_WORDS or (last.endswith("s") and last[:-1] in PERSON_NOUNS)
    return noun and len(words) > 1 and not is_first_name(words[0])
