"""Sentences that people rated for tone, as windows of word pieces: toward a named target (NewsMTSC) and as a whole.

Few were rated. So the network learns beside them what VADER and TextBlob say of the same sentences and of the words of
VADER's list, each of which ten people rated: words that no rated sentence holds.
"""

import random
from functools import cache
from typing import NamedTuple

import pandas as pd
from textblob.en import sentiment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from data import fold_of
from standpoints.reading import pieces as cutting
from standpoints.scoring.gold import read_json_lines
from standpoints.scoring.metrics import held_out
from standpoints.scoring.tones import article_of
from windows import FOLDS, Window

CLASSES = {2: (1, 0, 0), 4: (0, 1, 0), 6: (0, 0, 1)}  # NewsMTSC's polarity → how likely bad, neutral, good is
ALONE = 0.7  # share of the sentences that stand alone in their window: as they do in a list of sentences
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


@cache
def vader():
    return SentimentIntensityAnalyzer()


@cache
def by_lists(text):
    """What VADER and TextBlob say of a text."""
    return vader().polarity_scores(text)["compound"], sentiment(text)[0]


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


def read_rated(file, dice, fold):
    """Passages of one to four neighbouring sentences of an editorial, most of them of one."""
    passages = []
    for pairs in (pairs for own, pairs in editorials(file) if own == fold):
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


def window_of(passages, fold):
    """Several passages as one window; what lies beyond it is left out."""
    text = "\n".join(passage.text.replace("\n", " ") for passage in passages)
    pieces = cutting.cut_pieces(text)
    count = min(len(pieces.ids), cutting.WINDOW)
    at, targets, rated, listed = 0, [], [], []

    def place(start, end):
        begin, stop = cutting.pieces_of(pieces, at + start, at + end)
        stop = min(stop, count)
        return (begin + 1, stop + 1) if begin < stop else None

    for passage in passages:
        whole = place(0, len(passage.text))
        targets += [(*m, *whole, *kind) for s, e, kind in passage.targets if (m := place(s, e))]
        rated += [(*span, tone) for s, e, tone in passage.rated if (span := place(s, e))]
        listed += [(*span, *scores) for s, e, *scores in passage.listed if (span := place(s, e))]
        at += len(passage.text) + 1
    row = cutting.network_input(pieces, 0, count)
    return Window(*row, targets=targets, rated=rated, listed=listed, fold=fold)


def tone_windows(folder, seed):
    """Windows of one or several passages each, put together anew for each `seed`, each of one fold."""
    dice, windows = random.Random(seed), []
    for fold in range(FOLDS):
        passages = [passage for own, passage in read_targets(folder / "newsmtsc-train.jsonl") if own == fold]
        passages += read_rated(folder / "nyt-editorials-train.csv", dice, fold)
        windows += put_together(passages, dice, fold)
    return windows + put_together(read_words(dice), dice, -1)


def put_together(passages, dice, fold):
    """Windows of the passages in any order, most of them alone in theirs."""
    dice.shuffle(passages)
    windows, together, room = [], [], 0
    for passage in passages:
        length = len(passage.text) // 4  # about four characters a piece
        if together and (length > room or dice.random() < ALONE):
            windows.append(window_of(together, fold))
            together = []
        room = cutting.WINDOW - 14 - length if not together else room - length
        together.append(passage)
    return [*windows, window_of(together, fold)]
