"""Statements, declarations, read-outs and records of meetings, all invented: who is *we*, and who speaks in them."""

import pandas as pd
import pytest
from bracketed import actors_in, registry_in, tables

from standpoints.actors import resolve_actors
from standpoints.reader import read
from standpoints.reading.attribution import Attribution
from standpoints.reading.clauses import reported
from standpoints.sentences import split_sentences
from standpoints.statements import find_statements

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Andor Bohdar,Sundia,person,,he
Norland,Norland,state,Norlandish (adjective); Arvik (place),it
Tark,Norland,state,Republic of Tark; Tarkish (adjective),it
Sundia,Sundia,state,Sundian (adjective); Sela (place),it
Norlandish Foreign Ministry,Norland,institution,Ministry of Foreign Affairs of Norland,it
River League,League,institution,,it; they
Hill Forum,Forum,group,Forum of Hills; HF; HF leaders,they
"""
OFFICES = """office,actor,valid_from,valid_to
president of Norland,Joss Tavian,2020-01-01,
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


def last_of(text: str, registry) -> tuple:
    """(actor, side) of the last statement."""
    statements, _ = resolve_actors(*tables(text), registry)
    last = statements.iloc[-1]
    return tuple(None if pd.isna(last[column]) else last[column] for column in ("actor", "side"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Statement by Minister Mira Oster on the attack\n[I] condemn {the attack}.", ("Mira Oster", None)),
        ("Mira Oster’s remarks at a news conference\nHolm, 4 May\n[We] agreed {to wait}.", ("Mira Oster", None)),
        ("Transcript of today’s briefing by Mira Oster, Spokeswoman\n[We] hope {it rains}.", ("Mira Oster", None)),
        (
            "Press conference\nby Premier Mira Oster following the talks\n[We] urge {both to wait}.",
            ("Mira Oster", None),
        ),
        (
            "Holm, 4 May\nStatement delivered by Envoy Mira Oster, Head of Mission\n[I] urge {both}.",
            ("Mira Oster", None),
        ),
        ("Holm, 4 May\nAs delivered by Envoy Mira Oster to the League\n[I] urge {both}.", ("Mira Oster", None)),
        (
            "Statement of the Ministry of Foreign Affairs of Norland on the port\n[We] urge {all to wait}.",
            ("Norlandish Foreign Ministry", "Norland"),
        ),
        (
            "Statement by the High Envoy on behalf of the River League on the port\n[We] urge {all to wait}.",
            ("River League", "League"),
        ),
        (
            "The port\nWe, the Leaders of the Forum of Hills (HF), met today. [We] urge {all to wait}.",
            ("Hill Forum", "Forum"),
        ),
        ("HF Leaders’ Statement\n[We] urge {all to wait}.", ("Hill Forum", "Forum")),
        ("1. [We, the Ministers of Trade of Norland and Tark,] reaffirm {our bond}.", (None, "Norland")),
        ("Joint statement of the Presidents of Norland and Sundia\n[We] urge {all to wait}.", (None, None)),
        ("Remarks by Mira Oster and Lena Holt\n[I] urge {all to wait}.", (None, None)),
        ("The port is shut, and nobody comes.\n[We] urge {all to wait}.", (None, None)),
        # Who is quoted is I, whoever has written the paper.
        (
            "Statement by Mira Oster on the port\n[Joss Tavian] told me: {“[I] say {it rains}.”}",
            ("Joss Tavian", "Norland"),
        ),
    ],
)
def test_who_says_we_in_an_official_paper(text, expected, registry):
    assert last_of(text, registry) == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("The leaders of the Forum of Hills", ("Hill Forum", "Forum")),
        ("The foreign ministers of Norland and Tark", (None, "Norland")),
        ("The Presidents of the Republic of Tark and Sundia", (None, None)),
        ("Heads of State and Government of the River League", (None, "League")),
        ("The Norlandish bank president", (None, None)),
    ],
)
def test_who_speaks_for_several(speaker, expected, registry):
    assert last_of(f"[{speaker}] said {{the river was open}}.", registry) == expected


def test_a_name_in_capitals_is_that_name(registry):
    assert last_of("[MIRA OSTER (Norland)] said {it rained}. [She] said {it was cold}.", registry) == (
        "Mira Oster",
        None,
    )


def test_a_surname_in_capitals_behind_a_title_is_that_name(registry):
    assert last_of("[SECRETARY OSTER]: {We wait.}", registry) == ("Oster", None)


def test_the_president_who_met_a_president_is_another(registry):
    text = "The President spoke today with President Mira Oster of Sundia. [The President] said {it rained}."
    assert last_of(text, registry) == (None, None)


def test_both_are_no_body(registry):
    text = "A man told the River League that it rained. His neighbour nodded. [Both] said {they had seen nobody}."
    assert last_of(text, registry) == (None, None)


def test_a_speaker_says_i_and_not_he(registry):
    text = "Anchor: Why?\nJoss Tavian: I saw him. He says that it rained.\nAnchor: And?\nJoss Tavian: It was dry."
    articles = pd.DataFrame({"article_id": ["paper"], "text": [text], "published": ["2025-05-11"]})
    sentences = split_sentences(articles)
    statements, _ = resolve_actors(articles, sentences, find_statements(articles, sentences), registry)
    assert statements.loc[statements["speaker"] == "He", "actor"].isna().tolist() == [True]


def test_the_given_name_of_a_headline_counts(registry):
    text = "Interview with Klara Bogdar\nThe river is open, says the guest. [Commissioner Bogdar] said {it rained}."
    assert last_of(text, registry) == ("Klara Bogdar", None)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("After the vote, [several MEPs] said {it rained}.", None),
        ("[The Harbour Coordinator, Mira Oster,] said {it rained}.", "Mira Oster"),
    ],
)
def test_members_are_nobody_and_a_coordinator_has_a_name(text, actor, registry):
    assert actors_in(text, registry) == [actor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We welcome the truce.", [("We", "welcome", "the truce")]),
        (
            "The port is shut. We condemn the raid and further demand a truce.",
            [("We", "condemn", "the raid"), ("We", "demand", "a truce")],
        ),
        ("2. We, too, will never recognise this border.", [("We", "will never recognise", "this border")]),
        ("The League welcomes the truce.", []),  # as any reporter may say
        ("We welcome your letters.", []),
        ("“We wait. We welcome the truce,” nobody said.", []),
    ],
)
def test_what_a_paper_does_by_saying_so(text, expected):
    assert [
        (text[slice(*one.source[0])], text[slice(*one.cue[0])], text[slice(*one.content[0])])
        for one in reported([], text)
    ] == expected


def test_a_heading_is_no_statement():
    assert reported([Attribution(((13, 21),), ((0, 12),))], "Statement on the raid") == []


def test_who_does_so_elsewhere_does_so_again():
    text = "The League urges Sundia to stop. It welcomes the truce of May. The League underlines the need for bread."
    assert [(text[slice(*one.source[0])], text[slice(*one.cue[0])]) for one in read(text)] == [
        ("The League", "urges"),
        ("It", "welcomes"),
        ("The League", "underlines"),
    ]
