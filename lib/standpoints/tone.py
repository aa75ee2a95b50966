"""Tone of texts by several instruments side by side, and the words that drove each score.

TextBlob and VADER are lists of words made for reviews and posts, not for news about a war; the reader's network learnt
from people's ratings. `training/accuracy.json` says how far each can be trusted. Words that name the topic and no
attitude ("war", "United States") are hidden from the word lists by `data/lexicon.csv`.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from standpoints.toning import network
from standpoints.toning.masks import LEXICON_COLUMNS, hider, read_lexicon
from standpoints.toning.network import reader
from standpoints.toning.tones import Passage, Tone
from standpoints.toning.wordlists import textblob, vader

INSTRUMENTS: dict[str, Callable[[Sequence[str]], list[Tone]]] = {"reader": reader, "textblob": textblob, "vader": vader}
"""Each instrument by its name; another one is one more entry and becomes one more `tone_…` column."""

DEFAULT_INSTRUMENT = "reader"
"""The instrument that charts show unless another one is asked for."""

_LATIN_WORD = re.compile(r"\b[A-Za-zÀ-ɏ]{1,40}\b")
_WRITTEN = json.JSONEncoder(ensure_ascii=False)  # json.dumps would make one for each text
_PIECE = re.compile(r"\S.{0,1999}(?=\s|$)|\S{1,2000}", re.DOTALL)


def add_tone(
    table: pd.DataFrame,
    *,
    text: str = "text",
    masks: bool | pd.DataFrame = True,
    passages: Sequence[Passage] | None = None,
    instruments: Collection[str] | None = None,
) -> pd.DataFrame:
    """Return the table with the tone of each row's text by every instrument, and the words that drove it.

    Needs the column `text`, or `passages`: where in an article each row's words stand, so that the reader weighs
    them there, in the pass in which it found who says what. Adds tone_reader, tone_textblob, tone_vader (−1 bad … 1
    good), subjectivity (TextBlob's, 0…1), words_reader, words_textblob and words_vader: JSON lists [[word, change],
    …], strongest first (the reader's eight), "[]" if no word is known, where `change` is what the tone would lose if
    the word were neutral. `masks`: True applies `data/lexicon.csv` to the word lists, False leaves them as published,
    a table of `read_lexicon` applies that one. `instruments` names those to use; None uses all.

    NaN, and no 0, where there is nothing to score: no text, no word, mostly letters that are not Latin. A text over
    2,000 characters is scored in pieces, and its tone is their mean, weighted by length: VADER's score of a long text
    goes to −1 or 1 whatever it says. It cannot see irony, who is meant, that a word is quoted, or that a text is
    in another language with Latin letters.

    Before: We welcome this good step.   | Talks were held. | —
    After:  tone_vader 0.7488, words_vader [["good", 0.29], ["welcome", 0.226]] | 0.0, [] | NaN, []

    Raises ValueError for a missing column or a faulty lexicon.
    """
    if passages is None and text not in table:
        raise ValueError(f"text={text!r}: the table has no such column; it has {', '.join(map(str, table.columns))}")
    given = table[text] if passages is None else [passage.words for passage in passages]
    names = INSTRUMENTS if instruments is None else instruments
    in_place = None
    if passages is not None and "reader" in names:
        once = {passage: _in_place(passage) for passage in dict.fromkeys(passages)}
        in_place = [once[passage] for passage in passages]
    return _with_tones(table, _tones(given, names, masks, in_place))


def add_tone_toward(
    mentions: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, *, masks: bool | pd.DataFrame = True
) -> pd.DataFrame:
    """Return the mentions with the tone toward whom they name, by the sentence they stand in.

    Needs mentions (article_id, sentence_id, start, end), sentences (article_id, sentence_id, start, end) and articles
    (article_id, text). Adds the columns of `add_tone`; the words are those of the sentence. Only the reader tells the
    tone toward one mention from that toward another: the word lists know no targets, and give each mention the tone of
    its whole sentence. It cannot see what other sentences say of the same actor.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = (sentences[name].tolist() for name in ("article_id", "sentence_id", "start", "end"))
    places = {
        (article_id, name): Passage(texts[article_id], ((start, end),))
        for article_id, name, start, end in zip(*columns, strict=True)
    }
    keys = zip(mentions["article_id"].tolist(), mentions["sentence_id"].tolist(), strict=True)
    passages = [places[key] for key in keys]
    named = zip(mentions["start"].tolist(), mentions["end"].tolist(), passages, strict=True)
    toward = [
        network.tone_toward((start, end), passage) if _has_words(passage.words) else Tone()
        for start, end, passage in named
    ]
    return _with_tones(mentions, _tones([passage.words for passage in passages], INSTRUMENTS, masks, toward))


def words_behind(table: pd.DataFrame, *, instrument: str = DEFAULT_INSTRUMENT, by: str | None = None) -> pd.DataFrame:
    """Return the words that drove the mean tone, with how the mean moves when a word counts as neutral.

    Needs `tone_<instrument>` and `words_<instrument>` (see `add_tone`) and the column `by` (actor, side …) if given.
    Gives `by`, word, n_texts (that hold it), mean (of all texts), mean_without, change (mean − mean_without); within
    each `by` the strongest first. Rows without a tone, or without a `by`, are not counted.

    Before: good step [["good", 0.44]], tone 0.44 | talks [], tone 0.0
    After:  good, n_texts 1, mean 0.22, mean_without 0.0, change 0.22

    Raises ValueError for a missing column.
    """
    tone, words = f"tone_{instrument}", f"words_{instrument}"
    for column in [tone, words, *([by] if by else [])]:
        if column not in table:
            raise ValueError(f"the table has no column {column}; score it first with add_tone(table)")
    scored = table[table[tone].notna()]
    rows = []
    for group, texts in scored.groupby(by) if by else [(None, scored)]:
        pairs = [pair for written in texts[words] for pair in json.loads(written)]
        driven = pd.DataFrame(pairs, columns=["word", "change"]).groupby("word")["change"].agg(["size", "sum"])
        mean = texts[tone].mean()
        for word, n, change in driven.itertuples():
            moved = change / len(texts)
            rows.append((group, word, n, mean, mean - moved, moved))
    kinds = {"n_texts": "int64", "mean": "float64", "mean_without": "float64", "change": "float64"}
    found = pd.DataFrame(rows, columns=["by", "word", *kinds]).astype(kinds)
    order = found.assign(strength=-found["change"].abs()).sort_values(["by", "strength", "word"]).index
    found = found.loc[order].reset_index(drop=True)
    return found.rename(columns={"by": by}) if by else found.drop(columns="by")


def _tones(
    given: Iterable, names: Iterable[str], masks: bool | pd.DataFrame, in_place: list[Tone] | None
) -> dict[str, list[Tone]]:
    """The tones of the texts by each instrument; those of the reader are known where it read the texts `in_place`."""
    if isinstance(masks, bool):
        masks = read_lexicon() if masks else pd.DataFrame(columns=LEXICON_COLUMNS)
    written = [value if isinstance(value, str) else "" for value in given]
    return {
        name: in_place
        if name == "reader" and in_place is not None
        else _scored(written, INSTRUMENTS[name], hider(masks, name))
        for name in names
    }


def _in_place(passage: Passage) -> Tone:
    return network.tone_of(passage) if _has_words(passage.words) else Tone()


def _with_tones(table: pd.DataFrame, tones: dict[str, list[Tone]]) -> pd.DataFrame:
    columns: dict[str, list] = {}
    for name in sorted(tones):
        columns[f"tone_{name}"] = [tone.tone for tone in tones[name]]
        if name == "textblob":
            columns["subjectivity"] = [tone.subjectivity for tone in tones[name]]
        columns[f"words_{name}"] = [_as_json(tone.words) for tone in tones[name]]
    kinds = {name: "str" if name.startswith("words_") else "float64" for name in columns}  # also where no row tells
    return table.assign(**{name: pd.Series(columns[name], table.index, dtype=kind) for name, kind in kinds.items()})


def _scored(texts: list[str], instrument, hide: Callable[[str], str]) -> list[Tone]:
    """One tone a text; equal texts are scored once."""
    pieces = {text: _PIECE.findall(hide(text)) for text in dict.fromkeys(texts) if _has_words(text)}
    tones = iter(instrument([piece for parts in pieces.values() for piece in parts]))
    of_text = {text: _together([(len(part), next(tones)) for part in parts]) for text, parts in pieces.items()}
    return [of_text.get(text, Tone()) for text in texts]


@lru_cache(maxsize=10_000)
def _has_words(text: str) -> bool:
    """Whether at least half of the letters stand in words of Latin letters; 41 letters in a row are no word."""
    latin = sum(map(len, _LATIN_WORD.findall(text)))
    return latin > 0 and 2 * latin >= sum(map(str.isalpha, text))


def _together(parts: list[tuple[int, Tone]]) -> Tone:
    if len(parts) == 1:
        return parts[0][1]
    weights = np.array([length for length, _ in parts]) / sum(length for length, _ in parts)
    words = [(word, change * w) for w, (_, tone) in zip(weights, parts, strict=True) for word, change in tone.words]
    return Tone(
        float(weights @ [tone.tone for _, tone in parts]),
        tuple(words),
        float(weights @ [tone.subjectivity for _, tone in parts]),
    )


def _as_json(words: tuple[tuple[str, float], ...]) -> str:
    if not words:  # as most often from the word lists
        return "[]"
    changes: dict[str, float] = {}
    for word, change in words:
        changes[word] = changes.get(word, 0.0) + change
    strongest = sorted(changes.items(), key=lambda item: (-abs(item[1]), item[0]))
    rounded = ((word, round(change, 4)) for word, change in strongest)
    return _WRITTEN.encode([pair for pair in rounded if pair[1]])
