"""On which issues of the codebook a statement speaks, whether or not it takes a position there."""

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.stances.phrases import only_words, possible_phrases


def issues_named(statements: pd.DataFrame, codebook: Codebook) -> pd.Series:
    """Return for each statement the issues that its words name, "river; tolls", in the codebook's order; NaN for none.

    Needs text; same index as `statements`. An issue is named where a phrase of one of its stances stands in the
    text; most who name an issue take no position ("they spoke about the tolls"). It cannot see an issue that is
    spoken of in words that the codebook does not hold.
    """
    order = list(codebook.issues)
    found = [sorted(_named(text, codebook), key=order.index) for text in statements["text"].tolist()]
    return pd.Series(["; ".join(names) or None for names in found], index=statements.index, dtype="str")


def _named(text: str, codebook: Codebook) -> set[str]:
    if not isinstance(text, str):
        return set()
    text = text.replace("’", "'")
    words, named = only_words(text), set()
    for place in possible_phrases(words, codebook.index):
        issue, _, kind, phrase = codebook.phrases[place]
        if kind != "never" and issue not in named and any(phrase.find(text, words)):
            named.add(issue)
    return named
