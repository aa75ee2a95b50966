"""One attribution: somebody (source) is reported (cue) to say, want, deny … something (content).

This is what the readers of text (`typography.py`, `reader.py`) return and what `statements.py` turns into rows.
"""

from collections.abc import Iterable
from typing import NamedTuple

Span = tuple[int, int]
"""Characters `start`, `end` (exclusive) of the article's text."""

CAPITAL = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
"""For a class of characters in a pattern: what a name begins with, also in *Šimon* and *Çelik*."""
SOMEBODY = r"(?P<source>[^,;:“”\"]{2,80}?)"
"""For a pattern: who speaks, in words without a comma between them."""

QUOTING = frozenset('“”"«»„')
"""The marks by which words are told to be quoted."""


class Attribution(NamedTuple):
    """Content, cue and source as character spans, in text order; an empty tuple where there is none.

    Content and source keep their quotation marks and titles ("President Joss Tavian"), as PolNeAR's
    annotators did (Newell, Margolin & Ruths, LREC 2018). A content has several spans where the reporting
    clause stands inside it: “We will talk,” he said, “but not today.”
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float = 1.0
    """How likely the attribution is right, 0…1."""


def text_of(text: str, spans: tuple[Span, ...]) -> str:
    """Return the words from the first of the spans to the last, "" where there is none."""
    return text[spans[0][0] : spans[-1][1]] if spans else ""


def moved(attribution: Attribution, by: int) -> Attribution:
    """Return the attribution with its spans `by` characters further on."""
    content, cue, source = (tuple((a + by, b + by) for a, b in spans) for spans in attribution[:3])
    return attribution._replace(content=content, cue=cue, source=source)


def touch(spans: Iterable[Span], start: int, end: int) -> bool:
    """Return whether any of the spans has a character in common with `start` to `end`."""
    return any(a < end and start < b for a, b in spans)
