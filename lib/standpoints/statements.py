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
from standpoints.reading.attribution import Attribution, Span, text_of
from standpoints.reading.channels import channel_of
from standpoints.reading.cues import cue_class
from standpoints.reading.inside import said_inside
from standpoints.reading.page import Page, read_page, set_on_page

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

    He said Sundia had proposed a truce: he says; inside it, Sundia proposes.
    """
    for attribution in set_on_page(page, read(page.text)):
        yield attribution, None
        for inner in said_inside(page.text, attribution):
            yield inner, attribution.content


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
