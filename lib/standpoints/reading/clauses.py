"""Whose words they are, by the clause that reports them: where grammar tells it and the network takes it otherwise.

Who is quoted by another, asked, or told something does not report it: "Holm radio quoted Oster as saying …", "Tavian,
asked whether …", "Sund signed what Arvik called …".
"""

import re

from standpoints.reading.asides import in_words, interposed, rejoined, with_rest
from standpoints.reading.attribution import QUOTING, SOMEBODY, Attribution, Span, text_of
from standpoints.reading.before import said_before
from standpoints.reading.cues import cue_class
from standpoints.reading.limits import (
    without_what_became_of_it,
    without_what_is_kept_back,
    without_wish_to_stay_unnamed,
)
from standpoints.reading.outlets import carried
from standpoints.reading.performatives import with_performatives
from standpoints.reading.quoted import QUOTED, quoted_by_another
from standpoints.reading.relatives import melted, of_relatives, with_other_voices
from standpoints.reading.subjects import with_own_subjects

_VERB_AGAIN = re.compile(r",?\s+(?:and|but)\s+(?:then\s+|also\s+)?(?P<cue>\w+(?:ed|said|wrote))\s+(?=that\s)")
_VERB_OF_ITS_OWN = re.compile(
    r"(?<!ed),? (?:and|but) (?:then |also |later )?(?P<cue>urged|called|blamed|accused|praised|thanked|warned|promised|"
    r"vowed|pledged|rejected|denied|demanded|critici[sz]ed|condemned|suggested|described|dismissed|predicted|offered|"
    r"proposed|argued|acknowledged|admitted|insisted|complained|defended|welcomed|endorsed|questioned|expressed|"
    r"referred) (?=\w)"
)
_PAST = re.compile(r"(?:ed|said|told|wrote)\b")
_CITING = re.compile(r"\b(?:citing|quoting) $")
_CITED = re.compile(r"[^,.;:“”\"]{1,100}, (?:\w+ )?(?=that )")
# Another called ⟦on⟧ Norland to stop: no content
# When Oster says that it rains⟦, he⟧ jokes: the main clause is the reporter's
_WHEN_SAYS = re.compile(r"(?:(?<=[.!?] )|(?<=[.!?][”\"’] )|(?<![^\n]))(?:When(?:ever)?|While|If|Though|Although|As) $")
_MAIN_CLAUSE = re.compile(r", (?:he|she|it|they|we|I|you|there|this|that) ")
# Norland recalled its envoy: an act, no word
_ENVOYS = re.compile(
    r"(?:its|his|her|their|the) (?:[\w-]+ ){0,2}(?:ambassador|envoy|consul|diplomat|delegation|negotiator|"
    r"inspector|observer|monitor|adviser|troop)s?\b"
)
_HEADING = re.compile(
    r"(?:Joint )?(?:Statement|Declaration|Remarks|Report|Resolution) (?:on|about|regarding)", re.IGNORECASE
)
_LINK = re.compile(r"(?:on|for|of|with|at|in|by|from|about|against)", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?P<aux>(?:has |have |had )?(?:was|were|is|are|been|being) )?"
    r"(?:asked|told|warned|urged|pressed|informed|reminded|questioned|quizzed|challenged|advised|briefed)"
    r"(?: (?:by|on|about|over))?$",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|upon|after|before) $")
_OCCASION = re.compile(r"(?:arrival|departure|arriving|leaving|returning)(?: (?:in|at|from) [A-Z]\w+)? (?=that )")
_WHEN = re.compile(r"\b(?:when|if|once|whenever) $", re.IGNORECASE)
_BY = re.compile(rf"\bby {SOMEBODY} ?(?:\bthat|\bto)?\s*$")
_ANSWERED = re.compile(r",? (?:and|but) (?P<cue>said|replied|answered|insisted|responded)\b(?: that)? ")
_WHAT = re.compile(
    rf"what {SOMEBODY} (?P<cue>(?:has |have |had )?(?:called|calls?|described as|describes? as|terms?|termed|"
    r"labell?ed|dubbed|considers?|(?:is|are|was|were) calling)) (?=\S)"
)
_NOBODY_ELSE = frozenset("he she they it we I you some many one is are was were".split())
_OF_OTHERS = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|c[ao]mes? after|respond(?:ed|ing) to|in response to|fac(?:ing|ed)) (?:\w+ )?"
    r"(?:accusations?|allegations?|charges|claims?|complaints?|criticisms?|reports?|rumou?rs|suggestions?|warnings?)\b"
)
_NOT_DONE = re.compile(
    r"[ ,]*(?P<verb>(?:\w+ ){0,3}(?:fail|refus|declin|struggl|unable|unwilling|reluctant|hesitat)\w*"
    r"(?: [\w’'-]+){0,5} )"
)
_DATELINE = re.compile(r"[A-Z][\w./’' -]{1,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?,? \([\w .]{2,20}\) ?[-–—] ?(?=\S)")


