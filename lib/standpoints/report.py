"""The report of a study: one HTML file that opens anywhere, without network, and can be sent by mail."""

import base64
from collections.abc import Iterable
from html import escape
from pathlib import Path

import pandas as pd

from standpoints.comparing.captions import caption
from standpoints.comparing.standing import stand_by_issue
from standpoints.export import DPI
from standpoints.views import article_html

ARTICLES_SHOWN = 100
"""So many articles stand in the report in full; it says so where there are more."""

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
figure {{ margin: 2em 0; }}
figure img {{ max-width: 100%; background: white; }}
figcaption, .note {{ font-size: .9em; opacity: .85; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; font-size: .85em; margin: 1em 0; }}
th, td {{ text-align: left; vertical-align: top; padding: .3em .7em; border-bottom: 1px solid #8886; }}
summary {{ cursor: pointer; margin: .5em 0; }}
@media print {{ details > * {{ display: block; }} figure, tr {{ break-inside: avoid; }} }}
</style>
</head>
"""


def write_report(study, figures: str | Path | Iterable[str | Path], file: str | Path) -> Path:
    """Write the study and its figures as one HTML file, and return its path.

    `figures` is the folder that `export` wrote into, or a list of its PNG files, in the order to show them; the alt
    text (`.txt`) and the table drawn (`.csv`) are taken from beside each. The report holds what was read and what
    was left out, the charts, where the sides stand, the speakers nobody could name, and the articles with their
    statements marked. Images are inside the file; it asks nothing of the network. The same study and figures give
    the same bytes.

    Raises ValueError for a figure without its alt text.
    """
    sections = [_read(study), _charts(figures), _standing(study), _unresolved(study), _articles(study)]
    body = "\n".join(f"<section>\n{section}\n</section>" for section in sections)
    file = Path(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{_HEAD}<body>\n<h1>{_TITLE}</h1>\n{body}\n</body>\n</html>\n", encoding="utf-8")
    return file


def _read(study) -> str:
    articles, statements = study.articles, study.statements
    outlets = articles["outlet"].dropna().nunique()
    n_resolved = int(statements["actor"].notna().sum())
    limit = ""
    if outlets <= 1:
        limit = " One outlet tells it all: this shows whom it quotes and how, not what the sides think."
    columns = [c for c in ("article_id", "title", "outlet", "published", "n_words") if c in articles]
    return (
        f"<h2>What was read</h2>\n<p>{_several(len(articles), 'article')} from {_several(outlets, 'known outlet')}, "
        f"{_several(len(study.sentences), 'sentence')}, {_several(len(statements), 'statement')}, "
        f"{n_resolved:,} of them with a resolved speaker.{limit}</p>\n{_table(articles[columns])}\n"
        f"<h3>What was left out or is doubtful</h3>\n{_table(study.problems, empty='Nothing.')}"
    )


def _charts(figures) -> str:
    paths = sorted(Path(figures).glob("*.png")) if isinstance(figures, (str, Path)) else map(Path, figures)
    return "<h2>Charts</h2>\n" + ("\n".join(_figure(path) for path in paths) or "<p>No chart was exported.</p>")


def _figure(png: Path) -> str:
    words, drawn = png.with_suffix(".txt"), png.with_suffix(".csv")
    if not words.is_file():
        raise ValueError(f"{png} has no alt text beside it ({words.name}); write the figure with `export`")
    alt = escape(words.read_text(encoding="utf-8").strip())
    image = png.read_bytes()
    width = int.from_bytes(image[16:20]) / DPI  # the PNG's header; all charts at one scale, so that letters are alike
    table = ""
    if drawn.is_file():
        rows = pd.read_csv(drawn, dtype=str, keep_default_na=False)
        table = f"\n<details><summary>The table it was drawn from ({drawn.name})</summary>{_table(rows)}</details>"
    return (
        f'<figure id="{escape(png.stem)}">\n<img style="width:{width:.2f}in" alt="{alt}" '
        f'src="data:image/png;base64,{base64.b64encode(image).decode("ascii")}">\n'
        f"<figcaption>{alt}</figcaption>{table}\n</figure>"
    )


def _standing(study) -> str:
    stands = stand_by_issue(study)
    if stands.empty:
        return "<h2>Where the sides stand</h2>\n<p>No statement takes a position of the codebook.</p>"
    sides, issues = (list(dict.fromkeys(stands[column])) for column in ("side", "issue"))
    grid = stands.pivot(index="issue", columns="side", values="stand").loc[issues, sides].reset_index()
    return (
        f"<h2>Where the sides stand</h2>\n{_table(grid)}\n<p class='note'>{escape(caption(study, 'positions'))} "
        "In brackets: statements. “No statement found” is silence in what was read, not neutrality.</p>"
    )


def _unresolved(study) -> str:
    """Statements of unknown speakers, those first whose words (“the officials”) stand for most statements."""
    rows = study.statements[study.statements["actor"].isna()]
    hanging = rows.groupby("speaker")["speaker"].transform("size").fillna(0)
    order = ["hanging", "speaker", "statement_id"]
    rows = rows.assign(hanging=hanging).sort_values(order, ascending=[False, True, True])
    return (
        f"<h2>Speakers not resolved</h2>\n<p>{_several(len(rows), 'statement')} of {len(study.statements):,}. A name "
        "that is missing in <code>data/registry/actors.csv</code> can be added there.</p>\n"
        + _table(rows[["speaker", "cue", "text", "statement_id"]], empty="None.")
    )


def _articles(study) -> str:
    shown = study.articles["article_id"].tolist()[:ARTICLES_SHOWN]
    more = len(study.articles) - len(shown)
    note = f"<p>The first {len(shown)} of {len(study.articles)} articles; <code>sp.show_article</code> shows any.</p>"
    opened = " open" if len(shown) == 1 else ""
    views = [
        f"<details{opened}><summary>{escape(name)}</summary>\n{article_html(study, name)}\n</details>" for name in shown
    ]
    return "\n".join(["<h2>The articles, with their statements marked</h2>", *([note] if more else []), *views])


def _several(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'s' * (n != 1)}"


def _table(rows: pd.DataFrame, *, empty: str = "No rows.") -> str:
    if rows.empty:
        return f"<p>{empty}</p>"
    head = "".join(f"<th>{escape(str(column))}</th>" for column in rows.columns)
    lines = [
        "<tr>" + "".join(f"<td>{'–' if pd.isna(value) else escape(str(value))}</td>" for value in row) + "</tr>"
        for row in rows.itertuples(index=False)
    ]
    return f"<div class='wide'><table>\n<tr>{head}</tr>\n" + "\n".join(lines) + "\n</table></div>"
