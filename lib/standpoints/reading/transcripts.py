"""Interviews and briefings printed as a transcript: whose turn each paragraph is.

Speech stands here without quotation marks and reporting verbs: `Oster: We will come.`, `Q: … A: …`, `**Why now?**`.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from standpoints.quotes import find_quotes
from standpoints.reading.attribution import CAPITAL, Attribution, Span

_BOLD = r"(?:\*\*|__)?"  # marks of bold print
_WORD = rf"(?:[{CAPITAL}][\w.’'-]*|of|the|for|and|de|van|von|der|al|bin|di|da|la)"
_ASIDE = r"(?: \([a-z][^()\n]{1,60}\))?"  # (spoke in Sundian), (to both ministers)
_TIME = r"(?: ?[(\[]\d{1,2}:\d{2}(?::\d{2})?[)\]])?"  # (01:15), of a recording
# Mira Oster: / **Gen. Brandt:** / MIRA OSTER, FOREIGN MINISTER: / Mr. Oster (Norland) (spoke in Sundian): / Mira Oster
# (Holm North) (Lab): / The Minister for Ports (Mira Oster): / Mira Oster (PPE). – / Speaker 2 (01:15):
_NAMED = re.compile(
    rf"[\"“]?{_BOLD}(?P<name>(?:[{CAPITAL}][\w.’'-]*(?: {_WORD}){{0,6}}|Speaker \d{{1,2}})"
    rf"(?:(?P<seat>(?: \((?![a-z\d])[^()\n]{{1,60}}\)){{1,2}})|, [^:.!?,\n]{{1,60}})?){_ASIDE}{_TIME}{_BOLD}"
    rf"(?:(?P<colon>:)|(?(seat)(?:, [^:.!?,\n]{{1,60}})?\. [–—]|(?!))){_BOLD}{_TIME}(?=\s|$)"
)
_HOLDER = re.compile(
    rf"(?:The|Madam|Mr\.?) [^(]*(?:Minister|Secretary|Speaker|Leader|Chair|Chancellor|Attorney|Solicitor)[^(]*"
    rf"\((?P<name>(?:[A-Z][a-z]+\.? )?[{CAPITAL}][\w’'-]+(?: [{CAPITAL}][\w’'-]+){{1,2}})\)"
)
_LETTERED = re.compile(
    rf"{_BOLD}(?P<name>(?:[QA]|Question|Answer)(?: ?\d{{1,2}})?)"
    rf"(?: [(\[][^()\[\]\n]{{1,40}}[)\]])?(?:(?P<colon>:)|\.| [–—-]| +(?= \w)){_BOLD}(?= )"
)
_WHOLLY_BOLD = re.compile(r"(\*\*|__)(?!\s)[^*_\n]{3,400}\?\1$")
# Lines that tell a thing, not a voice: "Venue: Room S-237", "Details: …".
FIELDS = frozenset(
    "time date venue place location source details detail background quote note update updated summary analysis "
    "opinion live breaking exclusive watch listen where when what who why how fact claim verdict price phone "
    "email tel contact address subject re from to rating score result results transcript reference points context "
    "recall photo video".split()
)
_CALLED_MR = re.compile(r"(?:mr|mrs|ms|miss|dr)\b", re.IGNORECASE)  # MR PRICE: is no field
_FIGURE = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*$")  # Norland: 1,769.
_QUESTION, _ANSWER = "question", "answer"
_BOTH = (_QUESTION, _ANSWER)
_LETTERS = {"q": _QUESTION, "a": _ANSWER, "question": _QUESTION, "answer": _ANSWER}
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.?!…][\"”’'»)*_\]]*\s*$")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|me)\b")
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|President|Prime Minister|Premier|Minister|Chancellor|Ambassador|Secretary|General|"
    r"Commissioner|Professor)"
)
# Mr Varga, why now? / Thank you, Minister Oster. — and where no question tells it: Interview with Mira Oster
_ADDRESSED = re.compile(rf"(?<!\w)({_TITLE}\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})(?=[,.?!]|$)")
_INTERVIEW = re.compile(
    rf"\b(?:[Ii]nterview(?:ed)?(?: with)?|[Qq]uestions (?:for|to)|Q&A:?(?: with)?|[Ii]n conversation with) "
    rf"((?:{_TITLE}\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,2}})"
)
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}")
_TITLED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,7}")  # Norlandish Foreign Minister Mira Oster
_BEGINS = re.compile(r"(?:^|[.?!\n][”\"’]?\s*)$")
_HEADLINE_WORDS = 20
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_TURNS, _MOST, _QUESTION_WORDS = 3, 0.6, 60  # answers at least, share of questions to "you", and words of a question
_INTRODUCTION = 1500  # characters at the head of a text that introduce who speaks
_SURE = 0.9  # by judgement: there is no corpus of transcripts to calibrate it on


class _Label(NamedTuple):
    paragraph: int
    name: Span | None  # None: a question or answer without a name
    colon: Span | None
    key: str
    begin: int  # where the speech begins


class _Turn(NamedTuple):
    label: _Label
    spans: tuple[Span, ...]


def read_transcript(text: str, paragraphs: list[Span]) -> list[Attribution]:
    """Return the turns of the transcript that the text is or holds, in order; none if it is no transcript.

    A turn has one span for each paragraph; questions are turns too. The source is the name in the label, the full
    one where the label has initials (MO after Mira Oster). Of an A, and of what follows a question in bold, it is
    whom the questions address ("Mr Varga, why now?") or the headline's "Interview with Ilan Varga"; else the letter.

    Voices that take turns make a transcript (A, B, A), a question with its answer, or two as records of parliaments
    print them, "Mira Oster (PPE). – …". One line with a name and a colon does not, nor do fields ("Venue: …"). Behind
    the last label only paragraphs in the first person go on.
    """
    labels = _labels(text, paragraphs) or _unmarked(text, paragraphs)
    in_a_record = sum(label.name is not None and label.colon is None and label.key not in _BOTH for label in labels) > 1
    if not in_a_record and not _take_turns([label.key for label in labels]):
        return []
    turns = [_turn(text, paragraphs, label, until) for label, until in pairwise([*labels, None])]
    sources = _sources(text, turns)
    return [
        Attribution(
            _own_words(text, turn.spans, source), (turn.label.colon,) if turn.label.colon else (), source, _SURE
        )
        for turn, source in zip(turns, sources, strict=True)
        if turn.spans
    ]


def _own_words(text: str, spans: tuple[Span, ...], source: tuple[Span, ...]) -> tuple[Span, ...]:
    """Oster: We will come. | ⟦Oster laughs.⟧ — a paragraph between the turns that begins with the name of who speaks
    tells of the speaker."""
    name = text[slice(*source[0])].split()[-1] if source else ""
    return spans[:1] + tuple(span for span in spans[1:] if not name or not text.startswith(f"{name} ", span[0]))


def _labels(text: str, paragraphs: list[Span]) -> list[_Label]:
    labels: list[_Label] = []
    for i, (start, end) in enumerate(paragraphs):
        found = _LETTERED.match(text, start, end) or _NAMED.match(text, start, end)
        if found and not _is_field(found["name"]) and not _FIGURE.match(text, found.end(), end):
            colon = found.span("colon") if found["colon"] else None
            holder = _HOLDER.fullmatch(text, *found.span("name"))
            name = holder.span("name") if holder else found.span("name")
            labels.append(_Label(i, name, colon, _key(text[slice(*name)]), found.end()))
        elif _WHOLLY_BOLD.match(text, start, end):
            labels.append(_Label(i, None, None, _QUESTION, start))
        elif labels and labels[-1].paragraph == i - 1 and labels[-1].key == _QUESTION and labels[-1].name is None:
            labels.append(_Label(i, None, None, _ANSWER, start))  # behind a question in bold
    return labels[1:] if _heads_the_page(text, paragraphs, labels) else labels


def _unmarked(text: str, paragraphs: list[Span]) -> list[_Label]:
    """The questions and answers of an interview whose bold print was lost: lines that ask "you", and answers in the
    first person. An explainer's questions ("What does Sund want?") are neither."""
    asks = [i for i, span in enumerate(paragraphs) if _is_plain_question(text[slice(*span)])]
    answers = [i + 1 for i in asks if i + 1 < len(paragraphs) and i + 1 not in asks]
    spoken = sum(_in_first_person(text[slice(*paragraphs[i])]) for i in answers)
    to_you = sum(_YOU.search(text, *paragraphs[i]) is not None for i in asks)
    if len(answers) < _TURNS or to_you < _MOST * len(asks) or spoken < _MOST * len(answers):
        return []
    labels = [_Label(i, None, None, _QUESTION, paragraphs[i][0]) for i in asks]
    return sorted([*labels, *(_Label(i, None, None, _ANSWER, paragraphs[i][0]) for i in answers)])


