"""Who is quoted by another: "Holm radio quoted Oster as saying that it rained", "Oster was quoted by Holm radio"."""

import re

from standpoints.reading.attribution import CAPITAL, SOMEBODY, Attribution, Span, text_of
from standpoints.reading.subjects import FAR, sentence_start

QUOTED = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)\b")
_IS_QUOTED = re.compile(r"(?:was|were|is|has been|had been) ")
_AS_SAYING = re.compile(r"(?P<source>[^;:“”\"]{2,90}?) as (?:telling [\w ]{2,30}|\w+ing)(?: on \w+day)?(?: that)? ")
_BEHIND_QUOTED = re.compile(rf" {SOMEBODY} as (?:saying|telling|writing|stating|adding)\b")
_BEFORE_QUOTED = re.compile(r"[\s,”\"’']*(?P<source>[^\W\d_][^,;:“”\"]{1,60}?) ")
_AT_ITS_END = re.compile(rf"[”\",] (?P<source>(?:[a-z]+ )?[{CAPITAL}][\w.’'-]*(?: [\w.’'-]+){{0,8}})$")
_TO_SAY = re.compile(r"as (?:saying|telling [\w ]{2,30}|writing|stating|adding)(?: that)? ")


def quoted_by_another(one: Attribution, text: str) -> Attribution:
    """Holm radio quoted ⟦Oster⟧ as saying that …; ⟦Oster⟧ was quoted by Holm radio as saying …: she says it."""
    cue = text_of(text, one.cue)
    if not QUOTED.search(cue):
        return one
    start, end = one.content[0]
    told = _AS_SAYING.match(text, start, end) if one.cue[-1][1] <= start else None
    if told:  # quoted Oster as saying …
        return one._replace(source=(told.span("source"),), content=((told.end(), end), *one.content[1:]))
    behind = _BEHIND_QUOTED.match(text, one.cue[-1][1])
    if behind and not re.search(r"\bby$", cue):  # “We wait,” Holm radio quoted Oster as saying
        return _without_as_saying(one, text, behind)._replace(source=(behind.span("source"),))
    if not _IS_QUOTED.match(cue):
        return one
    one = one._replace(content=tuple(_without_to_say(text, span) for span in one.content))
    # It rained, the spokesman ⟦Jan Holt⟧ was quoted by SUNA as saying: all of it is the source
    if (
        len(one.content) > 1
        and one.source
        and text[one.source[-1][1] : one.cue[0][0]].strip() == text_of(text, one.content[-1:])
    ):
        return one._replace(content=one.content[:-1], source=((one.source[0][0], one.content[-1][1]),))
    before = _AT_ITS_END.search(text, *one.content[-1]) if one.cue[0][0] - one.content[-1][1] == 1 else None
    if not before and (not one.source or one.source[0][0] < one.cue[0][0]):
        return one
    before = before or _BEFORE_QUOTED.fullmatch(text, one.content[-1][1], one.cue[0][0])
    if before:  # “We wait,” Oster was quoted as saying by Holm radio
        content = (*one.content[:-1], (one.content[-1][0], min(one.content[-1][1], before.start("source"))))
        return one._replace(source=(before.span("source"),), content=tuple(_stripped(text, span) for span in content))
    if len(one.content) > 1 and 0 <= one.cue[0][0] - end <= 1:  # Oster was quoted by Holm radio as saying …
        return one._replace(source=one.content[:1], content=one.content[1:])
    return one


def _without_as_saying(one: Attribution, text: str, told: re.Match) -> Attribution:
    """The bridge was shut, Holm radio quoted ⟦an envoy as saying⟧: he says what stands before it."""
    content = tuple(span for span in one.content if not told.start() <= span[0] < told.end())
    if not content:
        first = sentence_start(text, one.cue[0][0])
        first = max(0, one.cue[0][0] - FAR) if first is None else first
        comma = text.rfind(", ", first, one.cue[0][0])
        content = ((first, comma),) if comma > first else one.content
    return one._replace(content=content)


def _without_to_say(text: str, span: Span) -> Span:
    """Oster was quoted by Holm radio as saying ⟦that …⟧"""
    lead = _TO_SAY.match(text, *span)
    return (lead.end(), span[1]) if lead else span


def _stripped(text: str, span: Span) -> Span:
    return span[0], span[0] + len(text[slice(*span)].rstrip(" ,"))
