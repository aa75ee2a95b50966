"""Who speaks through something, in invented news: a letter, a poll, a campaign, a government, a paper by its noun."""

import pandas as pd
import pytest
from bracketed import actors_in, registry_in, tables

from standpoints.actors import resolve_actors
from standpoints.naming.documents import author_in

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Mira Oster,Sundia,person,,she
Norland,Norland,state,Arvik (place); Norlandian (adjective),it
Norlandian government,Norland,institution,,it
Sundia,Sundia,state,Sund (place),it
Sundian Foreign Ministry,Sundia,institution,,it
Lorn,Lorn,state,Lorni (adjective),it
Ada Brun,Lorn,person,,she
Lorni presidential office,Lorn,institution,,it
"""
OFFICES = """office,actor,valid_from,valid_to
president of Norland,Joss Tavian,2020-01-01,
premier of Sundia,Mira Oster,2020-01-01,
president of Lorn,Ada Brun,2020-01-01,
government of Norland,Norlandian government,,
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


@pytest.mark.parametrize(
    ("phrase", "author", "document"),
    [
        ("Oster's letter", "Oster", "letter"),
        ("Mira Oster’s long email to voters", "Mira Oster", "letter"),
        ("the Sanders’ post", "the Sanders", "post"),
        ("His letter", "His", "letter"),
        ("her own study of rivers", "her", "report"),
        ("a letter from Oster", "Oster", "letter"),
        ("A recent poll by the Holm Institute,", "Holm Institute", "poll"),
        ("The survey, released on Monday by the Holm Institute,", "Holm Institute", "poll"),
        ("records compiled by the Holm Foundation", "Holm Foundation", "records"),
        ("a study by the Arvik-based Holm Institute", "Holm Institute", "report"),
        ("a survey by the Institute for Harbour Security in May", "Institute for Harbour Security", "poll"),
        ("a report by the office", "the office", "report"),
        ("a report by lawmakers in Holm", "lawmakers", "report"),
        ("A Holm University study published on Friday", "Holm University", "report"),
        ("an HRC memo", "HRC", "memo"),
        ("a Gorse poll", "Gorse", "poll"),
        ("a Holm Times/Gorse College poll", "Holm Times", "poll"),
        ("A Holm River Times/HBC News poll conducted last week", "Holm River Times", "poll"),
        ("A 2014 examination by the nonpartisan Holm River Association", "Holm River Association", "examination"),
        ("A story by the website Holmico", "Holmico", "story"),
        ("a new article in the Holm Herald", "Holm Herald", "article"),
        ("an article in Berlin", "an article in Berlin", None),
        ("the nationalist Holm Globe tabloid", "Holm Globe", None),
        ("Holmifact (which", "Holmifact", None),
        ("him,", "him", None),
        # nobody's document, or not theirs
        ("the report", "the report", None),
        ("a letter to Oster", "a letter to Oster", None),
        ("a Norland report", "a Norland report", None),
        ("a Benghal report", "a Benghal report", None),
        ("a Norland poll", "a Norland poll", None),
        ("records seen by the Holm Times", "records seen by the Holm Times", None),
        ("a memo published by the Holm Times", "a memo published by the Holm Times", None),
        ("an editorial in a Holm daily", "an editorial in a Holm daily", None),
        ("the Holm Poll", "the Holm Poll", None),
        ("the Holm-HBC poll", "the Holm-HBC poll", None),
        ("an aide to Oster", "an aide to Oster", None),
    ],
)
def test_the_author_of_a_document(phrase, author, document, registry):
    start, end = author_in(phrase, (0, len(phrase)), registry.names)[0]
    assert phrase[start:end] == author
    assert author_in(phrase, (0, len(phrase)), registry.names)[1] == document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mira Oster wrote. [Her letter] said {no}. [A letter from Tavian] said {so}.", ["Mira Oster", "Joss Tavian"]),
        ("[A poll by the Holm Institute] found {so}. [The survey] found {more}. [The results] show {all}.",
         ["Holm Institute"] * 3),
        ("[A poll by the Holm Institute] found {so}. [The report] said {no}.", ["Holm Institute", None]),
        ("[A report by the Holm Institute] said {so}. [A report by lawmakers] said {no}. [The report] said {this}.",
         ["Holm Institute", None, None]),
        ("[A report from Gorse] said {so}. [A report from Oster] said {no}.", [None, "Mira Oster"]),
        ("[A statement by the Sundian Foreign Ministry] said {so}.", ["Sundian Foreign Ministry"]),
        ("[The Holm River Committee] met {them}. [The HRC] said {so}.", ["Holm River Committee"] * 2),
        ("[The HRC] said {so}. The Holm River Committee has met.", ["Holm River Committee"]),
        ("[The Holm Herald] has {it}. [The paper] says {so}. [The newspaper] cites {him}.", ["Holm Herald"] * 3),
        ("[The Holm Herald] has {it}. [The Velm Times] has {it}. [The paper] says {so}.",
         ["Holm Herald", "Velm Times", None]),
        ("[The daily Morn] says {no}. [The daily] says {so}.", ["Morn"] * 2),
        ("[A news organization called “The Quay”] said {so}.", ["The Quay"]),
        ("[BuzzHolm] said {so}. [He] said {no}.", ["BuzzHolm", None]),
        ("[The Holm Rivers Council, the body that Oster chaired,] said {so}.", ["Holm Rivers Council"]),
        ("[The Holm Sun] said {so}.", ["Holm Sun"]),
        ("{“We wait,”} said [Mira Oster] in a statement. [The statement] added {so}.", ["Mira Oster"] * 2),
        ("In a letter to Tavian, [Mira Oster] said {so}. [The letter] named {no}.", ["Mira Oster"] * 2),
        ("In the letter, [Mira Oster] asked {him} to wait. {“Please,”} read [the letter].", ["Mira Oster"] * 2),
        ("In the report, [Mira Oster] is heard {so}. [The report] named {no}.", ["Mira Oster", None]),
        ("[Mira Oster] said {that she spoke of it in a letter}. [The letter] named {no}.", ["Mira Oster", None]),
        ("[A spokesman] said in a statement {so}. [The statement] added {no}.", [None, None]),
        ("[Mira Oster] welcomed {the truce} in a joint statement. [The statement] added {no}.", ["Mira Oster"] * 2),
        ("[Mira Oster] denied what he had said {so} in a letter. [The letter] added {no}.", ["Mira Oster", None]),
        ("Mira Oster waits. [Her account] posted: {“So.”}", ["Mira Oster"]),
    ],
)  # fmt: skip
def test_who_speaks_through_a_document_or_in_a_paper(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mira Oster ran. [Oster's campaign] said {so}. [The Oster campaign] said {this}. [Her campaign] said {no}.",
         ["Mira Oster's campaign"] * 3),
        ("[Oster's campaign] said {so}. [The campaign] said {no}.", ["Mira Oster's campaign"] * 2),
        ("[The campaign] said {no}.", [None]),
        ("[Mira Oster's Office] Rejects {Levy}.", ["Mira Oster's office"]),
        ("[Oster's office] said {so}. [Her office] said {no}.", ["Mira Oster's office"] * 2),
        ("[Brun's Office] Rejects {Levy}.", ["Lorni presidential office"]),
        ("[Brun's office] said {so}. [Tavian's office] said {no}.",
         ["Lorni presidential office", "Joss Tavian's office"]),
        ("[Rolf Maas, a manager of Oster's first campaign,] said {so}.", ["Rolf Maas"]),
        ("[Oster's campaign, which is broke,] said {so}.", ["Mira Oster's campaign"]),
        ("Oster's campaign is broke. [The campaign] said {so}.", ["Mira Oster's campaign"]),
        ("Oster's campaign met the Tavian campaign. [The campaign] said {so}.", [None]),
        ("[Oster's camp] said {so}. [Her team] said {no}.", ["Mira Oster's camp", "Mira Oster's team"]),
        ("The Oster campaign is broke. [The Oster camp] said {so}. [Her team] said {no}.",
         ["Mira Oster's campaign"] * 2),
        ("[Team Oster] said {so}.", ["Mira Oster's team"]),
    ],
)  # fmt: skip
def test_a_campaign_or_an_office_is_not_whom_it_serves(text, expected, registry):
    found = actors_in(text, registry)
    assert found == expected


