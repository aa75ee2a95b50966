"""Offices, roles, epithets and unnamed speakers in invented news: who is meant, and nobody where nobody is sure."""

import pandas as pd
import pytest
from bracketed import actors_in, registry_in, tables

from standpoints.actors import resolve_actors

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Bela Tavian,Norland,person,,she
Ilan Varga,Norland,person,,he
Rado Fenn,Norland,person,,he
Goran Dell,Norland,person,,he
Mira Oster,Sundia,person,,she
Ivo Karst,Sundia,person,,he
Piet Harn,Sundia,person,,he
Wang Ho,Qaristan,person,,he
Lloyd Brandt,Norland,person,,he
Norland,Norland,state,Arvik (place); Norlandish (adjective),it
Sundia,Sundia,state,Sund (place),it
Qaristan,Qaristan,state,,it
Velmark,Velmark,state,Velmarkish (adjective),it
Norlandish Foreign Ministry,Norland,institution,,it
Norlandish Army,Norland,institution,,it
Norlandish Intelligence Service,Norland,institution,Foreign Intelligence Service,it
Marl Security Service,Norland,institution,MSS,it
Tark Group,Norland,institution,Tark,it
Reformers,Norland,group,,they
River League,League,institution,,it
Norlandish General Staff,Norland,institution,General Staff of Norland,it
Karos,Karos,state,Karian (adjective),it
Sarnia,Karos,state,,it
Union of Sarn,Sarn,state,US,it
Nela Brun,Karos,person,,she
World Herring Office,League,institution,WHO; military pact,it
Ten,Sundia,institution,T-10,it
Ada Lum,Karos,person,,she
"""
OFFICES = """office,actor,valid_from,valid_to
president of Norland,Bela Tavian,2018-01-01,2024-02-01
president of Norland,Joss Tavian,2024-02-02,
president of Sundia,Piet Harn,2020-01-01,
foreign minister of Norland,Ilan Varga,2021-01-01,
foreign minister of Sundia,Ivo Karst,2021-01-01,
spokesman of the Norlandish Foreign Ministry,Rado Fenn,2021-01-01,
chief negotiator of Norland,Rado Fenn,2024-01-01,
secretary general of the River League,Mira Oster,2022-01-01,
secretary of state of Qaristan,Wang Ho,2020-01-01,
army chief of Norland,Goran Dell,2022-01-01,
chief of the Norlandish General Staff,Lloyd Brandt,2022-01-01,
ambassador of Norland to the River League; River League ambassador of Norland,Bela Tavian,2024-03-01,
premier of Karos,Ada Lum,2022-01-01,
foreign minister of Karos,Nela Brun,2022-01-01,
chairman of Karos,Ada Lum,2022-01-01,
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


