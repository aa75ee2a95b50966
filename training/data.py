"""PolNeAR's JSON lines, and articles that nobody marked, as windows of word pieces."""

import hashlib
import json
import random
import re
from pathlib import Path
from typing import NamedTuple

import numpy as np

from standpoints.reading import pieces as cutting
from standpoints.sentences import paragraphs, sentence_spans
from windows import FOLDS, UNKNOWN, Window

ROLES = ("source", "cue", "content")  # tag 1 + 2 * role begins a span, 2 + 2 * role goes on
POINTERS = ("cue", "source", "content")  # which role each of the three pointers points to
_NAME = re.compile(r"(?<=[a-z,;:)’'] )(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’-]+")


class Article(NamedTuple):
    name: str
    publisher: str
    text: str
    attributions: list
    pieces: cutting.Pieces
    tags: np.ndarray  # class of each piece; empty where nobody marked
    members: list  # for each attribution {role: word pieces}
    targets: list  # rows of begin, end of a name, begin, end of its sentence, three unknown shares, in word pieces
    rated: list  # rows of begin, end of a sentence, an unknown tone
    pronouns: list  # rows of the word piece of he or she, 0


def fold_of(article):
    """One of `FOLDS` parts of the articles, always the same."""
    return int(hashlib.md5(f"f{article}".encode()).hexdigest(), 16) % FOLDS


def read_corpus(file):
    """The articles of one JSON-lines file, cut into word pieces and labelled."""
    with open(file, encoding="utf-8") as lines:
        return [label(json.loads(line)) for line in lines if line.strip()]


def read_unmarked(folder):
    """The articles of the .txt files of a folder, parted by an empty line, each paragraph a line."""
    texts = [text for file in sorted(Path(folder).glob("*.txt")) for text in file.read_text("utf-8").split("\n\n")]
    return [
        unmarked(str(number), "", text, [], cutting.cut_pieces(text))
        for number, text in enumerate(texts)
        if text.strip()
    ]


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
    article = unmarked(row["id"], row["publisher"], text, row["attributions"], pieces)
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
    return article._replace(tags=tags, members=members)


def unmarked(name, publisher, text, attributions, pieces):
    """An `Article` with the places of which a teacher tells more: names, sentences, he and she."""
    targets, rated = [], []
    for start, end in (span for a, b in paragraphs(text) for span in sentence_spans(text, a, b)):
        begin, stop = cutting.pieces_of(pieces, start, end)
        if begin < stop:
            rated.append((begin, stop, UNKNOWN))
            names = (cutting.pieces_of(pieces, *name.span()) for name in _NAME.finditer(text, start, end))
            targets += [(*name, begin, stop, *[UNKNOWN] * 3) for name in names if name[0] < name[1]]
    words = (text[start:end].lower() for start, end in zip(pieces.starts, pieces.ends, strict=True))
    pronouns = [(at, 0) for at, word in enumerate(words) if word in cutting.HE_SHE]
    return Article(name, publisher, text, attributions, pieces, (), [], targets, rated, pronouns)


def windows_of(article, first=cutting.WINDOW):
    """The windows of an article; `first` shortens the first one."""
    found = []
    for begin, end in cutting.cut_windows(article.pieces, article.text, first=first):
        links = []
        for own in article.members:
            inside = {r: [i - begin + 1 for i in own[r] if begin <= i < end] for r in ROLES}
            for pointer, role in enumerate(POINTERS):
                target = min(inside[role], default=0)
                links += [(pointer, i, target) for r in ROLES for i in inside[r]]
        found.append(
            Window(
                *cutting.network_input(article.pieces, begin, end),
                tags=[0, *article.tags[begin:end], 0] if len(article.tags) else (),
                links=links,
                targets=moved(article.targets, 4, begin, end),
                rated=moved(article.rated, 2, begin, end),
                pronouns=moved(article.pronouns, 1, begin, end - 1),
                fold=fold_of(article.name) if len(article.tags) else -1,
            )
        )
    return found


def moved(rows, places, begin, end):
    """The rows whose first `places` numbers all stand in a window, counted from its [CLS]."""
    inside = [row for row in rows if all(begin <= at <= end for at in row[:places])]
    return [(*(at - begin + 1 for at in row[:places]), *row[places:]) for row in inside]


def cut_anew(articles, seed):
    """The windows of all articles, which begin elsewhere with each `seed`."""
    dice = random.Random(seed)
    return [w for article in articles for w in windows_of(article, first=dice.randint(64, cutting.WINDOW))]
