"""Names as word paths in one tree: a text is walked once, whatever the number of actors.

A word is compared in its folded form: small letters, no accents, no dots, no possessive 's. Each path ends in what
it can mean; offices are kept as (role, owner) with the dates of their holders.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from standpoints.naming.roles import MINISTERS, STATE_ORGANS, TITLES, same_office, turned
from standpoints.naming.spellings import block_keys

BEGINNING, END = "0000-01-01", "9999-12-31"
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W_]+)*")
_NOT_FOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SAME_SPELLING = {"defense": "defence", "center": "centre", "labor": "labour", "organization": "organisation"}
PARTICLES = frozenset("van von und zu der den de di da du del della la le al el bin bint ibn ter ten dos das y".split())
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
# Where the family name stands first: Wang Ho, Baek Sun-ja. Surnames in China, Korea and Vietnam are few.
FAMILY_FIRST = frozenset(
    """
    ahn bae baek bai bao bui cai cao chang chen cheng cho choe choi dai dang deng ding dong du duong fan fang feng gao
    gong gu guo han hoang hong hu huang huynh hwang jang jeon jeong jia jiang jin jung kang kim kong kwon lai lam lee li
    liang liao lim lin liu lu luo ma mao meng min moon ngo nguyen noh oh pan park peng pham phan qi qian qiao qin ren
    ryu seo shao shen shi shin sim son song su sun tang tao tian tran wan wang wei wu xi xia xiao xie xu xue yan yang
    yao ye yin yoo yoon yu yuan yun zeng zhang zhao zheng zhong zhou zhu zou""".split()
)
# English words that are names too: they name somebody only with a capital letter.
ORDINARY = frozenset(
    """
    may will bush brown black white green gray grey king rice cook stone hill wood woods young long short
    price page power powers case day march april baker butler carter miller smith bishop cooper mason hunter
    fisher turner walker parker porter potter taylor west east north south trump turkey china chad jordan
    poles polish us who it order bank banks bloom close cross dean field fields ford fox frost gates grant
    hand hay head hope lane law lee little love mark marks mills moon moss nunn pence pool pope post rose rush
    sharp speed steel strong summers swift wise wells winter wolf general council union court alliance
    congress senate house state states bell best bird church cruise dance drew fry gore hull jack joy kind
    lamb lord major marsh noble paris rich rock sage sanders sands savage self shaw shell sun tank tower wall
    ward waters weaver bond block carbon georgia reading nice amnesty gang pace""".split()
)


class Name(NamedTuple):
    """What a path of words can mean."""

    actor: str
    how: str  # "name" or "alias"
    shape: str  # "any", "capital" (a capital letter is needed) or "upper" (only capital letters)
    note: str  # "", "adjective", "place" or "surname"


class Term(NamedTuple):
    """One holding of an office, last day included; a body of a state is held for ever."""

    since: str
    until: str
    actor: str
    how: str


class Names(NamedTuple):
    """The index: `tree` of names, `roles` the tree of office words, `offices` {(role, owner): terms}, and what is
    known of each actor."""

    tree: dict
    roles: dict
    offices: dict[tuple[str, str | None], list[Term]]
    held: dict[str, list[tuple[str, str | None, str, str]]]  # actor: [(role, owner, since, until)]
    sides: dict[str, str]
    kinds: dict[str, str]
    pronouns: dict[str, frozenset[str]]
    people: dict[str, list[tuple[str, str]]]  # surname: [(given name, actor)]
    near: dict[str, list[str]]  # surnames by their `block_keys`
    states: dict[str, list[str]]  # those of each side
    written: dict[str, list[tuple[str, ...]]]  # the names of whoever is no person


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word as it is compared: `fold("Erdoğan’s")` is "erdogan", `fold("U.S.")` is "us"."""
    word = word.casefold().replace("’", "'").replace("ʼ", "'")
    word = word.removesuffix("'s").replace("'", "").replace(".", "")
    if not word.isascii():
        word = word.translate(_NOT_FOLDED)
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return _SAME_SPELLING.get(word, word)


