"""How far two sides stand together: invented sides of a quarrel about a river."""

import numpy as np
import pandas as pd
import pytest
from invented import codebook, copy_of, study
from pandas.testing import assert_frame_equal

from standpoints.comparing.common_ground import agreement_by_issue, agreement_of_sides
from standpoints.intervals import wilson_interval

BOOK = codebook({
    "river": {"open-river": None, "tolls": None},
    "order": {"truce-first": "talks-first", "talks-first": None},
    "nets": {"quota": None},
})  # fmt: skip
TAVIAN, OSTER, QUILL = ("Joss Tavian", "Norland"), ("Mira Oster", "Sundia"), ("Ada Quill", "Kestria")


def relations(made, **options):
    table = agreement_by_issue(made, codebook=BOOK, **options)
    columns = ["side", "other", "issue", "relation", "together", "against", "divided"]
    return table.astype(object).where(table.notna(), None)[columns].to_numpy().tolist()


def test_every_pair_and_issue_is_a_row_with_both_n():
    made = study(
        ("a", *TAVIAN, "The river is to be open.", "river: open-river"),
        ("a", *TAVIAN, "Open it, and let us talk.", "river: open-river, order: talks-first"),
        ("a", *OSTER, "An open river, yes, but no fishing quota.", "river: open-river, nets: not quota"),
        ("a", *OSTER, "Talks come after the truce.", "order: truce-first"),
        ("a", *QUILL, "We want a quota.", "nets: quota"),
        ("a", np.nan, np.nan, "No quota, some say.", "nets: not quota"),
    )
    expected = pd.DataFrame(
        [
            ("Norland", "Sundia", "river", "together", "open-river", np.nan, np.nan, 2, 1),
            ("Norland", "Sundia", "nets", "not both heard", np.nan, np.nan, np.nan, 0, 1),
            ("Norland", "Sundia", "order", "against each other", np.nan, "talks-first", np.nan, 1, 1),
            ("Norland", "Kestria", "river", "not both heard", np.nan, np.nan, np.nan, 2, 0),
            ("Norland", "Kestria", "nets", "not both heard", np.nan, np.nan, np.nan, 0, 1),
            ("Norland", "Kestria", "order", "not both heard", np.nan, np.nan, np.nan, 1, 0),
            ("Sundia", "Kestria", "river", "not both heard", np.nan, np.nan, np.nan, 1, 0),
            ("Sundia", "Kestria", "nets", "against each other", np.nan, "quota", np.nan, 1, 1),
            ("Sundia", "Kestria", "order", "not both heard", np.nan, np.nan, np.nan, 1, 0),
        ],
        columns=["side", "other", "issue", "relation", "together", "against", "divided", "n_statements",
                 "other_n_statements"],
    )  # fmt: skip
    assert_frame_equal(agreement_by_issue(made, codebook=BOOK), expected, check_dtype=False)


def test_two_who_reject_the_same_stand_together_on_not_having_it():
    made = study(("a", *TAVIAN, "No tolls.", "river: not tolls"), ("a", *OSTER, "No tolls.", "river: not tolls"))
    assert relations(made) == [["Norland", "Sundia", "river", "together", "not tolls", None, None]]


def test_to_reject_a_stance_is_not_to_agree_with_its_opposite():
    made = study(
        ("a", *TAVIAN, "Not talks first.", "order: not talks-first"),
        ("a", *OSTER, "Truce first.", "order: truce-first"),
        ("a", *QUILL, "Not truce first.", "order: not truce-first"),
    )
    assert relations(made) == [
        ["Kestria", "Norland", "order", "on different stances", None, None, None],
        ["Kestria", "Sundia", "order", "against each other", None, "truce-first", None],
        ["Norland", "Sundia", "order", "together", "not talks-first", None, None],
    ]


def test_a_stance_and_its_opposite_are_one():
    made = study(("a", *TAVIAN, "Talks first.", "order: talks-first"), ("a", *OSTER, "The same.", "order: talks-first"))
    assert relations(made) == [["Norland", "Sundia", "order", "together", "talks-first", None, None]]


def test_partly_together_and_divided():
    made = study(
        ("a", *TAVIAN, "Open, with tolls.", "river: open-river, river: tolls"),
        ("a", *OSTER, "Open, without tolls.", "river: open-river, river: not tolls"),
        ("a", *TAVIAN, "A quota.", "nets: quota"),
        ("a", *TAVIAN, "No quota.", "nets: not quota"),
        ("a", *OSTER, "A quota.", "nets: quota"),
    )
    assert relations(made) == [
        ["Norland", "Sundia", "river", "partly together", "open-river", "tolls", None],
        ["Norland", "Sundia", "nets", "one is divided", None, None, "quota"],
    ]


def test_two_thirds_are_clear_and_the_share_can_be_set():
    lines = [("a", *TAVIAN, f"Quota {n}.", "nets: quota" if n else "nets: not quota") for n in range(3)]
    made = study(*lines, ("a", *OSTER, "Quota.", "nets: quota"))
    assert relations(made)[0][3] == "together"
    assert relations(made, clear=0.75)[0][3] == "one is divided"


def test_what_only_an_opponent_reports_is_left_out():
    made = study(
        ("a", *TAVIAN, "Mira Oster wants a quota, and so do I.", "nets: quota"),
        ("a", *OSTER, "a quota", "nets: quota", "a.1"),
    )
    assert len(agreement_by_issue(made, codebook=BOOK)) == 0


def test_the_sum_of_a_pair_names_its_issues_and_has_an_interval():
    made = study(
        ("a", *TAVIAN, "Open.", "river: open-river"),
        ("a", *TAVIAN, "Quota.", "nets: quota"),
        ("a", *OSTER, "Open.", "river: open-river"),
        ("a", *OSTER, "Once more: open.", "river: open-river"),
        ("a", *OSTER, "No quota.", "nets: not quota"),
        ("a", *TAVIAN, "It rains.", ""),
        ("a", *TAVIAN, "It rains again.", ""),
    )
    table = agreement_of_sides(made, codebook=BOOK)
    low, high = wilson_interval(1, 2)
    expected = pd.DataFrame(
        [("Norland", "Sundia", 2, 1, 1, 0, 0, 0, "river", "nets", np.nan, 0.5, low, high, 2, 3)],
        columns=["side", "other", "n_issues", "n_together", "n_against", "n_partly", "n_divided", "n_apart", "together",
                 "against", "partly", "share_together", "low", "high", "n_statements", "other_n_statements"],
    )  # fmt: skip
    assert_frame_equal(table, expected, check_dtype=False)


def test_another_codebook_than_that_of_the_study_is_named():
    made = study(("a", *TAVIAN, "Dams.", "river: dams"), ("a", *OSTER, "Dams.", "river: dams"))
    with pytest.raises(ValueError, match="the codebook has no stance river: dams; give the one"):
        agreement_by_issue(made, codebook=BOOK)


def test_nobody_and_one_side_alone_give_empty_tables_and_nothing_is_changed():
    alone = study(("a", *TAVIAN, "Open.", "river: open-river"))
    before = copy_of(alone)
    columns = [agreement_by_issue(alone, codebook=BOOK).columns, agreement_of_sides(alone, codebook=BOOK).columns]
    for name, table in before.items():
        assert_frame_equal(getattr(alone, name), table)
    alone.codes = alone.codes.iloc[:0]
    for function, names in zip((agreement_by_issue, agreement_of_sides), columns, strict=True):
        empty = function(alone, codebook=BOOK)
        assert len(empty) == 0 and list(empty.columns) == list(names)
