"""Sentences that people rated for tone, as windows of word pieces: toward a named target (NewsMTSC) and as a whole.

Few were rated. So the network learns beside them what VADER and TextBlob say of the same sentences, of those of PolNeAR
and of the words of VADER's list, each of which ten people rated: words that no rated sentence holds.
"""

import hashlib
import random
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
import torch
from textblob.en import sentiment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from batches import padded
from standpoints.reading import pieces as cutting
from standpoints.score import article_of
from standpoints.scoring.gold import read_json_lines
from standpoints.scoring.metrics import held_out

CLASSES = {2: (1, 0, 0), 4: (0, 1, 0), 6: (0, 0, 1)}  # NewsMTSC's polarity → how likely bad, neutral, good is
ALONE = 0.7  # share of the sentences that stand alone in their window: as they do in a list of sentences
FOLDS = 5
WORDS = 24  # words of VADER's list in one passage


class Passage(NamedTuple):
    """Text of one paragraph; `targets` (start, end, (bad, neutral, good)) of its one sentence: how likely each is;
    `rated` (start, end, tone −1…1).

    `listed` (start, end, VADER's score, TextBlob's) can be told of any words.
    """

    text: str
    targets: tuple = ()
    rated: tuple = ()
    listed: tuple = ()


class ToneExample(NamedTuple):
    ids: np.ndarray
    forms: np.ndarray
    targets: list  # (begin, end of the mention, begin, end of the sentence, (bad, neutral, good)), in word pieces
    rated: list  # (begin, end of the sentence, tone)
    listed: list  # (begin, end of the words, VADER's score, TextBlob's)


@cache
def vader():
    return SentimentIntensityAnalyzer()


@cache
def by_lists(text):
    """What VADER and TextBlob say of a text."""
    return vader().polarity_scores(text)["compound"], sentiment(text)[0]


def fold_of(article):
    """One of `FOLDS` parts of the articles, always the same."""
    return int(hashlib.md5(f"f{article}".encode()).hexdigest(), 16) % FOLDS


@cache
def read_targets(file):
    """[(fold, passage)]: a sentence of NewsMTSC each, without the articles that are kept apart."""
    rows = read_json_lines(file, ["sentence_normalized", "targets"])
    return [
        (
            fold_of(article_of(row)),
            Passage(
                text := row["sentence_normalized"],
                tuple((t["from"], t["to"], CLASSES[int(t["polarity"])]) for t in row["targets"]),
                listed=((0, len(text), *by_lists(text)),),
            ),
        )
        for row in rows
        if not held_out(article_of(row))
    ]


@cache
def editorials(file):
    """[(fold, [(sentence, tone −1…1), …])] of each editorial that is not kept apart."""
    table = pd.read_csv(file)
    names = table["id"].str.split("_").str[0]
    return [
        (fold_of(name), list(zip(rows["text"], rows["tone"] / 4, strict=True)))
        for name, rows in table.groupby(names)
        if not held_out(name)
    ]


def read_rated(file, dice, without):
    """Passages of one to four neighbouring sentences of an editorial, most of them of one."""
    passages = []
    for pairs in (pairs for fold, pairs in editorials(file) if fold != without):
        start = 0
        while start < len(pairs):
            count = 1 if dice.random() < ALONE else dice.randint(2, 4)
            text, rated, listed = "", [], []
            for sentence, tone in pairs[start : start + count]:
                text += " " if text else ""
                span = (len(text), len(text) + len(sentence))
                rated.append((*span, tone))
                listed.append((*span, *by_lists(sentence)))
                text += sentence
            passages.append(Passage(text, (), tuple(rated), tuple(listed)))
            start += count
    return passages


def read_words(dice):
    """Passages of words of VADER's list, with the mean rating of each (−1…1) and what TextBlob says of it."""
    words = [word for word in vader().lexicon if word.isalpha() and len(word) > 3]
    dice.shuffle(words)
    passages = []
    for begin in range(0, len(words), WORDS):
        text, listed = "", []
        for word in words[begin : begin + WORDS]:
            text += ", " if text else ""
            listed.append((len(text), len(text) + len(word), vader().lexicon[word] / 4, sentiment(word)[0]))
            text += word
        passages.append(Passage(text, listed=tuple(listed)))
    return passages


