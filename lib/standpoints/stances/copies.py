"""Copies: a sentence that is one of the codebook's own, word for word or with one or two words changed.

Of such a sentence nothing is asked that is asked of one that is only alike (`likeness.py`): who wrote "First the
treaty, then the water" as an example means it, though no word in it is for or against anything.
"""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from standpoints.reading.cues import cue_class
from standpoints.stances.vocabulary import attitude_words

WHOLE = re.compile(r"[^.!?]*[^.!?\s][^.!?]*[.!?”\"]*")
"""A whole sentence: what is compared with the codebook's own."""

_WORD = re.compile(r"[\w'-]+")
_SMALL = frozenset(("the", "a", "an", "that"))
_TOLD = ("says", "claims", "stresses", "assures")
# "We need no mediators, *the envoy of Norland said*."
_WHO_SAID = re.compile(
    r",[”\"]?\s(?:(?:[\w'.-]+\s){1,8}(?:said|says|added|argued|explained|insisted|stressed|noted|wrote|declared)"
    r"|said(?:\s[\w'.-]+){1,8})[\s.,”\"]*$"
)
_NAME = re.compile(r"(?<=[\w,;:]\s)[A-Z][\w'-]*")
_WAIT = re.compile(r"\bwait(?:s|ed|ing)?\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|never|nobody|none|nothing|neither|nor|without|cannot|\w+n't)\b", re.IGNORECASE)


class Copies(NamedTuple):
    """The sentences of a codebook: the words of each, how it is turned, where a word stands, and the names in all."""

    words: list[tuple[str, ...]]
    turns: list[tuple[bool, int]]
    with_word: dict[str, list[int]]
    names: frozenset[str]
    longest: int


def make_copies(texts: list[str]) -> Copies:
    words = [own_words(text) for text in texts]
    with_word: dict[str, list[int]] = {}
    for place, own in enumerate(words):
        for word in set(own):
            with_word.setdefault(word, []).append(place)
    names = frozenset().union(*map(_names, texts))
    return Copies(words, [_turns(text) for text in texts], with_word, names, max(map(len, words)))


def own_words(text: str) -> tuple[str, ...]:
    """The words of a sentence in small letters, without who says it, articles, quotation marks and stops.

    >>> own_words("said that “the gates will close,”")
    ('gates', 'will', 'close')
    """
    text = _WHO_SAID.sub("", without_cue(text.replace("’", "'")))
    return tuple(word for word in _WORD.findall(text.lower()) if word not in _SMALL)


def without_cue(text: str) -> str:
    """The same without the cue, where it only reports: "said that they will close" and "they will close" say the same.

    A cue is in small letters: "*Guarantees* are needed" begins with no verb.
    """
    first, _, rest = text.partition(" ")
    return rest.removeprefix("that ") if rest and first.islower() and _reports(first) else text


@lru_cache(maxsize=1_000)
def _reports(word: str) -> bool:
    return cue_class(word) in _TOLD


def find_copies(text: str, copies: Copies) -> tuple[list[int], list[int], list[int]]:
    """The places of the sentences that `text` is, that it nearly is, and that it has the words of in another order.

    "First the *passage*, then the *toll*" says the contrary of "First the toll, then the passage".
    """
    if text.count(" ") > 2 * copies.longest + 9:  # and who says it, and small words: a quick look
        return [], [], []
    words = own_words(text)
    if len(words) > copies.longest + 1:
        return [], [], []
    shared = Counter(place for word in set(words) for place in copies.with_word.get(word, ()))
    same, near, swapped = [], [], []
    for place, n in shared.items():
        own = copies.words[place]
        if n < len(set(own)) - 2 or abs(len(own) - len(words)) > 2:
            continue
        if own == words:
            same.append(place)
        elif sorted(own) == sorted(words):
            swapped.append(place)
        elif _is_nearly(words, own, copies.names | _names(text)) and _turns(text) == copies.turns[place]:
            near.append(place)
    return same, near, swapped


def _is_nearly(words: tuple[str, ...], own: tuple[str, ...], names: set[str]) -> bool:
    """Whether one word is another, or two of at least six: none of them a name, which would be somebody else.

    A word put in is one at most: "the gates *of the museum* will close" are other gates.
    """
    changes = [c for c in SequenceMatcher(None, own, words, autojunk=False).get_opcodes() if c[0] != "equal"]
    if sum(max(b - a, d - c) for _, a, b, c, d in changes) > (1 if len(own) < 6 else 2) or len(words) > len(own) + 1:
        return False
    new = {word for *_, c, d in changes for word in words[c:d]}
    # "First the *water*, then the *treaty*": no other word, and the contrary.
    return not new & set(own) and not any(word[:6] in names for word in new)


def turned(text: str) -> bool:
    """Whether "not", words against and "wait" turn what a sentence says: "nobody (−) can stop (−) us" does not.

    >>> turned("The gates will never close."), turned("Nobody can stop us."), turned("The filling has to wait.")
    (True, False, True)
    """
    found = {word.start: word for after in (True, False) for word in attitude_words(text, after=after)}.values()
    waits = [m for m in _WAIT.finditer(text) if not any(word.start <= m.start() < word.end for word in found)]
    return (sum(word.kind in ("against", "not") for word in found) + len(waits)) % 2 == 1


def _turns(text: str) -> tuple[bool, int]:
    return turned(text), len(_NOT.findall(text.replace("’", "'")))


def _names(text: str) -> set[str]:
    return {name.lower()[:6] for name in _NAME.findall(text)}
