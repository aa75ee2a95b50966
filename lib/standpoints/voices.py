"""Which sentences are somebody's words, and what the reporter says in between."""

import json

import numpy as np
import pandas as pd


def mark_voices(sentences: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences with `voice`, `actor` and `side` set from the statements that fill them.

    Needs sentences (article_id, sentence_id, start, end, voice) and statements (article_id, pieces, within, actor,
    side). A sentence of which more than half is somebody's words has the voice "statement" and the actor and side
    of the statement that fills most of it; the others stay "reporter" or "boilerplate".

    Before: “We wait,” said Oster. | reporter | NaN
    After:  “We wait,” said Oster. | statement | Mira Oster
    """
    filled = _overlaps(sentences, statements)
    length = (sentences["end"] - sentences["start"]).to_numpy()
    covered = np.bincount(filled["sentence"], weights=filled["n"], minlength=len(sentences))
    spoken = (covered > 0.5 * length) & (sentences["voice"] != "boilerplate").to_numpy()
    largest = filled.sort_values("n", kind="stable").drop_duplicates("sentence", keep="last")
    speaker = largest.set_index("sentence")["statement"].reindex(np.flatnonzero(spoken))
    marked = sentences.copy()
    marked.loc[spoken, "voice"] = "statement"
    for column in ("actor", "side"):
        marked.loc[spoken, column] = statements[column].to_numpy()[speaker.to_numpy()]
    return marked


def own_words(sentences: pd.DataFrame, statements: pd.DataFrame) -> pd.Series:
    """Return for each sentence the reporter's own words: its text with what others are reported to say taken out.

    Needs the columns of `mark_voices`; same index as `sentences`. A sentence that is all quotation gives "".
    """
    words = [list(text) for text in sentences["text"]]
    starts = sentences["start"].to_numpy()
    for overlap in _overlaps(sentences, statements).itertuples():
        first = overlap.start - starts[overlap.sentence]
        words[overlap.sentence][first : first + overlap.n] = [""] * (overlap.n - 1) + [" "]
    return pd.Series(["".join(characters) for characters in words], index=sentences.index, dtype="str")


def _overlaps(sentences: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """One row for each piece of an outer statement in each sentence it touches: `sentence` and `statement` (row
    numbers), `start` (character of the article), `n` (characters)."""
    rows = []
    numbers = {key: np.flatnonzero(sentences["article_id"] == key) for key in sentences["article_id"].unique()}
    starts, ends = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    for number, statement in enumerate(statements.itertuples()):
        if isinstance(statement.within, str):
            continue
        here = numbers[statement.article_id]
        for start, end in json.loads(statement.pieces):
            first = np.searchsorted(ends[here], start, side="right")
            last = np.searchsorted(starts[here], end, side="left")
            for i in here[first:last]:
                a, b = max(start, starts[i]), min(end, ends[i])
                rows.append((i, number, a, b - a))
    return pd.DataFrame(rows, columns=["sentence", "statement", "start", "n"]).astype("int64")
