"""Whose name a speaker's phrase holds: "the envoy, ⟦Mira Oster⟧", "the press service of ⟦the League⟧"."""

import re
from itertools import pairwise

from standpoints.naming.endings import STOP
from standpoints.naming.introductions import is_body
from standpoints.naming.names import fold
from standpoints.naming.nouns import BODY_NOUNS
from standpoints.naming.people import EPITHETS, PERSON_NOUNS, is_named_as
from standpoints.naming.places import Span
from standpoints.naming.roles import BODY_WORDS, NOT_NOW, TITLES
from standpoints.naming.scene import NOBODY, Answer, Scene
from standpoints.naming.stage import Named

# Oster's critics, among them her brother, Ivo Karst, said …: he is one of those who speak.
_SOME_OF_THEM = re.compile(r"\b(?:among (?:them|whom)|including|such as|like|led by)\b")
_DESCRIBED = re.compile(r" (?:(?:the|an?) )?(?:(?!(?:of|to|for|by|from|and)\b)[\w-]+ ){0,3}")
_TOGETHER = re.compile(r",? (?P<and>and|or|nor|as well as) (?:(?:the|his|her|its|their) )?|, (?:the )?")
_OF_SEVERAL = re.compile(r"(?:(?:The|the|[Bb]oth) )?(?:[\w-]+ ){0,3}[\w-]+s ")  # ⟦Foreign ministers⟧ Oster and Tavian
_BEGINS = re.compile(r"(?:(?:both|either|neither|the|only|also|even) )*", re.IGNORECASE)
_APART = re.compile(r",| (?:--|[–—-]) ")
_CAPITAL_BEFORE = re.compile(r"(?: [A-Z][\w-]*| \([A-Z][\w-]*\)) $")
_NO_CALLING = r"(?!(?:of|for|to|by|with|in|at|from|his|her|its|their|my|our)\b)"
_OF_TWO_CALLINGS = re.compile(
    rf"(?:(?:[Tt]he |[Aa]n? )?(?:{_NO_CALLING}(?:[A-Z]{{2,}}|[A-Za-z][a-z-]+) )*{_NO_CALLING}[a-z][a-z-]+(?<!s)|"
    rf"(?:(?:Former|[Ff]ormer|[Tt]he) )*[A-Z][a-z]+ of (?:the )?[A-Z][a-z]+) and (?:[A-Z][a-z-]+ )?"
    rf"(?:{_NO_CALLING}(?!(?:the|an?)\b)[a-z-]+ )+"
)
_IN_CAPITALS = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]* (?:(?:[A-Z][\w’'-]*|\([A-Z][\w-]*\)|of|on|for|the|in|and) ){2,}")
# Who speaks through what: the Tark news agency, the League's own statement, Oster's reply
_DOCUMENT = re.compile(
    r"^(?:['’]s)?(?: own| official| latest| joint| initial| first)? ?"
    r"(?:(?:news )?agency|newspaper|magazine|daily|weekly|channel|website|portal|radio|read-?out|communiqu[eé]|account|"
    r"(?:press |written |news )?(?:statement|release|service|office)|announcement|briefing|post|tweet|message|party|"
    r"movement|faction|caucus|memorandum|letter|(?:security|intelligence) service|group)$|^['’]s$"
)
_THROUGH = re.compile(
    r"(?:the |a |an )?(?:press (?:service|office)|statement|spokes\w+ service|website) of (?:the )?", re.I
)
_TWO_STATES = re.compile(r"(?:[Tt]he )?[\w.]+ and [\w.]+ (?:[a-z]+ )*[a-z]+s$")
_WORDS = re.compile(
    r"^['’]s(?: (?:own |latest |written )?(?:claim|assertion|remarks?|reply|answer|response|words?|comments?|view|"
    r"insistence|argument|position|demand))?$|^ (?:group|party|faction|bloc)$"
)
_BODIES = BODY_NOUNS | BODY_WORDS
_OF = frozenset("of from for at in on to".split())
_HOLDERS = frozenset(
    """adviser advisor ambassador chair chairman chairwoman chief commander commissioner coordinator deputy director
    governor head leader mayor member minister mp ombudsman president prosecutor rector representative secretary speaker
    spokesman spokesperson spokeswoman resident""".split()
)
_REALMS = _BODIES | frozenset(
    """administration affairs area battalion brigade city community corps country defence district division faction
    force forces front movement oblast province regiment region republic security settlement territory town troops
    unit village""".split()
)
_LEAD_TO_NAMES = PERSON_NOUNS | TITLES | EPITHETS | NOT_NOW | frozenset("the a an his her its their".split()) | _OF
# Whose it is, and what: Oster's coalition partner, the League
_WHOSE = re.compile(
    r"(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|(?:[Tt]he )?(?:[A-Z][\w.-]* ){0,3}[\w.-]+['’]s?) "
    r"(?:[\w-]+ ){0,2}[\w-]+, (?:the )?"
)
_GAP = 90  # characters from "a pilot, who" to the call sign
_CLOSING = " .\"“”'‘’»«"


def named_in(scene: Scene, span: Span) -> Answer | None:
    """The actor whose name ends the speaker's phrase, or stands between commas after it: "the envoy, Mira Oster"."""
    span = _with_its_owner(scene, _without_medium(scene.text, span))
    inside = scene.named[scene.first_from(span[0]) : scene.first_from(span[1])]
    here = [n for n in inside if n.spot.end <= span[1]]
    if sure := _behind_its_office(scene.text, span, here) or _goes_by(scene.text, here):
        return sure.actor, sure.how
    start, unknown, text = span[0], None, scene.text
    while start < span[1]:
        end = _segment_end(text, start, span[1], here)
        last = next((n for n in here if start <= n.spot.start and n.spot.end <= end
                     and not (_DOCUMENT if not n.person else _WORDS).sub("", text[n.spot.end : end]).strip(_CLOSING)),
                    None)  # fmt: skip
        if last and not last.person and _TWO_STATES.match(text, start, span[1]):
            return NOBODY  # Norlandish and Sundian officials
        told = start == span[0] or (last and (last.person or is_body(text, last.spot) or _is_whose(text, span, last)))
        if last and last.actor and told:
            named = _who_holds(text, last, here, span)
            return named.actor, named.how
        if last:
            unknown = NOBODY
        apart = _APART.search(text, end, span[1])
        if apart is None or _SOME_OF_THEM.search(text, start, apart.start()):
            break
        start = apart.end()
    return unknown or _named_at_the_end(text, span, here)


def named_after(scene: Scene, span: Span) -> Answer | None:
    """An aide to the premier, Mira Oster, said …: the name after the phrase, between commas. A pilot, who gave only his
    call sign, Heron, said …"""
    end = span[1]
    while end and scene.text[end - 1] in " ,":
        end -= 1
    i = scene.first_from(end)
    after = scene.named[i] if i < len(scene.named) else None
    if after is None or not after.person or not after.actor:
        return None
    between = scene.text[end : after.spot.start]
    if between != ", ":
        goes_by = len(between) < _GAP and "." not in between and is_named_as(scene.text, after.spot.start)
        return (after.actor, after.how) if goes_by and scene.text[:end].endswith(" who") else None
    return (after.actor, after.how) if scene.text[after.spot.end : after.spot.end + 1] == "," else None


def are_of_two_sides(scene: Scene, span: Span) -> bool:
    """Norland and Sundia agreed; neither Norland nor Sundia said: which of them came first is not whose word it is."""
    inside = [n for n in scene.named[scene.first_from(span[0]) : scene.first_from(span[1])] if n.actor or n.spot.owner]
    if not inside or not _begins_with(scene.text, span[0], inside[0]):
        return False
    # Oster and her Norlandish counterpart, whoever that is
    of_each = [scene.names.sides.get(n.actor or n.spot.owner) for n in inside]
    listed, sides = False, {of_each[0]}
    for (one, other), side in zip(pairwise(inside), of_each[1:], strict=True):
        link = _TOGETHER.fullmatch(scene.text, one.spot.end, other.lead)
        if link is None:
            break
        listed |= link["and"] is not None  # not: Norland, Sundia's neighbour
        sides.add(side)
    return listed and len({side for side in sides if isinstance(side, str)}) > 1


def _begins_with(text: str, start: int, first: Named) -> bool:
    """Whether a phrase begins with who is named first: both Norland and Sundia, foreign ministers Oster and Tavian."""
    several = first.person and _OF_SEVERAL.fullmatch(text, start, first.spot.start)
    return bool(several or _BEGINS.fullmatch(text, start, first.lead))


def _behind_its_office(text: str, span: Span, here: list[Named]) -> Named | None:
    """Norland Army Command (NAC) Head ⟦Mira Oster⟧, official representative of the Foreign Ministry ⟦Mira Oster⟧: the
    only person, in full, behind nothing but capitals or behind a body."""
    last = _at_the_end(text, span, here)
    only = last and last.spot.full and not any(n.person and n.spot.kind in ("name", "unlisted") for n in here[:-1])
    if not only:
        return None
    body = last.lead == last.spot.start and fold(text[span[0] : last.lead].rstrip().rpartition(" ")[2]) in _BODIES
    sure = body or _IN_CAPITALS.fullmatch(text, span[0], last.lead) or _holds_office(text[span[0] : last.spot.start])
    return last if sure else None


def _holds_office(before: str) -> bool:
    """The governor of the region ⟦Mira Oster⟧, the mayor of Holm ⟦Mira Oster⟧: who a phrase without commas leads up to.
    Not an aide to Premier Oster, nor the head of a group that backs the late Oster."""
    words = [fold(word) for word in before.split()]
    first = next((i for i, word in enumerate(words) if word in _OF), 0)
    if not first or words[first - 1] not in _HOLDERS or "," in before:
        return False
    last = before.split()[-1]
    if fold(last).rpartition("-")[2] in _LEAD_TO_NAMES or last.endswith(("'s", "’s")):
        return False
    return last[0].isupper() or fold(last) in _REALMS


def _goes_by(text: str, here: list[Named]) -> Named | None:
    """Oster's gunner, with the call sign ⟦Heron⟧"""
    first = next((n for n in here if text[n.spot.end : n.spot.end + 2] not in ("'s", "’s")), None)
    sure = first and first.person and first.actor and is_named_as(text, first.spot.start)
    return first if sure else None


def _who_holds(text: str, office: Named, here: list[Named], span: Span) -> Named:
    """The envoy of Norland to the talks, ⟦Mira Oster⟧; its chairman, the Green lawmaker ⟦Mira Oster⟧: the name between
    commas behind an office says who holds it."""
    if office.spot.kind not in ("office", "role"):
        return office
    comma = text.find(",", office.spot.end, span[1])
    named = next((n for n in here if n.spot.start > comma >= 0 and n.spot.kind in ("name", "unlisted")), None)
    if named is None or not named.person or not named.actor or not _DESCRIBED.fullmatch(text, comma + 1, named.lead):
        return office
    ends = re.match(r"\s*(?:,|$)", text[named.spot.end : span[1]])
    return named if ends else office


def _without_medium(text: str, span: Span) -> Span:
    """Norland: ⟦Mira Oster⟧; the press service of ⟦the League⟧; not: Oster, author of The Line: Joss Tavian's War."""
    label = text.find(": ", *span)
    start = label + 2 if label >= 0 and "," not in text[span[0] : label] else span[0]
    through = _THROUGH.match(text, start, span[1])
    return (through.end() if through else start, span[1])


def _is_whose(text: str, span: Span, body: Named) -> bool:
    """Oster's ally, ⟦the River League⟧,: what stands between whose it is and its name is nothing but its noun. Not
    "Oster's allies, Norland, Sundia and Tark", of whom the first is one."""
    return bool(_WHOSE.fullmatch(text, span[0], body.lead)) and not text[body.spot.end : span[1]].strip(_CLOSING + ",")


def _with_its_owner(scene: Scene, span: Span) -> Span:
    """⟦The Ministry of Energy⟧ in Arvik said so, ⟦the premier⟧ of Norland: an office with whose it is, where the reader
    left that out."""
    i = scene.first_from(span[1]) - 1
    last = scene.named[i] if i >= 0 else None
    cut = last and last.spot.kind == "office" and span[0] <= last.spot.start and span[1] < last.spot.end
    return (span[0], last.spot.end) if cut else span


def _at_the_end(text: str, span: Span, here: list[Named]) -> Named | None:
    """The person whose name ends a phrase."""
    last = here[-1] if here else None
    ends = last and last.person and last.actor and not text[last.spot.end : span[1]].strip(_CLOSING)
    return last if ends else None


def _named_at_the_end(text: str, span: Span, here: list[Named]) -> Answer | None:
    """The Minister of Foreign Affairs and ⟦Trade⟧ Mira Oster, who is ill; the poet and former judge ⟦Mira Oster⟧; not
    an aide to Mira Oster, nor to Premier Oster."""
    comma = text.find(", ", *span)
    span = (span[0], comma if comma >= 0 else span[1])
    last = _at_the_end(text, span, [n for n in here if n.spot.end <= span[1]])
    if last is None:
        return None
    one = _CAPITAL_BEFORE.search(text, span[0], last.lead) or _OF_TWO_CALLINGS.fullmatch(text, span[0], last.lead)
    return (last.actor, last.how) if one else None


def _segment_end(text: str, start: int, end: int, here: list[Named]) -> int:
    at = start
    while True:
        stop = STOP.search(text, at, end)  # at the end at the latest
        inside = next((n for n in here if n.lead <= stop.start() < n.spot.end), None)
        if inside is None:
            return stop.start()
        at = inside.spot.end
