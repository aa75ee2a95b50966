"""When positions were heard, and who turned round: invented speakers of a quarrel about a river."""

import numpy as np
import pandas as pd
import pytest
from invented import codebook, copy_of, study
from pandas.testing import assert_frame_equal

from standpoints.comparing.turning import first_and_last_seen, positions_over_time, reversals

BOOK = codebook({
    "river": {"open-river": None, "tolls": None},
    "order": {"truce-first": "talks-first", "talks-first": None},
})  # fmt: skip
TAVIAN, OSTER = ("Joss Tavian", "Norland"), ("Mira Oster", "Sundia")
DAYS = {"a": "2031-03-02", "b": "2031-03-09", "c": "2031-04-01", "d": None}


def day(text):
    return pd.Timestamp(text)


@pytest.fixture
def made():
    return study(
        ("a", *TAVIAN, "The river is to be open.", "river: open-river"),
        ("b", *TAVIAN, "Tavian: open, as ever.", "river: open-river"),
        ("c", *TAVIAN, "It stays closed.", "river: not open-river"),
        ("c", *TAVIAN, "Closed for good.", "river: not open-river"),
        ("d", *TAVIAN, "Some day open.", "river: open-river"),
        ("a", *OSTER, "Talks first.", "order: talks-first"),
        ("b", *OSTER, "Truce first.", "order: truce-first"),
        ("b", np.nan, np.nan, "Truce first, some say.", "order: not truce-first"),
        articles=DAYS,
    )


def test_a_reversal_shows_both_sentences_with_their_article_date_and_offsets(made):
    made.statements["text"] = made.statements["text"].str.replace("Tavian: ", "")
    table = reversals(made, codebook=BOOK)
    shown = ["actor", "side", "issue", "earlier_stance", "earlier_agree", "later_stance", "later_agree", "days",
             "earlier_date", "later_date", "earlier_outlet", "later_outlet", "earlier_text", "later_text"]  # fmt: skip
    expected = pd.DataFrame(
        [
            ("Joss Tavian", "Norland", "river", "open-river", True, "open-river", False, 23, day(DAYS["b"]),
             day(DAYS["c"]), "Post b", "Post c", "open, as ever.", "It stays closed."),
            ("Mira Oster", "Sundia", "order", "talks-first", True, "truce-first", True, 7, day(DAYS["a"]),
             day(DAYS["b"]), "Post a", "Post b", "Talks first.", "Truce first."),
        ],
        columns=shown,
    )  # fmt: skip
    assert_frame_equal(table[shown], expected, check_dtype=False)
    assert table["earlier_sentence"].tolist() == ["Tavian: open, as ever.", "Talks first."]
    for row in table.to_dict("records"):
        for when in ("earlier", "later"):
            text = made.articles.set_index("article_id")["text"][row[f"{when}_article_id"]]
            assert text[row[f"{when}_start"] : row[f"{when}_end"]] == row[f"{when}_sentence"]


def test_a_day_on_which_both_were_heard_is_passed_over():
    made = study(
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("b", *TAVIAN, "Open.", "river: open-river"),
        ("b", *TAVIAN, "Closed.", "river: not open-river"),
        ("c", *TAVIAN, "Open.", "river: open-river"),
        articles=DAYS,
    )
    assert len(reversals(made, codebook=BOOK)) == 0


def test_there_and_back_are_two_reversals_in_order_of_date():
    made = study(
        ("c", *TAVIAN, "Open.", "river: open-river"),
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("b", *TAVIAN, "Closed.", "river: not open-river"),
        articles=DAYS,
    )
    assert reversals(made, codebook=BOOK)["later_text"].tolist() == ["Closed.", "Open."]


def test_what_an_opponent_reports_is_marked():
    made = study(
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("b", *OSTER, "Tavian wants it closed.", ""),
        ("b", *TAVIAN, "it closed", "river: not open-river", "b.2"),
        articles=DAYS,
    )
    (row,) = reversals(made, codebook=BOOK)[["earlier_reported_by", "later_reported_by"]].to_dict("records")
    assert pd.isna(row["earlier_reported_by"]) and row["later_reported_by"] == "Sundia"
    assert positions_over_time(made, codebook=BOOK)["n_reported"].tolist() == [0, 1]
    assert first_and_last_seen(made, codebook=BOOK)["n_reported"].tolist() == [1]


def under(made, *conditions):
    """The study with these conditions on its codes, in order; None: without."""
    made.codes["condition"] = [np.nan if condition is None else condition for condition in conditions]
    return made


