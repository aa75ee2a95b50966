"""Phrases that a non-programmer can write, turned into something that can be looked for.

ceasefire            the word, in any case, with or without 's
withdraw*            the word with any ending: withdraws, withdrawal, withdrawing
cease-fire           ceasefire, cease fire or cease-fire
(lift|ease) {curbs}  one of several, and one of the list `curbs` in the codebook's `words`
[new]                a word that may be missing
..  ...              up to three, up to eight other words, never past a colon or the end of a sentence
a & b                both, in either order, up to eight words apart
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

_BETWEEN = r"[^\w.;:!?]+"
_WORD = re.compile(r"\w+")
_GAPS = {"..": 3, "...": 8}
_TOKEN = re.compile(r"\.\.\.|\.\.|[\[\]()|]|\{[^{}]*\}|[^\s\[\]()|{}]+|[{}]")
_LITERAL = re.compile(r"[\w'*-]+")

LONGEST = 60
"""Letters of the longest word that a phrase can look for: a link or a key in a text may run to thousands."""

Words = dict[str, list[str]]


@dataclass(frozen=True)
class Phrase:
    """A phrase as written, the expression that finds it, and the words of which each line needs one."""

    written: str
    expression: str
    needs: tuple[tuple[str, ...], ...]

    @cached_property
    def _needs(self) -> list[frozenset[str]]:
        return [frozenset(need) for need in self.needs if " " not in need]  # a space is everywhere

    @cached_property
    def _compiled(self) -> re.Pattern:
        return re.compile(rf"(?<!\w)(?:{self.expression})(?!\w)", re.IGNORECASE)

    def find(self, text: str, words: set[str]) -> Iterator[re.Match]:
        """Matches in `text`; `words` are its words as `only_words` gives them, looked through first, which is quick."""
        return iter(()) if any(map(words.isdisjoint, self._needs)) else self._compiled.finditer(text)


def index_phrases(phrases: Iterable[Phrase]) -> dict[str, list[int]]:
    """The places of the phrases by the words, or beginnings of words, of which each needs one."""
    index: dict[str, list[int]] = {}
    for place, phrase in enumerate(phrases):
        for word in _rarest(phrase.needs):
            index.setdefault(word, []).append(place)
    return index


def possible_phrases(words: set[str], index: dict[str, list[int]]) -> list[int]:
    """The places of the phrases that a text may hold, in order; `words` as `only_words` gives them."""
    return sorted({place for word in index.keys() & words for place in index[word]})


def only_words(text: str) -> set[str]:
    """The words of `text` in small letters, " truce ", and their beginnings, " tr": what a phrase may need; also "".

    Of a word longer than any that is looked for, the beginnings up to that length.
    """
    return {""}.union(*map(_with_beginnings, {word[: LONGEST + 1] for word in _WORD.findall(text.lower())}))


@lru_cache(maxsize=20_000)  # nearly every word of a text stood in others
def _with_beginnings(word: str) -> tuple[str, ...]:
    whole = (f" {word} ",) if len(word) <= LONGEST else ()
    return (*whole, *(f" {word[:length]}" for length in range(1, min(len(word), LONGEST) + 1)))


def read_phrase(written: str, words: Words) -> list[Phrase]:
    """The phrase ready for looking; two of them for `a & b`, one for each order.

    Raises: ValueError with one plain line if a bracket is not closed, a list is unknown, or nothing is left.
    """
    halves = [half.strip() for half in written.split("&")]
    if len(halves) > 2 or not all(halves):
        raise ValueError(f"{written!r}: '&' stands once, between two phrases")
    orders = [halves] if len(halves) == 1 else [halves, halves[::-1]]
    return [Phrase(written, *_Reader(" ... ".join(order), words).whole()) for order in orders]


def _rarest(needs: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The need that is seldom met: by few words, and long ones ("of" is in every text); one must be in the text."""
    return min(needs, key=lambda need: sum(2.0 ** -len(word) for word in need), default=("",))


class _Reader:
    """Reads one phrase from left to right (a recursive descent over its tokens)."""

    def __init__(self, written: str, words: Words, inside: tuple[str, ...] = ()):
        self.written, self.words, self.inside = written, words, inside
        self.tokens = _TOKEN.findall(written)
        self.at = 0

    def whole(self) -> tuple[str, tuple]:
        expression, needs = self._choice(closing=None)
        if not expression:
            raise ValueError(f"{self.written!r}: no word is left to look for")
        return expression, tuple(needs)

    def _choice(self, closing: str | None, begun: bool = False) -> tuple[str, list]:
        branches = [self._sequence(begun)]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence(begun))
        if self._peek() != closing:
            raise ValueError(f"{self.written!r}: a bracket is not closed or was never opened")
        self.at += 1
        if len(branches) == 1:
            return branches[0]
        # One of the branches must be there, so one of what each needs most must be.
        firsts = [_rarest(needs) for _, needs in branches]
        return f"(?:{'|'.join(expression for expression, _ in branches)})", [tuple(x for f in firsts for x in f)]

    def _sequence(self, begun: bool) -> tuple[str, list]:
        """Words one after the other; `begun`: others stand before them, so each is led by what is between words."""
        parts, needs = [], []
        while self._peek() not in (None, "|", ")", "]"):
            token = self.tokens[self.at]
            self.at += 1
            if token in _GAPS and not begun:
                raise ValueError(f"{self.written!r}: '{token}' needs a word before it")
            if token in _GAPS:
                parts.append(rf"((?:{_BETWEEN}\w[\w'-]*){{0,{_GAPS[token]}}}?)")
                continue
            if token == "[":
                expression, _ = self._choice(closing="]", begun=begun)
                parts.append(f"(?:{expression})?" if begun else f"(?:{expression}{_BETWEEN})?")
                continue
            expression, more = self._item(token)
            parts.append(_BETWEEN + expression if begun else expression)
            needs, begun = needs + more, True
        return "".join(parts), needs

    def _item(self, token: str) -> tuple[str, list]:
        if token == "(":
            return self._choice(closing=")")
        if token.startswith("{"):
            return self._list(token.strip("{}"))
        if not _LITERAL.fullmatch(token):
            raise ValueError(f"{self.written!r}: {token!r} is not a word; see the head of the codebook for what is")
        expression = re.escape(token).replace(r"\*", r"[\w'-]*").replace(r"\-", r"[\s-]?")
        ending = "" if token.endswith("*") else "(?:'s?)?"
        stem = re.match(r"\w*", token.lower()).group()
        if len(stem) > LONGEST:
            raise ValueError(f"{self.written!r}: a word of {len(stem)} letters; {LONGEST} are the most")
        return expression + ending, [(f" {stem} " if stem == token.lower() else f" {stem}",)]

    def _list(self, name: str) -> tuple[str, list]:
        if name not in self.words:
            known = ", ".join(self.words) or "none"
            raise ValueError(f"{self.written!r}: the list {{{name}}} is not among `words` (known: {known})")
        if name in self.inside:
            raise ValueError(f"{self.written!r}: the list {{{name}}} contains itself")
        read = [_Reader(entry, self.words, (*self.inside, name)).whole() for entry in self.words[name]]
        firsts = [_rarest(needs) for _, needs in read]
        # Longest first: of "North Atlantic alliance" and "North" the whole name is meant.
        order = sorted(read, key=lambda pair: -len(pair[0]))
        return f"(?:{'|'.join(e for e, _ in order)})", [tuple(dict.fromkeys(x for f in firsts for x in f))]

    def _peek(self) -> str | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None
