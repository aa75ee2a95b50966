"""A phrase of the codebook in its sentence, weighed: which position it amounts to, if any."""

import re
from typing import NamedTuple

from standpoints.stances.attitudes import Stand, weigh
from standpoints.stances.clauses import Condition, clause_start, conditions
from standpoints.stances.finding import NAMING, Match
from standpoints.stances.hanging import UNTIL, is_ended, is_offered, main_sign
from standpoints.stances.hearing import blanked
from standpoints.stances.others import is_of_others
from standpoints.stances.vocabulary import attitude_words

# How sure a reading is (0…1), set by hand from what was seen to go wrong: a phrase that states the stance;
# the stance named and somebody for or against it; named in a condition ("if Russia agrees to a truce").
_SCORES = {"says": 0.95, "denies": 0.95, "names": 0.85, "ours": 0.85, "undoes": 0.85, "bare": 0.8, "in condition": 0.7}

_LAST_WORD = re.compile(
    r",\s[\w\s'.-]{1,60}?\s(?:demand|insist|propos|suggest|urg|threaten|vow|pledg|promis|offer|plead|beg|appeal|implor)(?:ed|ged|es|s|e)?\b[^,]{0,40}$"
)
# "*Give* us back our children!": what somebody is told to do is wanted.
_DO = re.compile(
    r"(?:give|bring|send|open|let|lift|release|free|withdraw|return|end|stop|hand|take|leave|get|pull|deliver|exchange|punish)\s"
    r"(?:\w+ing|us|our|the|an?|all|every|your|those|these|them|him|her|this)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:[\w\s]{1,40}(?=[“\"]))?[\s“”\"']*(?:(?:please|just|now|then|so|first),?\s)*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:before|prior)\b", re.IGNORECASE)


class Reading(NamedTuple):
    """A match that was weighed."""

    match: Match
    agree: bool
    condition: tuple[int, int] | None
    start: int
    end: int
    how: str
    score: float


def read_match(text: str, sentence: tuple[int, int], match: Match) -> Reading | None:
    """Return the position that `match` amounts to in its sentence; None for most things that are named."""
    start = match.start
    if match.kind == "denies" and is_of_others(text, (clause_start(text, sentence, start), start), sentence[0]):
        return None  # "history will not forgive *those who* keep us out of the alliance"
    every = conditions(text, sentence)
    clauses = [c for c in every if c.kind != "denied" or main_sign(text, sentence, c) < 0]
    if match.kind in NAMING and any(
        _BEFORE.match(text, c.start) and c.opened <= match.start < c.end for c in every if c not in clauses
    ):
        return None  # "much has to be settled *before* anyone can think of a truce": so long nobody wishes it
    around = next((c for c in clauses if c.opened <= match.start and match.end <= c.end), None)
    if around:
        return _read_in_condition(text, sentence, match, around)
    # "*In the absence of progress,* we want new sanctions": a "not" that opens the sentence ends with it.
    openers = [c for c in every if c.kind == "denied" and not text[sentence[0] : c.start].strip(' “"')]
    others = [(c.start, c.end) for c in clauses + openers if c.end <= match.start or match.end <= c.start]
    rest = blanked(text, 0, others)
    stand = weigh(rest, (match.start, match.end), sentence, inside=match.gaps, named=match.kind in NAMING)
    voiced = (
        stand.voiced
        or match.kind not in NAMING
        or _is_told_to_do(text, sentence[0], match.start)
        or _LAST_WORD.search(text[match.end : sentence[1]].rstrip(' .”"'))
    )
    if not voiced or stand.sign == 0 or (stand.sign < 0 and _waits(text, match)):
        return None
    nearest = min(clauses, key=lambda c: abs(c.start - match.end), default=None)
    return _reading(text, match, stand, stand.sign > 0, nearest, _SCORES[match.kind])


def _is_told_to_do(text: str, left: int, start: int) -> bool:
    """Whether the sentence begins as an order that is about the thing: "*Open a* | road out of the city"."""
    opening = _OPENING.match(text, left).end()
    order = _DO.match(text, opening)
    return bool(order) and opening <= start <= order.end() + 1


def _waits(text: str, match: Match) -> bool:
    """Whether a phrase says itself until when, and no "not" with it: "fill … until … treaty".

    "They will *not* fill it until there is a treaty" denies the filling, not that it waits, which is then for the
    likeness to tell; "keep … until … peace" is denied by the same "not".
    """
    until = UNTIL.search(text, match.start, match.end)
    if until is None or match.kind in NAMING:
        return False
    own = attitude_words(blanked(text, 0, list(match.gaps))[match.start : until.start()])
    return not any(word.kind in ("not", "against") for word in own)


def _read_in_condition(text: str, sentence: tuple[int, int], match: Match, clause: Condition) -> Reading | None:
    """What a condition asks for is wanted ("no talks until the troops leave"), if what hangs on it is offered."""
    stand = weigh(text, (match.start, match.end), (clause.opened, clause.end), inside=match.gaps)
    if stand.sign == 0:
        return None
    main = main_sign(text, sentence, clause)
    if clause.kind in ("needed", "denied") or (main < 0 and is_offered(text, sentence, clause)):
        agree = stand.sign > 0
    elif main < 0 and stand.sign > 0 and is_ended(text, sentence, clause):
        return None  # "the embargo should *end as soon as* there is a truce" does not refuse one
    elif main < 0:
        # "We will not come as long as the sanctions stay", "they will not sign if there are no guarantees"
        agree = stand.sign < 0
    elif main > 0 and stand.sign > 0 and (stand.voiced or match.kind not in NAMING):
        agree = True
    else:
        return None
    # "It would not survive *without more air defence*": that is wanted outright; nothing else is to come of it first.
    wanted_outright = text[clause.start : clause.opened].lower() == "without"
    return _reading(text, match, stand, agree, None if wanted_outright else clause, _SCORES["in condition"])


def _reading(text: str, match: Match, stand: Stand, agree: bool, clause: Condition | None, score: float) -> Reading:
    agree = agree != (match.kind in ("denies", "undoes"))
    start = min([match.start, *(w.start for w in stand.words)])
    end = max([match.end, *(w.end for w in stand.words)])
    how = f"{match.kind} “{match.written}”"
    for kind in ("for", "against", "not"):
        if words := [text[w.start : w.end] for w in stand.words if w.kind == kind]:
            how += f"; {kind}: {', '.join(words)}"
    return Reading(match, agree, clause and (clause.start, clause.end), start, end, how, score)
