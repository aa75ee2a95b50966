"""Where the quotation marks of a paragraph open and close, whatever their script, even where a pair is mixed.

News is typed by hand: `"…”`, `“…"` and `''…''` stand beside «…», »…«, „…“ and ‘…’, a mark is forgotten, and the
apostrophe of *ministers'* looks like a closing mark. Sentences are split and statements found by these spans.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

# Two ASCII apostrophes or backticks stand for one double mark ('' … ''), as wire services type it.
_MARK = re.compile(r"''|``|[\"“”„‟«»〝〞＂]|['’‘‚‛‹›`]")
_SINGLE = frozenset("'’‘‚‛‹›`")
_ONLY_OPENS = frozenset("„‚‘‛〝")
_BLANK = re.compile(r"\s*")
_LOW = frozenset("„‟‚")  # what “ and ‘ may close
_GAPS = frozenset("([{—–:/-*_>")
_STOPS = frozenset(".,!?…;:)—–")
_ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|cos|n|bout|round)\b", re.IGNORECASE)  # get ’em, the ’90s


class Quote(NamedTuple):
    """One quotation: characters `start`, `end` of the text, both marks included."""

    start: int
    end: int
    closed: bool
    """False where no closing mark follows in the paragraph; the quotation then ends with the paragraph."""


def quotes_of(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[list[Quote]]:
    """Return the quotations of each paragraph, as characters of `text`.

    “We wait. | “We hope,” said Oster. A quotation that goes on is opened anew in the next paragraph and closed only
    where it ends; its paragraphs but the last are not `closed`.
    """
    spans = list(paragraphs)
    opens = [_opening(text[start : start + 2]) for start, _ in spans] + [""]
    return [
        [Quote(start + q.start, start + q.end, q.closed) for q in find_quotes(text[start:end], opens_next=opens_next)]
        for (start, end), opens_next in zip(spans, opens[1:], strict=True)
    ]


def _opening(beginning: str) -> str:
    mark = _MARK.match(beginning)
    return mark.group() if mark and _may_open(beginning + "x", mark) else ""


def find_quotes(paragraph: str, *, opens_next: str = "") -> list[Quote]:
    """Return the outermost quotations of one paragraph, in order, without overlap.

    >>> [paragraph[q.start:q.end] for q in find_quotes(paragraph := 'He saw a "good sign” and "hope".')]
    ['"good sign”', '"hope"']

    Quotations inside quotations are part of the outer one. Single marks count only where a word starts after
    the opening and ends before the closing one, so that *the ministers' car* is no quotation. An opening mark
    that never closes counts only at the start of the paragraph, or at the start of a sentence where the next
    paragraph opens anew with such a mark (`opens_next`).
    """
    marks = list(_MARK.finditer(paragraph))
    quotes: list[Quote] = []
    i = 0
    while i < len(marks):
        if not _may_open(paragraph, marks[i]):
            i += 1
            continue
        single = marks[i].group() in _SINGLE
        goes_on = opens_next != "" and (opens_next in _SINGLE) == single
        first, last = _single_pair(paragraph, marks, i, goes_on) if single else _double_pair(paragraph, marks, i)
        if last is not None:
            quotes.append(Quote(marks[first].start(), marks[last].end(), True))
        elif _begins(paragraph, marks[first].start(), goes_on) and not (single and not goes_on):
            quotes.append(Quote(marks[first].start(), len(paragraph.rstrip()), False))
            break
        i = (i if single and last is None else last if last is not None else len(marks)) + 1
    return quotes


def _begins(text: str, position: int, goes_on: bool) -> bool:
    """Whether an unclosed mark may open here: where the paragraph begins or, if it goes on, a sentence or content."""
    if _BLANK.match(text, 0, position).end() == position:
        return True
    return goes_on and text[max(0, position - 3) : position].rstrip()[-1:] in tuple(".,:!?…”\"’'»")


def _may_open(text: str, mark: re.Match) -> bool:
    """A mark opens before a word and after a gap: he said: "Go", (“so”), — ‘no’."""
    after = text[mark.end() : mark.end() + 1]
    if mark.group() == "«" and after:  # French has a space inside: « Go »
        return True
    if not after or after.isspace():
        return False
    if mark.group() in _SINGLE and _ELISION.match(text, mark.end()):
        return False
    if mark.group() in _ONLY_OPENS:
        return True
    before = text[mark.start() - 1] if mark.start() else " "
    return before.isspace() or before in _GAPS or bool(_MARK.fullmatch(before))


def _double_pair(text: str, marks: list[re.Match], i: int) -> tuple[int, int | None]:
    """The marks that open and close the quotation at mark `i`; the first is a later one where `i` never closes."""
    inner = 0  # “ ” pairs inside a quotation that another mark opened: "and “hope” for more"
    for j in range(i + 1, len(marks)):
        opened, mark = marks[i], marks[j]
        if opened.group() not in "“„‟" and mark.group() == "“" and _may_open(text, mark):
            inner += 1
        elif inner and mark.group() == "”":
            inner -= 1
        elif _closes(text, opened, mark):
            return i, j
        elif opened.group() == mark.group() and mark.group() in '“"' and _may_open(text, mark):
            i = j  # “We wait, he said. “And we hope.” The first mark was never closed: the second one counts.
    return i, None


def _closes(text: str, opened: re.Match, mark: re.Match) -> bool:
    """The double mark closes what `opened` opened, after a word or punctuation."""
    if mark.group() in _SINGLE or mark.group() in _ONLY_OPENS:
        return False
    if mark.group() == "“" and opened.group() not in _LOW:
        return False
    if not text[mark.start() - 1].isspace() or mark.group() == "»":
        return True
    return mark.group() == "”" and _after_inner(text, mark.start())


def _after_inner(text: str, position: int) -> bool:
    """“They say ‘no,’ ” he said: American print sets a space between two closing marks."""
    return text[max(0, position - 3) : position].rstrip()[-1:] in ("’", "'")


def _single_pair(text: str, marks: list[re.Match], i: int, goes_on: bool) -> tuple[int, int | None]:
    """The marks of the ‘quotation’ that mark `i` opens; (i, None) if no likely closing one follows.

    A closing mark stands after a word: ‘no’ is a quotation, *the boys' car* is none. After an s it may be an
    apostrophe: in *‘The ministers’ car is gone,’ he said* it is one, since the mark after the comma closes more
    surely, and where the opening mark is no sure one either. Nothing closes behind the next opening mark.
    """
    opened, doubtful = marks[i], None
    for j in range(i + 1, len(marks)):
        mark = marks[j]
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if mark.group() not in _SINGLE or before.isspace() or after.isalnum():
            if mark.group() in _SINGLE and _may_open(text, mark):
                break
            continue
        if mark.group() in _ONLY_OPENS and opened.group() not in _LOW:
            break
        if before != "s" or after in _STOPS or not after or _MARK.match(after):
            return i, j
        doubtful = j if doubtful is None else doubtful
    unclosed = goes_on and _begins(text, opened.start(), goes_on)
    return i, doubtful if opened.group() == "‘" and not unclosed else None
