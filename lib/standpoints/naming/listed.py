"""Where a text holds a name of the registry that is no part of another's: not ⟦Dan⟧ Holt nor the ⟦Oster⟧ Foundation."""

import re
from functools import lru_cache

from standpoints.naming.introductions import has_title, is_told_as_a_person, speaks
from standpoints.naming.names import FAMILY_FIRST, Name, Names, fold_words
from standpoints.naming.people import NO_SURNAME, NOT_A_PERSON, NOT_IN_NAMES, PERSON_NOUNS, is_first_name
from standpoints.naming.roles import NOT_NOW, TITLES
from standpoints.naming.words import (
    Spot,
    Word,
    end_of,
    fits,
    going_on,
    headline_end,
    is_half,
    is_owner_form,
    is_strange,
    joined,
    longest,
)
from standpoints.reading.pieces import tokenizer

_NAMED_AFTER = frozenset(
    "foundation institute centre university school college library tower airport prize street avenue square bridge "
    "stadium hospital museum park".split()
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_DAY_OR_YEAR_AFTER = re.compile(r"\s+\d")
_DAY_OR_TIME_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?:\s+of)?|\b(?:in|since|until|early|mid|late|last))[\s-]+\Z", re.I
)
# States and capitals that are given names too, beside those on the list of given names: Sofia, Georgia, Israel
_FIRST_NAMES_TOO = frozenset(
    "america german jordan chad kenya india china cuba paris london vienna ireland holland".split()
)
# In ⟦Paris⟧ Karst spoke; the ⟦Sofia⟧ Declaration: no given names, though a capital letter follows
_BEFORE_A_PLACE = re.compile(
    r"\b(?:(?<!according )to|of|in|from|at|near|around|outside|between|via|the|an?|this|that) $", re.IGNORECASE
)
_OF_PARTIES = frozenset("social christian free liberal national new sweden united popular people's".split())


def listed_spots(text: str, words: list[Word], names: Names) -> list[Spot]:
    """Return the spots that the names of the registry make, in order, none overlapping another."""
    spots, i, tree = [], 0, names.tree
    while i < len(words):
        found = longest(text, words, i, tree, fits) if words[i].folded in tree else None
        if found is None:
            i += 1
            continue
        last, meanings = found
        # A name as it is listed is meant before a surname that was only derived from another name.
        sure = [m for m in meanings if m.note != "surname"] or meanings
        if names.kinds[meanings[0].actor] == "person" and _is_named_after(text, words, last):
            pass  # the ⟦Oster⟧ Foundation
        elif _has_branches(text, words, i, last, sure[0], spots, names):
            spots[-1] = spots[-1]._replace(end=end_of(words[i]), last=last)
        elif not _is_in_another(text, words, i, last, sure[0], spots, names):
            kind = {"adjective": "adjective", "place": "place"}.get(sure[0].note, "name")
            full = sure[0].note == "" and (last - i > 1 or names.kinds[sure[0].actor] != "person")
            actors = tuple(dict.fromkeys(m.actor for m in sure))
            spots.append(Spot(words[i].start, end_of(words[last - 1]), i, last, kind, sure[0].how, actors, full=full))
        i = last
    return spots


def _is_in_another(
    text: str, words: list[Word], i: int, last: int, name: Name, spots: list[Spot], names: Names
) -> bool:
    """Whether the words `i` to `last`, which can be a name, are part of another one there, or a date."""
    kind, alone = names.kinds[name.actor], last - i == 1
    if name.note == "surname":
        return _is_date(text, words[i]) or _is_given(text, words, i, last) or _is_double(text, words, last, names)
    if kind == "state" and alone:
        return (
            _ends_a_name(text, words, i)
            or _begins_a_name(text, words, i, adjective=name.note == "adjective")
            or _is_branch(text, words, i)
        )
    if kind in ("institution", "group") and alone and not name.note and _is_half_a_name(text, words, spots, i):
        return True
    return kind == "group" and _is_of_others(text, words, i)


def _word_before(text: str, words: list[Word], i: int) -> Word | None:
    """The word before word `i`, if nothing but a space stands between."""
    return words[i - 1] if i and text[words[i - 1].end : words[i].start] == " " else None


def _ends_a_name(text: str, words: list[Word], i: int) -> bool:
    """Whether the one word of a state or capital is somebody's surname: Mira ⟦London⟧."""
    before = _word_before(text, words, i)
    given = before is not None and before.raw.istitle() and is_first_name(before.folded)
    return given and words[i].raw.istitle() and not going_on(text, words, i + 1)