def test_a_campaign_has_the_side_of_its_candidate(registry):
    found, _ = resolve_actors(*tables("[Oster's campaign] said {so}. [The Lund campaign] said {no}."), registry)
    assert found["side"].tolist()[0] == "Sundia"
    assert pd.isna(found["side"][1])


def test_an_office_keeps_its_side_where_a_quotation_goes_on(registry):
    found, _ = resolve_actors(*tables("{“We wait,”} said [Oster's office]. {“Nobody came.”}"), registry)
    assert found["actor"].tolist() == ["Mira Oster's office"] * 2
    assert found["side"].tolist() == ["Sundia"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The Tavian government] said {so}. [Tavian’s government] said {no}. [Tavian's administration] backs {it}.",
         ["Norlandian government"] * 3),
        ("Joss Tavian left. [His government] said {so}.", ["Norlandian government"]),
        ("[Oster's coalition government] said {so}.", ["Sundia"]),
        ("[The Lund government] said {so}.", [None]),
    ],
)  # fmt: skip
def test_a_government_by_who_leads_it(text, expected, registry):
    assert actors_in(text, registry) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The Norlandians] said {so}. [The Lornis] said {no}.", ["Norland", "Lorn"]),
        ("[Many Norlandians] say {so}. [Norlandians] said {no}.", [None, None]),
    ],
)
def test_a_people_speaks_for_its_state_with_its_article_alone(text, expected, registry):
    assert actors_in(text, registry) == expected
