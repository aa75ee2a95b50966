"""The words of a text, and the spots that are made of them: what every step of naming hands to the next."""

from typing import NamedTuple

from standpoints.naming.names import WORD, Name, fold
from standpoints.reading.pieces import tokenizer

AFTER_HYPHEN = frozenset(
    "led backed style based born era like owned made controlled held friendly appointed inspired".split()
)

_HEADLINE = 300  # characters; longer lines are none
_ENGLISH = ("ing", "ed", "ful", "less", "ish", "ists", "ers", "ions", "ness")  # ends of words that may be rare


class Word(NamedTuple):
    start: int
    end: int
    raw: str
    folded: str


class Spot(NamedTuple):
    """One place where somebody is named, as words `first` to `last` (exclusive) and characters `start`, `end`."""

    start: int
    end: int
    first: int
    last: int
    kind: str  # "name", "adjective", "place", "unlisted", "office" (with owner), "role" (without)
    how: str  # name, alias or office
    actors: tuple[str, ...] = ()  # whom it can mean
    role: str = ""
    owner: str | None = None
    full: bool = False  # a full name, which introduces
    former: bool = False
    gender: str | None = None
    title: tuple[str, ...] = ()  # roles that stand before a name
    lead: int = -1  # character where these begin


def read_words(text: str) -> list[Word]:
    """Return the words of a text with their characters and folded forms."""
    return [Word(m.start(), m.end(), raw := m[0], fold(raw)) for m in WORD.finditer(text)]


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two words can belong to one name: a space or hyphen between them, a dot after an initial (not after an
    acronym, which ends a sentence: "told the BNR. Mira Oster …")."""
    gap = text[left.end : right.start]
    if gap == ". ":
        return len(left.folded) == 1 or (len(left.folded) <= 3 and not left.raw.isupper())
    return gap in (" ", "-", "\u00a0", "\u2011")


def is_hyphened(text: str, words: list[Word], i: int) -> bool:
    """Whether a hyphen stands between word `i` and the one before, both with a capital letter."""
    return (
        0 < i < len(words)
        and text[words[i - 1].end] == "-"
        and words[i - 1].raw[0].isupper()
        and words[i].raw[0].isupper()
    )


def is_own_head(text: str, words: list[Word], i: int) -> bool:
    """Whether a head is part of somebody's body: she shook her ⟦head⟧; not her ⟦head⟧ of office."""
    own = i > 0 and words[i].folded == "head" and words[i - 1].folded in ("his", "her", "my", "your", "their")
    return own and not text.startswith(" of ", words[i].end)


def is_half(text: str, words: list[Word], last: int) -> bool:
    """Whether a name that ends before word `last` goes on behind a hyphen; not in a heading: Oster-Led Talks Fail."""
    return is_hyphened(text, words, last) and words[last].folded not in AFTER_HYPHEN


def fits(meaning: Name, word: Word) -> bool:
    """Whether the last word of a name is written as the name asks for it: "May", "US", "G-7"."""
    if meaning.shape == "any" or word.raw.isdecimal():
        return True
    return word.raw[0].isupper() if meaning.shape == "capital" else bare(word.raw).isupper()


def longest(text: str, words: list[Word], i: int, tree: dict, fits) -> tuple[int, list] | None:
    found, j = None, i
    while j < len(words) and words[j].folded in tree and (j == i or _goes_on(text, words[j - 1], words[j])):
        tree = tree[words[j].folded]
        j += 1
        meanings = [m for m in tree.get("", ()) if fits(m, words[j - 1])]
        if meanings:
            found = j, meanings
    return found


def _goes_on(text: str, left: Word, right: Word) -> bool:
    """Whether a name that is listed can go on with the next word, also in the Farmers’ Union."""
    return joined(text, left, right) or owns(text, left, right)


def bare(raw: str) -> str:
    """A word without its possessive ending: "Tavian’s" is "Tavian"."""
    return raw[:-2] if raw[-2:-1] in ("'", "’", "ʼ") and raw[-1] in "sS" else raw


def is_owner_form(word: Word) -> bool:
    return word.raw != bare(word.raw)


def owns(text: str, left: Word, right: Word) -> bool:
    """Whether a name in -s owns the next word by an apostrophe alone: "Belarus’ premier"."""
    return text[left.end : right.start] in ("' ", "’ ") and left.folded.endswith("s")


def going_on(text: str, words: list[Word], last: int) -> str:
    """The folded word with a capital letter that goes on after a name which ends before word `last`, or nothing."""
    on = last < len(words) and joined(text, words[last - 1], words[last]) and not is_owner_form(words[last - 1])
    return words[last].folded if on and words[last].raw[0].isupper() else ""


def end_of(word: Word) -> int:
    return word.start + len(bare(word.raw))


def begins_sentence(text: str, word: Word) -> bool:
    """Whether a word stands where every word has a capital letter."""
    before = text[max(0, word.start - 4) : word.start].rstrip(" \"“”'‘«„([—–-")
    return not before or before[-1] in ".!?:\n…"


def is_strange(folded: str) -> bool:
    """Whether no English text begins a sentence with the word: ⟦Ravshan⟧ Oster is somebody else than Mira Oster, and in
    "Yesterday Oster left" it is she. The network's vocabulary holds the common words."""
    known = tokenizer().token_to_id
    adverb = folded.endswith("ly") and known(folded[:-2]) is not None
    return known(folded) is None and not adverb and not folded.endswith(_ENGLISH)


def headline_end(text: str) -> int:
    """Return where a first line ends in which nearly All Words Begin With a Capital and tell no name; else 0."""
    end = max(text.find("\n", 0, _HEADLINE), 0)
    long = [word for word in text[:end].split() if len(word) > 3]
    return end if len(long) > 3 and sum(word[0].isupper() for word in long) > 0.7 * len(long) else 0
