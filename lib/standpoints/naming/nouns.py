"""Which body or state is meant by a noun once it was named: the bloc, the ministry, the country."""

from collections.abc import Iterable, Iterator, Sequence

from standpoints.naming.names import Names, fold_words
from standpoints.naming.stage import Named

BODY_NOUNS = frozenset(
    "ministry agency organisation alliance bloc government company army military commission council parliament "
    "department office party union embassy committee court bank body institution watchdog group coalition league "
    "federation bureau service institute university foundation association authority".split()
)
STATES = frozenset("country nation kingdom".split())
OUTLETS = frozenset(
    "newspaper paper tabloid daily weekly magazine outlet broadcaster channel network website site publication".split()
)
ALL = BODY_NOUNS | STATES | OUTLETS
_NEAR = 6  # sentences within which it was named


def called(noun: str, before: Iterable[tuple[int, Named]], text: str, names: Names) -> str | None:
    """Return the actor that a noun means ("bloc", "foreign ministry"), None if nobody was named so.

    `before` are those named before, the nearest first, each with how many sentences lie between.

    A body is the nearest that is one by its names (the alliance: the Northern Alliance), itself named or with who holds
    an office in it. A state is the one that the nearest sentence with states names: not the country, where Norland met
    Sundia, nor where Norlandish drones came, for these come to another.
    """
    words, nearest = noun.split(), _NEAR
    if words[-1] not in ALL:  # the new premier: as most often, and told faster than by looking for it
        return None
    body = words[-1] in BODY_NOUNS
    states: dict[str, bool] = {}  # named, not only by its adjective?
    for distance, named in before:
        if distance > nearest:
            break
        bodies = _bodies(named, text, names) if body else ()
        if found := next((actor for actor, own in bodies if _is_one(words, own)), None):
            return found
        if noun in STATES and names.kinds.get(named.actor) == "state":
            states[named.actor] = states.get(named.actor, False) or named.spot.kind != "adjective"
            nearest = distance
    return next((state for state, named in states.items() if named), None) if len(states) == 1 else None


def _bodies(named: Named, text: str, names: Names) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who is named with each of its names, or the bodies in which a person holds an office with theirs."""
    if named.person:
        bodies = dict.fromkeys(body for _, body, _, _ in names.held.get(named.actor, ()) if body)
        yield from ((body, own) for body in bodies for own in names.written[body])
    elif named.actor:
        written = (fold_words(text[named.spot.start : named.spot.end]), fold_words(named.actor))
        yield from ((named.actor, own) for own in (*written, *names.written.get(named.actor, ())))


def head_at(name: Sequence[str]) -> int:
    """Return the place of the noun that the words of a name are about: Senate ⟦Committee⟧ on Rivers."""
    return next((i for i, word in enumerate(name) if word in ("of", "for", "on")), len(name)) - 1


def _is_one(noun: list[str], name: tuple[str, ...]) -> bool:
    """Whether a name is that of a defence ministry: Ministry of Defence; a military alliance is no military."""
    head = head_at(name)
    return head >= 0 and name[head] == noun[-1] and {*noun} <= {*name}
