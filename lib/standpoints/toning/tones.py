"""The tone of one text, as every instrument gives it, and where the text stands."""

from typing import NamedTuple

import numpy as np


class Tone(NamedTuple):
    """The tone of one text (−1…1) and how much each word did: the change if that word were neutral."""

    tone: float = np.nan
    words: tuple[tuple[str, float], ...] = ()
    subjectivity: float = np.nan


def signed(tone: float) -> str:
    """Return a tone with its sign: +0.25, −0.50, and 0.00 without one."""
    text = f"{tone:+.2f}".replace("-", "−")
    return "0.00" if text[1:] == "0.00" else text


_NAMES = {
    "reader": "trained network",
    "reader_in_article": "trained network, in the article,",  # see scoring/tones.py
    "vader": "VADER",
    "textblob": "TextBlob",
}


def instrument_name(instrument: str, *, article: bool = False) -> str:
    """Return how a text for people calls an instrument: "the reader" they would take for who reads the newspaper."""
    name = _NAMES.get(instrument, instrument)
    return f"the {name}" if article and instrument == "reader" else name


class Passage(NamedTuple):
    """Words of an article: its text, and the spans (characters) in which they stand.

    All passages of an article should hold one `text`: each look into a column of pandas makes a copy of it, and an
    article of 1 MB that names 30,000 actors would take 30 GB.
    """

    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        return " ".join(self.text[start:end] for start, end in self.spans)

    def shown(self, start: int, end: int) -> str:
        """The words for a reader, with … where others of text[start:end] stand: "The premier says that … ."."""
        before, after = "… " * (self.spans[0][0] > start), " …" * (self.spans[-1][1] < end)
        return before + " … ".join(self.text[a:b].strip() for a, b in self.spans) + after
