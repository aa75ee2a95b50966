"""Where persons stand in a text: in which sentence and quotation, as a subject, an owner or something else."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import islice, takewhile
from typing import NamedTuple

from standpoints.quotes import quotes_of
from standpoints.reading.attribution import QUOTING
from standpoints.sentences import paragraphs

Span = tuple[int, int]
OPENING = re.compile(
    r"(?!according)(?:in|on|at|after|before|during|despite|for|with|when|while|as|by|since|until|from|through|asked|"
    r"\w+ing)\b",
    re.IGNORECASE,
)
"""So a phrase begins that leads up to the subject: In his speech, Tavian …"""
_REACH = 150  # characters before a name that tell as what it stands
_VOICES = 5  # speakers before a place one of whom says what stands there


class Person(NamedTuple):
    """One place where a person is named, described or meant; the same `key` is the same person."""

    start: int
    end: int
    key: object
    gender: str | None
    place: str  # "subject", "owner" (Oster's, his) or "other"
    kind: str = "name"  # "name", "description", "indefinite" (a man), "kin" (his mother) or "pronoun"


class Speech(NamedTuple):
    """What somebody says, and where the speaker stands (None: not known)."""

    start: int
    end: int
    speaker: Span | None
    quoted: bool


class Page(NamedTuple):
    """A text with its sentences and what is said in it."""

    text: str
    starts: list[int]  # of the sentences
    quotes: list[Speech]  # in quotation marks, whether it is known who speaks or not
    voices: list[Speech]  # those whose speaker is known, in the order of the speakers
    reported: list[Span]  # what is said by somebody, none touching another
    turns: list[Span]  # what is said in an interview printed as a transcript, so too

    def sentence(self, position: int) -> int:
        return bisect_right(self.starts, position)

    def sentence_start(self, position: int) -> int:
        return self.starts[max(0, self.sentence(position) - 1)]

    def place(self, start: int, end: int, *, lead: int | None = None) -> str:
        """As what a name stands there: see `place_of`; also by where its titles begin, its `lead`."""
        own = place_of(self.text, self.sentence_start(start), start, end)
        return own if own != "other" or lead is None else place_of(self.text, self.sentence_start(lead), lead, end)

    def last_speaker(self, position: int) -> Span | None:
        """The speaker who stands last of all that end before a character."""
        before = bisect_right(self.voices, position, key=lambda speech: speech.speaker[0])
        speakers = (self.voices[i].speaker for i in range(before - 1, -1, -1))
        return next((speaker for speaker in speakers if speaker[1] <= position), None)

    def is_reported(self, position: int) -> bool:
        i = bisect_right(self.reported, (position, len(self.text)))
        return i > 0 and position < self.reported[i - 1][1]

    def spoken_by(self, start: int, end: int) -> list[Speech]:
        """What somebody says whose name or description shares a character with a span."""
        first = bisect_left(self.voices, start, key=lambda speech: speech.speaker[1])
        return list(takewhile(lambda speech: speech.speaker[0] < end, islice(self.voices, first, None)))

    def voice_at(self, position: int) -> Speech | None:
        """What is said at a character by somebody who stands before it; of several the last to begin."""
        before = bisect_right(self.voices, position, key=lambda speech: speech.speaker[0])
        for speech in reversed(self.voices[max(0, before - _VOICES) : before]):
            if speech.speaker[1] <= position and speech.start <= position < speech.end:
                return speech
        return None

    def is_told_by(self, name: Span, description: Span) -> bool:
        """Whether the described speak, and a comma before them ends what they say or an opening phrase: "Norland will
        talk to Karst, the minister said"; "Asked about Karst, the minister said"."""
        said = [s for s in self.spoken_by(*description) if name[1] <= s.speaker[0]]
        start = self.sentence_start(name[0])
        opens = OPENING.match(self.text, start) and "," not in self.text[start : name[1]]
        return bool(said and opens) or any(s.start <= name[0] < s.end for s in said)

    def is_in_a_turn(self, position: int) -> bool:
        """Whether a character stands in what somebody says in an interview printed as a transcript."""
        i = bisect_right(self.turns, (position, len(self.text)))
        return i > 0 and position < self.turns[i - 1][1]

    def quote(self, position: int) -> Speech | None:
        i = bisect_right(self.quotes, position, key=lambda speech: speech.start)
        return self.quotes[i - 1] if i and position < self.quotes[i - 1].end else None