def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text: "Defense Ministry of Norland’s" is (defence, ministry, of, norland)."""
    return tuple(folded for word in WORD.findall(text) if (folded := fold(word)))


def surname_of(name: str) -> str:
    """Return the part of a full name that stands for it: "Ursula van der Oster" is known as "van der Oster"."""
    words = [word for word in name.split() if fold(word) not in SUFFIXES]
    for i, word in enumerate(words[1:-1], start=1):
        if word in PARTICLES:
            return " ".join(words[i:])
    return words[-1] if words else name


def has_suffix(name: str) -> bool:
    """Return whether a name ends in Jr, Sr or a number, without which somebody else is meant."""
    return fold(name.split()[-1]) in SUFFIXES


def without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name by which somebody is called: Joss Karst Jr. is Karst."""
    return words[:-1] if len(words) > 1 and words[-1] in SUFFIXES else words


def states_called(names: Names, word: str) -> list[Name]:
    """Return what a folded word can mean that is a state: its name, its adjective, its capital."""
    return [name for name in names.tree.get(word, {}).get("", ()) if names.kinds[name.actor] == "state"]


def index_names(actors: list[dict], offices: list[dict]) -> Names:
    """Return the index of checked registry rows (dicts of text; actors with `names`: [(alias, note), …])."""
    names = Names(
        tree={}, roles={}, offices={}, held={},
        sides={row["actor"]: row["side"] or float("nan") for row in actors},
        kinds={row["actor"]: row["kind"] for row in actors},
        pronouns={row["actor"]: frozenset(re.findall(r"\w+", row["pronouns"])) for row in actors},
        people={},
        near={},
        states={},
        written={},
    )  # fmt: skip
    owners: dict[tuple[str, ...], str] = {}
    for row in actors:
        if row["kind"] == "state" and row["side"]:
            names.states.setdefault(row["side"], []).append(row["actor"])
        for words, name in _paths(row):
            _plant(names.tree, words, name)
            if row["kind"] != "person":
                names.written.setdefault(row["actor"], []).append(words)
                owners.setdefault(words[1:] if words[0] == "the" else words, row["actor"])
        if row["kind"] == "person":
            for surname, given in surnames(row):
                if surname[-1] not in names.people:
                    for key in block_keys(surname[-1]):
                        names.near.setdefault(key, []).append(surname[-1])
                names.people.setdefault(surname[-1], []).append((given, row["actor"]))
                shape = "any" if len(surname) > 1 else "capital"  # a store is not Støre
                if len("".join(surname)) > 2:
                    _plant(names.tree, surname, Name(row["actor"], "name", shape, "surname"))
    for row in actors:
        if row["kind"] in ("institution", "group") and row["side"]:  # the Arvik Times are no body of Norland
            for written in (row["actor"], *(alias for alias, note in row["names"] if not note)):
                _add_office(names, written, owners, Term(BEGINNING, END, row["actor"], "alias"), row["actor"])
    ways: dict[str, list[str]] = {}  # every way in which a row of this office names it
    for row in offices:
        first, *others = (written.strip() for written in row["office"].split(";"))
        ways.setdefault(first, [first]).extend(others)
    for row in offices:
        term = Term(row["valid_from"] or BEGINNING, row["valid_to"] or END, row["actor"], "office")
        for written in ways[row["office"].split(";")[0].strip()]:
            _add_office(names, written, owners, term)
    for role in (*same_office(), *STATE_ORGANS, *MINISTERS, *TITLES):
        _plant(names.roles, fold_words(role), role)
    return names


