"""What another side wants or will not do, told by who speaks: it is no position of the speaker.

"Norland is not ready for a truce", Kestria's premier says: Kestria does not reject one. "Norland must accept a truce":
that is Kestria's own demand.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from standpoints.stances.clauses import clause_breaks, clause_start
from standpoints.stances.forms import BE
from standpoints.stances.vocabulary import attitude_words


class Named(NamedTuple):
    """Somebody named in a text: where, and whether of another side than who speaks."""

    start: int
    end: int
    other: bool


# What somebody wants or refuses, by the beginnings of the verbs.
_WANT = (
    r"(?:want|wish|desir|prefer|intend|plan|hop|seek|aim|refus|reject|declin|dismiss|oppos|resist|object|accept|agre"
    r"|consent|sign|support|back|favou?r|welcom|tolerat|propos|offer|suggest|demand|insist|request|ask|call(?=\w*\sfor)"
    r"|promis|vow|pledg|threaten|consider|disagree|block|veto|prevent|obstruct|avoid|fear|dread|postpon|delay|suspend|cancel|disrupt|sabotag|thwart|spurn|rebuff|shun|boycott|rul(?=\w+\s(?:\w+\s){0,4}out)|turn(?=\w*\s(?:\w+\s){0,4}down))"
)
_WANTS = rf"(?:{_WANT}(?:e?s|e?d|e?ing)|sought)\b"
_READY = (
    r"(?:(?:not|neither|far\sfrom)\s)?(?:\w+ly\s|yet\s|even\s)?(?:ready|prepared|willing|unwilling|reluctant|eager|keen"
    r"|open\s(?:to|for)|opposed|against|determined|inclined|interested|disposed|in\sfavou?r|in\sno\s(?:mood|hurry)|bent\son"
    r"|happy|hostile|averse)\b"
)
_MOOD = (
    r"(?:no|any|little|every|an?|the|some|not\s(?:the|any))\s(?:\w+\s){0,2}?(?:intentions?|interest|wish|desire|plans?"
    r"|readiness|willingness|appetite|mood|hurry|need|reason|objections?|will)\b"
)
_FILL = (
    r"(?:(?:not|never|no\slonger|still|also|now|again|even|ever|only|yet|already|always|soon|then|one\sday|in\sno\sway|by\sno\smeans|\w+ly"
    r"|himself|herself|itself|themselves)\s)*"
)
_AUXILIARY = (
    rf"(?:{BE}|has|have|had|do|does|did|will|would|can|could|may|might|cannot|\w+n't|keeps?|kept"
    r"|(?:seem|appear|continu|pretend|remain|prove)\w*(?:\sto)?)\s"
)
# Not a deed of its own choice: "Kestria will not join", "Norland will pay"; and what a truce would be abused for.
_BEFALLS = (
    r"(?:be|become|get|receive|obtain|have|join|enter|remain|stay|pay|face|answer|lose|gain|regain|need|deserve|escape"
    r"|benefit|suffer|bear|win|feel|find|end\sup|stand|belong|use|exploit|abuse|misuse|break|violate|attack|regroup|rearm)\b"
)
_WILL = rf"{_FILL}(?:will|would|won't|wouldn't|(?:{BE}|isn't|aren't|wasn't)\s{_FILL}(?:going|about)\sto)\s"
_VOLITION = (
    rf"{_FILL}(?:{_WANTS}|(?:{_AUXILIARY}{_FILL})+(?:{_WANT}\w{{0,4}}\b|{_WANTS}|{_READY})"
    rf"|(?:{_AUXILIARY}{_FILL})?(?:ha(?:s|d|ve)|show(?:s|ed|n|ing)?|sees?|saw)\s{_MOOD})"
)
_PREDICATE = rf"(?:(?P<volition>{_VOLITION})|{_WILL}(?!{_FILL}{_BEFALLS}){_FILL}[a-z]\w*)"
# "Norland *has made clear that it* would not accept them".
_SAYS_OF_ITSELF = (
    r"(?:(?:has|had|have|is|was|were)\s(?:\w+ly\s)?)?(?:(?:made|makes?|making)\s(?:it\s)?(?:\w+ly\s)?(?:clear|plain|known)"
    r"|(?:sa(?:id|ys)|signal|insist|declar|announc|stat|indicat|confirm|repeat|warn|claim|think|thought|believ|kn[eo]w|show)\w*)"
    r"\s(?:\w+\s)?(?:that\s)?(?:it|he|she|they)\s"
)
_SUBJECT_DOES = re.compile(rf"(?:,[^,.]{{1,60}},)?\s(?:{_SAYS_OF_ITSELF})?{_PREDICATE}", re.IGNORECASE)
# "Norland has an army *and does not want* a truce", "the Norlanders attack, *and they do not want* one".
_AND_DOES = re.compile(rf"\b(?:and|but|or|yet)\s(?:then\s)?(?:they\s)?{_PREDICATE}", re.IGNORECASE)
_IS_SUBJECT = re.compile(rf"\s{_FILL}(?:{_AUXILIARY}|\w+(?:s|ed)\b)", re.IGNORECASE)
_ANOTHER_SUBJECT = re.compile(r"\b(?:we|I|he|she|they|it|you|who|which)\s", re.IGNORECASE)
_MANY_DO = re.compile(rf"\s{_FILL}(?P<volition>{_WANT}\w{{0,3}}\b)", re.IGNORECASE)
_MANY = re.compile(r"(?:they|\w+ans|the\s\w+s)", re.IGNORECASE)
# "Norland's refusal to accept a truce".
_MOOD_OF = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}?(?P<volition>refusal|rejection|readiness|willingness|unwillingness|reluctance|opposition"
    r"|resistance|insistence|intentions?|desire|wish|demands?)\b",
    re.IGNORECASE,
)
# "That was a smokescreen for *its refusal of* a truce": of whoever was named before.
_ITS_MOOD = re.compile(
    r"\b(?:its|their|his|her)\s(?:\w+\s)?(?:refusal|rejection|unwillingness|reluctance)\s(?:of|to|on)\s(?:\w+\s){0,4}$",
    re.IGNORECASE,
)
# "He *expects* Norland to reject it", "he could not *imagine* Norland agreeing".
_FORESEEN = re.compile(r"\b(?:expect|anticipat|imagin|see|saw|foresee|envisag|pictur)\w*\s(?:the\s)?$", re.IGNORECASE)
_FORESEEN_DEED = re.compile(rf"\s{_FILL}(?P<volition>to\s\w+|\w+ing\b)", re.IGNORECASE)
_FORECAST = re.compile(
    r"(?:expect|fores|envisag|fear|doubt|will|would|can|could|may|might|declar|announc|recogni|reiterat|reaffirm|insist"
    r"|suggest|accept|agree|think|threat|impossible|possible|unthinkable|inconceivable|conceivable|realistic|unrealistic"
    r"|inevitable|information|plan|nor$|none|no\s(?:chance|prospect|way|question|reason))",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\b(?:with|to|from|against|by|of|on|about|at|towards?|over|than|like|between|in|into)\s(?:the\s)?$", re.IGNORECASE
)
_JOINED = re.compile(r"(?:,\s|\s(?:and|or|nor)\s)(?:the\s|its\s|our\s)?", re.IGNORECASE)
_WE_AND = re.compile(r"\b(?:we|I|us)\sand\s(?:\w+\s){0,3}$", re.IGNORECASE)
# "*Duty demands* our help": nobody does.
_THING = (
    r"(?:this|that|these|it|what|who|nobody|no|none|nothing|every\w*|all|we|I|you"
    r"|peace|justice|hono\w+|history|duty|war)\b"
)
# "*They want us* to disarm": who says "us" is another than they.
_THEY_US = re.compile(
    rf"\b(?:they|he|she|(?!{_THING})(?-i:[A-Z])[\w'-]+)\s{_FILL}(?:{_AUXILIARY}{_FILL})*{_WANT}\w{{0,4}}\s(?:on\s|that\s)?(?:us|we|our)\b",
    re.IGNORECASE,
)
# "Norland insists on guarantees *and Kestria on* | neutrality": the verb is understood.
_GAPPED = re.compile(r"\s(?P<word>on|for|to|against|the|an?)\s(?:(?:the|an?|its|their|no)\s)?(?:\w+\s)?", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|but)\s(?:the\s)?$", re.IGNORECASE)
_PAIR = re.compile(r"\b(?:between|with|both|of|from|by|to)\s(?:[\w'-]+\s){1,2}and\s(?:the\s)?$", re.IGNORECASE)
_REACH = 400  # characters before a phrase in which its subject stands: a sentence may be a book
# Cues beside the verbs of thinking; "in her opinion" is cued by any part of it.
_THOUGHT = re.compile(r"in|(?:\w+\s){0,3}(?:opinion|view|estimate|assessment|judge?ment)", re.IGNORECASE)
# Whose trade is to tell what others want.
_ONLOOKER = re.compile(
    r"\b(?:analysts?|experts?|scholars?|professors?|historians?|researchers?|scientists?|economists?|commentators?|observers?"
    r"|pollsters?|correspondents?|journalists?|think[\s-]tanks?|institute|survey|report|newspaper|magazine)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|to)\s(?:the\s)?$", re.IGNORECASE)
_ENEMY = re.compile(r"\bthe\s(?:enemy|aggressor|attacker|invaders?|occupiers?|adversary|other\sside)\b", re.IGNORECASE)


def named_by_article(mentions: pd.DataFrame | None) -> dict[str, list]:
    """The rows of `mentions` that have a side, by article, in text order."""
    rows: dict[str, list] = {}
    if mentions is not None:
        known = mentions.loc[mentions["side"].notna(), ["article_id", "start", "end", "actor", "side"]]
        known = known.sort_values("start", kind="stable")
        for row in known.itertuples(index=False):
            rows.setdefault(row.article_id, []).append(row)
    return rows


def named_for(statement, mentions: list, offset: int) -> list[Named]:
    """Who is named in the statement, in the characters of its text read from `offset` of the article on.

    Where the speaker's side is not known, nobody can be told to be of another, but for what is thought ("a reader
    *believes* that Norland would freeze the conflict" foretells what Norland does), or what an onlooker tells.
    """
    sided = isinstance(statement.side, str)
    if (
        not sided
        and not _ONLOOKER.search(str(statement.speaker))
        and statement.cue_class != "thinks"
        and not _THOUGHT.fullmatch(str(statement.cue))
    ):
        return []
    start, end = statement.start, statement.start + len(statement.text)
    first, last = (bisect_left(mentions, at, key=lambda mention: mention.start) for at in (start, end))
    named = [
        Named(m.start - offset, m.end - offset, m.actor != statement.actor and not (sided and m.side == statement.side))
        for m in mentions[first:last]
    ]
    enemies = _ENEMY.finditer(statement.text)
    return sorted(named + [Named(start - offset + m.start(), start - offset + m.end(), True) for m in enemies])


def tells_of_another(
    text: str, left: int, start: int, end: int, named: Sequence[Named], *, states: bool = False, only_will: bool = False
) -> bool:
    """Whether what stands from `start` to `end` is what another side wants or does; its sentence begins at `left`.

    `states`: the words state a stance by themselves, so that whoever is named in them belongs to it ("*Norland* refuses
    peace" blames Norland). `only_will`: what it will do does not count, only what it wants.
    """
    left = max(left, start - _REACH)
    named = named[
        bisect_left(named, left, key=lambda one: one.start) : bisect_right(named, end, key=lambda one: one.start)
    ]
    if _goes_on(text, left, start, end, named, only_will):
        return True
    # The phrase itself may hold the wish: "Kestria has | *asked us* for tanks".
    their = _THEY_US.finditer(text, left, end)
    if any(m.start() < start and not clause_breaks(text, m.end(), start) for m in their):
        return True
    if not states and (mood := _ITS_MOOD.search(text, left, start)):
        before = [one for one in named if one.end <= mood.start()]
        if before and before[-1].other:
            return True
    for one in named:
        if one.other and not states and (_is_gapped(text, left, start, one) or _is_for_it(text, left, start, one)):
            return True
        if not one.other or one.start > start or (states and one.end > start):
            continue
        does = _does(text, left, one)
        if not does or does.end() > end or (only_will and not does["volition"]):
            continue
        if does.re is _MOOD_OF and _is_judged(text, end):
            continue
        if not clause_breaks(text, does.end(), start) and not _is_wished(text, left, one, named):
            return True
    return False


def _goes_on(text: str, left: int, start: int, end: int, named: Sequence[Named], only_will: bool) -> bool:
    """Whether a second verb tells it of another side: "Norland attacks and *does not want* a truce"."""
    for does in _AND_DOES.finditer(text, left, start):
        if (only_will and not does["volition"]) or does.end() > end or clause_breaks(text, does.end(), start):
            continue
        subjects = [n for n in named if left <= n.start < n.end <= does.start() and _is_subject(text, left, n)]
        if subjects and subjects[-1].other and not _ANOTHER_SUBJECT.search(text, subjects[-1].end, does.start()):
            return True
    return False


def _is_gapped(text: str, left: int, start: int, one: Named) -> bool:
    """Whether the thing is the other side's by the verb of another: "Norland wants the one and *Kestria the* other"."""
    gap = _GAPPED.match(text, one.end)
    if not gap or not _AND.search(text, left, one.start) or _PAIR.search(text, left, one.start):
        return False
    again = re.search(rf"\b{gap['word']}\b", text[left : one.start], re.IGNORECASE)
    return bool(again) and (one.start == start or gap.start("word") <= start <= gap.end())


def _is_for_it(text: str, left: int, start: int, one: Named) -> bool:
    """Whether it is told how the other side sees it: "*for Kestria,* a truce is a trap"."""
    comma = one.end <= start and text[one.end : one.end + 2] == ", "
    return comma and bool(_FOR.search(text, left, one.start)) and not clause_breaks(text, one.end + 1, start)


def _is_judged(text: str, end: int) -> bool:
    """Whether who speaks judges it: "Kestria's demand for neutrality *is unacceptable*"."""
    return any(w.kind in ("for", "against") for w in attitude_words(text[end : end + 90], after=True))


def _is_subject(text: str, left: int, one: Named) -> bool:
    return bool(_IS_SUBJECT.match(text, one.end) and not _NO_SUBJECT.search(text, left, one.start))


def _does(text: str, left: int, one: Named) -> re.Match | None:
    """What the other side is told to want or to do, right after its name."""
    if _FORESEEN.search(text, left, one.start) and (deed := _FORESEEN_DEED.match(text, one.end)):
        return deed
    if mood := _MOOD_OF.match(text, one.end):
        return mood
    if _NO_SUBJECT.search(text, left, one.start):
        return None
    many = _MANY.fullmatch(text, one.start, one.end) and _MANY_DO.match(text, one.end)
    return many or _SUBJECT_DOES.match(text, one.end)


def _is_wished(text: str, left: int, one: Named, named: Sequence[Named]) -> bool:
    """Whether who speaks wants it so ("he *urged that* Norland agree"), or is of the same mind ("*we and* Norland")."""
    joined = any(not o.other and o.end <= one.start and _JOINED.fullmatch(text, o.end, one.start) for o in named)
    if joined or _WE_AND.search(text, left, one.start):
        return True
    begin = clause_start(text, (left, one.start), one.start)
    words = attitude_words(text[begin : one.start])
    return any(
        w.kind in ("for", "against") and not _FORECAST.match(text, begin + w.start, begin + w.end) for w in words
    )
