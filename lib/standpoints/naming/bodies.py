"""Bodies that speak and that no registry holds, by their own names: the Holmian Ministry of Health."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from standpoints.naming.names import Names, fold, fold_words
from standpoints.naming.people import EPITHETS, NOT_A_PERSON, NOT_IN_NAMES
from standpoints.naming.places import Span
from standpoints.naming.roles import TITLES
from standpoints.naming.stage import Named
from standpoints.naming.words import Spot, Word, bare

_NAME = re.compile(
    r"(?:[Tt]he )?([A-Z][\w.’'&-]*(?:(?: (?:of|for|and|on|the))* [A-Z][\w’'&-]*){1,9})(?: \([A-Z]+\))?,?"
)
_HEADS = NOT_A_PERSON - EPITHETS - TITLES
_BEHIND_HEAD = re.compile(r" (?:of|for|on) ")
_AND_ANOTHER = re.compile(
    r" and (?:the )?(?:Ministry|Department|Office|Embassy|Senate|House|Council|Committee|Commission|Court|Army|Navy)\b"
)
_OF_ANY_STATE = frozenset(
    """ministry department office council court house senate assembly parliament army navy air force forces board bureau
    of for the and on foreign internal external home affairs defence interior justice finance treasury health education
    agriculture economy energy transport culture trade labour corrections state supreme high constitutional appeals
    auditors auditor general prosecutor president prime minister national security directorate""".split()
)


def with_bodies(
    text: str, words: list[Word], named: list[Named], speakers: Iterable[Span], names: Names
) -> list[Named]:
    """Return who is named, where all of a speaker's phrase is the name of a body as one: not ⟦Health⟧ alone, of the
    Holmian Ministry of Health. The Ministry of Health, whose it may be, is nobody; so is the House and Senate."""
    for start, end in [place for name in dict.fromkeys(_bodies(text, speakers)) for place in _places(text, name)]:
        name = text[start:end]
        inside = [n for n in named if start <= n.spot.start and n.spot.end <= end]
        head = start + len(_head(name)) - 1
        if any(n.actor and (n.person or n.spot.start <= head < n.spot.end) for n in inside if n.actor in names.kinds):
            continue
        known = not _OF_ANY_STATE.issuperset(fold_words(name)) and not _AND_ANOTHER.search(name)
        if inside and not known and inside[0].actor == name:
            continue
        first, last = (bisect_left(words, at, key=lambda word: word.start) for at in (start, end))
        spot = Spot(start, end, first, last, "unlisted", "name", role="organisation", full=True)
        named = [n for n in named if n not in inside] + [Named(spot, name if known else None, "name", False)]
    return sorted(named, key=lambda n: n.spot.start)


def _bodies(text: str, speakers: Iterable[Span]) -> Iterator[str]:
    """The names of bodies that are all of a phrase."""
    for span in speakers:
        own = _NAME.fullmatch(text, *span)
        if own is None:
            continue
        first, head = own[1].split()[0], _head(own[1]).split()[-1]
        if fold(head) in _HEADS and fold(first) not in NOT_IN_NAMES and first == bare(first):
            yield own[1]


def _head(name: str) -> str:
    """⟦Senate Committee⟧ on Rivers"""
    return _BEHIND_HEAD.split(name, maxsplit=1)[0]


def _places(text: str, name: str) -> Iterator[Span]:
    return (match.span() for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text))
