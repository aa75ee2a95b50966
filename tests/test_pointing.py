"""Whom a pronoun means by what the network says: weights written out by hand, so that each rule is seen alone."""

import numpy as np
import pytest

from standpoints.naming.antecedents import resolve_pronouns
from standpoints.naming.candidates import Candidate
from standpoints.naming.places import Person, page_of
from standpoints.naming.pointing import attention_of
from standpoints.reader import Pointed, point
from standpoints.reading.pieces import cut_pieces

TEXT = "Mira Oster met the pilot and Anna Teller. She left."


def pointed(text, pronoun, **weights):
    """What a network would say that puts these weights on the first piece of each word, and the rest far away."""
    pieces = cut_pieces(text)
    at = text.index(pronoun)
    before = pieces.ends <= at
    own = np.zeros(before.sum(), np.float32)
    for word, weight in weights.items():
        own[list(pieces.starts).index(text.index(word))] = weight
    return Pointed(at, pieces.starts[before], pieces.ends[before], own)


def person(text, name, gender):
    start = text.index(name)
    return Person(start, start + len(name), name, gender, "other")


def resolved(pointed):
    people = [person(TEXT, "Mira Oster", "she"), person(TEXT, "Anna Teller", "she")]
    sentences = [(0, TEXT.index(" She")), (TEXT.index("She"), len(TEXT))]
    ((_, found),) = resolve_pronouns(page_of(TEXT, sentences, []), people, [pointed], [])
    return TEXT[found.start : found.end]


def test_of_two_who_fit_the_one_pointed_to_is_meant():
    assert resolved(pointed(TEXT, "She", Oster=0.9)) == "Mira Oster"
    assert resolved(pointed(TEXT, "She", Teller=0.9)) == "Anna Teller"


def test_somebody_whom_no_list_knows_can_be_meant():
    assert resolved(pointed(TEXT, "She", pilot=0.9)) == "pilot"
    assert resolved(pointed(TEXT, "She", pilot=0.3, Oster=0.1)) != "pilot"


def test_a_thing_is_nobody():
    at = TEXT.index("pilot")
    own = pointed(TEXT, "She", pilot=0.9)
    assert attention_of(own, "she", [], []).stranger.start == at
    assert attention_of(own, "she", [], [(at, at + len("pilot"))]).stranger is None


def test_gender_rules_out_whom_the_network_points_to():
    text = "Mira Oster met Joss Tavian. She left."
    people = [person(text, "Mira Oster", "she"), person(text, "Joss Tavian", "he")]
    sentences = [(0, text.index(" She")), (text.index("She"), len(text))]
    ((_, found),) = resolve_pronouns(page_of(text, sentences, []), people, [pointed(text, "She", Tavian=0.95)], [])
    assert found.key == "Mira Oster"


def test_weights_are_summed_over_the_places_of_a_candidate():
    oster, teller = person(TEXT, "Mira Oster", "she"), person(TEXT, "Anna Teller", "she")
    candidates = [Candidate("Oster", "she", (oster,), None), Candidate("Teller", "she", (teller,), None)]
    found = attention_of(pointed(TEXT, "She", Mira=0.25, Oster=0.25, Anna=0.125), "she", candidates, [])
    assert found.shares == {"Oster": 0.5, "Teller": 0.125}
    assert found.stranger is None
    assert attention_of(None, "she", candidates, []) is None


def test_the_network_points_to_what_stands_before():
    (own,) = point(TEXT)
    assert (own.start, len(own.weights)) == (TEXT.index("She"), sum(cut_pieces(TEXT).ends <= TEXT.index("She")))
    assert own.weights.sum() == pytest.approx(1, abs=0.5) and (own.weights >= 0).all()
    assert point("Nothing was said.") == point("") == []


def test_the_word_before_somebody_known_is_no_stranger():
    """The place of "the minister" begins with the office, the network points to its article."""
    minister = Candidate("Oster", "she", (person("For the minister it was late. She left.", "minister", "she"),), None)
    text = "For the minister it was late. She left."
    found = attention_of(pointed(text, "She", the=0.625, minister=0.25), "she", [minister], [])
    assert found.stranger is None
    assert found.shares == {"Oster": 0.875}
