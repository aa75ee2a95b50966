"""Where a text names somebody: names of the registry (`listed.py`) and of nobody it knows, with offices and titles."""

import re

from standpoints.naming.listed import listed_spots
from standpoints.naming.names import PARTICLES, SUFFIXES, Names, fold
from standpoints.naming.offices import (
    is_part_of_double_name,
    is_surname_by_mr,
    role_phrases,
    with_offices,
    with_titles,
)
from standpoints.naming.people import (
    EPITHETS,
    NO_SURNAME,
    NOT_A_PERSON,
    NOT_IN_NAMES,
    PERSON_NOUNS,
    gender_of,
    is_first_name,
)
from standpoints.naming.roles import TITLES
from standpoints.naming.spellings import LEAST_ALONE, block_keys, given_alike, surnames_alike
from standpoints.naming.words import (
    AFTER_HYPHEN,
    Spot,
    Word,
    begins_sentence,
    end_of,
    going_on,
    headline_end,
    is_half,
    is_hyphened,
    is_owner_form,
    is_strange,
    joined,
    read_words,
)

_NOT_COUNTED = PARTICLES | SUFFIXES
_FOUNDED = frozenset(
    "institute centre center foundation council committee commission agency office department fund forum initiative "
    "campaign alliance association society organisation organization union".split()
)
_OF_MEMBERS = frozenset("society association institute academy federation confederation chamber".split())
_BEFORE_NAMES = NOT_A_PERSON | EPITHETS | PERSON_NOUNS
_PARTY = re.compile(r"(?<=[ (])[RDI]-[A-Z]")  # Mira Oster, R-Fla.
_CONTRACTED = re.compile(r"['’](?:re|ve|ll|d|m|t)$")  # We're, Don't


def find_spots(text: str, names: Names, words: list[Word] | None = None) -> list[Spot]:
    """Return all spots of a text in order, none overlapping another."""
    words = read_words(text) if words is None else words
    listed = listed_spots(text, words, names)
    roles = role_phrases(text, words, listed, names)
    spots = _unlisted(text, words, listed, roles, names)
    return with_titles(text, words, with_offices(text, words, spots, roles, names), names)


def _is_portfolio(words: list[Word], i: int) -> bool:
    """Minister of ⟦Energy⟧ Mira Oster, Minister for Social Policy Joss Tavian: no name begins right behind it."""
    before = [word.folded for word in words[max(0, i - 2) : i]]
    return before[:1] == ["minister"] and before[1:] in (["of"], ["for"]) and not is_first_name(words[i].folded)


def _is_middle(text: str, words: list[Word], i: int, spot: Spot, taken: dict, names: Names) -> bool:
    """Whether a listed surname stands in the middle of somebody else's name: Ilan ⟦Karst⟧ Lund, where Rado Karst is
    listed."""
    after = going_on(text, words, spot.last) if spot.last not in taken else ""
    if not after or after in NO_SURNAME or not is_first_name(words[i].folded):
        return False
    return not any(_same_given(words[i].folded, a, words[spot.first].folded, names) for a in spot.actors)


def _unlisted(text: str, words: list[Word], spots: list[Spot], roles: dict, names: Names) -> list[Spot]:
    """Add names that the registry does not hold, and give surnames the given names that stand before them."""
    taken: dict[int, Spot | None] = {i: spot for spot in spots for i in range(spot.first, spot.last)}
    taken |= {i: None for first, (last, _) in roles.items() for i in range(first, last)}
    result, i, headline = [], 0, headline_end(text)
    while i < len(words):
        if i in taken:
            spot = taken[i]
            result += [spot] if spot else []
            i = spot.last if spot else i + 1
        elif _can_begin(text, words, i):
            begin, spot = i, _sequence(text, words, i, taken, names)
            i = spot.last if spot else i + 1
            if spot and spot.end <= headline:
                spot = _as_below(text, words, spot, begin, headline)
                i = spot.last if spot else i
            if spot and result and _named_after_place(text, words, result[-1], spot, names):
                place = result.pop()
                spot = spot._replace(start=place.start, first=place.first, role="organisation", full=True)
            if spot:
                result.append(spot)
        else:
            i += 1
    return result


def _as_below(text: str, words: list[Word], spot: Spot, begin: int, headline: int) -> Spot | None:
    """Icon ⟦Mira Oster⟧ Backs Levy: of the words of a headline those that name somebody in the text, with a given name
    before, though the text has but the surname; of many none where they are named nowhere."""
    runs = [(first, last) for first in range(begin, spot.last) for last in range(spot.last, first + 1, -1)]
    alone = [(first, first + 1) for first in range(begin, spot.last) if words[first].folded not in NO_SURNAME]
    for first, last in runs + alone if spot.kind == "unlisted" else ():
        name = text[words[first].start : end_of(words[last - 1])]
        before = r"\b" if last - first > 1 else r"(?:[a-z,]|\bM(?:r|rs|s)\.) "  # a word alone may begin a sentence
        if re.compile(rf"{before}{re.escape(name)}(?! [A-Z])\b").search(text, headline):
            end = words[first].start + len(name)
            first -= last - first == 1 and first > begin and is_first_name(words[first - 1].folded)
            start, full = words[first].start, last - first > 1
            return spot._replace(start=start, first=first, end=end, last=last, role="", full=full)
    return spot if spot.kind != "unlisted" or spot.last - begin < 3 else None


