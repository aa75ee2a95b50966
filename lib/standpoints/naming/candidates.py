"""Where a pronoun stands, whom it can mean, and what the network says of each."""

from typing import NamedTuple

from standpoints.naming.places import Person, Speech
from standpoints.reader import Pointed
from standpoints.reading.pieces import pieces_of

FLOOR = 0.05  # of the network's weight: whom it does not point to may be meant all the same
LEAD = 40  # characters of titles before the name with which a sentence begins


class Here(NamedTuple):
    """Where a pronoun stands."""

    start: int
    end: int
    gender: str
    role: str  # "subject", "object", "owner" (his) or "self" (himself)
    sentence: int
    quote: Speech | None
    speaks: bool  # he said
    last_speaker: object
    reported_by: object  # Oster said that she …


class Candidate(NamedTuple):
    """Somebody whom a pronoun can mean: the places before it, the nearest first, and the next one in its sentence."""

    key: object
    gender: str | None
    before: tuple[Person, ...]
    ahead: Person | None

    @property
    def named(self) -> Person:
        """The place that says who it is: the nearest before that is no pronoun, else the one ahead."""
        return next((p for p in self.before if p.kind != "pronoun"), None) or self.ahead or self.before[0]


class Attention(NamedTuple):
    """The weight that the network puts on each candidate's places, by key; and a place that is nobody's, with its."""

    shares: dict[object, float]
    stranger: Person | None
    on_stranger: float
    pointed: Pointed | None = None

    def on(self, start: int, end: int) -> float:
        """The weight on the characters of a span."""
        return float(self.pointed.weights[slice(*pieces_of(self.pointed, start, end))].sum()) if self.pointed else 0.0
