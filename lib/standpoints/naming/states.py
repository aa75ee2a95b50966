"""For whom somebody speaks who is not named: "a French diplomat" is nobody known, and of a side all the same."""

import re

from standpoints.naming.names import Name, Names
from standpoints.naming.places import Span
from standpoints.naming.roles import TITLES
from standpoints.naming.words import Word, fits, is_owner_form, joined, longest, owns, read_words

# Who speaks for a state by what they are; not its journalists, analysts and residents, nor its opposition.
_SERVANTS = frozenset(
    """adviser advisor aide ambassador colonel commander counterpart delegate diplomat envoy general minister negotiator
    officer official representative spokesman spokesperson spokeswoman lawmaker legislator parliamentarian senator
    soldier serviceman servicewoman source insider police policeman policewoman prosecutor investigator brigade
    battalion regiment""".split()
)
# Who is a state's own where its bare name stands before: the Norland envoy may be another's
_OWN = frozenset("official spokesman spokesperson spokeswoman lawmaker senator soldier policeman minister".split())
_BEFORE_A_STATE = frozenset("a an the one two three some several many senior".split())
# So is who stands before the name alone: the president of Norland; not a Norlandish bank president
_HEADS_OF = frozenset("speaker president premier chancellor leader".split())
# Who speaks for somebody: Tavian's spokesman, an aide to Tavian; not his lawyer or his brother.
_OWN_PEOPLE = frozenset(
    "adviser advisor aide office party secretary spokesman spokesperson spokeswoman team staff envoy".split()
)
# Her ministry; not her counterpart
_SERVE_SOMEBODY = (_SERVANTS | _OWN_PEOPLE | {"department", "ministry"}) - {"counterpart"}
# An adviser to Tavian; not an envoy to Tavian
_SERVE_ONE = frozenset("adviser advisor aide assistant".split())
# Somebody inside a body: a source in the Norlandish delegation
_INSIDE = re.compile(
    r"(?:\w+ ){0,3}(?:sources?|members?|officials?|insiders?|participants?|diplomats?|officers?|negotiators?|person|"
    r"people) (?:\w+ ){0,3}(?:in|of|from|within|inside|on|close to) (?:the )?$",
    re.IGNORECASE,
)
# Two people close to President Tavian
_CLOSE = r"(?:\w+ ){0,3}(?:sources?|insiders?|person|people|somebody|someone|officials?) (?:\w+ )?close to "
_CLOSE_TO = re.compile(rf"{_CLOSE}(?:the )?(?:(?-i:[A-Z])[\w.]+ ){{0,3}}$", re.IGNORECASE)
# An adviser to the Norlandish president, a spokesman for Norland's interior ministry, an aide to the premier of Norland
_TO_ITS_HOLDER = re.compile(
    r"\b(?:advis[eo]rs?|aides?|assistants?|spokes\w+|officials?|envoys?|representatives?|staff|sources?|allies|ally|"
    r"(?:people|person|sources?) close) "
    r"(?:to|of|for|in|at|from|with) (?:the )?(?:[a-z-]+ )?$"
)
_CLOSE_TO_HER = re.compile(rf"{_CLOSE}(?P<owner>her|him)", re.IGNORECASE)
_HIS = re.compile(
    r"\b(?P<owner>his|her|its) (?:[\w-]+ ){0,2}?(?P<noun>[\w-]+)(?=,|$| (?:who|in|at|to|on)\b)", re.IGNORECASE
)
_OWNS_NOUN = re.compile(r"['’]s? (?:[\w-]+ ){0,2}?(?P<noun>[\w-]+)(?=,|$| (?:who|in|at|to|on)\b)")
_OFFICE = frozenset(
    "president premier chancellor minister ministry presidency government king leader parliament army".split()
)
_BODY = frozenset(
    "administration army cabinet delegation embassy government intelligence leadership military mission parliament "
    "presidency side team".split()
)
_SERVE = frozenset("of for from".split())  # the delegate of Norland; its envoy to Norland serves another state
_BEHIND = frozenset("to at in on and with who whose himself herself".split())
_AND_OTHERS = re.compile(r"(?:, (?:the )?[A-Z][\w ]*)*,? and (?:the )?[A-Z]")  # the envoys of Norland and Sundia
# The presidents of Norland, Sundia and Tark
_OF_SEVERAL = re.compile(
    r"(?P<of>.+ (?:of|from|for)) (?P<list>(?:the )?[A-Z][^,]*?(?:, (?:the )?[A-Z][^,]*?)*,? and (?:the )?[A-Z][^,]*?),?"
)
_NEXT = re.compile(r",? and |, ")
_HEADS = re.compile(r"\bheads of state (?:and|or)(?: of)? government\b", re.IGNORECASE)
_OF_A_FIELD = re.compile(r"\b([Mm]inisters?) (?:of|for) (?:[A-Z]\w+ (?:and )?){1,4}(?=of )")  # of Trade of Norland
_BEHIND_HEAD = re.compile(r",| (?:of|from|for|in|at|to|with|who|whose|close|near)\b")
_NO_LONGER = frozenset("former ex retired exiled dissident defected opposition captured would-be".split())
_BETWEEN = 4  # words between "Norlandish" and "diplomat": senior security and intelligence


