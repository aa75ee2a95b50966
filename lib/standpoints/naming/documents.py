"""Who speaks through a document: ⟦Oster⟧'s letter, ⟦his⟧ post, a poll by ⟦Holm College⟧, a ⟦Holm College⟧ poll."""

import re

from standpoints.naming.names import Names, fold_words, states_called
from standpoints.naming.nouns import BODIES
from standpoints.naming.people import NOT_A_PERSON
from standpoints.naming.places import Span

_NOUN = (
    r"(?:letter|e-?mail|statement|report|poll|survey|study|memo(?:randum)?|post|tweet|message|op-ed|column|editorial|"
    r"essay|memoir|filing|complaint|lawsuit|brief|analysis|research|(?:press |news )?release|newsletter|records|data|"
    r"figures|estimates?|forecast|projections?|index|tracker|tally|database|audit|review|dossier|resolution|"
    r"communiqu[eé]|bulletin|proposal|advisory|fact sheet|bill|blog|website|budget)"
)
_OUTLET = r"(?:(?:news )?(?:agency|site|website|service|outlet)|newspaper|tabloid|daily|weekly|magazine|broadcaster)"
_BEHIND = r"(?:published|released|issued|presented|carried|dated|sent|last|this|that|which|earlier|in|or)\b"
_ON = rf"(?= (?:to|on|about|from|of|for|at|{_BEHIND})|[,;:]|$)"
_SEEN = r"(?:seen|obtained|reviewed|viewed|examined|received|leaked|read|cited|quoted|verified|accessed|shared)\b"
_WORDS = r"(?:[\w’'-]+ ){0,3}?"
_DETERMINED = r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[A-Z]?[a-z-]+|\d+) ){0,4}?"
_NO_NAME = r"(?!(?:The|An?|This|That|One|Another|His|Her|Its|Their)\b)"
_NAME = rf"{_NO_NAME}[A-Z][\w.’'&-]*(?:[ /](?:(?:of|for|and|the) )*[A-Z][\w’'&-]*)*"
_OWNED = re.compile(rf"(?P<author>[^,;:()]+)(?:['’]s|(?<=s)['’]) {_WORDS}{_NOUN}{_ON}")
_HIS = re.compile(rf"(?P<author>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) {_WORDS}{_NOUN}{_ON}")
_BY = re.compile(
    rf"{_DETERMINED}(?i:{_NOUN})(?: (?!by\b|from\b|to\b|{_SEEN})[\w’'-]+){{0,5}}? (?:by|from) "
    rf"(?:the )?(?:[A-Z]\w+-based )?(?P<author>[A-Z].*?)(?: {_BEHIND}.*|,(?: {_BEHIND}.*)?)?$"
)
_OF_A_BODY = re.compile(rf"{_DETERMINED}(?P<author>{_NAME}) (?:[a-z-]+ )?{_NOUN}{_ON}")
_OF_AN_OUTLET = re.compile(rf"(?:[Tt]he (?:[a-z-]+ )?)?(?P<author>{_NAME}) {_OUTLET}{_ON}")
_SAME = re.compile(r"(?P<author>.*\w) ?\((?:who|which)$")  # what the reader leaves of "Holm Herald (which …) said"


def author_in(text: str, speaker: Span, names: Names) -> Span:
    """Return the part of a speaker's phrase that tells who speaks through it, all of it where there is no document.

    Not a ⟦Norlandish⟧ report, which may be anybody's there, nor a letter to Oster.
    """
    phrase = text[slice(*speaker)]
    for words in (_SAME, _OWNED, _HIS, _BY, _OF_AN_OUTLET, _OF_A_BODY):
        found = words.match(phrase)
        if found and (words is not _OF_A_BODY or _is_body(found["author"], names)):
            return speaker[0] + found.start("author"), speaker[0] + found.end("author")
    return speaker


def _is_body(name: str, names: Names) -> bool:
    """FBI, Holm University, USA Today/Holm University; not Norland, nor Sunday."""
    words = fold_words(name)
    if len(words) == 1 and states_called(names, words[0]):
        return False
    return not (BODIES | NOT_A_PERSON).isdisjoint(words) or (name.isupper() and len(name) > 2)
