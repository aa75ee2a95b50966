"""Words: how a text is cut into them, and those that everybody uses."""

import re
from pathlib import Path

import pandas as pd

from standpoints.project import STOPWORDS
from standpoints.statements import said

WORD = re.compile(r"\w+(?:['’-]\w+)*")  # "30-day" and "won't" are one word, a lone dash is none
_POSSESSIVE = re.compile(r"'s$")


def words_of(text: str) -> list[str]:
    """Return the words of a text, in small letters and in order: "Norland's 30-day truce" is norland, 30-day, truce.

    A figure alone is no word.
    """
    words = (_POSSESSIVE.sub("", word.lower().replace("’", "'")) for word in WORD.findall(text))
    return [word for word in words if not word.isdigit()]


def words_said(statements: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Return for each statement the list of its words, without those of a reporting clause inside it.

    Needs text, and pieces where a clause stands inside; same index as `statements`.
    """
    texts = said(statements, articles) if "pieces" in statements else statements["text"]
    return texts.map(words_of).astype(object)


def read_stopwords(file: str | Path = STOPWORDS) -> frozenset[str]:
    """Return the words that are left out of comparisons of words; the project's `data/stopwords.txt` if none is given.

    Raises ValueError if there is no such file or it is no UTF-8 text.
    """
    try:
        lines = Path(file).read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise ValueError(f"{file} does not exist; restore it, or give stopwords=[] to leave no word out.") from None
    except UnicodeDecodeError:
        raise ValueError(f"{file} is not UTF-8 text; save it again as a UTF-8 text file.") from None
    return frozenset(word for line in lines if not line.startswith("#") for word in line.lower().split())
