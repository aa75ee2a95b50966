"""Every place of one article where a person is named or described, and who it is."""

import re
from bisect import bisect_left
from collections import deque
from itertools import pairwise

from standpoints.naming.descriptions import OWNERS, find_descriptions, same_person
from standpoints.naming.introductions import gender_in
from standpoints.naming.names import Names, fold
from standpoints.naming.origins import come_from, is_from_elsewhere, wanted_of
from standpoints.naming.people import EPITHETS, PERSON_NOUNS, gender_of
from standpoints.naming.places import Page, Person, Span
from standpoints.naming.roles import BESIDES
from standpoints.naming.stage import REMEMBERED, Named
from standpoints.naming.words import Spot, Word, begins_sentence

Placed = tuple[Span, object]  # a place, and the key of who stands there

_BY_OFFICE = frozenset({"office", "role"})
_AGED = re.compile(r"[Tt]he (\d{1,3})-year-old$")
_TOLD_AGE = re.compile(r",? (?:aged )?(\d{1,3})[,.]| ?\((\d{1,3})\)")  # Mira Oster, 61, …; Mira Oster (61)
_TOLD_SEX = re.compile(r"(?:,? who [^.;“”\"]{1,90}?,)? \w+(?: that)? (he|she|his)\b")  # The 45-year-old said he waits
_NEAR, _CLOSE = 6, 2  # sentences
_SOMEBODY = re.compile(r"one of [a-z]|(?:an?|another|his|her) (?!\w+s\b)[a-z]", re.IGNORECASE)
# Oster nods. It was late, ⟦the retired teacher⟧ says: said of who is known, in other words
_VARIED = re.compile(
    r"[Tt]he (?:[a-z-]+ )?(?:former|retired|ex|veteran|one-?time|longtime|nationalist|populist|pensioner)\b"
)
# The mother ⟦of three⟧, the mum⟦-of-two⟧
_OF_CHILDREN = re.compile(r"[ -]of[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|\d)\b")
# The Finn ⟦in the⟧ seat beside her: another one
_APART = re.compile(r" (?:in the|at the|next to|beside|behind|opposite|sitting|standing|wearing|with (?:the|an?)) ")
_BESIDE = 30  # names that can stand between a description and whom it explains: "an aide to …, Mira Oster,"


def people_of(page: Page, words: list[Word], spots: list[Spot], named: list[Named], names: Names) -> list[Person]:
    """Return every place where a person is named or described, in order, with its key: the actor's name, or for
    somebody without one the surname in a tuple or a number."""
    text = page.text
    places = {
        (n.spot.start, n.spot.end): (
            _key(text, n), _gender(text, n, names), "description" if n.spot.kind in _BY_OFFICE else "name"
        )
        for n in named if n.person
    }  # fmt: skip
    names_at, described = list(places), []
    leads = {(n.spot.start, n.spot.end): n.lead for n in named if n.person}  # the chaplain, ⟦Father⟧ Joss Tavian
    places |= _who_is_named_behind(text, places, leads)
    ends = [end for _, end in names_at]
    heads: dict[tuple[str, str], object] = {}
    called = _called_by_nouns(text, words, named)
    for start, end, (noun, whose), gender, kind in find_descriptions(text, words, spots):
        while called and called[0][0] < start:
            _, told, who = called.popleft()
            heads[told, ""] = who
        i = bisect_left(ends, end)
        if i < len(ends) and names_at[i][0] < end:
            continue
        wanted = wanted_of(text[start:end], noun) if noun in EPITHETS else set()
        whose = whose or " ".join(sorted(wanted))  # the Holm Republican is not the Velm one
        near = [*names_at[max(0, i - _BESIDE) : i], *described[-_BESIDE:]]
        before = next((span for span in reversed(near) if same_person(text, span, (start, end))), None)
        before = None if before and page.is_told_by(before, (start, end)) else before
        following = names_at[i : i + _BESIDE]
        led_to = ((span, leads[span] if leads[span] > end else span[0]) for span in following)
        after = next((s for s, lead in led_to if same_person(text, (start, end), (lead, s[1]), beside=True)), None)
        explained = [places[span][:2] for span in (before, after) if span]
        key = next((who for who, told in explained if _may_be(told, gender)), None)
        if key is None and not _APART.match(text, end):
            near = [(span, places[span][0]) for span in near]
            if aged := _AGED.search(text, start, end):
                key = _whom_it_is_about(page, (start, end), near, aged[1], places)
            elif kind == "description" and (
                noun in EPITHETS or ((noun, whose) not in heads and _is_called_otherwise(page, start, end, noun))
            ):
                remembered = names_at[max(0, i - REMEMBERED) : i]
                earlier = {span: places[span] for span in remembered if _may_be(places[span][1], gender)}
                near = [(span, who) for span, who in near if _may_be(places[span][1], gender)]
                key = _who_comes_from_there(page, (start, end), noun, wanted, near, earlier, names)
        if key is None:
            # The reporter's ⟦our president⟧ is not the President Holt whom he named before
            ours = whose in ("our", "my") and not page.is_reported(start)
            known = heads.get((noun, whose), heads.get((noun, ""), start) if whose in OWNERS and not ours else start)
            key = start if kind == "indefinite" else known
        heads[noun, whose] = key
        if whose not in OWNERS:
            heads[noun, ""] = key  # the delegate of Norland … the delegate
        places[start, end] = (key, gender, kind)
        described.append((start, end))
    places |= {span: (span[0], None, "indefinite") for span in _unnamed_speakers(page, names_at, places)}
    return [
        Person(*span, key, gender, page.place(*span, lead=leads.get(span)), kind)
        for span, (key, gender, kind) in sorted(places.items())
        if page.starts
    ]


