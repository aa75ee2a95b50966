"""Who says it, by the cue's own clause: its subject stands in the same sentence, and nobody else's right before it.

The network sometimes points a cue at who spoke before, and sees no cue in a verb that plainly is one.
"""

import re
from functools import cache
from itertools import pairwise

from standpoints.reading.attribution import CAPITAL, QUOTING, Attribution, Span, text_of
from standpoints.reading.cues import any_cue_word, cue_class
from standpoints.reading.sources import with_source

_AND = r",?\s+(?:and|but)\s+(?:then\s+|also\s+)?"
_VERB_LAST = re.compile(rf"{_AND}(?P<cue>\w+)$")
_PARTICIPLE_LAST = re.compile(r",\s+(?P<cue>\w+ing)$")
_PAST_LAST = re.compile(rf"{_AND}(?P<cue>\w+ed|said)$")
# Not: adding a word, offering a glimpse
_BY_PARTICIPLE = frozenset("stresses denies demands threatens accuses".split())
_TEXT_ENDS = re.compile(r"[.!?]?\s*\Z")
_CITED_BY = re.compile(r",? (?:as )?(?:cited|quoted) by ")
_TAG = re.compile(r" [\w’'-]+(?: [\w’'-]+){1,6}(?=\.)")
_WORD = re.compile(r"[\w’'-]+")
_AUXILIARIES = frozenset("is was are were has had have will would then also later".split())
_SENTENCE_INSIDE = re.compile(r"(?<=[a-z]{3})\. (?=[A-Z])|(?<=[A-Z]{3})\. (?=[A-Z][a-z])")
_NEW_SENTENCE = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z])|\n")
FAR = 400  # characters in which the beginning of a sentence is looked for
SENTENCE_ENDED = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bSens)(?<!\bReps)(?<!\bGovs)(?<!\bSt)"
    r"(?<!\bGen)(?<!\bCol)(?<!\b[A-Z])"
    r"[.!?][”\"’']?\s+(?=[A-Z“\"])|\n"
)
_PASSIVE = re.compile(r"(?:is|was|are|were|has been|have been|had been) (?!quoted|cited)", re.IGNORECASE)
_IT_IS_NOTED = re.compile(r"[Ii]t (?:is|was|has been|had been)(?: (?:also|further|later|now|\w+ly))* (?P<verb>\w+)")
_TOLD = frozenset(("says", "claims", "stresses", "thinks"))
_PASSIVE_BEFORE = re.compile(r"\b(?:am|is|was|are|were|been) $")
_NO_SUBJECT = re.compile(
    r"(?:in|on|at|after|before|by|for|from|with|to|of|as|if|when|while|and|but|or|that|then)\b", re.IGNORECASE
)
_HAVING = r"(?: \w+ly| also| has| have| had)* $"
_PRONOUN = re.compile(rf"\b(?P<source>he|she|they|it|we|I){_HAVING}", re.IGNORECASE)
_IS_SOMEBODY = re.compile(r"[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|(?!My\b)(?:.* )?[A-Z][\w’'-]*")
_IS = re.compile(r" (?:am|is|was|are|were|be|been)\b")
_DOES = re.compile(r" (?:does|do|did|would|will|can|could|may|might|must|should|not|never)\b")
_SECOND_VERB = re.compile(r"(?:\b(?:and|but|yet)|, then)(?: then| later)*" + _HAVING)
_FIRST_WORDS = re.compile(
    r"(?P<source>\w[\w’'-]*(?: [\w’'-]+){0,7}?)(?: \w+ly| also| has| have| had)* "
    r"(?:\w+ed|is|was|are|were|has|had|would|will|said|says|told|wrote|spoke|gave|came|went|met|made|took|left|thinks?|"
    r"wants?|knows?|knew|saw|heard|felt|kept|held|found|got|put|let|sent|paid|brought|bought|began)\b"
)
_IN_HER_WORDS = re.compile(
    r"In (?P<source>his|her|their|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?['’]s?) (?:(?:own|considered) )?"
    r"(?P<cue>words|view|opinion|eyes|estimation|assessment|judge?ment|telling), "
)
_SENTENCE = 400  # characters before a cue in which its sentence begins
_JOINING = frozenset("and but then or so yet also".split())
_JOINT = re.compile(r",? (?:and|but|while|whereas) (?:the )?$")
_ANOTHER = re.compile(
    r"(?:\b(?:and|but|while|whereas) (?:the )?|(?<=[,;:]) (?=he|she|they|I))"
    rf"(?P<source>[{CAPITAL}][\w’'.-]*(?: [{CAPITAL}][\w’'.-]*){{0,3}}|he|she|they|we|I){_HAVING}"
)
_SUBJECT = re.compile(r"(?:\A|\n *|[.!?;,:][”\"’']? )(?P<source>\w[\w’'-]*(?: \w[\w’'-]*){0,4}?)" + _HAVING)


