"""Speakers and mentions in invented news: names, aliases, offices, pronouns, and nobody where nobody is sure."""

import re
import sys
from pathlib import Path

import pandas as pd
import pytest
from bracketed import actors_in, registry_in, tables

from standpoints.actors import find_antecedents, resolve_actors
from standpoints.articles import read_articles
from standpoints.reader import point
from standpoints.reading.typography import read_quotations
from standpoints.registry import read_registry
from standpoints.sentences import split_sentences
from standpoints.statements import find_statements

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,Jos Tavian,he
Bela Tavian,Norland,person,,she
Mira Oster,Sundia,person,the Lioness,she
Ivo Karst,Sundia,person,,he
Lev Brandt,Norland,person,,he
Norland,Norland,state,Arvik (place); Norlandish (adjective); the Norlanders,it
Sundia,Sundia,state,Sund (place),it
Norlandish Defence Ministry,Norland,institution,,it
Norlandish officials,Norland,group,,they
Holm Herald,,institution,,it
River League,League,group,,they; it
residents,,group,local residents,they
"""
OFFICES = """office,actor,valid_from,valid_to
premier of Norland,Bela Tavian,2018-01-01,2024-02-01
premier of Norland,Joss Tavian,2024-02-01,
president of Sundia; leader of Sundia,Mira Oster,2020-01-01,
foreign minister of Sundia,Ivo Karst,2021-01-01,
"""


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    return registry_in(tmp_path_factory.mktemp("registry"), ACTORS, OFFICES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Joss Tavian] said {it rained}.", "Joss Tavian"),
        ("[JOSS TAVIAN] said {it rained}.", "Joss Tavian"),
        ("[Premier Tavian] said {it rained}.", "Joss Tavian"),
        ("[Mr Tavian] said {it rained}.", "Joss Tavian"),
        ("[Mrs Tavian] said {it rained}.", "Bela Tavian"),
        ("[Oster] said {it rained}.", "Mira Oster"),
        ("[Óster] said {it rained}.", "Mira Oster"),
        ("[Myra Osther] said {it rained}.", "Mira Oster"),
        ("[the Lioness] said {it rained}.", "Mira Oster"),
        ("[Norland's premier] said {it rained}.", "Joss Tavian"),
        ("[The Norlandish prime minister] said {it rained}.", "Joss Tavian"),
        ("[The new premier of Norland] said {it rained}.", "Joss Tavian"),
        ("[The Sundian leader] said {it rained}.", "Mira Oster"),
        ("[Sundia's top diplomat] said {it rained}.", "Ivo Karst"),
        ("[The Minister of Foreign Affairs of Sundia] said {it rained}.", "Ivo Karst"),
        ("[Norland's Ministry of Defense] said {it rained}.", "Norlandish Defence Ministry"),
        ("[The Sundian defence ministry] said {it rained}.", "Sundia"),
        ("[Sundia's infrastructure ministry] said {it rained}.", "Sundia"),
        ("[The Ministry of Health of Sundia] said {it rained}.", "Sundia"),
        ("[The Sundian military command] said {it rained}.", "Sundia"),
        ("[Sundia's Minister of Energy Pella Moor] said {it rained}.", "Pella Moor"),
        ("[Arvik] said {it rained}.", "Norland"),
        ("[Norlandish officials] said {it rained}.", "Norlandish officials"),
        ("[A senior Norlandish official] said {it rained}.", "Norlandish officials"),
        ("[the envoy of Norland, Ivo Karst,] said {it rained}.", "Ivo Karst"),
        ("[Sundia's Ivo Karst] said {it rained}.", "Ivo Karst"),
        ("[Oster and Karst] said {it rained}.", "Mira Oster"),
        ("Sundia waited. The Norlandish Defence Ministry wrote to us. [Its premier] said {it rained}.", "Joss Tavian"),
        ("Norland waited. The River League wrote to us. [Its premier] said {it rained}.", None),
        ("[Pella Moor] said {it rained}.", "Pella Moor"),
        ("[Local residents] said {it rained}.", "residents"),
        ("[The Arvik Times] said {it rained}.", "Arvik Times"),
        ("[The River League news agency] said {it rained}.", "River League"),
        ("[The Norlandish Orthodox Church] said {it rained}.", "Norlandish Orthodox Church"),
        ("[The officials in Arvik] said {it rained}.", "Norlandish officials"),
        ("Joss Lind waited. [Mr. Singer] said {it rained}.", "Singer"),
        ("Ilan B. Holt Jr. waited. [Admiral Holt] said {it rained}.", "Ilan B. Holt Jr"),
        ("[The Minister of Foreign Affairs and Trade Ivo Karst] said {it rained}.", "Ivo Karst"),
        ("[The former Upper Tarn Gov. Jan Oster] said {it rained}.", "Jan Oster"),
        ("Wire Fires Holt Over a Bad Post\nTom Holt waited. [Holt] said {it rained}.", "Tom Holt"),
        ("[Former President Bill Karst] said {it rained}.", "Bill Karst"),
        ("[Stephen King, a novelist,] said {it rained}.", "Stephen King"),
        ("Tom Holt III and Tom Holt Jr. waited. [Tom Holt Jr.] said {it rained}.", "Tom Holt Jr"),
        ("Oster led Sundia. [The leader of the Holm Union, Tom Holt,] said {it rained}.", "Tom Holt"),
        ("Attorney general Tom Holt waited. [The attorney general] said {it rained}.", "Tom Holt"),
        ("[The Mira Oster Foundation] said {it rained}.", "Mira Oster Foundation"),
        ("Joss Lind waited. [Mr. President] said {it rained}.", None),
        ("[Oster's ally, the River League,] said {it rained}.", "River League"),
        ("[Tavian's old coalition partner, Sundia,] said {it rained}.", "Sundia"),
        ("[Their guest, the Norlandish Defence Ministry,] said {it rained}.", "Norlandish Defence Ministry"),
        # Nobody can be known, or another person is meant.
        ("[A tenant of Oster's landlord, the River League,] said {it rained}.", None),
        ("[Oster's allies, Norland, Sundia and the River League,] said {it rained}.", None),
        ("[Tavian] said {it rained}.", None),
        ("[The former premier of Norland] said {it rained}.", None),
        ("[One former Norlandish official] said {it rained}.", None),
        ("[A former Sundian official] said {it rained}.", None),
        ("[The deputy premier of Norland] said {it rained}.", None),
        ("[Oster's neighbour] said {it rained}.", None),
        ("[An aide to Oster] said {it rained}.", None),
        ("[An aide to President Mira Oster] said {it rained}.", None),
        ("[A friend of Sundia's Ivo Karst] said {it rained}.", None),
        ("[A man from Arvik] said {it rained}.", None),
        ("[Analysts] said {it rained}.", None),
        ("Oster, the leader of Sundia, waited. [The leader of the Holm Union] said {it rained}.", None),
        ("The Justice Department waited. [A former official] said {it rained}.", None),
        ("[Arvik, who once worked here,] said {it rained}.", None),
        ("Tom Holt III and Tom Holt Jr. waited. [Holt] said {it rained}.", None),
        ("President Tom Holt waited. [These presidents] said {it rained}.", None),
        ("Governor Tom Holt waited. [The Upper Tarn governor] said {it rained}.", None),
        ("Norland's government waited. [The government in Holm] said {it rained}.", None),
        ("The Holm Committee met. [The paper that came from the committee] said {it rained}.", None),
        ("[Critics, among them her brother, Ivo Karst,] said {it rained}.", None),
        ("[Her critics – including a neighbour, the baker Ivo Karst –] said {it rained}.", None),
        ("[The minister] said {it rained}.", None),
        ("[He] said {it rained}.", None),
        ("[They] said {it rained}.", None),
        ("Oster waited. [Its premier] said {it rained}.", None),
        ("[Karst's president] said {it rained}.", None),
    ],
)
def test_who_a_speaker_is(text, expected, registry):
    assert actors_in(text, registry) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Bela Tavian] said {it rained}. [Tavian] added {it was cold}.", ["Bela Tavian"] * 2),
        (
            "[Joss Tavian] said {so}. [Bela Tavian] said {no}. [Tavian] said {maybe}.",
            ["Joss Tavian", "Bela Tavian", None],
        ),
        ("[Pella Moor], a farmer, said {so}. [Moor] said {no}.", ["Pella Moor"] * 2),
        ("[Moor] said {so}. A farmer, Pella Moor has cows. [Pella] said {no}.", ["Pella Moor"] * 2),
        ("[Premier Joss Tavian] said {so}. [The premier] said {no}.", ["Joss Tavian"] * 2),
        ("[Pella Moor, mayor of Tarn,] said {so}. [The mayor] said {no}.", ["Pella Moor"] * 2),
        ("Karst met Oster. [The president] said {no}.", ["Mira Oster"]),
        ("Ivo Karst met Mira Oster. {He waited}, [she] said.", ["Mira Oster"]),
        ("Oster met Karst. [He] said {she was late}.", ["Ivo Karst"]),
        ("[Norland's Defence Ministry] said {so}. [It] added {no}.", ["Norlandish Defence Ministry"] * 2),
        ("[Norland's Defence Ministry] said {so}. [The ministry] added {no}.", ["Norlandish Defence Ministry"] * 2),
        ("[Norland's Defence Ministry] said {so}. {No}, [the statement] said.", ["Norlandish Defence Ministry"] * 2),
        ("[Joss Tavian] said {so}. {No}, [the statement] said.", ["Joss Tavian", None]),
        ("The River League met in Sund. [They] said {so}.", ["River League"]),
        ("The River League met Oster. [The members] said {so}. [They] said {no}.", ["River League"] * 2),
        ("The River League met. [Several farmers] said {so}. [They] said {no}.", [None, None]),
        ("Karst met Oster. [The minister] said {no}.", ["Ivo Karst"]),
        ("Norland waited. [Its premier] said {no}.", ["Joss Tavian"]),
        ("The River League met Karst. [It] said {so}.", ["River League"]),
        ("[The River League] said {Sundia launched 96 drones}. {Nobody was hurt}, [it] said.", ["River League"] * 2),
        ("General Pella Moor, the army chief of Tarn, said so. [The general] said {no}.", ["Pella Moor"]),
        ("Bela Tavian, Norland's former premier, came. [The former premier] said {no}.", ["Bela Tavian"]),
        ("[Oster's sister, Pella Moor,] said {so}. [Her sister] said {no}.", ["Pella Moor"] * 2),
        ("[A spokeswoman for Tarn], Pella Moor, said {so}. [She] said {no}.", ["Pella Moor"] * 2),
        ("Her grandson Bas came with Oster. {“No,”} [Bas] said. {“She waits,”} [he] said.", ["Bas"] * 2),
        ("Ivo Karst was late. {“Mr Tavian knows it,”} [he] said. Joss Tavian was not.", ["Ivo Karst"]),
        ("Joss Tavian met Ivo Karst. [Both men] said {so}.", [None]),  # of two sides
        ("Joss Tavian telephoned the president of Sundia. [Both leaders] said {so}.", [None]),
        ("Ivo Karst met Mira Oster. [The two leaders] said {so}.", ["Ivo Karst"]),
        ("Joss Tavian met Mira Oster. [Both men] said {so}.", [None]),
        ("Joss Tavian met Ivo Karst and Jan Holt. [Both men] said {so}.", [None]),
        ("{“I wait,”} said [Oster]. {“I hope.”}", ["Mira Oster"] * 2),
        ("{“I wait,”} said [Oster]. The river rose. {“No.”}", ["Mira Oster", None]),
    ],
)
def test_who_goes_on_speaking(text, expected, registry):
    assert actors_in(text, registry) == expected


def test_offices_follow_the_date_of_the_article(registry):
    text = "[The Norlandish premier] said {it rained}."
    assert actors_in(text, registry, "2019-06-01") == ["Bela Tavian"]
    assert actors_in(text, registry, "2024-02-01") == ["Joss Tavian"]
    assert actors_in(text, registry, "2011-01-01") == [None]
    assert actors_in(text, registry, None) == [None], "two held it, and no date says which"
    assert actors_in("Joss Tavian came. " + text, registry, None) == ["Joss Tavian"]
    assert actors_in("[Sundia's president] said {it rained}.", registry, None) == ["Mira Oster"]


def test_the_words_of_a_statement_inside_a_statement(registry):
    articles, sentences, statements = tables("[Karst] said {“we wait and Arvik had proposed peace”}.")
    inner = statements.iloc[0].copy()
    first = articles["text"][0].index("we wait")
    inner[["statement_id", "within", "speaker", "form"]] = ["news.q002", "news.q001", "we", "indirect"]
    inner[["speaker_start", "speaker_end", "start"]] = [first, first + 2, first + 3]
    both = pd.concat([statements, inner.to_frame().T], ignore_index=True)
    found, _ = resolve_actors(articles, sentences, both, registry)
    assert found["actor"].tolist() == ["Ivo Karst", "Ivo Karst"]


def test_how_and_which_side(registry):
    text = "[Joss Tavian] said {a}. [Arvik] said {b}. [Sundia's president] said {c}. [She] said {d}. "
    text += "[Pella Moor] said {e}."
    found, _ = resolve_actors(*tables(text), registry)
    assert found["resolved_by"].tolist() == ["name", "alias", "office", "pronoun", "name"]
    assert found["side"].iloc[:4].tolist() == ["Norland", "Norland", "Sundia", "Sundia"]
    assert pd.isna(found["side"].iloc[4])


def test_mentions_are_every_naming_and_no_mere_place(registry):
    text = (
        "Premier Joss Tavian flew from Sund to Arvik, in Norland. He wrote to Sundia. The Arvik region is calm.\n"
        "Subscribe to our channel: Joss Tavian explains."
    )
    articles = pd.DataFrame({"article_id": ["news"], "text": [text], "published": ["2025-05-11"]})
    _, _, statements = tables("[Oster] said {so}.")
    _, mentions = resolve_actors(articles, split_sentences(articles), statements.iloc[:0], registry)
    assert mentions[["text", "actor", "side", "resolved_by", "sentence_id"]].values.tolist() == [
        ["Joss Tavian", "Joss Tavian", "Norland", "name", "news.s001"],
        ["He", "Joss Tavian", "Norland", "pronoun", "news.s002"],
        ["Sundia", "Sundia", "Sundia", "name", "news.s002"],
    ]
    assert all(text[m.start : m.end] == m.text for m in mentions.itertuples())


def test_tables_stay_as_they_were_and_no_row_is_lost(registry):
    given = tables("[Joss Tavian] said {it rained}. {“Cold,”} said [she].")
    before = [table.copy() for table in given]
    found, _ = resolve_actors(*given, registry)
    for table, old in zip(given, before, strict=True):
        pd.testing.assert_frame_equal(table, old)
    assert found["statement_id"].tolist() == given[2]["statement_id"].tolist()
    assert found.index.equals(given[2].index)


@pytest.mark.parametrize(
    ("text", "pronoun", "person"),
    [
        ("Mira Oster met Ivo Karst. She was late.", "She", "Mira Oster"),
        ("Mira Oster met Ivo Karst. He was late.", "He", "Ivo Karst"),
        ("Mr Holt came with Mrs Moor. She smiled.", "She", "Moor"),
        ("When he arrived, Ivo Karst was silent.", "he", "Ivo Karst"),
        ("Jan Holt slept. “He is late,” said Ivo Karst.", "He", "Jan Holt"),
        ("An elderly woman spoke to Ivo Karst. She wept.", "She", "An elderly woman"),
        ("Pella Moor, an elderly woman, met Dana Holt's brother. He wept.", "He", "Dana Holt's brother"),
        ("A tall, young woman met Ivo Karst's neighbour. She wept.", "She", "A tall, young woman"),
        ("Ivo Karst saw that his brother slept. His brother dreamt.", "his", "Ivo Karst"),
        ("Ivo Karst met a fisherman from Harl, who had lost his boat.", "his", "a fisherman"),
        ("People saw British Mira Oster. She ran.", "She", "Mira Oster"),
        ("The 34-year-old man fell. He ran.", "He", "The 34-year-old man"),
        ("Mira Oster claims the League jailed her.", "her", "Mira Oster"),
        ("Mira Oster took the papers with her.", "her", "Mira Oster"),
        ("Mira Oster left and Pella Moor saw her.", "her", "Mira Oster"),
        ("Ivo Karst said that Mira Oster loved her brother.", "her", "Mira Oster"),
        ("Jan Holt left. Ivo Karst, who led the strike, remembered him.", "him", "Jan Holt"),
        ("Jan Holt left. Ivo Karst, the head of the port, praised him.", "him", "Jan Holt"),
        ("Ivo Karst thanked Jan Holt, who had helped him.", "him", "Ivo Karst"),
        ("Ivo Karst saw the man who had beaten him.", "him", "Ivo Karst"),
        ("A female soldier met Ivo Karst. She left.", "She", "A female soldier"),
        ("Ivo Karst saw Anna Harms' brother. He wept.", "He", "Ivo Karst"),
        ("Mira Oster left. “Mira Oster is old. Soon she will go,” said her aide, Ivo Karst.", "she", "Mira Oster"),
        ("Mira Oster, her mother and her sister left. She wept.", "She", "Mira Oster"),
        ("According to him, Ivo Karst slept.", "him", "Ivo Karst"),
        ("Joss Tavian was angry. According to him, Ivo Karst slept.", "him", "Joss Tavian"),
        ("Canada has waited and Canada said so. He was late.", "He", None),
        ("The city of Norland waited. She was late.", "She", None),
        ("Oster waited. She was late.", "She", "Oster"),
        ("Ivo Karst waited. Then she came.", "she", None),
        ("“No,” said Joss Tavian.\nIvo Karst’s answer was short. He left.", "He", "Ivo Karst"),
        ("Joss Tavian spoke first.\nThe man who reads it all is Ivo Karst. He was late.", "He", "Ivo Karst"),
        ("Joss Tavian spoke first.\nAcross the table sits Ivo Karst. He was late.", "He", "Ivo Karst"),
    ],
)
def test_antecedents(text, pronoun, person):
    at = re.search(rf"\b{pronoun}\b", text).start()
    found = dict(find_antecedents(text))[at, at + len(pronoun)]
    assert (found and text[found[0] : found[1]]) == person


def test_every_speaker_of_the_sample_article():
    import json

    articles, _ = read_articles(Path(__file__).parents[1] / "data" / "articles")
    sentences = split_sentences(articles)
    statements = find_statements(articles, sentences, read=read_quotations)
    found, _ = resolve_actors(articles, sentences, statements, read_registry())
    gold = json.loads((Path(__file__).parents[1] / "data" / "coded" / "sample.jsonl").read_text().splitlines()[0])
    coded = {a["content"][0][0]: (a["actor"], a["side"]) for a in gold["attributions"]}
    got = {row.start: (row.actor, row.side) for row in found.itertuples()}
    assert len(coded) == 28
    assert {start: who for start, who in got.items() if start in coded} == coded


def test_no_article_no_statement(registry):
    articles = pd.DataFrame({"article_id": ["a"], "text": [""], "published": [float("nan")]})
    _, _, statements = tables("[Oster] said {so}.")
    found, mentions = resolve_actors(articles, split_sentences(articles), statements.iloc[:0], registry)
    assert len(found) == len(mentions) == 0
    assert mentions.columns.tolist()[-3:] == ["actor", "side", "resolved_by"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[Ada May] said {it rained}. She left on May 12, and talks were halted in May.", ["Ada May", "She"]),
        ("[Ada May] said {it rained on 3 May}, and not in late May 2022.", ["Ada May"]),
        ("[Ada May] said {it rained}. May, 54, is the premier; Norland trusts May.", ["Ada May", "May", "May"]),
    ],
)
def test_a_month_is_nobody(text, named, tmp_path):
    """A reader of dates is not told that the former premier is spoken of."""
    (tmp_path / "actors.csv").write_text("actor,side,kind,aliases,pronouns\nAda May,Norland,person,,she\n", "utf-8")
    (tmp_path / "offices.csv").write_text("office,actor,valid_from,valid_to\n", encoding="utf-8")
    _, mentions = resolve_actors(*tables(text), read_registry(tmp_path))
    assert mentions["text"].tolist() == named


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("A Norlandish diplomat", "Norland"),
        ("Two senior Sundian security advisers", "Sundia"),
        ("A Norlandish general, who would not be named,", "Norland"),
        ("Norlandish and Sundian envoys", None),
        ("A retired Norlandish general", None),
        ("A pro-Norlandish officer", None),
        ("A Norlandish journalist", None),
        ("The delegate of Norland", "Norland"),
        ("Sundia’s permanent representative", "Sundia"),
        ("The representative of Norland to the League", "Norland"),
        ("The speaker for Sundia", "Sundia"),
        ("His Sundian counterpart", "Sundia"),
        ("The envoys of Norland and Sundia", None),
        ("The envoy of Norland, who chaired the meeting,", "Norland"),
        ("The ambassador to Norland", None),
        ("The Norland envoy", None),
        ("A Norland soldier", "Norland"),
        ("Two Sundia lawmakers", "Sundia"),
        ("A Norland government spokesman", "Norland"),
        ("A New Norland lawmaker", None),
        ("New Norland lawmakers", None),
        ("A Norland trade spokesman", None),
        ("A representative of Norland’s exiles", None),
        ("A representative of Norland trade unions", None),
        ("A Holm Herald representative", None),
        ("A Norlandish diplomat’s neighbour", None),
        ("A trader from Sund", None),
        ("A diplomat", None),
        ("A source in the Norlandish delegation", "Norland"),
        ("One member of the Sundian team", "Sundia"),
        ("An adviser to the Norlandish president", "Norland"),
        ("A spokesman for the Sundian interior ministry", "Sundia"),
        ("An aide to Joss Tavian", "Norland"),
        ("A senior aide to Premier Joss Tavian", "Norland"),
        ("A spokeswoman for Foreign Minister Ivo Karst", "Sundia"),
        ("A source close to the Norlandish premier", "Norland"),
        ("A senior adviser to the president of Sundia", "Sundia"),
        ("A person close to Joss Tavian", "Norland"),
        ("Two people close to the Norlandish government", "Norland"),
        ("The spokesman for the president Mira Oster", "Sundia"),
        ("An aide to prime minister Joss Tavian", "Norland"),
        ("The press secretary of premier Joss Tavian", "Norland"),
        ("Tavian's party", "Norland"),
        ("A spokesman for the then president Mira Oster", None),
        ("A critic of president Mira Oster", None),
        ("A critic close to tears", None),
        ("A critic of Premier Joss Tavian", None),
        ("An envoy to Joss Tavian", None),
        ("A former adviser to the Norlandish president", None),
        ("A critic of the Norlandish president", None),
        ("Norlandish police", "Norland"),
        ("Sundian prosecutors", "Sundia"),
        ("A source in Norland", None),
        ("A member of the Norlandish diaspora", None),
    ],
)
def test_who_is_not_named_may_have_a_side(registry, speaker, side):
    statements, _ = resolve_actors(*tables(f"[{speaker}] said {{the river was open}}."), registry)
    (row,) = statements.itertuples()
    assert pd.isna(row.actor) and pd.isna(row.resolved_by)
    assert row.side == side if side else pd.isna(row.side)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Joss Tavian left. [His aide] said {no}. [The official] said {so}. [His brother] said {it}.",
         ["Norland", "Norland", None]),
        ("Mira Oster left. [A senior member of her cabinet] said {no}.", ["Sundia"]),
        ("[Ivo Karst] said {so}. [His ministry] confirmed {the call}.", ["Sundia", "Sundia"]),
        ("[The Norlandish Defence Ministry] said {no}. [A spokeswoman] said {so}. [A spokesman] said {it}.",
         ["Norland", "Norland", "Norland"]),
        ("[Joss Tavian] said {no}. [A spokesman] said {so}.", ["Norland", None]),
        ("The Norlandish Defence Ministry was angry, with [its spokesman] calling it {a joke}.", ["Norland"]),
        ("The Norlandish Defence Ministry was angry. [Its spokeswoman] called it {a joke}.", ["Norland"]),
        ("Pella Moor met the Norlandish Defence Ministry, with [its spokesman] calling it {a joke}.", [None]),
        ("[Norland] said {no}. It rained. The sun shone. Night came. [A spokesman] said {so}.", ["Norland", None]),
        ("[A source in the Sundian delegation] said {no}. [The interlocutor] said {so}.", ["Sundia", "Sundia"]),
        ("Joss Tavian left. [Two aides to Tavian] said {no}. [One of them] said {so}.", ["Norland"] * 2),
        ("[A Sundian envoy] said {the men had come}. [One of them] said {so}.", ["Sundia", None]),
        ("[A Sundian envoy] said {no}. [Another] said {so}.", ["Sundia"] * 2),
        ("Joss Tavian left Sundia’s embassy. [An embassy official] said {no}.", ["Sundia"]),
        ("Joss Tavian left Sundia. [An embassy official] said {no}.", [None]),
        ("Sundia’s embassy was shut. It rained. Night came. Day came. [A spokesman for the embassy] said {no}.",
         ["Sundia"]),
        ("Joss Tavian left Sundia. [A spokesman for the embassy] said {no}.", [None]),
        ("In Sund, [a foreign ministry source] said {no}. In Arvik, [an army officer] said {so}.",
         ["Sundia", "Norland"]),
        ("In Sund, [a diplomat] said {so}. [A foreign ministry source] said {no}.", [None, None]),
        ("Mira Oster fumed. [A source close to her] said {no}. [A friend of hers] said {so}.", ["Sundia", None]),
        ("[Joss Tavian] said {no}. [His counterpart] said {so}.", ["Norland", None]),
        ("[Joss Tavian] said {no}. [His party] wants {more}.", ["Norland", "Norland"]),
        ("[The River League] said {no}. [Its foreign ministers] called for {it}. [Its critics] left {so}.",
         ["League", "League", None]),
        ("President Mira Oster left. [A spokesman for the president] said {no}.", ["Sundia"]),
        ("President Mira Oster left. [The president's closest aides] said {no}.", ["Sundia"]),
        ("President Mira Oster left. [An aide to the president, who saw her,] said {no}.", ["Sundia"]),
        ("President Mira Oster left. [The president's lawyer] said {no}. [A critic of the president] said {so}.",
         [None, None]),
        ("President Mira Oster left. [A former aide to the president] said {no}.", [None]),
    ],
)  # fmt: skip
def test_an_aide_and_a_spokeswoman_have_the_side_of_whom_they_serve(text, sides, registry):
    statements, _ = resolve_actors(*tables(text), registry)
    assert [None if pd.isna(side) else side for side in statements["side"]] == sides


@pytest.mark.parametrize(
    ("speaker", "side"),
    [
        ("A Covenant official", "League"),  # listed with its article
        ("An envoy of the Covenant", "League"),
        ("An SRF spokesman", "Rebels"),
        ("A covenant official", None),
    ],
)
def test_who_serves_a_body_by_its_other_names_has_its_side(speaker, side, tmp_path):
    bodies = "Covenant of States,League,institution,the Covenant,it\nSela River Front,Rebels,group,SRF,it;they\n"
    listed = registry_in(tmp_path, ACTORS + bodies, OFFICES)
    statements, _ = resolve_actors(*tables(f"[{speaker}] said {{the river was open}}."), listed)
    assert [None if pd.isna(found) else found for found in statements["side"]] == [side]


def test_he_is_of_the_side_of_whom_he_stands_for(registry):
    """A protocol of the River League names states and no persons."""
    statements, _ = resolve_actors(
        *tables(
            "[The representative of Norland] said {it would wait}. His country, [he] added, {had no ships}.\n"
            "[Sundia’s delegate] called {that a joke}. [He] asked {who had sunk them}.\n"
            "“No,” said [a senior Norlandish envoy, who] left {it}. [The envoy] saw {the end}. [An envoy] wept {so}."
        ),
        registry,
    )
    assert statements["actor"].isna().all()
    assert statements["side"].fillna("?").tolist() == [*["Norland"] * 2, *["Sundia"] * 2, *["Norland"] * 2, "?"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Premier Tavian met Ivo Karst. [The Sundian diplomat] said {no}.", ["Ivo Karst"]),
        (
            "“We wait,” Foreign Minister [Lea Holt] said after {talks} with her colleague, Foreign Minister Ivo Karst. "
            "“It is late,” [the minister] said of {it}.",
            ["Lea Holt", "Lea Holt"],
        ),
        (
            "[Lev Brandt] said {so}. Premier Tavian nodded. [The Norlandish aide] said {no}. [Bela Tavian] said {a}.",
            ["Lev Brandt", "Lev Brandt", "Bela Tavian"],
        ),
        ("[Joss Tavian] said {so}. [The Norlandish aide] said {no}.", ["Joss Tavian", None]),
        ("[The River League] has asked for {order}, [it] said in {Holm}.", ["River League", "River League"]),
        (
            "[Norlandish officials] said {so}. Tavian went to Holm. [The alliance] said {no}.",
            ["Norlandish officials", None],
        ),
        ("[The River League] said {so}. Tavian waited. [The league] said {no}.", ["River League", "River League"]),
        ("HOLM — [Delegations from Norland and Sundia] agreed {to wait}.", [None]),
        (
            "[Ivo Karst] waited {here}. Foreign Minister Lea Holt came. [The minister] said {no}.",
            ["Ivo Karst", "Lea Holt"],
        ),
        ("[Ivo Karst] spoke {first}. [The Norlandish official] said {no}.", ["Ivo Karst", "Norlandish officials"]),
        (
            "Envoy [Jan Mool] said {no}. A Norlandish diplomat came. [The Norlandish diplomat] said {yes}.",
            ["Jan Mool", None],
        ),
    ],
)
def test_who_was_named_before_is_called_by_side_and_role(registry, text, actors):
    statements, _ = resolve_actors(*tables(text), registry)
    assert statements["actor"].astype(object).where(statements["actor"].notna(), None).tolist() == actors


def test_who_behind_what_explains_a_name(registry):
    text = (
        "Mira Oster, the president of Sundia, [who] said {it rained}, left with a man [who] knew {why}. "
        "Ivo Karst, minister for trade, [who] said {it poured}, stayed."
    )
    statements, _ = resolve_actors(*tables(text), registry)
    assert statements["actor"].fillna("?").tolist() == ["Mira Oster", "?", "Ivo Karst"]


def test_she_is_of_the_side_of_a_diplomat_who_did_not_speak_before(registry):
    for diplomat, side in (("A Norlandish diplomat", "Norland"), ("A former Norlandish diplomat", "?")):
        statements, _ = resolve_actors(*tables(f"{diplomat} was blunter. “No,” [she] said of {{it}}."), registry)
        assert statements["side"].fillna("?").tolist() == [side]


def test_they_are_no_group_that_did_not_speak(registry):
    text = (
        "[Residents] said {so}. [The leaders of Norland and the River League] said {no}. “We stay,” [they] added {so}."
    )
    statements, _ = resolve_actors(*tables(text), registry)
    assert statements["actor"].fillna("?").tolist() == ["residents", "?", "?"]


def test_who_is_asked_is_who_spoke_right_before(registry):
    text = (
        "Premier Joss Tavian wrote on Monday that Rolf Dorn would go. He was happy, he added.\n"
        "The Sundian minister [Ivo Karst] told a paper {that Dorn was unwelcome}. Asked whether Dorn could be trusted, "
        "[he] replied {that nobody could}."
    )
    statements, _ = resolve_actors(*tables(text), registry)
    assert statements["actor"].tolist() == ["Ivo Karst", "Ivo Karst"]


def test_he_may_be_somebody_who_is_not_known(registry):
    text = "[Ivo Karst] said {it was over}.\nIn Tark, the premier was furious. [He] said {Karst had lied}."
    statements, _ = resolve_actors(*tables(text), registry, point=point)
    assert statements["actor"].fillna("?").tolist() == ["Ivo Karst", "?"]


@pytest.mark.parametrize(
    "then",
    [
        "“These are crimes,” [he] said of {it}.",
        "[He] said {these were crimes}.",
        "It rained. [He] called it {a crime}.",
    ],
)
@pytest.mark.parametrize("pointer", [None, point], ids=["rules", "network"])
def test_he_is_whom_the_sentence_before_is_about(registry, pointer, then):
    text = (
        "Sundia’s foreign minister called the pictures “a fake”. [Karst] said {they had been staged}.\n"
        f"Premier Joss Tavian visited the town. {then}"
    )
    statements, _ = resolve_actors(*tables(text), registry, point=pointer)
    assert statements["actor"].tolist() == ["Ivo Karst", "Joss Tavian"]


def test_an_unlisted_body_is_it(registry):
    text = "[The Coordination Headquarters for Prisoners] rejected {the charge}. “No,” [it] said in {a post}."
    statements, _ = resolve_actors(*tables(text), registry)
    assert statements["resolved_by"].tolist() == ["name", "pronoun"]
    assert statements["actor"].nunique() == 1


def test_somebody_without_a_name_is_not_who_was_named_before(registry):
    statements, _ = resolve_actors(
        *tables(
            "[Sundia's foreign minister, Ivo Karst,] said {it rained}. [A senior diplomat, who would not be named,] "
            "said {it was late}. [The diplomat] said {it was over}. [The minister] said {it was not}."
        ),
        registry,
    )
    assert statements["actor"].fillna("?").tolist() == ["Ivo Karst", "?", "?", "Ivo Karst"]


def test_the_name_of_an_institute_goes_on_with_what_for(registry):
    statements, _ = resolve_actors(
        *tables(
            "[The Institute for River Studies] said {it rained}. [The Committee on Trade] said {it did}. "
            "[The Institute] of Norland voted for Sundia."
        ),
        registry,
    )
    assert list(statements["actor"]) == ["Institute for River Studies", "Committee on Trade"]


NEWS = (
    "[Mira Oster] said {it rained}. [Oster] told her brother, Joss Tavian, {she waited}. [He] said {it did}. [A "
    "lawyer, Ilka Sandt,] said {she knew Karst}. [They] said {it was late}. [The 72-year-old] said {“[I] said {so}”}. "
)


def test_four_times_the_text_takes_four_times_the_steps(registry):
    """Each name and pronoun is looked up: going through all of them costs the square of a long text's length."""
    steps = [steps_of(resolve_actors, *tables(NEWS * times), registry) for times in (25, 100)]
    assert steps[1] < 4.5 * steps[0]


