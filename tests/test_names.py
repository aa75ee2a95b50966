"""Names that are something else too, or are written in two ways, in invented news: Mira Arvik, Bob and Robert Lund."""

import pytest
from bracketed import actors_in, registry_in, tables

from standpoints.actors import resolve_actors

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Mira Oster,Sundia,person,,she
Kim So Ran,Norland,person,Kim,she
Norland,Norland,state,Arvik (place); Norlandian (adjective),it
Sundia,Sundia,state,German (adjective),it
Georgia,Georgia,state,,it
River Office,Norland,institution,,it
Millers' Union,Union,institution,,it
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
        ("[Mira Scott] said {so}. [Scott] said {no}. {It rained}, [she] said.", ["Mira Scott"] * 3),  # Scott is no man
        ("[America Lundt, an actress,] said {so}. [Lundt] said {no}.", ["America Lundt"] * 2),
        ("Sundia's Ambassador to Georgia Anna Lundt left. Envoy to Georgia [Anna Lundt] said {no}.", ["Anna Lundt"]),
        ("[Sen. Anna Lund, R-Holm,] said {so}.", ["Anna Lund"]),
        ("[Voters] said {so}. The Holm Voters met.", [None]),
        ("[Staff for the committee] said {so}. The Joint Staff met.", [None]),
        ("The report renewed [Republican] calls for {talks}.", [None]),
        (
            "[The Millers' Union and its guests] said {so}. [Millers’ Union envoy Ivo Dorn] left {it}.",
            ["Millers' Union", "Ivo Dorn"],
        ),
        ("The Millers’ Union met. [Oster's ally, the Millers' Union,] said {so}.", ["Millers' Union"]),
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
        ("[Holm News Vice President and Arvik Editor Anna Lund] said {so}.", ["Anna Lund"]),
        ("[Former Secretary of State and Democratic candidate Anna Lund] said {so}.", ["Anna Lund"]),
        ("[Chairman of the Committee on River Affairs Anna Lund] said {so}.", ["Anna Lund"]),
        ("[Anna Lund, author of The Long Line: Joss Tavian's War] said {so}.", ["Anna Lund"]),
        ("[A former candidate -- Anna Lund, who lost --] said {so}.", ["Anna Lund"]),
        ("[Another poet — Anna Lund of Holm —] said {so}.", ["Anna Lund"]),
        ("Anna Lund came. [Lund - who left early] said {so}.", ["Anna Lund"]),
        ("[A man from Holm going by the handle Heron] wrote {so}.", ["Heron"]),
        # an office and whose or where it is, without a comma
        ("[The governor of the region Anna Lund] said {so}.", ["Anna Lund"]),
        ("[The mayor of Velm Anna Lund] said {so}.", ["Anna Lund"]),
        ("[The commander of the brigade Anna Lund] said {so}.", ["Anna Lund"]),
        ("[Adviser to the head of the Office of the President of Sundia Anna Lund] said {so}.", ["Anna Lund"]),
        ("[A spokesman for the late Anna Lund] said {so}.", [None]),
        ("[A spokesman for Senator Anna Lund] said {so}.", [None]),
        ("[The head of the team accusing Anna Lund] said {so}.", [None]),
        ("[The wife of the farmer Anna Lund] said {so}.", [None]),
        ("[All leaders except Anna Lund] said {so}.", [None]),
        # a noun and a first name
        ("[Farmer Anna, 61,] said {no}. {“We wait,”} [Anna] said.", ["Anna"] * 2),
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
        ("Joss Tavian came.\nHe met the president, [who] denied {it}.", ["Joss Tavian"]),
        ("Anna Lund, Joss Tavian's former adviser, [who] denied {it}, left.", ["Anna Lund"]),
        ("Anna Lund, an estate developer, [who] denied {it}, left.", ["Anna Lund"]),
        ("[Holmwire] said {so}. [It] said {no}.", ["Holmwire"] * 2),
        (
            "[Anna Lund, the spokeswoman of the firm,] said {so}. [The spokeswoman of a shop] said {no}.",
            ["Anna Lund", None],
        ),
        ("The chaplain, Father Joss Lund of the Old Church, left.\n{It rained}, [he] said.", ["Joss Lund"]),
        ("Tavian left.\n[The Norlandian-installed governor of Holm] said {so}.", [None]),
    ],
)
def test_who_is_described_further_on(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("The Holm city council", "Holm city council"),
        ("The Upper Tarn regional military administration,", "Upper Tarn regional military administration"),
        ("Holm police", "Holm police"),
        ("The Holm mayor's office", "Holm mayor's office"),
        ("The Holm legislature, which met late,", "Holm legislature"),
        ("A county board", None),
        ("The council", None),
        ("The Holm administration", None),  # whose it is, is not told
        ("The Supreme Court", "Supreme Court"),
    ],
)
def test_a_body_of_a_place(phrase, actor, registry):
    assert actors_in(f"[{phrase}] said {{so}}.", registry) == [actor]


