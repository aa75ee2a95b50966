"""Likeness: a stance recognised by what the sentence means, where no phrase of the codebook finds it.

A sentence is compared with every example and every rejection that the codebook gives. Only what is near one stance,
nearer than to any other, and shares a word with it, counts: a wrong code is worse than a missing one.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from standpoints.meaning import vector, vectors
from standpoints.stances.copies import Copies, find_copies, make_copies, turned, without_cue
from standpoints.stances.hearing import as_plain
from standpoints.stances.vocabulary import attitude_words

NEAR = 0.4
"""Likeness to a stance (mean of its two nearest sentences) from which it counts: this and half of how near the stance's
own sentences are to each other. Where they are of one kind, as those are that the network learnt from, more is near.
Chosen, as `CLEAR` and `LITTLE`, on the parts for choosing of tests/positions-gold.csv, on 680 sentences
against this codebook and eight of invented quarrels, and on news about the US, where what is found is mostly false."""
CLEAR = 0.03
"""How much nearer it must be than the next stance that says something else."""
LITTLE = 0.03
"""How much nearer a sentence must be that has no stop, as most reported clauses, and how much if it shares but one word
with the stance's own sentences; one that shares none never counts."""
BESIDE = 0.06
"""How much nearer a sentence must be in which a phrase was found: the rules have weighed it already."""
STRANGE = 0.45
"""A phrase found in a sentence that is less like its stance than this was not meant: "do not give the tax office more
*ammunition*". Of 1,163 right codes by phrases it costs none; of 32 false ones in news on the US it takes 6."""

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    "that with from this have there their they them what when where which while about after before only until into over"
    " under more most than then also been being does were did said says every each other some such make made take taken"
    " come back very any all your who whom whose said told says".split()
)


class Bank(NamedTuple):
    """The sentences of a codebook, as vectors.

    `keys` are (issue, stance, agree), `members` the sentences of each, `near` how near another must be to count as one.
    """

    texts: list[str]
    vectors: np.ndarray
    keys: list[tuple[str, str, bool]]
    members: list[np.ndarray]
    near: list[float]
    topics: dict[str, frozenset[str]]
    spoken_of: frozenset[str]  # all topics
    copies: Copies


class Likeness(NamedTuple):
    """The stance that a sentence is like, the nearest sentence of the codebook, and how near (0…1)."""

    issue: str
    stance: str
    agree: bool
    nearest: str
    score: float
    same: bool = False  # the very sentence


def make_bank(sentences: Iterable[tuple[str, str, bool, str]]) -> Bank:
    """The bank of (issue, stance, agree, text)."""
    sentences = list(sentences)
    keys = sorted({(issue, stance, agree) for issue, stance, agree, _ in sentences})
    texts = [text for *_, text in sentences]
    members = [np.array([i for i, s in enumerate(sentences) if s[:3] == key]) for key in keys]
    topics = {stance: set() for _, stance, _ in keys}
    for _, stance, _, text in sentences:
        topics[stance] |= topic_words(text)
    spread = Counter(word for words in topics.values() for word in words)
    # What a fifth of the stances speak of ("president", "talks") is no topic of any one of them.
    often = {word for word, n in spread.items() if n > max(3, len(topics) / 5)}
    topics = {stance: frozenset(words - often) for stance, words in topics.items()}
    spoken_of = frozenset().union(*topics.values())
    read = [as_plain(text) for text in texts]  # as statements are
    own = vectors(map(as_sentence, read))
    near = [NEAR + _closeness(own[rows]) / 2 for rows in members]
    return Bank(texts, own, keys, members, near, topics, spoken_of, make_copies(read))


def _closeness(own: np.ndarray) -> float:
    """How near each of a stance's sentences is to the two nearest others: the middle one."""
    if len(own) < 3:
        return 0.9  # two tell nothing: as near as any
    likeness = (own[:, None] * own).sum(2)
    np.fill_diagonal(likeness, -1)
    return float(np.median([_nearest_two(row) for row in likeness]))


def topic_words(text: str) -> set[str]:
    """The beginnings (six letters) of the words that say what a text is about, without those of attitude."""
    text = text.lower()
    attitude = {text[w.start : w.end][:6] for w in attitude_words(text)}
    return _beginnings(text) - attitude


def _beginnings(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text) if word not in _COMMON}


