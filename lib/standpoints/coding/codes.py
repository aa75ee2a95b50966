"""A position in a hand-coded row: whether the codebook has it, and whether the row is for it or against it."""

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.slips import nearest

_AGREE = {
    **dict.fromkeys(("true", "yes", "1", "for"), True),
    **dict.fromkeys(("false", "no", "0", "against"), False),
}


def unknown_position(issue, stance, codebook: Codebook) -> str | None:
    """Return what is wrong with an issue and a stance of it, as the end of a message; None if the codebook has them."""
    if pd.isna(issue) or pd.isna(stance):
        return "a position needs an issue and a stance; write both, or leave both empty where there is none."
    stances = {name: set(issue.stances) for name, issue in codebook.issues.items()}
    if stance in stances.get(issue, ()):
        return None
    what, name, known = f"issue {issue!r} has no stance {stance!r}", stance, stances.get(issue)
    if known is None:
        what, name, known = f"the codebook has no issue {issue!r}", issue, set(stances)
    near = nearest(name, known)
    return f"{what}; {f'is {near!r} meant? W' if near else 'w'}rite one of {', '.join(sorted(known))}."


def agrees(cell) -> bool | None:
    """Return what a cell of `agree` says: True for "yes", "true", "1", "for", False for their contraries; else None."""
    return _AGREE.get(str(cell).strip().casefold())
