"""Sentences → statements: who is reported to say what, by which word, through which channel."""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from standpoints.quotes import find_quotes
from standpoints.reader import read as read_text
from standpoints.reading.attribution import QUOTING, Attribution, Span, moved, text_of
from standpoints.reading.channels import channel_of
from standpoints.reading.cues import cue_class
from standpoints.reading.page import Page, read_page, set_on_page
from standpoints.reading.relatives import RELATIVE
from standpoints.reading.typography import may_report, read_quotations

Read = Callable[[str], list[Attribution]]
Said = list[tuple[Attribution, tuple[Span, ...] | None]]  # each with the content inside which it stands
Amend = Callable[[Said, str, str], Said]

COLUMNS = {
    "article_id": "str",
    "statement_id": "str",
    "sentence_id": "str",
    "start": "int64",
    "end": "int64",
    "text": "str",
    "pieces": "str",
    "form": "str",
    "cue": "str",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "cue_class": "str",
    "speaker": "str",
    "speaker_start": "Int64",
    "speaker_end": "Int64",
    "actor": "str",
    "side": "str",
    "resolved_by": "str",
    "channel": "str",
    "within": "str",
    "confidence": "float64",
}

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
_LETTER = re.compile(r"\w")


def find_statements(
    articles: pd.DataFrame, sentences: pd.DataFrame, *, read: Read = read_text, amend: Amend | None = None
) -> pd.DataFrame:
    """Return one row for each thing that somebody is reported to say, in text order.

    Needs articles (article_id, text) and sentences (article_id, sentence_id, start, end, voice). Columns: those of
    `statements` in `data/README.md`, without tone; start, end hold the whole content, `pieces` its spans; actor, side
    and resolved_by are NaN until `resolve_actors`. What starts in boilerplate is left out. A statement inside a
    statement is a row whose `within` names the enclosing one.

    `read` turns a text into attributions: the trained reader, or `read_quotations` for typography alone. `amend` gives
    those of an article (article_id, text) back as they were coded by hand, as in `analyse`.

    form is "direct" (all of it quoted), "mixed" (some of it), "indirect" (nothing).
    """
    rows: list[dict] = []
    of_article: dict[str, list[_Sentence]] = {}
    columns = (sentences[name].tolist() for name in ("article_id", *_Sentence._fields))
    for article_id, *sentence in zip(*columns, strict=True):
        of_article.setdefault(article_id, []).append(_Sentence(*sentence))
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        if article_id in of_article:
            rows += _statements_of(article_id, text, of_article[article_id], read, amend)
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


class _Sentence(NamedTuple):
    start: int
    end: int
    sentence_id: str
    voice: str


def _statements_of(
    article_id: str, text: str, sentences: list[_Sentence], read: Read, amend: Amend | None
) -> list[dict]:
    page = read_page(text)
    verbatim = page.verbatim()
    rows: list[dict] = []
    named: dict[tuple[Span, ...], str] = {}  # the id of the last statement with a content
    said = [one for one in _nested(page, read) if _sentence_of(one[0], sentences).voice != "boilerplate"]
    for attribution, inside in amend(said, article_id, text) if amend else said:
        sentence = _sentence_of(attribution, sentences)
        row = _row(text, attribution, _of_its_own(text, attribution, inside, verbatim) if inside else verbatim)
        row |= {"article_id": article_id, "sentence_id": sentence.sentence_id}
        row |= {"statement_id": f"{article_id}.q{len(rows) + 1:03}"}
        row |= {"within": named.get(inside, np.nan), "channel": _channel(text, sentences, attribution)}
        named[attribution.content] = row["statement_id"]
        rows.append(row)
    return rows


def _nested(page: Page, read: Read) -> Iterator[tuple[Attribution, tuple[Span, ...] | None]]:
    """Each attribution, followed by those inside its content with the content they stand in.

    He said Sundia had proposed a truce: he says; inside it, Sundia proposes. Inside a content only plain reporting
    counts: the trained reader also takes "if Sundia agrees to a truce" for Sundia's word.
    """
    text = page.text
    for attribution in set_on_page(page, read(text)):
        yield attribution, None
        told_last = bool(attribution.cue) and attribution.cue[0][0] >= attribution.content[-1][1]
        for start, end in (clause for span in attribution.content for clause in _that_clauses(text, *span)):
            for inner in _said_inside(text, start, end):
                yield _first_clause(text, inner) if told_last else inner, attribution.content
        for inner in _said_across(text, attribution):
            yield inner, attribution.content


