"""Who is meant by an office or a role: Norland’s premier, the president, its army.

The registry says who holds an office at the date of the article; else somebody is called so again (`again.py`).
"""

import re

from standpoints.naming import nouns
from standpoints.naming.again import again, called, newcomer
from standpoints.naming.holders import (
    holder_of,
    is_called,
    is_other_gender,
    terms_of,
    terms_of_aide,
    terms_of_body,
    ways_of,
)
from standpoints.naming.names import Term, fold_words
from standpoints.naming.origins import come_from, states_of
from standpoints.naming.owners import (
    counterpart,
    counterpart_met,
    led_by,
    owner_word,
    state_led,
    state_of_place,
    terms_of_noun,
    terms_of_topic,
    whose_is,
)
from standpoints.naming.people import PERSON_NOUNS
from standpoints.naming.roles import BESIDES, BODY_WORDS, COMMON, GOVERNMENT, HIGH, ONE_OF_MANY, STATE_ORGANS
from standpoints.naming.stage import REMEMBERED, Named, Stage, is_definite, is_subject
from standpoints.naming.variation import of_opposition, varied, who_spoke
from standpoints.naming.words import Spot

_SAYS = re.compile(  # Oster, says the premier, …; Oster, says the premier has left
    r"\b(?:says?|said|tells?|told|thinks?|thought|believes?|believed|wants?|wanted|calls?|called|met|meets|that|"
    r"with|to|for|by|in|at|from|on|against|about|and|but|after|before|spoke|speaks|saw|sees|is|was|has|had|will|would|"
    r"visited|praised|thanked|phoned|asked|warns?|warned|insists?|insisted|claims?|claimed|argues?|argued|added|stressed|accused|urged)\b"
)
_APPOSED = re.compile(r", (?:(?:the|a|an|his|her) |who (?:is|was) (?:the |a )?)?")
_APPOSED_LONGER = re.compile(r", (?:[\w-]+ ){1,3}")  # Oster, a longtime envoy; not: Oster, says the envoy
_OF_ELSEWHERE = re.compile(r"\b[Tt]he ((?:[A-Z][\w-]+ )+)$")  # the ⟦Karst⟧ governor, not the one who was named before
_OF_A_BODY = re.compile(r" (group|service|agency|company|movement|party)\b")
_OF_SOME = re.compile(r" (?:of|for|at) an? ")  # the spokesman of a brigade, whoever was one before
_SOME = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) $")
_NEAR = 6  # sentences within which the CDU politician was named
_LED = frozenset((*GOVERNMENT, "administration"))
_LOCAL = frozenset(("mayor", "governor"))
_MANY = 5  # states of a registry in which an office that only one of them has tells whose it is
_RULING = frozenset((*GOVERNMENT, "administration", "authorities", "military", "army", "forces"))
# The separatist ⟦administration⟧ is not that of the state which was named before
_OF_REBELS = re.compile(
    r"\b(?:separatist|rebel(?:-[\w-]+)?|breakaway|insurgent|occupation|occupying|self-[\w-]+) $", re.IGNORECASE
)
_PRESIDENTS = re.compile(r"\b[Tt]he president['’]s $")
_OWNER_AFTER = re.compile(r" (of|in) (?:the )?[A-Z]")


