"""Places: whether a sentence speaks of another quarrel than the codebook's."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from standpoints.stances.clauses import Span
from standpoints.stances.phrases import Phrase, index_phrases, only_words, possible_phrases

# "They want a truce *in* | Sundia".
_PREPOSITION = re.compile(
    r"\s(?:in|on|at|to|for|of|with|from|against|between|over|by|into|towards?)\s(?:(?!and\b|or\b)[\w'-]+\s){0,3}",
    re.IGNORECASE,
)
# Who says it tells nothing of where it is: "*in Arvik's view,* …", "…, *the premier of Sundia said*".
_WHO = re.compile(
    r"^\W*in\s[^,.]{1,40}\s(?:view|opinion|eyes),|,[”\"]?\s[^,.]{1,80}?\b(?:said|says|told|wrote|added|argued|warned|insisted|declared"
    r"|announced|demanded|proposed|suggested|explained|stressed|noted|claimed|asked)\b[^,.]{0,40}[.”\"]*$",
    re.IGNORECASE,
)


class Places(NamedTuple):
    """Phrases that tell of other quarrels (the first `others` of them) and names of this one, ready for looking."""

    phrases: list[Phrase]
    others: int
    index: dict[str, list[int]]


def make_places(elsewhere: Sequence[Phrase], here: Sequence[Phrase]) -> Places:
    phrases = [*elsewhere, *here]
    return Places(phrases, len(elsewhere), index_phrases(phrases))


def is_elsewhere(text: str, sentence: Span, end: int, places: Places) -> bool:
    """Whether a position of which the words end at `end` is about another quarrel.

    So it is if its sentence names another and not this one, or the other right after it: "Kyiv welcomes the truce
    *in Gaza*".
    """
    if not places.others:
        return False
    read = _WHO.sub(lambda m: " " * len(m.group()), text[slice(*sentence)])
    found = [(other, sentence[0] + start) for other, start in _named(read, places)]
    others = [start for other, start in found if other]
    ours = len(others) < len(found)
    return bool(others) and (not ours or any(_PREPOSITION.fullmatch(text, end, start) for start in others))


def names_here(text: str, places: Places) -> bool:
    """Whether a text holds any name of this quarrel."""
    return any(not other for other, _ in _named(text, places))


def _named(text: str, places: Places) -> Iterator[tuple[bool, int]]:
    """Whether it is another quarrel's, and where it begins, for each place that the text names."""
    words = only_words(text)
    for place in possible_phrases(words, places.index):
        for match in places.phrases[place].find(text, words):
            yield place < places.others, match.start()
