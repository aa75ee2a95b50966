"""What all charts share: the look, one colour and marker for each side, labels, n beside each mark, the line below.

A chart is a function `table -> Axes` under `@in_house_style`, which gives it `ax`, `title` and `note`.
"""

import functools
import textwrap
import zlib
from importlib.resources import as_file, files
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from standpoints.comparing.counting import LEADING_SIDES, NO_SIDE, THE_REPORTER, UNRESOLVED, several
from standpoints.export import EMPTY
from standpoints.project import REGISTRY
from standpoints.registry import listed_actors

NEUTRAL = "#6E6E6E"
# The sides that the registry has most actors of. Vermilion, green and blue are from the palette of Okabe & Ito 2008;
# the seven others were searched for, so that of these ten, the reporter's and the grey no two look alike to who sees
# red or green weakly (Machado et al. 2009; a test measures it).
_STYLES = {
    "Russia": ("#D55E00", "s"),
    "Ukraine": ("#009E73", "o"),
    "Europe": ("#0072B2", "D"),
    "United States": ("#991A4D", "^"),
    "United Nations": ("#80B3E6", "P"),
    "China": ("#B3B333", "<"),
    "Turkey": ("#661A80", ">"),
    "NATO": ("#001ACC", "v"),
    "Russian opposition": ("#004D00", "p"),
    "Belarus": ("#CC33E6", "X"),
    THE_REPORTER: ("#222222", "d"),
}
REPORTED = "*"
"""The mark of what is heard, all or some of it, only as another side reports it; the same in every chart."""
REPORTED_KEY = f"{REPORTED}: some or all only as another side reports it"
# For further sides. None of them is a colour above. Colours and markers do not divide alike: 55 pairs.
_OTHER_COLOURS = ["#E69F00", "#CC79A7", "#8C564B", "#00B5C0", "#8877DD"]
_OTHER_MARKERS = ["<", ">", "h", "p", "*", "^", "v", "X", "s", "o", "D"]


def side_style(side, registry: str | Path | None = None) -> tuple[str, str]:
    """Return the colour and the marker of a side, the same in every chart; grey for an unknown one.

    `registry` is the folder of the registry that the sides are of, the project's own if none is given.
    """
    if not isinstance(side, str) or side in (UNRESOLVED, NO_SIDE):
        return NEUTRAL, "o"
    return _styles(registry or REGISTRY).get(side) or _other_style(zlib.crc32(side.encode()))


@functools.cache
def _styles(registry: str | Path) -> dict[str, tuple[str, str]]:
    """The look of each side of a registry, no two alike: its own; else the next one that is free, as the file goes on.

    So the sides of another conflict have the ten colours that nobody mistakes.
    """
    sides = list(dict.fromkeys(filter(None, listed_actors(registry).values())))
    free = [look for side, look in _STYLES.items() if side not in (*sides, THE_REPORTER)]
    looks = [*free, *map(_other_style, range(len(_OTHER_COLOURS) * len(_OTHER_MARKERS)))]
    return _STYLES | dict(zip((side for side in sides if side not in _STYLES), looks, strict=False))


def _other_style(number: int) -> tuple[str, str]:
    return _OTHER_COLOURS[number % len(_OTHER_COLOURS)], _OTHER_MARKERS[number % len(_OTHER_MARKERS)]


def in_house_style(chart):
    """Return the chart in the kit's look, which ends with it; the reader's own matplotlib style stays as it was."""

    @functools.wraps(chart)
    def styled(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "", **options) -> Axes:
        with as_file(files("standpoints") / "standpoints.mplstyle") as style, plt.style.context(style):
            ax = chart(table, ax=ax, note=note, **options)
            ax.set_title(title)
            interactive = plt.isinteractive()
        # A notebook turns this on with its first figure, inside the context: without it only that one would be shown.
        matplotlib.interactive(interactive)
        return ax

    return styled


def new_axes(labels: list[str]) -> Axes:
    """Return new Axes, as tall as rows with these labels need."""
    lines = max(label.count("\n") + 1 for label in labels)
    return plt.subplots(figsize=(5.2, (0.2 + 0.15 * lines) * len(labels) + 0.3))[1]


def set_rows(ax: Axes, labels: list[str]) -> None:
    """Name the rows 0, 1, 2 … of the chart, the first one uppermost."""
    ax.set_yticks(range(len(labels)), labels)
    ax.set_ylim(len(labels) - 0.4, -0.6)


def beside(ax: Axes, y: float, value: str, count: str, colour: str = "#222222") -> None:
    """Write the value of a row and its n, in two columns at the right edge of the chart."""
    at = {"xy": (1, y), "xycoords": ax.get_yaxis_transform(), "textcoords": "offset points", "va": "center"}
    ax.annotate(value, xytext=(44, 0), ha="right", fontsize=9, color=colour, weight="bold", **at)
    ax.annotate(count, xytext=(54, 0), fontsize=9, color=colour, **at)