def _who_is_named_behind(text: str, places: dict[Span, tuple], leads: dict[Span, int]) -> dict[Span, tuple]:
    """The commander, Colonel Mira Oster, left: an office that nobody is known to hold is hers who is named behind."""
    held = {}
    for one, other in pairwise(places):
        (key, gender, kind), (who, told, behind) = places[one], places[other]
        unknown = kind == "description" and behind == "name" and isinstance(key, int)
        fits = unknown and _may_be(told, gender)
        if fits and same_person(text, one, (leads[other], other[1]), beside=True):
            held[one] = (who, told or gender, kind)
    return held


def _called_by_nouns(text: str, words: list[Word], named: list[Named]) -> deque[tuple[int, str, object]]:
    """Who is named behind a noun, by that noun: columnist Mira Oster, who is ⟦the columnist⟧ further on."""
    called: deque[tuple[int, str, object]] = deque()
    for one in named:
        before = words[one.spot.first - 1] if one.person and one.spot.first else None
        beside = before and text[before.end : one.spot.start] == " "
        beside = beside and (before.raw.islower() or begins_sentence(text, before))
        if beside and before.folded in PERSON_NOUNS and one.spot.kind in ("name", "unlisted"):
            called.append((one.spot.start, before.folded, _key(text, one)))
    return called


def _may_be(told: str | None, gender: str | None) -> bool:
    """Whether two genders, of which either may not be known, can be one person's."""
    return None in (told, gender) or told == gender


def _is_called_otherwise(page: Page, start: int, end: int, noun: str) -> bool:
    """Whether a description is of somebody known in other words: the retired teacher; as one who speaks, the
    candidate."""
    besides = noun in BESIDES and page.spoken_by(start, end)
    return bool(besides or _VARIED.match(page.text, start, end) or _OF_CHILDREN.match(page.text, end))


def _unnamed_speakers(page: Page, names_at: list[Span], places: dict) -> list[Span]:
    """One of them, a second observer: speakers without a name whose noun is on no list."""
    begun, ends = {start for start, _ in places}, [end for _, end in names_at]
    found = []
    for start, end in (speech.speaker for speech in page.voices):
        i = bisect_left(ends, start + 1)
        holds_name = i < len(ends) and names_at[i][0] < end
        if not holds_name and start not in begun and _SOMEBODY.match(page.text, start, end):
            found.append((start, end))
    return found


def _who_comes_from_there(
    page: Page, epithet: Span, noun: str, wanted: set[str], near: list[Placed], earlier: dict[Span, tuple], names: Names
) -> object:
    """The Finn, the Ohio Republican: the only one who was named lately and is told to be one; else, as the retired
    teacher, the only one whom the paragraph names, else who was named right before."""
    here = page.sentence(epithet[0])
    recent = {own[0] for span, own in earlier.items() if here - page.sentence(span[0]) <= _NEAR}
    if not recent:
        return None
    people = [(span, own[0]) for span, own in earlier.items()]
    if told := wanted and come_from(wanted, noun, people, page.text, names) & recent:
        return told.pop() if len(told) == 1 else None
    only = (_who_is_besides if noun in BESIDES else _whom_the_paragraph_names)(page, epithet, near, earlier)
    return None if is_from_elsewhere(noun, only, names) else only


