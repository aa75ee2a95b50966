"""How sure a number is: 95 % intervals, as `(low, high)`; `(NaN, NaN)` where there is no ground for one."""

import warnings
from collections.abc import Iterator

import numpy as np

_DRAWS, _SEED, _CELLS_AT_ONCE = 2000, 20250511, 1_000_000
_Z = 1.959963984540054
_T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
      2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042)  # fmt: skip
_ALIKE = 1e-9  # means of units that differ by less are the same: sums of decimals are not exact


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


def mean_interval(top, bottom) -> tuple[float, float]:
    """Return the 95 % interval of a mean of scores between −1 and 1: sum(top) / sum(bottom), one number a unit.

    It is the wider one, at either end, of `bootstrap_interval` and of Student's t over the k units (k − 1 degrees of
    freedom, the variance that of a ratio of sums): of three texts the bootstrap sees little more than the lowest and
    the highest score, and t knows how little that is. Units of very unequal size t takes too lightly, and the bootstrap
    does not. Where all units have the same mean, both would say that nothing is left open. There a share of
    1 − .025^(1/k) of all texts may be otherwise, with one chance in forty that k units show none of them (46 % for
    k = 6, 7 % for 50), and they may lie anywhere in −1…1. With one unit there is no interval.

    Source: Cochran 1977, Sampling Techniques, 3rd ed., sections 2.11 and 6.4 (a ratio, and t for few units); Clopper &
    Pearson 1934, Biometrika 26, 404–413 (none of k; known as the rule of three).
    """
    top, bottom = (np.asarray(numbers, dtype=float) for numbers in (top, bottom))
    if (k := len(top)) < 2:
        return np.nan, np.nan
    mean = top.sum() / bottom.sum()
    if np.ptp(top / bottom) < _ALIKE:
        unseen = 1 - 0.025 ** (1 / k)
        return float(mean - unseen * (mean + 1)), float(mean + unseen * (1 - mean))
    half = _t(k - 1) * np.sqrt(k / (k - 1) * np.sum((top - mean * bottom) ** 2)) / bottom.sum()
    low, high = bootstrap_interval(top, bottom)
    return float(max(-1.0, min(low, mean - half))), float(min(1.0, max(high, mean + half)))


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
    middle = (n_yes + _Z * _Z / 2) / (n + _Z * _Z)
    half = _Z / (n + _Z * _Z) * np.sqrt(n_yes * (n - n_yes) / n + _Z * _Z / 4)
    return float(max(0.0, middle - half)), float(min(1.0, middle + half))


def _t(df: int) -> float:
    """The 97.5th percentile of Student's t; beyond the table by Abramowitz & Stegun 1964, 26.7.5, right to .0001."""
    if df <= len(_T):
        return _T[df - 1]
    return _Z + (_Z**3 + _Z) / (4 * df) + (5 * _Z**5 + 16 * _Z**3 + 3 * _Z) / (96 * df**2)
