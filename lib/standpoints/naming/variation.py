"""Who was just named and is called otherwise for variety: the former minister, the Reed leader, the lawmaker.

Only who speaks: elsewhere a new description is as often somebody else.
"""

import re

from standpoints.naming.holders import is_other_gender, roles_of
from standpoints.naming.roles import CIVIL, HIGH
from standpoints.naming.stage import Named, Stage
from standpoints.naming.words import Spot

_LEADING = frozenset("head leader chairman chairwoman chair chief founder member".split())
_OF_A_GROUP = re.compile(r"\b[Tt]he (?:[A-Z][\w-]+ )+(?:[a-z]+ ){0,2}$")  # the Reed parliamentary group ⟦leader⟧
_OF_GROUP = re.compile(r" of (?:the )?[A-Z]")
_OPPOSITION = re.compile(r" of the opposition\b")
# The former culture ⟦minister⟧, the miller turned ⟦envoy⟧
_ONCE = re.compile(r"\b[Tt]he (?:former (?:[\w-]+ ){0,2}|(?:[a-z]+ ){1,4}turned )$")
_THE = re.compile(r"\b[Tt]he (?:(?!an? )[\w’'-]+ )*$")
_PHRASE = 60  # characters of the phrase before the office
_PLAIN = re.compile(r"\b(?:the|the security|the senior) $", re.IGNORECASE)
_LATELY = 20  # names among which who was just named is looked for


def varied(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Oster shook her head. ⟦The former minister⟧, ⟦the leader of the Reed group⟧, ⟦the miller turned envoy⟧ said …:
    the only person whom the sentence before names.

    Not a role alone (the minister), which may be somebody else's, nor whom another speaks of.
    """
    described = spot.former or _before(stage, spot, _ONCE) or _leads_a_group(stage, spot)
    phrase = _THE.search(stage.text, max(0, spot.start - _PHRASE), spot.start)
    if not described or phrase is None or not _speaks(stage, spot):
        return None
    paragraph, here = stage.text.rfind("\n", 0, spot.start), stage.page.sentence(spot.start)
    near = [n for n in _people_of(before) if paragraph < n.spot.start < phrase.start()]
    near = [n for n in near if stage.page.sentence(n.spot.start) in (here, here - 1)]
    actor = _only_actor(near)
    if actor is None or any(stage.page.is_reported(n.spot.start) for n in near):
        return None
    told = {*roles_of(stage.names, actor, stage.published), *(title for n in near for title in n.spot.title)}
    another = not told.isdisjoint((spot.role, *HIGH)) and not spot.former  # Sundia's leader leads no group as well
    other = is_other_gender(stage.names, actor, spot.role)
    return None if other or another else Named(spot, actor, "office", True)


def who_spoke(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Oster, who leads a committee of the house, said so. “We wait,” ⟦the lawmaker⟧ added: who spoke last in the
    paragraph, if nobody was named since and nothing else is told of whom."""
    last = stage.page.last_speaker(spot.start)
    if last is None or "\n" in stage.text[last[1] : spot.start] or not _before(stage, spot, _PLAIN):
        return None
    near = [n for n in _people_of(before) if n.spot.end > last[0]]
    actor = _only_actor(near)
    if actor is None or near[0].spot.start >= last[1] or not _speaks(stage, spot):
        return None
    told = {*roles_of(stage.names, actor, stage.published), *near[0].spot.title}
    return Named(spot, actor, "office", True) if told <= CIVIL | _LEADING else None


def of_opposition(stage: Stage, spot: Spot) -> bool:
    """The leader of the opposition."""
    return spot.role in _LEADING and _OPPOSITION.match(stage.text, spot.end) is not None


def _leads_a_group(stage: Stage, spot: Spot) -> bool:
    if spot.role.split()[-1] not in _LEADING:
        return False
    return (
        (spot.owner is not None and stage.names.kinds[spot.owner] != "state")
        or of_opposition(stage, spot)
        or _OF_GROUP.match(stage.text, spot.end) is not None
        or _before(stage, spot, _OF_A_GROUP)
    )


def _before(stage: Stage, spot: Spot, words: re.Pattern) -> bool:
    return words.search(stage.text, max(0, spot.start - _PHRASE), spot.start) is not None


def _people_of(before: list[Named]) -> list[Named]:
    """The last people among those named: also names that stay unknown, but no office of nobody known."""
    return [n for n in before[-_LATELY:] if n.person and (n.actor or n.spot.kind in ("name", "unlisted"))]


def _only_actor(people: list[Named]) -> str | None:
    actors = {named.actor for named in people}
    return actors.pop() if len(actors) == 1 else None


def _speaks(stage: Stage, spot: Spot) -> bool:
    return bool(stage.page.spoken_by(spot.start, spot.end))
