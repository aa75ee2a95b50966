"""Rows of statements: exact spans, form, channel, statements inside statements; voices of sentences."""

import json

import pandas as pd
import pytest

from standpoints.reading.typography import read_quotations
from standpoints.sentences import split_sentences
from standpoints.statements import COLUMNS, find_statements, said
from standpoints.voices import mark_voices, own_words

NEWS = (
    "Norland is ready, premier Joss Tavian wrote on his Telegram channel.\n"
    "He said Sundia had proposed a truce. The river was calm.\n"
    '"We wait," said Mira Oster, "and “hope” for more."\n'
    "Subscribe to our channel: “Norland Now” is best, Oster said."
)


@pytest.fixture
def tables():
    articles = pd.DataFrame({"article_id": ["news"], "text": [NEWS]})
    sentences = split_sentences(articles)
    return articles, sentences, find_statements(articles, sentences, read=read_quotations)


def test_rows(tables):
    _, _, statements = tables
    expected = [
        ("news.q001", "Norland is ready", "indirect", "premier Joss Tavian", None),
        ("news.q002", "Sundia had proposed a truce", "indirect", "He", None),
        ("news.q003", "a truce", "indirect", "Sundia", "news.q002"),
        ("news.q004", '"We wait," said Mira Oster, "and “hope” for more."', "direct", "Mira Oster", None),
    ]
    columns = statements[["statement_id", "text", "form", "speaker", "within"]]
    found = [tuple(None if pd.isna(x) else x for x in row) for row in columns.itertuples(index=False)]
    # “premier” in lower case belongs to no name: the subject begins where its clause begins.
    assert found == expected
    assert statements["channel"].dropna().tolist() == ["on his Telegram channel"]


def test_every_span_is_the_text_it_names(tables):
    _, _, statements = tables
    assert statements.columns.tolist() == list(COLUMNS)
    for row in statements.itertuples():
        assert NEWS[row.start : row.end] == row.text
        assert NEWS[row.cue_start : row.cue_end] == row.cue
        assert NEWS[row.speaker_start : row.speaker_end] == row.speaker
        pieces = json.loads(row.pieces)
        assert (pieces[0][0], pieces[-1][1]) == (row.start, row.end)


def test_said_leaves_out_the_reporting_clause(tables):
    articles, _, statements = tables
    assert said(statements, articles).iloc[3] == '"We wait," "and “hope” for more."'


def test_voices_and_the_reporters_own_words(tables):
    _, sentences, statements = tables
    spoken = statements.assign(actor=["Joss Tavian", "Joss Tavian", "Sundia", "Mira Oster"], side="Norland")
    before = sentences.copy()
    marked = mark_voices(sentences, spoken)
    pd.testing.assert_frame_equal(sentences, before)
    assert marked["voice"].tolist() == ["reporter", "statement", "reporter", "statement", "boilerplate"]
    assert marked["actor"].dropna().tolist() == ["Joss Tavian", "Mira Oster"]
    own = own_words(marked, spoken).str.strip().tolist()
    assert own[0] == ", premier Joss Tavian wrote on his Telegram channel."
    assert own[2] == "The river was calm."
    assert own[3] == "said Mira Oster,"


def test_an_article_without_statements_gives_no_rows():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["", "The river rose."]})
    statements = find_statements(articles, split_sentences(articles), read=read_quotations)
    assert len(statements) == 0
    assert statements.columns.tolist() == list(COLUMNS)
