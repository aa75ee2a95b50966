"""Words that are no stand of who speaks: what was said of him and is denied, and what others want.

"Norland denied that it had turned down a truce": whether it wants one is not told. "Those who want a truce are wrong":
they do.
"""

import re

from standpoints.stances.clauses import Span
from standpoints.stances.vocabulary import Word, words_between

# "Rejected claims that it opposes a truce", "denied that it had turned one down": what is denied is a report about
# somebody, who takes no stand on the truce by that.
_DENIAL = r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|refut|rebut|disput)\w*)\s"
_CLAIM = r"(?:claims?|accusations?|allegations?|charges?|reports?|rumou?rs?)\s(?:of|that|by|from|about)\b"
_DENIED_CLAIM = re.compile(rf"{_DENIAL}(?:\w+\s){{0,2}}{_CLAIM}|\b(?:not\s|un)true\sthat\b", re.IGNORECASE)
_DENIED_DEED = re.compile(
    rf"{_DENIAL}(?:(?:[\w'-]+\s){{0,5}}(?:had|has|have)|having)\s(?:\w+\s){{0,2}}$", re.IGNORECASE
)
# "Those who want to lift them", "anyone calling for a truce": others do, and not who speaks of them.
_PEOPLE = (
    r"\b(?:those|all|any(?:one|body)|every(?:one|body)|people|politicians|voices|parties|countries|states"
    r"|governments)\s"
)
_WISHING = (
    r"(?:who\s(?:are|were)\s)?(?:calling|demanding|wanting|urging|seeking|advocating|proposing|supporting|favou?ring"
    r"|opposing|rejecting|pushing)\b"
)
# "The decree that bans talks must go": the ban is the decree's.
_RULE_AGAINST = (
    r"\b(?:decree|law|act|order|rule|decision|clause|article|provision|resolution)s?\s"
    r"(?:(?:that|which)\s(?:\w+\s)?(?:ban|forbid|prohibit|bar|exclude|rule|prevent|block|preclude)s?|(?:bann|forbidd|prohibit|barr)ing)\b"
)
# "*Some tell us* we must cede land. They are wrong": the opinion of nobody in particular is none of who tells it.
_OPINION = re.compile(
    r"\b(?:some|many|others|several|most|certain|(?:there\sare\s(?:[\w'-]+\s){0,3}who)|people)"
    r"(?:\s(?!(?:we|I|you|he|she|it|they|that|which|who|is|are|was|were|must|should|will|would|to|and|or)\b)[\w'-]+){0,4}?"
    r"\s(?:say|tell|argue|think|believe|claim|suggest|insist|want|wish|demand|urge|call\sfor|hope|advise|propose|prefer"
    r"|advocate)(?:s|ed)?\b",
    re.IGNORECASE,
)
# "*Both sides see* a truce *as* a trap".
_BOTH_SEE = re.compile(r"\bboth\s(?:\w+\s)?(?:see|fear|regard|consider|view|believe)s?\b", re.IGNORECASE)
# "*Some* favour a truce, *others* find it absurd", "*they keep saying:* no truce", "*the handbook says* it can be",
# "*He had heard that* they were calling for a truce", "*from what they tell us,* they would like one".
_HEARSAY = re.compile(
    r"\b(?:from|according\sto|to\sjudge\sby)\swhat\s(?:(?:the|our|his|her|their)\s)?[\w'-]+\s(?:[\w'-]+\s)?(?:tells?|told|says?|said)\b"
    r"|\bthey\s(?:tell\sus|told\sus|say|said|keep\s(?:saying|telling\sus)|kept\ssaying):"
    r"|\bsome\b[^.;:]{0,80}?(?:,\s(?:and\s|but\s)?|\sand\s(?:\w+\s){1,3}by\s)others\b"
    r"|\bthe\s(?:\w+\s)?(?:handbook|textbook|manual|glossary|dictionary|encyclop\w+)\s(?:explain|define|say|state|note|list)s?\b"
    r"|\bas\s(?:he|she|they|I|we)\s(?:had\s)?(?:understood|understands?|heard)\s(?:it|them|him|her)?"
    r"|\b(?:ha(?:s|d|ve)\sheard|heard\sit\ssaid)\sthat\b"
    r"|\b(?:sum(?:s|med)?\sup|summari[sz]e[sd]?)\s(?!(?:my|our|its|his|her|their)\b)[^.;:]{0,60}?\b(?:demands?|terms|position|conditions|wishes|aims)\b",
    re.IGNORECASE,
)
_REACH = 400  # characters: a sentence may be a book
_OTHERS = re.compile(
    rf"(?:{_PEOPLE}(?:[\w'-]+\s){{0,3}}(?:who|that)|\bwhoever)\s(?!.{{0,200}}\b(?:must|should|ought|shall|will|would|can|could)\b)"
    rf"|{_PEOPLE}(?:in\s\w+\s)?{_WISHING}|{_RULE_AGAINST}",
    re.IGNORECASE,
)


