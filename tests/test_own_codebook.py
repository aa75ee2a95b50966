"""A codebook of one's own: its examples are found again, its phrases are checked, and a long word costs no more."""

import pytest
from test_actors import steps_of

from standpoints.stances.phrases import LONGEST, only_words, read_phrase


def test_a_word_longer_than_any_that_is_looked_for_takes_no_more_steps_or_memory():
    """A key of 80,000 letters in an article: one entry for each of its beginnings would be gigabytes."""
    words = "a key is " + "ab" * 4_000, "a key is " + "cd" * 16_000
    steps = [steps_of(only_words, text) for text in words]
    assert steps[1] <= steps[0]
    assert all(max(map(len, only_words(text))) <= LONGEST + 2 for text in words)


def test_a_phrase_cannot_ask_for_a_word_that_is_longer():
    longest = "a" * LONGEST
    [phrase] = read_phrase(f"{longest}*", {})
    assert list(phrase.find(longest + "bc", only_words(longest + "bc")))
    with pytest.raises(ValueError, match=r"a word of 61 letters; 60 are the most$"):
        read_phrase(f"{longest}a", {})