def nothing(ax: Axes | None, what: str, note: str) -> Axes:
    """Return a chart that says that there is nothing to draw: `what`, with the note."""
    ax = ax or plt.subplots(figsize=(5.2, 1.2))[1]
    ax.set_axis_off()
    ax.set_gid(EMPTY)
    ax.text(0.5, 0.5, what, transform=ax.transAxes, ha="center", va="center", color=NEUTRAL, style="italic")
    return noted(ax, note, below=0)


def noted(ax: Axes, note: str, *remarks: str, below: int) -> Axes:
    """Put the note, and what the chart itself remarks, under the chart, `below` points under its lower edge."""
    if note := " ".join(filter(None, (note, *remarks))):
        ax.annotate(textwrap.fill(note, 95), (0, 0), xycoords="axes fraction", xytext=(0, -below),
                    textcoords="offset points", va="top", fontsize=8, color="#555555")  # fmt: skip
    return ax


def largest(
    table: pd.DataFrame, by: str, size: str, *, most: int = 25, what: str | None = None, repeated: bool = False
) -> tuple[pd.DataFrame, str]:
    """Return the rows of the `most` sides or actors with the largest `size`, in their order, and a remark on the rest.

    A chart of 300 actors is no chart; the table holds them all. The sides that the kit is there to compare come before
    larger ones, and whom nobody knows pushes no side out. `what` is counted ("statement" in n_statements); `repeated`:
    the rows of one count the same ones again, as those of several instruments do.
    """
    sizes = table.groupby(by)[size].agg("max" if repeated else "sum").sort_index()
    sizes = sizes.sort_values(ascending=False, kind="stable")
    if len(sizes) <= most:
        return table, ""
    leading = [side for side in LEADING_SIDES if by.endswith("side") and side in sizes.index]
    unknown = [who for who in sizes.index if who in (UNRESOLVED, NO_SIDE)]
    kept = [*leading, *sizes.index.drop(leading + unknown), *unknown][:most]
    noun, what = by.removesuffix("_side"), what or size.removeprefix("n_").removesuffix("s")
    remark = f"Drawn: the {most} {noun}s of {len(sizes)} with most {what}s"
    if set(leading) - set(sizes.index.drop(unknown)[:most]):
        remark = f"Drawn: {most} {noun}s of {len(sizes)}: {', '.join(leading)} and those with most {what}s"
    left = [f"{who} ({several(sizes[who], what)})" for who in unknown if who not in kept]
    return table[table[by].isin(kept)], remark + (f"; without {', '.join(left)}." if left else ".")


def labels_of(table: pd.DataFrame) -> list[str]:
    """Return the label of each row: the side, or the actor with his side.

    Where they are the same, as with the state "Norland" of the side "Norland", it is named once.
    """
    if "actor" not in table:
        return [short(side, 34) for side in table["side"]]
    return [
        short(row.actor if pd.isna(row.side) or row.side == row.actor else f"{_name(row.actor)} · {row.side}", 34)
        for row in table.itertuples()
    ]


def _name(actor: str) -> str:
    """The actor's name, shortened before the side that follows it would be."""
    return textwrap.shorten(actor, 60, placeholder=" …")


def short(label: str, width: int) -> str:
    """Return the label in at most three lines of `width` letters."""
    return "\n".join(textwrap.wrap(str(label), width, max_lines=3, placeholder=" …"))


def fewer(n: int, enough: bool, needed: int) -> str:
    """Return "12", or "2 < 3" where n is too few for the mark to be built on."""
    return f"{n:,}" if enough else f"{n:,} < {needed}"


def hollow(table: pd.DataFrame) -> str:
    """Return what an axis says of hollow marks; "" where every row has enough."""
    return "" if table["enough"].all() else f"; hollow: n < {table['n_needed'].iloc[0]}"


def starred(n: int, n_reported: int) -> str:
    """Return "12", or "12*" where some or all of them are heard only as another side reports them."""
    return f"{n:,}{REPORTED if n_reported else ''}"


def in_words(label: str) -> Line2D:
    """Return an entry of a legend that has words and no mark."""
    return Line2D([], [], linestyle="none", label=label)


def key(marker: str, label: str, **kwargs) -> Line2D:
    """Return an entry of a legend: a marker in no side's colour."""
    return Line2D([], [], linestyle="none", marker=marker, markersize=4 if marker == "." else 9, color="#444444",
                  markerfacecoloralt="white", label=label, **kwargs)  # fmt: skip