def alike(text: str, bank: Bank, *, beside: float = 0) -> list[Likeness]:
    """The stance that one sentence takes by its likeness to the codebook's: none, as for most sentences, or one.

    The very sentence of a codebook may stand there for two stances. `beside`: how much nearer it has to be.
    """
    same, nearly = find_copies(text, bank.copies)
    if same:
        return [Likeness(*bank.keys[_key_at(bank, place)], bank.texts[place], 1.0, True) for place in same]
    end = text.rstrip(" ”\"'")[-1:]
    if end == "?":
        return []
    found = _nearly(text, nearly, bank, beside) if nearly else None
    found = found or _by_meaning(text, bank, beside if end in ".!" else beside + LITTLE)
    return [found] if found else []


def _key_at(bank: Bank, place: int) -> int:
    """Which of the keys the sentence at `place` belongs to."""
    return next(number for number, rows in enumerate(bank.members) if place in rows)


def _nearly(text: str, places: list[int], bank: Bank, beside: float) -> Likeness | None:
    """The nearest of the sentences that `text` is but for a word or two; their mean with others does not matter."""
    likeness = _likeness(text, bank.vectors[places])
    best = int(likeness.argmax())
    key = _key_at(bank, places[best])
    if likeness[best] < bank.near[key] + beside:
        return None
    return Likeness(*bank.keys[key], bank.texts[places[best]], round(min(float(likeness[best]), 1), 2))


def _by_meaning(text: str, bank: Bank, beside: float) -> Likeness | None:
    if not _beginnings(text.lower()) & bank.spoken_of:
        return None  # as for most sentences; to look for words of attitude takes longer
    words, kinds = topic_words(text), {word.kind for word in attitude_words(text)}
    if not words & bank.spoken_of or "open" in kinds or not kinds & {"for", "against", "not"}:
        return None
    scores, nearest = _scores(text, bank)
    best = int(scores.argmax())
    issue, stance, agree = bank.keys[best]
    shared = len(words & bank.topics[stance])
    if not shared or scores[best] < bank.near[best] + beside + LITTLE * (shared == 1):
        return None
    # Who is against one answer is often for the other: between these two the nearer one is meant.
    others = [score for score, key in zip(scores, bank.keys, strict=True)
              if key[1] != stance and (key[0] != issue or key[2] == agree)]  # fmt: skip
    if scores[best] - max(others, default=0) < CLEAR:
        return None
    example = bank.texts[nearest[best]]
    if _is_contrary(text, words, example) or (agree and _only_denies(text) and not _only_denies(example)):
        return None
    return Likeness(issue, stance, agree, example, round(min(float(scores[best]), 1), 2))


def _is_contrary(text: str, words: set[str], example: str) -> bool:
    """Whether half of the `words` that `text` is about are the example's, and only one of the two is turned.

    "The gates will never close" is near "Nobody can stop us from closing the gates". In other words the same may be
    said with a "not" more: "the gates must not stay open".
    """
    own = {word[:4] for word in words}
    same = own & {word[:4] for word in topic_words(example)}
    return 2 * len(same) >= len(own) and turned(text) != turned(example)


def _only_denies(text: str) -> bool:
    """Whether its one attitude is a "not": "he is *not* looking to send tanks" is near "he sends tanks"."""
    kinds = [word.kind for word in attitude_words(text) if word.kind != "idle"]
    return kinds == ["not"]


def is_strange(text: str, issue: str, stance: str, bank: Bank) -> bool:
    """Whether a sentence in which a phrase of the stance was found is unlike all that the codebook says of it."""
    likeness = _likeness(text, bank.vectors)
    own = [likeness[rows] for rows, key in zip(bank.members, bank.keys, strict=True) if key[:2] == (issue, stance)]
    return max(map(_nearest_two, own)) < STRANGE


def _scores(text: str, bank: Bank) -> tuple[np.ndarray, list[int]]:
    """For each key of the bank its likeness and its nearest sentence."""
    likeness = _likeness(text, bank.vectors)
    scores = np.array([_nearest_two(likeness[rows]) for rows in bank.members])
    return scores, [int(rows[likeness[rows].argmax()]) for rows in bank.members]


def _likeness(text: str, sentences: np.ndarray) -> np.ndarray:
    return (sentences * vector(as_sentence(text))).sum(1)  # a product of matrices would start threads, which cost more


def as_sentence(text: str) -> str:
    """What the network reads: without "said that" and quotation marks, with a full stop, though a comma stood there.

    A stop more moves two equal sentences as far from each other as a word.
    """
    return without_cue(text).strip(" “”\"'‘’").rstrip(".,;:! ”\"’'") + "."


def _nearest_two(likeness: np.ndarray) -> np.floating:
    nearest = np.sort(likeness)[-2:]
    return np.add.reduce(nearest) / len(nearest)
