"""Where what is said ends: with its sentence, and before what the speaker kept to himself.

The network sees windows of word pieces: it reads on over a full stop, and takes a clause about the speaker ("but gave
no details") or a wish to stay unnamed for his words.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from standpoints.quotes import Quote
from standpoints.reading.attribution import Span
from standpoints.reading.subjects import SENTENCE_ENDED
from standpoints.sentences import sentence_spans

_NEXT = re.compile(r"\.?\s*")


def within_sentence(
    text: str, paragraph: Span, quotes: Sequence[Quote], content: list[Span], cue: list[Span]
) -> tuple[list[Span], list[Span]]:
    """Velt said ⟦both sides accept⟧. ⟦Few believe it. Norland "helps"⟧: what is reported without quotation marks ends
    with its sentence, or begins with it where the cue follows. Returned are the content and what was read beyond.

    Not what stands word for word: a quotation, the next sentence where it is one (He noted the delay. “We wait.”), what
    a colon leads up to (She named two points: The ports. The prisoners).
    """
    start = content[0][0]
    opened = {quote.start: quote.end for quote in quotes}
    verbatim = any(quote.start <= start < quote.end for quote in quotes) or text[:start].rstrip(" ").endswith(":")
    if not cue or verbatim or not SENTENCE_ENDED.search(text, start, content[-1][1]):
        return content, []
    first, last = _sentence_around(text, paragraph, max(start, cue[-1][0]))
    while (following := _NEXT.match(text, last).end()) in opened:
        last = opened[following]
    kept, beyond = [], []
    for a, b in content:
        inside = (a if b <= first else max(a, first), min(b, last))
        if a >= last and a in opened:
            kept.append((a, b))
        elif inside[0] < inside[1]:
            kept.append(inside)
            beyond += [(last, b)] if last < b else []
        else:
            beyond.append((a, b))
    return kept, beyond


def _sentence_around(text: str, paragraph: Span, position: int) -> Span:
    """The sentence that a character stands in, without its full stop; Mr. and the like end none."""
    ends = [b for _, b in sentence_spans(text, *paragraph) if SENTENCE_ENDED.search(text, b - 2, b + 2)]
    at = bisect_left(ends, position + 1)
    start = ends[at - 1] if at else paragraph[0]
    end = ends[at] if at < len(ends) else paragraph[1]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, end - 1 if text[end - 1] == "." and at < len(ends) else end