def _whom_the_paragraph_names(page: Page, described: Span, near: list[Placed], earlier: dict[Span, tuple]) -> object:
    """The retired teacher: the only one whom the paragraph names before, else who was named right before."""
    paragraph = page.text.rfind("\n", 0, described[0])
    about = {key for span, (key, _, kind) in earlier.items() if span[0] > paragraph and kind == "name"}
    return about.pop() if len(about) == 1 else _the_only_one(page, described, near)


def _who_is_besides(page: Page, described: Span, near: list[Placed], earlier: dict[Span, tuple]) -> object:
    """The candidate, the tycoon: as the retired teacher, else who spoke last; nobody whom the sentence names, or whom
    they speak of."""
    sentence, own = page.sentence_start(described[0]), page.spoken_by(*described)
    others = {span for span in earlier if span[0] >= sentence or any(s.start <= span[0] < s.end for s in own)}
    earlier = {span: who for span, who in earlier.items() if span not in others}
    near = [(span, key) for span, key in near if span not in others]
    only = _whom_the_paragraph_names(page, described, near, earlier)
    return _who_spoke(page, described, earlier) if only is None else only


def _whom_it_is_about(page: Page, aged: Span, near: list[Placed], age: str, places: dict[Span, tuple]) -> object:
    """The 45-year-old: who is said to be 45, else the subject before whose age is not told; not who is named in their
    words, or in an opening phrase ("Asked about"). Oster left. A soldier was waiting. ⟦The 45-year-old⟧ said he …: it
    is he who entered last, and no woman."""
    told = {span: own[1] or own[2] for span, _ in near if (own := _TOLD_AGE.match(page.text, span[1]))}
    of_age = [key for span, key in near if told.get(span) == age]
    if of_age:
        return of_age[-1]
    others = {key for span, key in near if span in told}
    sex = _TOLD_SEX.match(page.text, aged[1])
    near = [
        (span, key) for span, key in near
        if key not in others and (sex is None or places[span][1] in (None, "she" if sex[1] == "she" else "he"))
    ]  # fmt: skip
    own = page.spoken_by(*aged)
    fitting = [
        (span, key) for span, key in sorted(near, key=lambda place: (isinstance(place[1], int), -place[0][0]))
        if page.sentence(aged[0]) - page.sentence(span[0]) <= _NEAR and not page.is_told_by(span, aged)
        and not any(s.start <= span[0] < s.end for s in own)
    ]  # fmt: skip
    paragraph = page.text.rfind("\n", 0, aged[0])
    subjects = [(span, key) for span, key in fitting if page.place(*span) == "subject"]
    here = [(span, key) for span, key in subjects if span[0] > paragraph]
    newest = max(here, default=None)
    if newest and places[newest[0]][2] == "indefinite":
        return newest[1]
    return next((key for _, key in here or subjects or fitting), None)


def _who_spoke(page: Page, described: Span, earlier: dict[Span, tuple]) -> object:
    """Oster met Tavian and said so. It was late, ⟦the candidate⟧ said: who spoke last, if nobody was named since other
    than by them."""
    last = page.last_speaker(described[0])
    if last is None or page.sentence(described[0]) - page.sentence(last[0]) > _CLOSE:
        return None
    named = {span: key for span, (key, _, kind) in earlier.items() if kind == "name"}
    spoke = next((key for span, key in named.items() if last[0] <= span[0] < last[1]), None)
    since = {key for span, key in named.items() if span[0] >= last[1] and not page.is_reported(span[0])}
    return None if since - {spoke} else spoke


def _the_only_one(page: Page, epithet: Span, near: list[Placed]) -> object:
    """The Finn: who was named right before, if nobody else was."""
    there = {key for span, key in near if page.sentence(epithet[0]) - page.sentence(span[0]) <= _CLOSE
             and not page.is_reported(span[0])}  # fmt: skip
    return there.pop() if len(there) == 1 else None


def _key(text: str, named: Named) -> object:
    """One of two Osters is nobody's actor, but the next Oster is the same."""
    if named.actor or named.spot.kind in _BY_OFFICE:
        return named.actor or named.spot.start
    return (fold(text[named.spot.start : named.spot.end]),)


def _gender(text: str, named: Named, names: Names) -> str | None:
    if named.actor in names.kinds:
        return gender_in(names, named.actor)
    written = text[named.spot.start : named.spot.end].split()
    full = named.actor.split() if named.actor else written
    surname = len(written) == 1 and fold(written[0]) == fold(full[-1])  # Mira Scott … ⟦Scott⟧, who is no man
    return named.spot.gender or gender_of(*(full if surname else written))
