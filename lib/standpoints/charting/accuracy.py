"""The chart of the kit's own accuracy: it draws a table of `read_accuracy` and computes nothing."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from standpoints.charting.drawing import beside, in_house_style, noted, nothing, set_rows
from standpoints.toning.tones import instrument_name

_COLOUR = "#0072B2"


@in_house_style
def chart_accuracy(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw how right each step of the kit is: a dot and its interval for each row of `read_accuracy`.

    Draws value, low, high on 0…1 in the table's order, n beside it, under a line that says what was measured on what.
    A mark is hollow where the kit's makers coded the texts themselves: such figures flatter.
    """
    if table.empty:
        return nothing(ax, "no figures", note)
    labels, rows = [], []
    parts = table.groupby(["step", "source", "what"], sort=False)
    ax = ax or plt.subplots(figsize=(5.4, 0.25 * (len(table) + len(parts)) + 0.3))[1]
    for (step, source, what), figures in parts:
        ax.text(0.01, len(labels) + 0.1, f"{what} ({source})", fontsize=8, color="#444444", va="center")
        labels.append(step)
        for row in figures.itertuples():
            rows.append((len(labels), row))
            labels.append(_called(row.figure))
    for y, row in rows:
        ax.plot([row.low, row.high], [y, y], color=_COLOUR, linewidth=2)
        ax.plot(row.value, y, marker="o", markersize=7.5, color=_COLOUR, markeredgewidth=1.5, zorder=3,
                markerfacecolor="white" if row.flatters else _COLOUR)  # fmt: skip
        beside(ax, y, f"{row.value:.2f}", f"n = {row.n:,}")
    set_rows(ax, labels)
    for tick, head in zip(ax.get_yticklabels(), _heads(labels, rows), strict=True):
        tick.set_fontweight("bold" if head else "normal")
    ax.axvline(0, color="#555555", linewidth=1)
    ax.set_xlim(min(0, table["low"].min(), table["value"].min()), 1.02)
    hollow = "; hollow: coded by the kit's makers, flattering" if table["flatters"].any() else ""
    ax.set_xlabel(f"1 is all right; line: 95% interval{hollow}")
    return noted(ax, note, below=46)


def _called(figure: str) -> str:
    """ "reader macro_f1" as a reader sees it: "trained network macro F1"."""
    first, *rest = figure.replace("f1", "F1").split(" ")
    return " ".join([instrument_name(first), *rest]).replace("_", " ")


def _heads(labels: list[str], rows: list) -> list[bool]:
    drawn = {y for y, _ in rows}
    return [y not in drawn for y in range(len(labels))]
