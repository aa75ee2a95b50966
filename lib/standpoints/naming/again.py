"""Who is called again by a role that was named before: the president, the Norlandish diplomat, the lawmaker.

Sooner who spoke, or whom a sentence is about, than who was only spoken of; nobody where somebody without a name spoke
since.
"""

import re
from itertools import islice

from standpoints.naming.holders import is_called, ways_of
from standpoints.naming.origins import is_of_others
from standpoints.naming.roles import BODY_WORDS, COMMON, HIGH, VAGUE
from standpoints.naming.stage import REMEMBERED, Named, Stage, is_definite, is_subject
from standpoints.naming.variation import who_spoke
from standpoints.naming.words import Spot

_SOMEBODY = re.compile(r"(?:an?|one|another|some) (?!spokes)", re.IGNORECASE)
_SEVERAL = re.compile(r"^(?!.* of )\w+[^s]s$")  # the leaders, the states: no person who was named before
_LEADS = 2  # how much a sentence is about its subject
_BACK = 2  # sentences before the nearest one that names somebody called so, in which it is sooner the subject
_SERVING = VAGUE | {"diplomat"}
_BODY = "|".join(sorted(BODY_WORDS | {"department", "embassy", "mission", "delegation"}))
_AT_A_BODY = re.compile(rf", [^,]*\b(?:at|of|in|for|with) [^,]*\b(?:{_BODY})\b", re.IGNORECASE)
_FORCES = frozenset(ways_of("armed forces"))
_MEMORY = 1200  # characters for which somebody without a name is remembered


def called(stage: Stage, spot: Spot, before: list[Named], since: int, side: str | None = None) -> Named | None:
    """Who was named last, after the character `since`, and is called by the role; with a `side`, of that side.

    Sooner who spoke, or whom a sentence is about, than somebody who is only spoken of: "Oster had no time for
    Karst. “No,” ⟦the minister⟧ said." Never who is named in the speaker's own words.
    """
    several = _SEVERAL.search(spot.role) is not None
    own = [(s.start, s.end) for s in stage.page.spoken_by(spot.start, spot.end)]
    best, rank, reach, here = None, 0, 0, stage.page.sentence(spot.start)
    for named in islice(reversed(before), REMEMBERED):
        distance = here - stage.page.sentence(named.spot.start)
        if named.spot.start < since or (best and (rank == _LEADS or distance > reach)):
            break
        if any(start <= named.spot.start < end for start, end in own):
            continue
        if _is_called(stage, named, spot, several, side):
            leads = _leads(stage, named, spot)
            if best is None or leads > rank:
                best, rank = named, leads
                reach = distance + (0 if several or not named.person else _BACK)
    if best and best.person and spot.role in COMMON and rank < _LEADS and newcomer(stage, spot) >= 0:
        return None  # A senior official said so after talks with Oster. The official added …
    if best and best.person and spot.role in COMMON - _SERVING and (other := who_spoke(stage, spot, before)):
        return other  # Premier Oster left. Jon Karst, of a committee, said so. ⟦The politician⟧ added …
    if best and best.person and spot.role in _SERVING and (other := _who_serves(stage, spot, before)):
        best = other if other.spot.start > best.spot.start else best
    if best and best.person and spot.role in HIGH and _is_met_by(stage, best.actor, spot.role):
        return Named(spot, None, "office", True)
    return best and Named(spot, best.actor, "office", best.person)


def _is_met_by(stage: Stage, actor: str, role: str) -> bool:
    """The president spoke with President Oster. ⟦The president⟧ stressed …: whoever it is, not she."""
    surname = re.escape(actor.rpartition(" ")[2])
    met = rf"\bthe {role}(?:['’]s)? [^.,;:–—“”\"\n]{{1,80}}(?<!the ){role} (?:[\w’'-]+ )?{surname}\b"
    return re.search(met, stage.text, re.IGNORECASE) is not None


