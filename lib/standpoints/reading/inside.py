"""What is said inside what somebody says: Oster said ⟦Sundia had proposed ⟦a truce⟧⟧.

Inside a content only plain reporting counts: the trained reader also takes "if Sundia agrees to a truce" for Sundia's
word.
"""

import re
from collections.abc import Iterator

from standpoints.quotes import find_quotes
from standpoints.reading.attribution import QUOTING, Attribution, Span, moved, text_of
from standpoints.reading.relatives import RELATIVE
from standpoints.reading.typography import may_report, read_quotations

_NOT_INSIDE = frozenset(  # who reports nothing inside a content; nor: without ⟦guarantees⟧ from all
    "i we me us you it nobody without with after before despite during in on at from for by about under over".split()
)
_YOU_AND_I = frozenset("i me we you it".split())
_CONTRACTED = re.compile(r"['’](?:ve|re|m|ll|d|t)$")
_PLAINLY = re.compile(r"\b(?:sa(?:ys?|id)|t(?:ells?|old)|claim(?:s|ed)?|th(?:inks?|ought)|believe[sd]?|put it)\b")
_THAT_CLAUSE = re.compile(r"that (?!(?:an?|have|are|were)\b|[\w’'-]+(?: (?:him|her|it|them)sel\w+)?\W*\Z)")
_NOT_SAID = re.compile(
    r"(?:would|will|can|could|may|might|must|shall|should|\w+['’](?:d|ll))\b|.*(?:\b(?:not|never)\b|n['’]t\b)"
)
_ACT = re.compile(r"\b(?:agree|accept|back|approv|support|refus|declin|speak|spok|considering|know|knew)")
_PHONED = re.compile(r"(?:from|at|in|to|back|again|home|after|before|on|early|late)\b")
_IS = re.compile(r"\b(?:is|are|was|were|has|had)\b")
_AND_THAT = re.compile(r",? (?:and|but) (?=that )")
_NEXT_CLAUSE = re.compile(
    r", (?:and|but|while|though|although|yet) (?!that\b|to\b|not\b|also\b|is\b|was\b|had\b|would\b)"
)


def said_inside(text: str, outer: Attribution) -> Iterator[Attribution]:
    """Yield who is reported to say what inside the content of an attribution, and across its reporting clause."""
    told_last = bool(outer.cue) and outer.cue[0][0] >= outer.content[-1][1]
    for start, end in (clause for span in outer.content for clause in _that_clauses(text, *span)):
        for inner in _reported_in(text, start, end):
            yield _first_clause(text, inner) if told_last else inner
    yield from _said_across(text, outer)


def _said_across(text: str, outer: Attribution) -> Iterator[Attribution]:
    """⟦Karst⟧, she went on, ⟦had said that it rained⟧: he stands before the clause that reports it, his verb behind."""
    if len(outer.content) != 2 or not outer.cue or any(mark in text_of(text, outer.content) for mark in QUOTING):
        return
    (start, end), (on, stop) = outer.content
    if not end <= outer.cue[0][0] < on:
        return
    behind = end - start + 1  # where the second span begins in what is read
    for inner in _reported_in(f"{text[start:end]} {text[on:stop]}", 0, behind + stop - on):
        if inner.source == ((0, end - start),) and behind <= inner.cue[0][0]:
            content, cue = ([(a + on - behind, b + on - behind) for a, b in spans] for spans in inner[:2])
            yield inner._replace(content=tuple(content), cue=tuple(cue), source=moved(inner, start).source)


def _reported_in(text: str, start: int, end: int) -> Iterator[Attribution]:
    """Who is plainly reported to say what inside `text[start:end]`, which somebody says."""
    if not may_report(text[start:end]):  # as most often, and told faster than by reading it
        return
    lead = re.match(r"(?:that|how)\s+", text[start:end])
    start += lead.end() if lead else 0
    begin, stop = _without_marks(text, start, end)
    for inner in read_quotations(text[begin:stop]):
        source = text_of(text[begin:stop], inner.source).split()
        if inner.cue and source and not _is_nobody(source) and inner.content:
            inner = moved(inner, begin)
            if _is_said(text, inner) and (begin == start or _is_plain(text, inner)):
                yield inner


def _without_marks(text: str, start: int, end: int) -> Span:
    """“⟦Karst says that it rains. I laughed,⟧” Oster said: the inside of a quotation that is all of a content."""
    quote = next(iter(find_quotes(text[start:end])), None)
    if quote is None or quote.start or quote.end < end - start:
        return start, end
    return start + 1, end - quote.closed


def _is_said(text: str, inner: Attribution) -> bool:
    """Oster said ⟦Sundia had proposed a truce⟧; not: that it would ask for one, had not spoken of one, or had accepted
    it, where nothing that was said is reported (of 60 such cues in hand-coded articles four were coded); nor that her
    son had called from Holm, or that a man considered a witness was on board."""
    cue = text_of(text, inner.cue).casefold()
    if _NOT_SAID.match(cue) or text_of(text, inner.content) in RELATIVE:  # said ⟦that⟧, according to Oster, it rained
        return False
    start, end = inner.content[0][0], inner.content[-1][1]
    if (cue.endswith(("call", "calls", "called")) and _PHONED.match(text, start, end)) or (
        cue.endswith("considered") and _IS.search(text, start, end)
    ):
        return False
    clause = text.startswith("that ", start) or text.endswith("that ", 0, start)
    return clause or not _ACT.search(cue)


def _is_plain(text: str, inner: Attribution) -> bool:
    """“Karst says it rains”, “Karst knows that it rains”: in speech, which is freer, other words than *say* report too
    seldom (“Voters reject them”, “the numbers don't add up”)."""
    start = inner.content[0][0]
    if text.startswith("that ", start):  # not: they say things ⟦that have been wrong⟧, he told ⟦that story⟧
        return _THAT_CLAUSE.match(text, start, inner.content[-1][1]) is not None
    return text.endswith("that ", 0, start) or _PLAINLY.search(text_of(text, inner.cue).casefold()) is not None


def _first_clause(text: str, inner: Attribution) -> Attribution:
    """Oster said ⟦she would come⟧, but nobody believes her, an envoy said: the envoy says that."""
    start, end = inner.content[0]
    stop = _NEXT_CLAUSE.search(text, start, end) if inner.cue[-1][1] <= start else None
    if stop is None or any(mark in text[start:end] for mark in '“”"'):
        return inner
    return inner._replace(content=((start, stop.start()),))


def _that_clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """He said ⟦that Sundia had proposed a truce⟧ and ⟦that Arvik would pay⟧: Sundia did not propose the second."""
    if text.startswith("that ", start):
        for further in _AND_THAT.finditer(text, start, end):
            yield start, further.start()
            start = further.end()
    yield start, end


def _is_nobody(words: list[str]) -> bool:
    """Whether a source begins or ends with a word that names nobody, or has part of a verb in it: us, not US; last
    night you; I've."""
    acronym = len(words[0]) > 1 and words[0].isupper()
    first, last = words[0].casefold(), words[-1].casefold()
    return (not acronym and first in _NOT_INSIDE) or last in _YOU_AND_I or _CONTRACTED.search(words[-1]) is not None
