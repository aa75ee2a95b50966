"""The charts of tone: each draws one table on one matplotlib Axes, and computes nothing.

On every mark stand its n and its 95 % interval; a mark is hollow, and says so, where n is too few. Options as in
`voice.py`.

    >>> sp.chart_tone(sp.tone_by_side(study.statements), title="Who sounds how?", note=sp.caption(study, "tone"))
"""

import textwrap

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from standpoints.charting.drawing import (
    beside,
    fewer,
    hollow,
    in_house_style,
    labels_of,
    largest,
    new_axes,
    noted,
    nothing,
    set_rows,
    short,
    side_style,
)
from standpoints.comparing.counting import unknown_last
from standpoints.comparing.tone import TWO_SCALES
from standpoints.toning.tones import instrument_name, signed

_COMPARED = ("voice", "masks", "instrument")
_COUNTS = ("n", "n_statements", "n_mentions", "n_sentences")
_DARKEST = 0.6  # of the heat map's colours: means beyond ±0.6 are rare and look no different


@in_house_style
def chart_tone(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw tones, a dot and its interval for each row: of `tone_by_actor`, `tone_by_side`; and, where several rows
    belong to one side or actor, under its name: of `three_voices`, `tone_toward`, `tone_by_instrument` or
    `effect_of_masks`.

    Draws mean, low, high on −1…1 in the table's order, n beside it. A mark is hollow, and says so, where the mean rests
    on fewer than n_needed texts.
    """
    if table.empty:
        return nothing(ax, "no statements", note)
    by = "actor" if "actor" in table else "side"
    compared = next((name for name in _COMPARED if name in table and (name != "instrument" or _many(table))), None)
    counts = next(name for name in _COUNTS if name in table)
    table, remark = largest(table, by, counts, most=25 if compared is None else 10,
                            what="text" if counts == "n" else None,
                            repeated=compared in ("masks", "instrument"))  # fmt: skip
    labels, rows, heads = _lines(table, by, compared)
    ax = ax or new_axes(labels)
    ax.axvline(0, color="#555555", linewidth=1)
    for y, row in rows:
        _dot(ax, y, row, row[counts])
    set_rows(ax, labels)
    for y in heads:
        ax.get_yticklabels()[y].set_fontweight("bold")
    ax.set_xlim(-1.04, 1.04)
    ax.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1", "−0.5", "0", "+0.5", "+1"])
    instrument = "" if _many(table) else f" ({instrument_name(table['instrument'].iloc[0])})"
    ax.set_xlabel(f"← negative          mean tone{instrument}          positive →\nline: 95% interval{hollow(table)}")
    scales = TWO_SCALES.get(table["instrument"].iloc[0], "") if "of" in table else ""
    return noted(ax, note, scales, remark, below=58)


@in_house_style
def chart_between(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw who speaks how about whom: rows of `tone_between` as a grid, the sides that speak against those spoken of.

    A cell is coloured by its mean, purple for positive and orange for negative, and holds mean, interval and n; it is
    white where it rests on fewer than n_needed mentions, empty where the one does not speak of the other.
    """
    if table.empty:
        return nothing(ax, "nobody speaks of anybody", note)
    table, remark = largest(table, "speaker_side", "n_mentions", most=8)
    table, other = largest(table, "target_side", "n_mentions", most=8)
    speakers = list(dict.fromkeys(table["speaker_side"]))
    sizes = table.groupby("target_side", as_index=False)["n_mentions"].sum()
    targets = list(unknown_last(sizes, "target_side", ["n_mentions"], leading=True)["target_side"])
    ax = ax or plt.subplots(figsize=(1.25 * len(targets), 0.76 * len(speakers)))[1]
    colours = plt.get_cmap("PuOr")
    for row in table.to_dict("records"):
        x, y = targets.index(row["target_side"]), speakers.index(row["speaker_side"])
        strength = max(-1.0, min(1.0, row["mean"] / _DARKEST)) if row["enough"] else 0.0
        ax.add_patch(Rectangle((x - 0.47, y - 0.45), 0.94, 0.9, linewidth=0.8, edgecolor="#AAAAAA",
                               facecolor=colours(0.5 + 0.42 * strength) if row["enough"] else "white"))  # fmt: skip
        ink = "white" if abs(strength) > 0.75 else "#222222" if row["enough"] else "#666666"
        mean = signed(row["mean"]) if pd.notna(row["mean"]) else "none"
        interval = f"{signed(row['low'])} to {signed(row['high'])}" if pd.notna(row["low"]) else "no interval"
        n = fewer(row["n_mentions"], row["enough"], row["n_needed"])
        for text, up, size, weight in ((mean, 11, 9.5, "bold"), (interval, -2, 7, None), (f"n = {n}", -12, 7, None)):
            ax.annotate(text, (x, y), xytext=(0, up), textcoords="offset points", ha="center", va="center",
                        fontsize=size, weight=weight, color=ink)  # fmt: skip
    ax.set_xlim(-0.5, len(targets) - 0.5)
    ax.set_ylim(len(speakers) - 0.5, -0.5)
    ax.set_xticks(range(len(targets)), [textwrap.fill(f"of {name}", 14) for name in targets], weight="bold")
    ax.set_yticks(range(len(speakers)), [short(name, 22) for name in speakers])
    ax.tick_params(axis="x", top=False, bottom=False, labeltop=True, labelbottom=False, labelcolor="#222222")
    ax.grid(False)
    ax.spines["bottom"].set_visible(False)
    instrument, needed = instrument_name(table["instrument"].iloc[0]), table["n_needed"].iloc[0]
    ax.set_xlabel(f"row: who speaks; column: of whom. Mean tone ({instrument}) and 95% interval;\n"
                  f"purple positive, orange negative, white: n < {needed}", loc="left")  # fmt: skip
    return noted(ax, note, remark, other, below=40)


def _lines(table: pd.DataFrame, by: str, compared: str | None) -> tuple[list[str], list[tuple[int, dict]], list[int]]:
    """The labels of the lines from the top, the rows with their line, and which lines are a name over its rows."""
    if compared is None:
        return labels_of(table), list(enumerate(table.to_dict("records"))), []
    labels, rows, heads = [], [], []
    for _, group in table.groupby(by, sort=False):
        heads.append(len(labels))
        labels.append(textwrap.shorten(labels_of(group.iloc[:1])[0], 45, placeholder=" …"))
        for row in group.to_dict("records"):
            rows.append((len(labels), row))
            labels.append(short(instrument_name(row[compared]), 34))
    return labels, rows, heads


def _dot(ax: Axes, y: int, row: dict, n: int) -> None:
    colour, marker = side_style(row["side"])
    ax.plot([row["low"], row["high"]], [y, y], color=colour, linewidth=2)
    ax.plot(row["mean"], y, marker=marker, markersize=8.5, color=colour, markeredgewidth=1.6, zorder=3,
            markerfacecolor=colour if row["enough"] else "white", linestyle="none")  # fmt: skip
    value = signed(row["mean"]) if pd.notna(row["mean"]) else "none"
    of = f" {row['of']}" if "of" in row else ""
    count = f"n = {fewer(n, row['enough'], row['n_needed'])}{of}"
    beside(ax, y, value, count, "#222222" if row["enough"] else "#666666")


def _many(table: pd.DataFrame) -> bool:
    return table["instrument"].nunique() > 1
