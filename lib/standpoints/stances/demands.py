"""Whose demand a stance is: on the two sides of a quarrel the same words mean the contrary.

"Not one metre of the valley will be given up": who holds the valley refuses to leave it, who has lost it to cede it.
"""

from typing import TYPE_CHECKING

from standpoints.stances.finding import Match, overlap
from standpoints.stances.readings import Reading

if TYPE_CHECKING:  # which has parts of this package
    from standpoints.codebook import Codebook


def as_meant(readings: list[Reading], never: list[Match], side: object, codebook: "Codebook") -> list[Reading]:
    """The readings as a speaker of `side` means them (no string: it is not known, and they stay as they are).

    Nobody refuses what his own side demands: what he refuses is the opposite, unless the words are `never` that ("they
    will not leave"). Nor is he for what the other side demands where the words hold for whoever calls the thing his own
    ("we will take it back"), or by likeness alone.
    """
    if not isinstance(side, str):
        return readings
    meant = []
    for reading in readings:
        match, claimed = reading.match, reading.match.kind == "ours"
        stances = codebook.issues[match.issue].stances
        stance = stances[match.stance]
        if not reading.agree and side in stance.demanded_by:
            if claimed or any(n[:2] == (match.issue, stance.opposite) and overlap(n, match) for n in never):
                continue  # "we cannot take it back by force": that does not refuse to cede it
            match = match._replace(stance=stance.opposite)
            reading = reading._replace(match=match, how=f"{reading.how}; said for {side}")
        elif reading.agree and (claimed or match.kind == "like"):
            if any(s.opposite == match.stance and side in s.demanded_by for s in stances.values()):
                continue
        meant.append(reading)
    return meant