def _named_after_place(text: str, words: list[Word], place: Spot, spot: Spot, names: Names) -> bool:
    """Whether a state, its adjective or its capital is the first word of an organisation’s name: The Arvik Times."""
    return (
        spot.kind == "unlisted" and place.last == spot.first and text[place.end : spot.start] == " "
        and bool(place.actors) and all(names.kinds[actor] == "state" for actor in place.actors)
        and not NOT_A_PERSON.isdisjoint(word.folded for word in words[spot.first : spot.last])
    )  # fmt: skip


def _can_begin(text: str, words: list[Word], i: int) -> bool:
    raw, folded = words[i].raw, words[i].folded
    if not raw[0].isupper() or _PARTY.match(text, words[i].start):
        return False
    title = folded in TITLES and not is_surname_by_mr(text, words, i)
    if (folded in NOT_IN_NAMES or title) and not is_part_of_double_name(text, words, i):
        return False
    abbreviated = raw.count(".") > 1 and len(folded) < 4  # L.A., not the J.D. of a name that goes on
    if abbreviated and not (
        i + 1 < len(words) and joined(text, words[i], words[i + 1]) and words[i + 1].raw[0].isupper()
    ):
        return False
    return not _CONTRACTED.search(raw)


def _sequence(text: str, words: list[Word], i: int, taken: dict, names: Names) -> Spot | None:
    """The name that begins at word i: Mira Oster, M. Oster, Joss van der Oster; a listed surname may end it."""
    j = i + 1
    surname: Spot | None = None
    while j < len(words) and j - i < 5 and joined(text, words[j - 1], words[j]) and not is_owner_form(words[j - 1]):
        if j in taken:
            spot = taken[j]
            if spot and spot.kind == "name" and spot.first == j and _is_surname(spot, names):
                half = spot.last not in taken and is_half(text, words, spot.last)  # Mira Oster-Lund
                if half or _is_middle(text, words, i, spot, taken, names):
                    j = spot.last
                    continue
                surname, j = spot, spot.last
            break
        first_syllable = text[words[j].end : words[j].end + 1] == "-"  # Han ⟦Do⟧-yeong
        if words[j].folded in PARTICLES or (
            words[j].raw[0].isupper()
            and (first_syllable or words[j].folded not in NOT_IN_NAMES or is_part_of_double_name(text, words, j))
        ):
            j += 1
        elif j > i + 1 and _is_second_syllable(text, words, j):
            j += 1
        else:
            break
    while j > i + 1 and words[j - 1].folded in PARTICLES:
        j -= 1
    thing = not NOT_A_PERSON.isdisjoint(word.folded for word in words[j - 2 : j])
    long = sum(word.folded not in _NOT_COUNTED for word in words[i:j]) > 3
    if long and not thing and not is_first_name(words[i].folded):
        last = surname.first if surname else j - 1  # University of Upper Tarn Pella Moor: the name is at the end
        while last > i + 1 and (is_hyphened(text, words, last) or len(words[last - 1].folded) == 1):
            last -= 1  # Gov. Mira Begaye-Holt, Cmdr. Mira J. Oster
        i = last - 1
    if j - i > 2 and surname is None and _is_portfolio(words, i):
        i = next((k for k in range(i + 1, j - 1) if is_first_name(words[k].folded)), i + 1)
    noun: Word | None = None
    while (
        j - i > 2
        and words[i].folded in _BEFORE_NAMES
        and (is_first_name(words[i + 1].folded) or _is_calling(text, words, i, j))
    ) or _is_of_a_place(text, words, i, j):
        noun = words[i] if words[i].folded in PERSON_NOUNS else None  # Farmer Mira Oster
        i += 1  # British Mira Oster, Democrat Mira Oster
    if surname is None and j - i == 2 and is_first_name(words[i + 1].folded) and _is_calling(text, words, i, j):
        noun, i = words[i], i + 1  # Farmer Mira nodded
    j = _with_purpose(text, words, j, taken) if surname is None else j
    parts = [words[k].folded for k in range(i, j)]
    start, end = words[i].start, end_of(words[j - 1])
    if surname is not None:
        if all(word.folded in PARTICLES for word in words[i : surname.first]):
            return surname._replace(start=start, first=i)  # De Oster, where Mira De Oster is listed
        if j < len(words) and words[j].folded in SUFFIXES and joined(text, words[j - 1], words[j]):
            surname = surname._replace(end=end_of(words[j]), last=j + 1)  # Lloyd J. Oster III
        begins = (i,) if is_first_name(words[i].folded) else dict.fromkeys((i, surname.first - 1))
        for first in begins:  # … of Foreign Affairs and Trade Mira Oster
            given = words[first].folded
            if actors := tuple(a for a in surname.actors if _same_given(given, a, parts[-1], names)):
                return surname._replace(start=words[first].start, first=first, actors=actors, full=True)
        ordinary = begins_sentence(text, words[i]) and not is_strange(words[i].folded)
        thing = ordinary or not NOT_A_PERSON.isdisjoint(parts[:-1])
        if thing and not is_first_name(parts[0]):
            return None
    elif len(parts) == 1:
        alone = _alone(words, i, names)
        return alone._replace(title=(noun.folded,), lead=noun.start) if noun else alone
    if not NOT_A_PERSON.isdisjoint(parts) and not is_first_name(parts[0]):
        return Spot(start, end, i, j, "unlisted", "name", role="organisation", full=True)
    known = _alike(parts[0], parts[-1], names) if surname is None else ()
    if known:
        return Spot(start, end, i, j, "name", "name", known, full=True)
    unlisted = Spot(start, end, i, j, "unlisted", "name", full=True, gender=gender_of(*parts))
    return unlisted._replace(title=(noun.folded,), lead=noun.start) if noun else unlisted