@pytest.mark.parametrize(
    ("earlier", "later", "reverses"),
    [
        (None, None, True),
        ("if Sundia disarms", None, False),  # "yes, if …", then "no": the offer may stand as it was
        (None, "if Sundia disarms", False),
        ("if Sundia disarms", "If  Sundia disarms,", True),
        ("if Sundia disarms", "once the dam is built", False),
    ],
)
def test_only_what_is_said_on_the_same_terms_can_be_reversed(earlier, later, reverses):
    made = study(
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("b", *TAVIAN, "Closed.", "river: not open-river"),
        articles=DAYS,
    )
    made = under(made, earlier, later)
    table = reversals(made, codebook=BOOK)
    assert len(table) == reverses
    assert positions_over_time(made, codebook=BOOK)["reverses"].tolist() == [False, reverses]
    assert positions_over_time(made, codebook=BOOK)["n_condition"].tolist() == [int(bool(earlier)), int(bool(later))]
    conditions = table[["earlier_condition", "later_condition"]].dropna().to_numpy().tolist()
    assert conditions == ([[earlier, later]] if reverses and earlier else [])


def test_an_offer_under_a_condition_in_between_hides_no_reversal():
    made = study(
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("b", *TAVIAN, "Open, if Sundia disarms.", "river: open-river"),
        ("c", *TAVIAN, "Closed.", "river: not open-river"),
        articles=DAYS,
    )
    (row,) = reversals(under(made, None, "if Sundia disarms", None), codebook=BOOK).to_dict("records")
    assert (row["earlier_text"], row["later_text"]) == ("Open.", "Closed.")


def test_two_people_of_a_side_reverse_it_only_when_sides_are_asked():
    made = study(
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("b", "Edda Brink", "Norland", "Closed.", "river: not open-river"),
        articles=DAYS,
    )
    assert len(reversals(made, codebook=BOOK)) == 0
    assert reversals(made, by="side", codebook=BOOK)["side"].tolist() == ["Norland"]


def test_first_and_last_seen(made):
    expected = pd.DataFrame(
        [
            ("Joss Tavian", "Norland", "river", "open-river", 5, 3, 2, 0, 0, day(DAYS["a"]), day(DAYS["c"]), "agrees",
             "rejects", 1, 1),
            ("Mira Oster", "Sundia", "order", "talks-first", 1, 1, 0, 0, 0, day(DAYS["a"]), day(DAYS["a"]), "agrees",
             "agrees", 0, 0),
            ("Mira Oster", "Sundia", "order", "truce-first", 1, 1, 0, 0, 0, day(DAYS["b"]), day(DAYS["b"]), "agrees",
             "agrees", 0, 1),
        ],
        columns=["actor", "side", "issue", "stance", "n_statements", "n_agree", "n_disagree", "n_condition",
                 "n_reported", "first_seen", "last_seen", "first_stand", "last_stand", "n_undated", "n_reversals"],
    )  # fmt: skip
    assert_frame_equal(first_and_last_seen(made, codebook=BOOK), expected, check_dtype=False)


def test_a_position_without_any_date_is_kept_and_counted():
    made = study(("d", *TAVIAN, "Open.", "river: open-river"), articles=DAYS)
    (row,) = first_and_last_seen(made, codebook=BOOK).to_dict("records")
    assert (row["n_statements"], row["n_undated"], row["n_reversals"]) == (1, 1, 0)
    assert pd.isna(row["first_seen"]) and pd.isna(row["first_stand"])


def test_positions_over_time_are_a_row_a_day(made):
    expected = pd.DataFrame(
        [
            ("Norland", "river", "open-river", day(DAYS["a"]), "agrees", 1, 1, 0, 0, 0, False),
            ("Norland", "river", "open-river", day(DAYS["b"]), "agrees", 1, 1, 0, 0, 0, False),
            ("Norland", "river", "open-river", day(DAYS["c"]), "rejects", 2, 0, 2, 0, 0, True),
            ("Sundia", "order", "talks-first", day(DAYS["a"]), "agrees", 1, 1, 0, 0, 0, False),
            ("Sundia", "order", "truce-first", day(DAYS["b"]), "agrees", 1, 1, 0, 0, 0, True),
        ],
        columns=[
            "side",
            "issue",
            "stance",
            "date",
            "stand",
            "n_statements",
            "n_agree",
            "n_disagree",
            "n_condition",
            "n_reported",
            "reverses",
        ],
    )
    assert_frame_equal(positions_over_time(made, by="side", codebook=BOOK), expected, check_dtype=False)


@pytest.mark.parametrize("function", [reversals, first_and_last_seen, positions_over_time])
def test_nothing_is_changed_and_nothing_gives_an_empty_table(function, made):
    before = copy_of(made)
    columns = list(function(made, codebook=BOOK).columns)
    for name, table in before.items():
        assert_frame_equal(getattr(made, name), table)
    made.codes = made.codes.iloc[:0]
    empty = function(made, codebook=BOOK)
    assert len(empty) == 0 and list(empty.columns) == columns
