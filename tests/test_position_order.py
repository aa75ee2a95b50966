"""Positions: what comes first, the ceasefire or the talks, and phrases of it that are meant otherwise."""

import pytest
from coded import stands

from standpoints.codebook import read_codebook


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ceasefire is the gateway to serious negotiations.", [("ceasefire-first", True)]),
        ("Talks presuppose a truce.", [("ceasefire-first", True)]),
        ("A truce stands at the top of our agenda.", [("ceasefire-first", True)]),
        ("Norland refuses to tie the talks to a truce.", [("ceasefire-first", False)]),
        ("There will be no truce in exchange for an invitation.", [("ceasefire-first", False)]),
        ("No truce, no talks.", [("ceasefire-first", True)]),
        ("Kestria will have nothing to talk about until the rockets have stopped.", [("ceasefire-first", True)]),
        ("Our presence is conditional on a pause in Russian attacks.", [("ceasefire-first", True)]),
        ("A ceasefire must be in force in advance of the negotiations.", [("ceasefire-first", True)]),
        ("A truce can only be a by-product of a settlement.", [("talks-first", True)]),
        ("Norland wants the truce put off until the treaty is signed.", [("talks-first", True)]),
        ("The truce must not be made hostage to a treaty.", [("talks-first", False)]),
        ("The plan, with the truce in last place, was rejected.", [("talks-first", False)]),
        ("There is no sense in bargaining first and then stopping the fire.", [("talks-first", False)]),
        ("We will sit down, and in the course of this work we will find a ceasefire.", [("talks-first", True)]),
        ("Norland would come to a summit only on condition that its demands are on the agenda.",
         [("leaders-meeting", True), ("preconditions", True)]),
        ("Norland is ready to negotiate with no demands made in advance.", [("no-preconditions", True)]),
    ],
)  # fmt: skip
def test_what_comes_first_in_other_words(book, text, expected):
    assert sorted(stands(book, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first truce of the war was announced in the autumn.", []),
        ("They should hold their fire on the first of June.", [("limited-truce", True)]),
        ("The first regards the truce.", []),
        ("The paper opens in its first part with the truce.", []),
        ("The office is to be opened after the truce and before the talks.", []),
        ("It is best to negotiate everything at once, since a truce would not last.", []),
        ("The truce must hold, sources in the delegation said.", [("full-ceasefire", True)]),
        ("The shells will stop.", []),
        ("The missiles for Ukraine must be stopped.", [("stop-arms", True)]),
        ("The enemy will come back with more tanks.", []),
        ("Norland must part with its missiles.", [("demilitarisation", True)]),
        ("Kestria needs a pledge of assistance to Ukraine.", [("security-guarantees", True)]),
        ("Over Christmas the guns should rest.", [("limited-truce", True)]),
        ("We need quiet, and only from there can the road lead to a deal.", []),
        ("Norland is not interested in a peace plan.", []),
        ("The buses will go along the front line.", []),
        ("Limits on our army would leave the country exposed.", [("demilitarisation", False)]),
        ("The abolition of neutral status was a mistake.", [("neutral-status", True)]),
        ("The clause on borders in the package of measures must be met.", []),
        ("Oster would put the war on ice.", []),
    ],
)
def test_words_of_order_and_of_arms_that_are_meant_otherwise(book, text, expected):
    assert stands(book, text) == expected
