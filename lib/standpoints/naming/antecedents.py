"""Who *he* and *she* are: each pronoun to the person it stands for, by gender, nearness, and what the network says.

What cannot be is ruled out here: a person of the other gender, the speaker of the quotation that the pronoun stands
in, *him* for the subject of its own clause, *his* for the one whom "his brother" describes. Of the others the
most salient is meant to whom the network points (`salience.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from standpoints.naming.candidates import Candidate, Here
from standpoints.naming.places import Page, Person, Span, Speech
from standpoints.naming.pointing import attention_of
from standpoints.naming.salience import CLAUSE_END, most_salient
from standpoints.reader import Pointed
from standpoints.reading.pieces import HE_SHE

GENDER = {word: "she" if word in ("she", "her", "hers", "herself") else "he" for word in HE_SHE}
# Those of GENDER, by their first letter: a text is searched four times as fast as by the words.
PRONOUN = re.compile(r"[HhSs](?<!\w.)(?i:(?<=h)(?:e|im(?:self)?|is|er(?:s|self)?)|(?<=s)he)\b")

_WINDOW = 60  # places before a pronoun at which its person is looked for
_IN_PASSING = re.compile(
    r"(?: \w+ly| also| has| had| later| long| then)*"
    r" (?:said|says|added|adds|argued|argues|claimed|claims|insisted|insists|noted|notes|thinks?|believes?|believed|"
    r"wrote|writes|explained|went on|continued|warned|fears?|feared|told (?:\w+ ){1,3}?\w+), "
)
_APPOSED = re.compile(r", [^,.;:“”\"]{2,90}, (?:\w+ ){1,3}")  # Oster, who led the strike, remembered him
_BESIDE = re.compile(r"\b(?:with|about|around|behind|beside|before) $")  # Oster took them with her
_SAYS = re.compile(  # Oster claims the League jailed her
    r"\b(?:says?|said|claims?|claimed|thinks?|thought|believes?|believed|fears?|feared|knows?|knew|hopes?|hoped|insists?|"
    r"insisted|alleges?|alleged) \w"
)
_ASKED_BY = re.compile(r"(?:When )?[Aa]sked by ")
_WHO = re.compile(r",? who [^,;:.“”\"]{2,60}$")
_OWNING = re.compile(
    r"(?:his|her)\s+(?!(?:in|on|at|by|to|for|from|with|and|or|but|as|of|that|who|when|was|is|the|a)\b)\w", re.IGNORECASE
)


class _Seen(NamedTuple):
    """The places before a pronoun in text order, and the last character that those up to each one reach to: going
    through them all for each pronoun would cost the square of a long text's length."""

    people: list[Person]
    reach: list[int]

    def add(self, person: Person) -> None:
        self.people.append(person)
        self.reach.append(max(person.end, self.reach[-1] if self.reach else 0))

    def beginning(self, start: int, end: int) -> list[Person]:
        """Those that begin between two characters."""
        first, last = (bisect_left(self.people, at, key=lambda person: person.start) for at in (start, end))
        return self.people[first:last]

    def touching(self, start: int, end: int) -> Iterator[Person]:
        """Those that share a character with a span, the last first."""
        i = bisect_left(self.people, end, key=lambda person: person.start) - 1
        while i >= 0 and self.reach[i] > start:
            if self.people[i].end > start:
                yield self.people[i]
            i -= 1


def resolve_pronouns(
    page: Page, people: list[Person], pointed: list[Pointed], things: list[Span]
) -> list[tuple[Span, Person | None]]:
    """Return each he, she, him, her, his, hers, himself, herself with the place that names the person it stands for.

    In text order; None where nobody fits. The place is the nearest one before the pronoun that is no pronoun itself,
    or the next one after it in the same sentence ("When he arrived, Tavian was silent"). It may be one that is not
    among `people`: where the network (`pointed`) sees somebody whom no list of names or nouns holds, and who is not one
    of the `things` (states, cities, ministries) that the text names.

    Gender never disagrees. A name of unknown gender takes that of the first pronoun that stands for it.
    """
    asked = {own.start: own for own in pointed}
    found = _in_order(page, people, asked, things, {}, {})
    speakers = {quote.speaker: who.key for quote in page.quotes if (who := found.get(quote.speaker))}
    if speakers:  # now it is known who speaks behind "“He lied,” she said"
        found = _in_order(page, people, asked, things, speakers, found)
    return [(span, who and who.named) for span, who in found.items()]


