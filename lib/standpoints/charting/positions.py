"""The charts of positions: where the sides stand, and how far two of them agree.

Each draws one table on one matplotlib Axes, and computes nothing. Options as in `voice.py`.

    >>> sp.chart_positions(sp.position_matrix(study), title="Where do they stand?", note=sp.caption(study, "positions"))
"""

import textwrap

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from standpoints.charting.drawing import (
    NEUTRAL,
    REPORTED,
    REPORTED_KEY,
    in_house_style,
    in_words,
    key,
    largest,
    noted,
    nothing,
    short,
    side_style,
)
from standpoints.codebook import Codebook
from standpoints.comparing.common_ground import AGAINST, APART, DIVIDED, PARTLY, SILENT, TOGETHER
from standpoints.comparing.counting import LEADING_SIDES, several
from standpoints.comparing.labels import labelled
from standpoints.comparing.standing import NOT_FOUND, OTHER_STANCE
from standpoints.comparing.taken import NO_POSITION

_FEW_SIDES = 6  # so many columns are drawn whether or not the side took a position
_LINE = 0.31  # height of a line of a grid, in inches
_BAR = (-0.42, -0.14)  # where in a cell's width 0 % and 100 % agreement lie; its numbers stand to the right
_MARKS = {TOGETHER: ("o", "full"), AGAINST: ("X", "full"), PARTLY: ("o", "left"), DIVIDED: ("d", "none"),
          APART: ("_", "full")}  # fmt: skip
_SILENT_MARKS = {OTHER_STANCE: {"marker": ".", "markersize": 4},
                 NO_POSITION: {"marker": "o", "markersize": 7, "fillstyle": "none"}}  # fmt: skip
_INK = "#333333"
STANDS = {"agrees": ("o", "full"), "rejects": ("X", "full"), "divided": ("o", "left")}


@in_house_style
def chart_positions(
    table: pd.DataFrame,
    *,
    codebook: Codebook | None = None,
    ax: Axes | None = None,
    title: str = "",
    note: str = "",
) -> Axes:
    """Draw where the sides stand: rows of `position_matrix` as a grid, stances (by issue) against sides.

    In a cell the mark stands at the share that agrees, from none at its left to all at its right, on its 95 %
    interval; a disc agrees, a cross rejects, a half disc is divided. Beside it the number of statements ("3 : 1" for
    and against); "if" counts those under a condition, a star says that some or all are only another side's report.
    Silence has three looks: a hatched cell is silence on the whole issue, a ring says that the side spoke of the issue
    and took no position, a dot that it took another stance. Of many sides, those that took no position are only named
    in the note, and with them the stances that nobody takes who is drawn. Issues and stances have the labels of the
    `codebook`, the project's own if none is given.
    """
    if table.empty:
        return nothing(ax, "no statement takes a position of the codebook", note)
    table, silent = _speaking(labelled(table, codebook=codebook))
    table, remark = largest(table, "side", "n_statements", most=8, what="position")
    table, other = largest(table, "stance", "n_statements", most=30, what="position")
    table, untaken = _taken(table)
    sides, lines = list(dict.fromkeys(table["side"])), []  # an issue's name, then its stances
    for issue, stances in table.groupby("issue", sort=False)["stance"]:
        lines += [(issue, None), *((issue, stance) for stance in dict.fromkeys(stances))]
    ax = ax or plt.subplots(figsize=(1.8 * len(sides), _LINE * len(lines) + 0.2))[1]
    cells = table.set_index(["side", "issue", "stance"]).to_dict("index")
    for y, (issue, stance) in enumerate(lines):
        for x, side in enumerate(sides):
            if stance is not None:
                _draw_cell(ax, x, y, cells[side, issue, stance], side_style(side)[0])
    _grid(ax, [textwrap.fill(side, 13) for side in sides], [short(stance or issue, 34) for issue, stance in lines])
    for tick, (_, stance) in zip(ax.get_yticklabels(), lines, strict=True):
        tick.set_fontweight("bold" if stance is None else "normal")
    depth = _legend(ax, _position_keys(), len(lines))
    return noted(ax, note, remark, silent, other, untaken, below=depth)


@in_house_style
def chart_agreement(
    table: pd.DataFrame,
    *,
    codebook: Codebook | None = None,
    ax: Axes | None = None,
    title: str = "",
    note: str = "",
) -> Axes:
    """Draw how far sides stand together: rows of `agreement_by_issue` as a grid, issues against pairs of sides.

    A disc says together, a cross against each other, a half disc partly together; an empty diamond that one of the two
    is divided, a dash that they were heard on different stances. "3 · 2" are the statements of the first and of the
    second side; a hatched cell says that one of the two or both were not heard. Pairs that were heard on no issue
    together are left out, and the note says how many. Issues have the labels of the `codebook`, the
    project's own if none is given.
    """
    if table.empty:
        return nothing(ax, "no two sides took a position", note)
    n = table["n_statements"] + table["other_n_statements"]
    table = labelled(table, codebook=codebook)
    table = table.assign(pair=table["side"] + " – " + table["other"], statements=n)
    table, apart = _heard_together(table)
    if table.empty:
        return nothing(ax, "no two sides took a position on the same issue", note)
    table, remark = largest(table, "pair", "statements", most=15)
    table, other = largest(table, "issue", "statements", most=9)
    pairs, issues = list(dict.fromkeys(table["pair"])), list(dict.fromkeys(table["issue"]))
    ax = ax or plt.subplots(figsize=(1.3 * len(issues), _LINE * len(pairs) + 0.2))[1]
    for row in table.to_dict("records"):
        x, y, silent = issues.index(row["issue"]), pairs.index(row["pair"]), row["relation"] == SILENT
        _ground(ax, x, y, hatched=silent)
        if not silent:
            marker, fill = _MARKS[row["relation"]]
            ax.plot(x - 0.26, y, marker=marker, fillstyle=fill, markersize=9, color=_INK, markerfacecoloralt="white")
            ax.annotate(f"{row['n_statements']} · {row['other_n_statements']}", (x - 0.26, y), xytext=(9, 0),
                        textcoords="offset points", va="center", fontsize=8.5)  # fmt: skip
    _grid(
        ax, [textwrap.fill(issue, 12, break_long_words=False) for issue in issues], [short(pair, 44) for pair in pairs]
    )
    keys = [key(marker, relation, fillstyle=fill) for relation, (marker, fill) in _MARKS.items()]
    keys += [_hatched(SILENT), in_words("3 · 2: statements of the first, of the second")]
    depth = _legend(ax, keys, len(pairs))
    return noted(ax, note, apart, remark, other, below=depth)


