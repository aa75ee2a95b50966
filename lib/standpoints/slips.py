"""Slips of the pen: which name is meant by one that is nearly it."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like this one, if one is."""
    from rapidfuzz import process

    found = process.extractOne(name, sorted(known), score_cutoff=75)
    return found[0] if found else None


def one_slip_from(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names with one letter more, less, other or in another place: Russia, of "Rusia"."""
    from rapidfuzz.distance import OSA

    return [other for other in known if OSA.distance(name, other, score_cutoff=1) == 1]
