"""What is said around the clause that reports it: what goes on behind it, and asides that the network reads over.

The plan, Oster told Holm radio, is dead. The talks, in her view, had failed. Norland, he went on, was stalling.
"""

import re
from functools import cache

from standpoints.reading.attribution import CAPITAL, QUOTING, Attribution
from standpoints.reading.cues import cue_class, cue_words

_IN_WORDS = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|(?<=\A))In (?P<source>his|her|their|(?:the |[A-Z])[\w .’'-]{2,60}?(?=['’]s? ))(?:['’]s?)? "
    r"(?P<cue>(?:own )?(?:words|view|opinion|assessment|telling|estimation|reading)), "
    r"(?P<rest>[^\n]+?[.!?])(?= |\n|\Z)"
)
_IN_PASSING = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|(?<=\A))(?P<first>[A-Z][^\n.!?;:“”\"]{2,200}?)"
    r"(?<! for)(?<! of)(?<! by)(?<! with)(?<! and)(?<! that)(?<! which)(?<! because), in "
    r"(?P<source>his|her|their|(?:the |[A-Z])[\w .’'-]{2,60}?(?=['’]s? ))(?:['’]s?)? "
    r"(?P<cue>(?:own )?(?:view|opinion|assessment|estimation|reading|(?:words|phrase)(?=, [\"“„«]))), "
    r"(?P<rest>[a-z][^\n]*?[.!?]|[\"“„«][^\n]*?(?:[\"”»][.!?]|[.!?][\"”»]))(?= |\n|\Z)"
)
_WAS_QUOTED = re.compile(  # It rained, Oster was quoted by SUNA as saying
    r"(?:(?<=[.!?] )|(?<=\n)|(?<=\A))(?P<rest>[A-Z][^\n.!?;:“”\"]{8,240}), "
    rf"(?P<source>(?:[a-z]+ )?(?:the )?[{CAPITAL}][^\n,.!?;:“”\"]{{2,90}}?) "
    r"(?P<cue>(?:was|were|has been|is) (?:also )?quoted(?: by [^\n,.;:“”\"]{2,50})? as saying)(?=[\s.])"
)
_REST = re.compile(
    r"(?: [\w’'.-]+){0,4}, (?P<content>(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|"
    r"cannot|does|did|needs?|remains?)\b[^\n“”\"]*?)(?=[.!?](?:\s|\Z))"
)
_DONE = re.compile(r"\b(?:is|are|was|were|been|being|be) (?:\w+ly )?\w+(?:ed|en|wn|de|ght|ne|it),?$")
_BY_WHOM = re.compile(r", (?P<content>by [^\n“”\"]*?)(?=[.!?](?:\s|\Z))")
_SAYING = frozenset("says claims stresses assures thinks".split())
_SURE = 0.7  # by judgement


def with_rest(one: Attribution, text: str) -> Attribution:
    """The plan, Oster told Holm radio, ⟦is dead⟧; it was made, she thought, ⟦by fools⟧: what goes on behind the
    reporting clause is said too."""
    if len(one.content) > 1 or not one.cue or not one.source:
        return one
    start, end = one.content[0]
    first, last = min(one.source[0][0], one.cue[0][0]), max(one.source[-1][1], one.cue[-1][1])
    if (
        text[end:first].strip() not in ("", ",")
        or "," not in text[end - 1 : first]
        or any(q in text[start:last] for q in QUOTING)
    ):
        return one
    rest = _REST.match(text, last) or (_DONE.search(text, start, end) and _BY_WHOM.match(text, last))
    return one._replace(content=((start, end), rest.span("content"))) if rest else one


def rejoined(found: list[Attribution], text: str) -> list[Attribution]:
    """⟦The plan⟧, she conceded, ⟦needed time⟧: what the network took for two statements of one clause is one."""
    done: list[Attribution] = []
    for one in found:
        before = done[-1] if done and not done[-1].cue and done[-1].source == one.source and one.cue else None
        if before and one.source and before.content[-1][1] <= one.source[0][0] < one.content[0][0]:
            if text[before.content[-1][1] : one.source[0][0]] == ", " == text[one.cue[-1][1] : one.content[0][0]]:
                done[-1] = one._replace(content=(*before.content, *one.content))
                continue
        done.append(one)
    return done


def in_words(found: list[Attribution], text: str) -> list[Attribution]:
    """In ⟦Oster⟧'s words, ⟦the talks had failed⟧; ⟦the talks⟧, in ⟦her⟧ view, ⟦had failed⟧: what the network reads
    over; ⟦Norland⟧, she <went on>, ⟦was stalling⟧."""
    more = []
    quoted = _WAS_QUOTED.finditer(text) if " as saying" in text else ()
    for match in (*_IN_WORDS.finditer(text), *_IN_PASSING.finditer(text), *quoted, *_interposed().finditer(text)):
        start, stop = match.span("rest")
        before = (match.span("first"),) if "first" in match.groupdict() else ()
        content = (*before, (start, stop - (text[stop - 1] in ".!?")))
        if not any(a < end and start < b for one in found for a, b in one.content for start, end in content):
            more.append(Attribution(content, (match.span("cue"),), (match.span("source"),), _SURE))
    return more


@cache
def _interposed() -> re.Pattern:
    """Norland, she went on, was stalling: a subject and a verb of saying between commas, the verb of what was said
    behind them."""
    said = "|".join(form for form in cue_words() if cue_class(form) in _SAYING and " " not in form)
    return re.compile(
        r"(?:(?<=[.!?] )|(?<=\n)|(?<=\A))(?P<first>(?:The |An? )?[A-Z]?[^\W\d_][\w’'-]*(?: [\w’'-]+){0,4}), "
        rf"(?P<source>he|she|they|(?!I )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}}) (?P<cue>went on|{said}), "
        r"(?P<rest>(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|cannot|did|\w+ed)\b"
        r"[^\n“”\"]*?[.!?])(?= |\n|\Z)"
    )
