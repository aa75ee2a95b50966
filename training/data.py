"""PolNeAR's JSON lines as windows of word pieces with their tags and pointers."""

import json
import random
from typing import NamedTuple

import numpy as np
import torch

from batches import alike_in_length, padded
from standpoints.reading import pieces as cutting
from standpoints.sentences import paragraphs, sentence_spans
from tones import by_lists, rated_rows

ROLES = ("source", "cue", "content")  # tag 1 + 2 * role begins a span, 2 + 2 * role goes on
OUTSIDE = np.eye(1, 7, dtype=np.float32)
POINTERS = ("cue", "source", "content")  # which role each of the three pointers points to


class Article(NamedTuple):
    name: str
    publisher: str
    text: str
    attributions: list
    pieces: cutting.Pieces
    tags: np.ndarray  # (n, 7) how likely each tag is
    members: list  # for each attribution {role: word pieces}
    targets: tuple = ()  # (begin, end of a name, begin, end of its sentence, (bad, neutral, good)), in word pieces
    rated: tuple = ()  # (begin, end of a sentence, tone)
    listed: tuple = ()  # (begin, end of a sentence, VADER's score, TextBlob's)


class Example(NamedTuple):
    ids: np.ndarray
    forms: np.ndarray
    tags: np.ndarray  # (n, 7) how likely each tag is
    links: list  # (pointer, word piece, the word piece it points to)
    targets: list  # these three as in `Article`
    rated: list
    listed: list


def read_corpus(file):
    """The articles of one JSON-lines file, cut into word pieces and labelled."""
    with open(file, encoding="utf-8") as lines:
        return [label(json.loads(line)) for line in lines if line.strip()]


def sentences_of(article):
    """[(start, end, begin, end)]: each sentence in characters and in word pieces."""
    text, pieces, found = article.text, article.pieces, []
    for start, end in (span for a, b in paragraphs(text) for span in sentence_spans(text, a, b)):
        begin, stop = cutting.pieces_of(pieces, start, end)
        if begin < stop:
            found.append((start, end, begin, stop))
    return found


def with_lists(article):
    """The article with what the word lists say of each of its sentences."""
    return article._replace(
        listed=[(begin, end, *by_lists(article.text[a:b])) for a, b, begin, end in sentences_of(article)]
    )


def with_teaching(article, taught):
    """The article with tags halfway between those marked and those of networks, and with the tones that these tell."""
    tags = (article.tags + taught["tags"].float().numpy()) / 2
    targets = [
        (*row[:4], tuple(row[4:]))
        for row in zip(*taught["spans"].T.tolist(), *taught["classes"].T.tolist(), strict=True)
    ]
    rated = [(*span, tone) for span, tone in zip(taught["sentences"].tolist(), taught["tones"].tolist(), strict=True)]
    return article._replace(tags=tags, targets=targets, rated=rated)


def held_out(articles, count=42):
    """The articles of the training corpus kept for choosing assembly and calibration: every publisher alike."""
    by_publisher = {}
    for article in sorted(articles, key=lambda a: a.name):
        by_publisher.setdefault(article.publisher, []).append(article)
    dice = random.Random(0)
    return {
        a.name for own in by_publisher.values() for a in dice.sample(own, min(len(own), count // len(by_publisher)))
    }


def join_pieces(spans, text):
    """Spans with nothing but white space between them become one."""
    joined = []
    for start, end in sorted(map(tuple, spans)):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def label(row):
    """One corpus row as an `Article`."""
    text, pieces = row["text"], cutting.cut_pieces(row["text"])
    tags, members = np.zeros(len(pieces.ids), np.int64), []
    for attribution in row["attributions"]:
        own = {}
        for number, role in enumerate(ROLES):
            own[role] = []
            for start, end in join_pieces(attribution.get(role, []), text):
                low, high = cutting.pieces_of(pieces, start, end)
                if low < high:
                    tags[low:high] = 2 + 2 * number
                    tags[low] = 1 + 2 * number
                    own[role] += range(low, high)
        members.append(own)
    return Article(
        row["id"], row["publisher"], text, row["attributions"], pieces, np.eye(7, dtype=np.float32)[tags], members
    )


def examples(article, *, first=cutting.WINDOW):
    """The windows of an article as network input and targets."""
    found = []
    for begin, end in cutting.cut_windows(article.pieces, article.text, first=first):
        ids, forms = cutting.network_input(article.pieces, begin, end)
        tags = np.concatenate([OUTSIDE, article.tags[begin:end], OUTSIDE])
        links = []
        for own in article.members:
            inside = {r: [i - begin + 1 for i in own[r] if begin <= i < end] for r in ROLES}
            for pointer, role in enumerate(POINTERS):
                target = min(inside[role], default=0)
                links += [(pointer, i, target) for r in ROLES for i in inside[r]]
        tones = [moved(rows, begin, end) for rows in (article.targets, article.rated, article.listed)]
        found.append(Example(ids, forms, tags, links, *tones))
    return found


def moved(rows, begin, end):
    """The rows whose word pieces all stand in a window, counted from its [CLS]."""
    inside, spans = [], 4 if rows and len(rows[0]) == 5 else 2
    for row in rows:
        if all(begin <= at <= end for at in row[:spans]):
            inside.append((*(at - begin + 1 for at in row[:spans]), *row[spans:]))
    return inside


def epoch_batches(articles, size, seed):
    """Batches of about equally long windows, cut and shuffled anew for each `seed`."""
    dice = random.Random(seed)
    windows = [w for a in articles for w in examples(a, first=dice.randint(64, cutting.WINDOW))]
    return alike_in_length(windows, size, dice)


def pad(batch):
    """(ids, forms, mask) of a batch; its tags, the (batch, 3, n, n) matrix of right links, and its `Rated`."""
    ids, forms, mask = padded(batch)
    count, longest = ids.shape
    tags = torch.zeros((count, longest, 7))
    links = np.zeros((count, len(POINTERS), longest, longest), bool)
    for row, window in enumerate(batch):
        tags[row, : len(window.ids)] = torch.from_numpy(window.tags)
        if window.links:
            pointer, at, to = np.array(window.links).T
            links[row, pointer, at, to] = True
    # a piece of several attributions points to those it has, not to "none"
    several = links.sum(-1) > 1
    links[..., 0] &= ~several
    return (ids, forms, mask), tags, torch.from_numpy(links), rated_rows(batch, longest)
