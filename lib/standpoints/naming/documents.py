"""Who speaks through a document: ⟦Oster⟧'s letter, ⟦his⟧ post, a poll by ⟦Holm College⟧, a ⟦Holm College⟧ poll."""

import re

from standpoints.naming.geography import PLACES
from standpoints.naming.names import Names, fold_words, states_called
from standpoints.naming.nouns import BODY_NOUNS
from standpoints.naming.people import NOT_A_PERSON, NOT_IN_NAMES
from standpoints.naming.places import Span

_NOUN = (
    r"(?:letter|e-?mail|statement|report|poll|survey|study|memo(?:randum)?|post|tweet|message|op-ed|column|editorial|"
    r"essay|memoir|filing|complaint|lawsuit|brief|analysis|research|(?:press |news )?release|newsletter|records|data|"
    r"figures|estimates?|forecast|projections?|index|tracker|tally|database|audit|review|dossier|resolution|article|"
    r"communiqu[eé]|bulletin|calculations|findings|statistics|editorial board|proposal|advisory|fact sheet|blog|"
    r"website|count|average|ad|advert(?:isement)?|commercial|spot|video|examination|investigation|story|account|cable)"
)
_OUTLET = r"(?:(?:news )?(?:agency|site|website|service|outlet)|newspaper|tabloid|daily|weekly|magazine|broadcaster)"
_BEHIND = (
    r"(?:conducted|taken|commissioned|published|released|issued|presented|carried|dated|sent|last|this|that|which|"
    r"earlier|in|or)\b"
)
_ON = rf"(?= (?:to|on|about|from|of|for|at|{_BEHIND})|[,;:]|$)"
_SEEN = r"(?:seen|obtained|published|carried|reviewed|viewed|examined|received|leaked|read|cited|quoted|shared)\b"
_WORDS = r"(?:[\w’'-]+ ){0,3}?"
_DETERMINED = r"(?:(?!(?:of|for|in|at|by|to|from|on|with|and|who|that)\b)(?:[A-Za-z][a-z-]*|\d+) ){0,4}?"
_NO_NAME = r"(?!(?:The|An?|This|That|One|Another|His|Her|Its|Their)\b)"
_NAME = rf"{_NO_NAME}[A-Z][\w.’'&-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w’'&-]*)*"
_ONE = rf"(?P<noun>{_NOUN})"
_OWNED = re.compile(rf"(?P<author>[^,;:()]+)(?:['’]s|(?<=s)['’]) {_WORDS}{_ONE}{_ON}")
_HIS = re.compile(rf"(?P<author>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) {_WORDS}{_ONE}{_ON}")
_BETWEEN = rf"(?:,? (?!by\b|from\b|to\b|which\b|{_SEEN})[\w’'-]+){{0,10}}?"
_THE = r"(?:the (?:(?!(?:in|of|on|at|for)\b)[a-z-]+ ){0,2}(?=[A-Z]))?"
_BY = re.compile(
    rf"{_DETERMINED}(?P<noun>(?i:{_NOUN})){_BETWEEN} (?:by|from) {_THE}(?:[A-Z]\w+-based )?"
    rf"(?P<author>\w.*?)(?: {_BEHIND}.*|,(?! [A-Z]).*)?$"
)
_IN = re.compile(
    rf"{_DETERMINED}(?P<noun>article|story|piece|report|editorial|item)(?: (?!in\b)[\w’'-]+){{0,4}}? in "
    rf"(?:the (?=[A-Z]))?(?P<author>{_NAME})"
)
_OF_A_BODY = re.compile(rf"{_DETERMINED}(?P<author>{_NAME})(?:/{_NAME})? (?:[a-z-]+ )?{_ONE}{_ON}")
_OF_AN_OUTLET = re.compile(rf"(?:[Tt]he (?:[a-z-]+ )?)?(?P<author>{_NAME}) {_OUTLET}{_ON}")
# What the reader leaves of "Holm Herald (which …)", "according to him,", "the League on Monday said"
_LEFT_OVER = re.compile(
    r"(?:(?:(?:last|this|the) )?(?:year|week|month|\w+day)['’]s )?"
    r"(?P<phrase>.*?\w)(?: ?\((?:who|which)| (?:on|in|at|this)(?: \w+day)?|[,;:])?",
    re.IGNORECASE,
)
_IN_THE = r"the(?= (?:[a-z-]+ )?(?:letter|e-?mail|statement|post|message|tweet|essay|column|op-ed|memo)\b)"
_IN_ONE = rf"[Ii]n (?:an?|his|her|its|their|{_IN_THE}) (?:[a-z-]+ ){{0,2}}{_ONE}\b"
_IN_A_DOCUMENT = re.compile(_IN_ONE)
_THEN_IN_ONE = re.compile(rf"(?:,? (?:[Oo]n |last |this )?\w+day| late| earlier)?,? {_IN_ONE}")
_FIRST_IN_ONE = re.compile(rf"{_IN_ONE}[^,.;:“”\"]{{0,40}}, $")
_APART = re.compile(r"[,.;:“”\"\n]|\b(?:said|wrote|told|what|which|who|that)\b")
_REACH = 60  # characters
_JOINT = re.compile(r"\w-[A-Z]{2,}$")  # the Post-HBC poll
_AGAIN = re.compile(rf"(?:the|this|that) (?:same |new |latest )?(?P<noun>{_NOUN}|results)", re.IGNORECASE)
_NO_BEGINNING = NOT_IN_NAMES - {"new"}
_OF_BODIES = BODY_NOUNS | NOT_A_PERSON
_MEDIA = frozenset(("tv", "radio", "press", "web", "video"))
_POLLS = frozenset(("poll", "survey", "average", "tally", "count", "tracker"))
_ALIKE = {"survey": "poll", "study": "report", "analysis": "report", "research": "report", "email": "letter"}


