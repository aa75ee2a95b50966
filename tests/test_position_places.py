"""Positions: what is said of another quarrel is no position on the codebook's own."""

import json
from pathlib import Path

import pandas as pd
import pytest
from coded import stands

from standpoints.articles import read_articles
from standpoints.codebook import Codebook, read_codebook
from standpoints.project import ARTICLES
from standpoints.study import analyse

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


def doubts(book: Codebook, *texts: str) -> list[tuple[str, str]]:
    """What the study of these articles says of its codebook: where and what."""
    articles = pd.DataFrame({"text": texts}).reset_index(names="article_id").astype({"article_id": "str"})
    articles = articles.assign(source_file="x.txt", language="en", published="2031-03-02")
    problems = analyse(articles, codebook=book, corrections=pd.DataFrame()).problems
    rows = problems.loc[problems["source_file"] == "the codebook", ["where", "what"]]
    return list(rows.itertuples(index=False, name=None))


OF_KESTRIA = 'Bo Lind, the premier of Kestria, said: "We want a truce."'
OF_NORLAND = 'Mira Oster, the premier of Norland, said: "We want a truce."'
NO_POSITION = 'Bo Lind, the premier of Kestria, said: "It rains."'


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([OF_KESTRIA], "1 of 1"),
        ([OF_KESTRIA, OF_KESTRIA + " He laughed.", OF_NORLAND], "2 of 3"),
        ([OF_KESTRIA, OF_NORLAND], None),
        ([OF_NORLAND, NO_POSITION, NO_POSITION + " He laughed."], None),  # where it finds nothing, it does no harm
        ([NO_POSITION], None),
    ],
)
def test_a_codebook_about_others_than_the_articles_is_listed(texts, told):
    what = f"no name of its list `here` stands in {told} articles in which it finds positions"
    expected = [("here", f"made for another conflict, it seems: {what}")] if told else []
    assert doubts(Codebook.model_validate({"issues": ISSUES} | PLACES), *texts) == expected


def test_a_codebook_that_does_not_say_whom_it_is_about_is_never_of_others():
    assert doubts(Codebook.model_validate({"issues": ISSUES}), OF_KESTRIA) == []


def test_the_shipped_codebook_is_about_the_shipped_articles_and_no_invented_ones():
    shipped = read_articles(ARTICLES)[0]["text"].tolist()
    file = Path(__file__).with_name("positions-in-articles.jsonl")
    hand_coded = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    assert doubts(read_codebook(), *shipped) == []
    assert doubts(read_codebook(), *hand_coded) == []
    assert len(doubts(read_codebook(), "The premier of Kestria said: “Norland must withdraw its troops.”")) == 1
