"""Positions: where a statement stands on the codebook's issues, with the words that show it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.stances.attitudes import Stand, weigh
from standpoints.stances.clauses import Condition, clause_start, conditions
from standpoints.stances.copies import WHOLE
from standpoints.stances.demands import as_meant
from standpoints.stances.finding import NAMING, Match, find
from standpoints.stances.hanging import UNTIL, is_ended, is_offered, main_sign
from standpoints.stances.hearing import as_plain, blanked, lead_of, only_supposed, spans_inside
from standpoints.stances.likeness import alike, is_strange
from standpoints.stances.others import is_denied_report, is_hearsay, is_of_others, is_opinion_of_others
from standpoints.stances.places import is_elsewhere
from standpoints.stances.telling import Named, named_by_article, named_for, tells_of_another
from standpoints.stances.vocabulary import attitude_words, words_between

COLUMNS = ["article_id", "statement_id", "issue", "stance", "agree", "condition", "how",
           "evidence_start", "evidence_end", "score"]  # fmt: skip

# How sure a reading is (0…1), set by hand from what was seen to go wrong: a phrase that states the stance;
# the stance named and somebody for or against it; named in a condition ("if Russia agrees to a truce").
_SCORES = {"says": 0.95, "denies": 0.95, "names": 0.85, "ours": 0.85, "undoes": 0.85, "bare": 0.8, "in condition": 0.7}

_SENTENCE = re.compile(r"(?:[^.!?;:]|:(?!\s))+(?:[.!?;:]+|$)")
_LAST_WORD = re.compile(
    r",\s[\w\s'.-]{1,60}?\s(?:demand|insist|propos|suggest|urg|threaten|vow|pledg|promis|offer|plead|beg|appeal|implor)(?:ed|ged|es|s|e)?\b[^,]{0,40}$"
)
# "*Give* us back our children!": what somebody is told to do is wanted.
_DO = re.compile(
    r"(?:give|bring|send|open|let|lift|release|free|withdraw|return|end|stop|hand|take|leave|get|pull|deliver|exchange|punish)\s"
    r"(?:\w+ing|us|our|the|an?|all|every|your|those|these|them|him|her|this)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:[\w\s]{1,40}(?=[“\"]))?[\s“”\"']*(?:(?:please|just|now|then|so|first),?\s)*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:before|prior)\b", re.IGNORECASE)


class Reading(NamedTuple):
    """A match that was weighed."""

    match: Match
    agree: bool
    condition: tuple[int, int] | None
    start: int
    end: int
    how: str
    score: float


def code_positions(statements: pd.DataFrame, codebook: Codebook, mentions: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row for each position that a statement takes on an issue of the codebook.

    Needs `article_id, statement_id, start, text`; uses `speaker, cue, cue_class, form, within, end` where they are
    there. With `mentions` (article_id, start, end, actor, side) and the `actor` and `side` of the statements, what
    another side wants or refuses is not taken for the speaker's own position, nor does he refuse his side's demands.

    Returns `article_id, statement_id, issue, stance, agree` (False: ruled out, rejected, denied), `condition`
    (the "only after", "if", "unless" clause or NaN), `how` (the phrase of the codebook, and the words for and against),
    `evidence_start, evidence_end` (characters of the article's text) and `score` (0…1).

    Where no phrase is found, a sentence that means the same as the codebook's own counts: `how` is then like “example”
    with the likeness, which is the `score` too, and the evidence is the sentence.

    A statement inside another (`within`) is read on its own, and its words do not count for the outer one; if the
    outer one denies it, neither takes it, and one that is only supposed ("sanctions if it refuses a truce") takes
    none. Most statements take no position. It cannot see irony, nor a position that needs the sentence before ("we
    will never accept that"), nor whose position a reported one is unless `within` or `mentions` say.

    | text                                             | → issue, stance, agree, condition                           |
    |--------------------------------------------------|-------------------------------------------------------------|
    | Norland did not rule out a truce                 | ceasefire, full-ceasefire, True                             |
    | We will lift the sanctions only if they withdraw | sanctions, lift-sanctions, True, "only if they withdraw"    |
    | The sanctions were imposed in 2014               | (no row)                                                    |
    """
    columns = ["article_id", "statement_id", "start", "text", "speaker", "cue", "cue_class", "form", "within", "actor",
               "side"]  # fmt: skip
    table = statements.reindex(columns=columns)
    named_in = named_by_article(mentions)
    supposed = only_supposed(table)
    inner = spans_inside(statements[~statements["statement_id"].isin(supposed)])
    denied = set(table.loc[table["cue_class"] == "denies", "statement_id"])
    rows = []
    for row in table.astype(object).itertuples(index=False):
        if not isinstance(row.text, str) or row.within in denied or row.statement_id in supposed:
            continue
        text = blanked(row.text, int(row.start), inner.get((row.article_id, row.statement_id), []))
        lead = lead_of(row)
        offset = int(row.start) - len(lead)
        named = named_for(row, named_in.get(row.article_id, []), offset)
        for reading in read_positions(lead + text, codebook, named, row.side):
            first, last = max(reading.start, len(lead)) + offset, reading.end + offset
            condition = float("nan")
            if reading.condition:
                a, b = reading.condition
                condition = row.text[max(a - len(lead), 0) : b - len(lead)].strip()
            rows.append([row.article_id, row.statement_id, reading.match.issue, reading.match.stance, reading.agree,
                         condition, reading.how, first, last, reading.score])  # fmt: skip
    kinds = {"agree": "bool", "evidence_start": "int64", "evidence_end": "int64", "score": "float64"}
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(COLUMNS, "str") | kinds)


