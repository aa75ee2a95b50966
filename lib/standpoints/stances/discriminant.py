"""Which of several kinds a vector is of, learnt from a few examples of each.

Fisher's linear discriminant (1936): a direction counts the more, the less the examples of one kind differ in it. With
fewer examples than directions their spread is not known well, so half of it is taken to be the same in all directions
(Friedman 1989).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

LEAST = 1e-4
"""The spread that is taken for granted: the same sentence several times has none."""


class Kinds(NamedTuple):
    """Of each of n kinds of vectors `wide` long: how to score a vector, where its examples lie, how near each other.

    `weights` (wide, n) and `offsets` (n) give the scores: a difference of two is the logarithm of how many times
    likelier the one kind is. `centres` (n, wide) have length 1; `own` is how near one of the examples is to the others'
    centre (cosine; the middle one), for kinds of less than three 0.9.
    """

    weights: np.ndarray
    offsets: np.ndarray
    centres: np.ndarray
    own: np.ndarray


def learn_kinds(examples: np.ndarray, members: Sequence[np.ndarray]) -> Kinds:
    """The kinds of which the rows `members` of `examples` (vectors of length 1) are."""
    means = np.stack([examples[rows].mean(0) for rows in members])
    apart = np.concatenate([examples[rows] - mean for rows, mean in zip(members, means, strict=True)])
    spread = apart.T @ apart / len(apart)
    spread += np.eye(len(spread)) * max(np.trace(spread) / len(spread), LEAST)
    weights = np.linalg.solve(spread, means.T)
    own = np.array([_own_nearness(examples[rows]) for rows in members])
    return Kinds(weights, (means.T * weights).sum(0) / 2, _of_length_1(means), own)


def _own_nearness(examples: np.ndarray) -> float:
    if len(examples) < 3:
        return 0.9  # two tell nothing: as near as most
    others = examples.sum(0) - examples
    return float(np.median((_of_length_1(others) * examples).sum(1)))


def _of_length_1(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def scores(vector: np.ndarray, kinds: Kinds) -> np.ndarray:
    """How likely each of the kinds is, as logarithms."""
    return (kinds.weights * vector[:, None]).sum(0) - kinds.offsets  # `@` would start threads, which cost more


def nearness(vector: np.ndarray, kinds: Kinds) -> np.ndarray:
    """How near the vector is to the centre of each of the kinds (cosine)."""
    return (kinds.centres * vector).sum(1)
