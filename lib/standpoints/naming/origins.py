"""Who is called by where somebody comes from, or by a party: the Finn, the Ohio Republican, the CDU politician.

That is told by what stands beside a name (Finnish Premier Oster, Karst of Ohio, Holt (CDU)) or by an office that the
registry holds.
"""

import re
from collections.abc import Iterable

from standpoints.naming.names import Names, fold, fold_words, states_called
from standpoints.naming.people import PERSON_NOUNS
from standpoints.naming.places import Span
from standpoints.naming.roles import TITLES

_PEOPLES = {
    "finn": "finnish", "turk": "turkish", "spaniard": "spanish", "briton": "british", "brit": "british",
    "frenchman": "french", "frenchwoman": "french", "englishman": "british", "englishwoman": "british",
    "irishman": "irish", "irishwoman": "irish", "dutchman": "dutch", "dutchwoman": "dutch", "dane": "danish",
    "swede": "swedish", "pole": "polish", "scot": "scottish", "scotsman": "scottish", "serb": "serbian",
    "croat": "croatian", "slovene": "slovenian", "icelander": "icelandic", "luxembourger": "luxembourgish",
    "welshman": "welsh",
}  # fmt: skip
_PARTIES = {"republican": {"republican", "r"}, "democrat": {"democrat", "democratic", "d"}}
_OF_A_TITLE = PERSON_NOUNS | frozenset(
    "prime foreign former deputy senior junior defence defense interior vice".split()
)
_WORD_BEFORE = re.compile(r"([\w.’'-]+),? $")
_BEHIND = re.compile(  # (CDU) | of New Holm | , a Holm lawmaker | , Republican of Holm
    r" \(([^()\n]{1,40})\)|,? (?:of|from) (?:the )?((?:[A-Z][\w’'-]*(?: |\b))+)|"
    r", (?:an? |the |(?=[\w-]+ (?:of|for|from) ))((?:(?!who\b|that\b|which\b|with\b|to\b)[\w’'-]+(?: |\b)){1,7})"
)
_TITLE = 6  # words before a name


def wanted_of(phrase: str, noun: str) -> set[str]:
    """Return the words that tell whom an epithet means: "the South Carolina Republican" south, carolina; "the Finn"
    finnish."""
    told = {word for word in fold_words(" ".join(re.findall(r"[A-Z][\w.’'-]*", phrase))) if word not in ("the", noun)}
    return told or {_PEOPLES.get(noun, noun)}


def come_from(wanted: set[str], noun: str, people: Iterable[tuple[Span, object]], text: str, names: Names) -> set:
    """Return the keys of those people of whom the article or the registry tells the words that are `wanted`."""
    found = set()
    party = _PARTIES.get(noun, set())
    for (start, end), key in people:
        told = _beside(text, start, end) | _by_registry(wanted, key, names)
        if (wanted <= told or (party and wanted == {noun} and party & told)) and not _of_other_party(told, noun):
            found.add(key)
    return found


def is_from_elsewhere(noun: str, key: object, names: Names) -> bool:
    """Whether the registry knows somebody for another state than an epithet's: the Turk is not Finland's premier."""
    return is_of_others(key, {name.actor for name in states_called(names, _PEOPLES.get(noun, noun))}, names)


def is_of_others(key: object, states: set[str], names: Names) -> bool:
    """Whether the registry knows somebody for states, and for none of these."""
    own = states_of(key, names) if states else set()
    return bool(own) and not own & states


def _beside(text: str, start: int, end: int) -> set[str]:
    """Return the folded words beside a name that have a capital letter: "Finnish Premier ⟦Oster⟧ of the CDU"."""
    at, words = start, []
    for _ in range(_TITLE):
        word = _WORD_BEFORE.search(text, max(0, at - 30), at)
        if word is None or not (word[1][0].isupper() or word[1] in _OF_A_TITLE):
            break
        if word[1].endswith(".") and fold(word[1]) not in TITLES:  # a sentence ends
            break
        words.append(word[1])
        at = word.start()
    behind = _BEHIND.match(text, end)
    words += (behind[1] or behind[2] or behind[3]).split() if behind else []
    return {folded for word in words if word[0].isupper() for part in word.split("-") for folded in fold_words(part)}


def _by_registry(wanted: set[str], key: object, names: Names) -> set[str]:
    """The wanted word, where it means a state in which somebody holds an office."""
    own = states_of(key, names)
    return {word for word in wanted if any(name.actor in own for name in states_called(names, word))} if own else set()


def states_of(key: object, names: Names) -> set[str]:
    """The states, also those of a body, in which somebody of the registry holds an office, at any time."""
    owners = {owner for _, owner, _, _ in names.held.get(key, ()) if owner} if isinstance(key, str) else set()
    of_bodies = {state for owner in owners for _, state, _, _ in names.held.get(owner, ()) if state}
    return {owner for owner in owners | of_bodies if names.kinds.get(owner) == "state"}


def _of_other_party(told: set[str], noun: str) -> bool:
    return noun in _PARTIES and any(told & words for party, words in _PARTIES.items() if party != noun)
