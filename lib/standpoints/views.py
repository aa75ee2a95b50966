"""An article with its speakers marked: HTML without script or network, readable without colour."""

import json
import re
from collections import Counter
from html import escape
from itertools import pairwise
from pathlib import Path

import pandas as pd

from standpoints.charting.drawing import side_style
from standpoints.comparing.counting import UNRESOLVED, who_speaks
from standpoints.formats.languages import ENGLISH

# A right-to-left override (U+202E) in an article, or in a title, ends where its element ends.
_ISOLATED = "unicode-bidi:isolate"
# JupyterLab would set what stands between two dollar signs as a formula: $5m for the river and $7m for the lock.
_NO_FORMULA = "tex2jax_ignore mathjax_ignore"


def show_article(study, article_id: str):
    """Return the article for a notebook to show, each statement marked with its speaker; see `article_html`."""
    from IPython.display import HTML

    return HTML(article_html(study, article_id))


def article_html(study, article_id: str, *, registry: str | Path | None = None) -> str:
    """Return an article as HTML: its whole text, each statement in its side's colour, its speaker named before it.

    The label is actor, side and cue, "[Joss Tavian · Norland · said]"; where nobody knows who speaks, the speaker as
    written: "[speaker not resolved: “the officials” · said]". A statement that goes on after a reporting clause is
    labelled "[… Joss Tavian]"; a statement inside another stands inside its mark. Without the labels the text is
    `articles.text`, to the character. Styles are inline and take over the page's colours, light or dark. Nothing in an
    article acts as HTML, and signs in it that turn the reading direction turn no label and no other text. Sides have
    the colours of the registry in the folder `registry`, the project's own if none is given.

    Raises ValueError for an `article_id` that is not in the study; the message names those that are.
    """
    known = study.articles["article_id"].tolist()
    if article_id not in known:
        raise ValueError(f"article_id={article_id!r} is not in this study; it has: {', '.join(map(str, known))}")
    article = study.articles[study.articles["article_id"] == article_id].iloc[0]
    here = study.statements[study.statements["article_id"] == article_id]
    sides = who_speaks(here, "side")
    styles = {side: _mark_style(side, registry) for side in sides}
    statements = here.assign(side=sides, style=sides.map(styles)).to_dict("records")
    title, outlet, published, language = (article.get(name) for name in ("title", "outlet", "published", "language"))
    parts = [escape(str(value)) for value in (outlet, published) if pd.notna(value)]
    source = ", ".join(f'<span style="{_ISOLATED}">{part}</span>' for part in parts)
    return (
        f'<article class="{_NO_FORMULA}" style="max-width:46em;line-height:1.8">\n'
        f"<h3>{escape(str(title if pd.notna(title) else article_id))}</h3>\n"
        f"<p><em>{source}</em></p>\n<p>{_legend(statements, language)}</p>\n"
        f'<div class="text"><p>{_marked(article["text"], statements)}</p></div>\n</article>'
    )


def _legend(statements: list[dict], language) -> str:
    if pd.notna(language) and language != ENGLISH:
        return f"This article is not in English ({escape(str(language))}) and was not analysed."
    if not statements:
        return "No statement was found in this article."
    counted = Counter((statement["side"], statement["style"]) for statement in statements)
    return "Statements: " + ", ".join(
        f'<span style="{style}">{escape(side)}</span> {n}' for (side, style), n in counted.most_common()
    )


def _marked(text: str, statements: list[dict]) -> str:
    """The text with its marks. One that crosses another, or a line end, is closed there and opened again."""
    pieces = _pieces(statements)
    breaks = [match.span() for match in re.finditer(r"\s*\n\s*", text)]
    edges = sorted({0, len(text), *(edge for start, end, *_ in [*breaks, *pieces] for edge in (start, end))})
    ends_line = dict(breaks)
    html, now_open, labelled, line_end = [], [], set(), 0
    coming, inside = sorted(range(len(pieces)), key=lambda i: pieces[i][0], reverse=True), []
    for start, end in pairwise(edges):
        while coming and pieces[coming[-1]][0] <= start:
            inside.append(coming.pop())
        inside = sorted(i for i in inside if end <= pieces[i][1])
        line_end = max(line_end, ends_line.get(start, 0))
        in_break = start < line_end
        here = [] if in_break else [pieces[i] for i in inside]
        kept = next((i for i, (a, b) in enumerate(zip(now_open, here, strict=False)) if a is not b),
                    min(len(now_open), len(here)))  # fmt: skip
        html += ["</span>"] * (len(now_open) - kept)
        for piece in here[kept:]:
            html.append(_opening(piece, again=id(piece) in labelled))
            labelled.add(id(piece))
        html.append(f"</p>{text[start:end]}<p>" if in_break else escape(text[start:end]))
        now_open = here
    return "".join([*html, *["</span>"] * len(now_open)])


def _pieces(statements: list[dict]) -> list[tuple[int, int, dict, bool]]:
    """(start, end, statement, is it the first piece), outer statements before those inside them."""
    outer = {statement["statement_id"]: statement["within"] for statement in statements}

    def depth(statement_id, seen=()) -> int:
        inside = outer.get(statement_id)
        return 0 if inside not in outer or inside in seen else 1 + depth(inside, (*seen, statement_id))

    found = []
    for statement in statements:
        spans = json.loads(statement["pieces"]) or [[statement["start"], statement["end"]]]
        for i, (start, end) in enumerate(sorted(spans)):
            order = (depth(statement["statement_id"]), start, -end, statement["statement_id"])
            found.append((order, (start, end, statement, i == 0)))
    return [piece for _, piece in sorted(found, key=lambda pair: pair[0])]


def _opening(piece: tuple, *, again: bool) -> str:
    _, _, statement, first = piece  # no <mark>: it is black, and JupyterLab takes "color:inherit" from what it stored
    mark = f'<span title="{escape(str(statement["statement_id"]))}" style="{statement["style"]}">'
    if again:
        return mark
    label = _label(statement) if first else f"… {_name(statement)}"
    style = f"font-variant:small-caps;font-weight:bold;user-select:none;{_ISOLATED}"
    return f'{mark}<small class="who" style="{style}">[{escape(label)}] </small>'


def _label(statement: dict) -> str:
    name, side = _name(statement), statement["side"]
    side = "" if side in (name, UNRESOLVED) else side
    cue = statement["cue"] if pd.notna(statement["cue"]) else ""
    return " · ".join(part for part in (name, side, cue) if part)


def _name(statement: dict) -> str:
    if pd.notna(statement["actor"]):
        return statement["actor"]
    return f"{UNRESOLVED}: “{statement['speaker']}”" if pd.notna(statement["speaker"]) else UNRESOLVED


def _mark_style(side: str, registry: str | Path | None) -> str:
    colour, _ = side_style(side, registry)
    line = "dashed" if side_style(None)[0] == colour else "solid"
    return f"background-color:{colour}29;border-bottom:2px {line} {colour};padding:.05em .15em;{_ISOLATED}"
