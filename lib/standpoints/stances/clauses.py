"""Clauses: where one ends and the next begins, and which ones hold a condition."""

import re
from dataclasses import dataclass
from itertools import takewhile

Span = tuple[int, int]

# Where one clause ends and the next begins: words on the far side say nothing about this one.
_SUBJECT = r"(?:he|she|it|they|we|i|you|there|this|these)"
_MODAL = (
    r"(?:will|would|must|should|can|could|cannot|can't|won't|shall|may(?!\s\d)|might|is|are|was|were|has|have|had|does|do|did"
    r"|said|says|told|wants?|needs?|demands?|insists?|rejects?|refuses?|opposes?|supports?|calls?(?=\s(?:for|on|upon)\b)|urges?|welcomes?|condemns?|expects?|made|took|gave|put|threw|broke|began|came|kept|left|let|(?!united\b)\w+ed)"
)
# Not a subject: "the bodies and *the wounded* prisoners".
_NO_SUBJECT = r"(?:the|an?|its|their|his|her|our|all|any|both|more|most|of|to|by|for|with|from)\s"
_AUXILIARY = (
    r"(?:will|would|must|should|can|could|cannot|can't|won't|shall|might|ought"
    r"|is|are|was|were|has|have|had|does|do|did)"
)
# What a thing that is named does: "a truce *that lets* them rearm".
_DOES = (
    r"(?:lets|leaves|allows|enables|gives|grants|rewards|freezes|means|makes|forces|obliges|ignores|excludes|includes|brings"
    r"|puts|takes|keeps|hands|serves|does|doesn't|goes|comes|ends|fails|only)"
)
# Nor does a clause end before "rejects the timetable, *under which* its troops would stop": it tells what is rejected.
_BARRIER = re.compile(
    rf"[;:]|[,—–]\s*(?!under\swhich\b)(?:and\s|or\s|but\s|so\s)?(?={_SUBJECT}\b|(?:no|not|never|nor)\b|(?:[\w'-]+\s){{1,3}}{_MODAL}\b|{_MODAL}\b)"
    rf"|\s—\s|\s–\s"
    rf"|(?<!nothing\s)(?<!anything\s)(?<!all\s)\bbut\b|\b(?:while|whereas|although|though|because|since|(?<!under\s)which|who|whom|whose|therefore|however|nor|even\sif)\b"
    rf"|(?<!not\s)(?<!n't\s)\byet\b(?!\s(?:to|how|whether|if|on|what)\b)"
    rf"|(?<!text\s)(?<!resolution\s)(?<!motion\s)(?<!amendment\s)(?<!draft\s)(?<!bill\s)(?<!group\s)(?<!coalition\s)\bthat\s(?=(?:{_AUXILIARY}|{_DOES})\b)"
    r"|\b(?:by|for|to|of|despite|in|on|with)\sthe\sfact\sthat\b"
    rf"|\bso\sthat\b"
    r"|[,—–]\s*(?:and\s|or\s|but\s|so\s)?(?=(?:don't|do\snot)\b)"
    rf"|,\sand\s(?=(?:[\w'-]+\s){{1,6}}{_AUXILIARY}\b)"
    rf"|\band\s(?=that\b|{_SUBJECT}\b|(?:(?!{_NO_SUBJECT})[\w'-]+\s)?{_MODAL}\b"
    rf"|(?:the|its|their|his|her|our|no|any|all|both)\s(?:[\w'-]+\s){{1,3}}{_AUXILIARY}\b)|(?<!\sof\s)(?<!without\s)(?<!like\s)\b(?:adding|saying|stressing|warning)\sthat\b",
    re.IGNORECASE,
)


# "Rejects any plan *that* | would freeze the front": what the plan does is rejected with it.
_PLAN = (
    r"(?:plan|deal|agreement|accord|arrangement|settlement|treaty|proposal|formula|solution|draft|scheme|clause"
    r"|resolution|compromise)s?"
)
PLAN_THAT = re.compile(rf"\b{_PLAN}\s(?P<that>that|which)\s(?={_AUXILIARY}\b)", re.IGNORECASE)
# "Nobody will sign *a paper that leaves* the door open": a stance stated stands in the paper. What is only named
# may be unmade there by what follows: "a deal that leaves membership in doubt".
_PAPER_THAT = re.compile(
    rf"\b(?:an?|any|no|every)\s(?:[\w'-]+\s)?(?:{_PLAN}|paper|document|pact|offer|peace)\s(?P<that>that|which)\s"
    r"(?=(?:leaves|keeps|lets|allows|gives|grants|brings|puts|means)\b)",
    re.IGNORECASE,
)


