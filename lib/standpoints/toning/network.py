"""Tone by the trained reader: the tone of a passage, and the tone toward somebody whom its sentence mentions.

The network gives each word piece its part. The tone of a passage is the mean part of its pieces, so that what each word
did can be told exactly. Source and figures: models/README.md.
"""

from collections.abc import Sequence
from itertools import islice

import numpy as np

from standpoints.reader import Weights, weigh
from standpoints.reading.pieces import pieces_of
from standpoints.toning.tones import Passage, Tone

STRONGEST = 8
"""So many words are told of those that drove a score: each word has its part, most of them next to none."""


def reader(texts: Sequence[str]) -> list[Tone]:
    """Return the tone of each text by the trained reader.

    Source: all-MiniLM-L6-v2 trained on human ratings of editorials (Hutto & Gilbert, ICWSM 2014); see models/README.md.
    """
    return [tone_of(Passage(text, ((0, len(text)),))) for text in texts]


def tone_of(passage: Passage) -> Tone:
    """Return the tone of a passage as it stands in its article: read there, with what stands around it in view."""
    weights = weigh(passage.text)
    rows = _inside(weights, passage.spans)
    parts = weights.parts[rows, 6].astype(float)
    if not len(parts):
        return Tone()
    tone = min(max(float(_mean(parts)), -1.0), 1.0)
    return Tone(round(tone, 4), _strongest(weights, rows, parts / len(parts), passage))


def tone_toward(mention: tuple[int, int], sentence: Passage) -> Tone:
    """Return the tone of a sentence toward somebody mentioned in it: the odds of good less those of bad, −1…1.

    It is 0 where neither is the likeliest. Source: trained on NewsMTSC (Hamborg & Donnay, EACL 2021), US news about
    policy.
    """
    weights = weigh(sentence.text)
    rows, named = _inside(weights, sentence.spans), _inside(weights, [mention])
    of_mention, of_sentence = weights.parts[named, :3], weights.parts[rows, 3:6]
    if not len(of_mention) or not len(of_sentence):
        return Tone()
    scores = _mean(of_mention) + _mean(of_sentence)
    if scores.argmax() == 1:
        return Tone(0.0)
    tone = _good_less_bad(scores)
    # what is left when a word's part is taken out
    without = _good_less_bad(scores - of_sentence / len(of_sentence))
    return Tone(round(float(tone), 4), _strongest(weights, rows, tone - without, sentence))


def _mean(parts: np.ndarray) -> np.ndarray:
    return np.add.reduce(parts) / len(parts)  # as parts.mean(0), which takes three times as long for a few words


def _good_less_bad(scores: np.ndarray) -> np.ndarray:
    odds = np.exp(scores.astype(float) - scores.max(-1, keepdims=True))
    odds /= odds.sum(-1, keepdims=True)
    return odds[..., 2] - odds[..., 0]


def _inside(weights: Weights, spans: Sequence[tuple[int, int]]) -> slice | np.ndarray:
    """The numbers of the word pieces that lie in the spans: a slice, which is taken faster, where there is one span."""
    found = [pieces_of(weights, start, end) for start, end in spans]
    if len(found) == 1:
        return slice(*found[0])
    return np.concatenate([np.zeros(0, np.int64), *(np.arange(*places) for places in found)])


def _strongest(
    weights: Weights, rows: slice | np.ndarray, parts: np.ndarray, said: Passage
) -> tuple[tuple[str, float], ...]:
    """The words with the largest parts, the pieces of a word together; marks are no words.

    Of a word that goes on outside what is said only the letters inside are told: a million letters in a row are one
    word, which would stand in full in the row of each of its sentences.
    """
    words = weights.words[rows]
    edges = np.flatnonzero(words[1:] != words[:-1]) + 1
    first, last = np.concatenate([[0], edges]), np.concatenate([edges - 1, [-1]])
    sums = np.add.reduceat(parts, first)
    begin, stop = said.spans[0][0], said.spans[-1][1]
    starts, ends = weights.starts[rows][first].tolist(), weights.ends[rows][last].tolist()
    order = np.argsort(-np.abs(sums), kind="stable").tolist()
    found = ((said.text[max(starts[i], begin) : min(ends[i], stop)].lower(), float(sums[i])) for i in order)
    return tuple(islice((pair for pair in found if any(map(str.isalpha, pair[0]))), STRONGEST))
