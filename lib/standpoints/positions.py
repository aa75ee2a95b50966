"""Positions: where a statement stands on the codebook's issues, with the words that show it."""

import re
from collections.abc import Sequence

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.stances.clauses import conditions
from standpoints.stances.copies import WHOLE
from standpoints.stances.demands import as_meant
from standpoints.stances.finding import NAMING, Match, find
from standpoints.stances.hearing import as_plain, blanked, lead_of, only_supposed, spans_inside
from standpoints.stances.likeness import alike, is_strange
from standpoints.stances.others import is_denied_report, is_hearsay, is_opinion_of_others
from standpoints.stances.places import is_elsewhere
from standpoints.stances.readings import Reading, read_match
from standpoints.stances.telling import Named, named_by_article, named_for, tells_of_another
from standpoints.stances.vocabulary import words_between

COLUMNS = ["article_id", "statement_id", "issue", "stance", "agree", "condition", "how",
           "evidence_start", "evidence_end", "score"]  # fmt: skip

_SENTENCE = re.compile(r"(?:[^.!?;:]|:(?!\s))+(?:[.!?;:]+|$)")


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
        if sentence is None or plain.endswith("?", *sentence):
            continue
        reading = read_match(plain, sentence, match)
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
    for sentence in WHOLE.finditer(plain):
        start, end = sentence.span()
        told = any(start <= r.match.start < end for r in known)
        barred = {n.stance for n in never if start <= n.start < end}
        phrased = any(start <= match.start < end for match in matches)
        found = alike(sentence.group().strip(), codebook.bank, phrased=phrased, told=told)
        found = [like for like in found if like.same or like.stance not in barred]
        if not found or _is_of_another(plain, start, end, named):
            continue
        clause = next(iter(conditions(plain, (start, end))), None)
        condition = clause and (clause.start, clause.end)
        first = end - len(sentence.group().lstrip())
        for like in found:
            match = Match(like.issue, like.stance, "like", start, end, (), like.nearest)
            how = f"like “{like.nearest}” ({like.score:.2f})"
            readings.append(Reading(match, like.agree, condition, first, end, how, like.score))
    return readings


def _is_of_another(plain: str, start: int, end: int, named: Sequence[Named]) -> bool:
    """Whether a sentence tells what others want or think, or what was denied."""
    return (
        tells_of_another(plain, start, end, end, named)
        or is_opinion_of_others(plain, (start, end), start)
        or is_denied_report(plain, (start, end), words_between(plain, start, end))
    )


def _explained_by_another(reading: Reading, readings: list[Reading]) -> bool:
    """A bare name inside a longer phrase that was coded ("first a *truce*, then talks") is no position of its own.

    Nor is what a phrase blames on somebody: "Norland postponed the *exchange*", "Norland wants the *war to go on*".
    """
    m = reading.match
    others = [o for o in readings if o.match.issue != m.issue and o.match.start <= m.start]
    if m.kind in ("names", "undoes") and not reading.agree:
        return any(m.start < o.match.end and o.match.kind == "says" and o.agree for o in others)
    return m.kind == "bare" and any(m.end <= o.match.end for o in others)
