"""Whose words they are, by the clause that reports them: where grammar tells it and the network takes it otherwise.

Who is quoted by another, asked, or told something does not report it: "Holm radio quoted Oster as saying …", "Tavian,
asked whether …", "Sund signed what Arvik called …".
"""

import re
from functools import cache
from itertools import pairwise

from standpoints.reading.attribution import Attribution, Span, text_of
from standpoints.reading.cues import any_cue_word, cue_class

_VERB_LAST = re.compile(r",?\s+(?:and|but)\s+(?:then\s+|also\s+)?(?P<cue>\w+)$")
_VERB_AGAIN = re.compile(r",?\s+(?:and|but)\s+(?:then\s+|also\s+)?(?P<cue>\w+(?:ed|said|wrote))\s+(?=that\s)")
_CITING = re.compile(r"\b(?:citing|quoting) $")
_CITED = re.compile(r"[^,.;:“”\"]{1,100}, (?:\w+ )?(?=that )")
_AS_TOLD_BY = re.compile(
    r"[\s,”\"’]*(?P<source>(?:[a-z]+ )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|he|she|they) (?P<cue>\w+)"
    r"(?: [^,.;“”\"]{1,40})?, according to (?:the )?"
)
_SOMEBODY = r"(?P<source>[^,;:“”\"]{2,80}?)"
_QUOTED = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)\b")
_IS_QUOTED = re.compile(r"(?:was|were|is|has been|had been) ")
_AS_SAYING = re.compile(r"(?P<source>[^;:“”\"]{2,90}?) as (?:telling [\w ]{2,30}|\w+ing)(?: that)? ")
_BEHIND_QUOTED = re.compile(rf" {_SOMEBODY} as (?:saying|telling|writing|stating|adding)\b")
_BEFORE_QUOTED = re.compile(r"[\s,”\"’']*(?P<source>[^\W\d_][^,;:“”\"]{1,60}?) ")
_ADDRESSED = re.compile(
    r"(?P<aux>(?:has |have |had )?(?:was|were|is|are|been|being) )?"
    r"(?:asked|told|warned|urged|pressed|informed|reminded|questioned|quizzed|challenged|advised|briefed)(?: by)?$",
    re.IGNORECASE,
)
_TAG = re.compile(r" [\w’'-]+(?: [\w’'-]+){1,6}(?=\.)")
_WORD = re.compile(r"[\w’'-]+")
_AUXILIARIES = frozenset("is was are were has had have will would then also later".split())
_ON = re.compile(r"\b(?:on|upon|after|before) $")
_OCCASION = re.compile(r"(?:arrival|departure|arriving|leaving|returning)(?: (?:in|at|from) [A-Z]\w+)? (?=that )")
_WHEN = re.compile(r"\b(?:when|if|once|whenever) $")
_BY = re.compile(rf"\bby {_SOMEBODY} ?(?:\bthat|\bto)?\s*$")
_ANSWERED = re.compile(r",? (?:and|but) (?P<cue>said|replied|answered|insisted|responded)\b(?: that)? ")
_WHAT = re.compile(
    rf"what {_SOMEBODY} (?P<cue>(?:has |have |had )?(?:called|calls?|described as|describes? as|terms?|termed|"
    r"labell?ed|dubbed|considers?|(?:is|are|was|were) calling)) (?=\S)"
)
_NOBODY_ELSE = frozenset("he she they it we I you some many one is are was were".split())
_OF_OTHERS = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|c[ao]mes? after|respond(?:ed|ing) to|in response to|fac(?:ing|ed)) (?:\w+ )?"
    r"(?:accusations?|allegations?|charges|claims?|complaints?|criticisms?|reports?|rumou?rs|suggestions?|warnings?)\b"
)
_IN_WORDS = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|(?<=\A))In (?P<source>his|her|their|(?:the |[A-Z])[\w .’'-]{2,60}?(?=['’]s? ))(?:['’]s?)? "
    r"(?P<cue>(?:own )?(?:words|view|opinion|assessment|telling|estimation|reading)), "
    r"(?P<content>[^\n]+?[.!?])(?= |\n|\Z)"
)
_IN_PASSING = re.compile(
    r"(?:(?<=[.!?] )|(?<=\n)|(?<=\A))(?P<first>[A-Z][^\n.!?;:“”\"]{2,200}?)"
    r"(?<! for)(?<! of)(?<! by)(?<! with)(?<! and)(?<! that)(?<! which)(?<! because), in "
    r"(?P<source>his|her|their|(?:the |[A-Z])[\w .’'-]{2,60}?(?=['’]s? ))(?:['’]s?)? "
    r"(?P<cue>(?:own )?(?:view|opinion|assessment|estimation|reading)), (?P<rest>[a-z][^\n]*?[.!?])(?= |\n|\Z)"
)
_REST = re.compile(
    r"(?: [\w’'.-]+){0,4}, (?P<content>(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|"
    r"cannot|does|did|needs?|remains?)\b[^\n“”\"]*?)(?=[.!?](?:\s|\Z))"
)
_DATELINE = re.compile(r"[A-Z][\w./’' -]{1,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?,? \([\w .]{2,20}\) ?[-–—] ?(?=\S)")
_SENTENCE_INSIDE = re.compile(r"(?<=[a-z]{3})\. (?=[A-Z])|(?<=[A-Z]{3})\. (?=[A-Z][a-z])")
_SURE = 0.7  # by judgement
_NEW_SENTENCE = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z])|\n")
_SENTENCE_ENDED = re.compile(
    r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bSt)(?<!\bGen)(?<!\bCol)(?<!\b[A-Z])"
    r"[.!?][”\"’']?\s+(?=[A-Z“\"])|\n"
)
_PASSIVE = re.compile(r"(?:is|was|are|were|has been|have been|had been) (?!quoted|cited)", re.IGNORECASE)
_PASSIVE_BEFORE = re.compile(r"\b(?:am|is|was|are|were|been) $")
_NO_SUBJECT = re.compile(
    r"(?:in|on|at|after|before|by|for|from|with|to|of|as|if|when|while|and|but|or|that|then)\b", re.IGNORECASE
)
_HAVING = r"(?: \w+ly| also| has| have| had)* $"
_PRONOUN = re.compile(rf"\b(?P<source>he|she|they|it|we|I){_HAVING}", re.IGNORECASE)
_IS = re.compile(r" (?:am|is|was|are|were|be|been)\b")
_DOES = re.compile(r" (?:does|do|did|would|will|can|could|may|might|must|should|not|never)\b")
_SECOND_VERB = re.compile(r"(?:\b(?:and|but|yet)|, then)(?: then| later)*" + _HAVING)
_FIRST_WORDS = re.compile(
    r"(?P<source>\w[\w’'-]*(?: [\w’'-]+){0,7}?)(?: \w+ly| also| has| have| had)* "
    r"(?:\w+ed|is|was|are|were|has|had|would|will|said|says|told|wrote|spoke|gave|came|went|met|made|took|left|thinks?|"
    r"wants?|knows?|knew|saw|heard|felt|kept|held|found|got|put|let|sent|paid|brought|bought|began)\b"
)
_SENTENCE = 400  # characters before a cue in which its sentence begins
_JOINING = frozenset("and but then or so yet also".split())
_JOINT = re.compile(r",? (?:and|but|while|whereas) (?:the )?$")
_ANOTHER = re.compile(
    r"(?:\b(?:and|but|while|whereas) (?:the )?|(?<=[,;:]) (?=he|she|they|I))"
    rf"(?P<source>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){{0,3}}|he|she|they|we|I){_HAVING}"
)
_SUBJECT = re.compile(r"(?:\A|\n *|[.!?;,:][”\"’']? )(?P<source>\w[\w’'-]*(?: \w[\w’'-]*){0,4}?)" + _HAVING)
QUOTING = frozenset('“”"«»„')