@pytest.mark.parametrize("phrase", ["The Lorni embassy in Arvik", "Sundia's embassy in Arvik", "The embassy in Arvik"])
def test_an_embassy_is_not_of_the_state_it_is_in(phrase, registry):
    assert actors_in(f"[{phrase}] said {{so}}.", registry)[0] in (None, "Sundia")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Tavian's Hour\nAnna Tavian came; Anna Tavian left. [Tavian] said {so}.", ["Anna Tavian"]),
        ("Anna Tavian's Hour\nAnna Tavian came. Joss Tavian left. [Tavian] said {so}.", ["Joss Tavian"]),
        ("Tavian came. Anna Tavian came; Anna Tavian left. [Tavian] said {so}.", ["Joss Tavian"]),
        ("Anna Tavian came. [Tavian] said {so}.", ["Joss Tavian"]),
        ("[Anna Tavian] said {no}. [Tavian] added {so}.", ["Anna Tavian"] * 2),
        ("[Anna Tavian] said {no}.\n[Tavian] said {so}.", ["Anna Tavian", "Joss Tavian"]),
        ("Tavian came. [Anna Tavian] said {no}. [Tavian] said {so}.", ["Anna Tavian", "Joss Tavian"]),
    ],
)
def test_whose_article_it_is_goes_by_the_surname_of_one_who_is_listed(text, expected, tmp_path):
    listed = registry_in(
        tmp_path, ACTORS.replace("Joss Tavian,Norland,person,,", "Joss Tavian,Norland,person,Tavian,"), OFFICES
    )
    assert actors_in(text, listed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Tavians, Jon and Anna, run the store. {“We wait,”} [Tavian] said.", ["Tavian"]),
        ("The Tavians, Jon and Anna, run the store. [Jon Tavian] said {no}. [Tavian] said {so}.", ["Jon Tavian"] * 2),
        ("Joss Tavian left. The Tavians, Jon and Anna, run the store. [Tavian] said {so}.", ["Joss Tavian"]),
        ("The Tavians, Jon and Anna, run the store. [President Tavian] said {so}.", ["Joss Tavian"]),
        ("The Tavians, Joss and Anna, came. [Tavian] said {so}.", ["Joss Tavian"]),
        ("The Tavians, all in black, came. [Tavian] said {so}.", ["Joss Tavian"]),
    ],
)
def test_a_family_of_the_article_is_not_who_is_listed(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Lund and her husband, Peter, a retired colonel, came. [Colonel Lund] said {no}.", [None]),
        ("Anna Lund and her husband, Peter, a retired colonel, came. [Lund] said {no}.", ["Anna Lund"]),
        ("Anna Lund, a colonel, and her husband, Peter, came. [Colonel Lund] said {no}.", ["Anna Lund"]),
    ],
)
def test_the_title_of_her_husband_is_not_hers(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    "phrase", ["Pro-Norlandian officials", "Former Norlandian officials", "non-Norlandian officials"]
)
def test_officials_of_another_kind_are_not_the_listed_ones(phrase, tmp_path):
    listed = registry_in(tmp_path, ACTORS + "Norlandian officials,Norland,group,,they\n", OFFICES)
    assert actors_in(f"[{phrase}] said {{so}}.", listed) == [None]
    assert actors_in("[Norlandian officials] said {so}.", listed) == ["Norlandian officials"]


def test_a_headline_names_by_a_surname_who_is_named_below(registry):
    text = "[Lund] Takes Talk Of {Early Vote} Very Seriously\nAnna Lund left. It was late, as Lund said."
    assert actors_in(text, registry) == ["Anna Lund"]


@pytest.mark.parametrize(
    ("speaker", "actor"),
    [
        ("Norland and Sundia", None),
        ("Neither Joss Tavian nor the envoy Mira Oster", None),
        ("Norland, Sundia and Joss Tavian", None),
        ("Norland and Joss Tavian", "Norland"),  # of one side: the first counts
        ("Joss Tavian, who met Mira Oster and Sundia,", "Joss Tavian"),
        ("Norland, Sundia's neighbour,", "Norland"),
        ("Foreign ministers Joss Tavian and Mira Oster", None),
        ("President Joss Tavian and his German counterpart", None),  # whoever that is
        ("Joss Tavian and the German president", None),
        ("The president of Norland and his Norlandian counterpart", "Joss Tavian"),
    ],
)
def test_of_two_sides_that_speak_together_neither_is_charged(speaker, actor, registry):
    assert actors_in(f"[{speaker}] said {{so}}.", registry) == [actor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Riverwatch Norland] said {so}. [Norland] said {no}.", ["Riverwatch Norland", "Norland"]),
        ("[The River Office Norland] said {so}.", ["River Office"]),
        ("[Neighbouring Norland] said {so}. [North Norland] said {no}.", ["Norland"] * 2),
    ],
)
def test_a_branch_in_a_state_is_not_the_state(text, expected, registry):
    assert actors_in(text, registry) == expected


