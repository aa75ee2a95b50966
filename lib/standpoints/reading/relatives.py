"""Another voice in a relative clause of the same sentence: who replies, and who had said otherwise.

The network hangs such a clause on who spoke first: "Lund said it was sent, to which Velt replied that …", "Berg said
so, contradicting Holt, who had mused that …".
"""

import re

from standpoints.reading.attribution import QUOTING, Attribution
from standpoints.reading.subjects import SENTENCE_ENDED
from standpoints.reading.typography import read_plainly

_VERB = (
    r"(?P<cue>(?:(?:has|had|have|also|later|then|\w+ly) )*(?:\w+(?:ed|ies|[rtmn]s)|said|says|told|wrote|thought|felt))"
    r"(?=:? (?:that |[\"“„«]))"
)
_REPLIED = re.compile(  # …, to which Velt, the foreign minister, replied that …; …, whereupon she declared that …
    rf", (?:to which|whereupon) (?P<source>[^,;:.“”\"]{{2,60}}?(?:, [^,;:.“”\"]{{2,80}},)?) {_VERB}"
)
_UNLIKE = re.compile(  # …, contradicting a remark by Holt, who had mused that …: it is the speaker who contradicts him
    r", (?:unlike|(?:contradict|echo|answer|rebut|refut|correct|rebuk|oppos|challeng|defy|dismiss)ing) "
    rf"(?:(?:an? |the )?(?:\w+ )?\w+ (?:by|of|from) )?(?P<source>[^,;:.“”\"]{{2,60}}), who {_VERB}"
)
_REST = re.compile(r" (?P<rest>that [^\n“”\"„«]*?)(?=[.!?;](?:\s|\Z)|\n|\Z)")
_WHO = re.compile(r"(?P<source>[^,]+(?:, [^,]+)?),? who (?P<cue>(?:\w+ ){0,2}\w+) ")
_SENTENCE = 400  # characters in which the sentence begins
_SURE = 0.7  # by judgement


def with_other_voices(found: list[Attribution], text: str) -> list[Attribution]:
    """Return the attributions of a text, each relative clause of another voice apart from what was said before it."""
    for match in (*_REPLIED.finditer(text), *_UNLIKE.finditer(text)):
        found = _parted(found, text, match)
    return found


def _parted(found: list[Attribution], text: str, match: re.Match) -> list[Attribution]:
    """Lund said ⟦it was sent⟧, to which ⟦Velt⟧ replied ⟦that nothing came⟧: two statements, whatever was read."""
    begin, after = match.start(), match.end() + 1
    far = max(0, begin - _SENTENCE)
    first = max((end.end() for end in SENTENCE_ENDED.finditer(text, far, begin)), default=far)
    told = any(one.cue and one.cue[0][0] > after and _reaches(one, begin) for one in found)
    if told or any(mark in text[first:begin] for mark in QUOTING):
        return found  # “Lund said it was sent, to which Velt replied that nothing came,” Holt said: all of it is Holt's
    parted, heard = [], False
    for one in found:
        if any(a < match.end("cue") and match.start("cue") < b for a, b in one.cue):
            heard = True
            content = tuple(span for span in one.content if span[0] >= match.end("cue"))
            one = one._replace(content=content or one.content, cue=(match.span("cue"),), source=(match.span("source"),))
        elif _reaches(one, begin):
            one = one._replace(content=tuple((a, min(b, begin)) for a, b in one.content if a < begin))
        parted.append(one)
    rest = _REST.match(text, match.end())
    if rest and not heard:
        parted.append(Attribution((rest.span("rest"),), (match.span("cue"),), (match.span("source"),), _SURE))
    if not any(first <= a < begin for one in parted for a, _ in one.content):
        parted += read_plainly(text, first, begin)
    return sorted(parted)


def melted(one: Attribution, text: str) -> list[Attribution]:
    """Holt, who boasts ⟦he can end it⟧, <calls> ⟦it great⟧: the verb of the relative clause and that of the main one,
    where the network took both for one statement."""
    if len(one.content) != 2 or len(one.cue) != 1 or not one.source or one.source[-1][1] > one.content[0][0]:
        return [one]
    (first, end), (start, stop) = one.content
    cue = one.cue[0]
    relative = _WHO.fullmatch(text, one.source[0][0], first)
    if not relative or text[end : cue[0]].strip() != "," or not cue[1] <= start:
        return [one]
    source = (relative.span("source"),)
    inner = one._replace(content=((first, end),), cue=(relative.span("cue"),), source=source)
    return [inner, one._replace(content=((start, stop),), source=source)]


def _reaches(one: Attribution, begin: int) -> bool:
    """Whether what was said before `begin` goes on behind it."""
    return one.content[0][0] < begin and one.content[-1][1] > begin