def check(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Norland's president, Bela Tavian], said {no}.", ["Bela Tavian"]),  # whatever the date
        ("[Norland's president — Bela Tavian —] said {no}.", ["Bela Tavian"]),
        ("[The president of Sundia, Karla Velden], said {no}.", ["Karla Velden"]),  # not listed
        ("[Norland's chief negotiator, Ilan Varga], said {no}.", ["Ilan Varga"]),  # with another office
        ("[The president of Norland at the Holm talks, Ana Lupo], said {no}.", ["Ana Lupo"]),
        ("[The president], Bela Tavian, said {no}.", ["Bela Tavian"]),
        ("Norland's president, Mira Oster, and Ivo Karst met. [The president] said {no}.", ["Joss Tavian"]),
        (
            "After talks with the president of Sundia, Bela Tavian, a guest, left. [Bela Tavian] said {no}.",
            ["Bela Tavian"],
        ),
        ("Varga's guest, according to Norland's president. [Mira Oster] said {no}.", ["Mira Oster"]),
    ],
)
def test_a_name_behind_an_office_says_who_holds_it(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joss Tavian sat in Arvik. {“I do not trust Harn,”} [the president] said.", ["Joss Tavian"]),
        ("Mr. Tavian called Mr. Harn. {“It was late,”} [the president] said.", ["Joss Tavian"]),
        ("Joss Tavian called for a truce after talks with Piet Harn. [The president] said {so}.", ["Joss Tavian"]),
        ("Joss Tavian spoke first.\nAsked about Harn, [the president] said {so}.", ["Joss Tavian"]),
        (
            "[Joss Tavian] said {no} after talks with Piet Harn. {“We wait,”} [the head of state] said.",
            ["Joss Tavian"] * 2,
        ),
        ("[Ilan Varga] said {so}. {Norland will talk to Ivo Karst}, [the minister] said.", ["Ilan Varga"] * 2),
        (
            "President of Norland Joss Tavian called President of Sundia Piet Harn.\n[The Head of State] said {no}.",
            ["Joss Tavian"],
        ),
        (
            "Secretary of State Wang Ho met Ivo Karst. [Karst] said {no}. [The secretary of state] said {so}.",
            ["Ivo Karst", "Wang Ho"],
        ),
        ("Foreign Minister [Ivo Karst] said {no}. [The secretary general] said {so}.", ["Ivo Karst", None]),
        ("A diplomat came after talks with Ivo Karst. [The diplomat] added {so}.", [None]),
        ("Presidents Joss Tavian and Piet Harn met. [The presidents] said {no}.", [None]),
        ("Ministers Ivo Karst and Ilan Varga met. [The ministers] said {no}.", [None]),
        ("Goran Dell, the commander of the army of Norland, left. [The military] said {no}.", ["Norlandish Army"]),
        ("Ali Holt, the president's brother, was ill. [The president] said {no}.", [None]),
        ("Tavian, the president, left. [The president's sister] said {no}.", [None]),
    ],
)
def test_the_president_is_whom_the_sentence_is_about(text, expected, registry):
    """Not who is named in the president's own words, behind a preposition, or in an opening phrase."""
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland protested to Sundia. [Its foreign ministry] said {no}.", ["Norlandish Foreign Ministry"]),
        ("Velmark protested to Norland. [Its foreign ministry] said {no}.", ["Velmark"]),  # no such body is listed
        ("Ivo Karst left. In Arvik, [the foreign minister] said {no}.", ["Ilan Varga"]),
        ("Ivo Karst left.\nNorland was cool. It had no plan, [the foreign minister] said: {no}.", ["Ilan Varga"]),
        ("Rado Fenn came. On the radio, [the Foreign Ministry spokesman] said {no}.", ["Rado Fenn"]),
        ("Rado Fenn came. On the radio, [the Defence Ministry spokesman] said {no}.", [None]),
        ("Talks were about Norland. They were about Sundia. [Its army] said {no}.", ["Sundia"]),
        ("Norland and Ada Lum came. Ivo Karst left. [Her spokesman] said {no}.", [None]),
        ("[The Foreign Intelligence Service] said {no}. [Sundia's Foreign Intelligence Service] said {so}.",
         ["Norlandish Intelligence Service", "Sundia"]),
        ("[The Reformers] said {no}. [The Free Reformers] said {no}.", ["Reformers", "Free Reformers"]),
        ("[Norlandish Army Command (NAC) Head Goran Dell] said {no}.", ["Goran Dell"]),
        ("[Norlandish Arvik Group of Forces Spokesperson Major Ivo Karst] said {no}.", ["Ivo Karst"]),
        ("[The press service of the Norlandish Foreign Ministry] said {no}.", ["Norlandish Foreign Ministry"]),
        ("[The River League's own statement] said {no}. [Harn's] claim was {so}.", ["River League", "Piet Harn"]),
        ("[Norlandish and Sundian diplomats] said {no}.", [None]),
        ("[Norland and Lornish officials] said {no}.", [None]),  # nobody knows the second
        ("[Sundia: Ivo Karst] said {no}.", ["Ivo Karst"]),
    ],
)  # fmt: skip
def test_whose_body_or_minister_it_is(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Norland’s Foreign Ministry spokesman", "Rado Fenn"),
        ("The spokesman of Norland’s foreign ministry", "Rado Fenn"),
        ("A spokesman for the Norlandish Foreign Ministry", "Rado Fenn"),
        ("A spokeswoman for the Norlandish Foreign Ministry", None),  # Rado Fenn is he
        ("Norland’s foreign ministry driver", None),
        ("Norland’s chief of the general staff", "Lloyd Brandt"),
        ("The chief of the General Staff of Norland", "Lloyd Brandt"),
        ("The chief of Norland’s general staff", "Lloyd Brandt"),
        ("The spokesman of the Norlandish Foreign Ministry in Holm", "Rado Fenn"),
        ("The chief of Norland’s Norlandish General Staff", "Lloyd Brandt"),
        ("Karos’ premier", "Ada Lum"),
        ("Karos' new premier", "Ada Lum"),
        ("The chairman of Karos", "Ada Lum"),  # a woman can be called so
        ("The ambassador of Norland to the River League", "Bela Tavian"),
        ("Norland’s ambassador to the River League", "Bela Tavian"),
        ("Norland’s River League ambassador", "Bela Tavian"),
        ("The River League ambassador of Norland", "Bela Tavian"),
        ("The ambassador of Norland to Sundia", None),
        ("The Norlandish secretary general of the River League", "Mira Oster"),
    ],
)
def test_an_office_of_a_body_by_whose_it_is(speaker, expected, registry):
    check(f"[{speaker}] said {{no}}.", [expected], registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[US] says {no}.", ["Union of Sarn"]),
        ("[Oster] told [us] {no}. {So}, [she] told [us].", ["Mira Oster", None]),
        ("It ended. [WHO] said {so}.", ["World Herring Office"]),
        ("Mira Oster, [who] left, said {so}.", ["Mira Oster"]),
        ("[The T-10] said {so}.", ["Ten"]),
    ],
)
def test_capital_letters_are_no_pronouns(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The River League met. [The league] said {no}.", ["River League"]),
        ("The River League met. [The league's secretary general] said {no}.", ["Mira Oster"]),
        ("The River League met. [The League chief] said {no}.", ["Mira Oster"]),
        ("The head of the River League, Mira Oster, left. [The league’s chief] said {no}.", ["Mira Oster"]),
        ("The Norlandish Foreign Ministry met. [The ministry spokesman] said {no}.", ["Rado Fenn"]),
        ("The Norlandish Foreign Ministry met. [The ministry’s spokeswoman] said {no}.", [None]),
        ("The Norlandish Army met. [The ministry spokesman] said {no}.", [None]),
        (
            "The World Herring Office met. [The military] said {no}. [The office] said {so}.",
            [None, "World Herring Office"],
        ),
        ("Sundia voted. [The country] said {no}.", ["Sundia"]),
        ("Sundia voted. [The country’s president] said {no}.", ["Piet Harn"]),
        ("Norland met Sundia. [The country’s president] said {no}.", [None]),
        ("Norlandish drones came to Holm. [The country’s president] said {no}.", [None]),
    ],
)
def test_a_noun_means_who_was_named_so(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ilan Varga left. [His Sundian counterpart] said {no}.", ["Ivo Karst"]),
        ("Ivo Karst met [Varga’s Sundian counterpart], who said {no}.", ["Ivo Karst"]),
        ("Ilan Varga met Joss Tavian. [His Sundian counterpart] said {no}.", [None]),  # Karst or Harn
        ("Mira Oster left. [Her Norlandish counterpart] said {no}.", [None]),
        ("Foreign Minister Anna Lund of Tarn left. [Her Sundian counterpart] said {no}.", ["Ivo Karst"]),
        ("Ilan Varga met [his Sundian counterpart, Piet Maas], who said {no}.", ["Piet Maas"]),
        ("Ilan Varga met Karst. [Varga] said {no}. [His counterpart] said {so}.", ["Ilan Varga", "Ivo Karst"]),
        ("[Ilan Varga] said {no}. [His counterpart] said {so}.", ["Ilan Varga", None]),
        ("Ilan Varga met Ivo Karst. [His counterpart] said {so}.", [None]),  # whose?
        ("Ilan Varga met Piet Harn. [Varga] said {no}. [His counterpart] said {so}.", ["Ilan Varga", None]),
    ],
)
def test_a_counterpart_holds_the_same_office(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Karst spoke to Tavian. [The head of Norlandish diplomacy] said {no}.", ["Ilan Varga"]),
        ("[The head of the Sundian MFA] said {no}.", ["Ivo Karst"]),
        ("The Norlandish Foreign Ministry and Piet Harn met. [The head of state] said {no}.", ["Piet Harn"]),
        ("MFA spokesman Ove Lind met Varga. “No,” [Lind] said of {it}. [The diplomat] added {so}.", ["Ove Lind"] * 2),
        ("Ilan Varga left. [Ove Lind, who heads a panel of the house,] said {no}. [The lawmaker] added {so}.",
         ["Ove Lind"] * 2),
        ("[Ove Lind] said {no}. [The presiding officer] said {so}.", ["Ove Lind", None]),
        ("[Bela Tavian] said {no}.\n[The retired ambassador, who was late,] said {so}.", ["Bela Tavian", None]),
        ("[Nela Brun] said {no}. [The Sarnian diplomat] said {so}. [The Karian diplomat] said {it}.",
         ["Nela Brun", None, "Nela Brun"]),  # two states of one side
        ("Ambassador Bela Tavian left. [Karl Lo, a baker,] said {no}. [The lawmaker] said {so}.", ["Karl Lo"] * 2),
        ("The Norlandish Army left. [The ministers] said {no}. [They] said {so}.", [None, None]),
        ("[Ilan Varga] said {no}. [Ove Lind, a director at the Foreign Ministry,] said {so}. [The diplomat] saw {it}.",
         ["Ilan Varga", "Ove Lind", "Ove Lind"]),
        ("[Parliament Speaker Nela Brun] said {no}. [Karl Lo] said {so}. [The lawmaker] saw {it}.",
         ["Nela Brun", "Karl Lo", "Karl Lo"]),
        ("[Ilan Varga] said {no}. [Ove Lind, a baker,] said {so}. [The diplomat] saw {it}.",
         ["Ilan Varga", "Ove Lind", "Ilan Varga"]),
    ],
)  # fmt: skip
def test_heads_diplomats_and_lawmakers(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Lund shook her head. [The former culture minister] said {no}.", ["Anna Lund"]),
        ("Anna Lund shook her head. [The miller turned envoy] said {no}.", ["Anna Lund"]),
        ("Anna Lund shook her head. [The leader of the Reed group] said {no}.", ["Anna Lund"]),
        ("It falls to Anna Lund to reply. [The Reed parliamentary group leader] said {no}.", ["Anna Lund"]),
        ("Anna Lund stood up. It was late, says [the leader of the opposition] {so}.", ["Anna Lund"]),
        ("Anna Lund met Karl Lo. [The former culture minister] said {no}.", [None]),
        ("Anna Lund shook her head.\n[The former culture minister] said {no}.", [None]),
        ("[Karl Lo] said {Anna Lund was late}. [The former culture minister] added {so}.", ["Karl Lo", None]),
        ("Piet Harn shook his head. [The leader of the Reed group] said {no}.", [None]),  # he is president
        ("Anna Lund shook her head. [A former culture minister] said {no}.", [None]),
        ("Anna Lund shook her head. [The minister] said {no}.", [None]),
        ("Joss Tavian called Piet Harn. [The latter] said {no}. [The former] said {so}.", ["Piet Harn", None]),
        ("Joss Tavian called Piet Harn, though [the former] said {no}.", ["Joss Tavian"]),
        ("Joss Tavian slept. [The latter] said {no}.", [None]),
        ("[Gorse Holdings] said {no}. In a note [the group] said {so}.", ["Gorse Holdings"] * 2),
    ],
)
def test_who_was_just_named_is_called_otherwise(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike at the operator, Lauda Lines, went on. [The company] said {no}. In a note, [it] said {so}.",
         ["Lauda Lines"] * 2),
        ("[The mine’s owner, Gorse Holdings,] said {no}. [It] added {so}.", ["Gorse Holdings"] * 2),
        ("[Anna Moor] said {no}. [It] said {so}.", ["Anna Moor", None]),
        ("Lauda Lines, a carmaker in Holm, lost. [The company] said {no}.", ["Lauda Lines"]),
        ("The operator, Lauda Lines, and the insurer, Moor Mutual, met. [The company] said {no}.", [None]),
        ("[Hanke Brodt-Lind, the firm’s head,] said {no}. [The company] said {so}.", ["Hanke Brodt-Lind", None]),
        ("[Hanke Brodt-Lind, a former contractor,] said {no}. [The company] said {so}.", ["Hanke Brodt-Lind", None]),
    ],
)  # fmt: skip
def test_the_company_is_the_only_firm_that_was_named(text, expected, registry):
    check(text, expected, registry)


