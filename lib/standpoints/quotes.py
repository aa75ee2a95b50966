"""Where the quotation marks of a paragraph open and close, whatever their script, even where a pair is mixed.

News is typed by hand: `"…”`, `“…"` and `''…''` stand beside «…», „…“ and ‘…’, a mark is forgotten, and the
apostrophe of *ministers'* looks like a closing mark. Sentences are split and statements found by these spans.
"""

import re
from typing import NamedTuple

# Two ASCII apostrophes or backticks stand for one double mark ('' … ''), as wire services type it.
_MARK = re.compile(r"''|``|[\"“”„‟«»〝〞＂]|['’‘‚‛‹›`]")
_SINGLE = frozenset("'’‘‚‛‹›`")
_ONLY_OPENS = frozenset("„‚‘‛〝")
_GAPS = frozenset("([{—–:/-")


class Quote(NamedTuple):
    """One quotation: characters `start`, `end` of the paragraph, both marks included."""

    start: int
    end: int
    closed: bool
    """False where no closing mark follows in the paragraph; the quotation then ends with the paragraph."""


def find_quotes(paragraph: str) -> list[Quote]:
    """Return the outermost quotations of one paragraph, in order, without overlap.

    >>> [paragraph[q.start:q.end] for q in find_quotes(paragraph := 'He saw a "good sign” and "hope".')]
    ['"good sign”', '"hope"']

    Quotations inside quotations are part of the outer one. Single marks count only where a word starts after
    the opening and ends before the closing one, so that *the ministers' car* is no quotation. An opening mark
    that never closes counts only at the start of the paragraph (a quotation that goes on in the next one).
    """
    marks = list(_MARK.finditer(paragraph))
    quotes: list[Quote] = []
    opened: re.Match | None = None
    inner = 0  # “ ” pairs inside a quotation that another mark opened: "and “hope” for more"
    for i, mark in enumerate(marks):
        if opened is None:
            if _may_open(paragraph, mark) and (mark.group() not in _SINGLE or _has_single_close(paragraph, marks, i)):
                opened, inner = mark, 0
        elif opened.group() not in "“„‟" and mark.group() == "“" and _may_open(paragraph, mark):
            inner += 1
        elif inner and mark.group() == "”":
            inner -= 1
        elif _closes(paragraph, opened, mark):
            quotes.append(Quote(opened.start(), mark.end(), True))
            opened = None
        elif _reopens(paragraph, opened, mark):
            # “We wait, he said. “And we hope.” The first mark was never closed: the second one counts.
            opened = mark
    if opened is not None and not paragraph[: opened.start()].strip():
        quotes.append(Quote(opened.start(), len(paragraph.rstrip()), False))
    return quotes


def _may_open(text: str, mark: re.Match) -> bool:
    """A mark opens before a word and after a gap: he said: "Go", (“so”), — ‘no’."""
    after = text[mark.end() : mark.end() + 1]
    if not after or after.isspace():
        return False
    if mark.group() in _ONLY_OPENS or mark.group() == "«":
        return True
    before = text[mark.start() - 1] if mark.start() else " "
    return before.isspace() or before in _GAPS or bool(_MARK.fullmatch(before))


def _closes(text: str, opened: re.Match, mark: re.Match) -> bool:
    """The mark closes what `opened` opened: of the same kind (single or double), after a word or punctuation."""
    if (opened.group() in _SINGLE) != (mark.group() in _SINGLE):
        return False
    before = text[mark.start() - 1 : mark.start()]
    if opened.group() == mark.group() == '"' and not before.isspace():
        return True
    if before.isspace() and mark.group() != "»":
        return False
    if mark.group() in _ONLY_OPENS:
        return False
    if mark.group() == "“" and opened.group() not in "„‟":
        return False
    return mark.group() not in _SINGLE or _ends_word(text, mark)


def _reopens(text: str, opened: re.Match, mark: re.Match) -> bool:
    return opened.group() not in _SINGLE and opened.group() == mark.group() == "“" and _may_open(text, mark)


def _ends_word(text: str, mark: re.Match) -> bool:
    """‘We go,’ he said, but not the apostrophe of Norland's."""
    after = text[mark.end() : mark.end() + 1]
    return not after.isalnum()


def _has_single_close(text: str, marks: list[re.Match], i: int) -> bool:
    """A single mark opens a quotation only if a likely closing one follows: ‘…,’ ‘….’ or ‘…’ before punctuation.

    *'em* and *the ministers' car* are none; ‘no’ is one, since no s stands before its mark. Only the next forty
    marks are looked at, so that a text of apostrophes alone costs no more than its length.
    """
    for mark in marks[i + 1 : i + 40]:
        if mark.group() not in _SINGLE or not _ends_word(text, mark):
            continue
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if before in ".,!?…;" or after in ".,!?;:)" or not after:
            return True
        if not before.isspace() and before != "s":
            return True
    return False
