"""The actor and the side in a hand-coded row: whom of the registry they name, and what is wrong with them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from standpoints.coding.places import find_words
from standpoints.coding.tables import NONE
from standpoints.naming.entourage import side_of
from standpoints.naming.holders import terms_of
from standpoints.naming.names import Names, fold_words
from standpoints.naming.spots import find_spots
from standpoints.naming.words import Spot
from standpoints.registry import Registry, read_aliases
from standpoints.slips import nearest, one_slip_from


class Known(NamedTuple):
    """Whom a row may name; `actors` by every name that the registry has for them."""

    actors: dict[str, str]
    names: Names
    sides: list[str]

    def actor(self, written: str) -> str:
        """Whom a cell means: the Kremlin, President Joss Tavian of the registry; a name that it lacks is itself."""
        spot = None if written.casefold() in self.actors else self.spot(written)
        whole = spot and len(spot.actors) == 1 and (spot.full or spot.how == "alias")
        return spot.actors[0] if whole else self.actors.get(written.casefold(), written)

    def spot(self, written: str) -> Spot | None:
        """What all of a cell names, if the registry knows of it: somebody, or an office."""
        words = re.sub(r"^the ", "", written, flags=re.IGNORECASE)
        words = words.title() if words.islower() else words
        for spot in find_spots(words, self.names)[:1]:
            if spot.kind != "unlisted" and words[spot.lead if spot.lead >= 0 else spot.start : spot.end] == words:
                return spot
        return None


def known_in(registry: Registry) -> Known:
    """Return whom a row may name."""
    rows = registry.actors[["actor", "aliases"]].fillna("").itertuples(index=False)
    called = [(alias.casefold(), actor) for actor, aliases in rows for alias, _ in read_aliases(aliases)]
    actors = dict(called) | {actor.casefold(): actor for actor in registry.actors["actor"]}
    return Known(actors, registry.names, sorted(set(registry.actors["side"].dropna())))


def unknown_names(cells: dict[str, str], text: str, known: Known) -> Iterator[str]:
    """Yield what is wrong with the actor and the side of a row of an article, each as a sentence."""
    actor, side = (cells.get(name, NONE) for name in ("actor", "side"))
    if side not in (NONE, *known.sides):
        near = nearest(side, known.sides)
        mend = f"is {near!r} meant? Write it so." if near else f"write one of {', '.join(known.sides)}."
        yield f"the registry has no side {side!r}; {mend}"
    if actor != NONE and (wrong := _unknown_actor(actor, text, known)):
        yield wrong
    own = side_of(known.actor(actor), known.names)
    if isinstance(own, str) and "side" in cells and side != own:
        yield f"{known.actor(actor)} is of the side {own} in actors.csv; write no other side here."


def _unknown_actor(actor: str, text: str, known: Known) -> str | None:
    """What to say of an actor whom the registry lacks, where somebody of it may be meant, or nobody is."""
    if known.actor(actor) != actor or actor in known.names.kinds:
        return None
    spot = known.spot(actor)
    terms = terms_of(known.names, spot.role, spot.owner) if spot and spot.owner else []
    near = {*spot.actors, *(term.actor for term in terms)} if spot else _misspelt(actor, text, known.actors)
    if near:
        meant = " or ".join(map(repr, sorted(near)))
        return f"the registry has no actor {actor!r}; is {meant} meant? Write it so, or add a row to actors.csv."
    no_name = spot or actor.islower() or not fold_words(actor)
    return f"the actor {actor!r} is no name; write one, or none." if no_name else None


def _misspelt(actor: str, text: str, actors: dict[str, str]) -> set[str]:
    """Who is called the same but for one letter; not where the article has that name: ABC News is not NBC News."""
    if len(actor) < 5 or find_words(actor, text):
        return set()
    return {actors[name] for name in one_slip_from(actor.casefold(), actors)}