def reported(found: list[Attribution], text: str) -> list[Attribution]:
    """Return the attributions of a text, which are in order, each with the source and content that grammar gives it."""
    found = [one for one in found if not (_LINK.fullmatch(text_of(text, one.content)) or is_no_word(one, text))]
    found = of_relatives([without_dateline(one, text) for one in found], text)
    found = with_own_subjects(found, text)
    found = [part for one in with_other_voices(found, text) for part in melted(one, text)]
    found = without_wish_to_stay_unnamed(found, text)
    for mend in (without_what_is_kept_back, without_what_became_of_it):
        found = [mend(one, text) for one in found]
    for mend in (without_main_clause, without_occasion, quoted_by_another, with_failure):
        found = [mend(one, text) for one in found]
    found = [part for one in found for part in carried(one, text)]
    found = [part for one in rejoined(found, text) for part in coordinated(one, text)]
    for mend in (with_rest, of_others, called_by_another):
        found = [mend(one, text) for one in found]
    found = [part for one in found for part in addressed(one, text)]
    found = interposed([*found, *in_words(found, text)], text)
    return with_performatives(said_before(found, text), text)


def is_no_word(one: Attribution, text: str) -> bool:
    """Norland <recalled> ⟦its envoy⟧: what was done, and not said; he <quoted> ⟦its engineers⟧, who say …: not yet;
    “No,” he said, <commenting on> ⟦the plan⟧: of what he spoke; <Statement on> ⟦the raid⟧: a heading."""
    cue = text_of(text, one.cue)
    if not one.source and _HEADING.fullmatch(cue):
        return True
    if cue == "commenting on":
        return True
    if re.search(r"\brecall(?:s|ed|ing)?$", cue) and _ENVOYS.match(text, one.content[0][0]):
        return True
    behind = one.source and one.source[0][0] >= one.content[-1][1]
    return bool(behind and QUOTED.search(cue) and text_of(text, one.source).casefold() == "who")


def without_main_clause(one: Attribution, text: str) -> Attribution:
    """When Oster says ⟦that it “rains”⟧, he makes enemies: the reporter, or who is quoted, says the rest."""
    if not one.source or not one.cue or one.source[-1][1] > one.cue[0][0] or len(one.content) > 1:
        return one
    (start, end), source = one.content[0], one.source[0][0]
    if one.cue[-1][1] > start or not _WHEN_SAYS.search(text, max(0, source - 12), source):
        return one
    main = _MAIN_CLAUSE.search(text, start, end)
    return one._replace(content=((start, main.start()),)) if main else one


