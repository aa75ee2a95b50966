"""Names that are something else too, or are written in two ways, in invented news: Mira Arvik, Bob and Robert Lund."""

import pytest
from bracketed import actors_in, registry_in

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Mira Oster,Sundia,person,,she
Kim So Ran,Norland,person,Kim,she
Norland,Norland,state,Arvik (place); Norlandian (adjective),it
Sundia,Sundia,state,German (adjective),it
River Office,Norland,institution,,it
"""
OFFICES = """office,actor,valid_from,valid_to
president of Norland,Joss Tavian,2020-01-01,
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Anna Arvik, a nurse,] said {no}.\n[Arvik] said {so}. Talks in Arvik failed.", ["Anna Arvik"] * 2),
        ("Anna Lund left. [Arvik] said {so}.", ["Norland"]),
        ("[Arvik] said {so}. Anna Arvik came. [Arvik] said {no}.", ["Norland", "Anna Arvik"]),
        ("[Mark Norlandian] said {so}. [Norlandian] said {no}.", ["Mark Norlandian"] * 2),
        ("[German Lund] said {so}. German Lund said more.", ["German Lund"]),
        ("[German Lund] said {so}.", ["Lund"]),  # a Lund who is German
        ("[Paul Singer] said {so}. The singer left.", ["Paul Singer"]),
        ("[Jim Yong Kim] said {so}. [Mr. Kim] said {no}.", ["Jim Yong Kim"] * 2),
    ],
)
def test_a_surname_that_is_a_place_a_people_or_a_calling(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Lund came. Bob Lund sat. [Lund] said {so}.", ["Robert Lund"]),
        ("Sandra Lund came. Sandy Lund sat. [Lund] said {so}.", ["Sandra Lund"]),
        ("Robert Lund came. Tom Lund sat. [Lund] said {so}.", [None]),
        ("Anna Lund came. Like Lund, he waits. [Lund] said {so}.", ["Anna Lund"]),
        ("Adm. Ivo J. Oster came. [Admiral Oster] said {so}.", ["Ivo J. Oster"]),
        ("AG Lund came. Anna Lund sat. [Lund] said {so}.", ["Anna Lund"]),
        ("[Anna Lund, mother of the pilot Sean Lund,] said {no}.\n[Lund] said {so}.", ["Anna Lund"] * 2),
        ("A video of the account called “Hypo-Lund” showed Anna Lund. [Lund] said {so}.", ["Anna Lund"]),
        ("Anna Lund and Per Lund came. [The Lunds] said {so}.", [None]),
    ],
)
def test_one_person_under_two_names_and_two_under_one(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Anna Lund] Fully Embraces {Harbour Levy}.\nAnna Lund has embraced it.", ["Anna Lund"]),
        ("[Levy Icon Anna Lund] Backs {Harbour Levy}.\nAnna Lund has embraced it.", ["Anna Lund"]),
        ("[Tavian Addresses Munich Attack]: {This Ends Now}.\nJoss Tavian came.", [None]),
        ("[Poll]: {Oster Leads By Ten}.\nIt is late.", [None]),
    ],
)
def test_of_a_headline_in_capitals_only_names_of_the_text_are_names(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Former judge and poet Mira Oster, who is ill,] said {so}.", ["Mira Oster"]),
        ("[A lawyer and former judge Mira Oster] said {so}.", ["Mira Oster"]),
        ("[A lawyer and her husband Joss Tavian] said {so}.", [None]),
        ("[Mrs. Oster -- whose brother signed the Lund Act --] said {so}.", ["Mira Oster"]),
        ("Joss Tavian left. According to [him,] {it was late}.", ["Joss Tavian"]),
        ("[Mira Oster (who] said {so}.", ["Mira Oster"]),
        ("[Mira Oster on Monday] said {so}.", ["Mira Oster"]),
    ],
)
def test_the_name_in_a_long_phrase(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mira Oster spoke first.\n{“We wait,”} [the candidate] said.", ["Mira Oster"]),
        ("Mira Oster met Joss Tavian.\n{“We wait,”} [the candidate] said.", [None]),
        ("[Mira Oster] called {Joss Tavian a liar}. [The candidate] said {so}.", ["Mira Oster"] * 2),
        ("[Mira Oster] said {no}. Joss Tavian came. [The candidate] called it {late}.", ["Mira Oster", None]),
        ("Mira Oster came. But {“Tavian will not do,”} [the candidate] said.", ["Mira Oster"]),
        ("Columnist Mira Oster met Joss Tavian. [The columnist] said {so}.", ["Mira Oster"]),
        (
            "{“No,”} columnist [Mira Oster] told Joss Tavian.\nTavian left, [the columnist] said {so}.",
            ["Mira Oster"] * 2,
        ),
        ("Joss Tavian came.\n[The president's lawyers] said {so}.", [None]),
        ("[One lawmaker] called Oster {“a liar”}.", [None]),
        ("[The River Office] said {no}. [The regional office] said {so}.", ["River Office"] * 2),
        ("[The River Office] said {no}. [The budget office] said {so}.", ["River Office", None]),
    ],
)
def test_who_is_described_further_on(text, expected, registry):
    assert actors_in(text, registry) == expected
