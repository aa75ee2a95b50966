"""Kinds learnt from a few vectors: what differs within a kind counts little, what differs between kinds much."""

import numpy as np
import pytest

from standpoints.stances.discriminant import learn_kinds, nearness, scores


def of_length_1(*rows):
    rows = np.array(rows, float)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


EXAMPLES = of_length_1((1, 0.9, 0.2), (1, 0, 0.2), (1, -0.9, 0.2), (1, 0.9, -0.2), (1, 0, -0.2), (1, -0.9, -0.2))
MEMBERS = [np.array([0, 1, 2]), np.array([3, 4, 5])]


def test_a_direction_in_which_a_kind_varies_does_not_tell():
    """The third number alone tells the two kinds apart, though the second differs more."""
    kinds = learn_kinds(EXAMPLES, MEMBERS)
    far_off = of_length_1((1, 0.9, -0.1))[0]
    assert (
        EXAMPLES[[0]] @ far_off > EXAMPLES[[4]] @ far_off
    )  # nearer to one of the first kind than to most of the second
    assert scores(far_off, kinds).argmax() == 1


def test_centres_are_the_middle_and_own_tells_how_far_examples_lie_from_it():
    kinds = learn_kinds(EXAMPLES, MEMBERS)
    assert np.linalg.norm(kinds.centres, axis=1) == pytest.approx(1)
    assert nearness(EXAMPLES[1], kinds)[0] == pytest.approx(1, abs=0.01)
    assert kinds.own[0] == pytest.approx(EXAMPLES[0] @ of_length_1(EXAMPLES[1] + EXAMPLES[2])[0])


def test_of_two_examples_nothing_is_known():
    assert learn_kinds(EXAMPLES, [np.array([0, 1]), np.array([2, 3, 4, 5])]).own[0] == 0.9
