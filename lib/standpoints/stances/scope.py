"""Scope: which words of attitude reach what is weighed, and which speak of something else that stands between.

"Stop talking and send them": what stops is the talking. "He must stop delaying it": he does delay it.
"""

import re

from standpoints.stances.clauses import Span
from standpoints.stances.forms import BE
from standpoints.stances.vocabulary import Word

_STOP = r"(?:stop|ceas|quit|halt|end)\w*"
_STOPS = re.compile(_STOP, re.IGNORECASE)
# "The *war* could be *ended* only by more pressure".
_STRIFE_IS = re.compile(
    r"\b(?:wars?|fighting|conflict|bloodshed|killing|violence|hostilities)\s"
    rf"(?:(?:{BE}|will|would|could|can|may|might|must|should|\w+ly|to)\s){{0,3}}$",
    re.IGNORECASE,
)
# "Norland must *stop* dragging it out", "urged it *to stop* doing so": it does so.
_MUST_STOP = re.compile(
    rf"\b(?:must|should|shall|ought\sto|(?:has|have|had|needs?)\sto|to|let\sus|let's)\s(?:\w+ly\s)?(?={_STOP}\s)",
    re.IGNORECASE,
)
# "*Stop* talking *and* | send them".
_STOPS_ANOTHER = re.compile(
    rf"{_STOP}\s(?:\w+\s)?\w+ing\b(?:\s\w+){{0,4}}\sand\s(?P<to>to\s)?(?:\w+ly\s)?$", re.IGNORECASE
)
# "They called for an *end to* the talk *and for* | more tanks", "ruled out both *a halt* there *and* the | tanks".
_END_TO = re.compile(r"(?:end|halt|stop)\sto\s[^,;]*\sand\s(?:for|on)\s(?:\w+\s){0,2}", re.IGNORECASE)
_NOUN_AND = re.compile(
    r"(?:end|halt|stop)\s[^,;]*\sand\s(?:(?:for|on)\s)?(?:(?:the|an?|any|its|their|more|no)\s)?", re.IGNORECASE
)
_AN = re.compile(r"\b(?:an?|any|the|\w+(?:ate|al|ete|full))\s$", re.IGNORECASE)
# "They should *get rid of* the tanks *and* cut the army", "*drop* the bid *and* accept neutrality": each has its own.
_RIDS_AND = re.compile(
    r"(?:rid\sof|refrain\w*\sfrom|giv\w*\sup|abandon\w*|renounc\w*|drop\w*|scrap\w*)\s[^,;]*?\sand\s(?:\w+ly\s)?(?:to\s)?",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"(?:give|send|deliver|supply|provide|contribute|deploy|station|keep|start|begin|sit|talk|negotiate|agree|accept|lift|impose|join|withdraw|release"
    r"|return|let|open|meet|hold|sign|pay|use|freeze|cut|hand|free|exchange|put|take|get|bring|pull|leave|admit|invite|recogni[sz]e)\b",
    re.IGNORECASE,
)
# "They asked them *not to* sign *and to* | fight on": each "to" has its own "not".
_NOT_TO_AND_TO = re.compile(r"not\sto\s[^,;]*\sand\s(?:\w+ly\s)?to\s[^,;]*$", re.IGNORECASE)
# "First cancel *its own ban* on | talks", "the *ban* on them *must be lifted*".
_CANCELS = re.compile(
    r"\b(?:lift|repeal|cancel|abolish|revok|scrap|drop|rescind|withdr)\w*\s(?:\w+\s){0,3}(?:bans?|veto)$", re.IGNORECASE
)
# "They *regretted* that it *took so long*", "that it *contained no* tanks": they want it.
_REGRET = re.compile(r"(?:regret|lament|deplor|critici[sz]|complain|condemn|bemoan)\w*", re.IGNORECASE)
# "They *complained that* Norland broke the truce": it did. Of what shall be, they are against it.
_THAT_IT_DID = re.compile(
    r"(?:complain\w*(?!\s(?:about|of|over|against|to)\b)|(?:regret|lament|deplor|bemoan|resent|protest)\w*\sthat\b)",
    re.IGNORECASE,
)
_SHALL_BE = re.compile(r"\b(?:must|should|ought|shall|will|would|need\w*|only|first|before|until)\b", re.IGNORECASE)
_TOO_SLOW = re.compile(
    r"[^,;:]{0,40}?\b(?:too\s(?:slow(?:ly)?|weak|small|few|timid)|(?:so|too)\slong|(?:contain|includ)\w*\sno)\b",
    re.IGNORECASE,
)
_BAN = re.compile(r"(?:bans?|veto|vetoes|refusal)$", re.IGNORECASE)
_LIFTED = re.compile(
    rf"[^.,;:]{{0,60}}?\b{BE}\s(?:\w+ly\s)?(?:lifted|revoked|rescinded|overturned|withdrawn)\b", re.IGNORECASE
)
# "*Which states would* send soldiers is open": asked, not told.
_WHICH_WOULD = re.compile(
    r"\W*(?:that\s)?(?:which\s(?:of|states?|countr\w+|governments?|members?|allies|side|kinds?|sorts?)|how\s(?:long|soon|far|often))\s",
    re.IGNORECASE,
)
# "No guarantees, *no deal*".
_NO_PEACE = re.compile(
    r"\s?(?:[\w'-]+\s){0,4}?[\w'-]*,\sno\s(?:peace|talks?|deal|agreement|signature|truce|ceasefire|settlement|negotiations|treaty)\b",
    re.I,
)
_NO = re.compile(r"\bno\s(?:\w+\s)?$", re.IGNORECASE)
# "The *time for* neutrality *is over*".
_TIME_FOR = re.compile(r"\b(?:time|days|era|age|hour)\s(?:for|of)\s(?:[\w'-]+\s){0,3}$", re.IGNORECASE)
_OVER = re.compile(rf"\s{BE}\s(?:now\s|long\s)?(?:over|past|gone)\b", re.IGNORECASE)
# "*A truce would have to include* the sea": that is demanded of a truce, if there is one.
_ANY = re.compile(r"\b(?:an?|any)\s(?:[\w'-]+\s)?$", re.IGNORECASE)
_HOLDS = r"(?:include|contain|cover|comprise|entail|provide\sfor|rest\son|be\s(?:based|built)\son|come\swith)\b"
_WOULD_HAVE_TO_HOLD = re.compile(rf"\s(?:would|will)\s(?:\w+\s)?(?:have|need)\sto\s(?:\w+\s)?{_HOLDS}", re.IGNORECASE)
_MUST_HOLD = re.compile(rf"\s(?:must|should|ought\sto|(?:has|needs)\sto)\s(?:\w+\s)?{_HOLDS}", re.IGNORECASE)
# "*Nobody* wants it *more than* we do".
_NOBODY = re.compile(r"(?:nobody|no\sone|none|few|no)\b", re.IGNORECASE)
_MORE_THAN = re.compile(r"\s(?:\w+\s){0,3}more\s(?:\w+ly\s)?than\b", re.IGNORECASE)
_CHARGE = re.compile(r"(?:charg|accus|reproach|blam)\w*", re.IGNORECASE)
_EVEN_IF = re.compile(r"\beven\sif\s*$", re.IGNORECASE)
# "You want to *know who* | will send soldiers", "guarantees *without which* | no truce will last".
_KNOW_WHO = re.compile(
    r"\b(?:know|knows|knew|ask|asks|asked|wonder\w*|find\sout|unclear|not\sclear|guess)\s(?:(?:me|us|him|her|them|just|exactly)\s)?"
    r"(?:who|whom|whose|which)\s*$|\b(?:without|(?:order|sequence)\sin)\swhich\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s(?!(?:and|or|but|so|he|she|it|they|we|i|you|there|this|these|no|not|never|nor)\b)[^,.;:]{1,90},"
    r"(?=\s(?:is|are|was|were|has|have|had|will|would|can|could|must|should|cannot|remains?)\b)",
    re.IGNORECASE,
)
# "The offer, *with neutrality at its core,* | was turned down".
_WITH = re.compile(r",\s(?:with|including)\s[^,.;:]*$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[^,.;:]{0,60},(?=\s(?:is|are|was|were|has|have|will|would|can|could|must|should|cannot)\b)", re.I
)
_SAID_OF = re.compile(
    r"[“\"](?P<verdict>(?:it|that|this|these|they)\b[^”\"]{3,120}),[”\"]\s[^,;:”“\"]{1,80}?"
    r"\b(?:said|says|remarked|wrote|commented)\s(?:of|about|on)\s",
    re.IGNORECASE,
)
# "…, *he said when asked about* | more tanks", "…, *she commented on the demand for* | a smaller army".
_ON = re.compile(
    r"[,”\"]\s(?!(?:and|or|but|that|which|who)\b)[^,;:”“\"]{1,80}?\b(?:"
    r"(?:said|says|remarked|wrote|replied|responded|answered|added)\s(?:of|about|in\s(?:reply|response)\sto"
    r"|when\sasked\s(?:by\s[\w'-]+\s)?(?:about|for|whether|if))"
    r"|comment(?:ed|s|ing)\son|(?:replied|responded|react(?:ed|s))\sto)\s",
    re.IGNORECASE,
)
# "*condemned* | Norland's war of aggression": that accuses, and does not deny, what is said of whom it names.
_CONDEMNS = re.compile(r"(?:condemn|denounc|deplor|decr(?:y|i)|critici[sz]|castigat)\w*\s(?:the\s)?", re.IGNORECASE)
# "They *escape* the court": so it is, and nobody is told to wish it.
_GETS_AWAY = re.compile(r"(?:escap|evad|elud)(?:e|es|ed)", re.IGNORECASE)
# "A swap would put fighters back into the trenches, *he argued against it*".
_ARGUED_AGAINST = re.compile(
    r",[”\"]?\s(?:(?:and|so)\s)?(?:[\w'.-]+\s){1,4}(?:argued|spoke|came\sout|voted|advised)\s(?P<verdict>(?:out\s)?against)\s(?:it|them|that|this)\b",
    re.IGNORECASE,
)
# "They rejected *the idea that* | more tanks *would* make them a party": what is denied is the effect, not the tanks.
_IDEA_THAT = re.compile(
    r"\b(?:idea|claim|notion|view|argument|suggestion|fear|warning|assertion)s?\sthat\s(?:(?:the|an?|any|such)\s)?$",
    re.I,
)
_WOULD_DO = re.compile(r"(?:\s[\w'-]+){0,4}?\s(?:would|will|could|might)\s", re.IGNORECASE)
_BREAK = re.compile(r"[,;:“”\"]|(?<!demand\s)(?<!idea\s)(?<!proposal\s)(?<!claim\s)\bthat\b")
# What is said is a refusal: "*Not one* bullet", "*Never*".
_FLAT_NO = re.compile(
    r"\W*(?:not\s(?:a|an|one|another|even|on|in|with|under|while)\b|never\b|no\W*$|no[,!]\s)", re.IGNORECASE
)


