"""Which body or state is meant by a noun once it was named: the bloc, the ministry, the country."""

from collections.abc import Iterable

from standpoints.naming.names import Names, fold_words
from standpoints.naming.stage import Named

BODIES = frozenset(
    "ministry agency organisation alliance bloc government company army military commission council parliament "
    "department office party union embassy committee court bank body institution watchdog group coalition league "
    "federation bureau service".split()
)
STATES = frozenset("country nation kingdom".split())
ALL = BODIES | STATES
_NEAR = 6  # sentences within which it was named


def called(noun: str, before: Iterable[tuple[int, Named]], text: str, names: Names) -> str | None:
    """Return the actor that a noun means ("bloc", "foreign ministry"), None if nobody was named so.

    `before` are those named before, the nearest first, each with how many sentences lie between.

    A body is the nearest that has it in its names: the alliance, for the Northern Alliance. A state is the one that the
    nearest sentence with states names: not the country, where Norland met Sundia, nor where Norlandish drones came,
    for these come to another.
    """
    words = frozenset(noun.split())
    body, nearest = noun.split()[-1] in BODIES, _NEAR
    states: dict[str, bool] = {}  # named, not only by its adjective?
    for distance, named in before:
        if distance > nearest:
            break
        if named.person or not named.actor:
            continue
        written = text[named.spot.start : named.spot.end]
        if body and words <= names.words.get(named.actor, {*fold_words(f"{written} {named.actor}")}):
            return named.actor
        if noun in STATES and names.kinds.get(named.actor) == "state":
            states[named.actor] = states.get(named.actor, False) or named.spot.kind != "adjective"
            nearest = distance
    return next((state for state, named in states.items() if named), None) if len(states) == 1 else None
