"""Positions: words of an issue that are meant otherwise, and what is to be done that undoes a stance."""

import pytest
from coded import codes_of, stands

from standpoints.codebook import Codebook, read_codebook


@pytest.fixture(scope="module")
def book():
    return read_codebook()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kestria must not let Washington hand the frozen assets back to Moscow.", [("reparations", True)]),
        ("The frozen assets must never be given back to Moscow.", [("reparations", True)]),
        ("Kestria must not return the frozen assets to Russia.", [("reparations", True)]),
        ("Returning the frozen Russian assets to Moscow would be a disgrace.", [("reparations", True)]),
        ("Moscow should not get its frozen assets back.", [("reparations", True)]),
        ("It would be a mistake to give Russia its frozen assets back.", [("reparations", True)]),
        ("The money must not be handed back to Moscow.", [("reparations", True)]),
        ("The frozen assets must be handed back to Moscow.", [("reparations", False)]),
        ("The frozen assets should be returned to Russia.", [("reparations", False)]),
        ("Mira Oster demanded the return of the frozen Russian assets.", [("reparations", False)]),
        ("The frozen assets were returned to Russia in March.", []),
        ("The frozen assets must not be touched.", [("reparations", False)]),
        ("The frozen assets must be used for the reconstruction.", [("reparations", True)]),
        ("Returns on the frozen assets should go to Ukraine.", [("reparations", True)]),
        ("The frozen assets stay frozen until Sundia has made good the losses.", [("reparations", True)]),
        ("Russia's assets stay frozen until it has paid for the damage.", [("reparations", True)]),
        ("The frozen assets would remain blocked until the damage was repaired.", [("reparations", True)]),
    ],
)
def test_who_would_hand_frozen_assets_back_wants_no_reparations(book, text, expected):
    assert stands(book, text) == expected


def test_a_phrase_may_name_the_contrary_of_a_stance():
    stance = {"label": "Share it", "description": "Both use it.", "examples": ["The river is shared."] * 8}
    stance["patterns"] = {"names": ["shar* .. river"], "undoes": ["(dam|damming) .. river"]}
    issues = {"water": {"question": "Whose?", "stances": {"share": stance}}}
    book = Codebook.model_validate({"issues": issues})
    assert stands(book, "Sundia wants to dam the river.") == [("share", False)]
    assert stands(book, "Sundia refuses to dam the river.") == [("share", True)]
    assert stands(book, "Nobody in Sundia saw the dam in the river.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Europe will send peacekeepers to Ukraine only after a ceasefire.", ["foreign-troops", "full-ceasefire"]),
        ("London sends weapons only after long delays.", []),
        ("Brussels sends money only twice a year.", []),
        ("Norland will send observers to Kestria only after the guns have fallen silent.", []),
        ("Norland will send guns and shells to Ukraine.", ["more-arms"]),
        ("Western arms deliveries only prolong the bloodshed.", ["blames-west"]),
    ],
)
def test_only_is_no_blame_and_a_phrase_ends_where_a_condition_begins(book, text, expected):
    found = stands(book, text)
    assert [stance for stance, _ in found] == expected and all(agree for _, agree in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The allies should stop debating about tanks.", []),
        ("Norland thinks the allies should stop counting shells.", []),
        ("The allies should stop talking about weapons and send them.", [("more-arms", True)]),
        ("The allies should stop sending weapons to Ukraine.", [("stop-arms", True)]),
        ("The buyers want guarantees in writing.", []),
        ("Mira Oster wants guarantees that the farmers will be paid.", []),
        ("Kyiv needs guarantees.", [("security-guarantees", True)]),
        ("There can be no truce without guarantees.", [("security-guarantees", True)]),
        ("Any deal must include guarantees that Russia will not attack again.", [("security-guarantees", True)]),
        ("Norland wants a guarantee that nobody will attack it.", [("security-guarantees", True)]),
        ("The Black Sea corridor for grain ships must stay open.", []),
        ("The grain corridor must go on working.", []),
        ("A humanitarian corridor must be opened.", [("corridors", True)]),
        ("Norland rejected corridors leading to Russia.", [("corridors", False)]),
        ("Mira Oster demanded the demilitarisation and de-occupation of the station.", []),
        ("There must be full demilitarization of the nuclear plant.", []),
        ("The Black Sea should be demilitarised.", []),
        ("Moscow insists on the demilitarisation of its neighbour.", [("demilitarisation", True)]),
        ("Demilitarisation is out of the question.", [("demilitarisation", False)]),
        ("Ukraine will never be demilitarised.", [("demilitarisation", False)]),
        ("The alliance should decide at its summit in Holm.", []),
        ("Ukraine should be invited to join NATO at the Holm summit.", [("nato-membership", True)]),
        ("Mira Oster proposed a summit.", [("leaders-meeting", True)]),
        ("Now is not the time for a summit.", [("leaders-meeting", False)]),
        ("The missiles could not be controlled without the help of German soldiers.", []),
        ("German soldiers should secure the truce.", [("foreign-troops", True)]),
        ("The status of Crimea is not up for discussion.", []),
        ("Crimea is not for sale.", [("recognition", False)]),
    ],
)
def test_words_of_an_issue_that_are_meant_otherwise(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some tell us we must cede land. They are wrong.", []),
        ("Some people want Ukraine to cede land, but they are naive.", []),
        ("Many in Holm believe that neutrality is acceptable.", []),
        ("There are people who tell us to accept neutrality.", []),
        ("Some say that Crimea is Russian.", []),
        ("Some say that neutrality is a trap, but Norland wants neutrality.", [("neutral-status", True)]),
        ("We must cede some land, and people know it.", [("recognition", True)]),
        ("Most of all we want neutrality.", [("neutral-status", True)]),
    ],
)
def test_what_some_say_is_no_opinion_of_who_tells_it(book, text, expected):
    assert stands(book, text) == expected


