"""The charts of a course: the tone through an article and over time, and when each position was heard.

Each draws one table on one matplotlib Axes, and computes nothing. Options as in `voice.py`.

    >>> sp.chart_tone_over_time(sp.tone_over_time(study), events=sp.read_events(), title="Who sounds how, when?")
"""

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from standpoints.charting.drawing import (
    REPORTED,
    REPORTED_KEY,
    hollow,
    in_house_style,
    key,
    largest,
    noted,
    nothing,
    set_rows,
    short,
    side_style,
    starred,
)
from standpoints.charting.positions import STANDS
from standpoints.codebook import Codebook
from standpoints.comparing.counting import several
from standpoints.comparing.labels import concepts
from standpoints.toning.tones import instrument_name

_BAND = 2.5  # height of a side's band, of which 2 hold what is drawn, from −reach to +reach
_NARROW = 0.5  # the reach where it holds all tones: of statements they seldom pass it, and lie flat on a line to 1
_ON_WHITE = {"facecolor": "white", "edgecolor": "none", "pad": 0.3}  # a figure that a line would run through
_INK = "#333333"
_MOST = 25  # lines of a chart of positions


@in_house_style
def chart_tone_in_article(table: pd.DataFrame, *, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw how the tone moves from an article's first line to its last: a stem for each row of `tone_in_article`.

    Each side has a band of its own about its zero line, from −1 to +1, or from −0.5 to +0.5 where that holds every
    tone: then the chart says so. A stem is a single text: it has no interval.
    """
    if table.empty:
        return nothing(ax, "no statements", note)
    table, remark = largest(table.assign(n_texts=1), "side", "n_texts", most=8)
    reach, scale = _reach_of(table[["tone"]])
    names = {side: f"{short(side, 24)}\nn = {len(rows):,}" for side, rows in _by_side(table)}
    ax, heights = _bands(ax, names, reach)
    for side, rows in _by_side(table):
        colour, marker = side_style(side)
        tips = heights[side] - rows["tone"]
        ax.vlines(rows["place"], heights[side], tips, color=colour, linewidth=1.4)
        ax.plot(rows["place"], tips, marker=marker, markersize=5, color=colour, linestyle="none")
    ax.set_xlim(-0.02, 1.02)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["first line", "", "middle", "", "last line"])
    instrument = instrument_name(table["instrument"].iloc[0])
    ax.set_xlabel(f"place in the article; stem: tone of one statement or sentence ({instrument}), up is positive")
    return noted(ax, note, remark, scale, below=42)


@in_house_style
def chart_tone_over_time(
    table: pd.DataFrame,
    *,
    events: pd.DataFrame | None = None,
    ax: Axes | None = None,
    title: str = "",
    note: str = "",
) -> Axes:
    """Draw how the tone of each side's own words moves: a mark with interval and n for each row of `tone_over_time`.

    Each side has a band of its own, as in `chart_tone_in_article`. A mean is a level line from the first to the last
    day of its period, its mark in the middle: an event within the line has words before it and after it in the same
    mean. `events` (date, label; see `read_events`) are numbered dotted lines, told below the chart; those before
    the first and after the last period are left out.
    """
    if table.empty or table["date"].nunique() < 2:
        return nothing(ax, "no course over time: it needs dated articles of two days or more", note)
    table, remark = largest(table, "side", "n_statements", most=8)
    # Drawn on the 1st, the words of 19 August would stand left of an event of the 15th.
    table = table.assign(middle=table["date"] + (table["last_date"] - table["date"]) / 2)
    names = {side: f"{short(side, 24)}\nn = {rows['n_statements'].sum():,}" for side, rows in _by_side(table)}
    reach, scale = _reach_of(table[["mean", "low", "high"]])
    ax, heights = _bands(ax, names, reach)
    for side, rows in _by_side(table):
        colour, marker = side_style(side)
        y = heights[side]
        ax.plot(rows["middle"], y - rows["mean"], color=colour, linewidth=0.9, alpha=0.8, linestyle=":")
        ax.hlines(y - rows["mean"], rows["date"], rows["last_date"], color=colour, linewidth=1.1)
        ax.vlines(rows["middle"], y - rows["low"], y - rows["high"], color=colour, linewidth=1.3)
        for end in ("low", "high"):  # the bars at its ends show an interval that is shorter than the mark is high
            ax.plot(rows["middle"], y - rows[end], marker="_", markersize=7, color=colour, linestyle="none")
        for row in rows.itertuples():
            ax.plot(row.middle, y - row.mean, marker=marker, markersize=5, color=colour, zorder=3,
                    markerfacecolor=colour if row.enough else "white")  # fmt: skip
            ax.annotate(f"{row.n_statements:,}", (row.middle, y + 1.28 * reach), ha="center", va="center", fontsize=6.5,
                        color="#444444", bbox=_ON_WHITE)  # fmt: skip
    ax.set_ylim(bottom=ax.get_ylim()[0] + 0.3 * reach)  # the last n stands above the axis
    told = _draw_events(ax, events, table["date"].min(), table["last_date"].max(), reach)
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
    period, instrument = table["period"].iloc[0], instrument_name(table["instrument"].iloc[0])
    level = "" if period == "day" else f"level line: from the first to the last day of the {period}; "
    ax.set_xlabel(
        f"mean tone by {period} ({instrument}), up is positive\n"
        f"{level}upright line: 95% interval\n"
        f"dotted: from mean to mean; small figures: n{hollow(table)}",
        loc="left",
    )
    n_undated = table["n_undated"].iloc[0]
    undated = f"{several(n_undated, 'statement')} without a date left out." if n_undated else ""
    return noted(ax, note, undated, remark, scale, told, below=70)


@in_house_style
def chart_positions_over_time(
    table: pd.DataFrame,
    *,
    codebook: Codebook | None = None,
    ax: Axes | None = None,
    title: str = "",
    note: str = "",
) -> Axes:
    """Draw when each position was heard: a line for each actor (or side) and stance of `positions_over_time`.

    A disc on a day agrees, a cross rejects, a half disc did both; the line runs from first to last. A ring marks the
    end of a reversal, "if" what stands, all or some of it, under a condition, a star what is heard only as another side
    reports it. At most 25 lines are drawn, those with a reversal first of all. Stances have the labels of the
    `codebook`, the project's own if none is given.
    """
    if table.empty or table["date"].nunique() < 2:
        return nothing(ax, "no course over time: it needs dated articles of two days or more", note)
    by = "actor" if "actor" in table else "side"
    table = table.assign(line=table[by] + "\n" + concepts(table, codebook=codebook))
    table, remark = _turned_or_largest(table)
    lines = list(dict.fromkeys(table["line"]))
    ax = ax or plt.subplots(figsize=(5.6, 0.4 * len(lines) + 0.3))[1]
    for y, name in enumerate(lines):
        rows = table[table["line"] == name]
        colour, _ = side_style(rows["side"].iloc[0])
        ax.plot(rows["date"], [y] * len(rows), color=colour, linewidth=1, alpha=0.5)
        for row in rows.to_dict("records"):
            marker, fill = STANDS[row["stand"]]
            ax.plot(
                row["date"], y, marker=marker, fillstyle=fill, markersize=8, color=colour, markerfacecoloralt="white"
            )
            if row["reverses"]:
                ax.plot(row["date"], y, marker="o", markersize=15, color=_INK, fillstyle="none")
            told = ("if" if row["n_condition"] else "") + (REPORTED if row["n_reported"] else "")
            if told:
                right = 11 if row["reverses"] else 8  # of the ring, or of the mark
                ax.annotate(told, (row["date"], y), xytext=(right, 0), textcoords="offset points", va="center",
                            fontsize=9, bbox=_ON_WHITE)  # fmt: skip
        n = starred(rows["n_statements"].sum(), rows["n_reported"].sum())
        ax.annotate(f"n = {n}", (1, y), xycoords=ax.get_yaxis_transform(), xytext=(12, 0), va="center",
                    textcoords="offset points", fontsize=9)  # fmt: skip
    set_rows(ax, lines)
    ax.tick_params(axis="y", labelsize=8.5)
    days = table["date"]
    margin = (days.max() - days.min()) * 0.04
    ax.set_xlim(days.min() - margin, days.max() + margin)
    ax.xaxis.set_major_locator(mdates.AutoDateLocator(minticks=1, maxticks=7))
    ax.xaxis.set_major_formatter(mdates.ConciseDateFormatter(ax.xaxis.get_major_locator()))
    ax.set_xlabel("date of the article; n: statements")
    keys = [key(marker, stand, fillstyle=fill) for stand, (marker, fill) in STANDS.items()]
    keys.append(Line2D([], [], linestyle="none", marker="o", markersize=13, color=_INK, fillstyle="none",
                       label="turned round"))  # fmt: skip
    ax.legend(handles=keys, loc="upper left", bbox_to_anchor=(0, -0.6 / (0.4 * len(lines) + 0.3)), ncols=4,
              columnspacing=1.5, borderaxespad=0)  # fmt: skip
    conditions = "if: under a condition, some or all." if table["n_condition"].any() else ""
    told = f"{REPORTED_KEY}." if table["n_reported"].any() else ""
    return noted(ax, note, conditions, told, remark, below=66)


def _turned_or_largest(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The lines with a reversal, then those with most statements, in the table's order; and a remark on the rest."""
    sizes = table.groupby("line", sort=False).agg(turned=("reverses", "any"), n=("n_statements", "sum"))
    if len(sizes) <= _MOST:
        return table, ""
    kept = sizes.sort_values(["turned", "n"], ascending=False, kind="stable").index[:_MOST]
    remark = f"Drawn: {_MOST} of {len(sizes)} positions, those that were reversed and those with most statements."
    return table[table["line"].isin(kept)], remark


def _by_side(table: pd.DataFrame):
    return table.groupby("side", sort=False)


def _reach_of(tones: pd.DataFrame) -> tuple[float, str]:
    """How far from its zero line a band must reach to hold all tones, and what to say where that is not all of −1…1."""
    if tones.abs().max().max() <= _NARROW:
        return _NARROW, f"Each band shows −{_NARROW} to +{_NARROW}; a tone can be −1 to +1."
    return 1.0, ""


def _bands(ax: Axes | None, names: dict[str, str], reach: float) -> tuple[Axes, dict[str, float]]:
    """Axes with a band for each side; and at which height the zero line of each is, the first one uppermost."""
    ax = ax or plt.subplots(figsize=(6.6, 0.95 * len(names) + 0.2))[1]
    heights = {side: _BAND * reach * number for number, side in enumerate(names)}
    for y in heights.values():
        ax.axhline(y, color="#555555", linewidth=0.9)
        for limit, text in ((-reach, f"+{reach:g}"), (reach, f"−{reach:g}")):
            ax.axhline(y + limit, color="#e4e4e4", linewidth=0.7)
            ax.annotate(text, (1, y + limit), xycoords=ax.get_yaxis_transform(), xytext=(4, 0), va="center",
                        textcoords="offset points", fontsize=7, color="#777777")  # fmt: skip
    ax.set_yticks(list(heights.values()), names.values())
    ax.set_ylim((_BAND * (len(names) - 1) + 1.3) * reach, -1.3 * reach)
    return ax, heights


def _draw_events(ax: Axes, events: pd.DataFrame | None, first, last, reach: float) -> str:
    """Numbered lines for the events between two dates; the text that tells them."""
    if events is None:
        return ""
    shown = events[events["date"].between(first, last)]
    for number, date in enumerate(shown["date"], start=1):
        ax.axvline(date, color="#555555", linewidth=0.8, linestyle=":")
        height = (-1.5 - 0.45 * (number % 3)) * reach  # three heights, so that the numbers of near dates stand apart
        ax.text(date, height, f"{number}", ha="center", va="center", fontsize=7, color="#333333",
                bbox=_ON_WHITE)  # fmt: skip
    if len(shown):
        ax.set_ylim(top=-2.7 * reach)
    told = [f"{n} {row.label} ({row.date.day} {row.date:%b %Y})" for n, row in enumerate(shown.itertuples(), start=1)]
    return "Dotted: " + "; ".join(told) + "." if told else ""
