"""What is said around the clause that reports it: what goes on behind it, and asides that the network reads over.

The plan, Oster told Holm radio, is dead. The talks, in her view, had failed. Norland, he went on, was stalling.
"""

import re
from functools import cache

from standpoints.reading.attribution import CAPITAL, QUOTING, Attribution, touch
from standpoints.reading.cues import cue_class, cue_words

_BEGINS = r"(?:(?<=[.!?] )|(?<=\n)|(?<=\A))"
_WHOSE = r"(?P<source>his|her|their|(?:the |[A-Z])[\w .’'-]{2,60}?(?=['’]s? ))(?:['’]s?)? "
_IN_WORDS = re.compile(
    rf"{_BEGINS}In {_WHOSE}"
    r"(?P<cue>(?:own )?(?:words|view|opinion|assessment|telling|estimation|reading)), "
    r"(?P<rest>[^\n]+?[.!?])(?= |\n|\Z)"
)
_IN_PASSING = re.compile(
    rf"{_BEGINS}(?P<first>[A-Z][^\n.!?;:“”\"]{{2,200}}?)"
    r"(?<! for)(?<! of)(?<! by)(?<! with)(?<! and)(?<! that)(?<! which)(?<! because), in "
    rf"{_WHOSE}"
    r"(?P<cue>(?:own )?(?:view|opinion|assessment|estimation|reading|(?:words|phrase)(?=, [\"“„«]))), "
    r"(?P<rest>[a-z][^\n]*?[.!?]|[\"“„«][^\n]*?(?:[\"”»][.!?]|[.!?][\"”»]))(?= |\n|\Z)"
)
_WAS_QUOTED = re.compile(  # It rained, Oster was quoted by SUNA as saying
    rf"{_BEGINS}(?P<rest>[A-Z][^\n.!?;:“”\"]{{8,240}}), "
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
    over."""
    more = []
    quoted = _WAS_QUOTED.finditer(text) if " as saying" in text else ()
    for match in (*_IN_WORDS.finditer(text), *_IN_PASSING.finditer(text), *quoted):
        start, stop = match.span("rest")
        before = (match.span("first"),) if "first" in match.groupdict() else ()
        content = (*before, (start, stop - (text[stop - 1] in ".!?")))
        if not any(touch(one.content, *span) for one in found for span in content):
            more.append(Attribution(content, (match.span("cue"),), (match.span("source"),), _SURE))
    return more


def interposed(found: list[Attribution], text: str) -> list[Attribution]:
    """⟦Norland⟧, ⟦she⟧ <went on>, ⟦had said that Karst lied⟧: all of it is what she says, where the network took her
    aside for no word, and her or Norland for who says the rest. What Norland says is read inside it."""
    for match in (match for aside in _interposed() for match in aside.finditer(text)):
        start, end = match.start(), match.end("rest") - 1
        here = [one for one in found if one.content[0][0] < end and start < one.content[-1][1]]
        heard = any(one.source == (match.span("source"),) and touch(one.cue, *match.span("cue")) for one in here)
        wider = any(one.content[0][0] < start or end < one.content[-1][1] for one in here)
        if heard or wider or any(touch(one.source, match.start("rest"), end) for one in here):
            continue
        content = (match.span("first"), (match.start("rest"), end))
        aside = Attribution(content, (match.span("cue"),), (match.span("source"),), _SURE)
        found = [*(one for one in found if one not in here), aside]
    return found


@cache
def _interposed() -> list[re.Pattern]:
    """Norland, she went on, was stalling; Norland, said Oster, was stalling: a subject, and a verb of saying between
    commas, the verb of what was said behind them."""
    said = "|".join(form for form in cue_words() if cue_class(form) in _SAYING and " " not in form)
    source = r"(?P<source>he|she|they|(?!I )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})"
    cue = rf"(?P<cue>went on|{said})"
    return [
        re.compile(
            rf"{_BEGINS}(?P<first>(?:The |An? )?[A-Z]?[^\W\d_][\w’'-]*(?: [\w’'-]+){{0,4}}), {aside}, "
            r"(?P<rest>(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|cannot|did|"
            r"said|told|wrote|wants?|thinks?|\w+ed)\b[^\n“”\"]*?[.!?])(?= |\n|\Z)"
        )
        for aside in (f"{source} {cue}", f"{cue} {source}")
    ]
