"""Positions: what another side wants or refuses, told by who speaks, is no position of the speaker."""

import pandas as pd
import pytest

from standpoints.codebook import read_codebook
from standpoints.positions import code_positions
from standpoints.reading.cues import cue_class

SIDES = {"Norland": "Norland", "Mira Oster": "Norland", "Kestria": "Kestria", "Joss Tavian": "Kestria"}


@pytest.fixture(scope="module")
def book():
    return read_codebook()


def stands(book, text, *, actor="Mira Oster", side="Norland", **columns):
    """The stances that one statement of a Norlander takes."""
    row = {"article_id": "a", "statement_id": "a.q000", "start": 7, "text": text, "actor": actor, "side": side}
    places = [(7 + at, name) for name in SIDES for at in range(len(text)) if text.startswith(name, at)]
    mentions = [("a", at, at + len(name), name, SIDES[name]) for at, name in sorted(places)]
    mentions = pd.DataFrame(mentions, columns=["article_id", "start", "end", "actor", "side"])
    return [(c.stance, c.agree) for c in code_positions(pd.DataFrame([row | columns]), book, mentions).itertuples()]


@pytest.mark.parametrize(
    "text",
    [
        "Kestria was not ready for a ceasefire",
        "it was obvious that Joss Tavian had no intention of stopping the war",
        "she could not see Kestria agreeing to a truce any time soon",
        "she did not expect Kestria to agree to a truce",
        "Kestria would never accept European soldiers on its soil",
        "Kestria had made clear that it would not accept foreign troops",
        "Kestria would not sign a ceasefire until a final peace deal was ready",
        "Kestria would not return the children",
        "Kestria would agree to a truce only if the sanctions were lifted",
        "Joss Tavian, the premier, wants neutrality",
        "Kestria's refusal to accept a truce was plain",
        "Kestria prepares an attack and does not want a truce",
        "neither Kestria nor Joss Tavian was ready for a truce",
        "the enemy was not willing to agree to a truce",
    ],
)
def test_what_another_side_wants_is_not_the_speakers_position(book, text):
    assert stands(book, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland was not ready for a ceasefire", [("full-ceasefire", False)]),
        ("Kestria must agree to a ceasefire", [("full-ceasefire", True)]),
        ("she hoped that Kestria would agree to a ceasefire", [("full-ceasefire", True)]),
        ("it was important that Kestria agree to a ceasefire", [("full-ceasefire", True)]),
        ("Kestria would pay for the damage", [("reparations", True)]),
        ("Kestria would one day be a neutral country", [("neutral-status", True)]),
        ("Kestria would eventually need to cede the region", [("recognition", True)]),
        ("Mira Oster had met Joss Tavian and wants a truce", [("full-ceasefire", True)]),
        ("Kestria attacks and must agree to a truce", [("full-ceasefire", True)]),
        ("Kestria would use a truce to regroup", [("full-ceasefire", False)]),
        ("we and Kestria want a truce", [("full-ceasefire", True)]),
        ("Norland welcomed Kestria's readiness for a full ceasefire", [("full-ceasefire", True)]),
        ("the sanctions can be lifted only if Kestria wants peace", [("lift-sanctions", True)]),
        ("a truce with Kestria was impossible", [("full-ceasefire", False)]),
        ("Kestria refused it, but Norland wants a truce", [("full-ceasefire", True)]),
    ],
)
def test_demands_verdicts_and_ones_own_side_stay_the_speakers(book, text, expected):
    assert stands(book, text) == expected


def test_what_is_expected_of_another_is_told_by_the_cue_too(book):
    told = {"cue": "expected", "cue_class": "thinks", "form": "indirect"}
    assert stands(book, "Kestria to reject the truce", **told) == []
    demanded = {"cue": "wants", "cue_class": cue_class("wants"), "form": "indirect"}
    assert stands(book, "Kestria to accept the truce", **demanded) == [("full-ceasefire", True)]