def side_of_state(phrase: str, names: Names) -> str | None:
    """Return the side of the state, institution or person in whose service the described are; None if it is none,
    unknown or several.

    >>> side_of_state("A senior Norlandish security official", names), side_of_state("the speaker for Sundia", names)
    ('Norland', 'Sundia')
    """
    phrase = _OF_A_FIELD.sub(r"\1 ", _HEADS.sub("leaders", phrase))
    if several := _OF_SEVERAL.fullmatch(phrase):
        each = {_side_of(f"{several['of']} {one}", names) for one in _NEXT.split(several["list"])}
        if None not in each:
            return each.pop() if len(each) == 1 else None
    return _side_of(phrase, names)


def _side_of(phrase: str, names: Names) -> str | None:
    words = read_words(phrase)
    if any(word.folded in _NO_LONGER for word in words):
        return None
    sides = set()
    for i in range(len(words)):
        found = longest(phrase, words, i, names.tree, lambda name, word: _is_body(name, names) and fits(name, word))
        found = found or _without_the(phrase, words, i, names)
        if found and (_serve(phrase, words, i, *found, names) or _are_served(phrase, words, i, *found, names)):
            sides |= {side for name in found[1] if isinstance(side := names.sides[name.actor], str)}
    return sides.pop() if len(sides) == 1 else None


def served_in(phrase: str) -> Span | None:
    """Return where the word stands for whom the described serve: ⟦his⟧ aide, ⟦her⟧ ministry, a senior member of ⟦her⟧
    cabinet, ⟦its⟧ foreign ministers, a source close to ⟦her⟧; not his brother."""
    if close := _CLOSE_TO_HER.fullmatch(phrase):
        return close.span("owner")
    own = _HIS.search(phrase)
    if own is None or any(word in _NO_LONGER for word in phrase.casefold().split()):
        return None
    noun = own["noun"].casefold().removesuffix("s")
    inside = own.start() == 0 or _INSIDE.match(phrase[: own.start()])
    serves = noun in _SERVE_SOMEBODY or (noun in _BODY and inside)
    return own.span("owner") if serves else None


def serves_holder(phrase: str, start: int, end: int) -> bool:
    """Return whether the described serve whom the office `phrase[start:end]` means: a spokesman for the ⟦president⟧,
    the ⟦president⟧'s aides; not the president's lawyer."""
    if any(word in _NO_LONGER for word in phrase.casefold().split()):
        return False
    before, behind = phrase[:start], phrase[end:]
    if owned := _OWNS_NOUN.match(behind):
        return owned["noun"].casefold().removesuffix("s") in _SERVE_SOMEBODY
    ends = not behind or behind[0] == "," or behind.split()[0] in _BEHIND
    return ends and _TO_ITS_HOLDER.search(before) is not None


def _is_body(name: Name, names: Names) -> bool:
    """Whether somebody can serve who has the name; of groups those with initials: an SRF spokesman."""
    kind = names.kinds[name.actor]
    return kind in ("state", "institution", "person") or (kind == "group" and name.shape == "upper")


def _without_the(phrase: str, words: list[Word], i: int, names: Names) -> tuple[int, list[Name]] | None:
    """A ⟦League⟧ official, of what is listed as "the League": a name that stands before a noun loses its article."""
    if not words[i].raw[0].isupper() or (i and words[i - 1].folded == "the"):
        return None
    tree = names.tree.get("the", {})
    return longest(phrase, words, i, tree, lambda name, _: names.kinds[name.actor] == "institution")


