"""For whom somebody speaks who is not named: "a French diplomat" is nobody known, and of a side all the same."""

from standpoints.naming.names import Names
from standpoints.naming.words import Word, is_owner_form, joined, longest, read_words

# Who speaks for a state by what they are; not its journalists, analysts and residents, nor its opposition.
_SERVANTS = frozenset(
    """adviser advisor aide ambassador colonel commander delegate diplomat envoy general minister negotiator officer
    official representative spokesman spokesperson spokeswoman""".split()
)
_NO_LONGER = frozenset("former ex retired exiled dissident defected opposition captured would-be".split())
_BETWEEN = 4  # words between "Norlandish" and "diplomat": senior security and intelligence


def side_of_state(phrase: str, names: Names) -> str | None:
    """Return the side of the state in whose service the described are; None if it is none, unknown or several.

    >>> side_of_state("A senior Norlandish security official", names)
    'Norland'
    """
    words = read_words(phrase)
    if any(word.folded in _NO_LONGER for word in words):
        return None
    sides = set()
    for i in range(len(words)):
        found = longest(phrase, words, i, names.tree, lambda meaning, _: meaning.note == "adjective")
        if found and _serve(phrase, words, i, found[0]):
            sides |= {names.sides.get(meaning.actor) for meaning in found[1]}
    return sides.pop() if len(sides) == 1 else None


def _serve(phrase: str, words: list[Word], first: int, last: int) -> bool:
    """Whether the adjective of words `first` to `last` belongs to servants of the state: no pro-Norlandish ones."""
    if "-" in phrase[max(words[first].start - 1, 0) : words[first].start] + phrase[words[last - 1].end :][:1]:
        return False
    for i in range(last, min(last + _BETWEEN + 1, len(words))):
        if not joined(phrase, words[i - 1], words[i]):
            return False
        noun = words[i].folded.removesuffix("s").replace("spokesmen", "spokesman").replace("spokeswomen", "spokeswoman")
        if noun in _SERVANTS:
            return not is_owner_form(words[i])
    return False
