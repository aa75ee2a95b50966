"""What the page shows, set over what the reader found: paragraphs, headlines, turns, posts, quotations that run on.

The reader's network learned from edited newspaper text. How a page is laid out tells more surely than words do where
a statement ends and another voice begins.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from standpoints.boilerplate import is_boilerplate
from standpoints.quotes import Quote, quotes_of
from standpoints.reading.attribution import CAPITAL, Attribution, Span, moved
from standpoints.reading.cues import any_cue_word
from standpoints.reading.headlines import read_headline
from standpoints.reading.limits import within_sentence
from standpoints.reading.posts import read_posts
from standpoints.reading.runs import is_quotation, run_on
from standpoints.reading.transcripts import FIELDS, read_transcript
from standpoints.reading.typography import read_plainly, read_quotations
from standpoints.sentences import paragraphs

_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-Z])")
_WORD = re.compile(r"\w+")
_PULLED = 6  # words that a quotation shares with another place of the article, where it is set off as a pull quote
_CITED = re.compile(r"(?:citing|quoting|referring to) ")  # …, SUNA said, citing ⟦the ministry⟧: a source, no content
# Asked about ⟦the ports⟧, Oster smiled: nobody's statement
_ASKED_ABOUT = re.compile(r"(?:\bAsked|\b[Ww]hen asked) (?:by [^,.]{1,60} )?about $")
_DATELINE = re.compile(r"[A-Z][A-Z’'.-]+(?: [A-Z’'.-]+){0,3}(?:, [A-Z][\w.]+)?(?: \([^()\n]{2,30}\))? ?(?:—|–|--) ?")
_ITS_MAN = r"(?:The|An?|His|Her|Their|Its)"  # ⟦Her neighbour⟧, who had not slept, was blunter: “Never.”
_LEADS_IN = re.compile(
    rf"(?P<source>He|She|They|{_ITS_MAN}(?: [\w’'-]+){{1,4}}?(?=,| (?:was|is|had|has|\w+(?:ed|s))\b)|"
    rf"(?!{_ITS_MAN} )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}),? [a-z][^.!?:\"“”‘«„]{{1,60}}[.:] "
)
_SIGNATURE = re.compile(  # “We wait.” | — ⟦Mira Oster⟧, a farmer
    rf"\s*\n[-–—―] ?(?P<source>[{CAPITAL}][\w.’'-]*(?: (?:[{CAPITAL}][\w.’'-]*|of|the|van|von|de|bin))*"
    r"(?:, [^\n]{1,60}?)?(?<!\.))"
    r"\.? *(?=\n|\Z)"
)
_WHO = r"(?P<source>(?:[Hh]e|[Ss]he|(?:[Tt]he )?[A-Z][\w’'-]*(?: [\w’'-]+){0,9}?|[Tt]he [\w’'-]+(?: [\w’'-]+){0,12}?))"
_WHERE = r"(?:,? (?:on|in|to|at|during|via|after|when|reporters|journalists)\b[^“”\"\n]{0,90})?\.?"
_PHRASE = 2  # spaces in a quotation that is more than a word in scare quotes
_LINE = 60  # characters; longer paragraphs are no signature
_UNATTRIBUTED = 0.5
_SURE = 0.7


class Page(NamedTuple):
    """The paragraphs of a text that are the article's, the quotations in each, and what stands word for word."""

    text: str
    paragraphs: list[Span]
    quotes: list[list[Quote]]
    quoted: list[bool]  # is the paragraph all quotation?
    turns: list[Attribution]  # of transcripts and posts

    def number(self, position: int) -> int:
        """The paragraph that a character stands in; one that is left out counts to the one before."""
        return max(bisect_right(self.paragraphs, (position, len(self.text))) - 1, 0)

    def verbatim(self) -> list[Span]:
        """What stands word for word as it was said: quotations, turns of a transcript, posts; in order."""
        spans = [quote[:2] for quotes in self.quotes for quote in quotes]
        return sorted(spans + [span for turn in self.turns for span in turn.content])


