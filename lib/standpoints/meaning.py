"""What a sentence means, as a vector: two sentences that mean alike have vectors that point the same way.

`vectors(texts)` is all that others need. It works offline on the processor; models/README.md tells where the network is
from and how near alike is.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import numpy as np

from standpoints.networks import load_network
from standpoints.reading.pieces import CLS, MODELS, SEP, tokenizer

LONGEST = 126
"""Word pieces of a text that are read (about 500 characters), without the two marks around them."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")  # halves of characters, which no UTF-8 holds


class MeaningError(RuntimeError):
    """The files of the network are damaged or missing."""


def vectors(texts: Iterable[str]) -> np.ndarray:
    """One row of length 1 for each text; the product of two rows is their likeness, about 0 (unlike) to 1 (the same).

    A text is read by itself: the 8-bit arithmetic takes its scale from everything in a call, so that in a batch the
    result would depend on the neighbours. It cannot see more than the first 126 word pieces.

    Raises: `MeaningError` when the network's file is damaged.
    Source: all-MiniLM-L6-v2 (Reimers & Gurevych, EMNLP 2019; Apache-2.0), with a map trained on top.
    """
    return np.stack([vector(text) for text in texts])


@lru_cache(maxsize=20_000)
def vector(text: str) -> np.ndarray:
    """The row of one text; equal texts are read once."""
    ids = tokenizer().encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False).ids[:LONGEST]
    return network().run(["meaning"], {"ids": np.array([[CLS, *ids, SEP]])})[0][0]


@cache
def network(folder=MODELS):
    """The onnxruntime session, checked and loaded once."""
    return load_network(folder / "meaning.onnx", "The network of meanings", MeaningError)
