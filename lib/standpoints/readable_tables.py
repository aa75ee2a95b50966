"""Tables to read: whole sentences, figures rounded, columns and codes in words. HTML without script or style sheet."""

import json
import re
from collections.abc import Callable
from html import escape

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.comparing.labels import labelled
from standpoints.toning.tones import instrument_name, signed

_HEADS = {
    "article_id": "article", "actor": "who", "actors": "who", "agree": "for or against", "congruent": "alike on",
    "conflicting": "contrary on", "cue": "reporting word", "cue_class": "kind of word",
    "evidence": "decided by the words", "high": "to", "how": "how it was decided", "its_own": "its own word",
    "last_date": "last day", "low": "interval from", "mean": "mean tone", "of": "counted",
    "other_n_statements": "statements of the other", "published": "date", "resolved_by": "recognised by",
    "score": "how sure (0 to 1)", "scored": "words that were scored", "share_together": "share together",
    "speaker": "as written", "speaker_actor": "who speaks", "speaker_side": "side that speaks", "stand": "stands",
    "target_side": "spoken of", "text": "what is said", "words_high": "to (words)", "words_low": "from (words)",
    "statements_low": "from (statements)", "statements_high": "to (statements)", "z": "z (1.96: beyond chance)",
}  # fmt: skip
_WIDE = {
    "text": 22,
    "sentence": 22,
    "scored": 22,
    "earlier_sentence": 18,
    "later_sentence": 18,
    "what": 16,
    "consequence": 16,
    "first_words": 16,
    "evidence": 12,
    "how": 14,
    "condition": 8,
}  # least width, in letters
_KINDS = {"names": "a phrase of the codebook", "bare": "a phrase of the codebook", "says": "a phrase of the codebook",
          "denies": "a phrase for its rejection"}  # fmt: skip
_SIGNS = {"for": "for it", "against": "against it", "not": "negated by"}
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?( 00:00:00)?")
_CELL = "text-align:left;vertical-align:top;padding:.3em .7em"
# JupyterLab would set what stands between two dollar signs as a formula: $5m for the river and $7m for the lock.
_NO_FORMULA = "tex2jax_ignore mathjax_ignore"


def readable(table: pd.DataFrame, *, most: int = 50, codebook: Codebook | None = None):
    """Return the table for a notebook to show to readers: the same rows and columns, in words.

    Sentences stand whole and wrapped, dates on one line; figures have two decimals, tones a sign; what is unknown is a
    dash. Issues and stances have the labels of the `codebook` (the project's own if none is given), `agree` says "for"
    or "against", `how` names the words that decided and not the codebook's pattern. Of more than `most` rows the first
    are shown, and it says so. It takes over the page's colours, light or dark. Nothing in a text acts as HTML.

    Compute with the table itself: this is its picture.
    """
    from IPython.display import HTML

    return HTML(table_html(labelled(table, codebook=codebook), most=most))


def table_html(table: pd.DataFrame, *, most: int = 50, empty: str = "No rows.", elsewhere: str = "",
               link: Callable[[dict], str | None] | None = None) -> str:  # fmt: skip
    """Return a table as HTML, in words (see `readable`). `elsewhere` tells where the rows after the first `most` are, a
    column `_group` names the rows from where it changes on, other columns that begin so are not shown;
    `link` gives the address of a row's place, to which an arrow in its first column leads."""
    if table.empty:
        return f"<p>{empty}</p>"
    columns = [column for column in table.columns if not str(column).startswith("_")]
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(head_of(column, columns))}</th>' for column in columns)
    lines, group = [], None
    for row in table.head(most).to_dict("records"):
        if row.get("_group") != group:
            group = row["_group"]
            lines.append(f'<tr><th colspan="{len(columns)}" style="{_CELL};padding-top:1em">{escape(group)}</th></tr>')
        address = link(row) if link else None
        cells = [_td(column, row[column], None if number else address) for number, column in enumerate(columns)]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    rows = "\n".join(lines)
    more = f"<p>The first {most:,} of {len(table):,}{elsewhere}.</p>" if len(table) > most else ""
    return (
        f'<div class="{_NO_FORMULA} wide" style="overflow-x:auto"><table style="border-collapse:collapse">\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>{more}"
    )