def _serve(phrase: str, words: list[Word], first: int, last: int, meanings: list[Name], names: Names) -> bool:
    """Whether the name of words `first` to `last` belongs to servants that follow it: "Norlandish diplomats",
    "Norland's delegate", "a US diplomat"; no pro-Norlandish ones, and not "the Norland envoy", who was sent there."""
    if all(names.kinds[name.actor] == "person" for name in meanings):
        led_by = is_owner_form(words[last - 1]) or last == len(words) - 1  # Tavian's press office, Tavian spokesman
        return led_by and last < len(words) and _noun(words[-1]) in _OWN_PEOPLE
    owned = last < len(words) and owns(phrase, words[last - 1], words[last])
    belongs = any(
        name.note == "adjective" or name.shape == "upper" or names.kinds[name.actor] == "institution"
        for name in meanings
    )
    belongs |= owned or is_owner_form(words[last - 1]) or _is_its_own(words, first, last, meanings)
    around = phrase[max(words[first].start - 1, 0) : words[first].start] + phrase[words[last - 1].end :][:1]
    if not belongs or "-" in around:
        return False
    leads_in = phrase[: words[first].start]
    for i in range(last, min(last + _BETWEEN + 1, len(words))):
        if not joined(phrase, words[i - 1], words[i]) and not (owned and i == last):
            return False
        if words[i].folded in _BODY and _INSIDE.match(leads_in):
            return not is_owner_form(words[i])
        if words[i].folded in _OFFICE and _TO_ITS_HOLDER.search(leads_in):
            return True
        if _noun(words[i]) in _SERVANTS or (i == last == len(words) - 1 and words[i].folded == "speaker"):
            return not is_owner_form(words[i])
    return False


def _is_its_own(words: list[Word], first: int, last: int, meanings: list[Name]) -> bool:
    """Whether the bare name of a state stands before who can be of no other: a ⟦Norland⟧ official, a ⟦Norland⟧ army
    spokesman; not the Norland envoy, a New Norland official, a Georgia lawmaker."""
    before = words[first - 1] if first else None
    longer = before is not None and before.raw[0].isupper() and before.folded not in _BEFORE_A_STATE
    if longer or any(name.note or name.shape != "any" for name in meanings):
        return False
    nouns = [_noun(word) for word in words[last : last + 2]]
    return bool(nouns) and (nouns[0] in _OWN or (nouns[0] in _OFFICE | _BODY and nouns[-1] in _OWN))


def _are_served(phrase: str, words: list[Word], first: int, last: int, meanings: list[Name], names: Names) -> bool:
    """Whether servants stand before the name: "the delegate of Norland", "the speaker for the League"."""
    institution = all(names.kinds[name.actor] == "institution" for name in meanings)
    if institution and last == len(words) and _INSIDE.match(phrase[: words[first].start]):
        return True
    if last == len(words) and _CLOSE_TO.match(phrase[: words[first].start]):
        return True
    before = first
    while before and _is_of_a_title(words[before - 1 : before + 1], names):
        before -= 1  # an adviser to ⟦President⟧ Tavian, to ⟦Foreign Minister⟧ Oster, to the ⟦foreign minister⟧ Oster
    before -= before > 0 and words[before - 1].folded == "the"
    person = all(names.kinds[name.actor] == "person" for name in meanings)
    if before < 2 or all(name.note == "adjective" for name in meanings):
        return False
    to_one = words[before - 1].folded == "to" and person and _noun(words[before - 2]) in _SERVE_ONE
    if words[before - 1].folded not in _SERVE and not to_one:
        return False
    if person and not to_one and _noun(words[before - 2]) not in _OWN_PEOPLE:
        return False
    end = words[last - 1]
    goes_on = last < len(words) and joined(phrase, end, words[last]) and words[last].folded not in _BEHIND
    if goes_on or is_owner_form(end) or _AND_OTHERS.match(phrase, end.end):
        return False
    office = words[before - 2]
    if office.folded in _OFFICE and _TO_ITS_HOLDER.search(phrase[: office.start]):
        return True
    return to_one or person or _noun(office) in _SERVANTS | _HEADS_OF


def _is_of_a_title(words: list[Word], names: Names) -> bool:
    """Whether the first of two words is a title or stands before one: ⟦President⟧ Tavian, ⟦Foreign⟧ Minister; ⟦premier⟧
    Tavian, ⟦prime⟧ minister."""
    first, second = (word.folded for word in words)
    if words[0].raw[0].isupper():
        return first in TITLES or second in TITLES
    return (first in TITLES and words[1].raw[0].isupper()) or "" in names.roles.get(first, {}).get(second, {})


def _noun(word: Word) -> str:
    return word.folded.removesuffix("s").replace("spokesmen", "spokesman").replace("spokeswomen", "spokeswoman")


def head_of(phrase: str) -> str:
    """Return the noun that a phrase is about: "the envoys of Norland and Sundia" are envoys."""
    words = _BEHIND_HEAD.split(phrase, maxsplit=1)[0].split()
    return words[-1] if words else ""
