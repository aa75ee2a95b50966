"""How a place in a sentence is weighed: the words for and against it in whose scope it stands.

A phrase of the codebook found in a sentence is weighed: "they did not rule out a truce": not (−) · rule out (−) = for;
"neutrality is not acceptable": not (−) · acceptable (+) = against.
"""

import math
import re
from dataclasses import dataclass

from standpoints.stances.clauses import PLAN_THAT, Span, clause_breaks, clause_start
from standpoints.stances.forms import BE
from standpoints.stances.others import (
    is_accusation,
    is_after_cover,
    is_belied,
    is_by_law,
    is_denied_report,
    is_each_time,
    is_history,
    is_misused,
    is_need_for,
    is_of_others,
    is_opinion_of_others,
    is_past,
    who_claims,
)
from standpoints.stances.scope import (
    argued_against,
    end_of_aside,
    idea_of_effect,
    is_about_a_deed,
    is_asked,
    is_bound_to_hold,
    is_charge,
    is_flat_no,
    is_needed,
    is_only_supposed,
    is_only_told,
    is_over,
    is_spent,
    speaks_of,
    speaks_of_another,
    verdict_before,
)
from standpoints.stances.vocabulary import Word, attitude_words, words_between

_SIGN = {"for": 1, "against": -1, "not": -1, "open": 0, "charge": 0, "called": 0, "idle": 1}

_ADJUNCT = re.compile(
    r"\b(?:after|before|during|since|despite|because of|amid|following|about|over|regarding|under|prior to|through"
    r"|as (?:part|the price|a condition) of|in the framework of)"
    r"\s(?:(?:a|an|the|any|all|this|that|these|its|their|our|new|first|current|\w+ly|\w+ed)\s)*\W*$",
    re.IGNORECASE,
)


_DETERMINER = re.compile(r"\s*(?:(?:an?|the|any)\s+)?", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which)\s(?:\w+ly\s)?$", re.IGNORECASE)
_AND = re.compile(r"\band\s(?:\w+ly\s)?$", re.IGNORECASE)
_NO = re.compile(r"no", re.IGNORECASE)
_INSTEAD_OF = re.compile(r"\s(?:[\w'-]+ing\s)?(?:(?:the|an?|any|its|their)\s)?", re.IGNORECASE)
_INSTEAD = re.compile(r"(?:instead of|rather than)", re.IGNORECASE)
_VERB = re.compile(rf"\b(?:{BE}|will|would|can|could|should|must|does|do|did|has|have|had)\s(?:\w+\s)?$", re.IGNORECASE)
_LINKS = re.compile(r"(?:\W|\b(?:to|for|on|in|with|by|an?|the|any|legally|officially|formally)\b)*", re.IGNORECASE)
# "Norland to send more tanks": in a headline the infinitive is what somebody is going to do.
_HEADLINE = re.compile(
    r"\W*(?!(?:According|Due|Thanks|Efforts?|Attempts?|Plans?|Calls?|Moves?|Steps?|Proposals?|Appeals?|Ways?|Time|Need|Pressure|How|When|Where|What"
    r"|Whether|Talks|Negotiations|Refusal|Deal)\b)(?:[A-Z][\w'-]*,?\s(?:and\s)?){1,4}(to)\s(?=[a-z])"
)
# "*Rejecting* the plan would prolong the war": what is against it is judged itself.
_REFUSING = re.compile(r"(?:[\w\s]*\b(?:said|says|that)\b)?\W*(?:\w+ing|(?:rejection|refusal)\sof)\s", re.IGNORECASE)
# "We *do* | not recognise it", "*we are* | not trading it away".
_SO_FAR = re.compile(r"\b(?:do|does|we\sare|we're|I\sam|I'm)\s$", re.IGNORECASE)
_MODAL = re.compile(r"(?:will|would|can|could|may|might|shall)", re.IGNORECASE)
_WILL = r"(?:will|would|could|can|may|might)"


@dataclass(frozen=True)
class Stand:
    """How a place in a sentence is weighed: `sign` 1, −1 or 0 (left open), and the words that did it."""

    sign: int
    voiced: bool
    """Whether somebody is for or against at all; "no" and "not" alone only turn what is said."""
    words: tuple[Word, ...]


