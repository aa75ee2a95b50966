"""What hangs on a condition: whether it is offered or refused."""

import math
import re

from standpoints.stances.attitudes import weigh
from standpoints.stances.clauses import Condition, Span
from standpoints.stances.vocabulary import attitude_words

UNTIL = re.compile(r"\b(?:until|till)\b", re.IGNORECASE)
# "The funds *stay* frozen *until* it has paid": nothing changes without it.
_GOES_ON = re.compile(
    r"\b(?:(?:will|would|must|should|shall|has\sto|have\sto|to)\s(?:\w+\s)?(?:stay|remain|continue|go\son|keep|hold|last)"
    r"|(?:stays?|remains?|continues?|goes\son)|(?:will|would|must|should)\sbe\s(?:kept|continued|maintained))\b",
    re.IGNORECASE,
)
_NO_NEED = re.compile(
    r"\b(?:not|no|never|isn't|wasn't)\s(?:\w+\s)?(?:needed|necessary|required|essential|need|pre-?condition|condition)\b",
    re.I,
)
_GIVES_UP = re.compile(
    r"\b(?:drop|abandon|renounc|forgo|waiv|shelv|giv\w*\sup|gave\sup)\w*(?:\s\w+){0,3}?\s"
    r"(?:bids?|ambitions?|hopes?|demands?|plans?|claims?|veto|opposition|resistance|objections?|aspirations?|membership)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[\s,”\"]*")
_TURNS = {"for": 1, "not": -1, "against": -1}
_ENDING = re.compile(r"(?:stop|ceas|end|halt|quit|drop|scrap|abandon)", re.IGNORECASE)


def is_offered(text: str, sentence: Span, clause: Condition) -> bool:
    """Whether something is given up for the condition: "we will *drop our bid* if we get guarantees"."""
    return bool(_GIVES_UP.search(text, sentence[0], clause.start))


def is_ended(text: str, sentence: Span, clause: Condition) -> bool:
    """Whether something is to end on the condition, which denies nothing: "the embargo should *end* as soon as"."""
    words = weigh(text, (clause.start, clause.start), (sentence[0], clause.start)).words
    turning = [w for w in words if w.kind in ("against", "not")]
    return clause.kind == "if" and bool(turning) and all(_ENDING.match(text, w.start, w.end) for w in turning)


def main_sign(text: str, sentence: Span, clause: Condition) -> int:
    """1, −1 or 0 (nobody is for or against): how the clause that hangs on the condition is meant."""
    if clause.kind == "denied" and _NO_NEED.search(text, sentence[0], clause.start):
        return 0  # "a truce is *not needed before* they meet"
    stand = weigh(text, (clause.start, clause.start), (sentence[0], clause.start))
    # "The shipments must stop before the talks" denies nothing that could wait for them; "they will not stop" does.
    # "Halt the shipments until the talks" lets them wait too.
    until = UNTIL.match(text, clause.start)
    if until and _GOES_ON.search(text, max(sentence[0], clause.start - 120), clause.start):
        return -1
    if clause.kind == "denied" and any(_ENDING.match(text, w.start, w.end) for w in stand.words):
        if until:
            return -1
        return -1 if any(w.kind == "not" for w in stand.words) else 0
    if not stand.voiced and not any(w.kind == "not" for w in stand.words):
        main = text[_BEHIND.match(text, clause.end).end() : sentence[1]]
        words = attitude_words(main) + attitude_words(main, after=True)
        turning = {w.start: _TURNS[w.kind] for w in words if w.kind in _TURNS}
        return math.prod(turning[place] for place in sorted(turning)[:3]) if turning else 0
    return stand.sign