def _speaking(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Of more sides than fit well, those that took a position, and a remark that names the others."""
    sizes = table.groupby("side", sort=False)["n_statements"].sum()
    silent = sizes.index[(sizes == 0) & ~sizes.index.isin(LEADING_SIDES)]
    if len(sizes) <= _FEW_SIDES or silent.empty:
        return table, ""
    return table[~table["side"].isin(silent)], f"Heard, without a position: {_listed(silent)}."


def _taken(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The stances that a side of the table takes, and a remark that names the others."""
    n = table.groupby("stance", sort=False)["n_statements"].sum()
    nobody = n.index[n == 0]
    remark = f"Taken only by sides that are not drawn: {_listed(nobody)}." if len(nobody) else ""
    return table[~table["stance"].isin(nobody)], remark


def _listed(names: pd.Index, most: int = 12) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _heard_together(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The pairs that were both heard on one issue at least, and a remark on the others: a row of hatching says less."""
    heard = (table["relation"] != SILENT).groupby(table["pair"]).transform("any")
    n = table.loc[~heard, "pair"].nunique()
    remark = f"Left out: {several(n, 'pair')} of sides that were not both heard on any issue." if n else ""
    return table[heard], remark


def _draw_cell(ax: Axes, x: int, y: int, cell: dict, colour: str) -> None:
    state = cell["state"]
    _ground(ax, x, y, hatched=state == NOT_FOUND)
    if state in _SILENT_MARKS:
        ax.plot(x + sum(_BAR) / 2, y, color=NEUTRAL, **_SILENT_MARKS[state])
    if state not in STANDS:
        return
    none, all_of_it = (x + end for end in _BAR)
    low, high, share = (none + cell[name] * (all_of_it - none) for name in ("low", "high", "share_agree"))
    ax.plot([none, all_of_it], [y, y], color="#DDDDDD", linewidth=1, zorder=1)
    ax.plot([low, high], [y, y], color=colour, linewidth=1.6, zorder=1.5)
    marker, fill = STANDS[state]
    ax.plot(share, y, marker=marker, fillstyle=fill, markersize=8.5, color=colour, markerfacecoloralt="white", zorder=3)
    number = f"{cell['n_agree']} : {cell['n_disagree']}" if state == "divided" else f"{cell['n_statements']}"
    number += f" ({cell['n_condition']} if)" if cell["n_condition"] else ""
    number += REPORTED if cell["n_reported"] else ""
    ax.annotate(number, (all_of_it, y), xytext=(8, 0), textcoords="offset points", va="center", fontsize=9)


def _ground(ax: Axes, x: int, y: int, *, hatched: bool) -> None:
    ax.add_patch(Rectangle((x - 0.48, y - 0.46), 0.96, 0.92, facecolor="#F7F7F7", linewidth=0, edgecolor="#CCCCCC",
                           hatch="////" if hatched else None, zorder=0.5))  # fmt: skip


def _grid(ax: Axes, columns: list[str], rows: list[str]) -> None:
    """Name the columns, above, and the rows of a grid of cells."""
    ax.set_xlim(-0.5, len(columns) - 0.5)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_xticks(range(len(columns)), columns, fontsize=9, weight="bold")
    ax.tick_params(axis="x", top=False, bottom=False, labeltop=True, labelbottom=False, labelcolor="#222222")
    ax.set_yticks(range(len(rows)), rows)
    ax.grid(False)
    ax.spines["bottom"].set_visible(False)


def _legend(ax: Axes, keys: list, lines: int) -> int:
    """Put the legend under a grid of so many lines; return how many points under the grid it ends."""
    ax.legend(handles=keys, loc="upper left", bbox_to_anchor=(0, -0.12 / (_LINE * lines + 0.2)), ncols=2,
              columnspacing=1.5, borderaxespad=0)  # fmt: skip
    return 20 + 14 * ((len(keys) + 1) // 2)


def _position_keys() -> list:
    silent = [
        Line2D([], [], linestyle="none", color=NEUTRAL, label=state, **mark) for state, mark in _SILENT_MARKS.items()
    ]
    return [
        *(key(marker, stand, fillstyle=fill) for stand, (marker, fill) in STANDS.items()),
        *silent,
        _hatched(f"{NOT_FOUND} on the issue"),
        in_words("place of the mark: share that agrees, left none, right all"),
        in_words("line: its 95% interval"),
        in_words("3 : 1: statements for and against"),
        in_words("2 (1 if): one of them under a condition"),
        in_words(REPORTED_KEY),
    ]


def _hatched(label: str) -> Patch:
    return Patch(facecolor="#F7F7F7", edgecolor="#BBBBBB", hatch="////", label=label)
