"""Who speaks for somebody and is not them: Oster's campaign, the Oster campaign, her office."""

import re

from standpoints.naming.holders import terms_of
from standpoints.naming.names import END, Names
from standpoints.naming.places import Span
from standpoints.naming.scene import NOBODY, Answer, Scene, Told
from standpoints.naming.stage import REMEMBERED

NOUNS = frozenset(("campaign", "office"))
_HIS = re.compile(r"(?P<owner>his|her)(?: [a-z-]+)? (?P<noun>campaign|office)", re.IGNORECASE)
_OF = re.compile(r"(?:['’]s?(?: [a-z-]+)? (?P<noun>(?i:campaign|office))|(?: [a-z-]+)? (?P<bare>(?i:campaign)))")
_TITLES = re.compile(r"(?:(?:[Tt]he|[Ff]ormer|[A-Z][\w.]*) )*")
_THE = re.compile(r"(?:the|this|that)(?: same)? campaign", re.IGNORECASE)
_NAMED = re.compile(rf"(?P<owner>.+)'s (?:{'|'.join(sorted(NOUNS))})")


def of_entourage(scene: Scene, span: Span, told: list[Told]) -> Answer | None:
    """Return the body that a speaker's phrase names, "Mira Oster's campaign", and how; None for other phrases.

    *The campaign* is the one that spoke last.
    """
    if own := _HIS.fullmatch(scene.text, *span):
        owner = scene.pronouns.get((span[0], own.end("owner")))
        return (_of(owner.key, own["noun"], scene.names), "pronoun") if owner and isinstance(owner.key, str) else NOBODY
    if _THE.fullmatch(scene.text, *span):
        lately = reversed(told[-REMEMBERED:])
        spoke = next((t.actor for t in lately if t.actor and t.actor.endswith("'s campaign")), None)
        return (spoke, "pronoun") if spoke else NOBODY
    inside = scene.named[scene.first_from(span[0]) : scene.first_from(span[1])]
    for owner in (named for named in inside if named.person):
        of = _OF.fullmatch(scene.text, owner.spot.end, span[1])
        if of and _TITLES.fullmatch(scene.text, span[0], owner.spot.start):
            return (_of(owner.actor, of["noun"] or of["bare"], scene.names), "name") if owner.actor else NOBODY
    return None


def _of(owner: str, noun: str, names: Names) -> str:
    """Mira Oster's office; of a president the presidential office, where the registry has it."""
    own = f"{owner}'s {noun.lower()}"
    if noun.lower() != "office":
        return own
    held = (state for role, state, _, until in names.held.get(owner, ()) if role == "president" and until == END)
    offices = (terms_of(names, way, state) for state in held for way in ("presidential office", "presidency"))
    return next((terms[0].actor for terms in offices if terms), own)


def side_of(actor: str, names: Names) -> str | None:
    """Return the side of an actor; of who speaks for somebody, theirs: Mira Oster of "Mira Oster's office"."""
    served = None if actor in names.kinds else _NAMED.fullmatch(actor)
    return names.sides.get(served["owner"] if served else actor)
