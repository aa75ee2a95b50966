"""The charts of voice: each draws one table on one matplotlib Axes, and computes nothing.

Without `ax` a chart makes its own figure, as tall as its rows need. `title` is the question it answers, `note` the
small line under it (see `compare.caption`). Every mark shows its n; colour never stands alone, so that a chart can
be read in black and white.

    >>> sp.chart_voice(sp.share_of_voice(study.statements), title="Who is heard?", note=sp.caption(study, "voice"))
"""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MultipleLocator

from standpoints.charting.drawing import (
    NEUTRAL,
    beside,
    fewer,
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
from standpoints.comparing.counting import several

_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2)  # between the ticks of a share: whole per cents
_CELL = 0.62  # of the width of a cell of `chart_cues` is for the bar, the rest for its count


@in_house_style
def chart_voice(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw whose words fill the news: a bar for each row of `share_of_voice`, with its interval, n and words.

    Draws share_words, words_low, words_high in the table's order, at the foot of a bar the marker that its side has in
    every chart; grey and hatched where the side is unknown.
    """
    if table.empty:
        return nothing(ax, "no statements", note)
    table, remark = largest(table, "actor" if "actor" in table else "side", "n_statements")
    labels = labels_of(table)
    ax = ax or new_axes(labels)
    for y, row in enumerate(table.itertuples()):
        colour, marker = side_style(row.side)
        unknown = colour == NEUTRAL
        if not unknown:
            ax.plot(-0.02, y, marker=marker, markersize=6, color=colour, clip_on=False,
                    transform=ax.get_yaxis_transform())  # fmt: skip
        ax.barh(y, row.share_words, height=0.62, color="#E6E6E6" if unknown else colour,
                edgecolor=NEUTRAL if unknown else colour, hatch="////" if unknown else None)  # fmt: skip
        ax.plot([row.words_low, row.words_high], [y, y], color="#222222", linewidth=1.2, marker="|", markersize=7)
        count = f"{several(row.n_statements, 'statement')}, {several(row.n_words, 'word')}"
        beside(ax, y, f"{row.share_words:.0%}", count)
    set_rows(ax, labels)
    ax.tick_params(axis="y", pad=15)
    ax.set_xlim(left=0)
    step = next((step for step in _STEPS if ax.get_xlim()[1] <= 8 * step), _STEPS[-1])
    ax.xaxis.set_major_locator(MultipleLocator(step))  # matplotlib's own, at 2.5 %, would be labelled 2 %
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.set_xlabel("share of all reported words, with 95% interval")
    return noted(ax, note, remark, below=46)


@in_house_style
def chart_cues(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw whom the news lets *say* and whom it lets *claim*: rows of `cue_classes`, kinds of words against sides.

    A bar is the share of a side's statements that are introduced so, the thin line its 95 % interval, "2 of 20" the
    statements. Bars are hollow, and the head of the column says so, where the side has fewer than n_needed.
    """
    if table.empty:
        return nothing(ax, "no statements", note)
    by = "actor" if "actor" in table else "side"
    table, remark = largest(table, by, "n_statements", most=6)
    heads, kinds = table.drop_duplicates(by), list(dict.fromkeys(table["cue_class"]))
    ax = ax or plt.subplots(figsize=(1.9 * len(heads), 0.3 * len(kinds) + 0.2))[1]
    places = {name: number for number, name in enumerate(heads[by])}
    for row in table.to_dict("records"):
        x, y, (colour, _) = places[row[by]], kinds.index(row["cue_class"]), side_style(row["side"])
        ax.barh(y, _CELL * row["share"], left=x, height=0.62, edgecolor=colour, linewidth=1,
                color=colour if row["enough"] else "white")  # fmt: skip
        ax.plot([x + _CELL * row["low"], x + _CELL * row["high"]], [y, y], color="#222222", linewidth=1)
        ink = "#222222" if row["n_statements"] else "#777777"
        ax.annotate(f"{row['n_statements']:,} of {row['n_of']:,}", (x + _CELL, y), xytext=(4, 0), va="center",
                    textcoords="offset points", fontsize=7.5, color=ink)  # fmt: skip
    for x in places.values():
        ax.axvline(x, color="#555555", linewidth=1)
    names = [
        f"{short(row[by], 20)}\nn = {fewer(row['n_of'], row['enough'], row['n_needed'])}"
        for row in heads.to_dict("records")
    ]
    ax.set_xlim(-0.02, len(heads))
    ax.set_xticks([x + _CELL / 2 for x in places.values()], names)
    ax.tick_params(axis="x", top=False, bottom=False, labeltop=True, labelbottom=False, labelcolor="#222222")
    set_rows(ax, kinds)
    ax.grid(False)
    ax.spines["bottom"].set_visible(False)
    hollow = "" if heads["enough"].all() else f"; hollow: n < {table['n_needed'].iloc[0]}"
    ax.set_xlabel(f"bar: share of all that one is reported to say, a full cell being 100%; line: 95% interval{hollow}",
                  loc="left")  # fmt: skip
    return noted(ax, note, remark, below=30)
