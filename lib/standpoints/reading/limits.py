"""Where what is said ends: with its sentence, and before what the speaker kept to himself.

The network sees windows of word pieces: it reads on over a full stop, and takes a clause about the speaker ("but gave
no details") or a wish to stay unnamed for his words.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from standpoints.quotes import Quote
from standpoints.reading.attribution import QUOTING, Attribution, Span, text_of
from standpoints.reading.subjects import SENTENCE_ENDED
from standpoints.sentences import sentence_spans

_NEXT = re.compile(r"\.?\s*")

_UNNAMED = (
    r"(?:(?:ask|request|insist|prefer|want|demand|wish)\w*(?: (?:for|on))? (?:(?:full |complete )?anonymity|"
    r"not to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed|unidentified)|"
    r"that (?:his|her|their) (?:full )?names? not be)|(?:declin|refus)\w* to be (?:named|identified|quoted))\b"
    r"[^,;:.“”\"]*"
)
_STAYS_UNNAMED = re.compile(_UNNAMED)
_AND_SAYS = re.compile(_UNNAMED + r", (?=that )")
_OF_A_NOUN = re.compile(r"(?:claims?|assertions?|allegations?|reports?|accusations?|statements?|suggestions?|remarks?)")
_NOT_VERIFIED = re.compile(
    r"(?<=\w) (?:could not|cannot|can ?not|has not|have not|had not) (?:yet )?(?:be|been) (?:\w+ly )?"
    r"(?:verified|confirmed|corroborated|authenticated|checked)\b[^,;:.“”\"]*$"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|\w+ed)\b")
_KEPT_BACK = re.compile(
    r",? (?:but|and|though|although|while) (?:(?:gave|offered|provided|cited|presented|produced|showed) no "
    r"(?:(?:further|other|more|immediate|supporting|additional) )?(?:details?|evidence|proof|explanation|reasons?|"
    r"figures|specifics|examples?|sources?|names?|information|timeline|date)|"
    r"did not (?:elaborate|specify|say|name|give|provide|offer|explain|identify)|"
    r"declined to (?:elaborate|specify|say|name|give|provide|comment|discuss))\b[^;:.“”\"]*$"
)


def without_wish_to_stay_unnamed(found: list[Attribution], text: str) -> list[Attribution]:
    """An aide, who <asked> ⟦not to be named⟧, said …: how somebody wants to be cited is nothing that was said; nor
    is it a part of it, as in "said, ⟦asking not to be named, that it was over⟧"."""
    kept = []
    for one in found:
        start = one.content[0][0]
        if one.cue and _STAYS_UNNAMED.match(text, min(one.cue[0][0], start)):
            continue
        aside = _AND_SAYS.match(text, *one.content[0])
        kept.append(one._replace(content=((aside.end(), one.content[0][1]), *one.content[1:])) if aside else one)
    return kept


def without_what_is_kept_back(one: Attribution, text: str) -> Attribution:
    """Lund said ⟦it was open⟧ but gave no details: what the speaker does not tell is the reporter's remark."""
    start, end = one.content[-1]
    tail = _KEPT_BACK.search(text, start, end) if one.cue and one.cue[-1][1] <= start else None
    return one._replace(content=(*one.content[:-1], (start, tail.start()))) if tail and tail.start() > start else one


def without_what_became_of_it(one: Attribution, text: str) -> Attribution:
    """Sundian assertions ⟦that it was hit⟧ could not be verified: the verb of the noun, and no part of what was said.

    Not in "She asserts ⟦that the strike could not be verified⟧": the only verb is what was said.
    """
    start, end = one.content[-1]
    noun = one.cue and one.cue[-1][1] < start and _OF_A_NOUN.fullmatch(text_of(text, one.cue).casefold())
    tail = _NOT_VERIFIED.search(text, start, end) if noun else None
    if tail is None or not _VERB.search(text, start, tail.start()):
        return one
    return one._replace(content=(*one.content[:-1], (start, tail.start())))


def within_sentence(
    text: str, paragraph: Span, quotes: Sequence[Quote], content: list[Span], cue: list[Span]
) -> tuple[list[Span], list[Span]]:
    """Velt said ⟦both sides accept⟧. ⟦Few believe it. Norland "helps"⟧: what is reported without quotation marks ends
    with its sentence, or begins with it where the cue follows. Returned are the content and what was read beyond.

    Not what stands word for word: a quotation, a further sentence that is one (He noted the delay. “We wait.”), what
    a colon leads up to (She named two points: The ports. The prisoners).
    """
    start = content[0][0]
    opened = {quote.start: quote.end for quote in quotes}
    marked = text[start] in QUOTING or any(quote.start <= start < quote.end for quote in quotes)
    verbatim = (
        marked
        or text[max(0, start - 3) : start].rstrip(" ").endswith(":")
        or any(_strays(text[a:b]) for a, b in content)
    )
    if not cue or verbatim or not SENTENCE_ENDED.search(text, start, content[-1][1]):
        return content, []
    first, last = _sentence_around(text, paragraph, max(start, cue[-1][0]))
    while (following := _NEXT.match(text, last).end()) in opened:
        last = opened[following]
    kept, beyond = [], []
    for a, b in content:
        inside = (a if b <= first else max(a, first), min(b, last))
        if a >= last and a in opened and _sentence_around(text, paragraph, a)[0] == a:
            kept.append((a, b))
        elif inside[0] < inside[1]:
            kept.append(inside)
            beyond += [(last, b)] if last < b else []
        else:
            beyond.append((a, b))
    return kept, beyond


@lru_cache(maxsize=4)  # a paragraph may be a book
def _sentence_ends(text: str, paragraph: Span) -> list[int]:
    return [b for _, b in sentence_spans(text, *paragraph) if SENTENCE_ENDED.search(text, b - 2, b + 2)]


def _strays(words: str) -> bool:
    """Whether a mark closes what was opened before, or nowhere: they wrote it. We go⟦,”⟧ she said."""
    return words.count("”") > words.count("“") or words.count('"') % 2 == 1


def _sentence_around(text: str, paragraph: Span, position: int) -> Span:
    """The sentence that a character stands in, without its full stop; Mr. and the like end none."""
    ends = _sentence_ends(text, paragraph)
    at = bisect_left(ends, position + 1)
    start = ends[at - 1] if at else paragraph[0]
    end = ends[at] if at < len(ends) else paragraph[1]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, end - 1 if text[end - 1] == "." and at < len(ends) else end