def _said_across(text: str, outer: Attribution) -> Iterator[Attribution]:
    """⟦Karst⟧, she went on, ⟦had said that it rained⟧: he stands before the clause that reports it, his verb behind."""
    if len(outer.content) != 2 or not outer.cue or any(mark in text_of(text, outer.content) for mark in QUOTING):
        return
    (start, end), (on, stop) = outer.content
    if not end <= outer.cue[0][0] < on:
        return
    behind = end - start + 1  # where the second span begins in what is read
    for inner in _said_inside(f"{text[start:end]} {text[on:stop]}", 0, behind + stop - on):
        if inner.source == ((0, end - start),) and behind <= inner.cue[0][0]:
            content, cue = ([(a + on - behind, b + on - behind) for a, b in spans] for spans in inner[:2])
            yield inner._replace(content=tuple(content), cue=tuple(cue), source=moved(inner, start).source)


def _said_inside(text: str, start: int, end: int) -> Iterator[Attribution]:
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


def _row(text: str, attribution: Attribution, verbatim: list[Span]) -> dict:
    start, end = attribution.content[0][0], attribution.content[-1][1]
    row = {"start": start, "end": end, "text": text[start:end], "confidence": attribution.confidence}
    row["pieces"] = json.dumps(attribution.content)
    row["form"] = _form(text, attribution.content, verbatim)
    for name, spans in (("cue", attribution.cue), ("speaker", attribution.source)):
        known = bool(spans)
        row[name] = text_of(text, spans) if known else np.nan
        row[f"{name}_start"] = spans[0][0] if known else pd.NA
        row[f"{name}_end"] = spans[-1][1] if known else pd.NA
    row["cue_class"] = cue_class(row["cue"], row["text"], row["speaker"])
    return row


def _of_its_own(text: str, inner: Attribution, outer: tuple[Span, ...], verbatim: list[Span]) -> list[Span]:
    """What stands word for word inside what another says: “Karst called it ⟦‘a farce’⟧,” Oster said."""
    here = verbatim[bisect_left(verbatim, outer[0][:1]) : bisect_left(verbatim, outer[-1][1:])]
    told = [start for start, _ in (inner.cue or inner.source)[:1]]  # neither, where it was coded so by hand
    others = [span for span in here for start in told if span[0] <= start < span[1]]
    nested = [(a + 1 + q.start, a + 1 + q.end) for a, b in others for q in find_quotes(text[a + 1 : b - 1])]
    return sorted({*here, *nested}.difference(others))


def _form(text: str, content: tuple[Span, ...], verbatim: list[Span]) -> str:
    """Direct, mixed or indirect by the share of its letters in quotation marks, in a turn of an interview or a post."""
    letters = sum(len(_LETTER.findall(text[a:b])) for a, b in content)
    quoted = 0
    for a, b in content:
        at = a
        for i in range(max(bisect_right(verbatim, (a, a)) - 1, 0), bisect_left(verbatim, (b,))):
            c, d = verbatim[i]
            quoted += len(_LETTER.findall(text[max(at, c) : min(b, d)]))
            at = max(at, d)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.95 * letters else "mixed"


def _channel(text: str, sentences: list[_Sentence], attribution: Attribution) -> str | float:
    """The channel named in the sentence of the cue: "on his Telegram channel", "reporters"."""
    if not attribution.cue:
        return np.nan
    around = _sentence_at(sentences, attribution.cue[0][0])[:2]
    return channel_of(text, around, attribution.content, attribution.source) or np.nan


def _sentence_of(attribution: Attribution, sentences: list[_Sentence]) -> _Sentence:
    """The sentence in which the content begins."""
    return _sentence_at(sentences, attribution.content[0][0])


def _sentence_at(sentences: list[_Sentence], position: int) -> _Sentence:
    """The sentence that a character stands in."""
    return sentences[max(bisect_right(sentences, (position, np.inf)) - 1, 0)]


def said(statements: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Return for each statement the words that were said: its pieces joined, without a reporting clause between.

    Needs pieces; same index as `statements`.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    places = zip(statements["article_id"].tolist(), statements["pieces"].tolist(), strict=True)
    words = [" ".join(texts[article_id][a:b] for a, b in json.loads(pieces)) for article_id, pieces in places]
    return pd.Series(words, index=statements.index, dtype="str")
