"""Persons who are described and not named: *a defector*, *the 72-year-old*, *his mother*, *an elderly woman*."""

import re

from standpoints.naming.nouns import BODY_NOUNS
from standpoints.naming.people import EPITHETS, PERSON_NOUNS, is_named_as
from standpoints.naming.roles import CIVIL, GENDER_OF_ROLE
from standpoints.naming.words import Spot, Word, is_own_head, is_owner_form, joined

_DETERMINERS = frozenset("a an the this that another one his her their my our your its each every".split())
OWNERS = frozenset("his her their my our your its".split())
_INDEFINITE = frozenset("a an another one each every".split())
_NO_MODIFIER = frozenset(
    """of in on at by for with from to and or but who which that as is was were are be been has had have said says than
    when while after before because if into over under about against between through not no""".split()
)
_OF_WHOM = re.compile(r" (?:of|for|from) (?:the )?((?:[A-Z][\w.-]*)(?: [A-Z][\w.-]*)*)")
_BEHIND_EPITHET = re.compile(
    r"(?:said|says|told|added|who|was|is|had|has|will|would|also|then|later|replied|wrote|warned|argued|insisted|in|on|"
    r"at|and|but|did|does|\w+ed)\b"
)
_ENDS = re.compile(r"(?: of (?:the )?[A-Z][^,.;:()\n]{1,40})?(?:[,.;:)]| ?[–—(]|\s*$)", re.MULTILINE)
# While Oster was a girl, ⟦her mother⟧ told her so
_OWN_VERB = re.compile(r"(?:his|her|their) [^,.;:()]+? (?:said|says|told|tells|was|is|had|has|would|will|\w+ed)\b")
_LISTED = re.compile(r",? and (?:his|her|their|its|the|an?|[A-Z])\b")
_LEADS_TO = re.compile(r" (?:for|of|at|from|to|in|on) [^,.;:()\"“”\n]{1,50}, ")
_SENT_TO = re.compile(r" (?:to|of|for) (?:the )?(?:[A-Z][\w-]+ )+")  # Ambassador ⟦to Sundia⟧ Mira Oster
_GOES_BY = re.compile(
    r"(?: (?:of|from|in|at) [^,.;:()\n]{1,40})?,? (?:is |was )?(?:who|with|using|going|named|called|known|identified|"
    r"nicknamed)\b[^.;:()\n]{0,90}"
)
_RIGHT_BEFORE = (" ", " “", ' "', " ‘")  # his sister Mira; the pilot “Heron”
_NAMES_CALLED = re.compile(r" (?:[“\"‘']|an? |the )")  # a pilot called Oster ⟦“⟧a liar”
_APPOSITION = re.compile(
    r",\s*(?:\d+,\s*)?(?:\w+ly\s+)?|\s*\(\d+\),?\s*|\s+(?:is|was|as|became|remains|will be|has been)\s+"
)


def find_descriptions(
    text: str, words: list[Word], spots: list[Spot]
) -> list[tuple[int, int, tuple[str, str], str | None, str]]:
    """Return (start, end, (noun, whose), gender, kind) of each description of one person, in text order.

    kind: "indefinite" (a man), "kin" (his mother, Oster's mother), "description" (the woman). The delegate of Norland
    is another one than the delegate of Sundia.
    """
    begins = {spot.last - 1: spot.start for spot in spots if spot.kind in ("name", "unlisted")}
    taken = {i for spot in spots if spot.kind in ("name", "unlisted") for i in range(spot.first, spot.last)}
    offices = {i for spot in spots if spot.kind == "office" for i in range(spot.first, spot.last)}
    found = []
    for i, word in enumerate(words):
        aged = word.folded == "old" and text[word.start - 5 : word.start] == "year-" and not _goes_on(text, words, i)
        epithet = (
            word.folded in EPITHETS
            and word.raw[0].isupper()
            and not is_owner_form(word)
            and not _name_goes_on(text, words, i)
        )
        if not (epithet or ((word.folded in PERSON_NOUNS or aged) and i not in taken)) or is_own_head(text, words, i):
            continue
        first = _determiner(text, words, i)
        if first is None and word.folded in GENDER_OF_ROLE:
            first = _headline(text, words, i)
        if first is None or (i in offices and words[first].folded not in _INDEFINITE):  # a Norlandish official
            continue
        inner = [w.folded for w in words[first + 1 : i]]
        gender = GENDER_OF_ROLE.get(word.folded) or _gender_told(word.folded, inner)
        start = begins.get(first, words[first].start)
        owned = words[first].folded in OWNERS or words[first].raw[-2:] in ("'s", "’s")
        whom = _OF_WHOM.match(text, word.end)
        whose = words[first].folded if owned else whom[1] if whom else ""
        kind = "kin" if owned else "indefinite" if words[first].folded in _INDEFINITE else "description"
        found.append((start, word.end, (word.folded, whose), gender, kind))
    return found


