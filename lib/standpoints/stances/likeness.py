"""Likeness: a stance recognised by what the sentence means, where no phrase of the codebook finds it.

A sentence is compared with every example and every rejection that the codebook gives. Only what is near one stance,
nearer than to any other, shares words with it, and is said by somebody who is for or against something, counts: a wrong
code is worse than a missing one.
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

NEAR = 0.67
"""Likeness to a stance (mean of its two nearest sentences) from which it counts; with `CLEAR` and `SHARED` chosen on
the parts for choosing of tests/positions-gold.csv, for all stances alike."""
CLEAR = 0.03
"""How much nearer it must be than the next stance, and than the same stance with the other sign."""
SHARED = 2
"""How many words it must share with the stance's own sentences, and a fifth of its own at least: of a long sentence
two shared words say little."""
FRAGMENT = 0.03
"""How much nearer a sentence must be that has no stop, as most reported clauses: among such in news on the US two of
two that were nearer than `NEAR` by less were about something else ("support the rights of parents")."""
STRANGE = 0.35
"""A phrase found in a sentence that is less like its stance than this was not meant: "do not give the tax office more
*ammunition*". On the parts for choosing it costs 1 of 383 right codes, and halves the false ones in news on the US."""

# "*In 2008* the alliance declared that it would become a member" is history; "they will leave in 2030" is none.
_HISTORY = re.compile(r"(?!.*\b(?:will|shall|must|should)\b).*\b(?:1[89]|20)\d\d\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    "that with from this have there their they them what when where which while about after before only until into over"
    " under more most than then also been being does were did said says every each other some such make made take taken"
    " come back very any all your who whom whose said told says".split()
)


class Bank(NamedTuple):
    """The sentences of a codebook, as vectors; `keys` are (issue, stance, agree), `members` the sentences of each."""

    texts: list[str]
    vectors: np.ndarray
    keys: list[tuple[str, str, bool]]
    members: list[np.ndarray]
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
    return Bank(texts, vectors(map(_as_sentence, read)), keys, members, topics, spoken_of, make_copies(read))


def topic_words(text: str) -> set[str]:
    """The beginnings (six letters) of the words that say what a text is about, without those of attitude."""
    text = text.lower()
    attitude = {text[w.start : w.end][:6] for w in attitude_words(text)}
    return _beginnings(text) - attitude


def _beginnings(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text) if word not in _COMMON}


def _about(words: set[str], bank: Bank, *, least: float = SHARED) -> set[str]:
    """The stances that enough of the words speak of."""
    words = words & bank.spoken_of
    if len(words) < least:
        return set()
    return {stance for stance, topic in bank.topics.items() if len(words & topic) >= least}


def alike(text: str, bank: Bank, *, near: float = NEAR) -> list[Likeness]:
    """The stance that one sentence takes by its likeness to the codebook's: none, as for most sentences, or one.

    The very sentence of a codebook may stand there for two stances.
    """
    same, nearly = find_copies(text, bank.copies)
    if same:
        return [Likeness(*_key(bank, place), bank.texts[place], 1.0, True) for place in same]
    end = text.rstrip(" ”\"'")[-1:]
    if end == "?":
        return []
    found = _nearly(text, nearly, bank, near) if nearly else None
    found = found or _by_meaning(text, bank, near if end in ".!" else near + FRAGMENT)
    return [found] if found else []


def _key(bank: Bank, place: int) -> tuple[str, str, bool]:
    return next(key for key, rows in zip(bank.keys, bank.members, strict=True) if place in rows)


def _nearly(text: str, places: list[int], bank: Bank, near: float) -> Likeness | None:
    """The nearest of the sentences that `text` is but for a word or two; their mean with others does not matter."""
    likeness = _likeness(text, bank.vectors[places])
    best = int(likeness.argmax())
    if likeness[best] < near:
        return None
    place = places[best]
    return Likeness(*_key(bank, place), bank.texts[place], round(min(float(likeness[best]), 1), 2))


def _by_meaning(text: str, bank: Bank, near: float) -> Likeness | None:
    if not _about(_beginnings(text.lower()), bank):
        return None  # as for most sentences; to look for words of attitude takes longer
    kinds = {word.kind for word in attitude_words(text)}
    if "open" in kinds or not kinds & {"for", "against", "not"}:
        return None
    if _HISTORY.match(text):
        return None
    words = topic_words(text)
    about = _about(words, bank, least=max(SHARED, len(words) / 5))
    if not about:
        return None
    scores, nearest = _scores(text, bank)
    best = int(scores.argmax())
    issue, stance, agree = bank.keys[best]
    others = [s for s, key in zip(scores, bank.keys, strict=True) if key != bank.keys[best]]
    if stance not in about or scores[best] < near or scores[best] - max(others, default=0) < CLEAR:
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
    read = vector(text)  # as it stands: `STRANGE` was chosen so
    own = [(bank.vectors[rows] * read).sum(1) for key, rows in zip(bank.keys, bank.members, strict=True)
           if key[:2] == (issue, stance)]  # fmt: skip
    return max(map(_nearest_two, own)) < STRANGE


def _scores(text: str, bank: Bank) -> tuple[np.ndarray, list[int]]:
    """For each key of the bank its likeness and its nearest sentence."""
    likeness = _likeness(text, bank.vectors)
    scores = np.array([_nearest_two(likeness[rows]) for rows in bank.members])
    return scores, [int(rows[likeness[rows].argmax()]) for rows in bank.members]


def _likeness(text: str, sentences: np.ndarray) -> np.ndarray:
    return (sentences * vector(_as_sentence(text))).sum(1)  # a product of matrices would start threads, which cost more


def _as_sentence(text: str) -> str:
    """What the network reads: without "said that" and quotation marks, with a full stop, though a comma stood there.

    A stop more moves two equal sentences as far from each other as a word.
    """
    return without_cue(text).strip(" “”\"'‘’").rstrip(".,;:! ”\"’'") + "."


def _nearest_two(likeness: np.ndarray) -> np.floating:
    nearest = np.sort(likeness)[-2:]
    return np.add.reduce(nearest) / len(nearest)
