"""Who is meant by an office or a role: Norland’s premier, the president, its army.

The registry says who holds an office at the date of the article; else somebody is called so again (`again.py`).
"""

import re
from itertools import islice

from standpoints.naming import nouns
from standpoints.naming.again import again, called, newcomer
from standpoints.naming.holders import (
    holder_of,
    is_other_gender,
    parts_with_body,
    roles_of,
    terms_of,
    terms_of_aide,
    terms_of_body,
)
from standpoints.naming.introductions import gender_in
from standpoints.naming.names import fold, fold_words, states_called
from standpoints.naming.roles import BODIES, HIGH, ONE_OF_MANY
from standpoints.naming.stage import REMEMBERED, Named, Stage, is_definite, is_subject
from standpoints.naming.words import Spot

_SAYS = re.compile(  # Oster, says the premier, …; Oster, says the premier has left
    r"\b(?:says?|said|tells?|told|thinks?|thought|believes?|believed|wants?|wanted|calls?|called|met|meets|that|"
    r"with|to|for|by|in|at|from|on|against|about|and|but|after|before|spoke|speaks|saw|sees|is|was|has|had|will|would|"
    r"visited|praised|thanked|phoned|asked|warns?|warned|insists?|insisted|claims?|claimed|argues?|argued|added|stressed|accused|urged)\b"
)
_APPOSED = re.compile(r", (?:(?:the|a|an|his|her) |who (?:is|was) (?:the |a )?)?")
_APPOSED_LONGER = re.compile(r", (?:[\w-]+ ){1,3}")  # Oster, a longtime envoy; not: Oster, says the envoy
_OWNED = re.compile(r"\b(its|their|his|her|our|my) (?:[\w-]+ )?$|['’](s) $", re.IGNORECASE)
_NOUN = re.compile(r"\b[Tt]h(?:e|is) ([\w-]+)(?:['’]s)? $")
_WHOSE = {"his": "he", "her": "she"}
_IN_PLACE = re.compile(r"In ([A-Z][\w’'-]+), ")
_OF_ELSEWHERE = re.compile(r"\b[Tt]he ((?:[A-Z][\w-]+ )+)$")  # the ⟦Karst⟧ governor, not the one who was named before
_OWNER_AFTER = re.compile(r" (of|in) (?:the )?[A-Z]")
_BACK = 2  # sentences in which *its* is sooner that of the subject
_NEAR = 3  # sentences within which *its* is looked for
_TOPIC = 20  # names of one paragraph, at most