def clause_breaks(text: str, start: int, end: int) -> list[Span]:
    """Where one clause ends and the next begins; a "nor" belongs to the clause that it opens."""
    found = takewhile(lambda m: m.start() < end, _BARRIER.finditer(text, start))
    return [(m.start(), m.start() if m.group().lower() == "nor" else m.end()) for m in found]


def clause_start(text: str, within: Span, at: int, *, stated: bool = False) -> int:
    """Where the clause begins that holds or ends at the character `at`; `stated`: there a stance is stated."""
    of_plans = {m.start("that") for m in PLAN_THAT.finditer(text, *within)}
    if stated:
        of_plans |= {m.start("that") for m in _PAPER_THAT.finditer(text, *within)}
    breaks = clause_breaks(text, *within)
    return max([end for start, end in breaks if end <= at and start not in of_plans], default=within[0])


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


_PHRASE_END = (
    r"(?:(?!\sand\swith\b|\s(?:is|are|was|were|would|must|should|will|can|cannot|has|have|no|nobody)\b)[^,;:.!?—])*"
)
_CLAUSE_END = r"(?:“[^”]*”|\"[^\"]*\"|[^,;:.!?—“\"])*"
_CONDITION = re.compile(
    rf"""\b(?:(?P<needed_thing>in\s(?:exchange|return)\sfor|in\sthe\sevent\sof|in\s(?:the\s)?case\sof|subject\sto
        |conditional\son|contingent\son)\b{_PHRASE_END}|(?P<denied_thing>without(?!\swhich)|in\sthe\sabsence\sof|prior\sto)\b{_PHRASE_END}|(?:
      (?P<needed>(?:but\s)?only\s(?:(?:\w+\s){{0,3}}(?:after|if|when|once)|on\scondition|in\sreturn|in\sexchange|with|under)|unless|(?<=,\s)provid(?:ed|ing)|provid(?:ed|ing)\s(?=that\b|he\b|she\b|they\b|it\b|we\b)
        |on\s(?:the\s)?condition(?:\sthat|\sof)?|except\s(?:if|after)|assuming)
      |(?P<denied>until|till|before)
      |(?P<state>as\slong\sas|so\slong\sas|for\sas\slong\sas)
      |(?P<if>(?<!even\s)(?<!as\s)if|should(?=\s(?:it|they|he|she|that|this|the|an?|any)\s)|once(?!\s(?:again|more|and))(?<!at\sonce)|as\ssoon\sas)
    )\b{_CLAUSE_END})""",
    re.IGNORECASE | re.VERBOSE,
)


# Words that open no condition behind others: "asked the premier *if* they will come", "it has to wait *until* they do",
# which denies nothing by itself.
_NO_OPENER = {
    "if": re.compile(r"\b(?:ask|wonder|inquir|enquir)\w*\s(?:[\w'-]+\s){0,4}$", re.IGNORECASE),
    "until": re.compile(r"\bwait(?:s|ed|ing)?\s$", re.IGNORECASE),
}
_ARTICLE = re.compile(
    r"(?<=\w)(?<!\sof)(?<!\sto)(?<!\sin)(?<!\son)(?<!\sby)(?<!\sfor)(?<!\sand)(?<!\swith)(?<!\sfrom)\s(?:an?|the|any|all|no)\s(?!.*\sthere$)",
    re.IGNORECASE,
)
_VERB = re.compile(rf"\s{_AUXILIARY}\b", re.IGNORECASE)
_MAIN = re.compile(rf"\s[\w'-]+\s[\w'-]+()\s(?:he|she|they|we|i|there)\s{_AUXILIARY}\b", re.IGNORECASE)


def conditions(text: str, within: Span) -> list[Condition]:
    """The clauses in `within` that begin with "if", "only after", "unless", "until" …"""
    found = []
    for m in _CONDITION.finditer(text, *within):
        opener = _NO_OPENER.get(m.group(m.lastgroup).lower())
        if opener and opener.search(text, max(within[0], m.start() - 60), m.start()):
            continue
        end = m.start() + len(m.group().rstrip(' ”"'))
        # "As long as she is in office | she will not sign": no comma need stand before the main clause.
        main = _MAIN.search(text, m.end(m.lastgroup), end)
        end = main.end(1) if main else end
        # "Without guarantees | *a truce* is worthless": before the verb stands what it is about.
        if m.lastgroup == "denied_thing" and not text[within[0] : m.start()].strip(' “"') and _VERB.match(text, end):
            end = max((a.start() for a in _ARTICLE.finditer(text, m.end(m.lastgroup), end)), default=end)
        found.append(Condition(m.start(), m.end(m.lastgroup), end, m.lastgroup.removesuffix("_thing")))
    return found
