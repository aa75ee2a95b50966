"""What a sentence means, as a vector: two sentences that mean alike have vectors that point the same way.

`vectors(texts)` is all that others need. It works offline on the processor; models/README.md tells where the network is
from and how near alike is.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache

import numpy as np

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
    import onnxruntime

    file = folder / "meaning.onnx"
    if not file.is_file():
        raise MeaningError(f"The network of meanings is missing: {file}. Install the package again.")
    data = file.read_bytes()
    known = json.loads((folder / "meaning.json").read_text(encoding="utf-8"))["sha256"]
    if hashlib.sha256(data).hexdigest() != known:
        raise MeaningError(
            f"The network of meanings is damaged: {file} ({len(data):,} bytes) is not the file that was measured. "
            "Get the file again, for example with `git checkout lib/standpoints/models/meaning.onnx`."
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # one sentence is too short to share: a second thread would mostly wait
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
