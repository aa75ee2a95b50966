"""How sure a number is: 95 % intervals, as `(low, high)`; `(NaN, NaN)` where there is no ground for one."""

import warnings
from collections.abc import Iterator

import numpy as np

_DRAWS, _SEED, _CELLS_AT_ONCE = 2000, 20250511, 1_000_000


def draws(n: int) -> Iterator[np.ndarray]:
    """Yield 2,000 draws of n units with replacement, some at a time: one row a draw, one column a unit, how often.

    From a fixed seed: the same n gives the same draws. With one unit, or none, there is nothing to draw.

    Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
    """
    if n < 2:
        return
    rng, at_once = np.random.default_rng(_SEED), max(1, _CELLS_AT_ONCE // n)
    for first in range(0, _DRAWS, at_once):
        drawn = rng.integers(0, n, size=(min(at_once, _DRAWS - first), n))
        drawn += n * np.arange(len(drawn))[:, None]
        yield np.bincount(drawn.ravel(), minlength=drawn.size).reshape(drawn.shape)


def bootstrap_interval(top, bottom) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of sum(top) / sum(bottom), units drawn with replacement.

    `top` and `bottom` hold one number a unit (an article, or a statement), in the same order: sum of scores and
    number of scores, for a mean. With few units (below about ten) it is too narrow; with one there is none.
    """
    sums = np.column_stack([np.asarray(top, dtype=float), np.asarray(bottom, dtype=float)])
    drawn = [times @ sums for times in draws(len(sums))]
    if not drawn:
        return np.nan, np.nan
    drawn = np.concatenate(drawn)
    low, high = percentiles(drawn[:, :1], drawn[:, 1:])
    return float(low[0]), float(high[0])


def bootstrap_shares(units, groups, values) -> tuple[np.ndarray, np.ndarray]:
    """Return the 95 % percentile bootstrap intervals of each group's share in the sum of all values.

    `units`, `groups` and `values` hold one entry a row: the numbers 0, 1, 2 … of the unit that is drawn (an article,
    or a statement) and of the group (a side), and what is shared out (words). `low` and `high` hold one number a
    group. It is too narrow with few units, as in `bootstrap_interval`.
    """
    units, groups, values = (np.asarray(column) for column in (units, groups, values))
    n_groups = int(groups.max(initial=-1)) + 1
    drawn = [
        np.bincount(groups, weights=row[units] * values, minlength=n_groups)
        for times in draws(int(units.max(initial=-1)) + 1)
        for row in times
    ]
    if not drawn:
        return np.full(n_groups, np.nan), np.full(n_groups, np.nan)
    drawn = np.array(drawn)
    return percentiles(drawn, drawn.sum(axis=1, keepdims=True))


def percentiles(top: np.ndarray, bottom: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the 2.5th and the 97.5th percentile of top / bottom, one row a draw; NaN where all draws are 0 / 0."""
    with warnings.catch_warnings(), np.errstate(invalid="ignore", divide="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)
        low, high = np.nanpercentile(top / bottom, [2.5, 97.5], axis=0)
    return low, high


def wilson_interval(n_yes: int, n: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of the share n_yes / n; it stays honest where n is 1 or all agree.

    It takes the n cases for independent: statements of one article are less than that.

    Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209–212.
    """
    if n == 0:
        return np.nan, np.nan
    z = 1.959963984540054
    middle = (n_yes + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * np.sqrt(n_yes * (n - n_yes) / n + z * z / 4)
    return float(max(0.0, middle - half)), float(min(1.0, middle + half))
