"""Campaigns, which speak for their candidate and are none: Oster's campaign, the Oster campaign, her campaign."""

import re

from standpoints.naming.places import Span
from standpoints.naming.scene import NOBODY, Answer, Scene, Told

_OF = re.compile(r"(?:['’]s?)?(?: [a-z-]+)? campaign")
_BEFORE = re.compile(r"(?:(?:[Tt]he|[Ff]ormer|[A-Z][\w.]*) )*")
_HIS = re.compile(r"(?P<owner>his|her)(?: [a-z-]+)? campaign", re.IGNORECASE)
_THE = re.compile(r"(?:the|this|that)(?: same)? campaign", re.IGNORECASE)
_NAME = "{}'s campaign"


def of_campaign(scene: Scene, span: Span, told: list[Told]) -> Answer | None:
    """Return the campaign that a speaker's phrase names, "Mira Oster's campaign", and how; None for other phrases.

    *The campaign* is the one that spoke last.
    """
    if own := _HIS.fullmatch(scene.text, *span):
        owner = scene.pronouns.get((span[0], span[0] + own.end("owner") - own.start("owner")))
        return (_NAME.format(owner.key), "pronoun") if owner and isinstance(owner.key, str) else NOBODY
    if _THE.fullmatch(scene.text, *span):
        spoke = next((t.actor for t in reversed(told) if t.actor and candidate_of(t.actor)), None)
        return (spoke, "pronoun") if spoke else NOBODY
    inside = scene.named[scene.first_from(span[0]) : scene.first_from(span[1])]
    owner = next((n for n in inside if _OF.fullmatch(scene.text, n.spot.end, span[1])), None)
    if owner is None or not owner.person or not _BEFORE.fullmatch(scene.text, span[0], owner.spot.start):
        return None
    return (_NAME.format(owner.actor), "name") if owner.actor else NOBODY


def candidate_of(actor: str) -> str | None:
    """Return whose campaign an actor is, None if it is none."""
    suffix = _NAME.format("")
    return actor.removesuffix(suffix) if actor.endswith(suffix) else None