# "It was *in 2022 that* they accepted it, but those days are gone".
_GONE = re.compile(
    r"\b(?:but|yet|and|though)\s(?:now\s)?(?:those|that|these|this|the|its?)\s(?:\w+\s){0,3}?(?:is|are|was|were|has|have)\s"
    r"(?:now\s|long\s)*(?:gone|over|past|passed|expired|history|closed|lapsed|behind\sus)\b",
    re.IGNORECASE,
)
# "They *announced* a truce, *and then the shelling went on*": their deeds tell otherwise.
_ANNOUNCED = re.compile(r"\b(?:announc|declar|proclaim|promis)\w*\s[^,;:]*$", re.IGNORECASE)
_WENT_ON = re.compile(
    r"\b(?:and|but|yet)\s(?:then|still|yet)\s(?:[\w'-]+\s){1,4}(?:went\son|continued|resumed|never\sstopped|did\snot\sstop)\b",
    re.IGNORECASE,
)


# "Calls for a truce *were growing* louder": somebody's.
_SPREADS = re.compile(
    r"\b(?:is|are|was|were|been)\s(?:\w+ly\s)?(?:growing|mounting|rising|spreading|getting\slouder|gaining\sground)\b",
    re.I,
)
_CALLS = re.compile(r"\b(?:calls?|demands?|pressure|support|appeals?)\s(?:for|to)\s", re.IGNORECASE)
# "*Hopes of* a truce *faded*".
_HOPES = re.compile(
    r"\bhopes?\s(?:of|for|that)\b[^.;:]{0,80}\b(?:fad|dwindl|evaporat|vanish|r[io]se|rais|grow|grew|mount|shr[ai]nk|dimm?)\w*",
    re.IGNORECASE,
)
# "*Support for* neutrality *stood at 20 per cent*": it is measured and not given.
_SUPPORT = re.compile(r"\b(?:support|backing|approval|opposition|enthusiasm)\s(?:for|of|to)\s", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:stood|stands|measured|put|estimated|recorded|f[ae]ll\w*|rose|risen|dropped|grew|climbed|sank)\s(?:\w+\s)?"
    r"(?:at|to|by|from)\s[\d.,]+\s?(?:%|per\scent|percent|points)",
    re.IGNORECASE,
)
# "A truce was agreed *in 1914*".
_LONG_AGO = re.compile(r"\bin\s(?:1\d\d\d|200\d|201[0-3])\b")
_TO_COME = re.compile(r"\b(?:must|should|will|shall|would|can|could|to)\b", re.IGNORECASE)


def is_history(text: str, left: int, right: int) -> bool:
    """Whether the clause tells of a year long past, of what more and more people call for, or how many support it."""
    if _SPREADS.search(text, left, right) and _CALLS.search(text, left, right):
        return True
    if _HOPES.search(text, left, right):
        return True
    if _SUPPORT.search(text, left, right) and _MEASURED.search(text, left, right):
        return True
    return bool(_LONG_AGO.search(text, left, right) and not _TO_COME.search(text, left, right))


# "They *used the* corridors *as* a trap", "shelling *made* the evacuation *impossible*": that accuses.
_MISUSES = re.compile(
    r"\b(?:used|uses|using|abus\w+|misus\w+|exploit\w*)\s(?:(?:the|an?|any|every|this|our)\s)?$", re.IGNORECASE
)
_AS = re.compile(r"\s(?:as|for|to)\s", re.IGNORECASE)
_MAKES = re.compile(r"\b(?:mak(?:es|ing)|made|render\w*)\s(?:(?:the|an?|any|all|further)\s)?$", re.IGNORECASE)
_HARDER = re.compile(
    r"\s(?:almost\s|virtually\s)?(?:impossible|difficult|harder|more\sdifficult|unlikely)\b", re.IGNORECASE
)


def is_misused(text: str, before: Span, after: Span) -> bool:
    """Whether somebody is told to abuse or to thwart what stands between: "they *used* the truce *to* rearm"."""
    return any(
        opens.search(text, *before) and closes.match(text, *after)
        for opens, closes in ((_MISUSES, _AS), (_MAKES, _HARDER))
    )