def weigh(text: str, place: Span, within: Span, *, inside: tuple[Span, ...] = (), named: bool = False) -> Stand:
    """How the words around `place` (and in the gaps `inside` it) stand to it, within one clause of `within`.

    `named`: what stands at the place is only a name, so "after the truce" or "despite the truce" takes no stand.
    It cannot see irony, nor scope that only sense reveals ("he does not negotiate because of the truce").
    """
    start, end = place
    right_edge = within[1]
    left = clause_start(text, within, start, stated=not named)
    after = end_of_aside(text, left, end, right_edge)
    right = min([a for a, _ in clause_breaks(text, after, right_edge)], default=right_edge)
    if is_charge(text, start):
        inside = ()  # "accused Norland of *not wanting* peace": so it stands in the charge
    opened = tuple((max([min(x, b) for _, x in clause_breaks(text, a, b)], default=a), b) for a, b in inside)
    words = _words_about(text, [(left, start), *opened], end, within, named)
    if opened != inside and any(w.start >= start and _AND.search(text, start, w.start) for w in words):
        # "We deplore that | the children were taken *and call for* their return": the second verb has its own object.
        words = [w for w in words if w.start >= start]
    said = _said_of_it(text, after, min(right, after + 90))
    if not any(w.kind in ("against", "not") for w in [*words, *said]):
        said += argued_against(text, end, right_edge)
    if verdict := verdict_before(text, left, start):
        words = [w for w in words if w.start >= verdict[1]]
        said += _said_of_it(text, *verdict)
    elif of := speaks_of(text, within[0], start):
        words, said = _about_topic(text, (within[0], of.start()), [w for w in words if w.start >= of.end()]), []
    words = [w for w in words if not is_spent(w, text, end, right)]
    if is_needed(text, left, place):
        words, said = [Word(start, end, "for")], []
    elif is_over(text, left, place):
        words, said = [Word(start, end, "against")], []
    if any(w.kind == "against" for w in words):
        # "They dismissed the plan as illegal", "it is wrong to lift them too early": against it once, not twice.
        verb = rf"\b(?:{BE}|{_WILL})\b" if _REFUSING.match(text, left, start) else rf"\b{BE}\b"
        if idea := named and idea_of_effect(text, place):
            words = [w for w in words if w.end <= idea.start()] + [Word(start, start, "open")] * (not said)
        else:
            said = [w for w in said if w.kind != "against" or re.search(verb, text[end : w.end])]
    if said:
        # "*Discussing* guarantees without us is a road to nowhere", "*called* it a trap": the verdict stands after it.
        left_open = [w for w in words if w.kind == "open" and text[left : w.start].strip(' “"') == ""]
        left_open = [w for w in left_open if text[w.start : w.end].lower() not in ("", "whether")]
        words = [w for w in words if w.kind != "called" and w not in left_open]
    # "It would only do harm": two verdicts in one.
    verdicts = [w for w in said if w.kind == "against"]
    words += [w for w in said if w not in verdicts[1:]]
    words = _double_counted_out(words)
    sign = math.prod(_SIGN[word.kind] for word in words)
    voiced = any(word.kind in ("for", "against") for word in words) or _opens_with_no(text, words, left, start)
    return Stand(sign, voiced, tuple(w for w in words if w.kind != "idle"))


