"""The charts: each draws one table of `compare` or `standing` on one matplotlib Axes, and computes nothing.

Without `ax` a chart makes its own figure, as tall as its rows need. `title` is the question it answers, `note` the
small line under it (see `compare.caption`). Every mark shows its n; colour never stands alone, so that a chart can
be read in black and white.

    >>> sp.chart_tone(sp.tone_by_side(study.statements), title="Who sounds how?", note=sp.caption(study, "tone"))
"""

import functools
import textwrap
import zlib
from importlib.resources import as_file, files

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from standpoints.compare import NO_SIDE, UNRESOLVED
from standpoints.standing import NOT_FOUND, OTHER_STANCE

NEUTRAL = "#7A7A7A"
# From the palette of Okabe & Ito 2008; these three are its best separated for colour-blind readers.
_STYLES = {
    "Russia": ("#D55E00", "s"),
    "Ukraine": ("#009E73", "o"),
    "Europe": ("#0072B2", "D"),
    "United States": ("#CC79A7", "^"),
    "NATO": ("#56B4E9", "v"),
    "United Nations": ("#E69F00", "P"),
}
_OTHER_STYLES = [
    ("#CC79A7", "<"), ("#56B4E9", ">"), ("#E69F00", "h"), ("#A6761D", "p"), ("#6A51A3", "*"), ("#882255", "^"),
]  # fmt: skip


def side_style(side) -> tuple[str, str]:
    """Return the colour and the marker of a side, the same in every chart; grey for an unknown one."""
    if not isinstance(side, str) or side in (UNRESOLVED, NO_SIDE):
        return NEUTRAL, "o"
    return _STYLES.get(side) or _OTHER_STYLES[zlib.crc32(side.encode()) % len(_OTHER_STYLES)]