def _is_calling(text: str, words: list[Word], i: int, j: int) -> bool:
    """⟦Farmer⟧ Zuzka Oster nodded: a noun with which a sentence begins, before a name that no list of names holds."""
    noun = words[i].folded in PERSON_NOUNS and not is_first_name(words[i].folded) and begins_sentence(text, words[i])
    return noun and NOT_A_PERSON.isdisjoint(word.folded for word in words[i + 1 : j])


def _is_of_a_place(text: str, words: list[Word], i: int, j: int) -> bool:
    """The mayor of ⟦Holm⟧ Mira Oster: where a place is, before a name."""
    place = j - i > 2 and i > 0 and words[i - 1].folded == "of" and joined(text, words[i - 1], words[i])
    return place and is_first_name(words[i + 1].folded) and not is_first_name(words[i].folded)


def _is_second_syllable(text: str, words: list[Word], j: int) -> bool:
    """Han Do-⟦yeong⟧; not Mira Oster-⟦led⟧."""
    return text[words[j - 1].end] == "-" and words[j].raw.islower() and words[j].folded not in AFTER_HYPHEN


def _with_purpose(text: str, words: list[Word], j: int, taken: dict) -> int:
    """Where a name ends that goes on with what for, or whose: Institute for River Studies, Society of River Pilots."""
    end, founded = j, words[j - 1].folded
    if not _follows(text, words, j, taken):
        return j
    what_for = founded in _FOUNDED and words[j].folded in ("for", "on")
    if what_for or (founded in _OF_MEMBERS and words[j].folded == "of"):
        end = j + 1
        while _follows(text, words, end, taken) and words[end].raw[0].isupper():
            if words[end].folded in NOT_IN_NAMES or is_first_name(words[end].folded):
                break  # the Committee on Friday; Chairman of the Committee on Rivers Mira Oster
            end += 1
    return end if end > j + 1 else j


def _follows(text: str, words: list[Word], j: int, taken: dict) -> bool:
    return j < len(words) and j not in taken and joined(text, words[j - 1], words[j])


def _is_surname(spot: Spot, names: Names) -> bool:
    return not spot.full and all(names.kinds[actor] == "person" for actor in spot.actors)


def _same_given(given: str, actor: str, surname: str, names: Names) -> bool:
    known = {g for people in (names.people.get(surname, ()),) for g, a in people if a == actor}
    return any(given_alike(given, other) for other in known | {fold(actor.split()[0])})


def _alone(words: list[Word], i: int, names: Names) -> Spot | None:
    """A capitalised word alone: a surname spelt in an unlisted way, or something to be known only from elsewhere."""
    word = words[i]
    actors = _alike("", word.folded, names)
    if actors:
        return Spot(word.start, end_of(word), i, i + 1, "name", "name", actors)
    return Spot(word.start, end_of(word), i, i + 1, "unlisted", "name")


def _alike(given: str, surname: str, names: Names) -> tuple[str, ...]:
    """The one person of the registry whose name is this one spelt otherwise: Volodimir Zelenskij."""
    if not given and len(surname) < LEAST_ALONE:
        return ()
    near = {key for block in block_keys(surname) for key in names.near.get(block, ())}
    keys = [key for key in near if surnames_alike(surname, key, alone=not given)]
    actors = {a for key in keys for known, a in names.people[key] if not given or given_alike(given, known)}
    return tuple(actors) if len(actors) == 1 else ()
