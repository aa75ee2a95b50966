"""Whose an office is where its owner does not stand beside it: its premier, the alliance's chief, his counterpart."""

import re
from itertools import islice

from standpoints.naming import nouns
from standpoints.naming.holders import holder_of, parts_with_body, roles_of, terms_of, ways_of
from standpoints.naming.introductions import gender_in
from standpoints.naming.names import Names, Term, fold, states_called
from standpoints.naming.places import Page
from standpoints.naming.stage import REMEMBERED, Named, Stage, is_definite, is_subject
from standpoints.naming.words import Spot

_OWNED = re.compile(r"\b(its|their|his|her|our|my) (?:[\w-]+ )?$|['’](s) $", re.IGNORECASE)
_NOUN = re.compile(r"\b[Tt]h(?:e|is) ([\w-]+)(?:['’]s)? $")
_HEADS_OF_GOVERNMENT = frozenset(ways_of("prime minister"))
_HEADS = _HEADS_OF_GOVERNMENT | {"president", "chancellor", "leader"}
_LED_BY = re.compile(r"(?:['’]s?)? (?:[a-z-]+ )?")
_GENDER = {"his": "he", "her": "she"}
_IN_PLACE = re.compile(r"In ([A-Z][\w’'-]+), ")
_BACK = 2  # sentences in which *its* is sooner that of the subject
_NEAR = 3  # sentences within which *its* is looked for
_TOPIC = 20  # names of one paragraph, at most


def owner_word(stage: Stage, spot: Spot) -> str | None:
    """Return "its", "his", "our" … or "'s" if the office stands behind such a word."""
    owned = _OWNED.search(stage.text, max(0, spot.start - 12), spot.start)
    return owned and (owned.group(1) or "'s").casefold()


def terms_of_noun(stage: Stage, spot: Spot, before: list[Named]) -> list[Term]:
    """The alliance's secretary general, the ministry spokesman, the commission president: the terms of the office in
    what was named before."""
    if spot.role in _HEADS_OF_GOVERNMENT:  # of no government that was named, but of the state
        return []
    noun = _NOUN.search(stage.text, max(0, spot.start - 30), spot.start)
    ways = [(spot.role, fold(noun[1]))] if noun else parts_with_body(spot.role) if is_definite(stage, spot) else ()
    here = stage.page.sentence(spot.start)
    for role, body in ways:
        near = ((here - stage.page.sentence(n.spot.start), n) for n in islice(reversed(before), REMEMBERED))
        whose = nouns.called(body, near, stage.text, stage.names)
        if whose and (terms := terms_of(stage.names, role, whose)):
            return terms
    return []


def state_of_place(page: Page, start: int, names: Names) -> str | None:
    """In Arvik, the foreign minister said: the state whose capital that is."""
    place = _IN_PLACE.match(page.text, page.sentence_start(start))
    states = states_called(names, fold(place[1])) if place and place.end() <= start else ()
    return states[0].actor if states else None


def terms_of_topic(stage: Stage, spot: Spot, before: list[Named]) -> list[Term]:
    """Norland was cool. It had no plan, the foreign minister said: a paragraph about one state that names no
    person."""
    paragraph = stage.text.rfind("\n", 0, spot.start) + 1
    here = [n for n in before[-_TOPIC:] if n.spot.start >= paragraph and n.actor]
    states = {n.actor for n in here if stage.names.kinds.get(n.actor) == "state" and is_subject(stage, n)
              and not stage.page.is_reported(n.spot.start)}  # fmt: skip
    if len(states) != 1 or any(n.person for n in here):
        return []
    return terms_of(stage.names, spot.role, states.pop())


def counterpart(stage: Stage, spot: Spot, before: list[Named]) -> str | None:
    """Oster's Norlandish counterpart, his Norlandish counterpart: who holds the same office in Norland; nobody where
    two may be meant."""
    owner = owner_word(stage, spot)
    if owner == "'s":
        people = _right_before(spot, before)
    else:
        people = _nearest_people(stage, spot, before, _GENDER[owner]) if owner in _GENDER else []
    found = set()
    for named in people:
        for role in (*named.spot.title, *roles_of(stage.names, named.actor, stage.published)):
            terms = terms_of(stage.names, role, spot.owner)
            found.add(holder_of(terms, stage.published, former=False, present=stage.present))
    found -= {None, *(named.actor for named in people)}
    return found.pop() if len(found) == 1 else None


