"""Tone of texts by word lists: TextBlob and VADER side by side, and the words that drove each score.

Both were made for reviews and posts, not for news about a war: see `training/accuracy.json` for how far they can
be trusted. Words that name the topic and no attitude ("war", "United States") are masked by `data/lexicon.csv`.
"""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from standpoints.project import LEXICON

LEXICON_COLUMNS = ["word", "instrument", "treatment", "why"]
TREATMENTS = ("mask", "name")

_LATIN_WORD = re.compile(r"\b[A-Za-zÀ-ɏ]{1,40}\b")
_PIECE = re.compile(r"\S.{0,1999}(?=\s|$)|\S{1,2000}", re.DOTALL)
_HIDDEN = "\u2060"  # invisible, and neither white space nor punctuation: "war" with it is in no word list


class Tone(NamedTuple):
    """The tone of one text (−1…1) and how much each word did: the change if that word were neutral."""

    tone: float = np.nan
    words: tuple[tuple[str, float], ...] = ()
    subjectivity: float = np.nan


def textblob(texts: Sequence[str]) -> list[Tone]:
    """Return the tone of each text by TextBlob: the mean polarity of the words and phrases that its list knows.

    Source: TextBlob (MIT) with the word list of pattern.en (De Smedt & Daelemans 2012, J. Mach. Learn. Res. 13, BSD).
    """
    from textblob.en import sentiment

    tones = []
    for text in texts:
        scored = sentiment(text)
        known = scored.assessments
        words = [(" ".join(words), polarity / len(known)) for words, polarity, *_ in known]
        tones.append(Tone(scored[0], tuple(words), scored[1]))
    return tones


def vader(texts: Sequence[str]) -> list[Tone]:
    """Return the tone of each text by VADER: its compound score.

    Source: vaderSentiment (MIT); Hutto & Gilbert, ICWSM 2014.
    """
    scores = map(_analyzer().polarity_scores, texts)
    return [Tone(score["compound"], tuple(score["words"].items())) for score in scores]


INSTRUMENTS: dict[str, Callable[[Sequence[str]], list[Tone]]] = {"textblob": textblob, "vader": vader}
"""Each instrument by its name; another one is one more entry and becomes one more `tone_…` column."""


def add_tone(table: pd.DataFrame, *, text: str = "text", masks: bool | pd.DataFrame = True) -> pd.DataFrame:
    """Return the table with the tone of each row's text by every instrument, and the words that drove it.

    Needs the column `text`. Adds tone_textblob, tone_vader (−1 bad … 1 good), subjectivity (TextBlob's, 0…1),
    words_textblob and words_vader: JSON lists [[word, change], …], strongest first, "[]" if no word is known, where
    `change` is what the tone would lose if the word were neutral. `masks`: True applies `data/lexicon.csv`, False
    leaves the instruments as published, a table of `read_lexicon` applies that one.

    NaN, and no 0, where there is nothing to score: no text, no word, mostly letters that are not Latin. A text over
    2,000 characters is scored in pieces, and its tone is their mean, weighted by length: VADER's score of a long text
    goes to −1 or 1 whatever it says. It cannot see irony, who is meant, that a word is quoted, or that a text is
    in another language with Latin letters.

    Before: We welcome this good step.   | Talks were held. | —
    After:  tone_vader 0.7488, words_vader [["good", 0.29], ["welcome", 0.226]] | 0.0, [] | NaN, []

    Raises ValueError for a missing column or a faulty lexicon.
    """
    if text not in table:
        raise ValueError(f"text={text!r}: the table has no such column; it has {', '.join(map(str, table.columns))}")
    if isinstance(masks, bool):
        masks = read_lexicon() if masks else pd.DataFrame(columns=LEXICON_COLUMNS)
    written = [value if isinstance(value, str) else "" for value in table[text]]
    columns = {}
    for name, instrument in INSTRUMENTS.items():
        tones = _scored(written, instrument, _hider(masks, name))
        columns[f"tone_{name}"] = [tone.tone for tone in tones]
        if name == "textblob":
            columns["subjectivity"] = [tone.subjectivity for tone in tones]
        columns[f"words_{name}"] = [_as_json(tone.words) for tone in tones]
    return table.assign(**{name: pd.Series(values, index=table.index) for name, values in columns.items()})


def words_behind(table: pd.DataFrame, *, instrument: str = "vader", by: str | None = None) -> pd.DataFrame:
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
    found = pd.DataFrame(rows, columns=["by", "word", "n_texts", "mean", "mean_without", "change"])
    order = found.assign(strength=-found["change"].abs()).sort_values(["by", "strength", "word"]).index
    found = found.loc[order].reset_index(drop=True)
    return found.rename(columns={"by": by}) if by else found.drop(columns="by")