def _begins_a_name(text: str, words: list[Word], i: int, adjective: bool) -> bool:
    """Whether the one word of a state or capital is somebody's given name: ⟦Israel⟧ Oster, more than once, with a
    surname that is no English word, or told as a person (Mayor ⟦Paris⟧ Cole; ⟦Paris⟧ Cole, a singer). In a headline a
    capital letter tells nothing: ⟦London⟧ Mulls Levy."""
    given = words[i].folded in _FIRST_NAMES_TOO or is_first_name(words[i].folded)
    after = going_on(text, words, i + 1)
    if not given or not after or text[words[i].end] == "-" or after in NO_SURNAME or after in PERSON_NOUNS:
        return False
    before = _word_before(text, words, i)
    if before and before.folded in ("to", "of", "in") and is_first_name(after):  # Ambassador to ⟦China⟧ Mira Oster
        return False
    headline, last = headline_end(text), i + 2
    while words[i].start >= headline and (word := going_on(text, words, last)) and word not in NOT_IN_NAMES | TITLES:
        if word in NOT_A_PERSON:
            return False  # London Fashion Week
        last += 1
    names = [text[words[i].start : end_of(words[end - 1])] for end in range(i + 2, last + 1)]
    return any(_is_of_somebody(text, name, headline, adjective) for name in names)  # Israel Oster Returns Home


@lru_cache(maxsize=32)  # a long list may hold the name a thousand times
def _is_of_somebody(text: str, name: str, headline: int, adjective: bool) -> bool:
    """Whether words that begin with a state or capital are somebody's name, by all places where they stand."""
    places = [Spot(*match.span(), 0, 0, "unlisted", "name") for match in re.finditer(rf"\b{re.escape(name)}\b", text)]
    able = (s for s in places if s.end > headline and not _BEFORE_A_PLACE.search(text, max(0, s.start - 20), s.start))
    sure = len(places) > 1 or is_strange(fold_words(name)[-1])
    # a Lund who is ⟦German⟧ speaks
    return any(sure or (not adjective and _is_used_as_a_person(text, spot)) for spot in able)


def _is_used_as_a_person(text: str, spot: Spot) -> bool:
    return has_title(text, spot.start) or is_told_as_a_person(text, spot) or speaks(text, spot)


def _has_branches(text: str, words: list[Word], i: int, last: int, name: Name, spots: list[Spot], names: Names) -> bool:
    """Whether a state right behind a listed body tells which branch of it speaks: the League ⟦Norland⟧."""
    if names.kinds[name.actor] != "state" or last - i > 1 or not spots or spots[-1].last != i:
        return False
    before, state = spots[-1], words[i]
    body = before.kind == "name" and all(names.kinds[actor] == "institution" for actor in before.actors)
    return body and text[before.end : state.start] == " " and state.raw[0].isupper()


def _is_branch(text: str, words: list[Word], i: int) -> bool:
    """Whether a state ends the name of a body there: Riverwatch ⟦Norland⟧, UNRF ⟦Norland⟧; not Premier, Soviet, North
    ⟦Norland⟧."""
    before = _word_before(text, words, i)
    if before is None or not before.raw[0].isupper() or before.folded in NO_SURNAME or is_owner_form(before):
        return False
    return not is_first_name(before.folded) and is_strange(before.folded) and before.folded not in PERSON_NOUNS


def _is_half_a_name(text: str, words: list[Word], spots: list[Spot], i: int) -> bool:
    """Whether the one word of a body is the end of another's name: the Social ⟦Democrats⟧, Free ⟦Democrats⟧."""
    before = words[i - 1] if i and joined(text, words[i - 1], words[i]) else None
    return (
        before is not None and before.raw[0].isupper() and words[i].raw.istitle() and before.folded in _OF_PARTIES
        and not (spots and spots[-1].last == i)
    )  # fmt: skip


def _is_of_others(text: str, words: list[Word], i: int) -> bool:
    """Pro-⟦Norlandish officials⟧, former ⟦Norlandish officials⟧, non-⟦European states⟧: no Norlandish officials."""
    if i == 0 or text[words[i - 1].end : words[i].start] not in (" ", "-"):
        return False
    return text[words[i].start - 1] == "-" or words[i - 1].folded in NOT_NOW


def _is_named_after(text: str, words: list[Word], last: int) -> bool:
    """Whether a name that ends before word `last` is only part of another: the Oster Foundation."""
    return going_on(text, words, last) in _NAMED_AFTER


def _is_date(text: str, word: Word) -> bool:
    """Whether a surname is the month instead: "on May 12", "12 May", "in May 2022", "since late May"."""
    beside = _DAY_OR_YEAR_AFTER.match(text, word.end) or _DAY_OR_TIME_BEFORE.search(
        text, max(word.start - 10, 0), word.start
    )
    return word.folded in _MONTHS and beside is not None


def _is_given(text: str, words: list[Word], i: int, last: int) -> bool:
    """Whether a surname is the first name of somebody else here: ⟦Dan⟧ Holt; or stands first: ⟦Wang⟧ Lianting."""
    first = is_first_name(words[i].folded)
    if last > i + 1 or not (first or words[i].folded in FAMILY_FIRST):
        return False
    after = going_on(text, words, last)
    return after != "" and after not in NO_SURNAME and (first or tokenizer().token_to_id(after) is None)


def _is_double(text: str, words: list[Word], last: int, names: Names) -> bool:
    """Whether a surname is half of somebody else's: ⟦Oster⟧-Lund; not "the Oster-Karst talks", both listed."""
    return is_half(text, words, last) and words[last].folded not in names.tree
