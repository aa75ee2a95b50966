"""Where the names of speakers end in what is written of them: "⟦Mira Oster⟧, a lawyer", "the deputy, ⟦Mira Oster⟧,"."""

import re

from standpoints.naming.names import fold
from standpoints.naming.people import EPITHETS, PERSON_NOUNS, is_first_name
from standpoints.naming.scene import Said
from standpoints.naming.words import is_strange

# A speaker's own name ends here: "Mira Oster, a lawyer", "the envoy of Norland", "Tavian and Oster".
STOP = re.compile(
    r"\s*(?:[,(;:–—]|--|\s-\s|\b(?:of|for|to|from|in|at|on|with|near|by|who|which|that|and|about|against|after|during|as|"
    r"above|across|alongside|amid|among|around|before|behind|below|beneath|beside|between|following|inside|into|outside|Who|"
    r"over|through|under|underneath|upon|when|while|within|flanked|surrounded|accompanied|joined|except|excluding)\b)|"
    r"\s+(?:himself|herself|themselves|itself|alone|also|both)\b|\s*$"
)
# One of its deputies, ⟦Mira Oster⟧; his daughter, the cellist ⟦Mira Oster⟧; not: a teacher from Harl, North Holm
_TOLD = re.compile(
    r", (?:(?:the|an?) (?:[a-z-]+ ){1,3})?([A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|van|von|der|de|da|del|di|al|bin|ter))* "
    r"[A-Z][\w’'-]*),?$"
)
_TOWN = re.compile(r"\b(?:in|from|at|near|outside|of) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*$")
# ⟦“Heron”⟧ admits that he is tired; the pilot ⟦“Heron”⟧ nods
_CALL_SIGN = re.compile(
    r"(?:(?:[\w’'-]+ ){0,4}(?P<noun>[\w-]+),? )?[“\"‘'](?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)[”\"’']"
)
_PERSONS = PERSON_NOUNS - EPITHETS  # the Conservatives speak as a party
_ACRONYM = 7  # letters; longer words in capitals are the place before a report
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
# Labels of a transcript or headline that tell what somebody, or something, is
_NO_NAMES = frozenset(
    "question answer questioner moderator host anchor reporter interviewer presenter narrator quote poll report survey "
    "study analysis opinion staff republican democrat democratic".split()
)


def name_ends(text: str, said: list[Said]) -> set[int]:
    """Return where the names of speakers end: what is named there and speaks is an actor, listed or not.

    Not a capital letter that only begins a sentence: "Residents said". In an interview each of the two who take
    turns is one: "Oster: We wait."
    """
    places: dict[str, set[int]] = {}  # by how the name is written
    called: set[int] = set()
    for start, end in {s.speaker for s in said if s.speaker}:
        stop, whole = STOP.search(text, start, end), end
        end = stop.start() if stop else end
        call_sign = _CALL_SIGN.fullmatch(text, start, end)
        if call_sign and (call_sign["noun"] is None or fold(call_sign["noun"]) in _PERSONS):
            called.add(call_sign.end("name"))
            continue
        places.setdefault(re.sub(r"^(?:the|The) ", "", text[start:end]), set()).add(end)
        if stop and (told := _TOLD.search(text, end, whole)) and not _TOWN.search(text, start, told.start()):
            places.setdefault(told[1], set()).add(told.end(1))
    return called | {
        end
        for name, ends in places.items()
        if " " in name
        or is_first_name(name)
        or _written_within_sentences(text, name)
        or _labels(text, name, ends)
        or _is_only_a_name(name)
        for end in ends
        if fold(name) not in _NO_NAMES and not _are_several(fold(name))
    }


def _are_several(word: str) -> bool:
    """Voters, said at the beginning of a sentence."""
    return word.endswith("s") and word[:-1] in _PERSONS


def _labels(text: str, name: str, ends: set[int]) -> bool:
    return len(name) > 1 and sum(text[end : end + 1] == ":" for end in ends) > 1  # not the Q and A of an interview


def _is_only_a_name(word: str) -> bool:
    """BuzzHolm, Holmifact: no word that has its capital letter from the beginning of a sentence."""
    if _INNER_CAPITAL.search(word):
        return True
    place = word.isupper() and len(word) > _ACRONYM
    return word[:1].isupper() and not word.endswith("s") and not place and is_strange(fold(word))


def _written_within_sentences(text: str, word: str) -> bool:
    # What stands before the word is asked for last: a search for a plain text is ten times as fast.
    return bool(word) and re.search(rf" {re.escape(word)}\b(?<=[\w,;] {re.escape(word)})", text) is not None