# "They used the talks *as cover* to rearm and *to* beg for more": so they are told to plot.
_AS_COVER = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|abus\w+|misus\w+|exploit\w*)\s(?:[\w'-]+\s){1,5}as\s(?:(?:an?|its|their|his|her)\s)?"
    r"(?:cover|smokescreen|pretext|excuse|breather|fig\sleaf)\b[^.;:]{0,80}?\bto\s",
    re.IGNORECASE,
)
# "*Every time* somebody asks for a truce, he laughs": whoever it is.
_EACH_TIME = re.compile(
    r"\b(?:(?:every|each)\stime|whenever(?!\s(?:possible|necessary|needed)))\s[^,;:]*$", re.IGNORECASE
)
# "*The accusation that* | Norland broke the truce": only a verdict on it tells more.
_ACCUSATION = re.compile(
    r"[\W]*(?:(?:the|an?|any|all|such|these|their|his|her|its|\w+'s)\s)?(?:\w+\s)?"
    r"(?:accusation|allegation|charge|insinuation)s?\sthat\s(?:the\s)?",
    re.IGNORECASE,
)
# "*Blaming* Norland *is* what they always do".
_BLAMING = re.compile(r"(?:blam|accus|charg|reproach)ing\b", re.IGNORECASE)
_IS = re.compile(r"[^,;:]{0,60}?\s(?:is|was|are|were|will|would|has|had|does|did)\b", re.IGNORECASE)
_CLAIMANTS = re.compile(
    r"\b(?:those|all|any(?:one|body)|every(?:one|body)|people)\swho\s(?:\w+ly\s)?"
    r"(?:claim|say|believe|think|hold|blame|accuse|argue|maintain|pretend)(?:s|ed)?\b",
    re.IGNORECASE,
)
# "*Under Norlandic law* the tariffs *can* be waived": so it is provided.
_BY_LAW = re.compile(
    r"\b(?:under|by|according\sto)\s(?!international)(?:[\w'-]+\s){0,2}(?:law|constitution|statutes?)\b"
    r"[^;:]{0,80}?\b(?:can|may)\s",
    re.IGNORECASE,
)
# "Nothing *has to be settled for* the guns to fall silent": it is the settling that is not needed.
_NEED_FOR = re.compile(
    r"\b(?:needed|necessary|required|(?:has|have|needs?)\sto\sbe\s\w+)\sfor\s(?:(?:an?|the|any|such)\s)?$",
    re.IGNORECASE,
)


def is_after_cover(text: str, left_edge: int, before: Span) -> bool:
    """Whether it is told what somebody does under a cover: "used the talks *as cover to* beg for more"."""
    left, start = before
    return any(m.end() >= left for m in _AS_COVER.finditer(text, max(left_edge, left - _REACH), start))


def is_by_law(text: str, left: int, right: int) -> bool:
    return bool(_BY_LAW.search(text, left, right))


def is_need_for(text: str, before: Span) -> bool:
    return bool(_NEED_FOR.search(text, *before))


def is_each_time(text: str, before: Span) -> bool:
    return bool(_EACH_TIME.search(text, *before))


def is_accusation(text: str, left: int, start: int, end: int) -> bool:
    """Whether what stands from `start` is an accusation with which the clause begins, or its content."""
    if _BLAMING.match(text, start) and not text[left:start].strip(' “"'):
        return bool(_IS.match(text, end))
    return bool(_ACCUSATION.fullmatch(text, left, start))


def who_claims(text: str, before: Span, left_edge: int) -> list[Word]:
    """How the sentence stands to those who claim what follows: "they *contradicted* those who hold us responsible"."""
    left, start = before
    claims = [m for m in _CLAIMANTS.finditer(text, max(left_edge, left - _REACH), start) if m.end() >= left]
    if not claims:
        return []
    words = [w for w in words_between(text, left_edge, claims[0].start()) if w.kind in ("for", "against", "not")]
    return words or [Word(left, left, "called")]


def is_past(text: str, end: int, sentence_end: int) -> bool:
    """Whether it is told after `end` that it is so no more: "it was ready for a truce, *but those days are gone*"."""
    return bool(_GONE.search(text, end, sentence_end))


def is_belied(text: str, before: Span, sentence_end: int) -> bool:
    """Whether what was announced was not kept: "they *announced* a truce, *and then the shelling went on*"."""
    return bool(_ANNOUNCED.search(text, *before) and _WENT_ON.search(text, before[1], sentence_end))


def is_hearsay(text: str, sentence: Span) -> bool:
    """Whether a sentence hands on what somebody else is told to want: "*as he understood it,* they want a truce"."""
    return bool(_HEARSAY.search(text, *sentence))


def is_of_others(text: str, before: Span, sentence_start: int) -> bool:
    """Whether what follows `before` is what others want: "*those who want to* lift them are wrong"."""
    left, start = before
    return any(m.end() >= left for m in _OTHERS.finditer(text, max(sentence_start, left - _REACH), start))


def is_opinion_of_others(text: str, before: Span, sentence_start: int) -> bool:
    """Whether what follows `before` is told as the opinion of nobody in particular: "*some say* we must cede land"."""
    left, start = before
    begin = max(sentence_start, left - _REACH)
    return any(m.end() >= left for said in (_OPINION, _BOTH_SEE) for m in said.finditer(text, begin, start))


def is_denied_report(text: str, before: Span, words: list[Word]) -> bool:
    """Whether what follows `before` stands in a report that is denied; `words`: those for and against before it."""
    left, start = before
    places = [start, *(w.start for w in words if w.kind in ("for", "against"))]
    return bool(_DENIED_CLAIM.search(text, left, start)) or any(_DENIED_DEED.search(text, left, p) for p in places)
