"""One statement in many articles is one; two statements that sound alike stay two."""

import json
import random

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from standpoints.clusters import cluster_statements, copied_articles, once_each, with_repeats
from standpoints.comparing.captions import caption
from standpoints.comparing.voice import share_of_voice
from standpoints.study import Study

AGENCY = (
    "Norland and Sundia met in Arvik on Monday for the first time since the flood. The river has been closed to ships "
    "for three years, and forty barges wait at the lock. Farmers on both banks have asked for water since the spring. "
    "The meeting was arranged by Kestria, whose envoy had travelled between the two capitals for a month. Nobody had "
    "thought of a bridge in the beginning, but the engineers did, and so the first hour went into drawings and sums. "
)
LONG = "We will open the river to all ships on Monday"


def study_of(*said):
    """Articles and statements of (article, actor, words[, form, cue, cue_class, within]); texts hold the words."""
    texts, rows = {}, []
    for article, actor, words, *more in said:
        form, cue, kind, within = [*more, *["direct", "said", "says", None][len(more) :]]
        text = texts.setdefault(article, AGENCY if article in "ab" else f"Nothing of it happened in {article}.\n")
        start, number = len(text), sum(row["article_id"] == article for row in rows) + 1
        texts[article] = f"{text}{words}\n"
        rows.append({"article_id": article, "statement_id": f"{article}.q{number}", "start": start,
                     "pieces": json.dumps([[start, start + len(words)]]), "actor": actor, "form": form, "cue": cue,
                     "cue_class": kind, "within": within})  # fmt: skip
    statements = pd.DataFrame(rows).astype({"actor": "str", "cue": "str", "cue_class": "str", "within": "str"})
    return statements, pd.DataFrame({"article_id": [*texts], "text": [*texts.values()]})


def clusters(*said):
    """The statement ids that were put together, largest report first in each."""
    clustered = cluster_statements(*study_of(*said))
    together = [[row.statement_cluster, row.statement_id] for row in clustered.itertuples()]
    return [ids for ids in together if ids[0] != ids[1]]


def test_one_quotation_in_three_outlets_is_one_statement():
    reports = [f"“{LONG},”", f'"{LONG}!"', f"that {LONG.lower()}"]
    said = [(name, "Joss Tavian", words) for name, words in zip("cde", reports, strict=True)]
    assert clusters(*said) == [["c.q1", "d.q1"], ["c.q1", "e.q1"]]
    assert clusters(*said[:2], (*said[2], "indirect")) == [["c.q1", "d.q1"], ["c.q1", "e.q1"]]


def test_the_fullest_report_stands_for_those_cut_at_their_ends():
    assert clusters(("c", "Joss Tavian", LONG), ("d", "Joss Tavian", f"{LONG} or on Tuesday")) == [["d.q1", "c.q1"]]
    assert clusters(("c", "Joss Tavian", LONG), ("d", "Joss Tavian", f"{LONG}, and {LONG}")) == []  # under two thirds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Joss Tavian", LONG), ("Mira Oster", LONG)),  # two who say the same
        (("Joss Tavian", LONG), (None, LONG)),  # nobody knows who says the second
        ((None, LONG), (None, LONG)),
        (("Joss Tavian", "Yes, we will"), ("Joss Tavian", "Yes, we will")),  # said again and again
        (("Joss Tavian", LONG), ("Joss Tavian", LONG.replace("will", "will not"))),
        (("Joss Tavian", LONG), ("Joss Tavian", LONG.replace("all", "no"))),
        (("Joss Tavian", LONG), ("Joss Tavian", LONG.replace("Monday", "Friday"))),
        (
            ("Joss Tavian", "to open the river to all ships", "indirect", "agreed", "agrees"),
            ("Joss Tavian", "to open the river to all ships", "indirect", "refused", "denies"),
        ),
        (
            ("Joss Tavian", "to open the river to all ships", "indirect", "ruled out", "denies"),
            ("Joss Tavian", "to open the river to all ships", "indirect", "did not rule out", "denies"),
        ),
        (("Joss Tavian", LONG, "direct", "said", "says", "c.q9"), ("Joss Tavian", LONG)),  # only as another reports it
    ],
)
def test_two_statements_of_two_articles_stay_two(one, other):
    assert clusters(("c", *one), ("d", *other)) == []


@pytest.mark.parametrize(("one", "other"), [("says", "claims"), ("says", None), ("stresses", "claims")])
def test_to_say_and_to_claim_the_same_is_one_statement(one, other):
    said = [(name, "Joss Tavian", f"that {LONG}", "indirect", "x", kind) for name, kind in (("c", one), ("d", other))]
    assert clusters(*said) == [["c.q1", "d.q1"]]


