"""Whom an article introduces: people named in full, and words that name somebody alone by what they do there."""

import re
from typing import NamedTuple

from standpoints.naming.geography import PLACES
from standpoints.naming.names import Names, fold, fold_words, without_suffix
from standpoints.naming.nouns import BODY_NOUNS
from standpoints.naming.people import EPITHETS, NOT_A_PERSON, PERSON_NOUNS, gender_of, is_first_name, is_named_as
from standpoints.naming.places import OPENING
from standpoints.naming.roles import TITLES
from standpoints.naming.spellings import form_of, given_alike
from standpoints.naming.states import head_of
from standpoints.naming.words import Spot, Word, begins_sentence, headline_end, joined

_WHO = re.compile(r",? (?:who|whose|whom)\b|, (?:aged )?\d{1,3}[,.]| \(\d{2}\)")
_EXPLAINED = re.compile(
    r"(?:,| is| was) (?:an?|the)"
    r"((?: (?!(?:of|in|for|where|that|who|which|to|with|on|at|from|and|by|whose)\b)[\w-]+){1,5})"
)
_NO_BODY = re.compile(r"['’]|, who\b")  # Mira Oster, the ⟦firm⟧'s head; Oster, a ⟦developer⟧, who
_EXPLAINED_BEFORE = re.compile(r"\b([A-Za-z]+)(?: (?:for|of|at|from|to) [^,.;:\n]{1,50})?, $")
_MAY_BE_A_BODY = frozenset(
    "member leader owner host winner partner champion player producer publisher operator supporter donor user creator "
    "developer builder trader holder keeper provider rival".split()
)
_SURELY_PERSONS = PERSON_NOUNS - _MAY_BE_A_BODY
_SAYS = r"(?:said|says|told|added|asked|replied|wrote|stated|claimed|argued|insisted|explained|recalled|warned)"
_SAYS_AFTER, _SAYS_BEFORE = re.compile(rf" (?:also )?{_SAYS}\b"), re.compile(rf"\b(?:{_SAYS}|according to) $", re.I)
_ACTS = re.compile(
    r" (?:\w+ly |also |then |later |never |once )?(?:said|says|told|wrote|went|came|met|spent|married|died|became|"
    r"spoke|thought|knew|felt|saw|took|gave|asked|had|was|did|received|possessed|fell|left|returned|studied|taught|moved|"
    r"joined|worked|lived|wanted|looked|smiled|nodded|refused|agreed|believes?|thinks?|\w+ed (?:his|her|that|to)) "
)
_LIVES = re.compile(  # Ilka Sandt stood outside her house: as no company and no town does
    r" (?:\w+ly |also |then |still |just |only )?(?:(?:stood|sat|lay|waited|worked|lived|slept|walked|fled|came|went|"
    r"lost|sold|shook|raised|lowered|packed|wiped|buried|hugged|held|kissed|opened|closed) (?:\w+ ){0,2}(?:his|her)\b|"
    r"(?:smiled|nodded|shrugged(?! off)|laughed|sighed|wept|knelt|disagrees?|disagreed|thinks|thought|believes|knew|"
    r"felt|studied|teaches|taught|remembers|recalls|hopes|fears|doubts|lives (?:in|with)|grew up|is \d\d|runs an?|"
    r"was (?:born|not (?:so )?sure)|left the (?:room|hall|house|stage|building|meeting|podium))\b)"
)
_NOUN_BESIDE = re.compile(r"(?<![\w-])([a-z\d-]+) $")
_TITLE_BESIDE = re.compile(r"(?<![\w-])([A-Za-z-]+)\.? $")
_MAY_ACT = re.compile(r"['’]s? | (?:\w+ly |also |later )?(?:\w+ed|has|would|could|should|will|must|is \w+ing) ")
FIRMS = frozenset(
    "airline bank broadcaster broker brokerage carrier carmaker chain company contractor developer distributor firm "
    "group insurer maker manufacturer operator producer publisher retailer startup supplier utility".split()
)
"""What is "the company" when it is named again."""
_NO_PERSONS = (
    BODY_NOUNS | FIRMS | frozenset("charity network newspaper nonprofit account channel website podcast".split())
)
_CALLED = re.compile(r"(?:,| called| named| known as) (?:the )?[“\"]?$")
_BEHIND = re.compile(r"\b(?:at|with|between|and|against|by|over) (?:the|an?) (?:[\w-]+ ){0,3}([\w-]+)$")
"""The strike at the ⟦operator⟧, Oster Lines, goes on; not: the chair of the committee, Mira Oster."""
_CLOSED = re.compile(r",| [–—] ")
_CLAUSE = re.compile(r"[,.;:()“”\"\n]")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:(?:[A-Z][\w.-]*|state) ){0,3}$")
_LONGER_ARTICLE = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts)|['’]s) (?:[\w.-]+ ){0,3}$")
_THING = frozenset("the a an in at near into this these".split())


class Introduced(NamedTuple):
    """One place (`at`, a character) where a person is named in full; `actor` is the fullest of the names."""

    at: int
    words: tuple[str, ...]
    actor: str
    gender: str | None


def gender_in(names: Names, actor: str) -> str | None:
    """Return "he" or "she" for a person of the registry: by its pronouns, else by its first name."""
    told = names.pronouns.get(actor, frozenset()) & {"he", "she"}
    return next(iter(told)) if len(told) == 1 else gender_of(*actor.split())


def introduced(
    text: str, spots: list[Spot], names: Names, speaking: set[int], alone: frozenset[str]
) -> list[Introduced]:
    """The people that the article names in full, each unlisted one under the fullest of its names."""
    people: list[Introduced] = []
    groups: list[list[tuple[tuple[str, ...], Spot]]] = []  # the folded words of a name, and where it stands
    alike: dict[tuple[str, str], list[list]] = {}  # the groups by surname and first letter
    double: dict[tuple[str, ...], list] = {}  # the groups by a surname of two words
    headline = headline_end(text)
    for spot in spots:
        if spot.kind == "name" and spot.full and len(spot.actors) == 1 and names.kinds[spot.actors[0]] == "person":
            actor = spot.actors[0]
            people.append(Introduced(spot.start, fold_words(actor), actor, gender_in(names, actor)))
        elif spot.kind == "unlisted" and spot.full and not _is_no_name(text, spot, headline):
            folded = fold_words(text[spot.start : spot.end])
            if known := double.get(folded):  # Oster-Karst, al-Varga, Ibar Quiroz after Tomas Ibar Quiroz
                known.append((folded, spot))
                continue
            near = alike.setdefault((without_suffix(folded)[-1], form_of(folded[0])[0]), [])
            group = next((group for group in near if _same_name(group[0][0], folded)), None)
            if group is None:
                group = []
                groups.append(group)
                near.append(group)
            group.append((folded, spot))
            written = text[spot.start : spot.end].split()
            last = fold_words(written[-1])
            if len(last) > 1:
                double.setdefault(last, group)
            if len(written) > 2 and without_suffix(folded) == folded:
                double.setdefault(fold_words(" ".join(written[-2:])), group)
    for group in groups:
        surname = without_suffix(group[0][0])[-1]
        if surname not in alone and not any(_is_person(text, spot, speaking) for _, spot in group):
            continue
        fullest = max((_in_small_letters(text[spot.start : spot.end]) for _, spot in group), key=len)
        gender = next((spot.gender for _, spot in group if spot.gender), None)
        people += [Introduced(spot.start, without_suffix(folded), fullest, gender) for folded, spot in group]
    return sorted(people)


def _in_small_letters(name: str) -> str:
    """MIRA OSTER-KARST, as official papers write: Mira Oster-Karst; not the AFL-CIO."""
    if not name.isupper() or " " not in name:
        return name
    return re.sub(r"[^\W\d_]{3,}", lambda word: word[0].capitalize(), name)


def is_epithet(text: str, spot: Spot) -> bool:
    """The Turk, the South Carolina Republican, the Senate's top Democrat: no name."""
    name = text[spot.start : spot.end].split()
    if fold(name[-1]) not in EPITHETS or set(spot.title) - {"veteran"}:
        return False
    before = (text, max(0, spot.start - 40), spot.start)
    if _ARTICLE.search(*before):
        return True
    article = None if len(name) > 1 and is_first_name(name[0]) else _LONGER_ARTICLE.search(*before)
    return article is not None and fold(article[0].split()[-1]) not in PERSON_NOUNS - {"veteran"}  # the striker Dane


def _is_no_name(text: str, spot: Spot, headline: int) -> bool:
    return is_epithet(text, spot) or (spot.end <= headline and _only_there(text, spot))


def _is_told_by(text: str, spot: Spot) -> bool:
    """A man known as ⟦Heron⟧; the deputy, ⟦Lenko⟧, is 22; not: a group called ⟦Heron⟧."""
    if is_named_as(text, spot.start):
        return not is_body(text, spot)
    return _is_led_up_to(text, spot) and _CLOSED.match(text, spot.end) is not None


def is_body(text: str, spot: Spot) -> bool:
    """The manufacturer, ⟦Oster Motors⟧; a group called ⟦Holm Forever⟧; ⟦Oster Motors⟧, a carmaker in Holm: what stands
    beside a name tells that it is no person."""
    return noun_of_body(text, spot) is not None


def noun_of_body(text: str, spot: Spot) -> str | None:
    """The noun beside a name that tells what kind of body it is; None where it is no body by its surroundings."""
    nouns = (noun for noun in (_noun_before(text, spot), _noun_behind(text, spot)) if noun in _NO_PERSONS)
    if (noun := next(nouns, None)) is None or spot.title or spot.gender:
        return None
    return None if is_first_name(text[spot.start : spot.end].split()[0]) else noun


def _noun_before(text: str, spot: Spot) -> str | None:
    before = _CALLED.search(text, max(0, spot.start - 16), spot.start)
    if before is None or (before[0][0] == "," and text[spot.end : spot.end + 1] != ","):
        return None  # In a letter to the ministry, Oster said so
    phrase = _CLAUSE.split(text[max(0, spot.start - 90) : before.start()])[-1].strip()
    if OPENING.match(phrase):
        return None
    if before[0][0] == " ":  # a film of the ⟦group⟧ called Heron
        return fold(phrase.rpartition(" ")[2])
    behind = _BEHIND.search(phrase)
    return fold(behind[1] if behind else head_of(phrase))


def _noun_behind(text: str, spot: Spot) -> str | None:
    told = _EXPLAINED.match(text, spot.end) if text[spot.end : spot.end + 2] == ", " else None
    if told is None or _NO_BODY.match(text, told.end()):
        return None
    noun = fold(told[1].split()[-1])
    return None if noun in PERSON_NOUNS else noun  # Joss Tavian, a former contractor


def _only_there(text: str, spot: Spot) -> bool:
    """Wire ⟦Fires Mira Oster⟧ Over Post: more words than a name, and never again."""
    name = text[spot.start : spot.end]
    return name.count(" ") > 1 and text.find(name, spot.end) < 0


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Mira Oster, M. Oster, Mira Jane Oster — not Jon Oster; Joss Karst Jr. and Joss Karst — not Joss Karst III."""
    a, b = without_suffix(one), without_suffix(other)
    if a[-1] != b[-1] or (len(a) < len(one) and len(b) < len(other) and one[-1] != other[-1]):
        return False
    return a[0] == b[0] or (form_of(a[0])[0] == form_of(b[0])[0] and given_alike(a[0], b[0]))


def _is_person(text: str, spot: Spot, speaking: set[int]) -> bool:
    if spot.end in speaking:
        return True
    if spot.role == "organisation":  # Institute ⟦for River Studies⟧: where a name of a person would end
        return any(spot.start < end < spot.end for end in speaking)
    told = spot.title or spot.gender or is_first_name(text[spot.start : spot.end].split()[0])
    return bool(told or is_told_as_a_person(text, spot) or speaks(text, spot) or is_body(text, spot))


def is_told_as_a_person(text: str, spot: Spot) -> bool:
    """Whether what stands beside a name tells that somebody is called so: Ilka Sandt, 61, …; the baker Ilka Sandt."""
    return bool(
        is_named_as(text, spot.start) or _WHO.match(text, spot.end) or _is_explained(text, spot) or _lives(text, spot)
    )


def speaks(text: str, spot: Spot) -> bool:
    """Whether a name stands beside a verb of saying: as a person does, and a state and a body too."""
    before = _SAYS_BEFORE.search(text, max(0, spot.start - 20), spot.start)
    return before is not None or _SAYS_AFTER.match(text, spot.end) is not None


def has_title(text: str, start: int) -> bool:
    """General ⟦Ilka Sandt⟧, the party's leader ⟦Ilka Sandt⟧: whether a title stands right before a character."""
    before = _TITLE_BESIDE.search(text, max(0, start - 30), start)
    return before is not None and fold(before[1]) in TITLES


def _lives(text: str, spot: Spot) -> bool:
    """Whether nobody but a person does what is told: Ilka Sandt shrugged; not: the Chamber of Trade thinks so."""
    return text[spot.start : spot.end].istitle() and _LIVES.match(text, spot.end) is not None


def _is_explained(text: str, spot: Spot) -> bool:
    """The baker Ilka Sandt; 61-year-old Ilka Sandt; Ilka Sandt, a retired teacher; his teacher, Ilka Sandt; an aide to
    Karst, Ilka Sandt."""
    if _is_led_up_to(text, spot) and text[spot.end : spot.end + 1] in (",", ".", " "):
        return True
    beside = _NOUN_BESIDE.search(text, max(0, spot.start - 40), spot.start)
    if beside and (beside[1] in _SURELY_PERSONS or beside[1].endswith("year-old")):
        return True
    told = _EXPLAINED.match(text, spot.end)
    return bool(told and text.startswith(", who ", told.end())) or _is_called_behind(text, spot)


def _is_called_behind(text: str, spot: Spot, *, closed: bool = False) -> bool:
    """Ilka Sandt, a retired ⟦teacher⟧; Ilka is a ⟦teacher⟧. `closed`: as in "Ilka, a teacher, left", not in "Sadly, a
    teacher left"."""
    told = _EXPLAINED.match(text, spot.end)
    if told and closed and not text.startswith(",", told.end()):
        return False
    words = told.group(1).split() if told else []
    return any(fold(word) in _SURELY_PERSONS or word.endswith("-year-old") for word in words)


def _is_led_up_to(text: str, spot: Spot) -> bool:
    """Whether a noun for a person stands before a name: his teacher, ⟦Ilka Sandt⟧; the envoy to Karst, ⟦Lenko⟧."""
    noun = _EXPLAINED_BEFORE.search(text, max(0, spot.start - 70), spot.start)
    return noun is not None and noun[1].lower() in _SURELY_PERSONS


def people_by_one_word(text: str, words: list[Word], spots: list[Spot], speaking: set[int]) -> frozenset[str]:
    """Words that name a person alone, by what the article says of them: "Oster went home and Oster's dog barked".

    A place or thing stands after "in", "the" and the like, or never acts.
    """
    acts: dict[str, int] = {}
    within: set[str] = set()  # written with a capital letter where no sentence begins
    for spot in spots:
        word = words[spot.first]
        if spot.kind != "unlisted" or spot.full or word.folded in PLACES:
            continue
        before = words[spot.first - 1].folded if spot.first and text[spot.start - 1] == " " else ""
        points = 2 if _ACTS.match(text, spot.end) else int(_MAY_ACT.match(text, spot.end) is not None)
        points += 2 * bool(_SAYS_BEFORE.search(text, max(0, spot.start - 20), spot.start))
        if before in _THING:
            points = -4
        elif before == "from":  # a report from ⟦Holm⟧ said so
            points = 0
        described = before in PERSON_NOUNS and joined(text, words[spot.first - 1], word)  # her grandson Bas
        described = described or _is_told_by(text, spot) or _is_called_behind(text, spot, closed=True)
        if is_first_name(word.folded) or described or (spot.end in speaking and before != "from"):
            points += 2
            within.add(word.folded)
        acts[word.folded] = acts.get(word.folded, 0) + points
        if not begins_sentence(text, word):
            within.add(word.folded)
    return frozenset(word for word, points in acts.items() if points >= 2 and word in within - NOT_A_PERSON)
