"""The positions of one statement, by its words alone."""

import pandas as pd

from standpoints.positions import code_positions


def codes_of(book, text, **columns):
    """Its codes; `columns` are those of the statement beside its text."""
    row = {"article_id": "a", "statement_id": "a.q000", "start": 0, "end": len(text), "text": text}
    return code_positions(pd.DataFrame([row | columns]), book)


def stands(book, text, **columns):
    """The stances that it takes, each with whether it agrees."""
    return [(code.stance, code.agree) for code in codes_of(book, text, **columns).itertuples()]
