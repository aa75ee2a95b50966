"""The few sentences at the head of a notebook say what the table says, and no more."""

import pandas as pd

from standpoints.answers import (
    answer_accuracy,
    answer_between,
    answer_positions,
    answer_reported,
    answer_together,
    answer_tone,
    answer_voice,
)
from standpoints.comparing.counting import NO_SIDE, UNRESOLVED


def voice(*rows):
    return pd.DataFrame(rows, columns=["side", "share_words", "n_statements"])


def tone(*rows):
    columns = ["side", "mean", "low", "high", "n_statements", "enough"]
    return pd.DataFrame(rows, columns=columns).assign(instrument="vader", n_needed=3)


def test_voice_names_shares_and_the_unknown():
    table = voice(("Norland", 0.62, 5), ("Sundia", 0.3, 2), (UNRESOLVED, 0.08, 1))
    assert answer_voice(table).data == (
        "Norland is given 62 % of the reported words (5 of 8 statements), Sundia 30 % (2). "
        "For 1 statement (8 %) the side is not known."
    )


def test_voice_counts_the_others_apart_from_the_unknown():
    table = voice(("Norland", 0.4, 9), ("Sundia", 0.2, 4), ("Kestria", 0.1, 3), ("Velmark", 0.05, 2),
                  ("Astria", 0.01, 1), (UNRESOLVED, 0.2, 4), ("side not known", 0.04, 1))  # fmt: skip
    assert answer_voice(table).data.endswith("1 other side has 1 %. For 5 statements (24 %) the side is not known.")
    table.loc[7] = ["Belgoria", 0.02, 1]
    assert "2 other sides have together 3 %." in answer_voice(table).data


def test_voice_of_nobody():
    assert answer_voice(voice((UNRESOLVED, 1.0, 1))).data == "No statement with a known side was found."
    nobody = voice((UNRESOLVED, 1.0, 1)).rename(columns={"side": "actor"})
    assert answer_voice(nobody).data == "No statement with a known speaker was found."


def test_a_speaker_whose_side_is_not_known_is_no_unknown_speaker():
    told = answer_voice(voice((NO_SIDE, 0.9, 48), (UNRESOLVED, 0.1, 14))).data
    assert told == (
        "No statement with a known side was found. Of 48 statements the speaker is known, and not the side."
    )


def test_overlapping_intervals_may_be_chance():
    table = tone(("Norland", 0.2, -0.1, 0.5, 12, True), ("Sundia", 0.0, -0.3, 0.3, 20, True))
    assert answer_tone(table).data.endswith("The two intervals overlap: this difference may be chance.")


def test_few_statements_are_not_trusted_though_the_intervals_stand_apart():
    table = tone(("Norland", 0.5, 0.4, 0.6, 3, True), ("Sundia", 0.0, -0.1, 0.1, 20, True))
    assert "3 statements are too few to trust them." in answer_tone(table).data


def test_enough_statements_and_a_gap():
    table = tone(("Norland", 0.5, 0.4, 0.6, 30, True), ("Sundia", 0.0, -0.1, 0.1, 20, True))
    assert answer_tone(table).data == (
        "By VADER, the words of Norland are the warmest (+0.50, 95 % interval +0.40 to +0.60, n = 30), those of "
        "Sundia the coldest (0.00, 95 % interval −0.10 to +0.10, n = 20). The two intervals do not overlap."
    )


def test_the_kit_s_own_network_is_not_called_a_reader():
    table = tone(("Norland", 0.5, 0.4, 0.6, 30, True), ("Sundia", 0.0, -0.1, 0.1, 20, True)).assign(instrument="reader")
    assert answer_tone(table).data.startswith("By the trained network, the words of Norland are the warmest")


def test_whom_a_comparison_leaves_out_is_told():
    table = tone(("Norland", 0.5, 0.4, 0.6, 30, True), ("Sundia", 0.0, -0.1, 0.1, 20, True),
                 ("Kestria", -0.8, None, None, 2, False), (UNRESOLVED, 0.9, 0.8, 1.0, 9, True))  # fmt: skip
    assert answer_tone(table).data.endswith(
        "Not compared: Kestria with fewer than 3 statements; the side that is not known."
    )