def reported(found: list[Attribution], text: str) -> list[Attribution]:
    """Return the attributions of a text, which are in order, each with the source and content that grammar gives it."""
    found = with_own_cues([without_dateline(one, text) for one in found], text)
    for mend in (with_cue_before, within_sentence, not_later, not_earlier, without_occasion, with_own_tag, own_source):
        found = [mend(one, text) for one in found]
    found = [quoted_by_another(one, text) for one in found]
    found = [part for one in without_next_subject(found, text) for part in coordinated(one, text)]
    for mend in (with_rest, of_others, called_by_another):
        found = [mend(one, text) for one in found]
    found = [part for one in found for part in addressed(one, text)]
    return sorted([*found, *in_words(found, text)])


def without_dateline(one: Attribution, text: str) -> Attribution:
    """HOLM, Oct 5 (Agency) - ⟦The envoys⟧ agreed: where and whence the news comes is nobody's word."""

    def cut(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        dateline = _DATELINE.match(text, text.rfind("\n", 0, spans[0][0]) + 1) if spans else None
        if dateline is None or not spans[0][0] < dateline.end() < spans[0][1]:
            return spans
        return ((dateline.end(), spans[0][1]), *spans[1:])

    return one._replace(content=cut(one.content), source=cut(one.source))


def with_cue_before(one: Attribution, text: str) -> Attribution:
    """Varga wants a truce, while Oster <wants> ⟦the port⟧: a verb of saying right before what is said reports it, where
    the network saw no cue."""
    if one.cue or not one.source:
        return one
    start = one.content[0][0]
    verb = _verb_before().search(text, max(one.source[-1][1], start - 60), start)
    return one._replace(cue=(verb.span("cue"),)) if verb else one


@cache
def _verb_before() -> re.Pattern:
    return re.compile(rf" (?P<cue>{any_cue_word()}(?: to \w+)?):? $")


def within_sentence(one: Attribution, text: str) -> Attribution:
    """“We wait,” said ⟦the envoy⟧. Oster agreed: a source ends where its sentence does."""
    if not one.source or not one.cue:
        return one
    start, end = one.source[0]
    parts = [start, *(m.end() for m in _SENTENCE_INSIDE.finditer(text, start, end))]
    if len(parts) == 1:
        return one
    near = parts[0] if one.cue[-1][1] <= start else parts[-1]
    stop = _SENTENCE_INSIDE.search(text, near, end)
    return one._replace(source=((near, stop.start() if stop else end),))


def not_later(one: Attribution, text: str) -> Attribution:
    """He ruled out a vote. ⟦The opposition⟧ wants one: of 18,000 attributions in PolNeAR's training part one has its
    source in a sentence after its cue's."""
    if not one.source or not one.cue or not _NEW_SENTENCE.search(text, one.cue[-1][1], one.source[0][0] + 1):
        return one
    return one._replace(source=_own_subject(text, one.cue[0][0]))


def not_earlier(one: Attribution, text: str) -> Attribution:
    """⟦Oster⟧ left. The miller called it a farce; ⟦Oster⟧ urged a truce and Tavian insisted on war: nor has it, but for
    one in a thousand, its source in a sentence before its cue's, or before another subject right before the cue. Who
    says what she "is said" to have done, nobody tells."""
    if not one.source or not one.cue or one.source[-1][1] > one.cue[0][0]:
        return one
    end, cue = one.source[-1][1], one.cue[0][0]
    joins = text_of(text, one.source).casefold() in _JOINING
    if joins or _SENTENCE_ENDED.search(text, end - 1, cue + 1):
        passive = _PASSIVE.match(text, cue) or _PASSIVE_BEFORE.search(text, max(0, cue - 12), cue)
        return one._replace(source=() if passive else _own_subject(text, cue))
    another = _ANOTHER.search(text, max(end, cue - 80), cue)
    return one._replace(source=(another.span("source"),)) if another else one


def without_next_subject(found: list[Attribution], text: str) -> list[Attribution]:
    """Oster urged ⟦a truce and Tavian⟧ insisted on war: who says the next thing is no part of what was said before."""
    found = list(found)
    for number, (one, other) in enumerate(pairwise(found)):
        start, end = one.content[-1]
        joint = other.source and other.source[-1][1] == end and _JOINT.search(text, start, other.source[0][0])
        if joint:
            found[number] = one._replace(content=(*one.content[:-1], (start, joint.start())))
    return found


def _own_subject(text: str, cue: int) -> tuple[Span, ...]:
    """The words right before a cue in its own clause, if they can be its subject; of a second verb ("Oster came and
    ⟦said⟧") those with which the sentence begins."""
    far = max(0, cue - _SENTENCE)
    start = max((match.end() for match in _SENTENCE_ENDED.finditer(text, far, cue + 1)), default=far)
    if _SECOND_VERB.search(text, start, cue):
        first = _FIRST_WORDS.match(text, start, cue)
        return (first.span("source"),) if first and not _NO_SUBJECT.match(first["source"]) else ()
    own = _PRONOUN.search(text, max(0, cue - 40), cue) or _SUBJECT.search(text, max(0, cue - 120), cue)
    if own is None or _NO_SUBJECT.match(own["source"]) or _IS.search(own["source"]):  # I am ⟦told⟧
        return ()
    begin, end = own.span("source")
    does_not = _DOES.search(text, begin, end)
    return ((begin, does_not.start() if does_not else end),)


def quoted_by_another(one: Attribution, text: str) -> Attribution:
    """Holm radio quoted ⟦Oster⟧ as saying that …; ⟦Oster⟧ was quoted by Holm radio as saying …: she says it."""
    cue = text_of(text, one.cue)
    if not _QUOTED.search(cue):
        return one
    start, end = one.content[0]
    told = _AS_SAYING.match(text, start, end) if one.cue[-1][1] <= start else None
    if told:  # quoted Oster as saying …
        return one._replace(source=(told.span("source"),), content=((told.end(), end), *one.content[1:]))
    behind = _BEHIND_QUOTED.match(text, one.cue[-1][1])
    if behind and not re.search(r"\bby$", cue):  # “We wait,” Holm radio quoted Oster as saying
        return one._replace(source=(behind.span("source"),))
    if not (_IS_QUOTED.match(cue) and one.source and one.source[0][0] > one.cue[0][0]):
        return one
    before = _BEFORE_QUOTED.fullmatch(text, one.content[-1][1], one.cue[0][0])
    if before:  # “We wait,” Oster was quoted as saying by Holm radio
        return one._replace(source=(before.span("source"),))
    if len(one.content) > 1 and 0 <= one.cue[0][0] - end <= 1:  # Oster was quoted by Holm radio as saying …
        return one._replace(source=one.content[:1], content=one.content[1:])
    return one


def addressed(one: Attribution, text: str) -> list[Attribution]:
    """Tavian, asked whether …, left; Tavian was told that …: somebody else asks and tells."""
    if not one.source or not one.cue or one.source[0][0] > one.cue[0][0]:
        return [one]
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


def with_rest(one: Attribution, text: str) -> Attribution:
    """The plan, Oster told Holm radio, ⟦is dead⟧: what goes on behind the reporting clause is said too."""
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
    rest = _REST.match(text, last)
    return one._replace(content=((start, end), rest.span("content"))) if rest else one


def in_words(found: list[Attribution], text: str) -> list[Attribution]:
    """In ⟦Oster⟧'s words, ⟦the talks had failed⟧; ⟦the talks⟧, in ⟦her⟧ view, ⟦had failed⟧: what the network reads
    over."""
    more = []
    for match in (*_IN_WORDS.finditer(text), *_IN_PASSING.finditer(text)):
        names = ("first", "rest") if "first" in match.re.groupindex else ("content",)
        spans = [match.span(name) for name in names]
        content = (*spans[:-1], (spans[-1][0], spans[-1][1] - 1))
        if not any(a < end and start < b for one in found for a, b in one.content for start, end in content):
            more.append(Attribution(content, (match.span("cue"),), (match.span("source"),), _SURE))
    return more


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


def without_occasion(one: Attribution, text: str) -> Attribution:
    """She said on ⟦arrival that the talks had failed⟧: what stands before "that" is no part of what she says."""
    start, end = one.content[0]
    occasion = _OCCASION.match(text, start, end) if _ON.search(text, max(0, start - 8), start) else None
    return one._replace(content=((occasion.end(), end), *one.content[1:])) if occasion else one


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


def own_source(one, text):
    """“We wait,” ⟦Oster⟧ said, according to the Holm agency: she says it, and not the agency that tells it."""
    if not one.source:
        return one
    told = _AS_TOLD_BY.fullmatch(text, one.content[-1][1], one.source[0][0])
    if not told or not isinstance(cue_class(told["cue"]), str):
        return one
    return one._replace(source=(told.span("source"),), cue=(told.span("cue"),))


def coordinated(one, text):
    """She said ⟦the truce had failed⟧ and warned ⟦that the border was shut⟧: two statements of one source.

    The parts of an `Attribution` whose unquoted content goes on with another verb of saying in the past, and "that".
    """
    start, end = one.content[-1]
    again = _VERB_AGAIN.search(text, start, end) if one.cue and one.cue[-1][1] <= start else None
    if not again or not isinstance(cue_class(again["cue"]), str) or any(mark in text[start:end] for mark in QUOTING):
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
