"""Where the codebook's phrases stand in a text, and which of them were not meant by their author."""

import re
from typing import NamedTuple

from standpoints.stances.clauses import clause_breaks, conditions
from standpoints.stances.phrases import Phrase, only_words, possible_phrases

Phrases = list[tuple[str, str, str, Phrase]]
"""Each (issue, stance, kind, phrase), as `Codebook.phrases` gives them."""

# A phrase that leaps from what is promised into what it hangs on was not meant by its author: "we will *send*
# observers *only after* the *guns* fall silent".
_OPENER = re.compile(
    r"\b(?:unless|until|if|only (?:after|once|when)|provided|as long as|in exchange for|in return for"
    r"|(?:would|will|could|can) help)\b",
    re.IGNORECASE,
)
# So too "ready to *send* a battalion *once* the *guns* fall silent", where the phrase only names something.
_ONCE = re.compile(r"\b(?:once(?!\s(?:more|again))|as\ssoon\sas(?!\spossible))\b", re.IGNORECASE)
NAMING = ("names", "ours", "bare", "undoes")
# "A truce *now would* freeze the conflict", "a deal *would only bring* a truce"; for "a deal that would", see clauses.
_DEAL = re.compile(r"\b(?:deal|agreement|settlement|compromise)\b(?!\s(?:that|which)\b)", re.IGNORECASE)
_BRINGS_ABOUT = re.compile(
    r"\s(?:(?!and|or|but|nor)\w+\s){0,3}(?:will|would|can|could|may|might)\s(?:(?!not|never)[\w'-]+\s){0,4}",
    re.IGNORECASE,
)


class Match(NamedTuple):
    """A phrase of the codebook found in a text; `gaps` are the words that its dots stand for."""

    issue: str
    stance: str
    kind: str
    start: int
    end: int
    gaps: tuple[tuple[int, int], ...]
    written: str


def find(text: str, phrases: Phrases, index: dict[str, list[int]]) -> tuple[list[Match], list[Match]]:
    """The phrases found, and what is left alone (look-alikes, effects of something else).

    Of two in one place the longer is meant: "three-day truce", not "truce".
    """
    words = only_words(text)
    places = possible_phrases(words, index)
    seen = [(*phrases[place], m) for place in places for m in phrases[place][3].find(text, words)]
    clauses = conditions(text, (0, len(text))) if seen else []
    found, never = [], []
    for issue, stance, kind, phrase, m in seen:
        m = _tightened(m, text)
        between = [m.group(i) for i in range(1, m.re.groups + 1) if m.group(i)]
        if any(_OPENER.search(gap) or (kind in NAMING and _ONCE.search(gap)) for gap in between):
            continue
        # "If they keep | refusing, we will impose sanctions": it would leap out of the condition.
        if any(c.opened <= m.start() < c.end < m.end() for c in clauses):
            continue
        gaps = tuple(m.span(i) for i in range(1, m.re.groups + 1) if m.group(i))
        if kind == "never" and any(clause_breaks(text, *gap) for gap in gaps):
            continue  # "approve nothing against *Moscow* nor *send its soldiers*"
        match = Match(issue, stance, kind, m.start(), m.end(), gaps, phrase.written)
        (never if kind == "never" else found).append(match)
    found = [f for f in found if not any(n[:2] == f[:2] and overlap(n, f) for n in never)]
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.start - m.end, m.kind in NAMING)):
        if not any(k.issue == match.issue and overlap(k, match) for k in kept):
            kept.append(match)
    effects = [m for m in kept if m.kind in NAMING and _is_effect(m, kept, text)]
    return [m for m in kept if m not in effects], never + effects


def _is_effect(match: Match, matches: list[Match], text: str) -> bool:
    """What one thing would bring about is nobody's wish by that alone: "a truce now would *freeze the conflict*"."""
    ends = [other.end for other in matches if other.issue != match.issue]
    ends += [deal.end() for deal in _DEAL.finditer(text, 0, match.start)]
    return any(end < match.start and _BRINGS_ABOUT.fullmatch(text, end, match.start) for end in ends)


def _tightened(m: re.Match, text: str) -> re.Match:
    """The same phrase without the clause before: "from the *Kyiv* region, *Kyiv discarded* it"."""
    while any(clause_breaks(text, *m.span(i)) for i in range(1, m.re.groups + 1) if m.group(i)):
        later = m.re.search(text, m.start() + 1, m.end())
        if later is None or later.end() != m.end():
            break
        m = later
    return m


def overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end