def read_office(written: str, owners: dict[tuple[str, ...], str]) -> tuple[str, str | None]:
    """Return (role, owner) of an office as written: "premier of Norland" and "Norland’s premier" both are
    ("premier", "Norland"); without a known owner it is the whole phrase and None."""
    words = fold_words(written)
    for i, word in enumerate(words[1:-1], start=1):
        rest = words[i + 2 :] if words[i + 1] == "the" else words[i + 1 :]
        if word in ("of", "for", "to") and rest in owners:
            return " ".join(words[:i]), owners[rest]
    words = words[1:] if words[:1] == ("the",) else words
    for i in range(len(words) - 1, 0, -1):
        if words[:i] in owners:
            return " ".join(words[i:]), owners[words[:i]]
    return " ".join(words), None


def _add_office(names: Names, written: str, owners: dict, term: Term, itself: str = "") -> None:
    role, owner = read_office(written, owners)
    if owner == itself or (owner is None and itself):
        return
    terms = names.offices.setdefault((role, owner), [])
    if term not in terms:
        terms.append(term)
        names.held.setdefault(term.actor, []).append((role, owner, term.since, term.until))
        for way in filter(None, (role, turned(role))):
            _plant(names.roles, tuple(way.split()), way)


def _paths(row: dict) -> Iterator[tuple[tuple[str, ...], Name]]:
    yield fold_words(row["actor"]), Name(row["actor"], "name", _shape(row["actor"]), "")
    for alias, note in row["names"]:
        yield fold_words(alias), Name(row["actor"], "alias", _shape(alias), note)
    if row["kind"] != "state":
        return
    for form in ("Republic", "Kingdom"):  # not the Republic of China, where the People's Republic of China is listed
        official = f"{form} of {row['actor']}"
        if not any(alias.endswith(official) for alias, _ in row["names"]):
            yield fold_words(official), Name(row["actor"], "alias", "any", "")
    listed = [alias for alias, note in row["names"] if note == "adjective"]
    for adjective in listed or _regular_adjectives(row["actor"]):
        if not listed:
            yield fold_words(adjective), Name(row["actor"], "alias", "capital", "adjective")
        if adjective.endswith(("an", "i")):  # the Sundians, the Qaristanis
            yield fold_words(f"the {adjective}s"), Name(row["actor"], "alias", "capital", "")


def _regular_adjectives(state: str) -> Iterator[str]:
    """Norland: Norlandish, Norlandic; Sundia: Sundian; Qaristan: Qaristani. Others stand in the registry."""
    last = fold_words(state)[-1].capitalize()
    if last.endswith("stan"):
        yield last + "i"
    elif last.endswith("a"):
        yield last + "n"
    else:
        yield from (last + ending for ending in ("ish", "ic", "ian", "ese"))


def surnames(row: dict) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (surname, given name) of a person's name, and of those aliases that spell it in another way."""
    from rapidfuzz.fuzz import ratio

    own = fold_words(surname_of(row["actor"]))
    for written in dict.fromkeys((row["actor"], *(alias for alias, note in row["names"] if not note))):
        surname = fold_words(surname_of(written))
        first = fold_words(written)[0]
        if first in FAMILY_FIRST and len(fold_words(written)) > 1 and not written.split()[0].isupper():
            yield (first,), surname[-1]
        if len(fold_words(written)) > 1 and ratio(" ".join(surname), " ".join(own)) >= 60:
            yield surname, fold_words(written)[0]


def _shape(written: str) -> str:
    words = WORD.findall(written)
    letters = "".join(words).replace(".", "")
    if len(letters) <= 3 and letters.isupper():
        return "upper"
    ordinary = all(fold(word) in ORDINARY or len(word) < 4 for word in words)
    return "capital" if ordinary and written[:1].isupper() else "any"


def _plant(tree: dict, words: tuple[str, ...], meaning: object) -> None:
    for word in words:
        tree = tree.setdefault(word, {})
    meanings = tree.setdefault("", [])
    if meaning not in meanings:
        meanings.append(meaning)