def _is_plain_question(paragraph: str) -> bool:
    line = paragraph.strip()
    return line.endswith("?") and line[:1] not in '"“‘«„' and len(line.split()) <= _QUESTION_WORDS


def _key(name: str) -> str:
    """The voice of a label: PRESIDENT ILAN VARGA, Ilan Varga (Sundia) and Varga are one."""
    word = re.split(r" \(|, ", name)[0].split()[-1].casefold()
    return _LETTERS.get(name.casefold().rstrip(" 0123456789"), word)


def _is_field(name: str) -> bool:
    return _key(name) in FIELDS and not _CALLED_MR.match(name)


def _heads_the_page(text: str, paragraphs: list[Span], labels: list[_Label]) -> bool:
    """Mira Oster: we will come | The minister met us in Holm. — a headline, no turn."""
    if len(labels) < 2 or labels[0].paragraph or labels[1].paragraph == labels[0].paragraph + 1:
        return False
    line = text[labels[0].begin : paragraphs[0][1]]
    return bool(line) and (len(line.split()) <= _HEADLINE_WORDS or not _SENTENCE_END.search(line))


def _turn(text: str, paragraphs: list[Span], label: _Label, following: _Label | None) -> _Turn:
    until = following.paragraph if following else len(paragraphs)
    spans = [_plain(text, label.begin, paragraphs[label.paragraph][1])]
    for start, end in paragraphs[label.paragraph + 1 : until]:
        if following is None and spans[0][0] < spans[0][1] and not _in_first_person(text[start:end]):
            break
        spans.append(_plain(text, start, end))
    return _Turn(label, tuple(span for span in spans if _LETTER.search(text, *span)))


