"""Which words are like which: so that a text can be made into another one that reads nearly as well.

The neighbours of a word are those whose vectors in MPNet point the same way: told is like asked, Moscow like Kiev.
"""

import numpy as np
import torch

from model import load_base
from standpoints.reading.pieces import tokenizer

NEIGHBOURS = 8
NEAR = 0.3  # cosine from which on a word is like another
PLAIN = 2060  # the vocabulary begins with marks, letters and the words that are most frequent: those have no like


def alike(folder):
    """(pieces of the vocabulary, NEIGHBOURS) the words like each, itself where there are fewer."""
    vocabulary = sorted(tokenizer().get_vocab().items(), key=lambda pair: pair[1])
    whole = [
        number for word, number in vocabulary if number > PLAIN and len(word) > 1 and word.isascii() and word.isalpha()
    ]
    vectors = load_base(folder).words.weight[whole].float()
    vectors = torch.nn.functional.normalize(vectors - vectors.mean(0))
    table = np.repeat(np.arange(len(vocabulary), dtype=np.int16)[:, None], NEIGHBOURS, 1)
    whole = torch.tensor(whole)
    for begin in range(0, len(whole), 2000):
        own = whole[begin : begin + 2000, None]
        likeness = vectors[begin : begin + 2000] @ vectors.T
        likeness[whole[None] == own] = -1
        best, at = likeness.topk(NEIGHBOURS)
        table[own[:, 0]] = torch.where(best >= NEAR, whole[at], own).numpy()
    return table