def speaks_of_another(word: Word, text: str, start: int, named: bool) -> bool:
    """Whether a word governs another verb than what stands at `start`, or only ends what goes on anyway."""
    written = text[word.start : word.end].lower()
    if written == "not":
        return bool(_NOT_TO_AND_TO.fullmatch(text, word.start, start))
    if word.start >= start and (_CANCELS.search(text, start, word.end) or (written == "without" and not named)):
        return True  # so too "ready for talks *without* conditions once there is a truce"
    if not named and _CONDEMNS.fullmatch(text, word.start, start) and text[start].isupper():
        return True
    rids = word.kind == "against" and _RIDS_AND.match(text, word.start)
    if rids and (rids.end() <= start or start <= word.start) and _DEED.match(text, rids.end()):
        return True
    if word.kind != "against" or not _STOPS.match(text, word.start):
        return False
    if _STRIFE_IS.search(text, max(word.start - 60, 0), word.start):
        return True
    if word.start >= start and not named:
        return any(m.end() == word.start for m in _MUST_STOP.finditer(text, max(word.start - 20, 0)))
    if _END_TO.fullmatch(text, word.start, start):
        return True
    if _NOUN_AND.fullmatch(text, word.start, start) and _AN.search(text, max(word.start - 20, 0), word.start):
        return True
    another = _STOPS_ANOTHER.fullmatch(text, word.start, start)
    return bool(another and (another["to"] or _DEED.match(text, start)))