def _in_first_person(paragraph: str) -> bool:
    """‘We know it,’ he told the paper later: not where only a quotation is."""
    quoted = find_quotes(paragraph)
    return any(not any(q.start <= m.start() < q.end for q in quoted) for m in _FIRST_PERSON.finditer(paragraph))


def _plain(text: str, start: int, end: int) -> Span:
    """Without the white space and the marks of bold print around it."""
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return start, end


def _take_turns(keys: list[str]) -> bool:
    """Whether a voice comes back after one other, or two voices after several; or somebody speaks after a question."""
    if any(a == _QUESTION != b for a, b in pairwise(keys)):
        return True
    if any(a == c != b for a, b, c in zip(keys, keys[1:], keys[2:], strict=False)):
        return True
    return sum(often > 1 for often in Counter(a for a, b in pairwise([*keys, ""]) if a != b).values()) > 1


def _sources(text: str, turns: list[_Turn]) -> list[tuple[Span, ...]]:
    guest = _guest(text, turns)
    names = [label.name for label, _ in turns if label.name]
    introduced = [*names, *(m.span() for m in _FULL_NAME.finditer(text[:_INTRODUCTION]))]
    of_initials: dict[str, dict[str, Span]] = {}
    for start, end in reversed(introduced):
        name = text[start:end]
        of_initials.setdefault("".join(word[0] for word in name.split()), {})[name] = (start, end)
    sources = []
    for turn in turns:
        source = turn.label.name and _in_full(text, turn.label.name, of_initials)
        if turn.label.key == _ANSWER:
            source = guest or source
        sources.append((source,) if source else ())
    return sources


def _in_full(text: str, name: Span, of_initials: dict[str, dict[str, Span]]) -> Span:
    """The name that initials stand for, where only one person introduced has them; else the label itself."""
    initials = text[slice(*name)]
    full = of_initials.get(initials, {}) if re.fullmatch(r"[A-Z]{2,3}", initials) else {}
    return next(iter(full.values())) if len(full) == 1 else name


def _guest(text: str, turns: list[_Turn]) -> Span | None:
    """Who answers, where the answers have no name: the one named voice that asks nothing, or who is addressed."""
    asking = {t.label.key for t in turns if t.spans and text[t.spans[-1][1] - 1] == "?"}
    asking |= {_QUESTION, _ANSWER}
    voices = {t.label.key: t.label.name for t in reversed(turns) if t.label.name and t.label.key not in asking}
    if len(voices) == 1:
        return next(iter(voices.values()))
    for turn in turns:
        for start, end in turn.spans:
            if turn.label.key != _ANSWER and (found := _ADDRESSED.search(text, start, end)):
                return found.span(1)
    found = _INTERVIEW.search(text[:_INTRODUCTION])
    return found.span(1) if found else _introduced_alone(text[: turns[0].spans[0][0]] if turns[0].spans else "")


def _introduced_alone(introduction: str) -> Span | None:
    """Mira Oster led Sundia until May. We met her in Holm. — the only full name that begins a sentence there."""
    names = {  # looked for right before each name alone: from the start on it would cost the square of the length
        m[0]: m.span() for m in _TITLED.finditer(introduction)
        if _BEGINS.search(introduction, max(m.start() - 20, 0), m.start())
    }  # fmt: skip
    return next(iter(names.values())) if len(names) == 1 else None
