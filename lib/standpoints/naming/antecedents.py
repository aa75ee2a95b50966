"""Who *he* and *she* are: each pronoun to the person it stands for, by gender, nearness, and what the network says.

What cannot be is ruled out here: a person of the other gender, the speaker of the quotation that the pronoun stands
in, *him* for the subject of its own clause, *his* for the one whom "his brother" describes. Of the others the
most salient is meant to whom the network points (`salience.py`).
"""

import re

from standpoints.naming.places import Page, Person, Span, Speech, page_of
from standpoints.naming.pointing import attention_of
from standpoints.naming.salience import Candidate, Here, most_salient
from standpoints.reader import Pointed
from standpoints.reading.pieces import HE_SHE

GENDER = {word: "she" if word in ("she", "her", "hers", "herself") else "he" for word in HE_SHE}
PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(GENDER))})\b", re.IGNORECASE)

_WINDOW = 60  # places before a pronoun at which its person is looked for
_CLAUSE_END = re.compile(
    r"[,;:—–()]|\b(?:and|but|or|that|who|which|when|while|after|before|because|if|as|where|since|to)\b", re.IGNORECASE
)
_OWNING = re.compile(
    r"(?:his|her)\s+(?!(?:in|on|at|by|to|for|from|with|and|or|but|as|of|that|who|when|was|is|the|a)\b)\w", re.IGNORECASE
)


def resolve_pronouns(
    text: str,
    sentences: list[Span],
    people: list[Person],
    speech: list[Speech],
    pointed: list[Pointed],
    things: list[Span],
) -> list[tuple[Span, Person | None]]:
    """Return each he, she, him, her, his, hers, himself, herself with the place that names the person it stands for.

    In text order; None where nobody fits. The place is the nearest one before the pronoun that is no pronoun itself,
    or the next one after it in the same sentence ("When he arrived, Tavian was silent"). It may be one that is not
    among `people`: where the network (`pointed`) sees somebody whom no list of names or nouns holds, and who is not one
    of the `things` (states, cities, ministries) that the text names.

    Gender never disagrees. A name of unknown gender takes that of the first pronoun that stands for it.
    """
    page = page_of(text, sentences, speech)
    asked = {own.start: own for own in pointed}
    genders = {person.key: person.gender for person in people if person.gender}
    ahead = sorted(people, key=lambda person: person.start, reverse=True)
    seen: list[Person] = []
    found: list[tuple[Span, Person | None]] = []
    for match in PRONOUN.finditer(text):
        while ahead and ahead[-1].start < match.start():
            seen.append(ahead.pop())
        here = _here(page, match, seen)
        barred = _barred(page, here, seen, ahead)
        everybody = _candidates(page, here, seen, ahead, genders)
        candidates = [c for c in everybody if c.key not in barred and c.gender in (None, here.gender)]
        attention = attention_of(asked.get(here.start), here.gender, everybody, things)
        chosen = most_salient(page, here, candidates, attention)
        found.append((match.span(), chosen.named if chosen else None))
        if chosen:
            genders.setdefault(chosen.key, here.gender)
            place = here.role if here.role in ("subject", "owner") else "other"
            seen.append(Person(*match.span(), chosen.key, here.gender, place, "pronoun"))
    return found


def _here(page: Page, match: re.Match, seen: list[Person]) -> Here:
    start, end = match.span()
    word = match.group().lower()
    if word in ("he", "she"):
        role = "subject"
    elif word in ("himself", "herself"):
        role = "self"
    else:
        role = "object" if word == "him" or (word == "her" and not _OWNING.match(page.text, start)) else "owner"
    speaks = any(s.speaker[0] <= start < s.speaker[1] for s in page.voices)
    last = next((s.speaker for s in reversed(page.voices) if s.speaker[1] <= start), None)
    told = next((s.speaker for s in page.voices if not s.quoted and s.start <= start < s.end), None)
    by, reported_by = (_who_stands(seen, span) for span in (last, told))
    return Here(start, end, GENDER[word], role, page.sentence(start), page.quote(start), speaks, by, reported_by)


def _who_stands(seen: list[Person], span: Span | None) -> object:
    return span and next((p.key for p in reversed(seen) if p.start < span[1] and span[0] < p.end), None)


def _candidates(
    page: Page, here: Here, seen: list[Person], ahead: list[Person], genders: dict[object, str]
) -> list[Candidate]:
    """Everybody named before, nearest first, and who else is named after the pronoun in its sentence."""
    places: dict[object, list[Person]] = {}
    for person in reversed(seen[-_WINDOW:]):
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


def _barred(page: Page, here: Here, seen: list[Person], ahead: list[Person]) -> set:
    """Who cannot be meant: the speaker inside the own quotation; whom the quotation names, where the pronoun speaks it;
    the subject of *him*'s own clause; whom the pronoun helps to describe ("his brother")."""
    barred = {p.key for p in (*seen[-3:], *ahead[:-4:-1]) if p.start <= here.start < p.end}
    if here.quote is not None and here.quote.speaker is not None:
        start, end = here.quote.speaker
        barred |= {p.key for p in (*seen, *ahead[:-21:-1]) if p.start < end and start < p.end}
    if here.speaks:
        # “Tavian is late,” he said: who is named in a quotation does not say it.
        said = [s for s in page.voices if s.quoted and s.speaker[0] <= here.start < s.speaker[1]]
        barred |= {
            p.key
            for p in (*seen, *ahead[:-21:-1])
            if p.kind == "name" and any(s.start <= p.start < s.end for s in said)
        }
    if here.role == "object":
        for person in reversed(seen):
            if page.sentence(person.start) != here.sentence:
                break
            # Oster was six when her parents moved her: only whose parents they are stands in the clause.
            if person.place != "owner" and not _CLAUSE_END.search(page.text, person.end, here.start):
                barred.add(person.key)
    return barred
