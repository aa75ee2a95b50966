"""Verbs that report, in a sentence whose quotations are masked: is a form a verb here, does it report, and of whom?"""

import re
from functools import cache

from standpoints.reading.attribution import CAPITAL, Span
from standpoints.reading.cues import any_cue_word

MASK = "\uffff"  # stands for each character of a quotation; no text holds it
_CLAUSE = re.compile(
    r"[,;:–—]\s+|\b(?:and|but|yet|while|when|after|before|because|although|though)(?:\s+|$)|\b(?:that|which)\s+(?=\S)"
)
# A subject is a name, a pronoun or a noun with its article: "Mira Oster", "they", "the three leaders".
_SUBJECT = re.compile(
    r"(?:he|she|they|it|we)$|(?:the|a|an|his|her|their|its|our|some|many|several|both|two|three|other|one)\s|"
    rf"[{CAPITAL}]|(?!(?:in|on|at|to|by|for|of|from|with|without|that|if|as|since)\b)[a-z-]+ (?:[a-z-]+ )?[{CAPITAL}]"
    # premier J. Tavian
)
_NOUN_BEFORE = frozenset(  # no verb stands after these: "a call", "the claims", "under order"
    "a an the this that these those his her their its our your my of in on for by from with no any some such new "
    "under into own joint most legal which who whose to".split()
)
# Forms that are nouns as often as verbs: cues only after he, she, they … or before "that" or a quotation.
_ALSO_NOUN = frozenset(
    "answer answers back backs call calls charge charges claim claims doubt doubts estimate estimates fear fears "
    "hope hopes demand demands note notes offer offers order orders plan plans post posts promise promises question "
    "questions record records report reports request requests state states support supports signal signals "
    "welcome blame remark remarks comment comments quote quotes read reads tweet tweets invite express label want "
    "brand blast think feel appeal predict volunteer order vow vows pledge pledges question press seek "
    "hail hails praise praises joke jokes shout shouts whisper whispers mock suspect suspects rebuke".split()
)
# Verbs that report nothing but before "that" or a quotation: Talks will continue next week. Sund is threatening Arvik.
_ALSO_ACT = frozenset(
    "continue,continues,continued,read,reads,threatening,convey,conveys,conveyed,put it,puts it,putting it,"
    "hit back,hits back,shot back,shoots back,fire back,fires back,fired back,push back,pushes back,pushed back,"
    "remember,remembers,remembered".split(",")
)
# said that …, conveyed to Oster that …, put it well this morning: “…”
_LEADS_TO_IT = re.compile(rf" (?:that\b|{MASK}|to (?:[\w’'-]+ ){{1,4}}that\b|[\w’'-]+(?: [\w’'-]+){{0,4}}: {MASK})")
_TO_WHAT = re.compile(rf"(?: [\w’'-]+){{0,5}} (?:that\b|{MASK})")
_WHO = re.compile(rf"(?P<source>[{CAPITAL}][\w’'-]*(?: (?:of )?[{CAPITAL}][\w’'-]*)*), who$")
_THERE = re.compile(r"(?:In|On|At|From) (?:[\w’'-]+ ){1,3}(?=(?:he|she|they)$)")
_OWNER = re.compile(r"(?<!^[Hh]e)(?<!^[Ss]he)(?<!^[Ii]t)(?<!^[Ww]ho)['’]s?$")  # Oster’s remarks; not: he’s said
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:(?:\w+ly|not|never)\s+)*$")
# the batteries they had promised; accused her of making promises; the sooner Sund agrees; nobody there agreed
_NOT_THE_SUBJECT = re.compile(
    r"\w \W*(?:he|she|they|it|we|I)$|\bof \w+ing\b|^the (?:sooner|more|less|longer)\b|\b(?:no|some|any)body\b.* ", re.I
)
_NO_SUBJECT = re.compile(
    r"(?:if|when|where|why|how|what|did|do|does|is|are|was|were|will|would|can|could|has|have|but|and)\b", re.I
)
# ⟦Norland and⟧ Sund said so; that ⟦Mira Oster, Tavian and the⟧ envoy had agreed; not: Oster left and Sund said so
_NAME = rf"(?:[Tt]he )?[{CAPITAL}][\w.’'-]*(?: (?:(?:of|for|the) )*[{CAPITAL}][\w.’'-]*)*"
_AND_HE = re.compile(
    r"(?:^|[,;:–—]\s+|\b(?:that|which|while|when|after|before|because)\s+)"
    rf"(?P<first>{_NAME}(?:, {_NAME})*,? and )$"
)
_FULL_NAME = re.compile(rf"[{CAPITAL}][\w.’'-]*(?: [{CAPITAL}][\w.’'-]*){{1,3}}")
FINITE = re.compile(r"\b(?:is|are|was|were|had|has|have|will|would|could|may|might|must|should|\w+ed)\b")
_CONDITION = re.compile(r"\b(?:if|unless|once|until|whether)\b")  # they would come if ⟦both sides guaranteed it⟧
PAST_BEFORE_NAME = re.compile(rf"[a-z]+ed(?= (?:[{CAPITAL}]|the ))")
_MAX_SUBJECT = 14  # words


