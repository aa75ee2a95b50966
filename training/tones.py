"""Sentences that people rated for tone, as windows of word pieces: toward a named target (NewsMTSC) and as a whole."""

import random
from typing import NamedTuple

import numpy as np
import pandas as pd

from standpoints.reading import pieces as cutting
from standpoints.score import article_of
from standpoints.scoring.gold import read_json_lines
from standpoints.scoring.metrics import held_out

CLASSES = {2: 0, 4: 1, 6: 2}  # NewsMTSC's polarity → negative, neutral, positive
ALONE = 0.3  # share of the sentences that stand alone in their window: as they do in a list of sentences


class Passage(NamedTuple):
    """Text of one paragraph; `targets` (start, end, class) of its one sentence, `rated` (start, end, tone −1…1)."""

    text: str
    targets: tuple = ()
    rated: tuple = ()


class ToneExample(NamedTuple):
    ids: np.ndarray
    forms: np.ndarray
    targets: list  # (begin, end of the mention, begin, end of the sentence, class), in word pieces
    rated: list  # (begin, end of the sentence, tone)


def read_targets(file):
    """One passage a sentence of NewsMTSC, without the articles that are kept apart."""
    rows = read_json_lines(file, ["sentence_normalized", "targets"])
    return [
        Passage(
            row["sentence_normalized"], tuple((t["from"], t["to"], CLASSES[int(t["polarity"])]) for t in row["targets"])
        )
        for row in rows
        if not held_out(article_of(row))
    ]


def read_rated(file, dice):
    """Passages of one to four neighbouring sentences of an editorial, without the editorials that are kept apart."""
    table = pd.read_csv(file)
    table["article"] = table["id"].str.split("_").str[0]
    passages = []
    for name, rows in table.groupby("article"):
        pairs = list(zip(rows["text"], rows["tone"] / 4, strict=True)) if not held_out(name) else []
        while pairs:
            count = dice.randint(1, 4)
            text, rated = "", []
            for sentence, tone in pairs[:count]:
                text += " " if text else ""
                rated.append((len(text), len(text) + len(sentence), tone))
                text += sentence
            passages.append(Passage(text, (), tuple(rated)))
            pairs = pairs[count:]
    return passages


def example_of(passages):
    """Several passages as one window; what lies beyond it is left out."""
    text = "\n".join(passage.text.replace("\n", " ") for passage in passages)
    pieces = cutting.cut_pieces(text)
    count = min(len(pieces.ids), cutting.WINDOW)
    at, targets, rated = 0, [], []

    def window(start, end):
        begin = int(np.searchsorted(pieces.ends, at + start, side="right"))
        stop = min(int(np.searchsorted(pieces.starts, at + end, side="left")), count)
        return (begin + 1, stop + 1) if begin < stop else None

    for passage in passages:
        whole = window(0, len(passage.text))
        targets += [(*m, *whole, kind) for s, e, kind in passage.targets if (m := window(s, e))]
        rated += [(*span, tone) for s, e, tone in passage.rated if (span := window(s, e))]
        at += len(passage.text) + 1
    return ToneExample(*cutting.network_input(pieces, 0, count), targets, rated)


def tone_batches(folder, size, seed):
    """Batches of windows of several passages each, put together and shuffled anew for each `seed`."""
    dice = random.Random(seed)
    passages = read_targets(folder / "newsmtsc-train.jsonl") + read_rated(folder / "nyt-editorials-train.csv", dice)
    dice.shuffle(passages)
    windows, together, room = [], [], 0
    for passage in passages:
        length = len(passage.text) // 4  # about four characters a piece
        if together and (length > room or dice.random() < ALONE):
            windows.append(example_of(together))
            together = []
        room = cutting.WINDOW - 14 - length if not together else room - length
        together.append(passage)
    windows.append(example_of(together))
    windows.sort(key=lambda w: len(w.ids) // 16)
    batches, batch = [], []
    for window in windows:  # a batch holds about as many word pieces as one of long windows
        if batch and (len(batch) + 1) * len(window.ids) > size * 200:
            batches.append(batch)
            batch = []
        batch.append(window)
    batches.append(batch)
    dice.shuffle(batches)
    return batches


def pad(batch):
    """The arrays of a batch: ids, forms, mask, rows that average pieces (mention, sentence, rated), what is right."""
    count, longest = len(batch), max(len(w.ids) for w in batch)
    ids, forms = (np.zeros((count, longest), np.int64) for _ in range(2))
    mask = np.zeros((count, longest), bool)
    for row, window in enumerate(batch):
        n = len(window.ids)
        ids[row, :n], forms[row, :n], mask[row, :n] = window.ids, window.forms, True
    targets = [(row, *t) for row, window in enumerate(batch) for t in window.targets]
    rated = [(row, *r) for row, window in enumerate(batch) for r in window.rated]

    def mean_of(spans):
        rows = np.zeros((len(spans), count * longest), np.float32)
        for i, (row, begin, end) in enumerate(spans):
            rows[i, row * longest + begin : row * longest + end] = 1 / (end - begin)
        return rows

    return (
        ids, forms, mask,
        mean_of([t[:3] for t in targets]), mean_of([(t[0], *t[3:5]) for t in targets]),
        np.array([t[5] for t in targets], np.int64),
        mean_of([r[:3] for r in rated]), np.array([r[3] for r in rated], np.float32),
    )  # fmt: skip
