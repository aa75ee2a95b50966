"""The report of a study: one HTML file that opens anywhere, without network, and can be sent by mail."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

import pandas as pd

from standpoints.answers import answer_positions, answer_tone, answer_voice
from standpoints.codebook import Codebook
from standpoints.coding.amending import coded_by_hand
from standpoints.comparing.captions import caption
from standpoints.comparing.counting import NO_SIDE, several
from standpoints.comparing.labels import labelled
from standpoints.comparing.standing import stand_by_issue
from standpoints.comparing.tone import tone_by_side
from standpoints.comparing.voice import share_of_voice
from standpoints.readable_tables import table_html
from standpoints.registry import Registry
from standpoints.report_charts import Anchors, Part, question_parts
from standpoints.unlisted import unlisted_actors
from standpoints.views import article_html

ARTICLES_SHOWN = 100
"""So many articles stand in the report in full; it says so where there are more."""
ROWS_SHOWN = 100
"""So many rows of a list stand in the report; it says where the others are."""

_ISSUES = 3  # so many of them are told in short
_SHORT = 20  # so many rows of a list are seen at once
_RANKED = "; sp.unlisted_actors(study) lists all"
_TITLE = "Who says what, in which tone, and where do the sides stand?"
_HEAD = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>{_TITLE}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }}
h1 {{ line-height: 1.2; }}
h2 {{ margin-top: 2.5em; border-top: 1px solid #8886; padding-top: .8em; }}
h3 {{ margin-top: 2em; }}
h4 {{ margin: 1.2em 0 .3em; }}
nav li {{ margin: .2em 0; }}
figure {{ margin: 1em 0; }}
figure img {{ max-width: 100%; background: white; }}
figcaption, .note {{ font-size: .9em; opacity: .85; }}
table {{ font-size: .85em; margin: .5em 0 1em; }}
th, td {{ border-bottom: 1px solid #8886; }}
td a {{ text-decoration: none; padding: 0 .3em; }}
summary {{ cursor: pointer; margin: .5em 0; }}
code {{ overflow-wrap: anywhere; }}
mark:target {{ outline: 3px solid; }}
@media print {{
:root {{ color-scheme: light; }}
body {{ font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }}
details::details-content {{ content-visibility: visible; display: block; height: auto; }}
summary {{ list-style: none; font-weight: bold; }}
h1, h2, h3, h4, summary {{ break-after: avoid; }}
figure, tr, nav li {{ break-inside: avoid; }}
figure img {{ max-height: 21cm; object-fit: contain; object-position: left; }}
p {{ orphans: 3; widows: 3; }}
.wide {{ overflow: visible !important; }}
table {{ font-size: .75em; }}
td, th {{ min-width: 0 !important; overflow-wrap: break-word; padding: .2em .5em !important; }}
a {{ color: inherit; text-decoration: none; }}
td a {{ display: none; }}
}}
</style>
</head>
"""


