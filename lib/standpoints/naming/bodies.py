"""Bodies that speak and that no registry holds, by their own names: the Holmian Ministry of Health."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from standpoints.naming.names import Names, fold, fold_words, states_called
from standpoints.naming.nouns import BODY_NOUNS, head_at
from standpoints.naming.people import NOT_IN_NAMES
from standpoints.naming.places import Span
from standpoints.naming.roles import ABBREVIATED
from standpoints.naming.stage import Named
from standpoints.naming.words import Spot, Word, bare

_NAME = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w-]*['’]s )?([A-Z][\w.’'&-]*(?:(?: (?:of|for|and|on|the))* [A-Z][\w’'&-]*){1,9})"
    r"(?: \([A-Z]+\))?(?:,|, (?:the|an?|which|who) .*)?"
)
HEADS = BODY_NOUNS | frozenset(
    """academy administration assembly association authority board center centre chamber club command confederation
    congress
    corporation corps directorate exchange force forces forum foundation fund guild headquarters institute
    kingdom mission movement navy network police protection republic secretariat senate services society sun syndicate
    tribunal trust university watch""".split()
)
_QUOTED = re.compile(
    r"[^“”\"]*\b(?:channel|blog|newspaper|magazine|website|site|outlet|account|portal|group|radio|agency|organi[sz]ation|"
    r"service|network|broadcaster|tabloid|daily|weekly|podcast|programme) (?:called |named |known as )?"
    r"[“\"‘'](?P<name>[A-Z][^“”\"\n]{1,40})[”\"’'],?"
)
# The Arvik city council, Arvik police, the Arvik governor's office: bodies of a place, whose nouns are no names
_OF_WHAT = (
    r"(?:city|town|county|district|regional|provincial|state|municipal|local|military|civil|military-civil|metropolitan|"
    r"election|school|fire|police|traffic|transport|port|health|water|(?:governor|mayor|prosecutor)['’]s|prosecutors['’])"
)
_DETERMINER = r"(?:The|An?|This|That|Its|His|Her|Their|Our|One|Each|Every|Some|Another)\b"
_LOCAL = re.compile(
    rf"(?:[Tt]he )?(?P<place>(?!{_DETERMINER})[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}}) (?P<body>(?:{_OF_WHAT} ){{0,3}}"
    r"(?:council|legislature|administration|assembly|police|board|department|office|authority|commission|court))"
    r"(?:,|, (?:which|who) .*)?"
)
_ALONE = frozenset("council legislature police".split())  # what a place's body is called without another word
_FEWEST = 3  # initials
_INITIALS = re.compile(rf"[A-Z]{{{_FEWEST},6}}")
_CAPITAL = re.compile(r"[A-Z][\w-]*[a-z]")
_CAPITALS = re.compile(rf"{_CAPITAL.pattern}(?:(?:['’]s)?(?: (?:of|for|and|on|the|in))* {_CAPITAL.pattern}){{2,9}}")
_NO_BEGINNING = NOT_IN_NAMES | ABBREVIATED
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
    Holmian Ministry of Health. No part of it names anybody in "the Ministry of Health", whose it may be."""
    places = [place for name in dict.fromkeys(_bodies(text, speakers, names)) for place in _places(text, name)]
    inside: set[int] = set()
    added: list[Named] = []
    reach = 0  # of two names that overlap the first, and of two that begin together the longer one
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        first, last = (bisect_left(named, at, key=lambda one: one.spot.start) for at in (start, end))
        own = named[first:last]
        name = text[start:end]
        longer = any(one.spot.end > end and one.lead < end for one in named[first : last + 1])
        longer |= start < reach or (first > 0 and named[first - 1].spot.end > start)
        if longer or _holds_a_listed_one(own, start + len(" ".join(_to_head(name))) - 1, names):
            continue
        known = not _OF_ANY_STATE.issuperset(fold_words(name)) and not _AND_ANOTHER.search(name)
        if own and not known and own[0].actor == name:
            continue
        inside.update(i for i in range(first, last) if known or named[i].actor not in names.kinds)
        begin, stop = (bisect_left(words, at, key=lambda word: word.start) for at in (start, end))
        spot = Spot(start, end, begin, stop, "unlisted", "name", role="organisation", full=True)
        added += [Named(spot, name, "name", False)] if known else []
        reach = end if known else reach
    kept = [one for i, one in enumerate(named) if i not in inside]
    return sorted(kept + added, key=lambda one: one.spot.start)


def _holds_a_listed_one(own: list[Named], head: int, names: Names) -> bool:
    """Norlandish Army Head Mira Oster; the Foreign Ministry of Norland: a person, or a body that ends with its noun."""
    listed = (one for one in own if one.actor in names.kinds)
    return any(one.person or one.spot.start <= head < one.spot.end for one in listed)


def _bodies(text: str, speakers: Iterable[Span], names: Names) -> Iterator[str]:
    """The names of bodies that are all of a phrase, and of channels and papers in quotation marks: the blog “Heron”."""
    for span in speakers:
        if quoted := _QUOTED.fullmatch(text, *span):
            yield quoted["name"]
        local = _LOCAL.fullmatch(text, *span)
        if local and (" " in local["body"] or local["body"] in _ALONE) and not _is_of_state(local["place"], names):
            yield text[local.start("place") : local.end("body")]
        own = _NAME.fullmatch(text, *span)
        if own is None:
            continue
        words = _to_head(own[1])
        if fold(words[-1]) in HEADS and fold(words[0]) not in _NO_BEGINNING and words[0] == bare(words[0]):
            yield own[1]


def _is_of_state(place: str, names: Names) -> bool:
    """Norlandish police serve Norland; Arvik police are those of its capital."""
    return any(name.note != "place" for name in states_called(names, fold(place)))


def _to_head(name: str) -> list[str]:
    """⟦Senate Committee⟧ on Rivers"""
    words = name.split()
    return words[: head_at(words) + 1]


def _places(text: str, name: str) -> Iterator[Span]:
    return (match.span() for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text))


def with_initials(text: str, named: list[Named], names: Names) -> list[Named]:
    """Return who is named, with a body by its initials under its full name: ⟦HRC⟧ where the text has the Holm River
    Committee."""
    written = {one.actor for one in named if one.actor and one.actor not in names.kinds}
    full = _written_out(text, {actor for actor in written if _INITIALS.fullmatch(actor)})
    return [one._replace(actor=full[one.actor], person=False) if one.actor in full else one for one in named]


def _written_out(text: str, wanted: set[str]) -> dict[str, str]:
    """The first name in a text with each of these initials."""
    found: dict[str, str] = {}
    for run in _CAPITALS.finditer(text) if wanted else ():
        words = [word.span() for word in _CAPITAL.finditer(text, *run.span())]
        letters = "".join(text[start] for start, _ in words)
        for first in range(len(words)):
            for last in range(first + _FEWEST, len(words) + 1):
                if (initials := letters[first:last]) in wanted:
                    found.setdefault(initials, text[words[first][0] : words[last - 1][1]])
    return found