def holder(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Who is meant by an office whose owner is told: Norland’s premier, its army, the Norlandish diplomat."""
    if _apposed(stage, spot, before):
        return None
    if spot.role in ("counterpart", "colleague"):
        return Named(spot, _counterpart(stage, spot, before), "office", True)
    terms = terms_of(stage.names, spot.role, spot.owner)
    found = again(stage, spot, before) if not terms or spot.role in BODIES else None  # an official, not officials
    if found:
        return found
    if spot.role in ONE_OF_MANY:  # a Norlandish official: one of "Norlandish officials", if these are listed
        terms = [term for term in terms if stage.names.kinds[term.actor] == "group"]
        return _of_terms(stage, spot, terms) if terms else None
    if terms:
        return _of_terms(stage, spot, terms)
    if spot.role in BODIES and not spot.former:
        return Named(spot, spot.owner, "alias", False)
    return Named(spot, None, "office", True)


def _counterpart(stage: Stage, spot: Spot, before: list[Named]) -> str | None:
    """Oster's Norlandish counterpart, his Norlandish counterpart: who holds the same office in Norland; nobody where
    two may be meant."""
    owned = _OWNED.search(stage.text, max(0, spot.start - 12), spot.start)
    owner = owned and (owned.group(1) or "'s").casefold()
    if owner == "'s":
        people = [named for named in before[-1:] if 0 <= spot.start - named.spot.end <= 3]
    else:
        people = _nearest_people(stage, spot, before, _WHOSE[owner]) if owner in _WHOSE else []
    found = set()
    for named in people:
        for role in (*named.spot.title, *roles_of(stage.names, named.actor, stage.published)):
            terms = terms_of(stage.names, role, spot.owner)
            found.add(holder_of(terms, stage.published, former=False, present=stage.present))
    found -= {None, *(named.actor for named in people)}
    return found.pop() if len(found) == 1 else None


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


def _of_terms(stage: Stage, spot: Spot, terms: list) -> Named:
    actor = holder_of(terms, stage.published, former=spot.former, present=stage.present)
    if actor and is_other_gender(stage.names, actor, spot.role):
        actor = None
    return Named(spot, actor, terms[0].how, actor is None or stage.names.kinds[actor] == "person")


def described(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """The nearest person before who was named with this role or holds such an office: "the president"."""
    if not spot.role or _apposed(stage, spot, before):
        return None
    if (spot.role, None) in stage.names.offices:
        return _of_terms(stage, spot, stage.names.offices[spot.role, None])
    if terms := _of_noun(stage, spot, before):
        return _of_terms(stage, spot, terms)
    owned = _OWNED.search(stage.text, max(0, spot.start - 12), spot.start)
    if owned and owned.group(1) in ("our", "Our", "my", "My"):
        return _of_speakers_state(stage, spot, before)
    if owned:
        return _of_owner(stage, spot, (owned.group(1) or "'s").casefold(), before)
    if terms := _of_capital(stage, spot) or _of_topic(stage, spot, before):
        return _of_terms(stage, spot, terms)
    elsewhere = _OF_ELSEWHERE.search(stage.text, max(0, spot.start - 40), spot.start)
    body = elsewhere and " ".join(fold_words(elsewhere[1]))
    if body in BODIES:  # the Foreign Ministry ⟦spokeswoman⟧
        spot = spot._replace(role=f"{body} {spot.role}")
    elif elsewhere or _of_another(stage, spot):
        return Named(spot, None, "office", spot.role not in BODIES)
    capital = stage.text[spot.start].isupper()
    if not capital and not is_definite(stage, spot):
        return None
    if spot.role in HIGH and (own := _of_speakers_state(stage, spot, before)):
        return own
    found = called(stage, spot, before, newcomer(stage, spot))
    return found or (Named(spot, None, "office", spot.role not in BODIES) if not capital else None)


def _of_speakers_state(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Norland's envoy: “⟦Our foreign ministry⟧ waits, and so does ⟦the president⟧”: those of the state of who speaks,
    not the speaker."""
    speech = stage.page.voice_at(spot.start)
    if speech is None:
        return None
    named = next((n for n in reversed(before[-REMEMBERED:]) if n.spot.start < speech.speaker[1]), None)
    if named is None or named.spot.end <= speech.speaker[0] or not named.actor:
        return None
    states = stage.names.states.get(stage.names.sides.get(named.actor), ())
    offices = [terms for state in states if (terms := terms_of(stage.names, spot.role, state))]
    who = _of_terms(stage, spot, offices[0]) if len(offices) == 1 else None
    return who if who and who.actor != named.actor else None


def _of_topic(stage: Stage, spot: Spot, before: list[Named]) -> list:
    """Norland was cool. It had no plan, the foreign minister said: a paragraph about one state that names no
    person."""
    paragraph = stage.text.rfind("\n", 0, spot.start) + 1
    here = [n for n in before[-_TOPIC:] if n.spot.start >= paragraph and n.actor]
    states = {n.actor for n in here if stage.names.kinds.get(n.actor) == "state" and is_subject(stage, n)
              and not stage.page.is_reported(n.spot.start)}  # fmt: skip
    if len(states) != 1 or any(n.person for n in here):
        return []
    return terms_of(stage.names, spot.role, states.pop())


def _of_noun(stage: Stage, spot: Spot, before: list[Named]) -> list:
    """The alliance's secretary general, the ministry spokesman, the commission president: the terms of the office in
    what was named before."""
    noun = _NOUN.search(stage.text, max(0, spot.start - 30), spot.start)
    ways = [(spot.role, fold(noun[1]))] if noun else parts_with_body(spot.role) if is_definite(stage, spot) else ()
    here = stage.page.sentence(spot.start)
    for role, body in ways:
        near = ((here - stage.page.sentence(n.spot.start), n) for n in islice(reversed(before), REMEMBERED))
        whose = nouns.called(body, near, stage.text, stage.names)
        if whose and (terms := terms_of(stage.names, role, whose)):
            return terms
    return []


def _of_capital(stage: Stage, spot: Spot) -> list:
    """In Arvik, the foreign minister said: the terms of the office in the state whose capital that is."""
    place = _IN_PLACE.match(stage.text, stage.page.sentence_start(spot.start))
    if place is None:
        return []
    states = states_called(stage.names, fold(place[1]))
    return terms_of(stage.names, spot.role, states[0].actor) if states and place.end() <= spot.start else []


def _of_another(stage: Stage, spot: Spot) -> bool:
    """The leader of the River League, the government in Holm: whose it is stands there, and nobody knows it."""
    owner = _OWNER_AFTER.match(stage.text, spot.end)
    return owner is not None and (owner[1] == "of" or spot.role in BODIES)


def _of_owner(stage: Stage, spot: Spot, owner: str, before: list[Named]) -> Named | None:
    """Who holds an office by whose it is: its premier, Tavian’s spokesman, his minister."""
    whose = _whose(stage, spot, owner, before)
    if whose is None:
        return None
    if whose.person:
        terms = terms_of_aide(stage.names, spot.role, whose.actor, stage.published)
    else:
        terms = terms_of(stage.names, spot.role, whose.actor) or terms_of_body(stage.names, spot.role, whose.actor)
    if terms:
        return _of_terms(stage, spot, terms)
    itself = not whose.person and spot.role in BODIES  # of a state whose bodies the registry does not hold
    return Named(spot, whose.actor if itself else None, "alias" if itself else "office", spot.role not in BODIES)


def _whose(stage: Stage, spot: Spot, owner: str, before: list[Named]) -> Named | None:
    """Whose *its*, *his* or *Tavian's* is; *its* sooner that of the subject: Norland protested to Sundia. Its army …"""
    found, here = None, stage.page.sentence(spot.start)
    if owner in ("its", "their") and _is_of_unlisted(stage, spot, before):
        return None
    for named in islice(reversed(before), REMEMBERED):
        if owner == "'s":
            return named if named.actor and 0 <= spot.start - named.spot.end <= 3 else None
        if not named.actor or named.person == (owner in ("its", "their")):
            continue
        if named.person:
            if gender_in(stage.names, named.actor) in (None, _WHOSE[owner]):
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


def _is_of_unlisted(stage: Stage, spot: Spot, before: list[Named]) -> bool:
    """The Reed party said so. Its leader …: whether who spoke in the sentence before is no actor that is known."""
    last = stage.page.last_speaker(spot.start)
    if last is None or stage.page.sentence(spot.start) - stage.page.sentence(last[0]) != 1:
        return False
    return not any(last[0] <= named.spot.start < last[1] and named.actor for named in before[-_TOPIC:])


def _apposed(stage: Stage, spot: Spot, before: list[Named]) -> bool:
    """Whether an office explains the name before it: "Mira Oster, the premier of Norland"."""
    if not before or not before[-1].person or before[-1].spot.kind in ("office", "role"):
        return False
    name = before[-1]
    if stage.page.is_told_by((name.spot.start, name.spot.end), (spot.start, spot.end)):
        return False
    if stage.text[spot.end : spot.end + 2] in ("'s", "’s"):  # Mira Oster, the premier's sister
        return False
    gap = (stage.text, name.spot.end, spot.start)
    longer = _APPOSED_LONGER.fullmatch(*gap) and not _SAYS.search(*gap)
    if not (_APPOSED.fullmatch(*gap) or longer):
        return False
    before[-1] = name._replace(spot=name.spot._replace(title=(*name.spot.title, spot.role)))
    return True
