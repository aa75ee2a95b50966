"""Sentences are spans of the raw text; nothing is lost between them but white space."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpoints.sentences import split_sentences


def articles(*texts):
    return pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": list(texts)})


def sentences_of(text):
    return split_sentences(articles(text))["text"].tolist()


CASES = [
    ("Mr. Tavian left. He did not return.", ["Mr. Tavian left.", "He did not return."]),
    # A quotation stays whole, with its reporting clause.
    ("“We waited. Nobody came,” he said. He left.", ["“We waited. Nobody came,” he said.", "He left."]),
    # Mixed pairs: the splitter alone would read `” and left. Then "` as a quotation.
    (
        'He said "peace now” and left. Then "more” came. It was late.',
        ['He said "peace now” and left.', 'Then "more” came.', "It was late."],
    ),
    # An opening mark that never closes must not swallow the rest.
    ("“We wait. Nobody comes. It is late.", ["“We wait.", "Nobody comes.", "It is late."]),
    # Each line is a paragraph …
    ("First line\nSecond line", ["First line", "Second line"]),
    ("", []),
    (" \n\t\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences_of_a_text(text, expected):
    assert sentences_of(text) == expected


def test_lines_wrapped_by_hand_are_joined():
    text = "The premier of Norland said\nthat the talks would go on in the\nspring. Nobody\nobjected.\n\nThe end."
    table = split_sentences(articles(text))
    assert table["paragraph"].tolist() == [0, 0, 1]
    assert table["text"].iloc[0].startswith("The premier") and table["text"].iloc[0].endswith("spring.")


def test_headlines_and_times_of_a_live_blog_are_paragraphs():
    blocks = ["18.42\nOster: no way back\nThe premier has spoken.", "18.20\nBridge shut\nPolice closed it."]
    assert split_sentences(articles("\n\n".join(blocks)))["paragraph"].tolist() == [0, 1, 2, 3, 4, 5]


def test_subscription_lines_are_boilerplate_and_kept():
    table = split_sentences(articles("Talks went on.\nSubscribe to our Norland.Nd channel, please!\nRead more: talks"))
    assert table["voice"].tolist() == ["reporter", "boilerplate", "boilerplate"]


def test_ids_count_within_the_article_and_columns_are_complete():
    table = split_sentences(articles("One. Two.", "Three."))
    assert table["sentence_id"].tolist() == ["a0.s001", "a0.s002", "a1.s001"]
    assert table.columns.tolist() == [
        "article_id",
        "sentence_id",
        "paragraph",
        "start",
        "end",
        "text",
        "voice",
        "actor",
        "side",
    ]
    assert table["actor"].isna().all()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB. \n\"“”'’«»!?—é1🎉("), max_size=200))
def test_every_letter_is_in_exactly_one_sentence(text):
    table = split_sentences(articles(text))
    position = 0
    for row in table.itertuples():
        assert text[row.start : row.end] == row.text
        assert text[position : row.start].strip() == ""
        position = row.end
    assert text[position:].strip() == ""
