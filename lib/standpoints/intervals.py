"""How sure a number is: 95 % intervals, as `(low, high)`; `(NaN, NaN)` where there is no ground for one."""

import warnings

import numpy as np

_DRAWS, _SEED, _CELLS_AT_ONCE = 2000, 20250511, 1_000_000


def bootstrap_interval(top, bottom):
    """Return the 95 % percentile bootstrap interval of sum(top) / sum(bottom), units drawn with replacement.

    `top` and `bottom` hold one number a unit (an article, or a statement), in the same order: sum of scores and
    number of scores for a mean, own words and all words for a share. `top` may be a table, one column a share of the
    same whole: `low` and `high` are then arrays. 2,000 draws from a fixed seed, so that the same rows give the same
    interval. With few units (below about ten) it is too narrow; with one there is none.

    Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
    """
    top, bottom = np.asarray(top, dtype=float), np.asarray(bottom, dtype=float)
    n = len(bottom)
    if n < 2:
        return np.full(top.shape[1:], np.nan)[()], np.full(top.shape[1:], np.nan)[()]
    rng, ratios = np.random.default_rng(_SEED), []
    at_once = max(1, _CELLS_AT_ONCE // n)
    for first in range(0, _DRAWS, at_once):
        drawn = rng.integers(0, n, size=(min(at_once, _DRAWS - first), n))
        drawn += n * np.arange(len(drawn))[:, None]
        times = np.bincount(drawn.ravel(), minlength=drawn.size).reshape(drawn.shape).astype(float)
        with np.errstate(invalid="ignore", divide="ignore"):
            ratios.append(((times @ top).T / (times @ bottom)).T)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # where every draw is 0 / 0 there is no interval: NaN
        low, high = np.nanpercentile(np.concatenate(ratios), [2.5, 97.5], axis=0)
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
