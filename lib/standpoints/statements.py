"""Sentences → statements: who is reported to say what, by which word, through which channel."""

import json
import re
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from standpoints.quotes import find_quotes
from standpoints.reader import read as read_text
from standpoints.reading.attribution import Attribution, Span
from standpoints.reading.cues import cue_class
from standpoints.reading.typography import read_quotations
from standpoints.sentences import paragraphs

Read = Callable[[str], list[Attribution]]

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

_CHANNEL = re.compile(
    r"\b(?:on|via|in|to|at|during) (?:an? |his |her |its |their |the )?(?:[A-Z]?[\w-]+ ){0,3}?"
    r"(?:Telegram|Facebook|Twitter|X|YouTube|Instagram|TikTok|Truth Social|WhatsApp|social media|statement|interview|"
    r"(?:news|press) conference|briefing|speech|address|letter|video|television|radio|reporters|journalists|"
    r"parliament|newspaper|agency)\b(?: (?:channel|account|page|post|message)\b)?"
    r"|\b(?:reporters|journalists)\b"
)
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_LETTER = re.compile(r"\w")


def find_statements(articles: pd.DataFrame, sentences: pd.DataFrame, *, read: Read = read_text) -> pd.DataFrame:
    """Return one row for each thing that somebody is reported to say, in text order.

    Needs articles (article_id, text) and sentences (article_id, sentence_id, start, end, voice). Columns: those of
    DESIGN's `statements`; start, end hold the whole content, `pieces` its spans; actor, side and resolved_by are
    NaN until `resolve_actors`. What starts in boilerplate is left out. A statement inside a statement is a row
    whose `within` names the enclosing one.

    `read` turns a text into attributions: the trained reader, or `read_quotations` for typography alone.

    form is "direct" (all of it quoted), "mixed" (some of it), "indirect" (nothing).
    """
    rows: list[dict] = []
    of_article = dict(tuple(sentences.groupby("article_id", sort=False)))
    for article in articles.itertuples():
        if article.article_id in of_article:
            rows += _statements_of(article.article_id, article.text, of_article[article.article_id], read)
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _statements_of(article_id: str, text: str, sentences: pd.DataFrame, read: Read) -> list[dict]:
    quotes = [(s + q.start, s + q.end) for s, e in paragraphs(text) for q in find_quotes(text[s:e])]
    starts = sentences["start"].to_numpy()
    rows: list[dict] = []
    for attribution, inside in _nested(text, read):
        number = int(np.searchsorted(starts, attribution.content[0][0], side="right")) - 1
        sentence = sentences.iloc[max(number, 0)]
        if sentence["voice"] == "boilerplate":
            continue
        outer = None if inside is None else next(row for row in reversed(rows) if row["content"] == inside)
        row = _row(text, attribution, quotes)
        row |= {"article_id": article_id, "sentence_id": sentence["sentence_id"]}
        row |= {"statement_id": f"{article_id}.q{len(rows) + 1:03}"}
        row |= {"within": outer["statement_id"] if outer else np.nan, "content": attribution.content}
        row |= {"channel": _channel(text, sentence, attribution)}
        rows.append(row)
    return rows


def _nested(text: str, read: Read) -> Iterator[tuple[Attribution, tuple[Span, ...] | None]]:
    """Each attribution, followed by those inside its content with the content they stand in.

    He said Sundia had proposed a truce: he says; inside it, Sundia proposes. Inside a content only plain reporting
    counts: the trained reader also takes "if Sundia agrees to a truce" for Sundia's word.
    """
    usable = (a for a in read(text) if a.content)
    for attribution in sorted(usable, key=lambda a: a.content[0]):
        yield attribution, None
        for start, end in attribution.content:
            lead = re.match(r"(?:that|how)\s+", text[start:end])
            offset = start + (lead.end() if lead else 0)
            for inner in read_quotations(text[offset:end]):
                source = _text_of(text[offset:end], inner.source)
                if inner.cue and inner.source and source.casefold() not in _FIRST_PERSON and inner.content:
                    yield _moved(inner, offset), attribution.content


def _moved(attribution: Attribution, by: int) -> Attribution:
    content, cue, source = (tuple((a + by, b + by) for a, b in spans) for spans in attribution[:3])
    return Attribution(content, cue, source, attribution.confidence)


def _row(text: str, attribution: Attribution, quotes: list[Span]) -> dict:
    start, end = attribution.content[0][0], attribution.content[-1][1]
    row = {"start": start, "end": end, "text": text[start:end], "confidence": attribution.confidence}
    row["pieces"] = json.dumps(attribution.content)
    row["form"] = _form(text, attribution.content, quotes)
    for name, spans in (("cue", attribution.cue), ("speaker", attribution.source)):
        known = bool(spans)
        row[name] = _text_of(text, spans) if known else np.nan
        row[f"{name}_start"] = spans[0][0] if known else pd.NA
        row[f"{name}_end"] = spans[-1][1] if known else pd.NA
    row["cue_class"] = cue_class(row["cue"])
    return row


def _text_of(text: str, spans: tuple[Span, ...]) -> str:
    return text[spans[0][0] : spans[-1][1]] if spans else ""


def _form(text: str, content: tuple[Span, ...], quotes: list[Span]) -> str:
    """Direct, mixed or indirect by the share of its letters inside quotation marks."""
    letters = sum(len(_LETTER.findall(text[a:b])) for a, b in content)
    quoted = sum(
        len(_LETTER.findall(text[max(a, c) : min(b, d)])) for a, b in content for c, d in quotes if c < b and a < d
    )
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.95 * letters else "mixed"


def _channel(text: str, sentence: pd.Series, attribution: Attribution) -> str | float:
    """Where it was said, as written, from the words around the cue: "on his Telegram channel", "reporters"."""
    start, end = sentence["start"], sentence["end"]
    around = "".join(text[i] for i in range(start, end) if not any(a <= i < b for a, b in attribution.content))
    found = _CHANNEL.search(around) if attribution.cue else None
    return found.group() if found else np.nan


def said(statements: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Return for each statement the words that were said: its pieces joined, without a reporting clause between.

    Needs pieces; same index as `statements`.
    """
    texts = articles.set_index("article_id")["text"]
    return pd.Series(
        [" ".join(texts[row.article_id][a:b] for a, b in json.loads(row.pieces)) for row in statements.itertuples()],
        index=statements.index,
        dtype="str",
    )