def head_of(column, beside: list = ()) -> str:
    """Return the name of a column for readers: "mean tone" for mean, "statements" for n_statements.

    `beside` are all columns of the table: where there is one of who speaks, the actor and side are who is spoken of.
    """
    column = str(column)
    if column in ("actor", "side") and {"speaker_actor", "speaker_side"} & set(beside):
        return "spoken of" if column == "actor" or "actor" not in beside else "side of whom is spoken of"
    if column in _HEADS:
        return _HEADS[column]
    if column.startswith("tone_"):
        return f"tone ({instrument_name(column.removeprefix('tone_'))})"
    if column.startswith("words_"):
        return f"words behind it ({instrument_name(column.removeprefix('words_'))})"
    return column.removeprefix("n_").replace("_", " ") or "n"


def cell_of(column, value) -> str:
    """Return a value as a reader sees it: "+0.25" of a tone, "for" of `agree`, "–" of what is unknown."""
    column = str(column)
    if not isinstance(value, (list, tuple)) and pd.isna(value):
        return "–"
    if isinstance(value, bool) or str(value) in ("True", "False"):
        yes = str(value) == "True"
        return ("for" if yes else "against") if column == "agree" else "yes" if yes else "no"
    if isinstance(value, float):
        return _figure(column, value)
    if isinstance(value, int):
        return f"{value:,}"
    text = str(value)
    if column in ("instrument", "instruments"):
        return ", ".join(map(instrument_name, text.split(", ")))
    if column.startswith("words_"):
        return _words(text)
    if column == "how":
        return how_in_words(text)
    return text.removesuffix(" 00:00:00") if _DATE.fullmatch(text) else text


def how_in_words(how: str) -> str:
    """Return how a position was decided, without the codebook's pattern.

    Before: names “(full|complete) .. {truce}”; for: agree, possible; not: not
    After:  a phrase of the codebook; for it: “agree”, “possible”; negated by: “not”
    """
    if like := re.fullmatch(r"like “(.*)” \((.*)\)(.*)", how, re.DOTALL):
        return f"means nearly the same as “{like[1]}” (likeness {like[2]}){like[3]}"
    if not (phrase := re.match(rf"({'|'.join(_KINDS)}) “.*?”(?=; (?:for|against|not): |$)", how, re.DOTALL)):
        return how
    told = [_KINDS[phrase[1]]]
    for part in filter(None, how[phrase.end() :].split("; ")):
        sign, _, words = part.partition(": ")
        told.append(f"{_SIGNS.get(sign, sign)}: " + ", ".join(f"“{word}”" for word in words.split(", ")))
    return "; ".join(told)


def _figure(column: str, value: float) -> str:
    if column.startswith("tone") or column == "mean":
        return signed(value)
    if value.is_integer() and (column == "n" or column.startswith("n_")):
        return f"{int(value):,}"
    text = f"{value:.2f}".replace("-", "−")
    return "0.00" if text == "−0.00" else text


def _words(text: str) -> str:
    try:
        return ", ".join(f"{word} {signed(change)}" for word, change in json.loads(text)) or "–"
    except (ValueError, TypeError):
        return text


def _td(column, value, address: str | None) -> str:
    text = escape(cell_of(column, value))
    style = _CELL
    if column in _WIDE and len(text) > 40:
        style += f";min-width:{_WIDE[column]}em;max-width:46em;white-space:normal"
    elif len(text) < 20:
        style += ";white-space:nowrap"  # a date, a figure, a name
    text = f"<bdi>{text}</bdi>" if column in _WIDE else text
    if address:
        text += f' <a href="{escape(address)}" aria-label="to its place in the article">↓</a>'
    return f'<td style="{style}">{text}</td>'
