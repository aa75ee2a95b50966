"""What the network says of whom a pronoun means: how much of its weight falls on the places of each candidate."""

from bisect import bisect_left

import numpy as np

from standpoints.naming.candidates import Attention, Candidate
from standpoints.naming.places import Person, Span
from standpoints.reader import Pointed
from standpoints.reading.pieces import pieces_of

_GOES_ON = 0.02  # a piece beside the heaviest one belongs to the same name from this weight on
_SURE = 0.4  # somebody whom nothing else found counts from this weight on


def attention_of(
    pointed: Pointed | None, gender: str, candidates: list[Candidate], things: list[Span]
) -> Attention | None:
    """Return what the network says of these candidates, None where it was not asked.

    The stranger is somebody whom no list of names or nouns holds, and no thing: "The ⟦pilot⟧ left Norland. He …".
    """
    if pointed is None or not len(pointed.weights):
        return None
    first = int(pointed.starts[0])
    free, shares = np.ones(len(pointed.weights), bool), {}
    for candidate in candidates:
        touched = [pieces_of(pointed, place.start, place.end) for place in candidate.before if place.end > first]
        own = np.zeros(len(free), bool)
        for begin, end in touched:
            own[begin:end] = True
        free &= ~own
        shares[candidate.key] = float(pointed.weights[own].sum()) if touched else 0.0
    here = slice(bisect_left(things, (first, 0)), bisect_left(things, (pointed.start, 0)))
    for start, end in things[here]:
        free[slice(*pieces_of(pointed, start, end))] = False
    place = _heaviest(np.where(free, pointed.weights, 0))
    weight = float(pointed.weights[place].sum())
    if weight < _SURE:
        return Attention(shares, None, 0.0, pointed)
    start, end = int(pointed.starts[place][0]), int(pointed.ends[place][-1])
    known = next((c for c in candidates for person in c.before if person.start == end + 1), None)
    if known:  # ⟦the⟧ minister, ⟦pilot⟧ Oster
        return Attention(shares | {known.key: shares[known.key] + weight}, None, 0.0, pointed)
    stranger = Person(start, end, ("stranger", start), gender, "other", "description")
    return Attention(shares, stranger, weight, pointed)


def _heaviest(weights: np.ndarray) -> slice:
    """The heaviest piece with the pieces beside it that also weigh something."""
    begin = int(weights.argmax())
    end = begin + 1
    while begin and weights[begin - 1] > _GOES_ON:
        begin -= 1
    while end < len(weights) and weights[end] > _GOES_ON:
        end += 1
    return slice(begin, end)