def _words_about(text: str, spans: list[Span], end: int, within: Span, named: bool) -> list[Word]:
    """The words for and against in `spans`, of which the first ends where the thing itself begins."""
    (left, start), (left_edge, right_edge) = spans[0], within
    words = [word for a, b in spans for word in words_between(text, a, b)]
    # "A moratorium on strikes *against* ports": inside a phrase it names the target.
    words = [w for w in words if w.start < start or text[w.start : w.end].lower() != "against"]
    # "First cancel the law *that bans* | talks", "straight to peace *rather than* | a truce": it belongs to the phrase.
    words = [
        w
        for w in words
        if w.start < start or not (_RELATIVE.search(text, start, w.start) or _INSTEAD.fullmatch(text, w.start, w.end))
    ]
    # "*No* freeze, *no* zones and *no* lines": each "no" denies its own noun.
    if any(_NO.fullmatch(text, w.start, w.end) for w in words if w.start < start):
        words = [w for w in words if w.start < start or not _NO.fullmatch(text, w.start, w.end)]
    if named and (plan := PLAN_THAT.search(text, left, start)):
        words = [
            w for w in words if w.start < plan.start() or not (w.start < plan.end() or _MODAL.fullmatch(text, *w[:2]))
        ]
    if not named:
        words = [w for w in words if w.kind != "charge" and not is_about_a_deed(w, text, (start, end))]
    words = [w for w in words if not speaks_of_another(w, text, start, named)]
    only_told = named and (
        (_ADJUNCT.search(text[left:start]) and not _is_part(words, text, start))
        or is_denied_report(text, (left, start), words)
        or is_of_others(text, (left, start), left_edge)
        or is_each_time(text, (left, start))
        or is_by_law(text, left, right_edge)
        or (is_need_for(text, (left, start)) and any(w.kind == "not" for w in words))
        or is_past(text, start, right_edge)
        or is_asked(text, left_edge)
        or is_history(text, left, right_edge)
        or is_misused(text, (left, start), (end, right_edge))
        or is_bound_to_hold(text, left, (start, end))
    )
    if is_accusation(text, left, start, end):
        words.append(Word(left, left, "called"))
    if not named:
        words += who_claims(text, (left, start), left_edge)
    if (
        only_told
        or is_after_cover(text, left_edge, (left, start))
        or is_belied(text, (left, start), right_edge)
        or is_opinion_of_others(text, (left, start), left_edge)
        or is_only_supposed(text, left_edge, left)
    ):
        words.append(Word(start, start, "open"))
    # "Shelve the demands *instead of* | imposing new ones": the first verb has its own object.
    if any(_INSTEAD_OF.fullmatch(text, w.end, start) and _INSTEAD.fullmatch(text, w.start, w.end) for w in words):
        words = [w for w in words if w.kind != "against" or w.start >= start]
    # "Instead of membership | it should get guarantees": the first words speak of what is replaced.
    if any(w.kind in ("for", "against") for w in words):
        words = [w for w in words if not _INSTEAD.fullmatch(text[left : w.end].strip(' “"'))]
    words = [] if is_only_told(words, text) else words
    headline = _HEADLINE.match(text, left_edge)
    if headline and headline.end() <= start:
        words.append(Word(*headline.span(1), "for"))
    return words


def _about_topic(text: str, said: Span, words: list[Word]) -> list[Word]:
    """The words about what somebody spoke of: his verdict, and what turns it: "no use,” he said of *stopping* it"."""
    verdicts = [w for w in words_between(text, *said, after=True) if w.kind == "against"]
    if not verdicts and is_flat_no(text, said[0]):
        verdicts = [Word(*said, "against")]
    if not verdicts or any(w.kind == "not" for w in words_between(text, said[0], verdicts[0].start)):
        return [Word(*said, "open")]
    return [verdicts[0], *(w for w in words if w.kind in ("against", "not"))]


def _is_part(words: list[Word], text: str, start: int) -> bool:
    """Whether the preposition before `start` belongs to a word of attitude: "talk about", "ready to discuss"."""
    return any(w.kind != "idle" and _DETERMINER.fullmatch(text, w.end, start) for w in words)


def _said_of_it(text: str, start: int, end: int) -> list[Word]:
    words = words_between(text, start, end, after=True)
    # "not" counts only next to a verb that speaks of the thing: "guarantees, not promises" is no denial.
    words = [
        w
        for w in words
        if w.kind != "not"
        or _VERB.search(text[start : w.start])
        or text[w.start : w.end].lower().endswith(("n't", "cannot"))
    ]
    # A participle after "to be": "was rejected", "is being prepared", "should be supported".
    for w in attitude_words(text[start:end]):
        word = text[start + w.start : start + w.end].lower()
        passive = re.search(rf"\b{BE}\s(?:\w+\s){{0,2}}$", text[start : start + w.start], re.I)
        if passive and w.kind in ("for", "against") and re.search(r"(?<!expect)(?:ed|en|out|down|off)$", word):
            words.append(Word(w.start + start, w.end + start, w.kind))
    return words


def _double_counted_out(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in sorted(words, key=lambda w: (w.start, -w.end)):
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept


def _opens_with_no(text: str, words: list[Word], left: int, start: int) -> bool:
    """ "No foreign troops!", "We do not recognise it", "but not to a truce": the "not" stands right before it."""
    last = [w for w in words if w.kind == "not" and w.end <= start and text[w.start : w.end].lower() != "without"]
    if not last or not _LINKS.fullmatch(text, last[-1].end, start):
        return False
    return not text[left : last[-1].start].strip(" “\"'") or bool(_SO_FAR.search(text, left, last[-1].start))