def counterpart_met(stage: Stage, spot: Spot, owner: str, before: list[Named]) -> str | None:
    """Tavian met Oster. Tavian spoke. ⟦His counterpart⟧ said …: the only one of another side who was named lately and
    holds the same office."""
    if owner not in _GENDER:
        return None
    here, people = stage.page.sentence(spot.start), _nearest_people(stage, spot, before, _GENDER[owner])
    lately = [n for n in before[-REMEMBERED:] if n.person and here - stage.page.sentence(n.spot.start) <= _NEAR]
    found = {
        other.actor for other in lately for one in people
        if other.actor and stage.names.sides.get(other.actor) != stage.names.sides.get(one.actor)
        and not _roles(stage, one).isdisjoint(_roles(stage, other))
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _roles(stage: Stage, named: Named) -> set[str]:
    return {*named.spot.title, *roles_of(stage.names, named.actor, stage.published)}


def _right_before(spot: Spot, before: list[Named]) -> list[Named]:
    """⟦Tavian⟧'s spokesman: who is named where the office begins, if anybody."""
    return [named for named in before[-1:] if 0 <= spot.start - named.spot.end <= 3]


def _nearest_people(stage: Stage, spot: Spot, before: list[Named], pronoun: str) -> list[Named]:
    """Whom *his* can mean in the nearest sentence that names such people, of this one and the two before."""
    people: list[Named] = []
    here = stage.page.sentence(spot.start)
    for named in islice(reversed(before), REMEMBERED):
        sentence = stage.page.sentence(named.spot.start)
        if here - sentence > _BACK or (people and sentence != stage.page.sentence(people[-1].spot.start)):
            break
        if named.person and named.actor and gender_in(stage.names, named.actor) in (None, pronoun):
            people.append(named)
    return people


def whose_is(stage: Stage, spot: Spot, owner: str, before: list[Named]) -> Named | None:
    """Whose *its*, *his* or *Tavian's* is; *its* sooner that of the subject: Norland protested to Sundia. Its army …"""
    found, here = None, stage.page.sentence(spot.start)
    if owner == "'s":
        return next((named for named in _right_before(spot, before) if named.actor), None)
    if owner in ("its", "their") and _is_of_unlisted(stage, spot, before):
        return None
    for named in islice(reversed(before), REMEMBERED):
        if not named.actor or named.person == (owner in ("its", "their")):
            continue
        if named.person:
            if gender_in(stage.names, named.actor) in (None, _GENDER[owner]):
                return named
            continue
        sentence = stage.page.sentence(named.spot.start)
        if here - sentence > _NEAR:
            break
        if found and sentence != stage.page.sentence(found.spot.start):
            break
        if here - sentence <= _BACK and is_subject(stage, named):
            return named
        found = found or named
    return found


def state_led(stage: Stage, spot: Spot, before: list[Named]) -> str | None:
    """The Tavian ⟦government⟧, Tavian's ⟦government⟧: the state that Tavian leads, or led."""
    leader = before[-1] if before else None
    if leader is None or not leader.person or not _LED_BY.fullmatch(stage.text, leader.spot.end, spot.start):
        return None
    return led_by(stage.names, leader.actor)


def led_by(names: Names, actor: str | None) -> str | None:
    """Return the state that somebody leads, or led."""
    held = names.held.get(actor, ())
    return next((state for role, state, _, _ in held if role in _HEADS and names.kinds.get(state) == "state"), None)


def _is_of_unlisted(stage: Stage, spot: Spot, before: list[Named]) -> bool:
    """The Reed party said so. Its leader …: whether who spoke in the sentence before is no actor that is known."""
    last = stage.page.last_speaker(spot.start)
    if last is None or stage.page.sentence(spot.start) - stage.page.sentence(last[0]) != 1:
        return False
    return not any(last[0] <= named.spot.start < last[1] and named.actor for named in before[-_TOPIC:])
