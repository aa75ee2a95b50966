"""Who is called by a people, a party or a call sign, in invented news: the Dane, the Ohio Republican, Heron."""

import pytest
from bracketed import actors_in, registry_in

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Mira Oster,Sundia,person,,she
Ivo Karst,Sundia,person,,he
Ilan Varga,Norland,person,,he
Sundia,Sundia,state,Danish (adjective),it
Norland,Norland,state,Arvik (place); French (adjective),it
"""
OFFICES = """office,actor,valid_from,valid_to
premier of Sundia,Mira Oster,2020-01-01,
president of Norland,Joss Tavian,2020-01-01,
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    """A registry of invented people; the states have adjectives whose peoples have words of their own."""
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by the registry
        ("Mira Oster met Joss Tavian. {“Yes,”} [the Dane] said. {“No,”} said [the Frenchman].",
         ["Mira Oster", "Joss Tavian"]),
        ("Joss Tavian came. {“No,”} [the Dane] said.", [None]),
        # by what stands beside a name
        ("Danish lawmaker Anna Lund met the Spanish envoy, Rolf Maas. {“Yes,”} [the Dane] said.", ["Anna Lund"]),
        ("Danish lawmaker Anna Lund met Mira Oster. {“Yes,”} [the Dane] said.", [None]),  # two may be meant
        ("Sen. Anna Lund of New Holm met Rolf Maas. {“Yes,”} [the New Holm Republican] said.", ["Anna Lund"]),
        ("Anna Lund, a Holm Republican, met Rolf Maas. {“Yes,”} [the Holm Republican] said.", ["Anna Lund"]),
        ("Anna Lund (R-Holm) met Rolf Maas (D-Velm). {“Yes,”} [the Republican] said. [The Velm Democrat] said {no}.",
         ["Anna Lund", "Rolf Maas"]),
        ("Sen. Anna Lund (D-Holm) met Rolf Maas. {“Yes,”} [the Holm Republican] said.", [None]),
        ("Anna Lund (CDU) met SPD lawmaker Rolf Maas. [The CDU politician] said {so}. [The SPD politician] said {no}.",
         ["Anna Lund", "Rolf Maas"]),
        ("Gov. Anna Lund of Holm met Rolf Maas of Velm. [The Holm governor] said {so}. [The Velm governor] said {no}.",
         ["Anna Lund", None]),
        ("[The Holm Republican, Rolf Maas,] said {no}. Lund came.\nAnna Lund sat. [The Velm Republican] said {so}.",
         ["Rolf Maas", "Anna Lund"]),
        ("{“No,”} said [Rolf Maas]. [The Dane in the seat next to him] said {so}.", ["Rolf Maas", None]),
        ("Anna Lund nods. It was late, [the retired teacher] said {so}.", ["Anna Lund"]),
        ("Anna Lund met Rolf Maas. It was late, [the retired teacher] said {so}.", [None]),
        ("Anna Lund nods. It was late, [the straight-talking ex-skipper] said {so}.", ["Anna Lund"]),
        ("Anna Lund nods. [The mother of three] said {so}. [The mum-of-three, 44,] said {no}.", ["Anna Lund"] * 2),
        ("Anna Lund was silent. [Hubby Lars, 55,] said {no}.", ["Lars"]),
        ("Rolf Maas nods. [The mother of three] said {so}.", [None]),
        ("Anna Lund nods. [The mother of the pilot] said {so}.", [None]),
        ("A former aide came. Anna Lund nods. [The former aide] said {so}.", [None]),
        ("Rolf Maas came.\nAnna Lund does not buy it. [The CDU politician] said {no}.", ["Anna Lund"]),
        ("Anna Lund wept. [The Arvik Democrat] said {no}.", ["Anna Lund"]),
        ("The French - Danish talks failed. Anna Lund left. [She] said {no}.", ["Anna Lund"]),
        ("Velmian President Anna Lund met Rolf Maas. {“Yes,”} [the Velmian leader] said.", ["Anna Lund"]),
        ("Anna Lund told French envoy Rolf Maas so. {“Yes,”} [the Frenchman] said.", ["Rolf Maas"]),
    ],
)  # fmt: skip
def test_people_and_parties_tell_who_is_meant(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[A pilot who gave only his call sign, Heron,] said {no}. [He] said {so}.", ["Heron"] * 2),
        ("{“No,”} said [a soldier with the call sign Heron]. [The soldier] said {so}.", ["Heron"] * 2),
        ("[A woman who gave her name as Lenka] said {no}. [She] said {so}.", ["Lenka"] * 2),
        ("[A man named Petar] said {no}. [He] said {so}.", ["Petar"] * 2),
        ("[A resident who would only be identified as Vadil] said {no}.", ["Vadil"]),
        ("[A soldier, who] asked to be identified only by his first name, Ostar, said {no}.", ["Ostar"]),
        ("[Joss Tavian, call sign Heron,] said {no}. [Heron] said {so}.", ["Joss Tavian"] * 2),
        ("[Captain Anna Lund (call sign Swallow)] said {no}. [Swallow] said {so}.", ["Anna Lund"] * 2),
        ("[Anna Lund], the head of a group known as Heron, said {no}. [Heron] said {so}.", ["Anna Lund", "Heron"]),
        ("Ilan Varga met a woman called Lenka. [Lenka] said {no}.", ["Lenka"]),
        ("[“Heron”] admits {so}. {“No,”} [he] says.", ["Heron"] * 2),
        ('{“No,”} said ["Heron", a driver]. {“So,”} [he] adds.', ["Heron"] * 2),
        ("[The pilot “Heron”] nods at {it}. {“No,”} [he] says.", ["Heron"] * 2),
        ("[The journal “Heron”] said {so}. {“No,”} [he] says.", [None] * 2),
        ("It was a group called Remember Them. [Remember Them] said {no}.", [None]),
    ],
)
def test_who_gives_another_name_goes_by_it(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[One of the group’s lawmakers, Gerolf Anders,] said {no}.", ["Gerolf Anders"]),
        ("[The leader of the River Party and its Friends, Irune Belm,] said {no}.", ["Irune Belm"]),
        ("[His daughter, the cellist Amaru Okon,] said {no}.", ["Amaru Okon"]),
        ("[A teacher from Harl, North Tavia,] said {no}.", [None]),
        ("[The manufacturer, Corvan Dynamics,] said {no}. Anna Lund disagreed. [She] said {so}.",
         ["Corvan Dynamics", "Anna Lund"]),
        ("[A spokesman for the firm, Corvin Dahl,] said {no}. [He] said {so}.", ["Corvin Dahl"] * 2),
        ("[Its owner, a firm called Corvan Dynamics,] said {no}.", ["Corvan Dynamics"]),
        ("In a letter to the ministry, [Dahl-Lund] said {no}. [He] said {so}.", ["Dahl-Lund"] * 2),
        ("[Anna Karst Lund] said {no}. [Karst] said {so}.", ["Anna Karst Lund", "Ivo Karst"]),
    ],
)  # fmt: skip
def test_a_name_between_commas_is_the_speaker(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("\n[Oster] wrote {books}.", "Joss Oster"),
        (" [Oster] wrote {books}.", None),
        (" Anna Oster lives in Holm.\n[Oster] wrote {books}.", None),
    ],
    ids=["next-paragraph", "same-paragraph", "named-again"],
)
def test_the_surname_alone_is_not_that_of_who_was_named_as_kin(again, expected, registry):
    text = f"Joss Oster, who led the strike, has died. [His daughter, Anna Oster,] said {{so}}.{again}"
    assert actors_in(text, registry) == ["Anna Oster", expected]


def test_who_only_stands_behind_a_relative_is_no_kin(registry):
    text = "When they took her husband, Anna Oster was ill.\nJoss Oster was free.\n[Oster] said {no}."
    assert actors_in(text, registry) == [None]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["Velmark", "Astria", "Holmia"], [None, "Mira Oster", None, None]),
        (["Velmark"], [None] * 4),  # so few that the office may be another state's
    ],
    ids=["many-states", "few-states"],
)
def test_an_office_of_only_one_of_many_states_tells_whose_it_is(states, expected, tmp_path):
    offices = OFFICES + "grand secretary of Sundia,Mira Oster,2020-01-01,\nmayor of Sund,Ilan Varga,2020-01-01,\n"
    more = "".join(f"{state},{state},state,,it\n" for state in states)
    actors = ACTORS.replace("Danish (adjective)", "Danish (adjective); Sund (place)") + more
    text = (
        "[The grand secretary] said {no}. Ivo Karst of Sundia, Sundia's envoy, came. [The grand secretary] said {so}. "
        "[The mayor] said {so}. [The premier’s lawyer] said {so}."
    )
    assert actors_in(text, registry_in(tmp_path, actors, offices)) == expected
