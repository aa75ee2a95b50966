"""PolNeAR's JSON lines as windows of word pieces with their tags and pointers."""

import json
import random
from typing import NamedTuple

import numpy as np

from standpoints.reading import pieces as cutting
from standpoints.sentences import paragraphs, sentence_spans
from tones import by_lists, listed_rows

ROLES = ("source", "cue", "content")  # tag 1 + 2 * role begins a span, 2 + 2 * role goes on
POINTERS = ("cue", "source", "content")  # which role each of the three pointers points to


class Article(NamedTuple):
    name: str
    publisher: str
    text: str
    attributions: list
    pieces: cutting.Pieces
    tags: np.ndarray
    members: list  # for each attribution {role: word pieces}
    listed: list  # (begin, end of a sentence in word pieces, VADER's score, TextBlob's)


class Example(NamedTuple):
    ids: np.ndarray
    forms: np.ndarray
    tags: np.ndarray
    links: list  # (pointer, word piece, the word piece it points to)
    listed: list  # as in `Article`


def read_corpus(file):
    """The articles of one JSON-lines file, cut into word pieces and labelled."""
    with open(file, encoding="utf-8") as lines:
        return [label(json.loads(line)) for line in lines if line.strip()]


def with_lists(article):
    """The article with what the word lists say of each of its sentences."""
    text, pieces, listed = article.text, article.pieces, []
    for a, b in (span for start, end in paragraphs(text) for span in sentence_spans(text, start, end)):
        span = np.searchsorted(pieces.ends, a, side="right"), np.searchsorted(pieces.starts, b, side="left")
        if span[0] < span[1]:
            listed.append((*map(int, span), *by_lists(text[a:b])))
    return article._replace(listed=listed)


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
                low = int(np.searchsorted(pieces.ends, start, side="right"))
                high = int(np.searchsorted(pieces.starts, end, side="left"))
                if low < high:
                    tags[low:high] = 2 + 2 * number
                    tags[low] = 1 + 2 * number
                    own[role] += range(low, high)
        members.append(own)
    return Article(row["id"], row["publisher"], text, row["attributions"], pieces, tags, members, [])


def examples(article, *, first=cutting.WINDOW):
    """The windows of an article as network input and targets."""
    found = []
    for begin, end in cutting.cut_windows(article.pieces, article.text, first=first):
        ids, forms = cutting.network_input(article.pieces, begin, end)
        tags = np.concatenate([[0], article.tags[begin:end], [0]])
        links = []
        for own in article.members:
            inside = {r: [i - begin + 1 for i in own[r] if begin <= i < end] for r in ROLES}
            for pointer, role in enumerate(POINTERS):
                target = min(inside[role], default=0)
                links += [(pointer, i, target) for r in ROLES for i in inside[r]]
        listed = [(a - begin + 1, b - begin + 1, *own) for a, b, *own in article.listed if begin <= a and b <= end]
        found.append(Example(ids, forms, tags, links, listed))
    return found


def epoch_batches(articles, size, seed):
    """Batches of about equally long windows, cut and shuffled anew for each `seed`."""
    dice = random.Random(seed)
    windows = [w for a in articles for w in examples(a, first=dice.randint(64, cutting.WINDOW))]
    dice.shuffle(windows)
    windows.sort(key=lambda w: len(w.ids) // 16)  # stable: the shuffled order stays within a length
    batches = [windows[i : i + size] for i in range(0, len(windows), size)]
    dice.shuffle(batches)
    return batches


def pad(batch):
    """The arrays of a batch: ids, forms, mask, tags, the (batch, 3, n, n) matrix of right links, and `listed_rows`."""
    count, longest = len(batch), max(len(w.ids) for w in batch)
    ids, forms, tags = (np.zeros((count, longest), np.int64) for _ in range(3))
    mask = np.zeros((count, longest), bool)
    links = np.zeros((count, len(POINTERS), longest, longest), bool)
    for row, window in enumerate(batch):
        n = len(window.ids)
        ids[row, :n], forms[row, :n], tags[row, :n], mask[row, :n] = window.ids, window.forms, window.tags, True
        if window.links:
            pointer, at, to = np.array(window.links).T
            links[row, pointer, at, to] = True
    # a piece of several attributions points to those it has, not to "none"
    several = links.sum(-1) > 1
    links[..., 0] &= ~several
    return ids, forms, mask, tags, links, *listed_rows(batch, longest)
