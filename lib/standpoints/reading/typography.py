"""Who says what by what the page shows: quotation marks, reporting verbs, *according to*, colons.

The simple reader of text: good where speech is quoted or plainly reported, blind where no reporting verb stands.
Each sentence is looked at with its quotations masked, so that a verb inside a quotation is no cue.
"""

import re
from bisect import bisect_left

from standpoints.quotes import quotes_of
from standpoints.reading.attribution import CAPITAL, Attribution, Span, moved
from standpoints.reading.cues import cue_class
from standpoints.reading.verbs import (
    FINITE,
    MASK,
    PAST_BEFORE_NAME,
    is_subject,
    report,
    reports,
    subject_before,
    verb_group,
)
from standpoints.sentences import paragraphs, sentence_spans

# What may follow the verb of a closing clause: … the premier said | on Monday, told | reporters.
_TAIL = re.compile(
    r"(?: (?:on|in|to|at|via|during|after|before|from|while|when|as|by|for|about|late|early|earlier|this|"
    r"last|yesterday|today|reporters|journalists|the \w+|[A-Z]\w+day)\b.*)?$"
)
_NOTHING = re.compile(r"[\s.]*(?:(?:that|what|which|about|very well|\S{1,2})[\s.]*)?$", re.I)
_SAYING = frozenset("says claims stresses assures accuses thinks".split())
_THAT = re.compile(rf" (?:that\b|{MASK})")
_MAX_TAIL = 12  # words


def read_quotations(text: str) -> list[Attribution]:
    """Return the statements that typography and reporting verbs show, in text order.

    A content keeps its quotation marks; of “We wait,” he said, “and hope.” it is two spans. A sentence that is one
    quotation without a reporting verb gives a content with neither cue nor source.

    Cannot see: speech without a verb of `cues.py`, a source outside the sentence.
    """
    found: list[Attribution] = []
    spans = paragraphs(text)
    for (start, end), marked in zip(spans, quotes_of(text, spans), strict=True):
        quotes = [quote[:2] for quote in marked]
        for a, b in sentence_spans(text, start, end):
            here = read_sentence(text, a, b, quotes[bisect_left(quotes, (a,)) : bisect_left(quotes, (b,))])
            if found and here and not here[0].cue and _goes_on(text, start, found[-1], here[0]):
                found[-1] = found[-1]._replace(content=found[-1].content + here[0].content)
            else:
                found += here
    return found


def read_plainly(text: str, start: int, end: int) -> list[Attribution]:
    """Return what somebody plainly reports in `text[start:end]`, which the network read over."""
    return [moved(one, start) for one in read_quotations(text[start:end]) if one.cue and one.source and one.content]


def may_report(text: str) -> bool:
    """Whether anybody can be found to speak in `text`: not without a reporting verb, *according to* or a colon."""
    return ": " in text or "ccording to " in text or bool(report().search(text))


def _goes_on(text: str, paragraph: int, said: Attribution, quotation: Attribution) -> bool:
    """“We wait,” he said. “And we hope.” The second quotation goes on with what was said in this paragraph."""
    between = text[max(said.content[-1][1], said.cue[-1][1] if said.cue else 0) : quotation.content[0][0]]
    return said.content[0][0] >= paragraph and bool(said.source) and len(between.split()) <= _MAX_TAIL


def read_sentence(text: str, start: int, end: int, quotes: list[Span]) -> list[Attribution]:
    """Return the statements of the sentence `text[start:end]`, whose quotations are known."""
    masked = _mask(text, start, end, quotes)
    for read in (_according_to, _reporting_clause_last, _name_and_colon, _reporting_clause_first):
        found = read(masked)
        if found:
            return [_as_attribution(text, start, *spans) for spans in found]
    if quotes and MASK * 3 in masked and len(masked.replace(MASK, "").strip(" ,.")) == 0:
        return [Attribution(content=((start, end),), confidence=0.5)]
    return []


def _mask(text: str, start: int, end: int, quotes: list[Span]) -> str:
    masked = text[start:end]
    for a, b in quotes:
        masked = masked[: a - start] + MASK * (min(b, end) - a) + masked[b - start :]
    return masked


def _as_attribution(text: str, offset: int, content: list[Span], cue: Span | None, source: Span | None) -> Attribution:
    def whole(span: Span) -> Span:
        return _trim(text, offset + span[0], offset + span[1])

    contents = tuple(span for span in map(whole, content) if span[0] < span[1])
    colon = cue and text[offset + cue[0]] == ":"
    reporting = ((offset + cue[0], offset + cue[1]) if colon else whole(cue),) if cue else ()
    return Attribution(contents, reporting, (whole(source),) if source else (), confidence=0.7)


def _trim(text: str, start: int, end: int) -> Span:
    """Without the spaces, commas and the full stop around it; a stop inside the closing mark stays."""
    while start < end and text[start] in " ,;:\n\t\u00a0":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    return start, end


# --- the four ways of reporting, each: masked sentence → (content spans, cue, source) --------------------------


def _according_to(masked: str):
    """According to the premier, the talks had failed. / The talks had failed, according to the premier."""
    cue = re.search(r"\b[Aa]ccording to ", masked)
    if cue is None:
        return []
    rest = masked[cue.end() :]
    comma = rest.find(", ")
    if cue.start() > 3:
        stop = len(masked) if comma < 0 else cue.end() + comma
        return [([(0, cue.start())], cue.span(), (cue.end(), stop))]
    if comma < 0:
        return []
    begin = comma + 2 + apposition_length(rest[comma + 2 :])
    return [([(cue.end() + begin, len(masked))], cue.span(), (cue.end(), cue.end() + comma))]