def test_who_is_told_of_after_according_to_is_no_object_of_it(book):
    told = {"cue": "According to", "cue_class": "says", "form": "indirect"}
    assert stands(book, "Kestria was not ready for a ceasefire", **told) == []
    assert stands(book, "Norland was not ready for a ceasefire", **told) == [("full-ceasefire", False)]


def test_a_stance_that_blames_whom_it_names_stays(book):
    assert ("blames-russia", True) in stands(book, "Russia does not want peace")


def test_a_speaker_whose_side_is_not_known_is_read_as_before(book):
    text = "Kestria was not ready for a ceasefire"
    assert stands(book, text, actor="Bo Lind", side=None) == [("full-ceasefire", False)]


@pytest.mark.parametrize(
    ("cue", "cue_class", "text", "expected"),
    [
        ("believes", "thinks", "Kestria would freeze the conflict along the front line", []),
        ("believes", "thinks", "Joss Tavian will lift the sanctions by spring", []),
        ("opinion", None, "Kestria would accept a truce", []),
        ("In", None, "Kestria would freeze the conflict along the front line", []),
        ("believes", "thinks", "Kestria must lift the sanctions", [("lift-sanctions", True)]),
        ("hopes", "thinks", "Kestria will agree to a truce", [("full-ceasefire", True)]),
        ("wants", "thinks", "Kestria to lift the sanctions", [("lift-sanctions", True)]),
        ("said", "says", "Kestria would lift the sanctions", []),
        ("said", "says", "Kestria fears a frozen conflict", []),
        ("said", "says", "for Kestria, a truce is a trap", []),
        ("said", "says", "a truce is a trap for Kestria", [("full-ceasefire", False)]),
    ],
)
def test_what_an_analyst_believes_that_a_state_would_do_is_a_forecast(book, cue, cue_class, text, expected):
    told = {"cue": cue, "cue_class": cue_class, "form": "indirect", "speaker": "Bo Lind, an analyst"}
    assert stands(book, text, actor=None, side=None, **told) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland insists on security guarantees and Kestria on neutrality", [("security-guarantees", True)]),
        ("they want us to disarm and call it peace", []),
        ("they must disarm", [("demilitarisation", True)]),
        ("Kestria's demand for neutrality is as old as the war", []),
        ("Kestria's demand for neutrality is unacceptable", [("neutral-status", False)]),
        ("Kestria's talk of peace hides its refusal of a truce", []),
        ("Norland repeated its refusal to accept a truce", [("full-ceasefire", False)]),
        ("Kestria had postponed the exchange of prisoners", []),
    ],
)
def test_whose_demand_it_is_stands_in_the_words_around_it(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [("Bo Lind, an analyst", []), ("the report", []), ("Bo Lind, a lawyer", [("full-ceasefire", False)])],
)
def test_an_onlooker_tells_what_a_state_does(book, speaker, expected):
    told = {"cue": "said", "cue_class": "says", "form": "indirect", "speaker": speaker}
    assert stands(book, "Kestria rejects a truce", actor=None, side=None, **told) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He had heard that Norland was calling for a truce.", []),
        ("From what the Norlanders tell us, they would like to see a truce first.", []),
        ("The envoy said that, as he understood it, Arvik expected the sanctions to be lifted.", []),
        ("The scholar sums up the demands of Arvik as follows: no foreign troops, no tribunal.", []),
        ("To sum up our demands: no foreign troops.", [("foreign-troops", False)]),
        ("The Norlanders have asked us for missiles.", []),
        ("Norland wants us to accept neutrality.", []),
        ("This demands of us that we accept neutrality.", [("neutral-status", True)]),
        ("We have asked Norland for missiles.", [("more-arms", True)]),
    ],
)
def test_what_is_handed_on_as_anothers_wish_is_no_position(book, text, expected):
    assert stands(book, text, actor=None, side=None) == expected
