"""What is said in a relative clause: by who replies, who had said otherwise, and of whom the clause is about.

The network hangs such a clause on who spoke first: "Lund said it was sent, to which Velt replied that …", "Berg said
so, contradicting Holt, who had mused that …". Of "the plan, which he called a trick" it may see nothing but *which*.
"""

import re

from standpoints.reading.attribution import QUOTING, Attribution, text_of, touch
from standpoints.reading.cues import cue_class
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
RELATIVE = frozenset(("who", "whom", "which", "that"))
_TO_ITS_END = r"(?P<rest>(?: ?[“\"][^”\"\n]*[”\"]|[^,;:.!?()\n“”\"]|[.,](?=\w))+)"
_VERBS = re.compile(r" (?:[\w’'-]+ ){1,5}")  # he ⟦has since called⟧ a trick
_CLAUSE = re.compile(rf" {_TO_ITS_END}")
_OF_WHOM = re.compile(  # Holt, whom he accused of murder; the plan, which Berg once called a trick
    r", (?P<pronoun>whom|which) (?P<source>he|she|they|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}|the [\w-]+) "
    r"(?:(?:has|had|have|once|also|later|\w+ly) )*"
    r"(?P<cue>(?:(?:accuse|blame|denounce|describe|dismisse|praise)[ds]|condemn(?:s|ed))(?= (?:of|for|as) )|"
    r"call(?:s|ed)(?! (?:for|on|off|in|out|up|back|to|from|at|after|before)\b)) " + _TO_ITS_END
)
# What stands behind the verb is said: which he said ⟦was late⟧; not: which he proposed in May
_REPORTS = frozenset("says claims stresses calls accuses".split())
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
        if touch(one.cue, *match.span("cue")):
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


def of_relatives(found: list[Attribution], text: str) -> list[Attribution]:
    """Return the attributions of a text, with what is said in a relative clause. Of "the plan, ⟦which⟧ he <called> ⟦a
    trick⟧" the network makes two, or sees only the pronoun, which alone is nothing said; others it reads over."""
    bare = [one for one in found if _is_bare(one, text)]
    found = [one for one in found if one not in bare]
    for one in bare:
        found = _with_clause(found, one, text)
    for match in _OF_WHOM.finditer(text):
        if not any(_touches(one, match.start("cue"), match.end("rest")) for one in found):
            content = (match.span("pronoun"), match.span("rest"))
            found.append(Attribution(content, (match.span("cue"),), (match.span("source"),), _SURE))
    return sorted(found)


def _with_clause(found: list[Attribution], bare: Attribution, text: str) -> list[Attribution]:
    """The attributions with the one that a relative pronoun alone stands for, if its clause says anything. In "the
    plan, ⟦which⟧ he <proposed> in May" the pronoun is all that is said."""
    if other := next((other for other in found if _goes_on(bare, other, text)), None):
        whole = other._replace(content=(*bare.content, *other.content), cue=other.cue or bare.cue)
        return [whole if one == other else one for one in found]
    if not bare.cue or text_of(text, bare.content) in ("who", "whom"):
        return found
    if cue_class(text_of(text, bare.cue)) not in _REPORTS:
        return [*found, bare]
    rest = _CLAUSE.match(text, bare.cue[-1][1])
    if rest is None or any(_touches(one, *rest.span("rest")) for one in found):
        return found
    return [*found, bare._replace(content=(*bare.content, rest.span("rest")))]


def _goes_on(one: Attribution, other: Attribution, text: str) -> bool:
    """…, ⟦which⟧ he <once called> ⟦a trick⟧: whether the clause of a relative pronoun goes on in another statement."""
    if not one.source or other.source != one.source or not (one.cue or other.cue):
        return False
    begins = one.content[0][1] < one.source[0][0]  # not: ⟦who⟧, of "⟦She⟧ blamed ⟦Holt⟧, who left"
    return begins and _VERBS.fullmatch(text, one.source[-1][1], other.content[0][0]) is not None


def _is_bare(one: Attribution, text: str) -> bool:
    """The envoy ⟦whom⟧ they <want> to hear; not: she <disputed> ⟦that⟧."""
    leads = text_of(text, one.content) in RELATIVE
    return leads and not (one.cue and one.cue[-1][1] <= one.content[0][0])


def _touches(one: Attribution, start: int, end: int) -> bool:
    return touch((*one.content, *one.cue), start, end)


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
