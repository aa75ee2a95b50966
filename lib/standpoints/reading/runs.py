"""Quotations that run over paragraphs: which paragraph goes on with what was said in the one before.

“We waited. | “We wait,” said Oster. | “And we hope.” — one speaker, one statement.
"""

import re
from collections.abc import Sequence

from standpoints.quotes import Quote
from standpoints.reading.attribution import Attribution, Span

_INTRODUCES = re.compile(r"(?::|\s?[–—]|\s-)[\"”’'»]?$")
_ASKS = re.compile(r"\bask|\bwonder|\binquir", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")
_SENTENCE_END = re.compile(r"[.!?…][”\"’'»)]*\s+(?=[\"“‘'«„(]?[A-Z0-9])")
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_HEADING_WORDS = 8
_QUOTED_HEADING = re.compile(r"[\"“‘'«„](?:[A-Z][^.,!?…\"“”]*|[^a-z\"“”]*[A-Z]{2}[^a-z\"“”]*)[\"”’'»“]")
_LONGEST = 500  # paragraphs of one quotation
_SURE = 0.7


def is_quoted_heading(paragraph: str) -> bool:
    """Whether a paragraph is a heading in quotation marks: “Root causes”, “WHAT FOR?”"""
    return len(paragraph) < 60 and _QUOTED_HEADING.fullmatch(paragraph.strip()) is not None


def is_quotation(text: str, paragraph: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a paragraph is all quotation: “We wait. Nobody came.” — no heading: ‘Legend in the Coal Fields’."""
    start, end = paragraph
    if is_quoted_heading(text[start:end]):
        return False
    for quote in quotes:
        if _LETTER.search(text, start, quote.start):
            return False
        start = quote.end
    if not quotes or _LETTER.search(text, start, end):
        return False
    words = _LONG_WORD.findall(text, paragraph[0], min(end, paragraph[0] + 200))
    return len(words) > _HEADING_WORDS or not all(word[0].isupper() for word in words)


def run_on(
    text: str,
    pair: Sequence[Span],
    quotes: Sequence[Sequence[Quote]],
    said: Attribution | None,
    parts: list[Span],
    found: Sequence[Attribution],
) -> Attribution | None:
    """Return the statement that runs on from the first paragraph of the `pair` into the second; None if none does.

    quotes: those of both; said: the last attribution of the first; parts: the quotation that opens the second, or all
    of them if it is nothing else; found: the attributions in them. It runs on where

    - the last quotation before is not closed and a mark opens anew: “We waited. | “We wait,” said Oster. If its cue
      stands inside it, the closing mark was forgotten: “We wait, said Oster. | “And we go,” said Tavian.
    - the paragraph before ends in a colon or a dash: Oster was brief: | “We wait.”
    - a paragraph that is all quotation follows a quotation whose speaker is named in the last sentence before it:
      “We wait,” said Oster in Holm. | “And we hope.” Not after a question: “When?” asked Oster. | “Soon.”
    """
    if said and len(said.content) > _LONGEST:
        return None
    before, here = pair
    last = quotes[0][-1] if quotes[0] else None
    if last and not last.closed:
        if said and any(last.start < start for start, _ in said.cue):
            return None
        if any(a < start < b for one in found for start, _ in one.cue for a, b in parts):
            return None  # “Tavian wrote: | “‘Go,’ said Oster. “Nobody went.” — the voices inside are not told apart
        covered = said if said and _covers(said, last) else Attribution((last[:2],), confidence=_SURE)
        return _joined([covered, *found], [last[:2], *parts])
    if _INTRODUCES.search(text[max(before[0], before[1] - 4) : before[1]]):
        named = next((one for one in found if one.source), None)
        if named or (said and said.source and _ends_with(text, before[1], said)):
            return _joined([*([said] if said and not named else []), *found], parts)
        name = _only_name(text, before)
        return Attribution(tuple(parts), (), (name,) if name else (), _SURE)
    alone = is_quotation(text, here, quotes[1])
    if not (alone and said and said.source and last and _covers(said, last)) or any(one.cue for one in found):
        return None
    asked = said.cue and _ASKS.search(text[slice(*said.cue[0])]) and "?" in text[slice(*said.content[-1])]
    return None if asked or not _ends_with(text, before[1], said) else _joined([said, *found], parts)


def _joined(members: Sequence[Attribution], parts: list[Span]) -> Attribution:
    """One attribution: cue and source of the first member that has a source, the content of the first and `parts`."""
    base = next((one for one in members if one.source), members[0])
    content = list(members[0].content)
    while content and content[-1][1] > parts[0][0]:
        content.pop()
    return base._replace(content=(*content, *parts))


def _covers(said: Attribution, quote: Quote) -> bool:
    return any(start < quote.end and quote.start < end for start, end in said.content[-3:])


def _ends_with(text: str, end: int, said: Attribution) -> bool:
    """Whether nothing but the rest of its sentence follows what was said, up to the `end` of the paragraph."""
    last = max(b for _, b in (said.content[-1], *said.cue, *said.source))
    return not _SENTENCE_END.search(text, max(last - 3, 0), end)  # the content may hold the full stop: “We wait.”


def _only_name(text: str, paragraph: Span) -> Span | None:
    """The one full name in the last sentence of a paragraph: Mira Oster was more expansive —"""
    start = max((m.end() for m in _SENTENCE_END.finditer(text, *paragraph)), default=paragraph[0])
    names = [match.span() for match in _FULL_NAME.finditer(text, start, paragraph[1])]
    return names[0] if len(names) == 1 else None
