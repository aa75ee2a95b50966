"""Which body or state is meant by a noun once it was named: the bloc, the ministry, the country."""

from collections.abc import Iterable, Iterator

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

    A body is the nearest that has it in its names (the alliance, for the Northern Alliance), itself named or with who
    holds an office in it. A state is the one that the nearest sentence with states names: not the country, where
    Norland met Sundia, nor where Norlandish drones came, for these come to another.
    """
    words = frozenset(noun.split())
    body, nearest = noun.split()[-1] in BODIES, _NEAR
    states: dict[str, bool] = {}  # named, not only by its adjective?
    for distance, named in before:
        if distance > nearest:
            break
        found = next((actor for actor, own in _bodies(named, text, names) if words <= own), None) if body else None
        if found:
            return found
        if noun in STATES and names.kinds.get(named.actor) == "state":
            states[named.actor] = states.get(named.actor, False) or named.spot.kind != "adjective"
            nearest = distance
    return next((state for state, named in states.items() if named), None) if len(states) == 1 else None


def _bodies(named: Named, text: str, names: Names) -> Iterator[tuple[str, frozenset[str]]]:
    """Who is named with the words of its names, or the bodies in which a person holds an office with theirs."""
    if named.person:
        yield from ((body, names.words[body]) for _, body, _, _ in names.held.get(named.actor, ()) if body)
    elif named.actor:
        written = fold_words(text[named.spot.start : named.spot.end])
        yield named.actor, names.words.get(named.actor, frozenset((*written, *fold_words(named.actor))))