def read_positions(text: str, codebook: Codebook, named: Sequence[Named] = (), side: object = None) -> list[Reading]:
    """Each position that `text` takes, at most one for each stance, in order; `named` in it; `side` of who speaks."""
    plain = as_plain(text)
    matches, never = find(plain, codebook.phrases, codebook.index)
    readings = _by_phrases(plain, codebook, matches, named)
    readings += _by_likeness(plain, codebook, readings, matches, never, named)
    readings = as_meant([r for r in readings if not _is_beside(plain, r, codebook)], never, side, codebook)
    best: dict[tuple[str, str], Reading] = {}
    for reading in sorted(readings, key=lambda r: (-r.score, r.start)):
        best.setdefault((reading.match.issue, reading.match.stance), reading)
    return sorted(best.values(), key=lambda r: (r.start, r.match.issue, r.match.stance))


def _by_phrases(plain: str, codebook: Codebook, matches: list[Match], named: Sequence[Named]) -> list[Reading]:
    sentences = [m.span() for m in _SENTENCE.finditer(plain)]
    readings = []
    for match in matches:
        sentence = next((s for s in sentences if s[0] <= match.start < s[1]), None)
        if sentence is None or plain[: sentence[1]].endswith("?"):
            continue
        reading = _read(plain, sentence, match)
        if reading and not _is_told(plain, sentence, reading, named):
            readings.append(reading)
    return [
        r for r in readings if not (_explained_by_another(r, readings) or _is_strange(r, readings, plain, codebook))
    ]


def _is_told(plain: str, sentence: tuple[int, int], reading: Reading, named: Sequence[Named]) -> bool:
    """Whether another side is told to want it, or to want what hangs on it: "Norland will agree if they are lifted"."""
    match, left = reading.match, sentence[0]
    opened, closed = reading.condition or (0, 0)
    if not opened <= match.start < match.end <= closed:
        states = match.kind not in NAMING
        return tells_of_another(plain, left, match.start, match.end, named, states=states)
    if plain[left:opened].strip(' “"'):
        return tells_of_another(plain, left, opened, opened, named, only_will=True)
    return tells_of_another(plain, closed, sentence[1], sentence[1], named, only_will=True)