def reports(masked: str, verb: re.Match) -> bool:
    """Is this form a verb here, and does it report? Not in "the call", "peace plans", "leaders held a call"."""
    before = re.findall(r"[\w’']+", masked[: verb.start()])[-1:]
    who = before == ["who"] and _WHO.search(masked[: verb.start()].rstrip()) and _TO_WHAT.match(masked, verb.end())
    noun = before and (before[0].casefold() in _NOUN_BEFORE or _OWNER.search(before[0]))
    if noun and not who and (not verb.group("aux") or before == ["who"]):  # Oster, who assured her that …
        return False
    form, rest = verb.group("verb"), masked[verb.end() :]
    if not form.endswith("ing") and _PASSIVE.search(verb.group("aux")):
        return False  # The names will be announced later.
    if not rest.strip(" .!?,") or re.match(r" (?:by|with|of)\b| for (?:it|them)sel", rest):
        return False  # They agreed with Oster. The figures spoke for themselves.
    if form.endswith("ing") and not verb.group("aux"):
        return False
    introduces = _LEADS_TO_IT.match(rest) is not None
    if form in _ALSO_NOUN and not verb.group("aux"):
        return introduces or (bool(before) and before[0].casefold() in {"he", "she", "they", "we", "it", "i"})
    return introduces or form not in _ALSO_ACT


def subject_before(masked: str, position: int) -> Span | None:
    """The subject of the verb at `position`: from where its clause begins, all of several; an apposition in commas is
    left out. Of "Oster, who said …" it is Oster, of "In Holm they said …" they."""
    left = masked[:position].rstrip()
    if who := _WHO.search(left):
        return who.span("source")
    end = len(left)
    # Mira Oster⟦, head of the delegation,⟧ also said …; one of the envoys, ⟦Jan Holt⟧, also said …
    if left.endswith(","):
        head = max(left.rfind(", "), 0)
        end = end - 1 if _FULL_NAME.fullmatch(left, head + 2, end - 1) else head
        left = left[:head]
    begin = max((m.end() for m in _CLAUSE.finditer(left)), default=0)
    there = _THERE.match(left, begin)
    begin = there.end() if there else begin
    if not is_subject(left[begin:]):
        return None
    others = _AND_HE.search(left, 0, begin)
    joined = others and is_subject(left[others.start("first") :])
    return (others.start("first") if joined else begin, max(end, len(left)))


def is_subject(words: str) -> bool:
    return (
        bool(_SUBJECT.match(words))
        and not _NO_SUBJECT.match(words)
        and not _NOT_THE_SUBJECT.search(words)
        and len(words.split()) <= _MAX_SUBJECT
        and not FINITE.search(words)
        and not _CONDITION.search(words)
    )


@cache
def report() -> re.Pattern:
    return re.compile(rf"(?<!\w){any_cue_word()}(?!\w)|{PAST_BEFORE_NAME.pattern}")


@cache
def verb_group() -> re.Pattern:
    """A reporting verb with its auxiliaries and adverbs: "did not rule out", "have repeatedly stated"."""
    auxiliary = (
        r"has|have|had|is|are|was|were|will|would|may|might|must|shall|should|could|can|did|does|do|also|not|never|"
        r"didn't|didn’t|again|later|then|first|once|now|been|being|be|still|further|even|only|no longer|"
        r"continue[sd]? to|\w+ly"
    )
    return re.compile(rf"(?<![\w’'-])(?P<aux>(?:(?:{auxiliary})\s+)*)(?P<verb>{any_cue_word()})(?![\w’'-])")