def test_in_copies_of_one_text_short_words_and_unknown_speakers_are_the_same():
    assert clusters(("a", "Joss Tavian", "No"), ("b", "Joss Tavian", "“No,”")) == [["a.q1", "b.q1"]]
    assert clusters(("a", None, "“No”"), ("b", "Joss Tavian", "“No”")) == [["b.q1", "a.q1"]]  # who is known stands
    assert clusters(("a", "Mira Oster", "“No”"), ("b", "Joss Tavian", "“No”")) == []
    assert clusters(("a", None, "“No”"), ("b", None, "“Yes”")) == []


def test_a_word_said_twice_in_a_text_is_twice_in_its_copy():
    said = [(article, "Joss Tavian", words) for article in "ab" for words in ("“No”", "“Never”", "“No”")]
    assert clusters(*said) == [["a.q1", "b.q1"], ["a.q2", "b.q2"], ["a.q3", "b.q3"]]


def test_copies_are_texts_cut_and_edited_not_texts_about_the_same():
    sentences = AGENCY.rstrip().split(". ")
    texts = {
        "whole": AGENCY,
        "cut": ". ".join(sentences[:-1]),
        "edited": f"ARVIK, Monday. {AGENCY}",
        "other": "In Arvik on Monday Norland met Sundia, for the first time since the flood that closed the river.",
        "stub": "Norland and Sundia met in Arvik on Monday.",
    }
    copies = copied_articles(pd.DataFrame({"article_id": [*texts], "text": [*texts.values()]}))
    assert copies["article_id"].tolist() == ["whole", "cut"]  # the longest one, with its dateline, is the edited one
    assert set(copies["copy_of"]) == {"edited"}
    assert copies["share"].between(0.6, 1).all()


def test_the_order_of_articles_and_their_names_do_not_matter():
    tavian = {"a": "No", "b": "No", "c": LONG, "d": f"{LONG} or Tuesday", "f": LONG}
    said = [*((article, "Joss Tavian", words) for article, words in tavian.items()), ("e", "Mira Oster", LONG)]
    statements, articles = study_of(*said)
    whole = cluster_statements(statements, articles).set_index("statement_id")["statement_cluster"]
    assert whole.nunique() == 3
    for seed in range(5):
        order = random.Random(seed).sample(range(6), 6)
        other = cluster_statements(statements.iloc[order], articles.sample(frac=1, random_state=seed))
        assert other["statement_id"].tolist() == [statements["statement_id"][i] for i in order]
        assert other.set_index("statement_id")["statement_cluster"].to_dict() == whole.to_dict()


def test_once_each_keeps_the_one_that_stands_for_all_or_the_first_that_is_there():
    table = pd.DataFrame({"statement_id": ["q1", "q2", "q3", "q4"], "statement_cluster": ["q2", "q2", "q3", "q2"]})
    before = table.copy(deep=True)
    assert once_each(table)["statement_id"].tolist() == ["q2", "q3"]
    assert once_each(table[table["statement_id"] != "q2"])["statement_id"].tolist() == ["q1", "q3"]
    assert once_each(table.drop(columns="statement_cluster"))["statement_id"].tolist() == ["q1", "q2", "q3", "q4"]
    assert once_each(table.assign(statement_cluster=[None, "k", "k", None]))["statement_id"].tolist() == [
        "q1",
        "q2",
        "q4",
    ]
    assert once_each(table.iloc[:0]).empty
    assert_frame_equal(table, before)


def test_charts_count_a_repeated_statement_once_and_with_repeats_as_often_as_it_is_reported():
    statements, articles = study_of(("c", "Joss Tavian", LONG), ("d", "Joss Tavian", LONG), ("e", "Mira Oster", "No"))
    statements = cluster_statements(statements, articles).assign(
        text=LONG, side="Norland", resolved_by="name", confidence=0.9
    )
    articles = articles.assign(language="en")
    codes = pd.DataFrame({"article_id": ["c", "d"], "statement_id": ["c.q1", "d.q1"], "how": "names"})
    nothing = articles.iloc[:0]
    study = Study(articles, nothing, statements, nothing, codes, nothing)
    said = "repeated in other articles, counted once"
    for given, n, line in ((study, 1, f"; 1 {said}"), (with_repeats(study), 2, "")):
        voice = share_of_voice(given.statements, by="actor").set_index("actor")["n_statements"]
        assert voice.to_dict() == {"Joss Tavian": n, "Mira Oster": 1}
        assert caption(given) == f"{n + 1} of 3 statements in 3 articles{line}."
        assert caption(given, "positions") == f"{n} of 3 statements in 3 articles; 1 without a coded position{line}."
    assert "statement_cluster" in study.statements


def test_no_statement_and_no_article_are_no_fault():
    statements, articles = study_of(("a", "Joss Tavian", "No"))
    assert cluster_statements(statements.iloc[:0], articles)["statement_cluster"].tolist() == []
    assert copied_articles(articles.iloc[:0]).empty
