"""Positions: what one side demands, its people do not refuse: the same words mean the contrary on the other side."""

import pytest
from coded import codes_of, stands

from standpoints.codebook import Codebook, read_codebook

LEAVE = {
    "label": "Leave the valley",
    "description": "The army of Sundia is to leave the valley.",
    "examples": ["Sundia must leave the valley."] * 8,
    "opposite": "cede",
    "demanded_by": ["Norland"],
    "patterns": {"names": ["(leav*|quit*) .. valley"], "ours": ["(take* back|free*) .. valley"]},
}
CEDE = {
    "label": "Cede the valley",
    "description": "The valley is to be recognised as Sundian.",
    "examples": ["Norland must cede the valley."] * 8,
    "opposite": "leave",
    "demanded_by": ["Sundia"],
    "patterns": {"names": ["(ced*|give* up) .. valley"], "ours": ["valley .. ours"], "never": ["they .. leave"]},
}
VALLEY = Codebook.model_validate(
    {"issues": {"valley": {"question": "Whose is it?", "stances": {"leave": LEAVE, "cede": CEDE}}}}
)
NOBODY = float("nan")


@pytest.mark.parametrize(
    ("text", "norland", "sundia", "nobody"),
    [
        ("We will not give up the valley.", ("cede", False), ("leave", False), ("cede", False)),
        ("Our army will not leave the valley.", ("cede", False), ("leave", False), ("leave", False)),
        ("We must cede the valley.", ("cede", True), ("cede", True), ("cede", True)),
        ("We are ready to leave the valley.", ("leave", True), ("leave", True), ("leave", True)),
        ("We will take back the valley.", ("leave", True), None, ("leave", True)),
        ("The valley will stay ours.", None, ("cede", True), ("cede", True)),
        ("We cannot take back the valley.", None, ("leave", False), ("leave", False)),
        ("They will not leave the valley.", None, ("leave", False), ("leave", False)),
    ],
)
def test_it_depends_on_who_speaks_whose_land_is_meant(text, norland, sundia, nobody):
    found = [stands(VALLEY, text, side=side) for side in ("Norland", "Sundia", NOBODY, "Kestria")]
    assert found == [[stand] if stand else [] for stand in (norland, sundia, nobody, nobody)]


def test_that_it_was_said_for_a_side_is_told():
    codes = codes_of(VALLEY, "We will not give up the valley.", side="Sundia")
    assert codes["how"].tolist() == ["names “(ced*|give* up) .. valley”; for: will; not: not; said for Sundia"]


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    "text",
    [
        "not one metre of Donbas would be given up",
        "would not give up a single inch of Crimea",
        "We will not cede our land.",
        "Not an inch of our land will be given up.",
        "Crimea is not for sale.",
        "Territorial concessions are out of the question.",
        "We will not leave Donbas.",
        "Our soldiers will not leave Donbas.",
        "ruled out giving up the eastern bank",
    ],
)
def test_who_keeps_the_land_refuses_what_the_other_side_demands(book, text):
    assert stands(book, text, side="Ukraine") == [("recognition", False)]
    assert stands(book, text, side="Russia") == [("withdrawal", False)]


@pytest.mark.parametrize(
    "text",
    [
        "We will take back our land.",
        "Donbas will be liberated.",
        "We will return what is ours.",
        "We want our land back.",
    ],
)
def test_who_takes_back_land_means_his_own(book, text):
    assert stands(book, text, side="Ukraine") == [("withdrawal", True)]
    assert stands(book, text, side="Russia") == []


@pytest.mark.parametrize("text", ["Crimea is ours.", "Donbas will remain ours.", "We will hold on to Crimea."])
def test_what_is_ours_is_not_the_other_sides(book, text):
    assert stands(book, text, side="Russia") == [("recognition", True)]
    assert stands(book, text, side="Ukraine") == []


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("Kyiv must give up Donbas.", "Russia", [("recognition", True)]),
        ("We may have to cede some territory.", "Ukraine", [("recognition", True)]),
        ("The Russian troops are ready to leave Kherson.", "Russia", [("withdrawal", True)]),
        ("Crimea cannot be liberated by force.", "Ukraine", []),
        ("Russian troops will not leave Kherson.", "Ukraine", []),
        ("Borders must not be changed by force.", "Russia", []),
        ("The alliance would not move one inch to the east.", "Russia", []),
        ("We will not budge an inch.", "Ukraine", []),
        ("Not an inch of allied territory will be given up.", "Europe", []),
        ("We are here to stay.", "Europe", []),
        ("We want to bring back our children from the Donetsk region.", "Ukraine", [("children-return", True)]),
    ],
)
def test_words_of_land_that_tell_whose_it_is_or_tell_nothing(book, text, side, expected):
    assert stands(book, text, side=side) == expected