def holder(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Who is meant by an office whose owner is told: Norland’s premier, its army, the Norlandish diplomat."""
    if told := _with_title(stage, spot, before):
        before[-1] = told
        return None
    if spot.role in ("counterpart", "colleague"):
        return Named(spot, counterpart(stage, spot, before), "office", True)
    if _says_what_it_is(stage, spot):
        return Named(spot, spot.owner, "alias", False)
    terms = terms_of(stage.names, spot.role, spot.owner)
    found = again(stage, spot, before) if not terms or spot.role in STATE_ORGANS else None  # an official, not officials
    if found:
        return found
    if spot.role in ONE_OF_MANY:  # a Norlandish official: one of "Norlandish officials", if these are listed
        terms = [term for term in terms if stage.names.kinds[term.actor] == "group"]
        return _of_terms(stage, spot, terms) if terms else None
    if terms:
        held = _of_terms(stage, spot, terms)
        return held if held.actor else varied(stage, spot, before) or held
    if spot.role in STATE_ORGANS and not spot.former:
        return Named(spot, spot.owner, "alias", False)
    return varied(stage, spot, before) or Named(spot, None, "office", True)


def _says_what_it_is(stage: Stage, spot: Spot) -> bool:
    """The LSS security service, the Marl mercenary group: no office, where the body is the League Security Service, the
    Marl Group."""
    noun, role = _OF_A_BODY.match(stage.text, spot.end), spot.role.split()
    return bool(noun or role[-1] in BODY_WORDS) and set(fold_words(spot.owner)).issuperset([noun[1]] if noun else role)


def _of_terms(stage: Stage, spot: Spot, terms: list[Term]) -> Named:
    actor = holder_of(terms, stage.published, former=spot.former, present=stage.present)
    if actor and is_other_gender(stage.names, actor, spot.role):
        actor = None
    return Named(spot, actor, terms[0].how, actor is None or stage.names.kinds[actor] == "person")


def described(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """The nearest person before who was named with this role or holds such an office: "the president"."""
    if not spot.role:
        return None
    if told := _with_title(stage, spot, before):
        before[-1] = told
        return None
    if spot.role in _RULING and _OF_REBELS.search(stage.text, max(0, spot.start - 30), spot.start):
        return Named(spot, None, "office", False)
    if (spot.role, None) in stage.names.offices:
        return _of_terms(stage, spot, stage.names.offices[spot.role, None])
    if terms := terms_of_noun(stage, spot, before):
        return _of_terms(stage, spot, terms)
    if spot.role in _LED and (state := state_led(stage, spot, before)):
        return holder(stage, spot._replace(owner=state), [])
    owner = owner_word(stage, spot)
    if owner in ("our", "my"):
        return _of_speakers_state(stage, spot, before)
    if owner:
        return _of_owner(stage, spot, owner, before) or _of_president(stage, spot, before)
    there = state_of_place(stage.page, spot.start, stage.names)
    terms = terms_of(stage.names, spot.role, there) if there else []
    if terms := terms or terms_of_topic(stage, spot, before):
        return _of_terms(stage, spot, terms)
    if there and spot.role in STATE_ORGANS:  # In Arvik, the foreign ministry: of a state whose bodies nobody listed
        return Named(spot, there, "alias", False)
    if _OF_SOME.match(stage.text, spot.end):
        return Named(spot, None, "office", not _is_body(spot.role))
    elsewhere = _OF_ELSEWHERE.search(stage.text, max(0, spot.start - 40), spot.start)
    body = elsewhere and " ".join(fold_words(elsewhere[1]))
    if body in STATE_ORGANS:  # the Foreign Ministry ⟦spokeswoman⟧
        spot = spot._replace(role=f"{body} {spot.role}")
    elif elsewhere and (actor := _from_there(stage, spot, set(fold_words(elsewhere[1])), before)):
        return Named(spot, actor, "office", True)
    elif elsewhere or _of_another(stage, spot):
        return varied(stage, spot, before) or Named(spot, None, "office", not _is_body(spot.role))
    capital = stage.text[spot.start].isupper() and not _is_one_of_some(stage, spot)
    if not capital and not is_definite(stage, spot):
        return varied(stage, spot, before)
    if spot.role in (*HIGH, *GOVERNMENT) and (own := _of_speakers_state(stage, spot, before)):
        return own
    since = newcomer(stage, spot)
    found = varied(stage, spot, before) if of_opposition(stage, spot) else None
    found = found or called(stage, spot, before, since) or _of_the_only_state(stage, spot, before)
    if not found and since < 0:
        found = (spot.role in COMMON and who_spoke(stage, spot, before)) or varied(stage, spot, before)
    besides = spot.role in BESIDES and stage.page.spoken_by(spot.start, spot.end)
    if found or capital or besides:  # the ⟦candidate⟧ is described, and holds no office
        return found
    return Named(spot, None, "office", not _is_body(spot.role))


def _of_the_only_state(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """The foreign secretary, where of many states only one has such an office, and it or somebody of it was named
    lately. There are mayors anywhere."""
    owners = {owner for role, owner in stage.names.offices if role == spot.role and owner}
    states = {owner for owner in owners if stage.names.kinds[owner] == "state"}
    if len(owners) != 1 or not states or spot.role in _LOCAL or sum(map(len, stage.names.states.values())) < _MANY:
        return None
    here = stage.page.sentence(spot.start)
    lately = (n.actor for n in before[-REMEMBERED:] if n.actor and here - stage.page.sentence(n.spot.start) <= _NEAR)
    if not any(actor in states or states & states_of(actor, stage.names) for actor in lately):
        return None
    return _of_terms(stage, spot, stage.names.offices[spot.role, states.pop()])


def _from_there(stage: Stage, spot: Spot, wanted: set[str], before: list[Named]) -> str | None:
    """Lena Holt (CDU) … the CDU politician; Governor Mira Oster of Karst … the Karst governor: the only one so told."""
    people = [((n.spot.start, n.spot.end), n.actor) for n in before[-REMEMBERED:] if n.person and n.actor]
    told = come_from(wanted, spot.role, people, stage.text, stage.names)
    if spot.role not in COMMON:
        told &= {n.actor for n in before[-REMEMBERED:] if n.person and _holds(stage, n, spot.role)}
    here = stage.page.sentence(spot.start)
    told &= {key for span, key in people if here - stage.page.sentence(span[0]) <= _NEAR}
    if not told and spot.role in COMMON:  # Lena Holt does not buy it, … the CDU politician said
        paragraph = stage.text.rfind("\n", 0, spot.start)
        told = {n.actor for n in before[-REMEMBERED:] if n.spot.start > paragraph and n.person and is_subject(stage, n)}
    return told.pop() if len(told) == 1 and is_definite(stage, spot) else None


def _holds(stage: Stage, named: Named, role: str) -> bool:
    return bool(named.actor) and is_called(stage.names, named.actor, named.spot.title, role, stage.published)


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


def _is_one_of_some(stage: Stage, spot: Spot) -> bool:
    """A Foreign Ministry ⟦spokesman⟧, another President; not a Senate race."""
    person = spot.role.split()[-1] in PERSON_NOUNS
    return person and _SOME.search(stage.text, max(0, spot.start - 8), spot.start) is not None


def _is_body(role: str) -> bool:
    """Whether a role is no person's: the army, the bureau of investigation, the election commission."""
    words = role.split()
    return role in STATE_ORGANS or words[nouns.head_at(words)] in nouns.BODY_NOUNS


def _of_another(stage: Stage, spot: Spot) -> bool:
    """The leader of the River League, the government in Holm: whose it is stands there, and nobody knows it."""
    owner = _OWNER_AFTER.match(stage.text, spot.end)
    return owner is not None and (owner[1] == "of" or spot.role in STATE_ORGANS)


def _of_owner(stage: Stage, spot: Spot, owner: str, before: list[Named]) -> Named | None:
    """Who holds an office by whose it is: its premier, Tavian’s spokesman, his minister."""
    if spot.role == "counterpart":
        return Named(spot, counterpart_met(stage, spot, owner, before), "office", True)
    whose = whose_is(stage, spot, owner, before)
    if whose is None:
        return None
    if whose.person and spot.role in _LED and (state := led_by(stage.names, whose.actor)):
        return holder(stage, spot._replace(owner=state), [])
    if whose.person:
        terms = terms_of_aide(stage.names, spot.role, whose.actor, stage.published)
    else:
        terms = terms_of(stage.names, spot.role, whose.actor) or terms_of_body(stage.names, spot.role, whose.actor)
    if terms:
        return _of_terms(stage, spot, terms)
    itself = not whose.person and spot.role in STATE_ORGANS  # of a state whose bodies the registry does not hold
    return Named(spot, whose.actor if itself else None, "alias" if itself else "office", not _is_body(spot.role))


def _of_president(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Presidential spokesman Jan Holt said so. ⟦The president's press secretary⟧ added …: a president need not be
    named."""
    if not _PRESIDENTS.search(stage.text, max(0, spot.start - 20), spot.start):
        return None
    roles = (spot._replace(role=f"presidential {way}") for way in ways_of(spot.role))
    found = next(filter(None, (called(stage, role, before, newcomer(stage, spot)) for role in roles)), None)
    return found and found._replace(spot=spot)


def _with_title(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Mira Oster, the premier of Norland: the name before, with the office that explains it as a title; None where
    the office explains none."""
    if not before or not before[-1].person or before[-1].spot.kind in ("office", "role"):
        return None
    name = before[-1]
    if stage.page.is_told_by((name.spot.start, name.spot.end), (spot.start, spot.end)):
        return None
    if stage.text[spot.end : spot.end + 2] in ("'s", "’s"):  # Mira Oster, the premier's sister
        return None
    gap = (stage.text, name.spot.end, spot.start)
    longer = _APPOSED_LONGER.fullmatch(*gap) and not _SAYS.search(*gap)
    apposed = _APPOSED.fullmatch(*gap) or longer
    return name._replace(spot=name.spot._replace(title=(*name.spot.title, spot.role))) if apposed else None