def read_lexicon(file: str | Path = LEXICON) -> pd.DataFrame:
    """Return the words whose score does not count: word (or phrase), instrument, treatment, why.

    `instrument` is the name of one, or "all". `treatment` is "mask" (everywhere) or "name" (only where it begins with
    a capital letter inside a sentence: Frank, but not frank).

    Raises ValueError naming file, line and mend.
    """
    try:
        table = pd.read_csv(file, dtype="str", keep_default_na=False, encoding="utf-8")
    except FileNotFoundError:
        raise ValueError(f"{file} does not exist; restore it, or pass masks=False to score without it.") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise ValueError(f"{file} cannot be read ({str(error).strip()}); save it as UTF-8 CSV.") from None
    if missing := [name for name in LEXICON_COLUMNS if name not in table]:
        header = ",".join(LEXICON_COLUMNS)
        raise ValueError(f"{file}, line 1: no column {', '.join(missing)}; the first line must be {header}.")
    for number, row in enumerate(table.itertuples(), start=2):
        for column, allowed in (("instrument", ("all", *INSTRUMENTS)), ("treatment", TREATMENTS)):
            value = getattr(row, column)
            if value not in allowed:
                raise ValueError(f"{file}, line {number}: {column} {value!r}; write one of {', '.join(allowed)}.")
        if not re.match(r"\w", row.word):
            raise ValueError(f"{file}, line {number}: {row.word!r} is no word; write one or delete the line.")
    return table


def _hider(lexicon: pd.DataFrame, instrument: str) -> Callable[[str], str]:
    """A function that hides the masked words of a text from the instrument, and leaves all else in its place.

    Deleting them would change which words a "not" stands near.
    """
    rows = lexicon[lexicon["instrument"].isin(["all", instrument])]
    of_letter: dict[str, list[str]] = {}  # by first letter: ten times as fast as one long list of alternatives
    for word, treatment in sorted(zip(rows["word"], rows["treatment"], strict=True), key=lambda r: (-len(r[0]), r)):
        rest = r"\s+".join(map(re.escape, word.split()))[1:]
        inside_a_sentence = rf"(?<=[\w,;:] {word[0].upper()})" if treatment == "name" else ""
        of_letter.setdefault(word[0].lower(), []).append(f"{inside_a_sentence}(?i:{rest})")
    if not of_letter:
        return lambda text: text
    starts = (f"[{first}{first.upper()}](?:{'|'.join(rests)})" for first, rests in of_letter.items())
    masked = re.compile(rf"\b(?:{'|'.join(starts)})\b")
    return lambda text: masked.sub(lambda m: re.sub(r"\w+", rf"\g<0>{_HIDDEN}", m.group()), text)


def _scored(texts: list[str], instrument, hide: Callable[[str], str]) -> list[Tone]:
    """One tone a text; equal texts are scored once."""
    pieces = {text: _PIECE.findall(hide(text)) for text in dict.fromkeys(texts) if _has_words(text)}
    tones = iter(instrument([piece for parts in pieces.values() for piece in parts]))
    of_text = {text: _together([(len(part), next(tones)) for part in parts]) for text, parts in pieces.items()}
    return [of_text.get(text, Tone()) for text in texts]


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
    changes: dict[str, float] = {}
    for word, change in words:
        changes[word] = changes.get(word, 0.0) + change
    strongest = sorted(changes.items(), key=lambda item: (-abs(item[1]), item[0]))
    return json.dumps([[word, round(c, 4)] for word, c in strongest if round(c, 4)], ensure_ascii=False)


@cache
def _analyzer():
    """VADER, loaded once, with the words that drove a score; its own functions, kept linear in the text's length."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer, SentiText

    class Analyzer(SentimentIntensityAnalyzer):
        @staticmethod
        def _special_idioms_check(valence, words, i):
            # It looks three words back and two ahead, but puts the whole text into lower case each time.
            start = max(i - 3, 0)
            return SentimentIntensityAnalyzer._special_idioms_check(valence, words[start : i + 3], i - start)

        @staticmethod
        def _negation_check(valence, words, start_i, i):
            start = max(i - 3, 0)
            return SentimentIntensityAnalyzer._negation_check(valence, words[start : i + 1], start_i, i - start)

        def score_valence(self, sentiments, text):
            scores = super().score_valence(sentiments, text)
            scores["words"] = {}
            words = [word.lower() for word in SentiText(text).words_and_emoticons] if any(sentiments) else []
            for left_out in {word for word, valence in zip(words, sentiments, strict=False) if valence}:
                rest = [0 if word == left_out else valence for word, valence in zip(words, sentiments, strict=True)]
                scores["words"][left_out] = scores["compound"] - super().score_valence(rest, text)["compound"]
            return scores

    return Analyzer()