def _is_beside(plain: str, reading: Reading, codebook: Codebook) -> bool:
    """Whether the sentence is about another quarrel, or told from hearsay."""
    sentence = _whole_around(plain, reading)
    return is_elsewhere(plain, sentence, reading.match.end, codebook.places) or is_hearsay(plain, sentence)


def _whole_around(plain: str, reading: Reading) -> tuple[int, int]:
    return next(m.span() for m in WHOLE.finditer(plain) if reading.match.start < m.end())


def _is_strange(reading: Reading, readings: list[Reading], plain: str, codebook: Codebook) -> bool:
    """Whether the words were meant otherwise: "do not give the tax office any more *ammunition*".

    A sentence that takes several stances is like none of them.
    """
    start, end = _whole_around(plain, reading)
    stance = reading.match.stance
    if any(r.match.stance != stance and start <= r.match.start < end for r in readings):
        return False
    return is_strange(plain[start:end].strip(), reading.match.issue, stance, codebook.bank)


def _by_likeness(
    plain: str,
    codebook: Codebook,
    known: list[Reading],
    matches: list[Match],
    never: list[Match],
    named: Sequence[Named],
) -> list[Reading]:
    """What each sentence means in which no phrase was found to tell; if it holds one it must be plainer."""
    readings = []
    for m in WHOLE.finditer(plain):
        told = any(m.start() <= r.match.start < m.end() for r in known)
        barred = {n.stance for n in never if m.start() <= n.start < m.end()}
        phrased = any(m.start() <= other.start < m.end() for other in matches)
        for like in alike(m.group().strip(), codebook.bank, phrased=phrased, told=told):
            if not like.same and like.stance in barred:
                continue
            if tells_of_another(plain, m.start(), m.end(), m.end(), named):
                continue
            if is_opinion_of_others(plain, (m.start(), m.end()), m.start()):
                continue
            if is_denied_report(plain, m.span(), words_between(plain, *m.span())):
                continue
            match = Match(like.issue, like.stance, "like", *m.span(), (), like.nearest)
            clause = next(iter(conditions(plain, m.span())), None)
            how = f"like “{like.nearest}” ({like.score:.2f})"
            start = m.end() - len(m.group().lstrip())
            condition = clause and (clause.start, clause.end)
            readings.append(Reading(match, like.agree, condition, start, m.end(), how, like.score))
    return readings


def _read(text: str, sentence: tuple[int, int], match: Match) -> Reading | None:
    """The position that `match` amounts to in its sentence, or None: most things that are named are not taken up."""
    start = match.start
    if match.kind == "denies" and is_of_others(text, (clause_start(text, sentence, start), start), sentence[0]):
        return None  # "history will not forgive *those who* keep us out of the alliance"
    every = conditions(text, sentence)
    clauses = [c for c in every if c.kind != "denied" or main_sign(text, sentence, c) < 0]
    if match.kind in NAMING and any(
        _BEFORE.match(text, c.start) and c.opened <= match.start < c.end for c in every if c not in clauses
    ):
        return None  # "much has to be settled *before* anyone can think of a truce": so long nobody wishes it
    around = next((c for c in clauses if c.opened <= match.start and match.end <= c.end), None)
    if around:
        return _read_in_condition(text, sentence, match, around)
    # "*In the absence of progress,* we want new sanctions": a "not" that opens the sentence ends with it.
    openers = [c for c in every if c.kind == "denied" and not text[sentence[0] : c.start].strip(' “"')]
    others = [(c.start, c.end) for c in clauses + openers if c.end <= match.start or match.end <= c.start]
    rest = blanked(text, 0, others)
    stand = weigh(rest, (match.start, match.end), sentence, inside=match.gaps, named=match.kind in NAMING)
    voiced = (
        stand.voiced
        or match.kind not in NAMING
        or _is_told_to_do(text, sentence[0], match.start)
        or _LAST_WORD.search(text[match.end : sentence[1]].rstrip(' .”"'))
    )
    if not voiced or stand.sign == 0 or (stand.sign < 0 and _waits(text, match)):
        return None
    nearest = min(clauses, key=lambda c: abs(c.start - match.end), default=None)
    return _reading(text, match, stand, stand.sign > 0, nearest, _SCORES[match.kind])