def with_teaching(passage, taught):
    """The passage with ratings halfway between people's and networks', and a tone where people told none."""
    text = passage.text
    told = taught.get(key_of(passage), {"targets": ()})  # of several sentences each is told alone
    targets = tuple(
        (start, end, tuple((a + b) / 2 for a, b in zip(own, other, strict=True)))
        for (start, end, own), other in zip(passage.targets, told["targets"], strict=True)
    )
    rated = tuple((start, end, (tone + taught[text[start:end]]["tone"]) / 2) for start, end, tone in passage.rated)
    return passage._replace(targets=targets, rated=((0, len(text), told["tone"]),) if targets else rated)


def key_of(passage):
    """The sentence and where its targets stand: some sentences come twice, with other targets."""
    return passage.text + "".join(f" {start}" for start, *_ in passage.targets)


def example_of(passages):
    """Several passages as one window; what lies beyond it is left out."""
    text = "\n".join(passage.text.replace("\n", " ") for passage in passages)
    pieces = cutting.cut_pieces(text)
    count = min(len(pieces.ids), cutting.WINDOW)
    at, targets, rated, listed = 0, [], [], []

    def window(start, end):
        begin, stop = cutting.pieces_of(pieces, at + start, at + end)
        stop = min(stop, count)
        return (begin + 1, stop + 1) if begin < stop else None

    for passage in passages:
        whole = window(0, len(passage.text))
        targets += [(*m, *whole, kind) for s, e, kind in passage.targets if (m := window(s, e))]
        rated += [(*span, tone) for s, e, tone in passage.rated if (span := window(s, e))]
        listed += [(*span, *scores) for s, e, *scores in passage.listed if (span := window(s, e))]
        at += len(passage.text) + 1
    return ToneExample(*cutting.network_input(pieces, 0, count), targets, rated, listed)


def tone_batches(folder, size, seed, *, taught=None, without=None):
    """Batches of windows of one or several passages each, put together and shuffled anew for each `seed`.

    `taught` is what teach.py found of the sentences; `without` leaves out the articles of one fold.
    """
    dice = random.Random(seed)
    passages = [passage for fold, passage in read_targets(folder / "newsmtsc-train.jsonl") if fold != without]
    passages += read_rated(folder / "nyt-editorials-train.csv", dice, without)
    passages = [with_teaching(passage, taught) for passage in passages] if taught else passages
    passages += read_words(dice)
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


def means(spans, count, longest):
    """(spans, count × longest): rows that average the pieces of (window, begin, end)."""
    rows = np.zeros((len(spans), count * longest), np.float32)
    for i, (row, begin, end) in enumerate(spans):
        rows[i, row * longest + begin : row * longest + end] = 1 / (end - begin)
    return rows


class Rated(NamedTuple):
    """What is right of a batch: rows that average the pieces of its windows laid end to end, and their ratings."""

    mention: torch.Tensor
    sentence: torch.Tensor  # that the mention stands in
    classes: torch.Tensor  # (k, 3) how likely the tone toward the mention is bad, neutral, good
    whole: torch.Tensor
    tones: torch.Tensor  # of the sentences in `whole`, −1…1
    known: torch.Tensor
    listed: torch.Tensor  # what the two lists say of the words in `known`


def rated_rows(batch, longest):
    """The `Rated` of windows that have `targets`, `rated` and `listed`."""
    targets, rated, listed = (
        [(row, *own) for row, window in enumerate(batch) for own in getattr(window, kind)]
        for kind in ("targets", "rated", "listed")
    )

    def rows(spans):
        return torch.from_numpy(means(spans, len(batch), longest))

    def numbers(values, width):
        return torch.tensor(values, dtype=torch.float32).reshape(-1, *width)

    return Rated(
        rows([t[:3] for t in targets]),
        rows([(t[0], *t[3:5]) for t in targets]),
        numbers([t[5] for t in targets], (3,)),
        rows([r[:3] for r in rated]),
        numbers([r[3] for r in rated], ()),
        rows([k[:3] for k in listed]),
        numbers([k[3:] for k in listed], (2,)),
    )


def pad(batch):
    """(ids, forms, mask) of a batch, and its `Rated`."""
    window = padded(batch)
    return window, rated_rows(batch, window[0].shape[1])