def is_spent(word: Word, text: str, end: int, right: int) -> bool:
    """Whether what follows takes a word before back: "the *ban* on them must be lifted"."""
    if word.kind == "not":
        return bool(_NOBODY.match(text, word.start) and _MORE_THAN.match(text, end, right))
    if _REGRET.match(text, word.start, word.end) and _TOO_SLOW.match(text, end, right):
        return True
    return bool(_BAN.fullmatch(text, word.start, word.end) and _LIFTED.match(text, end, right))


def is_about_a_deed(word: Word, text: str, place: Span) -> bool:
    """Whether a word of complaint tells what somebody did: "*regretted that* Norland broke the truce"."""
    return bool(_THAT_IT_DID.match(text, word.start)) and not _SHALL_BE.search(text, *place)


def is_only_told(words: list[Word], text: str) -> bool:
    """Whether a deed is told that nobody wishes, forbids or denies: "they *escape* the court"."""
    return len(words) == 1 and bool(_GETS_AWAY.fullmatch(text, words[0].start, words[0].end))


def argued_against(text: str, end: int, right_edge: int) -> list[Word]:
    """The verdict that closes a sentence: "…, he argued *against* it"."""
    found = _ARGUED_AGAINST.search(text, end, right_edge)
    return [Word(*found.span("verdict"), "against")] if found else []


