"""The chart of who takes which position: actors on the left, stances on the right, a line for each position.

>>> sp.chart_network(sp.position_ties(study), title="Who takes which position?")
"""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from standpoints.charting.drawing import (
    REPORTED_KEY,
    in_house_style,
    in_words,
    largest,
    noted,
    nothing,
    short,
    side_style,
    starred,
)
from standpoints.codebook import Codebook
from standpoints.comparing.counting import several, unknown_last
from standpoints.comparing.labels import concepts

_ROW = 0.27  # height of a row, in inches
_LINES = {True: "-", False: (0, (3, 2))}  # agrees, rejects


@in_house_style
def chart_network(
    table: pd.DataFrame,
    *,
    most: int = 20,
    codebook: Codebook | None = None,
    ax: Axes | None = None,
    title: str = "",
    note: str = "",
) -> Axes:
    """Draw the network of `position_ties`: actors, by side, on the left, stances on the right, lines between them.

    A full line agrees, a dashed one rejects; the more statements, the thicker it is. A star on it, and beside the
    numbers at its ends, says that some or all of them are heard only as another side reports them. At most `most`
    actors and `most` stances are drawn, those with most positions, and twice as many lines, the strongest; in brackets
    the positions of each that are drawn. The same table gives the same picture: actors stand by side, stances where
    their actors do, under the labels of the `codebook`, the project's own if none is given.
    """
    if table.empty:
        return nothing(ax, "no actor takes a position of the codebook", note)
    whole = table.assign(concept=concepts(table, codebook=codebook))
    table = _strongest(whole, most)
    actors, stances = _actors(table), _stances(table)
    height = max(len(actors), len(stances)) - 1
    left = {name: place * height / max(len(actors) - 1, 1) for place, name in enumerate(actors)}
    right = {name: (place + 0.5) * (height + 1) / len(stances) - 0.5 for place, name in enumerate(stances)}
    ax = ax or plt.subplots(figsize=(4.2, _ROW * (height + 1)))[1]
    for row in table.to_dict("records"):
        colour, _ = side_style(row["side"])
        aside = 0 if row["agree"] else 0.16  # who agrees and rejects has two lines, not one over the other
        ends = [left["actor", row["actor"]] + aside, right[row["concept"]] + aside]
        ax.plot([0, 1], ends, color=colour, alpha=0.65,
                linestyle=_LINES[bool(row["agree"])], linewidth=0.7 + 0.7 * row["n_statements"] ** 0.5)  # fmt: skip
        if row["n_reported"]:
            ax.plot(0.5, sum(ends) / 2, marker=(6, 2, 0), markersize=7, markeredgewidth=1.6, color=colour, zorder=2.5,
                    path_effects=[withStroke(linewidth=4.5, foreground="white")])  # fmt: skip
    sides = table.groupby("actor")["side"].first()
    for (kind, name), y in left.items():
        if kind == "side":
            _label(ax, 0, y, name, weight="bold", color=side_style(name)[0])
            continue
        colour, marker = side_style(sides[name])
        ax.plot(0, y, marker=marker, markersize=7, color=colour, zorder=3)
        _label(ax, 0, y, f"{short(name, 40)} ({_size(table[table['actor'] == name])})")
    for name, y in right.items():
        ax.plot(1, y, marker="o", markersize=6, color="#333333", zorder=3)
        _label(ax, 1, y, f"{short(name, 40)} ({_size(table[table['concept'] == name])})")
    ax.set_xlim(-0.03, 1.03)
    ax.set_ylim(height + 0.6, -0.8)
    ax.set_axis_off()
    keys = [
        Line2D([], [], color="#444444", linestyle=_LINES[agree], label="agrees" if agree else "rejects")
        for agree in (True, False)
    ]
    keys.append(in_words("(3): positions drawn; thicker: more"))
    ax.legend(handles=keys, loc="upper left", bbox_to_anchor=(0, 0), ncols=3, columnspacing=1.5, borderaxespad=0)
    told = f"{REPORTED_KEY}." if table["n_reported"].any() else ""
    return noted(ax, note, told, _left_out(whole, table), below=26)


def _strongest(table: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows of the `most` actors and stances with most positions, of these twice as many, those with most
    statements, in the table's order: 150 lines are a thicket."""
    for by in ("actor", "concept"):
        table, _ = largest(table, by, "n_statements", most=most)
    kept = table["n_statements"].sort_values(ascending=False, kind="stable").index[: 2 * most]
    return table.loc[table.index.isin(kept)]


def _left_out(whole: pd.DataFrame, drawn: pd.DataFrame) -> str:
    """How many are drawn of how many: an actor all of whose lines are among the weaker ones is not."""
    if len(drawn) == len(whole):
        return ""
    actors, stances = (
        f"{drawn[by].nunique()} of {several(whole[by].nunique(), noun)}"
        for by, noun in (("actor", "actor"), ("concept", "stance"))
    )
    lines = f"{len(drawn)} of {several(len(whole), 'line')}"
    return f"Drawn: {actors}, {stances} and {lines}, those with most statements."


def _actors(table: pd.DataFrame) -> list[tuple[str, str]]:
    """The lines on the left: Russia, Ukraine, Europe, then the side with most statements; under each its actors."""
    lines, sides = [], table.groupby("side", as_index=False)["n_statements"].sum()
    for side in unknown_last(sides, "side", ["n_statements"], leading=True)["side"]:
        sizes = table[table["side"] == side].groupby("actor")["n_statements"].sum().sort_index()
        lines.append(("side", side))
        lines += [("actor", name) for name in sizes.sort_values(ascending=False, kind="stable").index]
    return lines


def _stances(table: pd.DataFrame) -> list[str]:
    """The stances from the top, each as near as may be to the actors who take it, so that few lines cross."""
    height = {name: place for place, (kind, name) in enumerate(_actors(table)) if kind == "actor"}
    places = table.assign(place=table["actor"].map(height) * table["n_statements"]).groupby("concept")
    middle = places["place"].sum() / places["n_statements"].sum()
    return list(middle.sort_index().sort_values(kind="stable").index)


def _size(ties: pd.DataFrame) -> str:
    return starred(ties["n_statements"].sum(), ties["n_reported"].sum())


def _label(ax: Axes, x: int, y: float, text: str, **look) -> None:
    ax.annotate(text, (x, y), xytext=(9 if x else -9, 0), textcoords="offset points", va="center", fontsize=8.5,
                ha="left" if x else "right", **look)  # fmt: skip
