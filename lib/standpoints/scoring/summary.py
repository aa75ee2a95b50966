"""The figures of a measurement as a short table, for a person at a terminal."""

import re

from standpoints.comparing.accuracy import each_figure

_COUNTED = {"n_gold": "coded by hand", "n_predicted": "found by the kit", "n": "counted"}
_MEANS = {
    "precision": "the share of what the kit found that is right",
    "recall": "the share of what was coded by hand that the kit found",
    "f1": "precision and recall in one, weighing what is missed and what is wrong alike",
    "accuracy": "the share that is right",
    "r": "the correlation with the ratings of people",
}


def summary(result: dict) -> str:
    """Return the counts and figures of `score` as lines, each figure with its interval and n.

    >>> print(summary(score("attribution", "my-coded.csv")))
    attribution in my-coded.csv. articles: 2, coded by hand: 28, found by the kit: 31
    <BLANKLINE>
                                             value  95 %           n
    found precision                            .87  .78–.95       31
    """
    named = {key: _COUNTED.get(key, key[2:].replace("_", " ")) for key in result if re.match("n(_|$)", key)}
    counts = ", ".join(f"{name}: {result[key]}" for key, name in named.items())
    lines = [f"{result['task']} in {result['file']}. {counts}", "", f"{'':40} value  95 %           n"]
    figures = list(each_figure(result))
    for name, figure in figures:
        n = "" if figure["n"] is None else figure["n"]
        lines.append(f"{name.replace('_', ' '):40} {_short(figure['value']):>5}  {_interval(figure):9} {n:>6}")
    used = {name.split()[-1].removeprefix("macro_") for name, _ in figures}
    notes = [f"{name}: {text}." for name, text in _MEANS.items() if name in used]
    notes += ["95 %: the interval over articles; none with one article. n: how many were counted."]
    return "\n".join([*lines, "", *notes, "For a program, as JSON: write > figures.json after the command."])


def _interval(figure: dict) -> str:
    return "" if figure["low"] is None else f"{_short(figure['low'])}–{_short(figure['high'])}"


def _short(number: float | None) -> str:
    """.87 for 0.873, and a dash where nothing is known."""
    return "—" if number is None else f"{number:.2f}".replace("0.", ".", 1)