def page_of(text: str, sentences: list[Span], speech: list[Speech]) -> Page:
    """Return the page of a text whose sentences and statements are known.

    A quotation of a few words counts as the reporter's: Oster said she was “proud of her record”.
    """
    voices = sorted((s for s in speech if s.speaker), key=lambda s: s.speaker)
    direct = sorted((s for s in voices if s.quoted), key=lambda s: s.start)
    quotes = []
    for quote in (quote for paragraph in quotes_of(text, paragraphs(text)) for quote in paragraph):
        if _WHOLE.match(text, quote.start, quote.end):
            i = bisect_right(direct, quote.end - 1, key=lambda s: s.start) - 1
            speaker = direct[i].speaker if i >= 0 and direct[i].end > quote.start else None
            quotes.append(Speech(quote.start, quote.end, speaker, True))
    reported, turns = (
        _joined((s.start, s.end) for s in said) for said in (voices, (s for s in direct if _turn(text, s)))
    )
    return Page(text, [start for start, _ in sentences], quotes, voices, reported, turns)


def _turn(text: str, said: Speech) -> bool:
    """Oster: ⟦We wait.⟧ — whether it stands behind a label, or begins a line, without quotation marks."""
    label = text[max(0, said.start - 6) : said.start].rstrip(" *_")
    return text[said.start] not in _MARKS and label[-1:] in ("", ":", "\n")


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans none of which touches another."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


_MARKS = QUOTING | frozenset("'‘’")
_WHOLE = re.compile(r"\W+(?:[A-Z0-9][^\s]*)(?:\s+\S+){3}")
_VERB = re.compile(
    r"(?:,[^,.;:]{1,60},)?\s*[\"“]?(?:(?:last|on|this)\s+\w+\s+)?(?:\w+ly\s+|also\s+|then\s+|later\s+|now\s+|never\s+|still\s+)?"
    r"(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|shall|should|does|did|do|says|said|told|"
    r"went|came|made|took|got|gave|began|became|left|met|wrote|spoke|saw|knew|felt|found|kept|held|stood|sat|won|lost|"
    r"led|ran|put|let|read|set|grew|drew|threw|flew|rose|fell|thought|brought|bought|caught|taught|fought|sought|"
    r"built|sent|lit|fled|shot|struck|tore|stole|froze|meant|shook|hung|drank|ate|slept|woke|wept|wore|broke|chose|drove|rode|sang|heard|paid|sold|laid|spent|understood|"
    r"\w+ed|\w{2,}[^s\W]s)\b"
)
_OF_WHOM = re.compile(
    r"(?<!according) (?:for|of|to|from|with|by|about|against) "
    r"(?:(?:the|Mrs?|Ms|Dr|President|Premier|Prime|Minister|Chancellor|General|Gen|Sen|Senator)\.? )*$"
)
_BEGINS = re.compile(r"(?:An?|The|One|Another) (?:[\w-]+ ){0,2}")  # A former ⟦Norlandish diplomat⟧ who saw it left
_INVERTED = re.compile(  # “We wait,” said Oster; not: Tavian called Oster
    r"(?:^|[,”\"’'»—–]\s*)(?:said|says|added|asked|wrote|told|stated|warned|insisted|\w+ed)\s+(?:[\w.-]+\s+){0,4}$"
)
_AFTER_NEVER = re.compile(  # Only then did Oster speak
    r"(?:Only|Not|Never|Nor|Neither|Rarely|Seldom|Hardly)\b[^,.;:“”\"]* (?:do|does|did|has|had|is|was|will|would) "
)
_PRESENTED = re.compile(  # In the yard stood a soldier; there was a soldier
    r"(?:in|on|at|near|by|among|behind|beside|next|outside|inside|nearby|opposite|upstairs|downstairs|there|here|then|with)\b"
    r"(?:(?! (?:he|she|it|they|who|that|which)\b)[^,.;:“”\"])* ?"
    r"\b(?:stood|sat|lay|waited|came|was|were|stands|sits|lies|waits|comes|is|are)(?: also| only)? ",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"{OPENING.pattern}[^.;:“”\"]*, ", re.IGNORECASE)
_VERB_LATER = re.compile(  # At the stop, a man ⟦in a blue coat was⟧ waiting
    rf" (?:in|of|from|at|with|near) (?:(?!(?:and|or|but|who|that|which|when)\b)[\w’'-]+ ){{1,5}}?(?={_VERB.pattern})"
)


def place_of(text: str, sentence_start: int, start: int, end: int) -> str:
    """Whether a name is a subject ("Oster went", "said Oster"), an owner ("Oster's dog") or something else."""
    if text[end : end + 2] in ("'s", "’s") or text[end - 2 : end] in ("'s", "’s"):
        return "owner"
    if text[end - 1 : end] == "s" and text[end : end + 2] in ("' ", "’ "):  # Harms’ brother
        return "owner"
    before = text[sentence_start:start]
    near = max(0, len(before) - _REACH)
    if _OF_WHOM.search(before, near):
        return "other"
    if (
        _VERB.match(text, end)
        or len(before.split()) <= 1
        or _BEGINS.fullmatch(before)
        or _INVERTED.search(before, near)
    ):
        return "subject"
    if _AFTER_NEVER.fullmatch(before) or _PRESENTED.fullmatch(before):
        return "subject"
    if _OPENED.fullmatch(before) and _VERB_LATER.match(text, end):
        return "subject"
    return "other"