def steps_of(function, *arguments) -> int:
    """How many instructions the kit's own functions run: the same on every machine, which seconds are not."""
    steps, before = 0, sys.gettrace()

    def count(frame, event, _):
        nonlocal steps
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return count

    sys.settrace(lambda frame, *_: count if "standpoints" in frame.f_code.co_filename else None)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize(
    ("asks", "answers", "expected"), [("Herald", "Lund", ["Herald", "Lund"]), ("Q", "A", [None, None])]
)
def test_who_takes_turns_in_an_interview_is_somebody(asks, answers, expected, registry):
    text = f"{asks}: Why?\n{answers}: We had no choice.\n{asks}: And now?\n{answers}: Now we wait."
    articles = pd.DataFrame({"article_id": ["talk"], "text": [text], "published": ["2025-05-11"]})
    sentences = split_sentences(articles)
    found, _ = resolve_actors(articles, sentences, find_statements(articles, sentences), registry)
    assert [None if pd.isna(actor) else actor for actor in found["actor"]] == expected * 2


@pytest.mark.parametrize("pointer", [None, point], ids=["rules", "network"])
def test_whom_only_an_interview_names_is_not_who_speaks_behind_it(pointer, registry):
    text = "Herald: Why?\nIvo Karst: Leave my brother out of it. Karl did not know.\nHerald: And now?\n"
    text += "Ivo Karst: Karl has left.\n\nHe coughs. “Of course,” he says."
    articles = pd.DataFrame({"article_id": ["talk"], "text": [text], "published": ["2025-05-11"]})
    sentences = split_sentences(articles)
    found, _ = resolve_actors(articles, sentences, find_statements(articles, sentences), registry, point=pointer)
    assert found["actor"].tolist()[-1] == "Ivo Karst"


def test_a_label_in_capitals_is_the_one_before(registry):
    text = "Fjord: Why?\nMira Oster: We had no choice.\n" * 2 + "FJORD: And now?\nMIRA OSTER: Now we wait.\n" * 2
    articles = pd.DataFrame({"article_id": ["talk"], "text": [text], "published": ["2025-05-11"]})
    sentences = split_sentences(articles)
    found, _ = resolve_actors(articles, sentences, find_statements(articles, sentences), registry)
    assert found["actor"].tolist() == ["Fjord", "Mira Oster"] * 4
