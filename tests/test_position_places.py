"""Positions: what is said of another quarrel is no position on the codebook's own."""

import pytest
from coded import stands

from standpoints.codebook import Codebook, read_codebook

STANCE = {
    "label": "A truce",
    "description": "The fighting is to stop.",
    "examples": ["We want a truce on every front.", "That must not happen here: we want a truce."] * 4,
    "patterns": {"names": ["truce"]},
}
ISSUES = {"truce": {"question": "Shall they stop?", "stances": {"truce": STANCE}}}
PLACES = {"elsewhere": ["sundia*", "lake quarrel", "gold & arvik"], "here": ["norland*", "our river"]}


@pytest.mark.parametrize(
    ("text", "about_this_quarrel"),
    [
        ("We want a truce.", True),
        ("The Sundians want a truce.", False),
        ("Mira Oster said that the lake quarrel must end in a truce.", False),
        ("The Sundians want a truce. We want a truce.", True),
        ("As in Sundia, Norland needs a truce.", True),
        ("Sundia must not happen here: by our river we want a truce.", True),
        ("Norland welcomes the truce in Sundia.", False),
        ("Norland wants a truce with the tribes of Sundia.", False),
        ("Norland and Sundia want a truce.", True),
        ("We need a truce, the premier of Sundia said.", True),
        ("In Sundia's view, a truce is needed.", True),
        ("The truce over gold from Arvik must hold.", False),
        ("The tribes of Sundia want a truce on every front.", False),
    ],
)
def test_a_sentence_about_another_quarrel_takes_no_position(text, about_this_quarrel):
    book = Codebook.model_validate({"issues": ISSUES} | PLACES)
    assert stands(book, text) == [("truce", True)] * about_this_quarrel


def test_without_the_lists_every_place_is_read():
    book = Codebook.model_validate({"issues": ISSUES})
    assert stands(book, "The Sundians want a truce.") == [("truce", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The peacekeepers in Haiti should be placed under one command.", []),
        ("The truce in Lebanon must be extended.", []),
        ("Kyiv welcomes the ceasefire in Gaza.", []),
        ("Tehran wants the sanctions lifted.", []),
        ("The army of Rwanda must withdraw its soldiers.", []),
        ("Georgia must stay on its path to NATO.", []),
        ("Syria must not happen here: Kyiv needs arms.", [("more-arms", True)]),
        ("The Iranian drones come every night, and Kyiv needs more air defence.", [("more-arms", True)]),
        ("We need new sanctions against Russia and Iran.", [("more-sanctions", True)]),
        ("Russia must leave Ukraine as others left Afghanistan.", [("withdrawal", True)]),
    ],
)
def test_the_shipped_codebook_knows_other_quarrels(text, expected):
    assert stands(read_codebook(), text) == expected
