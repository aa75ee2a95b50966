"""Who speaks for somebody and is not them: Oster's campaign, the Oster campaign, her office."""

import re
from functools import lru_cache
from itertools import islice

from standpoints.naming.holders import terms_of
from standpoints.naming.names import END, Names
from standpoints.naming.places import Span
from standpoints.naming.scene import NOBODY, Answer, Scene, Told
from standpoints.naming.stage import REMEMBERED

NOUNS = frozenset(("campaign", "office", "camp", "team"))
_OF_CAMPAIGNS = frozenset(("camp", "team"))
_NOUN, _BARE = ("|".join(sorted(nouns, reverse=True)) for nouns in (NOUNS, NOUNS - {"office"}))
_MORE = r"(?:, (?:which|who)\b.*|,)?"
_HIS = re.compile(rf"(?P<owner>his|her)(?: [a-z-]+)? (?P<noun>{_NOUN}){_MORE}", re.IGNORECASE)
_OF = re.compile(rf"(?:['’]s?(?: [a-z-]+)? (?P<noun>(?i:{_NOUN}))|(?: [a-z-]+)? (?P<bare>(?i:{_BARE}))){_MORE}")
_TEAM = re.compile(r"Team (?=[A-Z])")
_TITLES = re.compile(r"(?:(?:[Tt]he|[Ff]ormer|[A-Z][\w.]*) )*")
_THE = re.compile(r"(?:the|this|that)(?: same)? campaign", re.IGNORECASE)
_OWN = r"(?:['’]s?)?(?: [a-z-]+)? "
_CAMPAIGN = re.compile(rf"{_OWN}(?i:campaign)\b(?! (?:speech|stop|trail|event|rally|manager|chair))")
_HAS_CAMPAIGN = re.compile(rf"\b([A-Z][\w-]*){_OWN}campaign\b")
_NAMED = re.compile(rf"(?P<owner>.+)'s (?:{_NOUN})")


def of_entourage(scene: Scene, span: Span, told: list[Told]) -> Answer | None:
    """Return the body that a speaker's phrase names, "Mira Oster's campaign", and how; None for other phrases.

    *The campaign* is the one that spoke last, else the only one that was spoken of lately.
    """
    if own := _HIS.fullmatch(scene.text, *span):
        owner = scene.pronouns.get((span[0], own.end("owner")))
        return (_of(owner.key, own["noun"], scene), "pronoun") if owner and isinstance(owner.key, str) else NOBODY
    if _THE.fullmatch(scene.text, *span):
        lately = reversed(told[-REMEMBERED:])
        spoke = next((t.actor for t in lately if t.actor and t.actor.endswith("'s campaign")), None)
        spoke = spoke or _campaign_before(scene, span[0])
        return (spoke, "pronoun") if spoke else NOBODY
    if team := _TEAM.match(scene.text, *span):  # Team Oster
        span = (team.end(), span[1])
    inside = scene.named[scene.first_from(span[0]) : scene.first_from(span[1])]
    for owner in (named for named in inside if named.person):
        of = _OF.fullmatch(scene.text, owner.spot.end, span[1])
        if team and owner.spot.start == span[0] and owner.spot.end == span[1]:
            return (_of(owner.actor, "team", scene), "name") if owner.actor else NOBODY
        if of and _TITLES.fullmatch(scene.text, span[0], owner.spot.start):
            return (_of(owner.actor, of["noun"] or of["bare"], scene), "name") if owner.actor else NOBODY
    return None


def _campaign_before(scene: Scene, position: int) -> str | None:
    near = islice(scene.before(position), REMEMBERED)
    owners = {n.actor for n in near if n.person and n.actor and _CAMPAIGN.match(scene.text, n.spot.end)}
    return f"{owners.pop()}'s campaign" if len(owners) == 1 else None


def _of(owner: str, noun: str, scene: Scene) -> str:
    """Mira Oster's office; of a president the presidential office, where the registry has it; the Oster camp is her
    campaign, where she has one."""
    noun, names = noun.lower(), scene.names
    if noun in _OF_CAMPAIGNS and owner.rpartition(" ")[2] in _candidates(scene.text):
        noun = "campaign"
    own = f"{owner}'s {noun}"
    if noun != "office":
        return own
    held = (state for role, state, _, until in names.held.get(owner, ()) if role == "president" and until == END)
    offices = (terms_of(names, way, state) for state in held for way in ("presidential office", "presidency"))
    return next((terms[0].actor for terms in offices if terms), own)


@lru_cache(maxsize=4)  # of one article it is asked again and again
def _candidates(text: str) -> frozenset[str]:
    """The surnames of those who have a campaign: the ⟦Oster⟧ campaign, ⟦Oster⟧'s first campaign."""
    return frozenset(name[1] for name in _HAS_CAMPAIGN.finditer(text))


def owner_of(actor: str) -> str | None:
    """Return for whom an actor speaks: Mira Oster of "Mira Oster's office"; None of others."""
    served = _NAMED.fullmatch(actor)
    return served["owner"] if served else None


def side_of(actor: str, names: Names) -> str | None:
    """Return the side of an actor; of who speaks for somebody, theirs: Mira Oster of "Mira Oster's office"."""
    served = None if actor in names.kinds else owner_of(actor)
    return names.sides.get(served or actor)