def author_in(text: str, speaker: Span, names: Names) -> tuple[Span, str | None]:
    """Return the part of a speaker's phrase that tells who speaks through a document, and what that is, "letter"; all
    of the phrase and None where there is none.

    Not a ⟦Norlandish⟧ report, which may be anybody's there, nor a letter to Oster.
    """
    whole = _LEFT_OVER.fullmatch(text, *speaker)
    start, end = whole.span("phrase") if whole else speaker
    for words in (_OWNED, _HIS, _OF_A_BODY, _BY, _OF_AN_OUTLET, _IN):
        found = words.match(text, start, end)
        noun = found and kind_of(found.groupdict().get("noun"))
        if found and (words is not _OF_A_BODY or _is_body(found["author"], noun, names)):
            if words is not _IN or (found.end() == end and not _is_place(found["author"], names)):
                return found.span("author"), noun
    return (start, end), None


def kind_of(noun: str | None) -> str | None:
    """Return what a document is by its noun: a survey is a poll."""
    noun = noun and noun.casefold().replace("-", "")
    return _ALIKE.get(noun, noun)


def again(phrase: str) -> str | None:
    """Return what document is spoken of again, "poll" for *the survey*, "results" for any; None where none is."""
    found = _AGAIN.fullmatch(phrase)
    return found and kind_of(found["noun"])


def said_in(text: str, speaker: Span, cue_end: int) -> str | None:
    """Return what document somebody speaks in: ⟦In a letter⟧ to Karst, Oster said; Oster said on Monday ⟦in a letter⟧;
    None where none is told."""
    last = max(speaker[1], cue_end)
    near = max(0, last - _REACH), last + _REACH
    found = _IN_A_DOCUMENT.search(text, *near) and _THEN_IN_ONE.search(text, *near)
    if found and found.start() > last and _APART.search(text, last, found.start()):
        found = None  # She denied what he had said ⟦in a letter⟧; she came. ⟦In a letter⟧ …
    if found is None:
        found = _FIRST_IN_ONE.search(text, max(0, speaker[0] - _REACH), speaker[0])
    return found and kind_of(found["noun"])


def _is_place(name: str, names: Names) -> bool:
    word = fold_words(name)[0]
    return word in PLACES or bool(states_called(names, word))


def _is_body(name: str, document: str, names: Names) -> bool:
    """FBI, Holm University, by a poll whoever takes it; not Norland, TV or Sunday."""
    words = fold_words(name)
    alone = len(words) == 1 and (len(name) < 2 or words[0] in _MEDIA or bool(states_called(names, words[0])))
    if alone or words[0] in _NO_BEGINNING or _JOINT.search(name):
        return False
    return document in _POLLS or not _OF_BODIES.isdisjoint(words) or (name.isupper() and len(name) > 2)