def write_report(
    study,
    figures: str | Path | Iterable[str | Path],
    file: str | Path,
    *,
    codebook: Codebook | None = None,
    registry: Registry | None = None,
) -> Path:
    """Write the study and its figures as one HTML file, and return its path.

    `figures` is the folder that `export` wrote into, or a list of its PNG files; the alt text (`.txt`) and the table
    drawn (`.csv`) are taken from beside each. The charts of the project's notebooks stand under the notebooks'
    questions, each with the sentences behind it, others after them in the order given. The report opens with what was
    found in short; it ends with whose side is not known, the speakers nobody could name, what was left out, the
    articles with their statements marked, and the kit's own accuracy. Issues and stances have the labels of the
    `codebook`; the side is not known of whom the `registry` does not hold: the project's own, if none is given. Images
    are inside the file; it asks nothing of the network. The same study and figures give the same bytes.

    Raises ValueError for a figure without its alt text.
    """
    anchors = Anchors(study, ARTICLES_SHOWN)
    paths = sorted(Path(figures).glob("*.png")) if isinstance(figures, (str, Path)) else map(Path, figures)
    *questions, last = question_parts(study, list(paths), anchors, codebook)
    questions = [_with_stands(part, study, codebook) for part in questions]
    parts = [
        *questions, _unlisted(study, registry), _unresolved(study, anchors), _doubtful(study), _read(study),
        _articles(study, anchors), *([last] if last.charts else []),
    ]  # fmt: skip
    sections = [_summary(study, codebook), _contents(parts), *map(_section, parts)]
    file = Path(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    body = "\n".join(sections)
    file.write_text(f"{_HEAD}<body>\n<h1>{_TITLE}</h1>\n{body}\n</body>\n</html>\n", encoding="utf-8")
    return file


def _section(part: Part) -> str:
    return f'<section>\n<h2 id="part-{part.name}">{escape(part.title)}</h2>\n{part.content}\n</section>'


def _contents(parts: list[Part]) -> str:
    lines = []
    for part in parts:
        charts = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, title in part.charts)
        charts = f"<ul>{charts}</ul>" if charts else ""
        lines.append(f'<li><a href="#part-{part.name}">{escape(part.title)}</a>{charts}</li>')
    return "<nav>\n<h2>Contents</h2>\n<ul>\n" + "\n".join(lines) + "\n</ul>\n</nav>"


def _summary(study, codebook: Codebook | None) -> str:
    articles, statements = study.articles, study.statements
    outlets = articles["outlet"].dropna().nunique()
    n_resolved, n_coded = int(statements["actor"].notna().sum()), int(coded_by_hand(study).sum())
    coded = f" {several(n_coded, 'statement')} coded by hand." if n_coded else ""
    limit = " One outlet tells it all: this shows whom it quotes and how, not what the sides think." * (outlets <= 1)
    told = [
        ("Whose words", answer_voice(share_of_voice(statements))),
        ("Tone", answer_tone(tone_by_side(statements))),
        ("Positions", answer_positions(stand_by_issue(study, codebook=codebook), codebook=codebook)),
    ]
    lines = "\n".join(
        f"<p><strong>{head}.</strong> " + "</p>\n<p>".join(_shortened(escape(answer.data).split("\n\n"))) + "</p>"
        for head, answer in told
    )
    return (
        f"<section>\n<h2>In short</h2>\n<p>{several(len(articles), 'article')} from "
        f"{several(outlets, 'known outlet')}, {several(len(study.sentences), 'sentence')}, "
        f"{several(len(statements), 'statement')}, {n_resolved:,} of them with a resolved speaker.{coded}{limit}</p>\n"
        f"{lines}\n</section>"
    )


def _shortened(paragraphs: list[str]) -> list[str]:
    """The first paragraphs and the last; how many are between, and where."""
    between = len(paragraphs) - _ISSUES - 1
    if between < 2:
        return paragraphs
    more = f'{between} more issues on which two sides or more were heard <a href="#part-positions">stand below</a>.'
    return [*paragraphs[:_ISSUES], more, paragraphs[-1]]


def _with_stands(part: Part, study, codebook: Codebook | None) -> Part:
    """Under the question of positions, where the sides stand in words, whether or not a chart shows it."""
    return part._replace(content=part.content + _standing(study, codebook)) if part.name == "positions" else part


def _standing(study, codebook: Codebook | None) -> str:
    stands = stand_by_issue(study, codebook=codebook)
    if stands.empty:
        return "<h3>The same in words</h3>\n<p>No statement takes a position of the codebook.</p>"
    sides, issues = (list(dict.fromkeys(stands[column])) for column in ("side", "issue"))
    grid = stands.pivot(index="issue", columns="side", values="stand").loc[issues, sides].reset_index()
    return (
        f"<h3>The same in words</h3>\n{table_html(labelled(grid, codebook=codebook))}\n<p class='note'>"
        f"{escape(caption(study, 'positions'))} "
        "In brackets: statements. “No statement found” is silence in what was read, not neutrality.</p>"
    )


