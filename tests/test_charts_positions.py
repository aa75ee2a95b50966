"""The charts of positions, words and networks draw what their tables say, and nothing is clipped at any size."""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from pandas.testing import assert_frame_equal

from standpoints.charting.course import chart_positions_over_time
from standpoints.charting.drawing import side_style
from standpoints.charting.network import chart_network
from standpoints.charting.positions import chart_agreement, chart_positions
from standpoints.charting.words import chart_words
from standpoints.intervals import wilson_interval

CHARTS = {
    "positions": chart_positions,
    "agreement": chart_agreement,
    "days": chart_positions_over_time,
    "words": chart_words,
    "ties": chart_network,
}


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def positions(n_sides=6, n_stances=1):
    """Each state once; n_agree, n_disagree, n_condition, n_reported."""
    states = {"Russia": ("agrees", 3, 0, 1, 0), "Ukraine": ("rejects", 0, 2, 0, 1), "Norland": ("divided", 3, 1, 0, 0),
              "Sundia": ("another stance only", 0, 0, 0, 0), "Kestria": ("no position taken", 0, 0, 0, 0),
              "Mondaria": ("no statement found", 0, 0, 0, 0)}  # fmt: skip
    rows = []
    for side, (state, yes, no, condition, reported) in list(states.items())[:n_sides]:
        low, high = wilson_interval(yes, yes + no)
        share = yes / (yes + no) if yes + no else np.nan
        for number in range(n_stances):
            rows.append((side, "truce", f"full-truce-{number}", state, yes + no, yes, no, condition, reported, share,
                         low, high, 9))  # fmt: skip
    columns = ["side", "issue", "stance", "state", "n_statements", "n_agree", "n_disagree", "n_condition", "n_reported",
               "share_agree", "low", "high", "n_on_issue"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def agreement(n_sides=4):
    relations = ["together", "against each other", "partly together", "one is divided", "on different stances",
                 "not both heard"]  # fmt: skip
    sides = ["Norland", "Sundia", "Kestria", "League of the Coast", *(f"Island {n}" for n in range(20))][:n_sides]
    pairs = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
    rows = [
        (side, other, issue, relations[(i + j) % 6], 3, 0 if relations[(i + j) % 6] == "not both heard" else 2)
        for i, (side, other) in enumerate(pairs)
        for j, issue in enumerate(["river", "tolls", "preliminaries", "prisoners"])
    ]
    return pd.DataFrame(rows, columns=["side", "other", "issue", "relation", "n_statements", "other_n_statements"])


def days(n_actors=2):
    rows = []
    for number in range(n_actors):
        actor = ["Joss Tavian", "Mira Oster"][number] if number < 2 else f"Deputy {number}"
        for day, stand, turned in (("2031-03-01", "agrees", False), ("2031-05-01", "rejects", True)):
            yes = int(stand == "agrees")
            rows.append(
                (actor, "Norland", "river", "open-river", pd.Timestamp(day), stand, 1, yes, 1 - yes, 0, 0, turned)
            )
    columns = ["actor", "side", "issue", "stance", "date", "stand", "n_statements", "n_agree", "n_disagree",
               "n_condition", "n_reported", "reverses"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def words(n_sides=2):
    rows = []
    for side in ["Norland", "Sundia", *(f"Island {n}" for n in range(20))][:n_sides]:
        for word, uses, odds, z in (("treaty", 9, 2.5, 4.1), ("river", 3, 0.5, 1.2), ("tolls", 0, -2.0, -2.5)):
            half = 1.96 * odds / z
            rows.append((side, word, uses, 1200, 4, 2400, uses, 80, odds, odds - half, odds + half, z, abs(z) > 1.96,
                         z > 0))  # fmt: skip
    columns = ["side", "word", "n_uses", "n_words", "others_uses", "others_words", "n_statements", "n_side_statements",
               "log_odds", "low", "high", "z", "marked", "its_own"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def ties(n_actors=3, n_stances=2):
    rows = []
    for number in range(n_actors):
        side = ["Norland", "Sundia"][number % 2]
        for stance in range(n_stances):
            agree = (number + stance) % 2 == 0
            rows.append((f"Deputy {number}", side, "river", f"stance-{stance}", agree, 1 + (number * stance) % 4, 0))
    return pd.DataFrame(rows, columns=["actor", "side", "issue", "stance", "agree", "n_statements", "n_reported"])


SMALL = {
    "positions": positions(),
    "agreement": agreement(),
    "days": days().assign(n_reported=1, n_condition=1),
    "words": words(),
    "ties": ties(),
}
LARGE = {"positions": positions(n_stances=40), "agreement": agreement(12), "days": days(60), "words": words(12),
         "ties": ties(60, 30)}  # fmt: skip


def texts(ax):
    return [text.get_text() for text in ax.texts]


def rows_of(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


def marks(ax):
    return [(line.get_marker(), line.get_fillstyle()) for line in ax.lines if line.get_marker() != "None"]


def test_positions_show_agreement_rejection_division_and_three_kinds_of_silence_differently():
    ax = chart_positions(positions())
    assert rows_of(ax) == ["truce", "full-truce-0"]
    assert marks(ax) == [("o", "full"), ("X", "full"), ("o", "left"), (".", "full"), ("o", "none")]
    assert [cell.get_hatch() for cell in ax.patches] == [None, None, None, None, None, "////"]
    assert texts(ax) == ["3 (1 if)", "2*", "3 : 1"]
    legend = [text.get_text() for text in ax.get_legend().get_texts()]
    assert {"no statement found on the issue", "no position taken", "another stance only"} <= set(legend)


def test_a_mark_stands_at_the_share_that_agrees_on_its_interval():
    ax = chart_positions(positions(3))
    shares = [line for line in ax.lines if line.get_marker() in ("o", "X")]
    places = [float(line.get_xdata()[0]) - round(float(line.get_xdata()[0]) + 0.3) for line in shares]
    none, all_of_it = places[1], places[0]
    assert places[2] == pytest.approx(none + 0.75 * (all_of_it - none))
    low, high = wilson_interval(3, 4)
    interval = ax.lines[7].get_xdata()  # third cell: its scale, its interval, its mark
    assert [x - 2 for x in interval] == pytest.approx([none + end * (all_of_it - none) for end in (low, high)])


def test_agreement_names_pairs_and_issues_and_no_mark_is_without_its_two_n():
    ax = chart_agreement(agreement(2))
    assert rows_of(ax) == ["Norland – Sundia"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["river", "tolls", "preliminaries", "prisoners"]
    assert marks(ax) == [("o", "full"), ("X", "full"), ("o", "left"), ("d", "none")]
    assert texts(ax) == ["3 · 2"] * 4
    ax = chart_agreement(agreement(3))
    assert [cell.get_hatch() for cell in ax.patches].count("////") == 1


def test_a_reversal_has_a_ring_and_a_line_from_first_to_last():
    ax = chart_positions_over_time(days(1))
    assert rows_of(ax) == ["Joss Tavian\nriver: open-river"]
    assert marks(ax) == [("o", "full"), ("X", "full"), ("o", "none")]
    assert [str(day)[:10] for day in ax.lines[0].get_xdata()] == ["2031-03-01", "2031-05-01"]
    assert texts(ax) == ["n = 2"]


def test_a_condition_is_told_beside_its_mark():
    ax = chart_positions_over_time(days(1).assign(n_condition=[1, 0], n_reported=[0, 1], reverses=False))
    assert texts(ax)[:3] == ["if", "*", "n = 2*"]
    assert "if: under a condition" in texts(ax)[-1]


def test_of_many_sides_those_without_a_position_are_named_and_not_drawn():
    table = positions(n_sides=5)
    more = [table[table["side"] == "Sundia"].assign(side=side) for side in ("Velmark", "Ostrava", "Europe")]
    silent = pd.concat([table, *more])
    silent.loc[silent["side"] == "Ukraine", "n_statements"] = 0
    ax = chart_positions(silent)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Russia", "Ukraine", "Norland", "Europe"]
    assert texts(ax)[-1] == "Heard, without a position: Sundia, Kestria, Velmark, Ostrava."


def test_a_stance_that_nobody_takes_who_is_drawn_is_named_and_has_no_row():
    table = positions(n_sides=2, n_stances=2)
    table.loc[table["stance"] == "full-truce-1", ["n_statements", "state"]] = [0, "no statement found"]
    ax = chart_positions(table)
    assert rows_of(ax) == ["truce", "full-truce-0"]
    assert texts(ax)[-1] == "Taken only by sides that are not drawn: full-truce-1."


def test_a_single_day_is_no_course():
    ax = chart_positions_over_time(days(1).iloc[:1])
    assert texts(ax) == ["no course over time: it needs dated articles of two days or more"]


def test_words_above_chance_are_full_the_others_hollow_and_all_have_their_counts():
    ax = chart_words(words(1))
    assert rows_of(ax) == ["Norland: 1,200 of 3,600 words", "treaty", "river"]  # "tolls" is the others' word
    assert texts(ax) == ["z 4.1", "9 : 4 in 9 statements", "z 1.2", "3 : 4 in 3 statements"]
    dots = [to_hex(line.get_markerfacecolor()) for line in ax.lines if line.get_marker() != "None"]
    assert dots == [side_style("Norland")[0].lower(), "#ffffff"]
    assert "hollow: |z| < 1.96" in ax.get_xlabel()


def test_the_network_draws_a_line_a_tie_full_for_yes_and_dashed_for_no():
    table = ties(2, 1)
    ax = chart_network(table)
    lines = [line for line in ax.lines if line.get_marker() == "None"]
    assert [line.get_linestyle() for line in lines] == ["-", "--"]
    assert texts(ax) == ["Norland", "Deputy 0 (1)", "Sundia", "Deputy 1 (1)", "river: stance-0 (2)"]


def test_what_only_another_side_reports_has_a_star_in_every_chart():
    ax = chart_network(ties(2, 1).assign(n_reported=[0, 1]), note="All.")
    assert texts(ax)[:-1] == ["Norland", "Deputy 0 (1)", "Sundia", "Deputy 1 (1*)", "river: stance-0 (2*)"]
    assert texts(ax)[-1] == "All. *: some or all only as another side reports it."
    assert [marker for marker, _ in marks(ax)].count((6, 2, 0)) == 1
    ax = chart_positions_over_time(days(1).assign(n_reported=[0, 1]), note="All.")
    assert texts(ax) == ["*", "n = 2*", "All. *: some or all only as another side reports it."]
    assert "*" not in "".join(texts(chart_positions_over_time(days(1), note="All.")))


def test_a_large_network_is_cut_to_the_strongest_and_says_so():
    ax = chart_network(LARGE["ties"], most=10)
    assert len([line for line in ax.lines if line.get_marker() == "None"]) == 20
    actors = [text for text in texts(ax) if text.startswith("Deputy")]
    stances = [text for text in texts(ax) if text.startswith("river: ")]
    assert texts(ax)[-1].replace("\n", " ") == (
        f"Drawn: {len(actors)} of 60 actors, {len(stances)} of 30 stances and 20 of 1,800 lines, those with most "
        "statements."
    )


def test_the_same_network_gives_the_same_picture():
    first, again = (chart_network(LARGE["ties"]) for _ in range(2))
    assert [line.get_xydata().tolist() for line in first.lines] == [line.get_xydata().tolist() for line in again.lines]


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_table_gives_a_chart_that_says_so(name):
    assert texts(CHARTS[name](SMALL[name].iloc[:0], note="0 articles."))[0].startswith("no ")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_on_the_axes_it_is_given_and_leaves_its_table_as_it_was(name):
    before = SMALL[name].copy(deep=True)
    _, ax = plt.subplots()
    assert CHARTS[name](SMALL[name], ax=ax) is ax
    assert_frame_equal(SMALL[name], before)


@pytest.mark.parametrize("tables", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("name", CHARTS)
def test_no_text_is_drawn_over_another(name, tables):
    ax = CHARTS[name](tables[name], title="A question of some length?", note="3 of 3 statements. " * 9)
    ax.figure.draw_without_rendering()
    shown = [*ax.texts, *ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label, ax._left_title]
    shown = shown if ax.axison else [*ax.texts, ax._left_title]
    shown += ax.get_legend().get_texts() if ax.get_legend() else []
    boxes = [(text.get_text(), text.get_window_extent()) for text in shown if text.get_text()]
    for i, (first, a) in enumerate(boxes):
        for second, b in boxes[i + 1 :]:
            assert not a.padded(-1).overlaps(b), (first, second)
