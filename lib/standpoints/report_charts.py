"""The charts of a report, question by question, each with the sentences behind it, and the places they lead to."""

import base64
import re
from html import escape
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from standpoints.behind import QUESTIONS, Chart
from standpoints.codebook import Codebook
from standpoints.comparing.labels import labelled
from standpoints.export import DPI, NOTHING
from standpoints.readable_tables import table_html
from standpoints.spreadsheet import as_written

GROUPS_SHOWN, SENTENCES_SHOWN, ROWS_SHOWN = 8, 6, 100
"""Of a chart's marks so many groups have their sentences in the report, so many each; rows of the table drawn."""
_INTERNAL = ["resampled_by", "flatters", "main", "task", "n_needed", "enough", "n_zero", "n_missing", "n_undated",
             "its_own", "marked", "period"]  # fmt: skip
_PLACES = ("voice", "tone", "positions", "accuracy")


class Part(NamedTuple):
    """A part of the report: what leads to it, its heading, its content and the charts in it (name, heading)."""

    name: str
    title: str
    content: str
    charts: tuple[tuple[str, str], ...] = ()


class Anchors:
    """Where in the report a statement or an article stands; only the articles that are shown are places to go to."""

    def __init__(self, study, most: int):
        shown = study.articles["article_id"].tolist()[:most]
        self.articles = {name: f"article-{number}" for number, name in enumerate(shown, start=1)}
        self.statements, self.spans, self.escaped = {}, {}, {}
        rows = study.statements[study.statements["article_id"].isin(shown)]
        columns = (rows[name].tolist() for name in ("article_id", "statement_id", "start", "end"))
        for number, (article, statement, start, end) in enumerate(zip(*columns, strict=True), start=1):
            self.statements[statement] = f"statement-{number}"
            self.escaped[escape(str(statement))] = f"statement-{number}"
            self.spans.setdefault(article, []).append((end - start, start, end, f"statement-{number}"))

    def link(self, row: dict) -> str | None:
        """The address of a row's statement; of a mention, of the statement that it stands in, else of its article."""
        place = self.statements.get(row.get("_statement_id", row.get("statement_id")))
        if place is None and (article := row.get("_article_id")) in self.articles:
            around = [span for span in self.spans.get(article, []) if span[1] <= row["_start"] < span[2]]
            place = min(around)[3] if around else self.articles[article]
        return place and f"#{place}"

    def marked(self, html: str) -> str:
        """The article's HTML with the first mark of each statement as a place to go to."""
        seen = set()

        def named(mark: re.Match) -> str:
            place = None if mark[1] in seen else self.escaped.get(mark[1])
            seen.add(mark[1])
            return f'<span id="{place}" title="{mark[1]}"' if place else mark[0]

        return re.sub(r'<span title="([^"]*)"', named, html)


def question_parts(study, paths: list[Path], anchors: Anchors, codebook: Codebook | None) -> list[Part]:
    """Return a part for each question of the notebooks, the last one being the accuracy; others before it."""
    own = {path.stem: path for path in paths}
    parts = []
    for place, (question, charts) in zip(_PLACES, QUESTIONS.items(), strict=True):
        shown = {name: chart for name, chart in charts.items() if name in own}
        figures = [_chart(own.pop(name), chart, study, anchors, codebook) for name, chart in shown.items()]
        empty = "" if place == "accuracy" else "<p>No chart was exported.</p>"
        headings = tuple((name, chart.heading) for name, chart in shown.items())
        parts.append(Part(place, question, "\n".join(figures) or empty, headings))
    if own:
        figures = "\n".join(_chart(path, Chart(name), study, anchors, codebook) for name, path in own.items())
        parts.insert(-1, Part("further", "Further charts", figures, tuple((name, name) for name in own)))
    return parts


def _chart(png: Path, chart: Chart, study, anchors: Anchors, codebook: Codebook | None) -> str:
    words, drawn = png.with_suffix(".txt"), png.with_suffix(".csv")
    if not words.is_file():
        raise ValueError(f"{png} has no alt text beside it ({words.name}); write the figure with `export`")
    alt = words.read_text(encoding="utf-8").strip()
    head = f"<h3>{escape(chart.heading)}</h3>\n"
    if alt.startswith(NOTHING):
        return f'{head}<p class="note" id="{escape(png.stem)}">{escape(alt)}</p>'
    image = png.read_bytes()
    width = int.from_bytes(image[16:20]) / DPI  # the PNG's header; all charts at one scale, so that letters are alike
    figure = (
        f'<figure id="{escape(png.stem)}">\n<img style="width:{width:.2f}in" alt="{escape(alt)}" '
        f'src="data:image/png;base64,{base64.b64encode(image).decode("ascii")}">\n'
        f"<figcaption>{escape(alt)}</figcaption>\n</figure>"
    )
    sentences = _sentences(chart, study, anchors, codebook) if chart.groups else ""
    return head + figure + sentences + (_drawn(drawn, codebook) if drawn.is_file() else "")


def _sentences(chart: Chart, study, anchors: Anchors, codebook: Codebook | None) -> str:
    groups = chart.groups(study)
    if not groups:
        return ""
    most = SENTENCES_SHOWN if len(groups) > 2 else 2 * SENTENCES_SHOWN
    named, parts = labelled(pd.DataFrame({"issue": [name for name, _ in groups]}), codebook=codebook)["issue"], []
    for name, (_, rows) in zip(named[:GROUPS_SHOWN], groups, strict=False):
        n = f"{most} of {len(rows):,}" if len(rows) > most else f"{len(rows):,}"
        parts.append(rows.head(most).assign(_group=f"{name}: {n}" if name else n))
    source = "statements" if "_statement_id" in parts[0] else "mentions"
    left = f", and of {len(groups) - GROUPS_SHOWN:,} more" if len(groups) > GROUPS_SHOWN else ""
    cut = left or any(len(rows) > most for _, rows in groups)
    note = f"<p class='note'>All of these{left} stand in tables/{source}.csv.</p>" if cut else ""
    table = table_html(labelled(pd.concat(parts), codebook=codebook), most=GROUPS_SHOWN * most, link=anchors.link)
    return f"\n<details><summary>The sentences behind it, {chart.order}</summary>\n{table}{note}</details>"


def _drawn(drawn: Path, codebook: Codebook | None) -> str:
    rows = as_written(pd.read_csv(drawn, keep_default_na=False, na_values=[""]))
    rows = labelled(rows.drop(columns=[name for name in _INTERNAL if name in rows]), codebook=codebook)
    table = table_html(rows, most=ROWS_SHOWN, elsewhere=f", all in figures/{escape(drawn.name)}")
    return f"\n<details><summary>The figures that it draws ({escape(drawn.name)})</summary>\n{table}</details>"
