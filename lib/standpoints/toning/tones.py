"""The tone of one text, as every instrument gives it, and where the text stands."""

from typing import NamedTuple

import numpy as np


class Tone(NamedTuple):
    """The tone of one text (−1…1) and how much each word did: the change if that word were neutral."""

    tone: float = np.nan
    words: tuple[tuple[str, float], ...] = ()
    subjectivity: float = np.nan


class Passage(NamedTuple):
    """Words of an article: its text, and the spans (characters) in which they stand."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        return " ".join(self.text[start:end] for start, end in self.spans)