def apposition_length(words: str) -> int:
    """Length of what only explains the name before it: According to Mira Oster, ⟦the head of the talks,⟧ they had met.

    It begins with a small letter, ends with a comma and has no verb; 0 if there is none.
    """
    comma = words.find(", ")
    return comma + 2 if comma > 0 and words[0].islower() and not FINITE.search(words[:comma]) else 0


def _reporting_clause_last(masked: str):
    """The talks failed, the premier said. / “We wait,” said Oster, the minister, “and hope.”"""
    for begin, stop, quoted in _clauses_after_content(masked):
        body = masked[begin:stop].rstrip(" .!?,:;")
        spans = _subject_and_verb(body, quoted)
        if spans is None:
            continue
        source, cue = spans
        content = [(0, begin)]
        if masked[stop:].strip(" .,"):
            content.append((stop, len(masked)))
        shifted = [(begin + a, begin + b) for a, b in (cue, source)]
        return [(content, *shifted)]
    return []


def _clauses_after_content(masked: str):
    """Places where a reporting clause may follow what is said: after a quotation, else after the last comma."""
    for quote in re.finditer(rf"{MASK}+", masked):
        following = masked.find(MASK, quote.end())
        if masked[: quote.start()].strip(" ") == "" and quote.end() - quote.start() > 3:
            yield quote.end(), following if following > 0 else len(masked), True
    comma = masked.rfind(", ")
    if comma > 0:
        yield comma + 1, len(masked), False


def _subject_and_verb(body: str, quoted: bool) -> tuple[Span, Span] | None:
    """Source and cue of "President Tavian wrote on his channel" or, after a quotation, of "said Mira Oster"."""
    lead = len(body) - len(body.lstrip(" ,"))
    # Right after a quotation any past tense before a name reports: “Never,” scoffed Mira Oster.
    verb = verb_group().match(body, lead) or PAST_BEFORE_NAME.match(body, lead)
    subject = re.match(r"\s*([^\s,;.][^,;.]*)", body[verb.end() :]) if verb and quoted else None
    if subject:
        return (verb.end() + subject.start(1), verb.end() + subject.end(1)), verb.span()
    for verb in verb_group().finditer(body, lead):
        subject = body[lead : verb.start()].strip(" ,")
        plain = subject.split(", ")[0]
        tail = body[verb.end() :]
        if verb.group("verb").endswith("ing") and not verb.group("aux"):
            continue
        if is_subject(plain) and len(tail.split()) <= _MAX_TAIL and not tail.startswith(" that "):
            if quoted or (_TAIL.match(tail) and cue_class(verb.group()) in _SAYING):
                return (lead, lead + len(plain)), (verb.start(), verb.end() + _addressee(tail))
    return None


def _addressee(tail: str) -> int:
    """Length of what belongs to the cue: "told reporters", "said in a statement", "wrote on his channel"."""
    place = r"(?:on|in|to|at|via|during) (?:a|an|his|her|their|its|the) [\w\- ]+"
    matched = re.match(rf" (?:{place}|reporters|journalists)", tail)
    return len(matched.group().rstrip()) if matched else 0


def _name_and_colon(masked: str):
    """Tavian: “We are ready.” / Oster: no talks before spring"""
    matched = re.match(rf"([{CAPITAL}][\w.’'-]*(?: [{CAPITAL}][\w.’'-]*){{0,4}})(:) +(?=[{MASK}\w])", masked)
    if matched is None:
        return []
    return [([(matched.end(), len(masked))], matched.span(2), matched.span(1))]


def _reporting_clause_first(masked: str):
    """The premier said that the talks had failed, but stressed that “the door is open”."""
    found: list = []
    source = None
    for verb in verb_group().finditer(masked):
        if not reports(masked, verb):
            continue
        subject = subject_before(masked, verb.start())
        joined = found and re.search(r"[,;]? (?:and|but|while|yet)\s*$", masked[: (subject or verb.span())[0]])
        if joined and subject is None:
            # … stated they are open to a truce, but emphasise that …: one speaker, a second cue.
            content, cue, _ = found[-1]
            found[-1] = ([(content[0][0], joined.start())], cue, source)
        elif subject is None or (found and not (joined and _THAT.match(masked, verb.end()))):
            continue
        else:
            source = subject
            if found:  # she asked whether it rained, and he replied that it did
                found[-1] = ([(found[-1][0][0][0], subject[0] - len(joined.group()))], *found[-1][1:])
        begin = verb.end() + _before_content(masked[verb.end() :])
        found.append(([(begin, len(masked))], verb.span(), source))
    return [entry for entry in found if not _NOTHING.match(masked, *entry[0][0])]


def _before_content(rest: str) -> int:
    """Length of what stands before the content: told reporters | that …, said on Tuesday | that …, added | : …,
    put it well | : “…”."""
    words = r"(?: [\w’'-]+)"
    before = rf"(?! that\b){words}{{1,6}}?(?= that\b)| (?:reporters|journalists)\b|{words}{{1,5}}:(?= {MASK})|:"
    matched = re.match(before, rest)
    return len(matched.group()) if matched else 0
