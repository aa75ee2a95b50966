"""The words that set sides apart, checked against a table worked out by hand, and how a text is cut into words."""

from math import isclose, log, sqrt

import numpy as np
import pandas as pd
import pytest
from invented import copy_of, study
from pandas.testing import assert_frame_equal

from standpoints.comparing.taken import evidence
from standpoints.comparing.wording import distinctive_words, statements_with
from standpoints.comparing.words import read_stopwords, words_of

TAVIAN, OSTER, QUILL = ("Joss Tavian", "Norland"), ("Mira Oster", "Sundia"), ("Ada Quill", "Kestria")


@pytest.fixture
def made():
    """Norland: treaty treaty treaty river. Sundia: river river dignity dignity. All articles: these eight words."""
    return study(
        ("a", *TAVIAN, "Treaty, treaty!", ""),
        ("a", *TAVIAN, "The treaty: the river.", ""),
        ("b", *OSTER, "Our river, the river.", ""),
        ("b", *OSTER, "Dignity! Dignity!", ""),
    )


def test_the_log_odds_of_a_table_worked_out_by_hand(made):
    table = distinctive_words(made, min_uses=1, prior_words=8).set_index(["side", "word"])
    # A prior of 8 words, shared out as in all articles: treaty 3/8 of them, river 3/8, dignity 2/8: 3, 3 and 2 words.
    # treaty: Norland says it 3 times of 4, and 3 + 3 = 6 of 4 + 8 = 12 with the prior: odds 6 / 6.
    #         Sundia never of 4, 0 + 3 = 3 of 12: odds 3 / 9.
    row = table.loc[("Norland", "treaty")]
    assert isclose(row["log_odds"], log(6 / 6) - log(3 / 9))
    assert isclose(row["z"], (log(6 / 6) - log(3 / 9)) / sqrt(1 / 6 + 1 / 3))
    assert round(row["z"], 3) == 1.554  # 1.0986 / 0.7071
    assert (row["n_uses"], row["n_words"], row["others_uses"], row["others_words"]) == (3, 4, 0, 4)
    assert (row["n_statements"], row["n_side_statements"]) == (2, 2)
    assert isclose(row["low"], row["log_odds"] - 1.959964 * sqrt(1 / 6 + 1 / 3), rel_tol=1e-6)
    # river: 1 + 3 = 4 of 12 against 2 + 3 = 5 of 12.
    assert isclose(table.loc[("Sundia", "river"), "log_odds"], log(5 / 7) - log(4 / 8))
    assert isclose(table.loc[("Norland", "river"), "z"], -table.loc[("Sundia", "river"), "z"])  # of two sides


def test_sides_and_words_are_in_order_and_only_what_is_beyond_chance_is_marked():
    lines = [("a", *TAVIAN, "treaty river", "")] * 30 + [("b", *OSTER, "dignity river", "")] * 29
    table = distinctive_words(study(*lines))
    expected = [
        ("Norland", "treaty", True), ("Norland", "river", False), ("Norland", "dignity", True),
        ("Sundia", "dignity", True), ("Sundia", "river", False), ("Sundia", "treaty", True),
    ]  # fmt: skip
    assert list(table[["side", "word", "marked"]].itertuples(index=False, name=None)) == expected
    assert (table["z"].abs() >= 1.96).tolist() == table["marked"].tolist()
    assert table.loc[table["marked"], ["low", "high"]].prod(axis=1).gt(0).all()


def test_three_sides_are_each_set_against_all_others():
    made = study(
        ("a", *TAVIAN, "treaty treaty treaty", ""),
        ("a", *OSTER, "treaty dignity", ""),
        ("a", *QUILL, "patience treaty", ""),
    )
    table = distinctive_words(made).set_index("side")
    assert table[["n_uses", "n_words", "others_uses", "others_words"]].to_dict("index") == {
        "Norland": {"n_uses": 3, "n_words": 3, "others_uses": 2, "others_words": 4},
        "Sundia": {"n_uses": 1, "n_words": 2, "others_uses": 4, "others_words": 5},
        "Kestria": {"n_uses": 1, "n_words": 2, "others_uses": 4, "others_words": 5},
    }