def test_in_an_officials_mouth_the_president_is_that_of_the_same_state(registry):
    text = "[Rado Fenn] said that Harn was right and {that the president had agreed}. {[The president] had agreed}."
    articles, sentences, statements = tables(text)
    start = text.replace("[", "").replace("]", "").replace("{", "").replace("}", "").index("the president had")
    statements.loc[1, ["speaker_start", "speaker_end"]] = start, start + len("the president")
    found, _ = resolve_actors(articles, sentences, statements, registry)
    assert list(found["actor"]) == ["Rado Fenn", "Joss Tavian"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Piet Harn came. A senior Norlandish official scoffed, and [he] said {no}.", [(None, "Norland")]),
        ("Piet Harn came. A Western official scoffed at it; [he] said {no}.", [(None, None)]),
        ("{Harn may come}, [a source] told the Holm Herald. [He] said {so}.", [(None, None)] * 2),
        ("{Harn is ill}, [Varga's spokesman] said. {Harn is late}, [he] added.", [(None, "Norland")] * 2),
        ("[A spokesman for Ilan Varga] said {no}. [He] added {so}.", [(None, "Norland")] * 2),
        ("A Norlandish diplomat was blunt: {no}, [he] said. [The diplomat] added {so}.", [(None, "Norland")] * 2),
        (
            "[Norland’s speaker] said {no}. [The Norlandish speaker system] said {so}.",
            [(None, "Norland"), (None, None)],
        ),
        ("[Varga's brother] said {no}. [He] added {so}.", [(None, None)] * 2),
        ("[The delegate of Norland] said {no}. [The delegate of Holm] said {so}.", [(None, "Norland"), (None, None)]),
        ("[A Norlandish soldier] said {no}. [A Sundian lawmaker] said {so}.", [(None, "Norland"), (None, "Sundia")]),
        ("Ivo Karst spoke of Varga. Varga, [he] said, {was late}.", [("Ivo Karst", "Sundia")]),
        (
            "[Ivo Karst] said {no}.\nA former Norlandish diplomat who saw it scoffed. It held, [he] said, {a trick}.",
            [("Ivo Karst", "Sundia"), (None, None)],
        ),
        ("Ilan Varga was named. Ivo Karst met Goran Dell on Monday. Varga, [he] said, {was late}.", [None]),
        (  # who is asked is not who asks
            "[Mira Oster] said {so}. Asked by [Anna Lund] {whether it rained}, [she] said {it did}.",
            [("Mira Oster", "Sundia"), ("Anna Lund", None), ("Mira Oster", "Sundia")],
        ),
        (  # whom a friend meets may speak too
            "[Mira Oster] said {so}. A friend arrived, and [she] told him {it rained}.",
            [("Mira Oster", "Sundia")] * 2,
        ),
    ],
)
def test_he_is_the_unnamed_speaker_and_not_who_is_named_nearby(text, expected, registry):
    found, _ = resolve_actors(*tables(text), registry)
    for (actor, side), wanted in zip(found[["actor", "side"]].itertuples(index=False), expected, strict=True):
        if wanted is None:
            assert actor != "Ilan Varga"  # he does not speak of himself so
        else:
            assert (None if pd.isna(actor) else actor, None if pd.isna(side) else side) == wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Majority Leader [Lloyd Brandt] said {no}. [The Holm Republican] said {so}.", ["Lloyd Brandt"] * 2),
        ("Lloyd Brandt met Piet Harn. [The Finn] said {so}.", [None]),
        ("[The Social Democrat] said {so}.", [None]),
        ("Lloyd Brandt came. Asked about Harn's remark, [the 59-year-old] said {no}.", ["Lloyd Brandt"]),
        ("Anna Lund, a nurse, met Piet Harn. {“He was kind,”} said [the 45-year-old].", ["Anna Lund"]),
        ("Sgt. [Ivo Maas] said {no}. [The sergeant] said {so}.", ["Ivo Maas"] * 2),
        ("Commissioner for Human Rights [Ivo Maas] said {no}. [The ombudsman] said {so}.", ["Ivo Maas"] * 2),
        ("[Sen. Anna Lund] said {no}. [The senator] said {so}.", ["Anna Lund"] * 2),
        ("[Cardinal Ivo Maas] said {no}. [The prelate] said {so}. [The cardinal] saw {it}.", ["Ivo Maas"] * 3),
        ("[Gov. Anna Lund] said {no}. [The governor] said {so}.", ["Anna Lund"] * 2),
        ("[The mayor, Democrat Anna Lund,] said {no}.", ["Anna Lund"]),
        ("[Governor Anna Lund] said {no}.\n{“So,”} [the official] added.", ["Anna Lund"] * 2),
        ("[The top Republican] said {no}.", [None]),
        ("[The house’s top Democrat] said {no}.", [None]),
        ("[A veteran Democrat, Anna Lund,] said {no}.", ["Anna Lund"]),
        ("[The star striker Dane] said {no}. Then Dane left.", ["Dane"]),
        ("[The late Anna Pole] said {no}.", ["Anna Pole"]),
        ("[Norland’s Anna Pole] said {no}.", ["Anna Pole"]),
    ],
)
def test_epithets_and_ages_are_no_names(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Han Do-yeong] said {no}. [Han] said {so}.", ["Han Do-yeong"] * 2),
        ("[Foreign Minister Wang] said {no}.", ["Wang Ho"]),
        ("[Salma al-Wazir] said {no}. [Al-Wazir] said {so}.", ["Salma al-Wazir"] * 2),
        ("[Anna Lund-Nowak] said {no}. [Lund-Nowak] said {so}.", ["Anna Lund-Nowak"] * 2),
        ("[Lloyd J. Brandt III] said {no}.", ["Lloyd Brandt"]),
        ("[Harn] told the BNR {so}. [Rolf Maas] said {no}.", ["Piet Harn", "Rolf Maas"]),
        ("[Halyna, a teacher], said {no}.", ["Halyna"]),
        ("After the death of his wife, Nils Lund left. [He] said {no}.", ["Nils Lund"]),
        ("[Its chairwoman, Anna Lund-Sen,] said {no}. [Lund-Sen] said {so}.", ["Anna Lund-Sen"] * 2),
        ("[Attorney-General Mira Oster] said {no}.", ["Mira Oster"]),
        ("[Gov. Anna Brandt-Lund of New Holm] said {no}. [Brandt-Lund] said {so}.", ["Anna Brandt-Lund"] * 2),
        ("[Anna Oster-Lund] met Mira Oster and said {no}. [Oster-Lund] said {so}.", ["Anna Oster-Lund"] * 2),
        ("Oster-Backed Plan Fails\n{“No,”} said [Oster].", ["Mira Oster"]),
        ("The Oster-Karst talks failed. {“No,”} said [Karst].", ["Ivo Karst"]),
        ("[Cllr Tovah Lund-Harn] said {no}. [Councilwoman Anna Lund] said {so}.", ["Tovah Lund-Harn", "Anna Lund"]),
        ("[The Office of River Safety] said {no}.", ["Office of River Safety"]),
        ("[The Holmian Ministry of Health] said {no}. [The Ministry of Health] said {so}.",
         ["Holmian Ministry of Health", None]),
        ("[The Senate Ethics Committee] on Friday said {no}.", ["Senate Ethics Committee"]),
        ("[The Senate Committee on Rivers (SCR)] said {no}.", ["Senate Committee on Rivers"]),
        ("It rained, according to [Arvik]. According to [Sund], {it} {did not}.", ["Norland", "Sundia"]),
        ("[Its chairman, the Green lawmaker Anna Lund,] said {no}.", ["Anna Lund"]),
        ("[Norland's president, a friend of Anna Lund,] said {no}.", ["Joss Tavian"]),
        ("Anna Lund, first deputy speaker of the River League, [who] said {no}, left.", ["Anna Lund"]),
        ("Anna Lund met the River League, [which] said {no}.", ["River League"]),
        ("[The channel “Two Larks”] said {no}. [The Holm blog \"Heron\"] said {so}.", ["Two Larks", "Heron"]),
        ("[The River League party] said {no}.", ["River League"]),
        ("[His widow, Kamla,] said {no}. [She] said {so}. [The clerk, Lenko,] said {so}.", ["Kamla", "Kamla", "Lenko"]),
        ("Justice [Anna Lund] said {no}. [The judge] said {so}.", ["Anna Lund"] * 2),
        ("Justice Anna Lund came. She said that [a judge] says {no}.", [None]),
        ("[Wang Lianting] said {no}. [Lianting] said {so}.", ["Wang Lianting"] * 2),
        ("[Col. Anna Ibar Quiroz] said {no}. [Ibar Quiroz] said {so}.", ["Anna Ibar Quiroz"] * 2),
        ("[Maeve Ní Bhroin] said {no}. [Ní Bhroin] said {so}.", ["Maeve Ní Bhroin"] * 2),
        ("[Otto von und zu Halberg] said {no}. [Prince Ulo zu Wolf-Lund] said {so}.",
         ["Otto von und zu Halberg", "Ulo zu Wolf-Lund"]),
        ("[The House and Senate] said {no}. [Its River Board] said {so}.", [None, "River Board"]),
        ("[The League Secretary General] said {no}. [Farmers on the Council] said {so}.", [None, None]),
        ("Four in ten [voters in New Holm] said {no}.", [None]),
        ("[Maj-Britt Lund] said {no}. [Major-General Mira Oster] said {so}.", ["Maj-Britt Lund", "Mira Oster"]),
        ("[The Society of River Pilots] said {no}.", ["Society of River Pilots"]),
        ("[The MSS security service] said {no}. [The MSS spokesman] said {so}.", ["Marl Security Service", None]),
        ("[Norland's Tark mercenary group] said {no}. [The Tark envoy] said {so}.", ["Tark Group", None]),
        ("{“No,”} wrote [Ivo Karst beneath a picture of Mira Oster].", ["Ivo Karst"]),
        ("{“No,”} said [Ivo Karst alongside his Norlandish counterpart].", ["Ivo Karst"]),
        ("{“No,”} said [Sundian envoy Ivo Karst flanked by two guards].", ["Ivo Karst"]),
        ("{“No,”} said [Norland's president]. [Mira Oster] said {so}.", ["Joss Tavian", "Mira Oster"]),
        ("QUESTION: Why?\n[Varga]: {We wait.}\nQUESTION: And [you]?\nVarga: {We wait.}", ["Ilan Varga", None]),
        ("[Farmer Karl Lo] said {no}. [Insp Karl Lo] said {so}.", ["Karl Lo"] * 2),
        ("[Baker Hughes] said {no}.", ["Baker Hughes"]),
    ],
)  # fmt: skip
def test_names_of_many_kinds(text, expected, registry):
    check(text, expected, registry)


