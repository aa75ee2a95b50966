import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from standpoints.charts import chart_positions, chart_tone, chart_voice, side_style


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.fixture
def voice():
    return pd.DataFrame({
        "side": ["Ukraine", "Norland", "speaker not resolved"],
        "n_statements": [2, 1, 1],
        "n_words": [1200, 1, 3],
        "share_words": [0.6, 0.3, 0.1],
        "words_low": [0.4, 0.1, 0.0],
        "words_high": [0.8, 0.5, 0.2],
    })  # fmt: skip


@pytest.fixture
def tone():
    return pd.DataFrame({
        "actor": ["Joss Tavian", "Norland", "speaker not resolved"],
        "side": ["Norland", "Norland", np.nan],
        "instrument": "vader",
        "mean": [0.25, -0.5, np.nan],
        "low": [0.0, np.nan, np.nan],
        "high": [0.5, np.nan, np.nan],
        "n_statements": [4, 1, 0],
        "n_needed": 3,
        "enough": [True, False, False],
    })  # fmt: skip


@pytest.fixture
def positions():
    states = {"Russia": "agrees", "Ukraine": "rejects", "Norland": "divided", "Sundia": "another stance only",
              "Kestria": "no statement found"}  # fmt: skip
    counts = {"agrees": (3, 0, 1, 0), "rejects": (0, 2, 0, 1), "divided": (1, 1, 0, 0)}
    rows = []
    for side, state in states.items():
        n = counts.get(state, (0, 0, 0, 0))
        rows.append((side, "truce", "full-truce", state, n[0] + n[1], *n))
    columns = ["side", "issue", "stance", "state", "n_statements", "n_agree", "n_disagree", "n_condition",
               "n_reported"]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def words(ax):
    return [text.get_text() for text in ax.texts]


def rows(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


def faces(ax):
    return [line.get_markerfacecolor() for line in ax.lines if line.get_marker() not in ("None", None)]


def test_voice_draws_a_bar_a_row_with_its_interval_n_and_words(voice):
    ax = chart_voice(voice, title="Who is heard?", note="3 of 3.")
    assert rows(ax) == ["Ukraine", "Norland", "speaker not resolved"]
    assert [bar.get_width() for bar in ax.patches] == [0.6, 0.3, 0.1]
    assert [list(line.get_xdata()) for line in ax.lines] == [[0.4, 0.8], [0.1, 0.5], [0.0, 0.2]]
    assert words(ax) == ["60%", "2 statements, 1,200 words", "30%", "1 statement, 1 word", "10%",
                         "1 statement, 3 words", "3 of 3."]  # fmt: skip
    assert ax.get_title(loc="left") == "Who is heard?"
    assert ax.yaxis_inverted()  # the first row of the table is the uppermost


def test_the_unknown_speaker_is_hatched_grey_and_nobody_else(voice):
    hatches = [bar.get_hatch() for bar in chart_voice(voice).patches]
    assert hatches == [None, None, "////"]


def test_tone_draws_dot_interval_zero_line_and_n(tone):
    ax = chart_tone(tone)
    assert rows(ax) == ["Joss Tavian · Norland", "Norland", "speaker not resolved"]
    zero, interval, dot = ax.lines[:3]
    assert (list(zero.get_xdata()), list(interval.get_xdata()), list(dot.get_xdata())) == ([0, 0], [0.0, 0.5], [0.25])
    assert words(ax) == ["+0.25", "n = 4", "−0.50", "n = 1 < 3", "none", "n = 0 < 3"]


def test_a_mean_of_too_few_statements_is_hollow_and_the_axis_says_so(tone):
    ax = chart_tone(tone)
    assert faces(ax)[0] == side_style("Norland")[0]
    assert faces(ax)[1] == "white"
    assert "hollow: n < 3" in ax.get_xlabel()
    assert "hollow" not in chart_tone(tone[:1]).get_xlabel()


def test_a_mean_of_zero_has_no_sign(tone):
    tone["mean"] = [0.001, -0.001, 0.0]
    assert words(chart_tone(tone))[::2] == ["0.00"] * 3


def test_positions_show_agreement_rejection_division_another_stance_and_silence_differently(positions):
    ax = chart_positions(positions)
    assert rows(ax) == ["truce", "full-truce"]
    marks = [(line.get_marker(), line.get_fillstyle()) for line in ax.lines]
    assert marks == [("o", "full"), ("X", "full"), ("o", "left"), (".", "full")]  # silence has no mark at all
    assert [cell.get_hatch() for cell in ax.patches] == [None, None, None, None, "////"]
    assert words(ax) == ["3 (1 if)", "2*", "1 : 1"]
    legend = [text.get_text() for text in ax.get_legend().get_texts()]
    assert "no statement found on the issue" in legend and "another stance only" in legend


@pytest.mark.parametrize("chart", [chart_voice, chart_tone, chart_positions])
def test_an_empty_table_gives_a_chart_that_says_so(chart):
    assert words(chart(pd.DataFrame(), note="0 of 0 statements"))[0].startswith("no statement")


def test_a_chart_is_drawn_on_the_axes_it_is_given(voice, tone, positions):
    for chart, table in ((chart_voice, voice), (chart_tone, tone), (chart_positions, positions)):
        _, ax = plt.subplots()
        assert chart(table, ax=ax) is ax


def test_a_side_has_one_colour_and_the_unknown_are_grey():
    assert [side_style(side)[0] for side in ("Russia", "Ukraine", "Europe")] == ["#D55E00", "#009E73", "#0072B2"]
    assert side_style("Norland") == side_style("Norland") != side_style(np.nan)
    assert side_style(np.nan) == side_style("speaker not resolved") == side_style("side not known")


def test_long_names_stay_short_and_keep_their_side(tone):
    tone["actor"] = "The Extraordinary High Commissioner for the Settlement of All Disputes between States"
    label = rows(chart_tone(tone))[0]
    assert label.replace("\n", " ").endswith("… · Norland")
    assert max(map(len, label.split("\n"))) <= 34


def test_no_text_is_clipped_or_drawn_over_another(voice, tone, positions):
    for chart, table in ((chart_voice, voice), (chart_tone, tone), (chart_positions, positions)):
        ax = chart(table, title="A question of some length?", note="3 of 3 statements. " * 12)
        ax.figure.draw_without_rendering()
        texts = [*ax.texts, *ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label, ax._left_title]
        texts += ax.get_legend().get_texts() if ax.get_legend() else []
        boxes = [(text.get_text(), text.get_window_extent()) for text in texts if text.get_text()]
        for i, (first, a) in enumerate(boxes):
            for second, b in boxes[i + 1 :]:
                assert not a.padded(-1).overlaps(b), (chart.__name__, first, second)


def test_the_table_and_the_reader_s_own_style_stay_as_they_were(tone):
    before, size = tone.copy(deep=True), plt.rcParams["font.size"]
    chart_tone(tone)
    assert_frame_equal(tone, before)
    assert plt.rcParams["font.size"] == size