def _in_order(
    page: Page,
    people: list[Person],
    asked: dict[int, Pointed],
    things: list[Span],
    speakers: dict[Span, object],
    known: dict[Span, Candidate | None],
) -> dict[Span, Candidate | None]:
    """Whom each pronoun means, one after the other; `speakers` holds who is meant by those that stand behind their
    quotation, `known` whom each means where these are not heeded: so it is up to the first that means another then."""
    genders = {person.key: person.gender for person in people if person.gender}
    ahead = sorted(people, key=lambda person: (person.start, person.end), reverse=True)
    seen = _Seen([], [])
    found: dict[Span, Candidate | None] = {}
    matches = list(PRONOUN.finditer(page.text))
    places = [match.start() for match in matches]
    told = _holding([((s.start, s.end), s) for s in page.voices if not s.quoted], places)
    speaking = _holding([(s.speaker, s) for s in page.voices], places)
    for match, reports, speeches in zip(matches, told, speaking, strict=True):
        while ahead and ahead[-1].start < match.start():
            seen.add(ahead.pop())
        span, quote = match.span(), page.quote(match.start())
        gender, role = GENDER[match[0].lower()], _role(page.text, match)
        speaker = speakers.get(quote.speaker) if quote is not None else None
        if span in known and span not in speakers and speaker is None:
            chosen = known[span]
        else:
            speaking_there = _who_speaks(page, match.start(), seen, reports)
            here = Here(*span, gender, role, page.sentence(match.start()), quote, bool(speeches), *speaking_there)
            barred = _barred(page, here, seen, ahead, speeches) | {speaker}
            everybody = _candidates(page, here, seen, ahead, genders)
            candidates = [c for c in everybody if c.key not in barred and c.gender in (None, here.gender)]
            if span in speakers:
                candidates = [c for c in candidates if c.key == speakers[span]]
            attention = attention_of(asked.get(here.start), here.gender, everybody, things)
            chosen = most_salient(page, here, candidates, attention)
            if (chosen and chosen.key) != ((before := known.get(span)) and before.key):
                known = {}
        found[span] = chosen
        if chosen:
            genders.setdefault(chosen.key, gender)
            seen.add(Person(*span, chosen.key, gender, role if role in ("subject", "owner") else "other", "pronoun"))
    return found


def _role(text: str, match: re.Match) -> str:
    """What a pronoun is in its clause: subject, object, owner, or self."""
    word = match[0].lower()
    if word in ("he", "she"):
        return "subject"
    if word in ("himself", "herself"):
        return "self"
    return "object" if word == "him" or (word == "her" and not _OWNING.match(text, match.start())) else "owner"


def _holding(speech: list[tuple[Span, Speech]], places: list[int]) -> Iterator[list[Speech]]:
    """For each of the places, which are in order: the speech whose span holds it."""
    coming = sorted(speech, key=lambda one: one[0], reverse=True)
    here: list[tuple[Span, Speech]] = []
    for place in places:
        while coming and coming[-1][0][0] <= place:
            here.append(coming.pop())
        here = [one for one in here if place < one[0][1]]
        yield [speech for _, speech in here]


def _who_speaks(page: Page, start: int, seen: _Seen, reports: list[Speech]) -> Iterator[object]:
    """Who spoke last before a pronoun, and who reports the words in which it stands."""
    told = min((speech.speaker for speech in reports), default=None)
    asked = _ASKED_BY.match(page.text, page.sentence_start(start))  # Asked by a reporter whether …, she said
    last = page.last_speaker(asked.start() if asked else start)
    return (_who_stands(page.text, seen, span) for span in (last, told))


