"""How sure a number is: 95 % intervals, as `(low, high)`; `(NaN, NaN)` where there is no ground for one."""

import numpy as np

_DRAWS, _SEED, _CELLS_AT_ONCE = 2000, 20250511, 1_000_000


def bootstrap_interval(top, bottom) -> tuple[float, float]:
    """Return the 95 % percentile bootstrap interval of sum(top) / sum(bottom), units drawn with replacement.

    `top` and `bottom` hold one number a unit (an article, or a statement), in the same order: sum of scores and
    number of scores for a mean, own words and all words for a share. 2,000 draws from a fixed seed, so that the same
    rows give the same interval. With few units (below about ten) it is too narrow; with one there is none.

    Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13.
    """
    top, bottom = np.asarray(top, dtype=float), np.asarray(bottom, dtype=float)
    if len(top) < 2:
        return np.nan, np.nan
    rng, ratios = np.random.default_rng(_SEED), []
    at_once = max(1, _CELLS_AT_ONCE // len(top))
    for first in range(0, _DRAWS, at_once):
        drawn = rng.integers(0, len(top), size=(min(at_once, _DRAWS - first), len(top)))
        with np.errstate(invalid="ignore", divide="ignore"):
            ratios.append(top[drawn].sum(axis=1) / bottom[drawn].sum(axis=1))
    ratios = np.concatenate(ratios)
    ratios = ratios[np.isfinite(ratios)]
    if not len(ratios):
        return np.nan, np.nan
    low, high = np.percentile(ratios, [2.5, 97.5])
    return float(low), float(high)


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
