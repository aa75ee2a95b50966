"""The report of a study: one HTML file that opens anywhere, without network, and can be sent by mail."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import pandas as pd

from standpoints.answers import answer_positions, answer_tone, answer_voice
from standpoints.codebook import Codebook
from standpoints.coding.amending import coded_by_hand
from standpoints.comparing.captions import caption
from standpoints.comparing.counting import several
from standpoints.comparing.labels import labelled
from standpoints.comparing.standing import stand_by_issue
from standpoints.comparing.tone import tone_by_side
from standpoints.comparing.voice import share_of_voice
from standpoints.project import REGISTRY, shown_path
from standpoints.readable_tables import table_html
from standpoints.report_charts import Anchors, Part, question_parts
from standpoints.report_lists import left_out, not_resolved, side_not_known, what_was_read
from standpoints.views import article_html

ARTICLES_SHOWN = 100
"""So many articles stand in the report in full; it says so where there are more."""
_ISSUES = 3  # so many of them are told in short
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
@media screen and (min-width: 64em) {{ /* a table that cannot be as narrow as the text goes beyond it on both sides */
.wide {{ width: min-content; min-width: 100%; max-width: 95vw; position: relative; left: 50%;
transform: translateX(-50%); }}
}}
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
    registry: str | Path = REGISTRY,
    source: str | Path | None = None,
    failed: Sequence[str] = (),
) -> Path:
    """Write the study and its figures as one HTML file, and return its path.

    `figures` is the folder that `export` wrote into, or a list of its PNG files; the alt text (`.txt`) and the table
    drawn (`.csv`) are taken from beside each. The charts of the project's notebooks stand under the notebooks'
    questions, each with the sentences behind it, others after them in the order given. The report opens with what was
    found in short; it ends with whose side is not known, the speakers nobody could name, what was left out, the
    articles with their statements marked, and the kit's own accuracy. Issues and stances have the labels of the
    `codebook`, sides the colours of the registry in the folder `registry`, the project's own if none is given. It names
    the `source` of the articles, and among what was left out what `failed`, one line each. Images are inside the file;
    it asks nothing of the network. The same study and figures give the same bytes.

    Raises ValueError for a figure without its alt text.
    """
    anchors = Anchors(study, ARTICLES_SHOWN)
    paths = sorted(Path(figures).glob("*.png")) if isinstance(figures, (str, Path)) else map(Path, figures)
    *questions, last = question_parts(study, list(paths), anchors, codebook)
    questions = [_with_stands(part, study, codebook) for part in questions]
    parts = [
        *questions, side_not_known(study, registry), not_resolved(study, anchors), left_out(study, failed),
        what_was_read(study),
        _articles(study, anchors, registry), *([last] if last.charts else []),
    ]  # fmt: skip
    sections = [_summary(study, codebook, source, failed), _contents(parts), *map(_section, parts)]
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


def _summary(study, codebook: Codebook | None, source: str | Path | None, failed: Sequence[str]) -> str:
    articles, statements = study.articles, study.statements
    outlets = articles["outlet"].dropna().nunique()
    n_resolved, n_coded = int(statements["actor"].notna().sum()), int(coded_by_hand(study).sum())
    coded = f" {several(n_coded, 'statement')} coded by hand." if n_coded else ""
    limit = " One outlet tells it all: this shows whom it quotes and how, not what the sides think." * (outlets <= 1)
    lacks = ' Not all could be made: <a href="#part-problems">what is missing</a>.' if failed else ""
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
        f"{several(len(statements), 'statement')}, {n_resolved:,} of them with a resolved speaker.{coded}{limit} "
        f"{_source(articles, source)}{lacks}</p>\n"
        f"{lines}\n</section>"
    )


def _source(articles: pd.DataFrame, source: str | Path | None) -> str:
    """Where the articles lie, and from when they are: "Read from my-articles; published 2025-03-04 to 2025-03-20."."""
    days, n_undated = sorted(set(articles["published"].dropna())), int(articles["published"].isna().sum())
    parts = [f"read from <code>{escape(shown_path(source))}</code>"] if source else []
    parts += [f"published {' to '.join(dict.fromkeys([days[0], days[-1]]))}"] if days else []
    parts += [f"{several(n_undated, 'article')} without a date"] if n_undated else []
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


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


def _articles(study, anchors: Anchors, registry: str | Path) -> Part:
    more = len(study.articles) - len(anchors.articles)
    note = f"<p>The first {len(anchors.articles)} of {len(study.articles)} articles; "
    note += "<code>sp.show_article</code> shows any.</p>"
    opened = " open" if len(anchors.articles) == 1 else ""
    titles = study.articles.set_index("article_id")["title"]
    views = [
        f'<details id="{place}"{opened}><summary>{escape(_called(name, titles[name]))}</summary>\n'
        f"{anchors.marked(article_html(study, name, registry=registry))}\n</details>"
        for name, place in anchors.articles.items()
    ]
    return Part(
        "articles", "The articles, with their statements marked", "\n".join([*([note] if more else []), *views])
    )


def _called(name: str, title) -> str:
    return name if pd.isna(title) else f"{title} ({name})"