def with_own_subjects(found: list[Attribution], text: str) -> list[Attribution]:
    """Return the attributions of a text, which are in order, each with the cue and the source of its own clause."""
    found = with_own_cues(found, text)
    for mend in (
        in_her_words, with_cue_before, within_sentence, not_later, not_earlier, with_own_tag, with_source, impersonal
    ):  # fmt: skip
        found = [mend(one, text) for one in found]
    found = [part for number, one in enumerate(found) for part in without_participle(one, found[number + 1 :], text)]
    return without_next_subject(found, text)


def in_her_words(one: Attribution, text: str) -> Attribution:
    """In ⟦her⟧ <words>, the Norlandish side sees a chance: the rest of the sentence is what she said, its verb too."""
    if not one.source or not one.cue or not one.source[0][0] < one.cue[0][0] <= one.content[-1][0]:
        return one
    begins = [m.end() for m in _NEW_SENTENCE.finditer(text, max(0, one.source[0][0] - _SENTENCE), one.source[0][0])]
    opening = _IN_HER_WORDS.match(text, begins[-1] if begins else max(0, one.source[0][0] - _SENTENCE))
    if opening is None or opening.end() > one.source[0][0]:
        return one
    said = (opening.end(), one.content[-1][1])
    return one._replace(content=(said,), cue=(opening.span("cue"),), source=(opening.span("source"),))


def with_own_cues(found, text):
    """said ⟦the truce had failed and warned⟧ ⟦that the border was shut⟧: the last verb is the cue of what follows."""
    found = list(found)
    for number, (one, other) in enumerate(pairwise(found)):
        start, end = one.content[-1]
        last = _VERB_LAST.search(text[start:end]) if not text[end : other.content[0][0]].strip() else None
        if last and not other.cue and isinstance(cue_class(last["cue"]), str):
            cut = (start, start + last.start())
            found[number] = found[number]._replace(content=(*one.content[:-1], cut))
            found[number + 1] = other._replace(cue=((start + last.start("cue"), start + last.end("cue")),))
    return found


def sentence_start(text: str, at: int) -> int | None:
    """Where the sentence begins that holds the character `at`; None where it begins more than `FAR` before."""
    return max((ended.end() for ended in SENTENCE_ENDED.finditer(text, max(0, at - FAR), at)), default=None)


def without_participle(one: Attribution, others: list[Attribution], text: str) -> list[Attribution]:
    """She said ⟦bread was short, urging⟧ both sides to let lorries in; she thanked ⟦the envoy and confirmed⟧ her trip:
    the last word is the cue of what follows."""
    start, end = one.content[-1]
    last = _PARTICIPLE_LAST.search(text, start, end) or _PAST_LAST.search(text, start, end)
    kind = last and cue_class(last["cue"])
    if not isinstance(kind, str):
        return [one]
    short = one._replace(content=(*one.content[:-1], (start, last.start())))
    stop = SENTENCE_ENDED.search(text, end) or _TEXT_ENDS.search(text, end)
    taken = any(a < stop.start() for other in others[:1] for a, _ in other.content)
    if taken or (kind not in _BY_PARTICIPLE and last["cue"].endswith("ing")) or not text[end : stop.start()].strip():
        return [short]
    return [short, one._replace(content=((end + 1, stop.start()),), cue=(last.span("cue"),))]


def with_cue_before(one: Attribution, text: str) -> Attribution:
    """Varga wants a truce, while Oster <wants> ⟦the port⟧: a verb of saying right before what is said reports it, where
    the network saw no cue."""
    if one.cue or not one.source:
        return one
    start, end = one.content[0][0], one.content[-1][1]
    later = one.source[0][0] >= end and _NEW_SENTENCE.search(text, end, one.source[0][0] + 1)
    near = max(0 if later else one.source[-1][1], start - 60)
    verb = _verb_before().search(text, near, start)
    if verb is None:
        return one
    cue = verb.span("cue")  # Oster said ⟦Norland waits⟧. ⟦Varga⟧ said …: nor is it his who speaks next
    return one._replace(cue=(cue,), source=_own_subject(text, cue[0]) if later else one.source)


@cache
def _verb_before() -> re.Pattern:
    return re.compile(rf" (?P<cue>{any_cue_word()}(?: to \w+)?):? $")


def within_sentence(one: Attribution, text: str) -> Attribution:
    """“We wait,” said ⟦the envoy⟧. Oster agreed: a source ends where its sentence does; according to ⟦Oster⟧, cited by
    SUNA: and before who carries it."""
    if not one.source or not one.cue:
        return one
    start, end = one.source[0]
    if told := _CITED_BY.search(text, start + 1, end):
        return one._replace(source=((start, told.start()),))
    parts = [start, *(m.end() for m in _SENTENCE_INSIDE.finditer(text, start, end))]
    if len(parts) == 1:
        return one
    near = parts[0] if one.cue[-1][1] <= start else parts[-1]
    stop = _SENTENCE_INSIDE.search(text, near, end)
    return one._replace(source=((near, stop.start() if stop else end),))


