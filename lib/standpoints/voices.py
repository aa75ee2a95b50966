"""Which sentences are somebody's words, what the reporter says in between, and who speaks of whom."""

import json
from bisect import bisect_left, bisect_right

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


def own_words(sentences: pd.DataFrame, statements: pd.DataFrame) -> list[tuple[tuple[int, int], ...]]:
    """Return for each sentence the spans (characters of the article) of the reporter's own words.

    What others are reported to say is taken out. Needs the columns of `mark_voices`; in the order of `sentences`. A
    sentence that is all quotation gives ().
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    found = _overlaps(sentences, statements).sort_values("start")
    for number, begin, n in found[["sentence", "start", "n"]].to_numpy().tolist():
        taken.setdefault(number, []).append((begin, begin + n))
    spans = []
    for number, (start, end) in enumerate(zip(sentences["start"].tolist(), sentences["end"].tolist(), strict=True)):
        own = []
        for begin, stop in taken.get(number, ()):
            own.append((start, begin))
            start = max(start, stop)
        own.append((start, end))
        spans.append(tuple((a, b) for a, b in own if a < b))
    return spans


def mark_mentions(mentions: pd.DataFrame, sentences: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions with who speaks of the one who is mentioned.

    Needs mentions (article_id, sentence_id, start, end), sentences (article_id, sentence_id, voice) and statements
    (article_id, statement_id, pieces, within, speaker_start, speaker_end, actor, side). Adds `voice`, and
    speaker_actor, speaker_side and speaker_statement_id where it is "statement":

    - "statement": inside a statement. The speaker of the outer one speaks: in “He said Kyiv had offered …” he does.
    - "speaker": the mention only says whose statement it is, as Oster in “We wait,” said Oster. Nobody is spoken of.
    - "reporter": in the reporter's own words; "boilerplate": in a line that is no part of the article.
    """
    marked = mentions.sort_values(["article_id", "start", "end"])
    inside = _overlaps(marked, statements).drop_duplicates("sentence").set_index("sentence")["statement"]
    speaker = inside.reindex(range(len(marked)))
    keys = ["article_id", "sentence_id"]
    of_sentence = marked[keys].merge(sentences[[*keys, "voice"]], on=keys, how="left", validate="many_to_one")["voice"]
    names = _overlaps(marked, _speakers(statements))["sentence"].unique()
    voice = np.where(of_sentence == "boilerplate", "boilerplate", "reporter").astype(object)
    voice[names] = "speaker"
    voice[speaker.notna().to_numpy()] = "statement"
    for column in ("actor", "side", "statement_id"):
        marked[f"speaker_{column}"] = statements[column].reset_index(drop=True).reindex(speaker.to_numpy()).to_numpy()
    return marked.assign(voice=voice).loc[mentions.index]


def mentions_beside(mentions: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions that stand neither in these statements nor in the words that name their speakers."""
    found = (_overlaps(mentions, spans)["sentence"] for spans in (statements, _speakers(statements)))
    return mentions.drop(index=mentions.index[np.unique(np.concatenate([*found]))])


def _speakers(statements: pd.DataFrame) -> pd.DataFrame:
    """The words that name the speakers of the outer statements, as if they were statements."""
    named = statements[statements["within"].isna() & statements["speaker_start"].notna()]
    spans = named[["speaker_start", "speaker_end"]].astype("int64").to_numpy().tolist()
    return named.assign(pieces=[json.dumps([span]) for span in spans])


def _overlaps(sentences: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """One row for each piece of an outer statement in each sentence it touches: `sentence` and `statement` (row
    numbers), `start` (character of the article), `n` (characters)."""
    rows, places = [], {}
    starts, ends = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    for article, here in sentences.groupby(sentences["article_id"]).indices.items():
        places[article] = here.tolist(), starts[here].tolist(), ends[here].tolist()
    columns = (statements[name].tolist() for name in ("article_id", "pieces", "within"))
    for number, (article_id, pieces, within) in enumerate(zip(*columns, strict=True)):
        if isinstance(within, str):
            continue
        here, begins, stops = places.get(article_id, ([], [], []))  # an article may have no mentions
        for start, end in json.loads(pieces):
            for i in range(bisect_right(stops, start), bisect_left(begins, end)):
                a, b = max(start, begins[i]), min(end, stops[i])
                rows.append((here[i], number, a, b - a))
    return pd.DataFrame(rows, columns=["sentence", "statement", "start", "n"]).astype("int64")