def test_he_in_a_quotation_is_not_the_one_who_says_it(registry):
    text = "Ilan Varga phoned Ivo Karst. {“He listened, and he said that he would come,”} [he] said of the call."
    found, mentions = resolve_actors(*tables(text), registry)
    pronouns = mentions[mentions["resolved_by"] == "pronoun"]
    assert list(found["actor"]) == list(pronouns["actor"])[-1:]
    assert set(pronouns["actor"][:-1]).isdisjoint(found["actor"])


@pytest.mark.parametrize(
    ("source", "actor"),
    [
        ("A senior official", None),
        ("The general", None),
        ("One of them", None),
        ("Another diplomat", None),
        ("His aide", "Ilan Varga"),
    ],
)
def test_he_who_says_what_he_fears_was_not_named_before(source, actor, registry):
    """Not his aide, who tells what another fears."""
    text = f"Ilan Varga came. [{source}] said {{[he] feared {{a war}}}}."
    articles, sentences, statements = tables(text)
    statements["within"] = [None, "news.q001"]
    found, _ = resolve_actors(articles, sentences, statements, registry)
    assert [None if pd.isna(one) else one for one in found["actor"]] == [None, actor]


def test_a_heading_in_quotation_marks_is_said_by_nobody(registry):
    check("{“We wait,”} said [Ivo Karst].\n{“Root causes”}\nThe river had been shut.", ["Ivo Karst", None], registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ivo Karst] said {no}. As for Piet Harn, [he] said {so}.", ["Ivo Karst", "Piet Harn"]),
        ("[Ivo Karst] said {so}. Piet Harn met students. {It was late}, [he] said.", ["Ivo Karst", "Piet Harn"]),
        (
            "[Ivo Karst] said {so}. Asked whether it rained, Piet Harn smiled; {it was late}, [he] said.",
            ["Ivo Karst", "Piet Harn"],
        ),
        ("[Ivo Karst] said {no}. Asked whether Harn knew, [he] said {so}.", ["Ivo Karst", "Ivo Karst"]),
        ("[An adviser] said {no}. According to [the same source], {Harn is late}.", [None, None]),
        # the reporter's president, and the speaker's
        ("[President Harn] asked {for aid}, and [our president] said {no}.", ["Piet Harn", None]),
        ("[Rado Fenn] said: {“President Harn came. Our president left.”}", ["Rado Fenn"]),
        ("Sundia waited.\n[The Reed party] said {no}. [Its president] said {so}.", [None, None]),
        ("Lloyd Brandt, a lawmaker, came. [A member of the house] said {no}. [The lawmaker] said {so}.", [None, None]),
        (
            "[Rado Fenn] said {no}. [Ilan Varga] said {so}. [The Norlandish Foreign Ministry official] said {it}.",
            ["Rado Fenn", "Ilan Varga", "Rado Fenn"],
        ),
        (
            "Harn's aide, [Ilse Lund], says the president is {ill}.\n[The president] went {on}.",
            ["Ilse Lund", "Piet Harn"],
        ),
        ("Kenji Abe, 52, met Gus Noll, 66. Abe left. {“No,”} [the 66-year-old] said.", ["Gus Noll"]),
        ("[Ravshan Harn] said {no}. Yesterday [Harn] said {so}.", ["Ravshan Harn", "Ravshan Harn"]),
        ("Yesterday [Harn] said {so}. [Gergely Karst] said {no}.", ["Piet Harn", "Gergely Karst"]),
        ("His guest in Holm, [Piet Harn], said {so}. [He] said {no}.", ["Piet Harn"] * 2),
        (
            "[Rado Fenn] said {so}. The Sundian president last Friday set a date. [He] said {no}.",
            ["Rado Fenn", "Piet Harn"],
        ),
        ("[Rado Fenn] said {so}. Piet Harn stood beside him and nodded. [He] said {no}.", ["Rado Fenn", "Piet Harn"]),
        (
            "Earlier, Rado Fenn spoke with the Qaristani secretary of state. [The secretary of state] said {no}.",
            ["Wang Ho"],
        ),
        ("{Harn called it a victory}, [one of them] said. {“It was late,”} [he] added.", [None, None]),
        ("[A Sundian envoy] said {Fenn had met Harn}. [The envoy] said {no}.", [None, None]),
        ("Mbali Lund, who led the strike, met him. {“He was kind,”} [Piet Harn] said.", ["Piet Harn"]),
    ],
)
def test_whom_the_last_sentence_is_about_and_who_stands_between(text, expected, registry):
    check(text, expected, registry)