def test_a_governor_whom_another_state_installed_is_not_the_listed_one(tmp_path):
    offices = OFFICES + "Holm governor; governor of the Holm region,Mira Oster,2020-01-01,\n"
    listed = registry_in(tmp_path, ACTORS, offices)
    text = (
        "[The Holm governor] said {so}. [The governor of the Holm region] said {no}. "
        "[The Norlandian-installed Holm governor] said {that}. "
        "[The Norlandian-backed governor of the Holm region] spoke of {it}."
    )
    assert actors_in(text, listed) == ["Mira Oster", "Mira Oster", None, None]


def test_a_diplomat_and_a_state_of_another_side_have_no_side(tmp_path):
    listed = registry_in(tmp_path, ACTORS + "Norlandian officials,Norland,group,,they\n", OFFICES)
    found, _ = resolve_actors(*tables("[Norlandian officials and Sundia] said {so}."), listed)
    assert found["side"].isna().all()


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Banks, the River Office's director,", "Anna Banks"),  # the surname is a word too
        ("Banks, the envoy,", None),
        ("Lund, the energy minister,", "Karl Lund"),
        ("Lund, the chief executive,", "Victor Lund"),
        ("Lund, chief executive of Hydro,", "Victor Lund"),
        ("Lund, a chief executive,", None),
        ("Lund", None),
    ],
)
def test_the_office_behind_a_surname_says_whose_it_is(phrase, actor, tmp_path):
    people = "Anna Banks,Norland,person,,she\nKarl Lund,Norland,person,,he\nVictor Lund,Hydro,person,,he\n"
    offices = "director of the River Office,Anna Banks,,\nenergy minister of Norland,Karl Lund,,\n"
    offices += "chief executive of Hydro,Victor Lund,,\n"
    listed = registry_in(tmp_path, ACTORS + people + "Hydro,Hydro,institution,,it\n", OFFICES + offices)
    assert actors_in(f"[{phrase}] said {{so}}.", listed) == [actor]


def test_who_speaks_of_a_surname_does_not_say_whose_it_is(tmp_path):
    people = "Karl Lund,Norland,person,,he\nVictor Lund,Sundia,person,,he\n"
    listed = registry_in(tmp_path, ACTORS + people, OFFICES + "energy minister of Norland,Karl Lund,,\n")
    _, mentions = resolve_actors(*tables("Lund, [the energy minister] said, {was late}."), listed)
    assert (mentions["text"] == "Lund").sum() == 0


def test_a_ministry_is_said_in_two_ways(tmp_path):
    listed = registry_in(tmp_path, ACTORS + "Norlandian Energy Ministry,Norland,institution,,it\n", OFFICES)
    text = "[The Ministry of Energy in Arvik] said {so}. [The energy ministry] said {it rained}."
    assert actors_in(text, listed) == ["Norlandian Energy Ministry"] * 2
    assert actors_in("[The Ministry of Energy] in Arvik said {so}.", listed) == ["Norlandian Energy Ministry"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("[Mira das Neves] said {so}. [Das Neves] said {it rained}.", "Mira das Neves"),
        ("[Amal bint Harl] said {so}. [Harl] said {it rained}.", "Amal bint Harl"),
    ],
)
def test_a_particle_is_a_part_of_the_name(text, actor, registry):
    assert actors_in(text, registry) == [actor] * 2


@pytest.mark.parametrize(
    "bodies",
    ["Ministry of Health and Ministry of War", "Foreign Ministry and Department of Rivers"],
)
def test_two_bodies_are_not_one(bodies, registry):
    assert actors_in(f"[The Holmian {bodies}] said {{so}}.", registry) == [None]


def test_a_listed_surname_has_its_particle(tmp_path):
    listed = registry_in(tmp_path, ACTORS + "Bas De Lund,Norland,person,,he\n", OFFICES)
    text = "{It will not do}, [De Lund] said. [De Lund] said {so}."
    assert actors_in(text, listed) == ["Bas De Lund"] * 2


def test_a_body_is_found_though_somebody_has_a_title_further_on(registry):
    text = "[The Holm city council] said {so}. Anna Lund, the head of the regional administration, came."
    assert actors_in(text, registry) == ["Holm city council"]


def test_mr_before_a_surname_that_is_a_first_name_is_who_is_listed(tmp_path):
    listed = registry_in(
        tmp_path, ACTORS + "Piers Aldous,Norland,person,,he\nMira Anton,Norland,person,,she\n", OFFICES
    )
    assert actors_in("[Mrs Anton] said {so}. [Anton] said {no}.", listed)[0] == "Mira Anton"
    assert actors_in("[Anton] said {so}.", listed) == ["Anton"]