def _who_stands(text: str, seen: _Seen, span: Span | None) -> object:
    """Who a speaker is: ⟦Oster's lawyer⟧, ⟦a spokesman for Oster⟧, not the one who is named inside."""
    there = [*seen.touching(*span)] if span else []
    named = next((p for p in there if p.kind == "name" and p.end >= span[1] - 1), None)  # his envoy in Holm, ⟦Oster⟧
    if named and "," in text[span[0] : named.start]:
        return named.key
    first = min(there, key=lambda person: (person.place == "owner", person.start, -person.end), default=None)
    return first and first.key


def _candidates(
    page: Page, here: Here, seen: _Seen, ahead: list[Person], genders: dict[object, str]
) -> list[Candidate]:
    """Everybody named before, nearest first, and who else is named after the pronoun in its sentence."""
    places: dict[object, list[Person]] = {}
    for person in reversed(seen.people[-_WINDOW:]):
        if person.end <= here.start:
            places.setdefault(person.key, []).append(person)
    coming: dict[object, Person] = {}
    for person in ahead[:-21:-1]:
        if page.sentence(person.start) != here.sentence:
            break
        coming.setdefault(person.key, person)
    return [
        Candidate(key, genders.get(key), tuple(places.get(key, ())), coming.get(key))
        for key in dict.fromkeys([*places, *coming])
    ]


def _only_in_turns(page: Page, seen: _Seen) -> set:
    """Tavian: ⟦Karl⟧ did not know. | He coughs: nobody whom only the words of an interview name."""
    near = seen.people[-_WINDOW:]
    inside = {person.key for person in near if page.is_in_a_turn(person.start)}
    return inside - {person.key for person in near if not page.is_in_a_turn(person.start)}


def _barred(page: Page, here: Here, seen: _Seen, ahead: list[Person], speeches: list[Speech]) -> set:
    """Who cannot be meant: the speaker inside the own quotation; whom the quotation names, where the pronoun speaks it;
    the subject of *him*'s own clause; whom the pronoun helps to describe ("his brother")."""
    near = ahead[:-21:-1]
    barred = {p.key for p in (*seen.people[-3:], *near[:3]) if p.start <= here.start < p.end}
    if here.quote is not None and here.quote.speaker is not None:
        start, end = here.quote.speaker  # his aide said: “He …”: not the aide, but he whose aide it is
        barred |= {p.key for p in seen.touching(start, end) if (p.kind, p.place) != ("pronoun", "owner")}
        barred |= {p.key for p in near if p.start < end and start < p.end}
    # “Tavian is late,” he said; Tavian was late, he said; in his view, Tavian is late: who is named in the words does
    # not say them. Not: Tavian is innocent, his lawyer said.
    for said in speeches:
        whole = said.speaker == (here.start, here.end)
        if whole if here.role == "owner" else said.quoted or said.end <= here.start:
            inside = [p for p in near if said.start <= p.start < said.end]
            barred |= {p.key for p in (*seen.beginning(said.start, said.end), *inside) if p.kind == "name"}
    if page.turns and not page.is_in_a_turn(here.start):
        barred |= _only_in_turns(page, seen)
    # Karst, he said, waits: whom the words are about does not say them.
    in_passing = page.text[here.start - 2 : here.start] == ", " and _IN_PASSING.match(page.text, here.end)
    if here.role == "subject" and in_passing:
        barred |= {p.key for p in seen.touching(here.start - 3, here.start - 2) if p.kind in ("name", "description")}
    if here.role == "object" and (
        who := _WHO.search(page.text, max(page.sentence_start(here.start), here.start - 70), here.start)
    ):
        barred |= {p.key for p in seen.touching(who.start() - 1, who.start())}  # Oster, who faced him
    if here.role == "object" and not _BESIDE.search(page.text, max(0, here.start - 12), here.start):
        for person in reversed(seen.people):
            if page.sentence(person.start) != here.sentence:
                break
            # Oster was six when her parents moved her: only whose parents they are stands in the clause.
            between = (page.text, person.end, here.start)
            clause = not CLAUSE_END.search(*between) and not _SAYS.search(*between)
            if person.place != "owner" and (clause or _APPOSED.fullmatch(*between)):
                barred.add(person.key)
    return barred