def _who_serves(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """Mira Oster, a director at the ministry, said so. ⟦The diplomat⟧ added …: who spoke last, and serves a body, is
    called so sooner than the minister before, though no office tells it."""
    last = stage.page.last_speaker(spot.start)
    if last is None or not _AT_A_BODY.search(stage.text, *last):
        return None
    first = next((n for n in reversed(before[-REMEMBERED:]) if n.person and last[0] <= n.spot.start < last[1]), None)
    return first if first and first.actor and first.actor not in stage.names.kinds else None


def _is_called(stage: Stage, named: Named, spot: Spot, several: bool, side: str | None) -> bool:
    if not named.actor or (named.person and (several or spot.role in _FORCES)):
        return False
    if side and stage.names.sides.get(named.actor) != side:
        return False
    # The Norlandish diplomat is not Sundia's, though both are of one side
    state = {spot.owner} if stage.names.kinds.get(spot.owner) == "state" else set()
    if is_of_others(named.actor, state, stage.names):
        return False
    titles = named.spot.title if named.spot.former == spot.former else ()
    fits = is_called(stage.names, named.actor, titles, spot.role, stage.published, former=spot.former)
    return fits or bool(side and _may_be_called(stage, named, spot.role))


def _leads(stage: Stage, named: Named, spot: Spot) -> int:
    """How much a sentence is about who is named in it: who speaks, its subject, or somebody else."""
    if not named.person or named.spot.end in stage.speaking:
        return _LEADS
    there = (named.spot.start, named.spot.end)
    if stage.page.is_reported(named.spot.start) or stage.page.is_told_by(there, (spot.start, spot.end)):
        return 0
    return _LEADS if is_subject(stage, named) else 1


def _may_be_called(stage: Stage, named: Named, role: str) -> bool:
    """The Arvik aide: somebody of that side who is no premier, president or minister."""
    if role not in VAGUE or not named.person:
        return False
    return not any(is_called(stage.names, named.actor, named.spot.title, high, stage.published) for high in HIGH)


def again(stage: Stage, spot: Spot, before: list[Named]) -> Named | None:
    """The Norlandish diplomat, the Arvik official: who was named shortly before, is called so and of that side."""
    if not is_definite(stage, spot):
        return None
    since = max(newcomer(stage, spot), spot.start - _MEMORY)
    side = stage.names.sides.get(spot.owner)
    own = [named for named in before[-REMEMBERED:] if named.actor and _serves(stage, named.actor, spot.owner)]
    found = called(stage, spot, own, since, side) or called(stage, spot, before, since, side)
    return found if found and found.person else None


def _serves(stage: Stage, actor: str, body: str) -> bool:
    """Whether somebody holds an office of a body: the League official is the League's spokesman, if he was named."""
    institution = stage.names.kinds.get(body) == "institution"
    return institution and any(owner == body for _, owner, _, _ in stage.names.held.get(actor, ()))


def newcomer(stage: Stage, spot: Spot) -> int:
    """A European diplomat said … The diplomat added …: where somebody without a name entered with this role, or −1.

    Not behind a comma, where it tells who the one before is: Mira Oster, a diplomat.
    """
    begins = r"\b(?=[ao])(?<!, )(?<!as )(?<!is )(?<!was )(?:an?|one|another)"
    entering = rf"{begins}(?: [\w-]+){{0,4}}? {re.escape(spot.role)}\b"
    entries = re.finditer(entering, stage.text[max(0, spot.start - _MEMORY) : spot.start], re.IGNORECASE)
    entered = max((max(0, spot.start - _MEMORY) + entry.start() for entry in entries), default=-1)
    return max(entered, _unnamed_speaker(stage, spot)) if spot.role in COMMON else entered


def _unnamed_speaker(stage: Stage, spot: Spot) -> int:
    """A member of the house was blunt … the lawmaker said: where somebody without a name spoke last, or −1."""
    last = stage.page.last_speaker(spot.start)
    return last[0] if last and _SOMEBODY.match(stage.text, *last) else -1
