"""What was said before its speaker is told: "The toll is to go. Foreign Minister Oster said this at a briefing."

News agencies write so, and "This was stated by Oster". The network sees a verb of saying with nothing but *this*.
"""

import re
from functools import cache

from standpoints.reading.attribution import CAPITAL, Attribution, Span, text_of
from standpoints.reading.cues import cue_class

_VERB = r"said|stated|announced|wrote|reported|noted|declared|posted|disclosed|told|confirmed|emphasi[sz]ed|stressed"
_WHERE = (
    r"(?=(?:in|at|on|during|to (?:reporters|journalists|the)|while|when|after|before|via|following|late|earlier|today|"
    r"yesterday)\b)"
)
_BEGINS = r"(?:(?<=[.!?] )|(?<=[.!?][”\"] )|(?<=\n)|(?<=\A))"
_SENTENCE_ENDS = re.compile(r"(?<![A-Z])[.!?][”\"’']?\s+(?=[A-Z“\"])")
_SAYING = frozenset("says claims stresses assures".split())
_SURE = 0.7  # by judgement


@cache
def _said_this() -> re.Pattern:
    """⟦Oster⟧ <said> this at a briefing; this was <stated> by ⟦Mira Oster⟧ on Monday."""
    name = rf"(?:[a-z]+ )?(?:the )?[{CAPITAL}]"
    return re.compile(
        rf"{_BEGINS}(?:(?P<source>(?:[HhSs]e|She|They|{name}[^.!?\n:;]{{2,160}}?)),?(?: has| had| also)? "
        rf"(?P<cue>{_VERB})(?: about)? (?:this|so) {_WHERE}|"
        r"This(?: statement| opinion| information| view| assessment)? (?:was|has been) (?:also )?"
        rf"(?P<verb>{_VERB}|said|made|expressed|written|voiced) by "
        r"(?P<by>(?:the )?[^,.!?\n:;]{2,120}?(?:, (?!report)[^,.!?\n:;]{2,80})?)"
        r"(?=, | in | on | at | during | to | when | while |\.))"
    )


def said_before(found: list[Attribution], text: str) -> list[Attribution]:
    """Return the attributions of a text, each *said this* with what stands before it, where nobody else says that."""
    for match in _said_this().finditer(text):
        start, end = match.span()
        # Said this at a briefing; the agency that reports ⟦that he said this⟧
        own = [one for one in found if one.cue and start <= min(one.cue[0][0], one.content[0][0]) < end]
        found = [one for one in found if one not in own]
        what = _before(text, start)
        inside = [one for one in found if what and any(a < what[1] and what[0] < b for a, b in one.content)]
        if what is None or any(one.source and cue_class(text_of(text, one.cue) or None) in _SAYING for one in inside):
            continue
        cue, source = (
            (match.span("verb"), match.span("by")) if match["by"] else (match.span("cue"), match.span("source"))
        )
        sure = max([_SURE, *(one.confidence for one in own)])
        found = [one for one in found if one not in inside] + [Attribution((what,), (cue,), (source,), sure)]
    return sorted(found)


def _before(text: str, start: int) -> Span | None:
    """The sentence before, or, where a paragraph begins, the whole of a short paragraph before; no heading."""
    if start and text[start - 1] != "\n":
        first = text.rfind("\n", 0, start) + 1
        ends = [m.end() for m in _SENTENCE_ENDS.finditer(text, first, start - 1)]
        span = (ends[-1] if ends else first, start - 1)
    else:
        last = len(text[:start].rstrip())
        first = text.rfind("\n", 0, last) + 1
        ends = [m.end() for m in _SENTENCE_ENDS.finditer(text, first, last)]
        span = (ends[-1] if len(ends) > 1 else first, last)
    return (span[0], span[1] - (text[span[1] - 1] == ".")) if span[1] > span[0] and text[span[1] - 1] in ".!?" else None