def _gender_told(noun: str, before: list[str]) -> str | None:
    """The gender of a noun that no list tells: a female soldier, a fisherman."""
    if "female" in before or noun.endswith("woman"):
        return "she"
    return "he" if "male" in before or (noun.endswith("man") and noun != "human") else None


def _goes_on(text: str, words: list[Word], i: int) -> bool:
    """Whether a noun follows: "the 34-year-old man"."""
    return i + 1 < len(words) and joined(text, words[i], words[i + 1]) and words[i + 1].folded in PERSON_NOUNS


def _name_goes_on(text: str, words: list[Word], i: int) -> bool:
    """The Republican ⟦senator⟧, the German ⟦Bundestag⟧, the German - ⟦British⟧ film, the German-⟦led⟧ mission."""
    gap = text[words[i].end : words[i + 1].start] if i + 1 < len(words) else ""
    return gap in ("-", "–") or (gap in (" ", " - ") and not _BEHIND_EPITHET.match(text, words[i + 1].start))


def _determiner(text: str, words: list[Word], i: int) -> int | None:
    """The word with which the phrase begins whose noun is word i: a, the, his, Norland's."""
    for j in range(i - 1, max(-1, i - 6), -1):
        if not joined(text, words[j], words[j + 1]) and not _lists(text, words[j], words[j + 1]):
            return None
        if words[j].folded in _DETERMINERS or words[j].raw[-2:] in ("'s", "’s"):
            return j
        if words[j].folded in _NO_MODIFIER:
            return None
    return None


def _lists(text: str, left: Word, right: Word) -> bool:
    """Whether a comma stands between two adjectives: "a tall, young woman"; not "the commission, outgoing chairman"."""
    adjectives = left.raw.islower() and right.raw.islower() and left.folded not in BODY_NOUNS
    return adjectives and text[left.end : right.start] == ", "


def _headline(text: str, words: list[Word], i: int) -> int | None:
    """The first word of a line that begins with a description: "Norlandish woman wins race"."""
    j = i
    while j and i - j < 3 and joined(text, words[j - 1], words[j]) and words[j - 1].folded not in _NO_MODIFIER:
        j -= 1
    return j if words[j].start == 0 or text[words[j].start - 1] == "\n" else None


def same_person(text: str, first: tuple[int, int], second: tuple[int, int], *, beside: bool = False) -> bool:
    """Whether a description explains the name before it: "Mira Oster, a lawyer"; "Oster is a lawyer".

    With `beside` also one that leads up to a name: "his sister Mira Oster", "an aide to the premier, Mira Oster,".
    """
    if beside and text[first[1] : second[0]] == ". " and text[slice(*first)].rpartition(" ")[2].casefold() in CIVIL:
        return True  # Mr. Oster
    if beside and (text[first[1] : second[0]] in _RIGHT_BEFORE or _SENT_TO.fullmatch(text, first[1], second[0])):
        return True
    if beside and _GOES_BY.fullmatch(text, first[1], second[0]) and is_named_as(text, second[0]):
        return not _NAMES_CALLED.match(text, second[1])  # a pilot with the call sign Heron
    if beside and _LEADS_TO.fullmatch(text, first[1], second[0]):
        return text[second[1] : second[1] + 1] in (",", ".")
    if beside and text[first[1] : second[0]].strip() == "," and not _ENDS.match(text, second[1]):
        return False  # According to the lawyer, Mira Oster was ill
    if not beside and text[first[1] : second[0]].strip() == "," and _LISTED.match(text, second[1]):
        return False  # Oster, her mother and her sister left
    if not beside and text[first[1] : second[0]].strip() == "," and _OWN_VERB.match(text, second[0]):
        return False
    return bool(_APPOSITION.fullmatch(text, first[1], second[0]))
