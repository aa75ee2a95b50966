"""Windows of word pieces with what people marked in them; their file; and batches of them as tensors.

Training needs this file and PyTorch, no more: the corpora, and what cuts them, can stay where they are.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
import torch

FOLDS = 4  # parts of the articles; each teacher is trained without one, and teaches what stands in it
STEP = 16  # lengths of windows are rounded up to this: a processor makes ready for each size of tensor anew
UNKNOWN = float("nan")  # a rating that nobody gave: only other networks tell it


class Window(NamedTuple):
    """What the network sees of a text, and what is right of it; places are counted from its [CLS].

    All but the first two may be empty, where nobody marked it.
    """

    ids: np.ndarray
    forms: np.ndarray
    tags: np.ndarray = ()  # class of each piece
    links: np.ndarray = ()  # rows of pointer, word piece, the word piece it points to
    targets: np.ndarray = ()  # rows of begin, end of a name, begin, end of its sentence, how likely bad, neutral, good
    rated: np.ndarray = ()  # rows of begin, end of a sentence, tone −1…1
    listed: np.ndarray = ()  # rows of begin, end of words, VADER's score, TextBlob's
    pronouns: np.ndarray = ()  # rows of place, weight; 0 where nobody marked whom it means
    antecedents: np.ndarray = ()  # rows of the place of a pronoun, a place that names the same person
    fold: int = -1  # of its article, where people marked anything

    def is_marked(self):
        return self.fold >= 0 or len(self.listed) > 0


KINDS = {  # how each part is stored: numbers in a row, type
    "ids": (1, np.int16),
    "forms": (1, np.int8),
    "tags": (1, np.int8),
    "links": (3, np.int16),
    "targets": (7, np.float32),
    "rated": (3, np.float32),
    "listed": (4, np.float32),
    "pronouns": (2, np.float32),
    "antecedents": (2, np.int16),
}


def write(epochs, file):
    """Store the windows of each epoch, as Parquet."""
    rows = [(number, window) for number, windows in enumerate(epochs) for window in windows]
    table = {
        part: [np.asarray(getattr(window, part), kind).ravel() for _, window in rows]
        for part, (_, kind) in KINDS.items()
    }
    table |= {"fold": [window.fold for _, window in rows], "epoch": [number for number, _ in rows]}
    pd.DataFrame(table).to_parquet(file, compression="zstd", compression_level=19, index=False)


def read(file):
    """The windows of each epoch."""
    table = pd.read_parquet(file)
    epochs = [[] for _ in range(table["epoch"].max() + 1)]
    parts = [table[part].map(lambda row, width=width: row if width == 1 else row.reshape(-1, width)).to_numpy()
             for part, (width, _) in KINDS.items()]  # fmt: skip
    for number, *row in zip(table["epoch"], *parts, table["fold"], strict=True):
        epochs[number].append(Window(*row))
    return epochs


class Batch(NamedTuple):
    """Windows as tensors. Rows of `links`, `targets`, `rated`, `listed`, `pronouns` and `antecedents` begin with the
    number of their window (of `antecedents`: with that of their pronoun's row)."""

    ids: torch.Tensor
    forms: torch.Tensor
    mask: torch.Tensor  # (windows, n) True where a window has a piece
    tags: torch.Tensor  # −1 where nobody marked
    links: torch.Tensor
    targets: torch.Tensor
    classes: torch.Tensor  # (targets, 3)
    rated: torch.Tensor
    tones: torch.Tensor
    listed: torch.Tensor
    lists: torch.Tensor  # (listed, 2)
    pronouns: torch.Tensor
    weights: torch.Tensor
    antecedents: torch.Tensor


def batched(windows, size, dice):
    """Batches of `size` word pieces of windows that are about equally long, shuffled by the `dice`."""
    windows = dice.sample(windows, len(windows))
    windows.sort(key=lambda window: len(window.ids) // STEP)  # stable: the shuffled order stays within a length
    batches, batch = [], []
    for window in windows:
        if batch and (len(batch) + 1) * len(window.ids) > size:
            batches.append(batch)
            batch = []
        batch.append(window)
    batches += [batch] if batch else []
    dice.shuffle(batches)
    return batches


def together(windows):
    """A `Batch` of windows."""
    count, longest = len(windows), -(-max(len(window.ids) for window in windows) // STEP) * STEP
    ids, forms = (np.zeros((count, longest), np.int64) for _ in range(2))
    mask, tags = np.zeros((count, longest), bool), np.full((count, longest), -1)
    pronouns, antecedents = [], []
    for row, window in enumerate(windows):
        n = len(window.ids)
        ids[row, :n], forms[row, :n], mask[row, :n] = window.ids, window.forms, True
        tags[row, : len(window.tags)] = window.tags
        known = {}
        for at, weight in np.asarray(window.pronouns).reshape(-1, 2).tolist():
            known[int(at)] = len(pronouns)
            pronouns.append((row, int(at), weight))
        antecedents += [(known[at], to) for at, to in np.asarray(window.antecedents).reshape(-1, 2).tolist()]
    links = numbered(windows, "links")
    targets, rated, listed = (numbered(windows, part) for part in ("targets", "rated", "listed"))
    pronouns = np.array(pronouns, np.float32).reshape(-1, 3)
    return Batch(
        *(torch.from_numpy(each) for each in (ids, forms, mask, tags)),
        whole(links),
        whole(targets[:, :5]),
        torch.from_numpy(targets[:, 5:]),
        whole(rated[:, :3]),
        torch.from_numpy(rated[:, 3]),
        whole(listed[:, :3]),
        torch.from_numpy(listed[:, 3:]),
        whole(pronouns[:, :2]),
        torch.from_numpy(pronouns[:, 2].copy()),
        whole(np.array(antecedents, np.float32).reshape(-1, 2)),
    )


def numbered(windows, part):
    """The rows of one part of all windows, each behind the number of its window."""
    width = KINDS[part][0]
    rows = [np.asarray(getattr(window, part), np.float32).reshape(-1, width) for window in windows]
    numbers = np.repeat(np.arange(len(windows), dtype=np.float32), [len(row) for row in rows])
    return np.column_stack([numbers, np.concatenate(rows)])


def whole(numbers):
    return torch.from_numpy(numbers.astype(np.int64))


def mean_over(parts, spans):
    """The mean of `parts` (windows, n, k) over the pieces of each span (window, begin, end)."""
    window, begin, end = spans.unbind(1)
    sums = torch.nn.functional.pad(parts.float().cumsum(1), (0, 0, 1, 0))
    return (sums[window, end] - sums[window, begin]) / (end - begin)[:, None]


def on(device, batch):
    return Batch(*(part.to(device, non_blocking=True) for part in batch))