def test_what_cannot_be_done_without_is_wanted_outright(book):
    codes = codes_of(book, "The city would not survive another winter without more air defence.")
    assert list(codes["stance"]) == ["more-arms"] and codes["agree"].all() and codes["condition"].isna().all()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland opposes unilateral sanctions.", [("more-sanctions", False)]),
        ("Lifting sanctions now would be like paying the burglar.", [("lift-sanctions", False)]),
        ("Norland would not pay for a single bullet.", [("more-arms", False)]),
        ("Western weapons would only prolong the war.", [("more-arms", False)]),
        ("American missiles would not change anything.", [("more-arms", False)]),
        ("Talks could not start while Russian soldiers stood on Ukrainian soil.", [("preconditions", True)]),
        ("Washington and Brussels are feeding the war.", [("blames-west", True)]),
        ("Europe feeds war refugees.", []),
    ],
)
def test_plain_ways_to_take_a_stand(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [("demanded", [("recognition", True)]), ("announced", []), ("rejected", [])],
)
def test_an_ukrainian_retreat_that_is_demanded_leaves_the_land(book, cue, expected):
    text = "the withdrawal of Ukrainian troops from Donetsk"
    assert stands(book, text, cue=cue, form="indirect") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There will be no truce as long as the terms are not agreed.", [("talks-first", True)]),
        ("There can be no ceasefire while an agreement has not been reached.", [("talks-first", True)]),
        ("There will be no ceasefire until there are talks.", [("talks-first", True)]),
        ("The next meeting cannot take place without a ceasefire.", [("ceasefire-first", True)]),
        ("No talks as long as there is no ceasefire.", [("ceasefire-first", True)]),
    ],
)
def test_two_negations_of_what_comes_first_are_none(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will hold the line.", []),
        ("Nobody can hold a line with drones alone.", []),
        ("The fighting must stop along the front line.", [("full-ceasefire", True), ("freeze-lines", True)]),
        ("The loan is a blow to Moscow's war chest.", []),
        ("Moscow's war crimes must be punished.", [("tribunal", True)]),
        ("Russia's war machine must be stopped.", []),
        ("This is Moscow's war.", [("blames-russia", True)]),
        ("The Russian president would meet his generals.", []),
        ("The Russian president would meet his Ukrainian counterpart.", [("leaders-meeting", True)]),
    ],
)
def test_a_line_that_is_held_and_a_war_before_a_noun_are_meant_otherwise(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every time Sundia asks for a truce, the columnist laughs.", []),
        ("Every time they attack, Kyiv must get more missiles.", [("more-arms", True)]),
        ("Under Norlandic law the embargo on oil can be lifted by decree.", []),
        ("The embargo on oil can be lifted.", [("lift-sanctions", True)]),
        ("A majority of the chamber is needed for new sanctions.", []),
        ("The shelling was Norland's answer to the offer of a truce.", []),
        ("The generals evaded the tribunal.", []),
        ("The generals must not evade the tribunal.", [("tribunal", True)]),
        ("Kyiv used the truce as cover to dig in and to ask for more tanks.", [("blames-ukraine", True)]),
        ("The accusation that Moscow is prolonging the war was heard again.", []),
        (
            "The accusation that Moscow is prolonging the war has nothing to do with reality.",
            [("blames-russia", False)],
        ),
        ("Oster rejected the accusation that Moscow is prolonging the war.", [("blames-russia", False)]),
    ],
)
def test_what_is_only_told_or_provided_for_is_no_wish(book, text, expected):
    assert stands(book, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With a scrap of decency they would let the convoy through.", [("corridors", True)]),
        ("The blocked Russian billions should be used for the rebuilding.", [("reparations", True)]),
        ("Norland has prohibited the sale of shells that could end up in Ukraine.", []),
        ("Oster flew there in order to see military aid arrive.", []),
        ("Norland sees a way to a truce.", [("full-ceasefire", True)]),
        ("To say that Kyiv is to blame is like saying that rain is dry.", [("blames-ukraine", False)]),
        ("If root causes are on the agenda, our seats will stay empty.", [("root-causes", False)]),
    ],
)
def test_a_word_that_only_looks_like_one_for_or_against_is_none(book, text, expected):
    assert stands(book, text) == expected