def test_a_body_whose_name_holds_anothers_is_named_once(registry):
    long = "[The Holm Health Authority]"
    text = f"{long} said {{no}}. [The Health Authority] said {{so}}. {long} left {{early}}."
    found, mentions = resolve_actors(*tables(text), registry)
    assert found["actor"].tolist() == ["Holm Health Authority", "Health Authority", "Holm Health Authority"]
    assert mentions["text"].tolist() == found["actor"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under-Secretary-General Anna Lund left. [The Secretary-General] said {no}.", [None]),
        ("Under Secretary of State Anna Lund left. [The Secretary of State] said {no}.", [None]),
        ("The under secretary of state, Anna Lund, left. [The secretary of state] said {no}.", [None]),
        ("Assistant Secretary Anna Lund left. [The secretary] said {no}.", [None]),
        ("Ex-President Anna Lund left. [The president] said {no}. [The ex-president] said {so}.", [None, "Anna Lund"]),
        ("The former president of Velmark, Anna Lund, left. [The president] said {no}.", [None]),
        ("Secretary-General Anna Lund left. [The Secretary-General] said {no}.", ["Anna Lund"]),
        ("Secretary of State Anna Lund left. [The Secretary of State] said {no}.", ["Anna Lund"]),
        ("It changed under Secretary Anna Lund. [The secretary] said {no}.", ["Anna Lund"]),
    ],
)
def test_who_holds_a_lesser_or_earlier_office_is_not_called_by_the_office(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Official representative of the Foreign Ministry Anna Lund] said {no}.", ["Anna Lund"]),
        ("[Karl Lo, an adviser,] said {so}. [Official representative of the Foreign Ministry Anna Lund] said {no}.",
         ["Karl Lo", "Anna Lund"]),
        ("[The official representative of the Foreign Ministry, Anna Lund,] said {no}.", ["Anna Lund"]),
        ("[The head of the river committee Anna Lund] said {no}.", ["Anna Lund"]),
        ("[A spokesman for US Senator Anna Lund] said {no}.", [None]),
        ("Foreign Ministry spokesman Ove Lind left. [The Foreign Ministry representative] said {no}.", ["Ove Lind"]),
        ("Foreign Ministry spokesman Ove Lind left. [The official representative] said {no}.", ["Ove Lind"]),
        ("Foreign Ministry spokesman Ove Lind left. [A Foreign Ministry representative] said {no}.", [None]),
    ],
)  # fmt: skip
def test_an_official_representative_is_a_spokesman(text, expected, registry):
    check(text, expected, registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Nela Brun met Ivo Karst. [The Karian minister] said {no}.", ["Nela Brun"]),
        # a people that is listed with its article is no less known
        ("Foreign Minister Jan Roe met Ivo Karst. [The Dravish minister] said {no}.", ["Jan Roe"]),
        ("[Sundia's interim foreign minister] said {no}.", ["Ivo Karst"]),
        ("Presidential spokesman Pavel Lund said so. [The president's press secretary] said {no}.", ["Pavel Lund"]),
        ("Presidential spokesman Pavel Lund said so. [The governor's press secretary] said {no}.", [None]),
        ("[Norlandish Minister of Energy Ilka Sandt] said {no}. [Sandt] said {so}.", ["Ilka Sandt"] * 2),
        ("[Minister for Social Policy Ilka Sandt] said {no}.", ["Ilka Sandt"]),
        ("[The head of the Sarn region Ilka Sandt] said {no}.", ["Ilka Sandt"]),
        ("[Head of the committee on defence Ilka Sandt] said {no}.", ["Ilka Sandt"]),
        ("[The deputy head of the presidential administration Ilka Sandt] said {no}.", ["Ilka Sandt"]),
        ("[The lawyer of the pilot Ilka Sandt] said {no}.", [None]),
        ("[A friend of the jailed Ilka Sandt] said {no}.", [None]),
        ("[The mother of Ilka Sandt] said {no}.", [None]),
        (
            "In Arvik, [the foreign minister] said {no}. In Sund, [the foreign ministry] said {so}.",
            ["Ilan Varga", "Sundia"],
        ),
        ("[The Ministry of Foreign Affairs of the Republic of Norland] said {no}.", ["Norlandish Foreign Ministry"]),
        ("[Sundia] said {so}. [The separatist administration] said {no}. [It] added {so}.", ["Sundia", None, None]),
        ("[The miners] accuse {their rivals, the Reformers, of it}, [they] say {so}.", [None, None]),
        ("[The press service of the River League] said {no}. [The press service] said {so}.", ["River League"] * 2),
    ],
)
def test_an_office_is_told_by_its_state_its_holder_or_its_field(text, expected, tmp_path):
    actors = ACTORS + (
        "Dravia,Dravia,state,Dravish (adjective); the Dravish,it\nJan Roe,Dravia,person,,he\n"
        "Pavel Lund,Norland,person,,he\n"
    )
    offices = OFFICES + (
        "foreign minister of Dravia,Jan Roe,2022-01-01,\npresidential spokesman of Norland,Pavel Lund,2022-01-01,\n"
    )
    check(text, expected, registry_in(tmp_path, actors, offices))