def test_unknown_speakers_inner_statements_and_copies_do_not_count(made):
    more = study(
        ("a", *TAVIAN, "Treaty, treaty!", ""),
        ("a", *TAVIAN, "The treaty: the river.", ""),
        ("b", *OSTER, "Our river, the river.", ""),
        ("b", *OSTER, "Dignity! Dignity!", ""),
        ("b", np.nan, np.nan, "treaty", ""),
        ("b", *QUILL, "dignity", "", "b.4"),
        ("c", *OSTER, "Dignity! Dignity!", ""),
    )
    more.statements["statement_cluster"] = [np.nan, np.nan, np.nan, "k1", np.nan, np.nan, "k1"]
    counts = ["side", "word", "n_uses", "n_words", "others_uses", "n_statements"]
    assert_frame_equal(distinctive_words(more, min_uses=1)[counts], distinctive_words(made, min_uses=1)[counts])


def test_rare_words_are_left_out_but_counted(made):
    table = distinctive_words(made)
    assert set(table["word"]) == {"treaty", "river"}
    assert set(table["n_words"]) == {4}


def test_the_sentences_behind_a_word(made):
    assert evidence(made, side="Norland", word="treaty")["text"].tolist() == [
        "Treaty, treaty!",
        "The treaty: the river.",
    ]
    assert evidence(made, side="Sundia", word="Dignity")["start"].tolist() == [22]
    assert len(evidence(made, side="Sundia", word="treaty")) == 0


def test_the_sentences_behind_rows_of_the_table(made):
    words = distinctive_words(made, min_uses=1)
    rows = statements_with(made, words[words["others_uses"] == 0])
    assert rows[["word", "side", "text"]].to_numpy().tolist() == [
        ["treaty", "Norland", "Treaty, treaty!"],
        ["treaty", "Norland", "The treaty: the river."],
        ["dignity", "Sundia", "Dignity! Dignity!"],
    ]
    assert len(statements_with(made, words.iloc[:0])) == 0
    assert list(statements_with(made, words.iloc[:0])) == list(rows)


def test_a_word_that_a_side_never_used_is_not_its_own():
    # Reporters write "river" much: the prior lifts it for Kestria, whose two words hardly pull against it.
    lines = [("a", *TAVIAN, "treaty treaty treaty river", "")] * 3 + [("b", *QUILL, "patience dignity", "")]
    made = study(*lines)
    made.articles["text"] += "river " * 200
    table = distinctive_words(made, min_uses=1).set_index(["side", "word"])
    assert table.loc[("Kestria", "river"), ["n_uses", "its_own"]].tolist() == [0, False]
    assert table.loc[("Kestria", "river"), "z"] > 0
    assert table[table["its_own"]].index.tolist() == [
        ("Norland", "treaty"), ("Kestria", "dignity"), ("Kestria", "patience"),
    ]  # fmt: skip


def test_the_words_of_a_reporting_clause_inside_are_not_the_speaker_s():
    made = study(("a", *TAVIAN, "“Treaty,” said the premier, “treaty.”", ""), ("a", *OSTER, "treaty", ""))
    made.statements["pieces"] = ["[[0, 9], [28, 37]]", "[[38, 44]]"]
    table = distinctive_words(made, min_uses=1).set_index(["side", "word"])
    assert table.loc[("Norland", "treaty"), "n_words"] == 2


def test_words_of_a_text():
    words = words_of("Norland’s 30-day truce won't hold, in 2031: NO!")
    assert words == ["norland", "30-day", "truce", "won't", "hold", "in", "no"]


def test_stop_words_are_a_file_that_can_be_edited(tmp_path, made):
    assert {"the", "don't", "however"} <= read_stopwords() and "peace" not in read_stopwords()
    file = tmp_path / "words.txt"
    file.write_text("# a note\nthe River\n", encoding="utf-8")
    assert read_stopwords(file) == {"the", "river"}
    assert "river" not in set(distinctive_words(made, stopwords=read_stopwords(file), min_uses=1)["word"])
    assert "the" in set(distinctive_words(made, stopwords=[], min_uses=1)["word"])
    with pytest.raises(ValueError, match="does not exist; restore it"):
        read_stopwords(tmp_path / "none.txt")


def test_nothing_is_changed_and_nothing_gives_an_empty_table(made):
    before = copy_of(made)
    columns = list(distinctive_words(made).columns)
    for name, table in before.items():
        assert_frame_equal(getattr(made, name), table)
    made.statements = made.statements.iloc[:0]
    empty = distinctive_words(made)
    assert len(empty) == 0 and list(empty.columns) == columns
    assert isinstance(empty, pd.DataFrame)