def not_later(one: Attribution, text: str) -> Attribution:
    """He ruled out a vote. ⟦The opposition⟧ wants one: of 18,000 attributions in PolNeAR's training part one has its
    source in a sentence after its cue's. Oster <hailed> “a crack of light,” ⟦Karst⟧ said he had slept: nor is it behind
    what a verb that stands before it reports."""
    if not one.source or not one.cue:
        return one
    if _NEW_SENTENCE.search(text, one.cue[-1][1], one.source[0][0] + 1):
        return one._replace(source=_own_subject(text, one.cue[0][0]))
    behind = one.cue[-1][1] <= one.content[0][0] and one.content[-1][1] <= one.source[0][0]
    own = _own_subject(text, one.cue[0][0]) if behind else ()
    return one._replace(source=own) if own and _IS_SOMEBODY.fullmatch(text, *own[0]) else one


def not_earlier(one: Attribution, text: str) -> Attribution:
    """⟦Oster⟧ left. The miller called it a farce; ⟦Oster⟧ urged a truce and Tavian insisted on war: nor has it, but for
    one in a thousand, its source in a sentence before its cue's, or before another subject right before the cue. Who
    says what she "is said" to have done, nobody tells."""
    if not one.source or not one.cue or one.source[-1][1] > one.cue[0][0]:
        return one
    end, cue = one.source[-1][1], one.cue[0][0]
    joins = text_of(text, one.source).casefold() in _JOINING
    if joins or SENTENCE_ENDED.search(text, end - 1, cue + 1):
        passive = _PASSIVE.match(text, cue) or _PASSIVE_BEFORE.search(text, max(0, cue - 12), cue)
        return one._replace(source=() if passive else _own_subject(text, cue))
    another = _ANOTHER.search(text, max(end, cue - 80), cue)
    return one._replace(source=(another.span("source"),)) if another else one


def impersonal(one: Attribution, text: str) -> Attribution:
    """⟦It⟧ is <noted> that the fire is out: nobody named says so."""
    if not one.source or not one.cue or text_of(text, one.source).casefold() != "it":
        return one
    passive = _IT_IS_NOTED.fullmatch(text, one.source[0][0], one.cue[-1][1])
    return one._replace(source=()) if passive and cue_class(passive["verb"]) in _TOLD else one


def _own_subject(text: str, cue: int) -> tuple[Span, ...]:
    """The words right before a cue in its own clause, if they can be its subject; of a second verb ("Oster came and
    ⟦said⟧") those with which the sentence begins."""
    far = max(0, cue - _SENTENCE)
    start = max((match.end() for match in SENTENCE_ENDED.finditer(text, far, cue + 1)), default=far)
    if _SECOND_VERB.search(text, start, cue):
        first = _FIRST_WORDS.match(text, start, cue)
        return (first.span("source"),) if first and not _NO_SUBJECT.match(first["source"]) else ()
    own = _PRONOUN.search(text, max(0, cue - 40), cue) or _SUBJECT.search(text, max(0, cue - 120), cue)
    if own is None or _NO_SUBJECT.match(own["source"]) or _IS.search(own["source"]):  # I am ⟦told⟧
        return ()
    begin, end = own.span("source")
    does_not = _DOES.search(text, begin, end)
    return ((begin, does_not.start() if does_not else end),)


def with_own_tag(one: Attribution, text: str) -> Attribution:
    """“He left,” Oster said. | “Where to?” ⟦the clerk⟧ ⟦wanted to know⟧: not she, who spoke before."""
    start, end = one.content[0][0], one.content[-1][1]
    if one.cue or not one.source or one.source[-1][1] > start or text[end - 1] not in QUOTING:
        return one
    tag = _TAG.match(text, end)
    if tag is None or (tag[0][1].isupper() and text[end - 2] not in "?!,"):  # “I wait.” Oster left.
        return one
    words = list(_WORD.finditer(text, *tag.span()))
    verb = next((w for w in words if isinstance(cue_class(w[0]), str)), None)
    if verb is None:
        return one if tag[0][1].isupper() else one._replace(source=())
    if verb is words[0]:
        return one._replace(cue=(verb.span(),), source=((words[1].start(), words[-1].end()),))
    last = next((w for w in words if w is verb or w[0] in _AUXILIARIES), verb)  # she ⟦is quoted as having said⟧
    if last is words[0]:
        return one._replace(source=())
    return one._replace(cue=((last.start(), words[-1].end()),), source=((words[0].start(), last.start() - 1),))


def without_next_subject(found: list[Attribution], text: str) -> list[Attribution]:
    """Oster urged ⟦a truce and Tavian⟧ insisted on war: who says the next thing is no part of what was said before."""
    found = list(found)
    for number, (one, other) in enumerate(pairwise(found)):
        start, end = one.content[-1]
        joint = other.source and other.source[-1][1] == end and _JOINT.search(text, start, other.source[0][0])
        if joint:
            found[number] = one._replace(content=(*one.content[:-1], (start, joint.start())))
    return found