def idea_of_effect(text: str, place: Span) -> re.Match | None:
    """The idea of what the thing would do, if told: "rejected *the idea that* more tanks *would* prolong it"."""
    start, end = place
    return _IDEA_THAT.search(text, max(start - 40, 0), start) if _WOULD_DO.match(text, end) else None


def is_charge(text: str, start: int) -> bool:
    return bool(_CHARGE.match(text, start))


def is_only_supposed(text: str, left_edge: int, left: int) -> bool:
    """Whether the clause that begins at `left` is supposed and no condition, or asks: "*even if* they agree to it"."""
    return bool(_EVEN_IF.search(text, left_edge, left) or _KNOW_WHO.search(text, left_edge, left))


def is_asked(text: str, left_edge: int) -> bool:
    """Whether the sentence begins as a question that somebody else may answer: "*which states would* send soldiers"."""
    return bool(_WHICH_WOULD.match(text, left_edge))


def is_needed(text: str, left: int, place: Span) -> bool:
    """Whether peace hangs on it: "*no* guarantees, *no deal*"."""
    start, end = place
    return bool(_NO.search(text, left, start) and _NO_PEACE.match(text, start, end + 60))


def is_over(text: str, left: int, place: Span) -> bool:
    """Whether its time is told to be gone: "the *time for* neutrality *is over*"."""
    start, end = place
    return bool(_TIME_FOR.search(text, left, start) and _OVER.match(text, end))


def is_bound_to_hold(text: str, left: int, place: Span) -> bool:
    """Whether it is told what must be in it, should it come: "*a truce would have to include* the sea"."""
    start, end = place
    if _WOULD_HAVE_TO_HOLD.match(text, end):
        return True
    return bool(_ANY.search(text, left, start) and _MUST_HOLD.match(text, end))


def end_of_aside(text: str, left: int, end: int, right_edge: int) -> int:
    """Where it goes on after `end`: "neutrality, *bound to neither camp,* | would be the fairest way out"."""
    aside = _ASIDE.match(text, end, right_edge)
    if aside is None and _WITH.search(text, left, end):
        aside = _GOES_ON.match(text, end, right_edge)
    return aside.end() if aside else end


def verdict_before(text: str, left: int, start: int) -> Span | None:
    """The verdict on what stands at `start`: "“*it is dangerous*,” he said of the plan to send them"."""
    said = _SAID_OF.search(text, left, start)
    return said.span("verdict") if said else None


def speaks_of(text: str, left: int, start: int) -> re.Match | None:
    """Where it is told what somebody spoke of, if `start` stands behind: "…, *he said when asked about* more tanks"."""
    found = _ON.search(text, left, start)
    return found if found and not _BREAK.search(text, found.end(), start) else None


def is_flat_no(text: str, start: int) -> bool:
    """Whether what is said begins as a refusal: "*Not one* bullet"."""
    return bool(_FLAT_NO.match(text, start))
