"""Tables to read: whole sentences, figures rounded, no patterns and no JSON."""

import re

import numpy as np
import pandas as pd
import pytest
from invented import copy_of, study

from standpoints.readable_tables import cell_of, how_in_words, readable, table_html

LONG = "We will come to the river as soon as the other side has opened it, and not a day before, " * 3


def cells(html):
    return [re.sub(r"<.*?>", "", cell) for cell in re.findall(r"<td.*?</td>", html)]


@pytest.mark.parametrize(("column", "value", "shown"), [
    ("tone_reader", -0.0004, "0.00"),
    ("tone_reader", 0.12345, "+0.12"),
    ("mean", -0.5, "−0.50"),
    ("share_words", 0.5479452, "0.55"),
    ("low", -0.004, "0.00"),
    ("n_statements", 1234, "1,234"),
    ("n_statements", 12.0, "12"),
    ("z", float("inf"), "inf"),
    ("words_vader", '[["interrupted", -0.3024], ["peace", 0.2]]', "interrupted −0.30, peace +0.20"),
    ("words_vader", "[]", "–"),
    ("instruments", "reader, vader", "trained network, VADER"),
    ("agree", False, "against"),
    ("reverses", True, "yes"),
    ("published", "2025-05-11", "2025-05-11"),
    ("date", pd.Timestamp("2025-05-11"), "2025-05-11"),
    ("actor", np.nan, "–"),
    ("text", "True peace", "True peace"),
])  # fmt: skip
def test_values_as_a_reader_sees_them(column, value, shown):
    assert cell_of(column, value) == shown


@pytest.mark.parametrize(("how", "told"), [
    ("names “(full|complete|total) .. {ceasefire}”; for: agree, possible; against: rule out; not: not",
     "a phrase of the codebook; for it: “agree”, “possible”; against it: “rule out”; negated by: “not”"),
    ("says “first step ... {calm}”", "a phrase of the codebook"),
    ("like “The river is open.” (0.83)", "means nearly the same as “The river is open.” (likeness 0.83)"),
    ("by hand", "by hand"),
])  # fmt: skip
def test_how_is_told_without_the_pattern(how, told):
    assert how_in_words(how) == told


def test_sentences_stand_whole_left_and_wrapped_and_act_as_nothing():
    table = pd.DataFrame([{"text": LONG + "<b>$5</b>", "published": "2025-05-11"}], index=[7])
    html = readable(table).data
    assert cells(html) == [LONG + "&lt;b&gt;$5&lt;/b&gt;", "2025-05-11"]
    text, date = re.findall(r'<td style="(.*?)"', html)
    assert "text-align:left" in text and "min-width:22em" in text and "nowrap" not in text
    assert "white-space:nowrap" in date
    assert "tex2jax_ignore" in html and ">7<" not in html
    assert re.findall("<th scope.*?>(.*?)</th>", html) == ["what is said", "date"]


def test_who_is_spoken_of_is_not_called_who_speaks():
    html = readable(pd.DataFrame([{"sentence": "Go.", "speaker_actor": "Oster", "actor": "Tavian"}])).data
    assert re.findall("<th scope.*?>(.*?)</th>", html) == ["sentence", "who speaks", "spoken of"]


def test_a_long_table_is_cut_and_says_so_and_an_empty_one_is_a_word():
    table = pd.DataFrame({"actor": list("abc")})
    assert "<p>The first 2 of 3.</p>" in readable(table, most=2).data
    assert cells(readable(table, most=2).data) == ["a", "b"]
    assert table_html(table[:0], empty="None.") == "<p>None.</p>"


def test_positions_are_shown_in_the_codebooks_words_and_the_table_is_left_as_it_is():
    news = study(("a", "Joss Tavian", "Norland", "We want peace.", "ceasefire: full-ceasefire"))
    before = copy_of(news)
    assert cells(readable(news.codes[["issue", "stance", "agree"]]).data) == ["Ceasefire", "A general ceasefire", "for"]
    pd.testing.assert_frame_equal(news.codes, before["codes"])
