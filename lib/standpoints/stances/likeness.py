"""Likeness: a stance recognised by what the sentence means, where no phrase of the codebook finds it.

Which stance a sentence takes is learnt from the codebook's examples and rejections (`discriminant.py`). Only what is
likelier to be of one than of any other, lies near the centre of its sentences, and shares a word with them, counts: a
wrong code is worse than a missing one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from standpoints.meaning import vector, vectors
from standpoints.stances.copies import Copies, find_copies, make_copies, turned, without_cue
from standpoints.stances.discriminant import Kinds, learn_kinds, nearness, scores
from standpoints.stances.hearing import as_plain
from standpoints.stances.vocabulary import attitude_words

NEAR = 0.86
"""How near a sentence must be to the centre of a stance's own sentences, as a part of how near these are to it: where
they are of one kind, as those are that the network learnt from, more is near. Chosen, as the numbers below, on the
parts for choosing of tests/positions-gold.csv, on eight codebooks of invented quarrels with 320 sentences, and on news
about the US, where what is found is mostly false."""
SURE = 2.0
"""How much higher its score must be than that of the next that says something else."""
LITTLE = 0.08
"""How much nearer it must be for each of these: it has no stop, as most reported clauses (the comma in “We wait,” he
said is one); it shares but one word with the stance's own sentences (one that shares none never counts); a word leaves
it open ("whether"). Twice as much where no word in it is for or against anything."""
BESIDE = 0.06
"""How much nearer a sentence must be in which a phrase was found: the rules have weighed it already."""
STRANGE = 0.55
"""A phrase found in a sentence that is less near its stance than this part was not meant: "do not give the tax office
more *ammunition*". Of 777 right codes by phrases it costs none; of 28 in news about the US, nearly all false, it takes
12."""

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    "that with from this have there their they them what when where which while about after before only until into over"
    " under more most than then also been being does were did said says every each other some such make made take taken"
    " come back very any all your who whom whose said told says".split()
)


class Bank(NamedTuple):
    """The sentences of a codebook, as vectors, and the kinds that they are of.

    `keys` are (issue, stance, agree), one for each kind, `members` the places of the sentences of each; `about` are the
    `topic_words` of a sentence.
    """

    texts: list[str]
    about: list[set[str]]
    vectors: np.ndarray
    keys: list[tuple[str, str, bool]]
    members: list[np.ndarray]
    kinds: Kinds
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
    about = [topic_words(text) for text in texts]
    topics = {stance: set() for _, stance, _ in keys}
    for (_, stance, _, _), words in zip(sentences, about, strict=True):
        topics[stance] |= words
    spread = Counter(word for words in topics.values() for word in words)
    # What a fifth of the stances speak of ("president", "talks") is no topic of any one of them.
    often = {word for word, n in spread.items() if n > max(3, len(topics) / 5)}
    topics = {stance: frozenset(words - often) for stance, words in topics.items()}
    spoken_of = frozenset().union(*topics.values())
    read = [as_plain(text) for text in texts]  # as statements are
    own = vectors(map(as_sentence, read))
    return Bank(texts, about, own, keys, members, learn_kinds(own, members), topics, spoken_of, make_copies(read))


def topic_words(text: str) -> set[str]:
    """The beginnings (six letters) of the words that say what a text is about, without those of attitude."""
    text = text.lower()
    attitude = {text[w.start : w.end][:6] for w in attitude_words(text)}
    return _beginnings(text) - attitude


def _beginnings(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text) if word not in _COMMON}


def alike(text: str, bank: Bank, *, phrased: bool = False, told: bool = False) -> list[Likeness]:
    """The stance that one sentence takes by its likeness to the codebook's: none, as for most sentences, or one.

    The very sentence of a codebook may stand there for two stances. `phrased`: a phrase was found in it, and `told`:
    one that tells a position, beside which only the very sentence counts.
    """
    same, nearly, swapped = find_copies(text, bank.copies)
    if same:
        return [Likeness(*bank.keys[_key_at(bank, place)], bank.texts[place], 1.0, True) for place in same]
    end = text.rstrip(" ”\"'")[-1:]
    if told or swapped or end == "?":
        return []
    beside = BESIDE * phrased
    found = _nearly(text, nearly, bank, beside) if nearly else None
    found = found or _by_meaning(text, bank, beside if end in ".!," else beside + LITTLE)
    return [found] if found else []


def _key_at(bank: Bank, place: int) -> int:
    """Which of the keys the sentence at `place` belongs to."""
    return next(number for number, rows in enumerate(bank.members) if place in rows)


def _nearly(text: str, places: list[int], bank: Bank, beside: float) -> Likeness | None:
    """The nearest of the sentences that `text` is but for a word or two; how near it is to others does not matter."""
    place, likeness = _nearest(vector(as_sentence(text)), places, bank)
    key = _key_at(bank, place)
    if likeness < NEAR * bank.kinds.own[key] + beside:
        return None
    return _like(bank, key, place, likeness)


def _by_meaning(text: str, bank: Bank, beside: float) -> Likeness | None:
    if not _beginnings(text.lower()) & bank.spoken_of:
        return None  # as for most sentences; to look for words of attitude takes longer
    words, attitudes = topic_words(text), {word.kind for word in attitude_words(text)}
    if not words & bank.spoken_of:
        return None
    own = vector(as_sentence(text))
    likely = scores(own, bank.kinds)
    best = int(likely.argmax())
    near = float(nearness(own, bank.kinds)[best])
    shared = len(words & bank.topics[bank.keys[best][1]])
    lacks = (shared == 1) + ("open" in attitudes) + 2 * (not attitudes & {"for", "against", "not"})
    if not shared or near < NEAR * bank.kinds.own[best] + beside + LITTLE * lacks:
        return None
    place, _ = _nearest(own, bank.members[best], bank)
    if not _is_surest(likely, best, bank) or _is_turned(text, words, best, place, bank):
        return None
    return _like(bank, best, place, near)


def _is_surest(likely: np.ndarray, best: int, bank: Bank) -> bool:
    """Whether no other stance is about as likely; who is against one answer is often for the other, so both may be."""
    issue, stance, agree = bank.keys[best]
    others = [score for score, key in zip(likely, bank.keys, strict=True)
              if key != bank.keys[best] and (key[0] != issue or key[1] == stance or key[2] == agree)]  # fmt: skip
    return likely[best] - max(others, default=-np.inf) >= SURE


def _is_turned(text: str, words: set[str], best: int, place: int, bank: Bank) -> bool:
    """Whether `text` says the contrary of the sentence at `place`, the nearest, or of that with most of its words."""
    closest = max(bank.members[best], key=lambda i: len(_shared(words, bank.about[i])))
    denies = bank.keys[best][2] and _only_denies(text) and not _only_denies(bank.texts[place])
    return denies or _is_contrary(text, words, closest, bank)


def _nearest(own: np.ndarray, places: Sequence[int], bank: Bank) -> tuple[int, float]:
    """Which of the sentences at these places is the nearest, and how near it is."""
    likeness = (bank.vectors[places] * own).sum(1)
    best = int(likeness.argmax())
    return int(places[best]), float(likeness[best])


def _like(bank: Bank, key: int, place: int, near: float) -> Likeness:
    return Likeness(*bank.keys[key], bank.texts[place], round(min(near, 1), 2))


def _is_contrary(text: str, words: set[str], place: int, bank: Bank) -> bool:
    """Whether half of the `words` that `text` is about are the example's at `place`, and only one of the two is turned.

    "The gates will never close" is near "Nobody can stop us from closing the gates". In other words the same may be
    said with a "not" more: "the gates must not stay open".
    """
    return 2 * len(_shared(words, bank.about[place])) >= len(words) and turned(text) != turned(bank.texts[place])


def _shared(words: set[str], others: set[str]) -> set[str]:
    return {word[:4] for word in words} & {word[:4] for word in others}


def _only_denies(text: str) -> bool:
    """Whether its one attitude denies: "he is *not* looking to send tanks" is near "he sends tanks"."""
    kinds = [word.kind for word in attitude_words(text) if word.kind != "idle"]
    return kinds in (["not"], ["against"])


def is_strange(text: str, issue: str, stance: str, bank: Bank) -> bool:
    """Whether a sentence in which a phrase of the stance was found is unlike all that the codebook says of it.

    Without rejections the codebook does not tell how those speak who are against it: then none is.
    """
    own = [number for number, key in enumerate(bank.keys) if key[:2] == (issue, stance)]
    if len(own) < 2:
        return False
    near = nearness(vector(as_sentence(text)), bank.kinds) / bank.kinds.own
    return max(near[own]) < STRANGE


def as_sentence(text: str) -> str:
    """What the network reads: without "said that" and quotation marks, with a full stop, though a comma stood there.

    A stop more moves two equal sentences as far from each other as a word.
    """
    return without_cue(text).strip(" “”\"'‘’").rstrip(".,;:! ”\"’'") + "."
