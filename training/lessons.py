"""What the shipped reader says of texts, and of each of their sentences alone: what alone.py teaches it anew."""

from typing import NamedTuple

import numpy as np

import data
import tones
from standpoints import reader
from standpoints.reading import pieces as cutting
from standpoints.reading.assembly import softmax
from standpoints.scoring.gold import read_json_lines
from standpoints.scoring.metrics import held_out
from standpoints.sentences import paragraphs, sentence_spans

SHARE = {"polnear": 4, "gum": 3, "alone": 2}  # each fourth article, third document, second rated sentence
TOGETHER = 6  # sentences of NewsMTSC in one text
BESIDE = 0.35  # how often another article's paragraph follows upon a rated sentence


class Lesson(NamedTuple):
    """One window: what the network sees, and what it shall say of it."""

    ids: np.ndarray
    forms: np.ndarray
    tags: np.ndarray  # (n, 7) how likely each is; without the marks around the window, as `links`
    links: np.ndarray  # (3, n, n + 1)
    persons: list  # (place of a pronoun, how likely it means each piece before it)
    parts: np.ndarray  # (n, 7) of each piece in the tone of its sentence alone; NaN where no sentence is whole
    sentences: list  # begin, end
    names: list  # begin, end
    rated: list  # begin, end, tone
    targets: list  # begin, end of a name, begin, end of its sentence, how likely bad, neutral, good


def texts_of(corpora, dice):
    """[(text, rated, targets)]: articles, rated sentences among others, and some alone; none that is kept apart."""
    labelled = data.read_corpus(corpora / "polnear-train.jsonl")
    kept = data.held_out(labelled)
    articles = [article.text for article in labelled if article.name not in kept]
    documents = read_json_lines(corpora / "gum-coref-train.jsonl", ["id", "text"])
    seen = [document["text"] for document in documents if not held_out(document["id"], share=0.5)]
    short = [a[s:e].replace("\n", " ") for a in articles for s, e in paragraphs(a) if 60 < e - s < 500]
    editorials = [
        [(text, tone, ()) for text, tone in pairs]
        for _, pairs in tones.editorials(corpora / "nyt-editorials-train.csv")
    ]
    news = [(each.text, None, each.targets) for _, each in tones.read_targets(corpora / "newsmtsc-train.jsonl")]
    dice.shuffle(news)
    groups = [*editorials, *editorials, *(news[i : i + TOGETHER] for i in range(0, len(news), TOGETHER))]
    alone = [pair for each in editorials[:: SHARE["alone"]] for pair in each] + news[:: SHARE["alone"]]
    unmarked = articles[:: SHARE["polnear"]] + [text[:6_000] for text in seen[:: SHARE["gum"]]]
    texts = [(text, [], []) for text in unmarked]
    texts += [put_together(group, short, dice) for group in groups] + [put_together([one], [], dice) for one in alone]
    dice.shuffle(texts)
    return texts


def put_together(sentences, short, dice):
    """One text of these sentences (text, tone or None, targets), in paragraphs, some of others between them."""
    text, rated, targets = "", [], []
    for sentence, tone, named in sentences:
        text += dice.choice((" ", "\n\n")) if text else ""
        start, end = len(text), len(text) + len(sentence)
        text += sentence.replace("\n", " ")
        rated += [(start, end, tone)] if tone is not None else []
        targets += [(start + a, start + b, start, end, *likely) for a, b, likely in named]
        if short and dice.random() < BESIDE:
            text += "\n\n" + dice.choice(short)
    return text, rated, targets


def lessons_of(text, rated, targets, first):
    """The lessons of a text, by what the shipped reader says of it and of each of its sentences alone."""
    article = data.unmarked("", "", text, [], cutting.cut_pieces(text))
    pieces = article.pieces
    rated = [(*cutting.pieces_of(pieces, start, end), tone) for start, end, tone in rated]
    targets = [
        (*cutting.pieces_of(pieces, a, b), *cutting.pieces_of(pieces, start, end), *likely)
        for a, b, start, end, *likely in targets
    ]
    alone = []
    for start, end in (span for a, b in paragraphs(text) for span in sentence_spans(text, a, b)):
        own, (begin, stop) = cutting.cut_pieces(text[start:end]), cutting.pieces_of(pieces, start, end)
        if 0 < len(own.ids) == stop - begin <= cutting.WINDOW:
            alone.append((begin, stop, reader.score(*cutting.network_input(own, 0, len(own.ids)))[3]))
    lessons = []
    for begin, end in cutting.cut_windows(pieces, text, first=first):
        seen = cutting.network_input(pieces, begin, end)
        tags, links, persons, _ = reader.score(*seen)
        pronouns = [at for at, _ in data.moved(article.pronouns, 1, begin, end - 1)]
        parts = np.full((len(seen[0]), 7), np.nan, np.float32)
        inside = [(a - begin + 1, b - begin + 1, told) for a, b, told in alone if begin <= a and b <= end]
        for a, b, told in inside:
            parts[a:b] = told
        names = [row[:2] for row in data.moved(article.targets, 4, begin, end)]
        lessons.append(
            Lesson(
                *seen,
                softmax(tags).astype(np.float16),
                softmax(links).astype(np.float16),
                [(at, softmax(persons[at - 1, :at]).astype(np.float16)) for at in pronouns],
                parts,
                [(a, b) for a, b, _ in inside],
                [(a, b) for a, b in names if not np.isnan(parts[a:b]).any()],
                data.moved(rated, 2, begin, end),
                data.moved(targets, 4, begin, end),
            )
        )
    return lessons
