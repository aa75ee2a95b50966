"""Words of `data/lexicon.csv` that name the topic and no attitude ("war", "United States"), hidden from word lists."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pandas as pd

from standpoints.project import LEXICON

LEXICON_COLUMNS = ["word", "instrument", "treatment", "why"]
TREATMENTS = ("mask", "name")
WORD_LISTS = ("textblob", "vader")
"""The instruments that look words up in a list: only these can be misled by a name."""

_WHOLE_WORD = re.compile(r"\w+")
_HIDDEN = "\u2060"  # invisible, and neither white space nor punctuation: "war" with it is in no word list


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
        for column, allowed in (("instrument", ("all", *WORD_LISTS)), ("treatment", TREATMENTS)):
            value = getattr(row, column)
            if value not in allowed:
                raise ValueError(f"{file}, line {number}: {column} {value!r}; write one of {', '.join(allowed)}.")
        if not re.match(r"\w", row.word):
            raise ValueError(f"{file}, line {number}: {row.word!r} is no word; write one or delete the line.")
    return table


def hider(lexicon: pd.DataFrame, instrument: str) -> Callable[[str], str]:
    """A function that hides the masked words of a text from the instrument, and leaves all else in its place.

    Deleting them would change which words a "not" stands near.
    """
    columns = (lexicon[name].tolist() for name in ("word", "treatment", "instrument"))
    return _hider(tuple((word, how) for word, how, whose in zip(*columns, strict=True) if whose in ("all", instrument)))


@lru_cache(maxsize=8)  # a lexicon is used again and again
def _hider(rows: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    of_letter: dict[str, list[str]] = {}  # by first letter: ten times as fast as one long list of alternatives
    for word, treatment in sorted(rows, key=lambda r: (-len(r[0]), r)):
        rest = r"\s+".join(map(re.escape, word.split()))[1:]
        inside_a_sentence = rf"(?<=[\w,;:] {word[0].upper()})" if treatment == "name" else ""
        of_letter.setdefault(word[0].lower(), []).append(f"{inside_a_sentence}(?i:{rest})")
    if not of_letter:
        return lambda text: text
    starts = (f"[{first}{first.upper()}](?:{'|'.join(rests)})" for first, rests in of_letter.items())
    masked = re.compile(rf"\b(?:{'|'.join(starts)})\b")

    @lru_cache(maxsize=10_000)  # a sentence is scored as such, and again for the mentions in it
    def hide(text: str) -> str:
        return masked.sub(lambda m: _WHOLE_WORD.sub(rf"\g<0>{_HIDDEN}", m.group()), text)

    return hide