def read_page(text: str) -> Page:
    """Return what the layout of `text` shows."""
    spans = [(start, end) for start, end in paragraphs(text) if not is_boilerplate(text[start:end])]
    quotes = quotes_of(text, spans)
    quoted = [is_quotation(text, span, here) for span, here in zip(spans, quotes, strict=True)]
    return Page(text, spans, quotes, quoted, read_transcript(text, spans) + read_posts(text, spans))


def set_on_page(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions of a reader as the page allows them, in text order.

    - No span goes over the border of a paragraph, and none stands in boilerplate.
    - A turn of a transcript, a post and a headline with a name are one statement each.
    - A quotation that the reader passed over has the speaker who stands beside it.
    - A quotation that runs over paragraphs is one statement of one speaker; see `runs.run_on`.
    - A paragraph that is all quotation and that nobody was found to say has the speaker whose name stands alone in the
      next line, behind a dash; else it is kept without a speaker.
    - A paragraph without marks is said by whom the next one names behind a dash: We wait. | – the premier said.
    """
    single = [part for one in found for part in _within_paragraphs(page, one)]
    by_paragraph: dict[int, list[Attribution]] = {}
    for one in sorted(single):
        by_paragraph.setdefault(page.number(one.content[0][0]), []).append(one)
    taken = _by_form(page, by_paragraph)
    taken |= _said_above(page, by_paragraph, taken)
    for i in set(range(len(page.paragraphs))) - taken:
        by_paragraph[i] = sorted(by_paragraph.get(i, []) + _overlooked(page, i, by_paragraph.get(i, [])))
    return sorted(_signed(page.text, one) for one in _run_on(page, by_paragraph, taken))


def _within_paragraphs(page: Page, one: Attribution) -> list[Attribution]:
    """The attribution cut at the borders of paragraphs; quotations apart from its cue stand alone."""
    if one.cue and _CITED.fullmatch(page.text, one.cue[0][0], one.content[0][0]):
        return []
    asked = one.content[0][0] + 6 * page.text.startswith("about ", one.content[0][0])
    if _ASKED_ABOUT.search(page.text, max(asked - 80, 0), asked):
        return []
    if (
        one.cue
        and one.source
        and page.text[slice(*one.cue[0])] == ":"
        and page.text[slice(*one.source[0])].casefold() in FIELDS
    ):
        return []  # Source: Norland Truth
    content, cue, source = ([part for span in spans for part in _parts(page, span)] for spans in one[:3])
    groups: dict[int, list[Span]] = {}
    for span in content:
        span = _without_dateline(page, _without_next_sentence(page, span))
        groups.setdefault(page.number(span[0]), []).append(span)
    if not groups:
        return []
    anchor = page.number((cue or source or content)[0][0])
    home = anchor if anchor in groups else min(groups)
    near = [span for span in source if page.number(span[0]) == anchor]
    source = near or [span for span in source if page.number(span[0]) == page.number(source[0][0])]
    if anchor > home and (page.quoted[home] or (not cue and len(page.text[slice(*page.paragraphs[anchor])]) > _LINE)):
        cue, source = [], []  # “We wait.” | Oster nodded. “We hope.” — the first quotation is not hers by that
    content, beyond = groups.pop(home), []
    if anchor == home:
        content, beyond = within_sentence(page.text, page.paragraphs[home], page.quotes[home], content, cue)
    while home + 1 in groups and page.text[page.paragraphs[home][1] - 1] in ":;,":
        home += 1  # She named two points: | the ports; | the prisoners
        content += groups.pop(home)
    apart = {i: spans for i, spans in groups.items() if any(_meet(span, page.quotes[i]) for span in spans)}
    return [
        one._replace(content=tuple(content), cue=tuple(cue), source=tuple(source)),
        *(Attribution(tuple(spans), (), _led_in(page, i, spans), one.confidence) for i, spans in apart.items()),
        *(plain for span in beyond for plain in read_plainly(page.text, *span)),
    ]


def _led_in(page: Page, i: int, content: list[Span]) -> tuple[Span, ...]:
    """He paused. “It is over.” — the subject of the one sentence that leads to a quotation which ends the paragraph."""
    start, end = page.paragraphs[i]
    found = _LEADS_IN.fullmatch(page.text, start, content[0][0]) if content[-1][1] >= end - 1 else None
    return (found.span("source"),) if found else ()


def _parts(page: Page, span: Span) -> list[Span]:
    """What of a span lies in each paragraph of the article."""
    parts = []
    for start, end in page.paragraphs[page.number(span[0]) : page.number(span[1] - 1) + 1]:
        a, b = max(start, span[0]), min(end, span[1])
        while a < b and page.text[a].isspace():
            a += 1
        while a < b and page.text[b - 1].isspace():
            b -= 1
        if _WORD.search(page.text, a, b):
            parts.append((a, b))
    return parts


def _without_next_sentence(page: Page, span: Span) -> Span:
    """‘We go’. ⟦Nobody knew where⟧: a quotation ends with its mark, where a sentence ends there too."""
    quotes = page.quotes[page.number(span[0])]
    at = bisect_left(quotes, span[:1])
    whole = at < len(quotes) and quotes[at].start == span[0] and quotes[at].end < span[1]
    return quotes[at][:2] if whole and _NEXT_SENTENCE.match(page.text, quotes[at].end) else span


def _without_dateline(page: Page, span: Span) -> Span:
    """HOLM, Norland (Wire) — ⟦Talks began⟧: where the report was written is nobody's statement."""
    found = _DATELINE.match(page.text, *page.paragraphs[page.number(span[0])])
    return (max(span[0], found.end()), span[1]) if found and found.end() < span[1] else span


def _by_form(page: Page, by_paragraph: dict[int, list[Attribution]]) -> set[int]:
    """Put the statements that lines show by their form in place of the reader's; return their paragraphs."""
    formed: dict[int, list[Attribution]] = {}
    taken: set[int] = set()
    for turn in page.turns:
        first, last = page.number(turn.content[0][0]), page.number(turn.content[-1][0])
        formed.setdefault(first, []).append(turn)
        taken.update(range(first, last + 1))
    speakers = {word for here in by_paragraph.values() for one in here for word in _last_words(page.text, one)}
    for i, (start, end) in enumerate(page.paragraphs):
        if i not in taken and (one := read_headline(page.text, start, end, page.quotes[i], speakers)):
            formed[i] = [one]
            taken.add(i)
    for i in taken:
        by_paragraph[i] = formed.get(i, [])
    return taken


def _said_above(page: Page, by_paragraph: dict[int, list[Attribution]], taken: set[int]) -> set[int]:
    """Make a paragraph the statement of whom the next line names: We wait. Nobody came. | – ⟦the premier⟧ <said> on
    Monday. Return both paragraphs."""
    told: set[int] = set()
    for i, (start, end) in enumerate(page.paragraphs[1:], start=1):
        line = _line_behind_a_dash(page.text, start, end) if page.text[start] in "-–—―" else None
        above = page.paragraphs[i - 1]
        if (
            line is None
            or not (taken.isdisjoint((i - 1, i)) and told.isdisjoint((i - 1, i)))
            or page.text[above[0]] in "-–—―•*"
            or page.text[above[1] - 1] == ":"
        ):
            continue
        by_paragraph[i - 1] = [Attribution((above,), (line.span("cue"),), (line.span("source"),), _SURE)]
        by_paragraph[i] = []
        told |= {i - 1, i}
    return told


def _line_behind_a_dash(text: str, start: int, end: int) -> re.Match | None:
    """– ⟦the premier⟧ <said> on Monday. – <wrote> ⟦Mira Oster⟧."""
    return next((m for line in _lines_behind_a_dash() if (m := line.fullmatch(text, start, end))), None)


@cache
def _lines_behind_a_dash() -> list[re.Pattern]:
    cue = rf"(?P<cue>{any_cue_word()})"
    return [re.compile(rf"[-–—―] ?{said}{_WHERE}") for said in (f"{cue} {_WHO}", f"{_WHO} {cue}")]


def _overlooked(page: Page, i: int, own: list[Attribution]) -> list[Attribution]:
    """Quotations with a speaker beside them that the reader passed over: »We are ready«, the premier wrote."""
    said = sorted(span for one in own for span in one.content)
    passed_over = [q for q in page.quotes[i] if not _meet(q, said) and page.text.count(" ", q.start, q.end) >= _PHRASE]
    if not passed_over:
        return []
    start, end = page.paragraphs[i]
    plain = [moved(one, start) for one in read_quotations(page.text[start:end])]
    begins = {quote.start for quote in passed_over}
    beside = [one for one in plain if one.cue and one.source and one.content[0][0] in begins]
    return [one for one in beside if not any(_meet(span, said) for span in one.content)]


def _last_words(text: str, one: Attribution) -> list[str]:
    """The last word of the speaker's name: Joss Tavian, the premier → tavian."""
    names = [text[start:end].split(",")[0].split() for start, end in one.source]
    return [name[-1].casefold() for name in names if name]


def _run_on(page: Page, by_paragraph: dict[int, list[Attribution]], taken: set[int]) -> list[Attribution]:
    """The attributions with each quotation that runs over paragraphs made one, and those nobody was found to say."""
    done: list[Attribution] = []
    pulled = _pulled(page)
    before = None  # the last attribution of the paragraph before
    for i, (here, quotes) in enumerate(zip(page.paragraphs, page.quotes, strict=True)):
        own = by_paragraph.get(i, [])
        if i not in taken and i not in pulled and quotes and quotes[0].start == here[0]:
            parts = [quote[:2] for quote in (quotes if page.quoted[i] else quotes[:1])]
            inside = [one for one in own if any(_meet(span, parts) for span in one.content)]
            run = None
            if i and i - 1 not in taken:
                pair = slice(i - 1, i + 1)
                run = run_on(page.text, page.paragraphs[pair], page.quotes[pair], before, parts, inside)
            if run and before and _meet(before.content[-1], run.content):
                done.pop()
            if run:
                own = [run, *(one for one in own if one not in inside)]
            elif not own and page.quoted[i]:
                own = [Attribution(tuple(parts), confidence=_UNATTRIBUTED)]
        done += own
        before = max(own, key=lambda one: one.content[-1][1], default=None)
    return done


def _signed(text: str, one: Attribution) -> Attribution:
    """“We wait.” | — ⟦Mira Oster⟧, a farmer"""
    if one.source or one.cue:
        return one
    signature = _SIGNATURE.match(text, one.content[-1][1])
    return one._replace(source=(signature.span("source"),)) if signature else one


def _meet(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps one of `others`, which stand in order."""
    at = bisect_left(others, (span[1],))
    return at > 0 and others[at - 1][1] > span[0]


def _pulled(page: Page) -> set[int]:
    """The paragraphs that are a pull quote: a quotation whose first words stand in another place of the article."""
    begins = {}
    for i, (start, end) in enumerate(page.paragraphs):
        words = _words(page.text[start:end])[:_PULLED] if page.quoted[i] else []
        if len(words) == _PULLED:
            begins[i] = tuple(words)
    if not begins:
        return set()
    words = _words(page.text)
    often = Counter(zip(*(words[k:] for k in range(_PULLED)), strict=False))
    return {i for i, key in begins.items() if often[key] > 1}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
