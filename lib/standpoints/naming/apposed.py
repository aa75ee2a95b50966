"""Who of several a surname means, by the office that explains it: Brandt, the energy minister."""

import re

from standpoints.naming.holders import holder_of, is_called, terms_of
from standpoints.naming.stage import Stage
from standpoints.naming.words import Spot

_EXPLAINS = re.compile(r", (?:(?:the|its|then|then the) )?")
_ENDS = re.compile(r"[,.;:()]| (?:of|for|at|in|from|who|and)\b|$", re.MULTILINE)  # not: Brandt, the minister said, left


def told_by_office(stage: Stage, spot: Spot, following: Spot | None) -> str | None:
    """Return the one of those whom a name may mean who holds the office right behind it: ⟦Brandt⟧, the energy minister;
    ⟦Banks⟧, the Holm Office's director; None where the next spot is no such office.

    A surname that is a word too names somebody so, and of two of one surname the one whose office it is.
    """
    if following is None or following.kind not in ("office", "role") or not following.role:
        return None
    if not (_EXPLAINS.fullmatch(stage.text, spot.end, following.start) and _ENDS.match(stage.text, following.end)):
        return None
    if following.owner:
        terms = terms_of(stage.names, following.role, following.owner)
        holder = holder_of(terms, stage.published, former=following.former, present=set(spot.actors))
        return holder if holder in spot.actors else None
    fits = [
        actor for actor in spot.actors
        if is_called(stage.names, actor, (), following.role, stage.published, former=following.former)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None
