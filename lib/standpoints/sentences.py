"""Articles → sentences: each sentence of the raw text by its characters, nothing rewritten."""

import re

import pandas as pd

from standpoints.boilerplate import is_boilerplate
from standpoints.quotes import find_quotes

COLUMNS = ["article_id", "sentence_id", "paragraph", "start", "end", "text", "voice", "actor", "side"]

_PIECE = 4_000  # characters given to the splitter at once; its cost grows faster than the text on odd input


def split_sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each sentence of `articles`, in text order.

    Needs article_id, text. Columns: article_id, sentence_id ("sample-article.s003"), paragraph (from 0), start,
    end (characters of `articles.text`), text (= `articles.text[start:end]`), voice ("boilerplate" for
    subscription lines and the like, else "reporter"), actor and side (NaN: nobody is known to speak yet).

    A quotation stays in one sentence, also one of several sentences: “We waited. Nobody came,” he said.

    Source: sentencex (Wikimedia, MIT), paragraph by paragraph.
    """
    rows = [row for article in articles.itertuples() for row in _sentences_of(article.article_id, article.text)]
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.astype({"paragraph": "int64", "start": "int64", "end": "int64", "actor": "str", "side": "str"})


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs of a text as character spans, without the white space around them.

    A line is a paragraph, unless the text is wrapped by hand: lines that mostly break off inside a sentence, with
    blank lines between the paragraphs.
    """
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    spans = [m.span() for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)] if _is_wrapped(text) else lines
    trimmed = [_trim(text, start, end) for start, end in spans]
    return [(start, end) for start, end in trimmed if start < end]


def _is_wrapped(text: str) -> bool:
    inner = re.findall(r"(\S)[ \t]*\n[ \t]*(?=(\S))", text)
    broken = sum(end not in '.!?:”"»’…)' for end, _ in inner)
    going_on = sum(begin.islower() for _, begin in inner)  # seldom behind a line that is a headline or a time
    return "\n\n" in text and len(inner) >= 3 and broken > 0.6 * len(inner) and going_on > 0.3 * len(inner)


def _sentences_of(article_id: str, text: str) -> list[tuple]:
    rows = []
    for number, (start, end) in enumerate(paragraphs(text)):
        if is_boilerplate(text[start:end]):
            voice, spans = "boilerplate", [(start, end)]
        else:
            voice, spans = "reporter", sentence_spans(text, start, end)
        for a, b in spans:
            sentence_id = f"{article_id}.s{len(rows) + 1:03}"
            rows.append((article_id, sentence_id, number, a, b, text[a:b], voice, float("nan"), float("nan")))
    return rows


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of the paragraph `text[start:end]` as character spans of the text."""
    from sentencex import get_sentence_boundaries

    paragraph = text[start:end]
    readable = _even_quotes(paragraph)
    spans = []
    for first, last in _pieces(readable):
        for boundary in get_sentence_boundaries("en", readable[first:last]):
            a, b = _trim(paragraph, first + boundary["start_index"], first + boundary["end_index"])
            if a < b:
                spans.append((start + a, start + b))
    return _marks_to_what_they_open(text, spans)


def _marks_to_what_they_open(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """“We wait,” said Oster. ⟦“⟧We hope. — the splitter leaves a mark that never closes with the sentence before."""
    moved = list(spans)
    for i, (start, end) in enumerate(spans[:-1]):
        if end - start > 2 and text[end - 1] in '“‘«„"' and text[end - 2].isspace():
            moved[i] = _trim(text, moved[i][0], end - 1)
            moved[i + 1] = (end - 1, spans[i + 1][1])
    return moved


def _even_quotes(paragraph: str) -> str:
    """Write each pair of marks as “…”, character for character: the splitter would run from the first mark of
    `"one” and "two”` to the third one."""
    characters = list(re.sub(r"[\ud800-\udfff]", "\ufffd", paragraph))  # lone surrogates, which the splitter refuses
    for quote in find_quotes(paragraph):
        if quote.closed and quote.end - quote.start > 3:
            characters[quote.start] = "“"
            characters[quote.end - 1] = "”"
    return "".join(characters)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut at white space so that no piece is longer than the splitter can take."""
    pieces, start = [], 0
    while len(text) - start > _PIECE:
        cut = text.rfind(" ", start + _PIECE // 2, start + _PIECE) + 1 or start + _PIECE
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, len(text))]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    span = text[start:end]
    return start + len(span) - len(span.lstrip()), end - len(span) + len(span.rstrip())