def test_who_told_me_is_not_the_one_who_tells_it(registry):
    text = "Ilan Varga spoke. {“The minister told me that it rained,”} [Varga] said."
    articles, sentences, statements = tables(text)
    plain = articles["text"][0]
    start = plain.index("The minister")
    inner = statements.iloc[0].to_dict() | {
        "statement_id": "news.q002", "start": plain.index("that it"), "end": plain.index(",”"), "form": "indirect",
        "speaker": "The minister", "speaker_start": start, "speaker_end": start + len("The minister"),
        "cue_end": plain.index(" me"), "within": "news.q001",
    }  # fmt: skip
    both = pd.DataFrame([statements.iloc[0].to_dict(), inner]).astype(
        {"speaker_start": "Int64", "speaker_end": "Int64", "cue_end": "Int64"}
    )
    found, _ = resolve_actors(articles, sentences, both, registry)
    assert found["actor"].tolist()[0] == "Ilan Varga" and pd.isna(found["actor"].tolist()[1])


def test_the_ministry_that_spoke_goes_on_though_it_was_named_long_ago(registry):
    rain = " It rained." * 5
    text = (
        f"[The Norlandish Foreign Ministry] said {{no}}.{rain} [The ministry] noted {{so}}.{rain} "
        f"[The ministry] added {{it}}.{rain * 2} [The ministry] said {{no}}."
    )
    check(text, ["Norlandish Foreign Ministry"] * 3 + [None], registry)


def test_mr_at_the_head_of_a_line_is_who_is_named_behind_and_no_aide(registry):
    text = (
        "[Joss Tavian] vowed {to wait}.\n\n[Mr. Tavian] said {the Sundian foreign minister, Ivo Karst, had lied}.\n\n"
        "Within hours Mr. Karst responded. {“If President Tavian wants his men, he knows the price,”} [he] said."
    )
    check(text, ["Joss Tavian", "Joss Tavian", "Ivo Karst"], registry)
    check("It rained.\n[Mrs Oster’s spokesman] said {so}.", [None], registry)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If Mira Oster is elected Norland's president, [her husband] would call himself {first}.", [None]),
        ("She met Mira Oster, [his sister], and told her {so}.", ["Mira Oster"]),
    ],
)
def test_her_husband_who_acts_in_the_next_clause_is_not_who_was_named(text, expected, registry):
    check(text, expected, registry)
