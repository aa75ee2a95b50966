"""Who says it, where the network saw a cue and nobody whose it is: in lists of short reports, in opening phrases."""

import re

from standpoints.reading.attribution import CAPITAL, Attribution
from standpoints.reading.cues import cue_class

_BEHIND = re.compile(  # According to ⟦Norland⟧, …; Asked by ⟦Oster⟧ whether …
    r"(?:[Aa]ccording to (?P<told>[^,.;:\n]{1,60}),|"
    r"Asked (?:\w+ )?by (?P<asks>[^,.;:\n]{1,60}?) (?:if|whether|about|to|why|what|how|when)\b)"
)
_NO_SUBJECT = (
    r"(?!(?:It|There|This|That|These|Those|Who|What|Which|One|No|Nobody|Nothing|Here|In|On|At|After|Before|While|By|When|As|"
    r"With|For|To|From|If|Since|Until|And|But|Or|Yet|So|Then|Also)\b)"
)
_NO_VERB = r"(?!(?:am|is|was|are|were|be|been|has|had|have|will|would|who|which|that|said|says)\b)"
_BEGINNING = re.compile(
    rf"{_NO_SUBJECT}(?P<source>[{CAPITAL}][\w’'-]*(?: {_NO_VERB}(?:[\w’'-]+|Mrs?\.|Ms\.|Dr\.|St\.)){{0,9}}) "
)
_ENDED = re.compile(r"\n|[.!?][”\"’']? (?=[A-Z])")
_OPENING = re.compile(
    r"(?:\A|\n|[.!?][”\"’']? )(?:(?:And|But|Yet|Still) )?(?:(?:in|after|before|while|by|when|besides) )?$",
    re.IGNORECASE,
)
_DOING = re.compile(r"(?:(?:In|After|While|By) )?\w+ing\b")
_COMING = re.compile(
    rf",?[”\"’']? (?P<source>he|she|they|(?:(?:the|Mr\.|Mrs\.|Ms\.|Dr\.) )?[{CAPITAL}][\w’'-]*"
    rf"(?: [{CAPITAL}][\w’'-]*){{0,3}}|"
    r"the(?: [\w’'-]+){1,3}?)"
    r"(?: \w+ly| also| then)* (?:\w+ed|said|says|told|wrote|is|was|has|had|made|went|took|gave|spoke|left)\b"
)
_REACH = 90  # characters of a subject


def with_source(one: Attribution, text: str) -> Attribution:
    """Return the attribution with the source that stands beside its cue, where it has none."""
    if one.source or not one.cue or one.content[0][0] < one.cue[0][0]:
        return one
    start, end = one.cue[0][0], one.cue[-1][1]
    if behind := _BEHIND.match(text, start):
        return one._replace(source=(behind.span("told" if behind["told"] else "asks"),))
    own = _at_the_beginning(text, start, end) or _after_opening(text, start, one.content[-1][1])
    return one._replace(source=(own.span("source"),)) if own else one


def _at_the_beginning(text: str, start: int, end: int) -> re.Match | None:
    """⟦The envoy of Norland⟧ said talks go on: nothing else stands in the sentence before a verb of saying."""
    cue = text[start:end]
    if not cue.isalpha() or not cue.islower() or not isinstance(cue_class(cue), str):
        return None
    near = max(0, start - _REACH)
    first = max((m.end() for m in _ENDED.finditer(text, near, start)), default=None if near else 0)
    return None if first is None else _BEGINNING.fullmatch(text, first, start)


def _after_opening(text: str, start: int, end: int) -> re.Match | None:
    """After denying it, ⟦Oster⟧ left; Asserting her role, ⟦the envoy⟧ wrote: whom an opening phrase leads up to."""
    opens = _DOING.match(text, start) and _OPENING.search(text, max(0, start - 20), start)
    return _COMING.match(text, end) if opens else None
