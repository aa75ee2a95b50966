import json
import re
from html import unescape
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from standpoints.views import article_html, show_article

TEXT = (
    "“We will talk,” said Joss Tavian, “if <b>Sundia</b> & Kestria stop.”\n\n"
    "He said that Mira Oster had agreed to\na truce. Some asked why.\n"
)


def at(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def statement(statement_id, *pieces, actor=np.nan, side=np.nan, speaker=np.nan, cue="said", within=np.nan):
    spans = [at(words) for words in pieces]
    return {"article_id": "a", "statement_id": statement_id, "start": spans[0][0], "end": spans[-1][1],
            "pieces": json.dumps(spans), "actor": actor, "side": side, "speaker": speaker, "cue": cue,
            "within": within}  # fmt: skip


@pytest.fixture
def study():
    articles = pd.DataFrame([{"article_id": "a", "title": "Truce <now>?", "outlet": "The Post", "published": np.nan,
                              "text": TEXT}])  # fmt: skip
    tavian = {"actor": "Joss Tavian", "side": "Norland"}
    statements = pd.DataFrame([
        statement("a.q001", "“We will talk,”", "“if <b>Sundia</b> & Kestria stop.”", **tavian),
        statement("a.q002", "that Mira Oster had agreed to\na truce", **tavian),
        statement("a.q003", "to\na truce", actor="Mira Oster", side="Sundia", cue="agreed", within="a.q002"),
        statement("a.q004", "why", speaker="Some", cue="asked"),
    ])  # fmt: skip
    return SimpleNamespace(articles=articles, statements=statements)


def body(html):
    return re.search(r'<div class="text">(.*)</div>', html, re.DOTALL)[1]


def labels(html):
    return [unescape(label).strip() for label in re.findall(r'<small class="who"[^>]*>(.*?)</small>', html)]


def read(html):
    """What stands on the page, the labels left out."""
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<small.*?</small>", "", body(html))))


def test_the_whole_text_stands_on_the_page_to_the_character(study):
    assert read(article_html(study, "a")) == TEXT


def test_each_statement_is_labelled_in_words(study):
    assert labels(article_html(study, "a")) == [
        "[Joss Tavian · Norland · said]",
        "[… Joss Tavian]",
        "[Joss Tavian · Norland · said]",
        "[Mira Oster · Sundia · agreed]",
        "[speaker not resolved: “Some” · asked]",
    ]


def test_marks_nest_and_are_closed_at_a_line_end_and_opened_again(study):
    plain = re.sub(r"<small.*?</small>", "", re.sub(r' style="[^"]*"', "", body(article_html(study, "a"))))
    assert (
        '<span title="a.q002">that Mira Oster had agreed <span title="a.q003">to</span></span></p>\n<p>'
        '<span title="a.q002"><span title="a.q003">a truce</span></span>.'
    ) in plain


def test_statements_that_cross_each_other_still_give_whole_html(study):
    study.statements = pd.DataFrame([
        statement("a.q001", "We will talk,” said Joss", side="Norland", actor="x"),
        statement("a.q002", "said Joss Tavian", side="Sundia", actor="y"),
    ])  # fmt: skip
    html = article_html(study, "a")
    assert read(html) == TEXT
    open_marks = 0
    for tag in re.findall(r"</?(?:span|p)\b", body(html)):
        open_marks += {"<span": 1, "</span": -1}.get(tag, 0)
        assert open_marks >= 0
        assert open_marks == 0 or tag.endswith("span")  # no paragraph ends inside a mark
    assert labels(html) == ["[x · Norland · said]", "[y · Sundia · said]"]


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</span></p></article><style>*{display:none}</style>",
    "\"><svg onload='alert(1)'>",
    "&lt;script&gt;",
    "<!-- ",
    "]]>",
    "\x00\x1b[2J",
]


@pytest.mark.parametrize("bad", HOSTILE)
def test_nothing_in_an_article_can_act_as_html(study, bad):
    text = f"{bad} said {bad}. {bad}\n{bad}"
    facts = {"title": bad, "outlet": bad, "published": bad, "text": text, "url": f"javascript:alert('{bad}')"}
    study.articles = study.articles.assign(**facts)
    start = len(bad) + 6
    study.statements = pd.DataFrame([
        {"article_id": "a", "statement_id": bad, "start": start, "end": start + len(bad), "cue": bad, "speaker": bad,
         "pieces": json.dumps([[start, start + len(bad)]]), "within": np.nan} | names
        for names in ({"actor": bad, "side": bad}, {"actor": np.nan, "side": np.nan})
    ])  # fmt: skip
    html = article_html(study, "a")
    assert read(html) == text
    tags = re.findall(r"<[^>]*>", html)
    assert {re.match(r"</?(\w+)", tag)[1] for tag in tags} <= {
        "article",
        "h3",
        "p",
        "em",
        "span",
        "div",
        "small",
    }
    inside = "".join(re.sub(r'"[^"]*"', "", tag) for tag in tags)  # what is in quotation marks is no attribute
    assert set(re.findall(r"\s(\S+?)=", inside)) <= {"style", "class", "title"}
    assert "javascript:" not in html
    assert "href" not in html


def test_a_sign_that_turns_the_direction_turns_nothing_but_its_own_words(study):
    study.articles = study.articles.assign(text="\u202e" + TEXT[1:])
    html = article_html(study, "a")
    marks = re.findall(r"<(?:mark|small|span)[^>]*>", html)
    assert marks and all("unicode-bidi:isolate" in mark for mark in marks)
    assert read(html) == "\u202e" + TEXT[1:]


def test_sides_differ_in_colour_and_the_unknown_is_dashed(study):
    html = article_html(study, "a")
    styles = {name: re.search(f'title="{name}" style="([^"]*)"', html)[1] for name in ("a.q002", "a.q003", "a.q004")}
    assert len(set(styles.values())) == 3
    assert [("dashed" in style) for style in styles.values()] == [False, False, True]
    assert not any(re.search(r"(?<!-)\bcolor:", style) for style in styles.values())  # the page's own, light or dark
    assert "<mark" not in html  # black on any page


def test_the_legend_counts_statements_a_side(study):
    legend = re.sub(r"<[^>]*>", "", re.search(r"<p>(Statements:.*?)</p>", article_html(study, "a"))[1])
    assert legend == "Statements: Norland 2, Sundia 1, speaker not resolved 1"


def test_an_article_without_statements_or_title_says_so(study):
    study.statements = study.statements.iloc[:0]
    study.articles["title"] = np.nan
    html = article_html(study, "a")
    assert "<h3>a</h3>" in html
    assert "No statement was found in this article." in html
    assert read(html) == TEXT


def test_an_article_in_another_language_says_that_it_was_not_analysed(study):
    study.statements = study.statements.iloc[:0]
    study.articles["language"] = "de"
    html = article_html(study, "a")
    assert "This article is not in English (de) and was not analysed." in html
    assert read(html) == TEXT


def test_sums_of_money_are_no_formulas(study):
    assert re.search('<article class="([^"]*)"', article_html(study, "a"))[1] == "tex2jax_ignore mathjax_ignore"


def test_an_article_that_is_not_there_is_an_error_that_names_those_that_are(study):
    with pytest.raises(ValueError, match="article_id='b' is not in this study; it has: a"):
        article_html(study, "b")


def test_a_notebook_can_show_it_and_the_study_stays_as_it_was(study):
    before = study.statements.copy(deep=True)
    assert show_article(study, "a").data == article_html(study, "a")
    assert_frame_equal(study.statements, before)