def test_who_speaks_how_of_whom_says_that_a_side_s_words_of_itself_are_left_out():
    rows = [("Norland", "Sundia", -0.5, -0.6, -0.4, 9, True), ("the reporter", "Norland", 0.0, -0.1, 0.1, 6, True),
            ("Norland", "Norland", 0.7, 0.5, 0.9, 5, True), ("Sundia", "Norland", -0.9, None, None, 1, False),
            ("side not known", "Norland", 0.9, 0.8, 1.0, 4, True)]  # fmt: skip
    columns = ["speaker_side", "target_side", "mean", "low", "high", "n_mentions", "enough"]
    between = pd.DataFrame(rows, columns=columns).assign(instrument="vader", n_needed=3)
    text = answer_between(between).data
    assert "the warmest that of the reporter toward Norland (0.00" in text
    assert text.endswith(
        "Not compared: what a side says of itself; sides that are not known; 1 pair with fewer than 3 mentions."
    )
    assert "Not compared" not in answer_between(between[:2]).data


def test_what_is_found_and_what_is_also_given_to_the_right_words_are_two_figures():
    figures = [("found recall", 0.75), ("source_right_where_found", 0.96), ("who precision", 0.84)]
    accuracy = pd.DataFrame(figures, columns=["figure", "value"]).assign(
        task="attribution", source="x", what="y", n=9, low=None, high=None, flatters=False)  # fmt: skip
    assert answer_accuracy(accuracy).data.startswith(
        "Of 100 statements in news, 75 are found, 72 of them also given to the right words for their speaker; of 100 "
        "that a chart counts, 84 are right."
    )


def test_one_side_alone_is_not_compared():
    table = tone(("Norland", 0.5, 0.4, 0.6, 30, True), ("Sundia", 0.0, 0.0, 0.0, 1, False))
    assert answer_tone(table).data == "No two sides have at least 3 statements each: there is nothing to compare."


def test_positions_name_the_issues_on_which_two_sides_spoke():
    stands = pd.DataFrame(
        [
            ("Norland", "river", "agrees with open-river (2)"),
            ("Sundia", "river", "rejects open-river (1)"),
            ("Norland", "tariffs", "agrees with lower (1)"),
            ("Sundia", "tariffs", "no statement found"),
        ],
        columns=["side", "issue", "stand"],
    )
    assert answer_positions(stands).data == (
        "On river, Norland agrees with open-river (2); Sundia rejects open-river (1).\n\n"
        "On 1 further issue only one side was heard. In brackets, the number of statements."
    )


def test_positions_leave_out_whom_nobody_heard_take_one():
    stands = pd.DataFrame(
        [
            ("Norland", "river", "agrees with open-river (2)"),
            ("Sundia", "river", "no position taken (3 statements on it)"),
            ("Kestria", "river", "no statement found"),
        ],
        columns=["side", "issue", "stand"],
    )
    assert answer_positions(stands).data == "No issue was found on which two sides took a position."


def together(*rows):
    columns = ["side", "other", "n_issues", "n_divided", "n_apart", "together", "against", "partly", "n_statements",
               "other_n_statements"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def test_who_stands_together_is_told_pair_by_pair_with_both_n():
    table = together(
        ("Norland", "Kestria", 1, 1, 0, None, None, None, 2, 1),
        ("Norland", "Sundia", 3, 0, 0, "river; nets", "tolls", None, 4, 5),
        ("Sundia", "Kestria", 0, 0, 0, None, None, None, 0, 0),
    )
    assert answer_together(table).data == (
        "Norland and Sundia meet on 3 issues (4 and 5 statements): together on river, nets; against each other on "
        "tolls. Norland and Kestria meet on 1 issue (2 and 1 statement): 1 not to be compared. 1 pair of sides never "
        "met on an issue. No two sides meet on more than 3 issues: too few to call anybody near or far."
    )


def test_what_only_another_side_reports_is_named():
    columns = ["actor", "issue", "stance", "n_reported"]
    table = pd.DataFrame([("Mira Oster", "river", "tolls", 1), ("Joss Tavian", "river", "tolls", 0)], columns=columns)
    starred = "Marked *, some or all only as another side reports it: Mira Oster, river: tolls."
    assert answer_reported(table).data == starred
    assert answer_reported(table[1:]).data == "No position is known only as another side reports it."


def test_sides_that_never_meet_are_not_compared():
    table = together(("Norland", "Sundia", 0, 0, 0, None, None, None, 0, 0))
    assert answer_together(table).data == "On no issue were two sides heard: there is nothing to compare."
    assert answer_together(table.iloc[:0]).data == answer_together(table).data
