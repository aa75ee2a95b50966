"""The sentences behind each chart of the project's notebooks: for each group of its marks, the rows to read."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from standpoints.clusters import once_each, units
from standpoints.comparing.counting import NO_SIDE, UNRESOLVED, instruments
from standpoints.comparing.instruments import disagreements
from standpoints.comparing.spoken import OTHERS, REPORTER, spoken_of
from standpoints.comparing.taken import evidence, positions_taken
from standpoints.comparing.wording import distinctive_words, statements_with
from standpoints.tone import DEFAULT_INSTRUMENT

Groups = list[tuple[str, pd.DataFrame]]
_TONE = f"tone_{DEFAULT_INSTRUMENT}"
_SAID = ["text", "actor", "side", "cue"]
_SPOKEN = ["sentence", "actor", "speaker_actor", _TONE]
_KEYS = ["article_id", "statement_id", "start"]  # for the link


class Chart(NamedTuple):
    """A chart of the notebooks: its heading in the report, which sentences stand behind it, and in which order."""

    heading: str
    groups: Callable[..., Groups] | None = None
    order: str = "in the order of the articles"


def _counted(study) -> pd.DataFrame:
    """The statements as the charts count them: what several articles report stands there once."""
    return once_each(evidence(study))


def _said(study, by: str, columns: list[str] = _SAID) -> Groups:
    rows = _counted(study)
    return _by_size(rows, by, columns)


def _claimed(study) -> Groups:
    rows = _counted(study)
    return _by_size(rows[rows["cue_class"].notna() & (rows["cue_class"] != "says")], "cue_class", _SAID)


def _tone(study, by: str, name: str | None = None) -> Groups:
    """The statements of each side or actor, the most negative and the most positive in turn."""
    column = f"tone_{name}" if name else _TONE
    rows = _counted(study).dropna(subset=column)
    return _by_size(_extremes(rows, column), by, ["text", *(["actor"] if by == "side" else []), column])


def _voices(study) -> Groups:
    spoken = spoken_of(study).dropna(subset=_TONE)
    said = {"text": "sentence", "actor": "speaker_actor"}
    own = [(f"{side}: its own words", rows.rename(columns=said)) for side, rows in _tone(study, "side")]
    return own + [
        (f"{side}: {voice}", rows)
        for voice in (OTHERS, REPORTER)
        for side, rows in _by_size(_extremes(spoken[spoken["voice"] == voice], _TONE), "side", _SPOKEN)
    ]


def _between(study) -> Groups:
    spoken = spoken_of(study).dropna(subset=_TONE)
    spoken = spoken.assign(pair=spoken["speaker_side"] + " of " + spoken["side"])
    return _by_size(_extremes(spoken, _TONE), "pair", _SPOKEN)


def _toward(study) -> Groups:
    spoken = spoken_of(study).dropna(subset=_TONE)
    return _by_size(_extremes(spoken, _TONE), "actor", ["sentence", "voice", "speaker_actor", _TONE])


def _in_article(study) -> Groups:
    rows = evidence(study)
    first = study.articles["article_id"].iloc[0]
    return [(str(first), _shown(rows[rows["article_id"] == first], ["text", "actor", "side", _TONE]))]


def _by_date(study) -> Groups:
    rows = _counted(study).dropna(subset=["published", _TONE]).sort_values("published", kind="stable")
    return _by_size(rows, "side", ["text", "published", "actor", _TONE])


def _instruments(study) -> Groups:
    rows = _counted(study)
    scores = [f"tone_{name}" for name in instruments(rows)]
    return [("", _shown(disagreements(rows), ["text", "actor", *scores]))]


def _positions(study, by: str = "issue") -> Groups:
    rows = positions_taken(study)
    rows = rows[~rows.assign(unit=units(rows)).duplicated(["side", "actor", "unit", "issue", "stance", "agree"])]
    own = ["side", "actor"] if by == "issue" else []
    if by == "actor":
        rows = rows.sort_values("published", kind="stable")
    return _by_size(rows, by, ["text", *own, "stance", "agree", "condition", "reported_by", "published"])


def _words(study) -> Groups:
    words = distinctive_words(study)
    first = words[words["its_own"]].groupby("side", sort=False).head(3)
    rows = statements_with(study, first)
    return _by_size(rows, "side", ["text", "word", "actor"], in_order=True)


def _extremes(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """The lowest, the highest, the second lowest, the second highest …: whoever reads the first few reads both ends."""
    rows = rows.sort_values(column, kind="stable")
    place = np.arange(len(rows))
    return rows.iloc[np.argsort(np.minimum(place * 2, (len(rows) - 1 - place) * 2 + 1), kind="stable")]


def _by_size(rows: pd.DataFrame, by: str, columns: list[str], *, in_order: bool = False) -> Groups:
    """The rows of each value of `by`: that with most rows first and whom nobody knows last, or in their order."""
    names = list(dict.fromkeys(rows[by]))
    if not in_order:
        sizes = rows[by].value_counts().to_dict()
        names.sort(key=lambda name: (UNRESOLVED in name or NO_SIDE in name, -sizes[name], name))
    groups = dict(iter(_shown(rows, [name for name in columns if name != by]).groupby(rows[by], sort=False)))
    return [(str(name), groups[name]) for name in names]


def _shown(rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    kept = [column for column in columns if column in rows and rows[column].notna().any()]
    return rows[[*kept, *(column for column in _KEYS if column in rows)]].rename(columns={k: f"_{k}" for k in _KEYS})


_EXTREMES = "the most negative and the most positive in turn"
QUESTIONS: dict[str, dict[str, Chart]] = {
    "Who is given a voice?": {
        "voice-by-side": Chart("Whose words, by side", lambda study: _said(study, "side")),
        "voice-by-actor": Chart("Whose words, by speaker", lambda study: _said(study, "actor", ["text", "cue"])),
        "cues-by-side": Chart("Who says, and who claims", _claimed),
    },
    "In which tone is the conflict told?": {
        "tone-three-voices": Chart("Three voices, never averaged", _voices, _EXTREMES),
        "tone-by-actor": Chart("In which tone each actor speaks", lambda study: _tone(study, "actor"), _EXTREMES),
        "tone-by-side": Chart("In which tone each side speaks", lambda study: _tone(study, "side"), _EXTREMES),
        "tone-between": Chart("Who speaks how about whom", _between, _EXTREMES),
        "tone-toward-actor": Chart("How each actor is spoken of", _toward, _EXTREMES),
        "tone-in-article": Chart("From the first line to the last", _in_article),
        "tone-over-time": Chart("The tone over time", _by_date, "by date"),
        "tone-by-instrument": Chart(
            "Do the instruments agree?", _instruments, "those on which they disagree most first"
        ),
        "tone-masks": Chart("What the masks change", lambda study: _tone(study, "side", "vader"), _EXTREMES),
    },
    "How do the sides’ positions compare?": {
        "positions-by-side": Chart("Where the sides stand", _positions, "by side"),
        "agreement-by-issue": Chart("Who stands together on what", _positions, "by side"),
        "positions-over-time": Chart(
            "When each position was heard", lambda study: _positions(study, "actor"), "by date"
        ),
        "words-by-side": Chart("Which words set the sides apart", _words, "word by word"),
        "positions-network": Chart("Who takes which position", lambda study: _positions(study, "actor"), "by date"),
    },
    "How far can these charts be trusted?": {"accuracy": Chart("How right each step of the kit is")},
}
"""The charts by question, in the order of the notebooks; the last question stands at the end of the report."""