def _is_told_to_do(text: str, left: int, start: int) -> bool:
    """Whether the sentence begins as an order that is about the thing: "*Open a* | road out of the city"."""
    opening = _OPENING.match(text, left).end()
    order = _DO.match(text, opening)
    return bool(order) and opening <= start <= order.end() + 1


def _waits(text: str, match: Match) -> bool:
    """Whether a phrase says itself until when, and no "not" with it: "fill … until … treaty".

    "They will *not* fill it until there is a treaty" denies the filling, not that it waits, which is then for the
    likeness to tell; "keep … until … peace" is denied by the same "not".
    """
    until = UNTIL.search(text, match.start, match.end)
    if until is None or match.kind in NAMING:
        return False
    own = attitude_words(blanked(text, 0, list(match.gaps))[match.start : until.start()])
    return not any(word.kind in ("not", "against") for word in own)


def _read_in_condition(text: str, sentence: tuple[int, int], match: Match, clause: Condition) -> Reading | None:
    """What a condition asks for is wanted ("no talks until the troops leave"), if what hangs on it is offered."""
    stand = weigh(text, (match.start, match.end), (clause.opened, clause.end), inside=match.gaps)
    if stand.sign == 0:
        return None
    main = main_sign(text, sentence, clause)
    if clause.kind in ("needed", "denied") or (main < 0 and is_offered(text, sentence, clause)):
        agree = stand.sign > 0
    elif main < 0 and stand.sign > 0 and is_ended(text, sentence, clause):
        return None  # "the embargo should *end as soon as* there is a truce" does not refuse one
    elif main < 0:
        # "We will not come as long as the sanctions stay", "they will not sign if there are no guarantees"
        agree = stand.sign < 0
    elif main > 0 and stand.sign > 0 and (stand.voiced or match.kind not in NAMING):
        agree = True
    else:
        return None
    # "It would not survive *without more air defence*": that is wanted outright; nothing else is to come of it first.
    wanted_outright = text[clause.start : clause.opened].lower() == "without"
    return _reading(text, match, stand, agree, None if wanted_outright else clause, _SCORES["in condition"])


def _reading(text: str, match: Match, stand: Stand, agree: bool, clause: Condition | None, score: float) -> Reading:
    agree = agree != (match.kind in ("denies", "undoes"))
    start = min([match.start, *(w.start for w in stand.words)])
    end = max([match.end, *(w.end for w in stand.words)])
    how = f"{match.kind} “{match.written}”"
    for kind, title in (("for", "for"), ("against", "against"), ("not", "not")):
        words = [text[w.start : w.end] for w in stand.words if w.kind == kind]
        if words:
            how += f"; {title}: {', '.join(words)}"
    return Reading(match, agree, clause and (clause.start, clause.end), start, end, how, score)


def _explained_by_another(reading: Reading, readings: list[Reading]) -> bool:
    """A bare name inside a longer phrase that was coded ("first a *truce*, then talks") is no position of its own.

    Nor is what a phrase blames on somebody: "Norland postponed the *exchange*", "Norland wants the *war to go on*".
    """
    m = reading.match
    others = [o for o in readings if o.match.issue != m.issue and o.match.start <= m.start]
    if m.kind in ("names", "undoes") and not reading.agree:
        return any(m.start < o.match.end and o.match.kind == "says" and o.agree for o in others)
    return m.kind == "bare" and any(m.end <= o.match.end for o in others)
