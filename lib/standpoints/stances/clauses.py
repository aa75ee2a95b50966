"""Clauses: where one ends and the next begins, and which ones hold a condition."""

import re
from dataclasses import dataclass
from itertools import takewhile

Span = tuple[int, int]

# Where one clause ends and the next begins: words on the far side say nothing about this one.
_SUBJECT = r"(?:he|she|it|they|we|i|you|there|this|these)"
_MODAL = (
    r"(?:will|would|must|should|can|could|cannot|can't|won't|shall|may(?!\s\d)|might|is|are|was|were|has|have|had|does|do|did"
    r"|wants?|needs?|demands?|insists?|rejects?|refuses?|opposes?|supports?|calls|made|took|gave|put|threw|broke|began|came|kept|left|let|\w+ed)"
)
_BARRIER = re.compile(
    rf"[;:]|[,—–]\s*(?:and\s|or\s|but\s|so\s)?(?={_SUBJECT}\b|(?:no|not|never|nor)\b|(?:[\w'-]+\s){{1,3}}{_MODAL}\b|{_MODAL}\b)"
    rf"|\s—\s|\s–\s"
    rf"|\b(?:but|while|whereas|although|though|because|since|which|who|whom|whose|therefore|yet|however|nor|even\sif)\b"
    rf"|\band\s(?=that\b|{_SUBJECT}\b|(?:[\w'-]+\s)?{_MODAL}\b)",
    re.IGNORECASE,
)


def clause_breaks(text: str, start: int, end: int) -> list[Span]:
    """Where one clause ends and the next begins; a "nor" belongs to the clause that it opens."""
    found = takewhile(lambda m: m.start() < end, _BARRIER.finditer(text, start))
    return [(m.start(), m.start() if m.group().lower() == "nor" else m.end()) for m in found]


@dataclass(frozen=True)
class Condition:
    """A clause that something hangs on; what follows its opening words begins at `opened`.

    `kind`: "needed" (only after, unless, provided), "if", "state" (as long as) or "denied" (until, before, without:
    a condition only where the rest is denied).
    """

    start: int
    opened: int
    end: int
    kind: str


_PHRASE_END = r"(?:(?!\s(?:is|are|was|were|would|must|should|will|can|cannot|has|have|no|nobody)\b)[^,;:.!?—])*"
_CLAUSE_END = r"(?:“[^”]*”|\"[^\"]*\"|[^,;:.!?—“\"])*"
_CONDITION = re.compile(
    rf"""\b(?:(?P<needed_thing>in\s(?:exchange|return)\sfor|in\sthe\sevent\sof|in\s(?:the\s)?case\sof|subject\sto
        |conditional\son|contingent\son)\b{_PHRASE_END}|(?P<denied_thing>without|prior\sto)\b{_PHRASE_END}|(?:
      (?P<needed>(?:but\s)?only\s(?:(?:\w+\s){{0,3}}(?:after|if|when|once)|on\scondition|in\sreturn|in\sexchange|with|under)|unless|provided(?:\sthat)?
        |providing(?:\sthat)?|on\s(?:the\s)?condition(?:\sthat|\sof)?|except\s(?:if|after)|assuming)
      |(?P<denied>until|till|before)
      |(?P<state>as\slong\sas|so\slong\sas|for\sas\slong\sas)
      |(?P<if>(?<!even\s)(?<!as\s)(?<!asked\s)(?<!wonder\s)(?<!wondered\s)if|once(?!\s(?:again|more|and))(?<!at\sonce)|as\ssoon\sas)
    )\b{_CLAUSE_END})""",
    re.IGNORECASE | re.VERBOSE,
)


def conditions(text: str, within: Span) -> list[Condition]:
    """The clauses in `within` that begin with "if", "only after", "unless", "until" …"""
    found = []
    for m in _CONDITION.finditer(text, *within):
        end = m.start() + len(m.group().rstrip(' ”"'))
        found.append(Condition(m.start(), m.end(m.lastgroup), end, m.lastgroup.removesuffix("_thing")))
    return found
