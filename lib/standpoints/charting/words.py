"""The chart of the words that set the sides apart; it draws one table and computes nothing. Options as in `voice.py`.

>>> sp.chart_words(sp.distinctive_words(study), title="Whose words are these?")
"""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from standpoints.charting.drawing import beside, in_house_style, largest, noted, nothing, short, side_style
from standpoints.comparing.counting import several


@in_house_style
def chart_words(table: pd.DataFrame, *, most: int = 8, ax: Axes | None = None, title: str = "", note: str = "") -> Axes:
    """Draw the words of each side: under its name, the `most` words of `distinctive_words` that are its own
    (`its_own`), highest z first.

    A dot is the log-odds against all other sides together, on its 95 % interval; it is full where |z| ≥ 1.96 and
    hollow where the difference may be chance. Beside it z, and how often the side and the others use the word.
    """
    table, remark = largest(table, "side", "n_uses", most=6)
    shown = table[table["its_own"]].groupby("side", sort=False).head(most)
    if shown.empty:
        return nothing(ax, "no word that one side uses more than the others", note)
    labels, rows, heads = [], [], []
    for side, words in shown.groupby("side", sort=False):
        first = words.iloc[0]
        heads.append(len(labels))
        labels.append(f"{short(side, 34)}: {first['n_words']:,} of {first['n_words'] + first['others_words']:,} words")
        for row in words.to_dict("records"):
            rows.append((len(labels), row))
            labels.append(row["word"])
    ax = ax or plt.subplots(figsize=(4.4, 0.26 * len(labels) + 0.3))[1]
    ax.axvline(0, color="#555555", linewidth=1)
    for y, row in rows:
        colour, marker = side_style(row["side"])
        ink = "#222222" if row["marked"] else "#666666"
        ax.plot([row["low"], row["high"]], [y, y], color=colour, linewidth=1.8)
        ax.plot(row["log_odds"], y, marker=marker, markersize=7, color=colour, markeredgewidth=1.4, zorder=3,
                markerfacecolor=colour if row["marked"] else "white")  # fmt: skip
        count = f"{row['n_uses']:,} : {row['others_uses']:,} in {several(row['n_statements'], 'statement')}"
        beside(ax, y, f"z {row['z']:.1f}", count, ink)
    ax.set_yticks(range(len(labels)), labels, fontsize=9)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    for y in heads:
        ax.get_yticklabels()[y].set_fontweight("bold")
    hollow = "" if shown["marked"].all() else "; hollow: |z| < 1.96, may be chance"
    ax.set_xlabel(f"← the others' word      log-odds      the side's own →\nline: 95% interval{hollow}\n"
                  "right: z; uses by the side : by all others, in so many statements of the side")  # fmt: skip
    return noted(ax, note, remark, below=68)