def without_dateline(one: Attribution, text: str) -> Attribution:
    """HOLM, Oct 5 (Agency) - ⟦The envoys⟧ agreed: where and whence the news comes is nobody's word."""

    def cut(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        dateline = _DATELINE.match(text, text.rfind("\n", 0, spans[0][0]) + 1) if spans else None
        if dateline is None or not spans[0][0] < dateline.end() < spans[0][1]:
            return spans
        return ((dateline.end(), spans[0][1]), *spans[1:])

    return one._replace(content=cut(one.content), source=cut(one.source))


def addressed(one: Attribution, text: str) -> list[Attribution]:
    """Tavian, asked whether …, left; Tavian was told that …: somebody else asks and tells."""
    if not one.source or not one.cue:
        return [one]
    if one.source[0][0] > one.cue[0][0]:
        return [_by_whom(one, text) if _is_at_the_head(one, text) else one]
    (start, end), source = one.content[0], text[slice(*one.source[-1])].rstrip()
    passive = _ADDRESSED.fullmatch(text_of(text, one.cue))
    when = _WHEN.search(text, one.source[-1][1], one.cue[0][0])  # Tavian smiled when asked whether …
    between = text[one.source[-1][1] : one.cue[0][0]]
    comma = source.count(",") + between.count(",") == 1 and not between.strip(" ,")
    behind = comma and text[one.content[-1][1] : one.content[-1][1] + 1] == ","
    if not passive or not (passive["aux"] or behind or when):
        return [one]
    agent = _BY.search(text, one.cue[0][0], start)
    asks = one._replace(source=(agent.span("source"),) if agent else ())
    answer = _ANSWERED.search(text, start, end)
    if not answer:
        return [asks]
    asks = asks._replace(content=((start, answer.start()), *one.content[1:]))
    return [asks, one._replace(content=((answer.end(), end),), cue=(answer.span("cue"),))]


def _is_at_the_head(one: Attribution, text: str) -> bool:
    """⟦Pressed on⟧ whether …, Tavian left; when ⟦asked⟧ whether …, she smiled: a participle that no subject stands
    before, as one does in “When?” asked Tavian."""
    start = one.cue[0][0]
    participle = _ADDRESSED.fullmatch(text_of(text, one.cue))
    begins = text[start].isupper() or _WHEN.search(text, max(0, start - 10), start)
    return bool(participle and not participle["aux"] and begins)


def _by_whom(one: Attribution, text: str) -> Attribution:
    """Asked by ⟦Oster⟧ whether …, Tavian left: who asks is told only so."""
    return one._replace(source=tuple(span for span in one.source if text.endswith(" by ", 0, span[0])))


def called_by_another(one: Attribution, text: str) -> Attribution:
    """Sund signed what ⟦Arvik⟧ called ⟦a trick⟧: Arvik says so. Not "She rejected ⟦what she called a trick⟧"."""
    what = _WHAT.match(text, *one.content[0])
    if not what or what["source"] in _NOBODY_ELSE:
        return one
    content = ((what.end(), one.content[0][1]), *one.content[1:])
    return one._replace(content=content, cue=(what.span("cue"),), source=(what.span("source"),))


def of_others(one: Attribution, text: str) -> Attribution:
    """Her remarks followed claims by ⟦Arvik⟧ that …: what is answered is not hers."""
    cue = text[one.cue[0][0] : one.content[0][0] + 20] if one.cue else ""  # followed ⟦reports that …⟧
    if not _OF_OTHERS.search(cue) or not one.source or one.source[0][0] > one.cue[0][0]:
        return one
    agent = _BY.search(text, one.cue[0][0], one.content[0][0])
    return one._replace(source=(agent.span("source"),) if agent else ())


def without_occasion(one: Attribution, text: str) -> Attribution:
    """She said on ⟦arrival that the talks had failed⟧: what stands before "that" is no part of what she says."""
    start, end = one.content[0]
    occasion = _OCCASION.match(text, start, end) if _ON.search(text, max(0, start - 8), start) else None
    return one._replace(content=((occasion.end(), end), *one.content[1:])) if occasion else one


def with_failure(one: Attribution, text: str) -> Attribution:
    """The envoys ⟦failed on Monday to agree on⟧ a truce: without its first verb the cue would tell the contrary."""
    if not one.cue or not one.source or not text.startswith("to ", one.cue[0][0]):
        return one
    start, end = one.cue[0]
    failed = _NOT_DONE.fullmatch(text, one.source[-1][1], start)
    return one._replace(cue=((failed.start("verb"), end), *one.cue[1:])) if failed else one


def coordinated(one, text):
    """She said ⟦the truce had failed⟧ and warned ⟦that the border was shut⟧: two statements of one source.

    The parts of an `Attribution` whose unquoted content goes on with another verb of saying in the past: before "that",
    or one that is seldom part of what was said ("and blamed …": of 38 in PolNeAR's training part 35 begin a statement).
    """
    start, end = one.content[-1]
    if not one.cue or one.cue[-1][1] > start or any(mark in text[start:end] for mark in QUOTING):
        return [one]
    again = _VERB_AGAIN.search(text, start, end)
    if again is None or not isinstance(cue_class(again["cue"]), str):
        again = _VERB_OF_ITS_OWN.search(text, start, end) if _PAST.search(text_of(text, one.cue)) else None
    if again is None:
        return [one]
    first = one._replace(content=(*one.content[:-1], (start, again.start())))
    second = one._replace(content=((again.end(), end),), cue=(again.span("cue"),))
    return [first, *coordinated(second, text)]


def without_cited(content, cue, text):
    """The Holm agency reported, citing ⟦two envoys, that Sund had agreed⟧: whom it cites is no part of what it says.

    Not in "She declined, ⟦citing⟧ a lack of proof": there it is the cue.
    """
    if any(text.endswith(("citing", "quoting"), 0, end) for _, end in cue):
        return content
    spans = []
    for start, end in content:
        cited = _CITING.search(text, max(start - 10, 0), start)
        said = cited and _CITED.match(text, start, end)
        if said or not cited:
            spans.append((said.end() if said else start, end))
    return spans or content