def _unlisted(study, registry: Registry | None) -> Part:
    """Who speaks and has no side: a chart of sides can only say “side not known”."""
    rows = unlisted_actors(study, registry=registry)
    rows = rows[rows["n_statements"] > 0]
    told = "<p>Every speaker with a name is in the registry.</p>"
    if len(rows):
        n, words = int(rows["n_statements"].sum()), int(rows["n_words"].sum())
        told = (
            f"<p>{several(n, 'statement')} ({several(words, 'word')}) of {several(len(rows), 'speaker')} whom the "
            f"registry does not hold: the charts show them as “{NO_SIDE}”, and no side is given their words. To give "
            "somebody a side, add a line to <code>data/registry/actors.csv</code>, such as "
            f"<code>{escape(_line(rows.iloc[0]))}</code> (actor, side, kind, aliases, pronouns), and run again.</p>\n"
            + _list(rows[["actor", "n_statements", "n_words", "introduced_as"]], elsewhere=_RANKED)
        )
    return Part("side-not-known", "Whose side is not known", told)


def _line(row: pd.Series) -> str:
    name = f'"{row["actor"]}"' if "," in row["actor"] else row["actor"]
    return f"{name},SIDE,{'KIND' if pd.isna(row['kind']) else row['kind']},,"


def _unresolved(study, anchors: Anchors) -> Part:
    """Statements of unknown speakers, those first whose words (“the officials”) stand for most statements."""
    rows = study.statements[study.statements["actor"].isna()]
    hanging = rows.groupby("speaker")["speaker"].transform("size").fillna(0)
    order = ["hanging", "speaker", "statement_id"]
    rows = rows.assign(hanging=hanging).sort_values(order, ascending=[False, True, True])
    rows = rows[["text", "speaker", "cue", "statement_id"]].rename(columns={"statement_id": "_statement_id"})
    return Part("not-resolved", "Speakers not resolved", (
        f"<p>{several(len(rows), 'statement')} of {len(study.statements):,}: nobody could tell who speaks. Who it is "
        "can be said in <code>data/corrections.csv</code>.</p>\n"
        + _list(rows, elsewhere=", all in tables/statements.csv", empty="None.", link=anchors.link)
    ))  # fmt: skip


def _doubtful(study) -> Part:
    table = _list(study.problems, elsewhere=", all in tables/problems.csv", empty="Nothing.")
    return Part("problems", "What was left out or is doubtful", table)


def _read(study) -> Part:
    articles = study.articles
    columns = [c for c in ("title", "outlet", "published", "n_words", "article_id") if c in articles]
    table = _list(articles[columns], elsewhere=", all in tables/articles.csv")
    return Part("read", "What was read", table)


def _articles(study, anchors: Anchors) -> Part:
    more = len(study.articles) - len(anchors.articles)
    note = f"<p>The first {len(anchors.articles)} of {len(study.articles)} articles; "
    note += "<code>sp.show_article</code> shows any.</p>"
    opened = " open" if len(anchors.articles) == 1 else ""
    titles = study.articles.set_index("article_id")["title"]
    views = [
        f'<details id="{place}"{opened}><summary>{escape(_called(name, titles[name]))}</summary>\n'
        f"{anchors.marked(article_html(study, name))}\n</details>"
        for name, place in anchors.articles.items()
    ]
    return Part(
        "articles", "The articles, with their statements marked", "\n".join([*([note] if more else []), *views])
    )


def _called(name: str, title) -> str:
    return name if pd.isna(title) else f"{title} ({name})"


def _list(rows: pd.DataFrame, **options) -> str:
    """The table; a long one is folded."""
    table = table_html(rows, most=ROWS_SHOWN, **options)
    return f"<details><summary>The list ({len(rows):,})</summary>\n{table}</details>" if len(rows) > _SHORT else table
