"""Figures of accuracy: matching of spans, precision, recall and F1, and a 95 % interval for any figure made of sums.

Spans are characters [start, end) of one text; a token is a word or a single punctuation mark.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import NamedTuple

import numpy as np
import pandas as pd

from standpoints.intervals import draws, wilson_interval

Spans = Iterable[tuple[int, int]]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_STOP = frozenset(
    "the a an of in on at for to and or s his her its their our my your this that these those by with from".split()
)


class Tokens(NamedTuple):
    """The tokens of one text, in its order."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text: each run of letters and digits, each other mark that is no white space."""
    found = list(_TOKEN.finditer(text))
    return Tokens([m.group() for m in found], [m.start() for m in found], [m.end() for m in found])


def covered(spans: Spans, tokens: Tokens) -> set[int]:
    """Return the numbers of the tokens that the spans touch."""
    return {i for start, end in spans for i in range(bisect_right(tokens.ends, start), bisect_left(tokens.starts, end))}


def naming(spans: Spans, tokens: Tokens) -> set[str]:
    """Return the covered words that name something, in lower case: no stop words, or all if there is nothing else.

    "the premier of Norland" names by "premier" and "norland"; a source that is only "those" names by that.
    """
    words = {tokens.words[i].casefold() for i in covered(spans, tokens) if re.match(r"\w", tokens.words[i])}
    return words - _STOP or words


def match(gold: list[set], predicted: list[set], *, least: float = 0.5) -> list[tuple[int, int, float]]:
    """Return (gold number, predicted number, overlap) of the sets that match, one to one, the best first.

    Overlap is intersection over union; pairs below `least` do not match. Only pairs that share something are looked
    at, so that a long article costs no more than its overlaps.
    """
    holders = defaultdict(list)
    for i, members in enumerate(gold):
        for member in members:
            holders[member].append(i)
    shared = Counter((i, j) for j, members in enumerate(predicted) for member in members for i in holders[member])
    overlaps = [(n / (len(gold[i]) + len(predicted[j]) - n), i, j) for (i, j), n in shared.items()]
    pairs, used_gold, used_predicted = [], set(), set()
    for overlap, i, j in sorted(overlaps, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if overlap >= least and i not in used_gold and j not in used_predicted:
            pairs.append((i, j, overlap))
            used_gold.add(i)
            used_predicted.add(j)
    return pairs


def measure(units: pd.Series, figure: Callable[[pd.DataFrame], pd.Series], **columns: pd.Series) -> dict:
    """Return value, low and high of a figure that is made of sums: None where there is nothing to divide by.

    `columns` hold a number a row, `units` the article of each row; `figure` makes the figure from the columns' sums.
    The interval is the 95 % percentile bootstrap over whole units (`intervals.draws`), because rows of one article are
    not independent. With few units it is too narrow; with one there is none.
    """
    numbers = {name: np.asarray(column, dtype=float) for name, column in columns.items()}
    sums = pd.DataFrame(numbers).groupby(np.asarray(units)).sum()
    values = sums.to_numpy()
    drawn = np.concatenate([values.sum(axis=0, keepdims=True), *(times @ values for times in draws(len(sums)))])
    with np.errstate(invalid="ignore", divide="ignore"):
        figures = np.asarray(figure(pd.DataFrame(drawn, columns=sums.columns)), dtype=float)
    value, drawn = figures[0], figures[1:][np.isfinite(figures[1:])]
    low, high = np.percentile(drawn, [2.5, 97.5]) if len(drawn) and np.isfinite(value) else (np.nan, np.nan)
    return {name: _rounded(number) for name, number in (("value", value), ("low", low), ("high", high))}


def share(units: pd.Series, top: pd.Series, bottom: pd.Series) -> dict:
    """Return sum(top) / sum(bottom) with its interval, and n = sum(bottom).

    The interval is the wider one, at either end, of the bootstrap's and of Wilson's. Where there are few articles the
    bootstrap sees little more than the best and the worst of them: 37 right of 43 in five documents gave 85 to 100 %,
    with the share itself at the end. Wilson's takes the cases for independent, which is the least doubt there can be.

    Source: Cameron, Gelbach & Miller 2008, Rev. Econ. Stat. 90(3), 414–427, on few clusters; `wilson_interval`.
    """
    figure, n = measure(units, lambda c: c["top"] / c["bottom"], top=top, bottom=bottom), int(bottom.sum())
    return _widened(figure, int(top.sum()), n) | {"n": n}


def _widened(figure: dict, hits: int, n: int) -> dict:
    if figure["low"] is None:
        return figure
    low, high = wilson_interval(hits, n)
    return figure | {"low": min(figure["low"], _rounded(low)), "high": max(figure["high"], _rounded(high))}


def precision_recall(units: pd.Series, *, hit: pd.Series, predicted: pd.Series, gold: pd.Series) -> dict:
    """Return micro precision, recall and F1, each with its interval and n; the columns are true or false.

    The interval of F1 is widened as that of `share`, F1 being nearly the share of hits in the mean of both counts.
    """
    hit, predicted, gold = (column.astype(int) for column in (hit, predicted, gold))
    f1 = measure(units, lambda c: 2 * c["hit"] / (c["predicted"] + c["gold"]), hit=hit, predicted=predicted, gold=gold)
    return {
        "precision": share(units, hit, predicted),
        "recall": share(units, hit, gold),
        "f1": _widened(f1, int(hit.sum()), round((predicted.sum() + gold.sum()) / 2)) | {"n": int(gold.sum())},
    }


def macro_f1(units: pd.Series, gold: pd.Series, predicted: pd.Series, classes: list) -> dict:
    """Return the mean of the F1 of each class, with its interval and n."""
    parts = {}
    for number, name in enumerate(classes):
        parts[f"hit{number}"] = (gold == name) & (predicted == name)
        parts[f"both{number}"] = (gold == name).astype(int) + (predicted == name)

    def mean(c):
        return sum((2 * c[f"hit{k}"] / c[f"both{k}"]).fillna(0) for k in range(len(classes))) / len(classes)

    return measure(units, mean, **parts) | {"n": len(gold)}


def correlation(units: pd.Series, x: pd.Series, y: pd.Series) -> dict:
    """Return Pearson's r with its interval and n."""

    def r(c):
        spread = (c.n * c.xx - c.x**2) * (c.n * c.yy - c.y**2)
        return (c.n * c.xy - c.x * c.y) / np.sqrt(spread)

    ones = pd.Series(1, index=x.index)
    return measure(units, r, n=ones, x=x, y=y, xx=x * x, yy=y * y, xy=x * y) | {"n": len(x)}


def held_out(name: str, *, share: float = 0.2) -> bool:
    """Return whether an article or document belongs to the part kept apart from training: by its name alone.

    The same name falls into the same part on every machine and whatever else is in the corpus.
    """
    return int(sha256(name.encode()).hexdigest()[:8], 16) < share * 16**8


def _rounded(number: float) -> float | None:
    return round(float(number), 4) if np.isfinite(number) else None