def _in_house_style(chart):
    @functools.wraps(chart)
    def styled(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
        with as_file(files("standpoints") / "standpoints.mplstyle") as style, plt.style.context(style):
            ax = chart(table, ax=ax, note=note)
            ax.set_title(title)
            return ax

    return styled


@_in_house_style
def chart_voice(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw whose words fill the news: a bar for each row of `share_of_voice`, with its interval, n and words.

    Draws share_words, words_low, words_high in the table's order; grey and hatched where the speaker is unknown.
    """
    if table.empty:
        return _nothing(ax, "no statements", note)
    labels = _labels(table)
    ax = ax or _new_axes(labels)
    for y, row in enumerate(table.itertuples()):
        colour, _ = side_style(row.side)
        unknown = colour == NEUTRAL
        ax.barh(y, row.share_words, height=0.62, color="#E6E6E6" if unknown else colour,
                edgecolor=NEUTRAL if unknown else colour, hatch="////" if unknown else None)  # fmt: skip
        ax.plot([row.words_low, row.words_high], [y, y], color="#222222", linewidth=1.2, marker="|", markersize=7)
        count = f"{_several(row.n_statements, 'statement')}, {_several(row.n_words, 'word')}"
        _beside(ax, y, f"{row.share_words:.0%}", count)
    _rows(ax, labels)
    ax.set_xlim(left=0)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.set_xlabel("share of all reported words, with 95% interval")
    return _noted(ax, note, below=46)


@_in_house_style
def chart_tone(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw in which tone each one speaks: a dot and interval for each row of `tone_by_actor` or `tone_by_side`.

    Draws mean, low, high on −1…1 in the table's order, n_statements beside it. A mark is hollow, and says so, where
    the mean rests on fewer than n_needed statements.
    """
    if table.empty:
        return _nothing(ax, "no statements", note)
    labels = _labels(table)
    ax = ax or _new_axes(labels)
    ax.axvline(0, color="#555555", linewidth=1)
    for y, row in enumerate(table.itertuples()):
        colour, marker = side_style(row.side)
        ax.plot([row.low, row.high], [y, y], color=colour, linewidth=2)
        ax.plot(row.mean, y, marker=marker, markersize=8.5, color=colour, markeredgewidth=1.6, zorder=3,
                markerfacecolor=colour if row.enough else "white", linestyle="none")  # fmt: skip
        few = "" if row.enough else f" < {row.n_needed}"
        value = _signed(row.mean) if pd.notna(row.mean) else "none"
        _beside(ax, y, value, f"n = {row.n_statements:,}{few}", "#222222" if row.enough else "#666666")
    _rows(ax, labels)
    ax.set_xlim(-1.04, 1.04)
    ax.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1", "−0.5", "0", "+0.5", "+1"])
    hollow = "" if table["enough"].all() else f"; hollow: n < {table['n_needed'].iloc[0]}"
    ax.set_xlabel(f"← negative          mean tone ({table['instrument'].iloc[0]})          positive →\n"
                  f"line: 95% interval{hollow}")  # fmt: skip
    return _noted(ax, note, below=58)


@_in_house_style
def chart_positions(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw where the sides stand: rows of `position_matrix` as a grid, stances (by issue) against sides.

    A disc agrees, a cross rejects, a half disc is divided, with the number of statements beside; "if" counts those
    under a condition, a star says that some are only another side's report. A hatched cell is silence on the whole
    issue, a dot says that the side took another stance.
    """
    if table.empty:
        return _nothing(ax, "no statement takes a position of the codebook", note)
    sides = list(dict.fromkeys(table["side"]))
    lines = []  # an issue's name, then its stances
    for issue, stances in table.groupby("issue", sort=False)["stance"]:
        lines += [(issue, None), *((issue, stance) for stance in dict.fromkeys(stances))]
    ax = ax or plt.subplots(figsize=(1.45 * len(sides), 0.34 * len(lines) + 0.2))[1]
    cells = table.set_index(["side", "issue", "stance"]).to_dict("index")
    for y, (issue, stance) in enumerate(lines):
        for x, side in enumerate(sides):
            if stance is not None:
                _draw_cell(ax, x, y, cells[side, issue, stance], side_style(side)[0])
    ax.set_xlim(-0.5, len(sides) - 0.5)
    ax.set_ylim(len(lines) - 0.5, -0.5)
    ax.set_xticks(range(len(sides)), [textwrap.fill(side, 13) for side in sides], fontsize=10, weight="bold")
    ax.tick_params(axis="x", top=False, bottom=False, labeltop=True, labelbottom=False, labelcolor="#222222")
    names = [issue if stance is None else f"{stance}" for issue, stance in lines]
    ax.set_yticks(range(len(lines)), [_short(name, 34) for name in names])
    for tick, (_, stance) in zip(ax.get_yticklabels(), lines, strict=True):
        tick.set_fontweight("bold" if stance is None else "normal")
    ax.grid(False)
    ax.spines["bottom"].set_visible(False)
    ax.legend(handles=_position_keys(), loc="upper left", bbox_to_anchor=(0, -0.12 / (0.34 * len(lines))), ncols=2,
              columnspacing=1.5, borderaxespad=0)  # fmt: skip
    return _noted(ax, note, below=82)


def _position_keys() -> list:
    return [
        _key("o", "agrees"),
        _key("X", "rejects"),
        _key("o", "divided (for : against)", fillstyle="left"),
        _key(".", OTHER_STANCE),
        Patch(facecolor="#F7F7F7", edgecolor="#BBBBBB", hatch="////", label=f"{NOT_FOUND} on the issue"),
        Line2D([], [], linestyle="none", label="2 (1 if): statements, one under a condition"),
        Line2D([], [], linestyle="none", label="*: some only as another side reports it"),
    ]


def _draw_cell(ax: Axes, x: int, y: int, cell: dict, colour: str) -> None:
    silent = cell["state"] == NOT_FOUND
    ax.add_patch(Rectangle((x - 0.48, y - 0.46), 0.96, 0.92, facecolor="#F7F7F7", linewidth=0,
                           edgecolor="#CCCCCC", hatch="////" if silent else None, zorder=0.5))  # fmt: skip
    if silent:
        return
    if cell["state"] == OTHER_STANCE:
        ax.plot(x, y, marker=".", markersize=4, color=NEUTRAL)
        return
    marker = "X" if cell["state"] == "rejects" else "o"
    half = {"fillstyle": "left", "markerfacecoloralt": "white"} if cell["state"] == "divided" else {}
    ax.plot(x - 0.28, y, marker=marker, markersize=10, color=colour, markeredgecolor=colour, **half)
    number = f"{cell['n_statements']}"
    if cell["state"] == "divided":
        number = f"{cell['n_agree']} : {cell['n_disagree']}"
    if cell["n_condition"]:
        number += f" ({cell['n_condition']} if)"
    if cell["n_reported"]:
        number += "*"
    ax.annotate(number, (x - 0.28, y), xytext=(10, 0), textcoords="offset points", va="center", fontsize=9.5)


def _key(marker: str, label: str, **kwargs) -> Line2D:
    return Line2D([], [], linestyle="none", marker=marker, markersize=4 if marker == "." else 9, color="#444444",
                  markerfacecoloralt="white", label=label, **kwargs)  # fmt: skip


def _labels(table: pd.DataFrame) -> list[str]:
    """The actor with his side, where they differ (the state "Norland" of the side "Norland" is named once)."""
    if "actor" not in table:
        return [_short(side, 34) for side in table["side"]]
    return [
        _short(row.actor if pd.isna(row.side) or row.side == row.actor else f"{_name(row.actor)} · {row.side}", 34)
        for row in table.itertuples()
    ]


def _name(actor: str) -> str:
    """The actor's name, shortened before the side that follows it would be."""
    return textwrap.shorten(actor, 60, placeholder=" …")


def _short(label: str, width: int) -> str:
    return "\n".join(textwrap.wrap(str(label), width, max_lines=3, placeholder=" …"))


def _signed(mean: float) -> str:
    text = f"{mean:+.2f}".replace("-", "−")
    return "0.00" if text[1:] == "0.00" else text


def _several(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'s' * (n != 1)}"


def _new_axes(labels: list[str]) -> Axes:
    lines = max(label.count("\n") + 1 for label in labels)
    return plt.subplots(figsize=(5.2, (0.2 + 0.15 * lines) * len(labels) + 0.3))[1]


def _rows(ax: Axes, labels: list[str]) -> None:
    ax.set_yticks(range(len(labels)), labels)
    ax.set_ylim(len(labels) - 0.4, -0.6)


def _beside(ax: Axes, y: float, value: str, count: str, colour: str = "#222222") -> None:
    """The value of a row and its n, in two columns at the right edge of the chart."""
    at = {"xy": (1, y), "xycoords": ax.get_yaxis_transform(), "textcoords": "offset points", "va": "center"}
    ax.annotate(value, xytext=(44, 0), ha="right", fontsize=9, color=colour, weight="bold", **at)
    ax.annotate(count, xytext=(54, 0), fontsize=9, color=colour, **at)


def _nothing(ax: Axes | None, what: str, note: str) -> Axes:
    ax = ax or plt.subplots(figsize=(5.2, 1.2))[1]
    ax.set_axis_off()
    ax.text(0.5, 0.5, what, transform=ax.transAxes, ha="center", va="center", color=NEUTRAL, style="italic")
    return _noted(ax, note, below=0)


def _noted(ax: Axes, note: str, *, below: int) -> Axes:
    """Put the small line under the chart, `below` points under its lower edge."""
    if note:
        ax.annotate(textwrap.fill(note, 95), (0, 0), xycoords="axes fraction", xytext=(0, -below),
                    textcoords="offset points", va="top", fontsize=8, color="#555555")  # fmt: skip
    return ax
