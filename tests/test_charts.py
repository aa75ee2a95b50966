import matplotlib

matplotlib.use("Agg")

from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgb
from pandas.testing import assert_frame_equal

from standpoints.charting import drawing
from standpoints.charting.course import chart_tone_in_article, chart_tone_over_time
from standpoints.charting.drawing import largest, side_style
from standpoints.charting.tone import chart_between, chart_tone
from standpoints.charting.voice import chart_cues, chart_voice
from standpoints.registry import read_registry


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
    assert [list(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2] == [
        [0.4, 0.8],
        [0.1, 0.5],
        [0.0, 0.2],
    ]
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


@pytest.mark.parametrize("chart", [chart_voice, chart_tone])
def test_an_empty_table_gives_a_chart_that_says_so(chart):
    assert words(chart(pd.DataFrame(), note="0 of 0 statements"))[0].startswith("no statement")


def test_a_chart_is_drawn_on_the_axes_it_is_given(voice, tone):
    for chart, table in ((chart_voice, voice), (chart_tone, tone)):
        _, ax = plt.subplots()
        assert chart(table, ax=ax) is ax


def test_a_side_has_one_colour_and_the_unknown_are_grey():
    assert [side_style(side)[0] for side in ("Russia", "Ukraine", "Europe")] == ["#D55E00", "#009E73", "#0072B2"]
    assert side_style("Norland") == side_style("Norland") != side_style(np.nan)


def test_the_sides_of_another_registry_have_looks_of_their_own(tmp_path, monkeypatch):
    sides = [f"Land {i}" for i in range(45)]
    rows = "".join(f"Actor {i},{side},state,,it\n" for i, side in enumerate(sides))
    (tmp_path / "actors.csv").write_text(f"actor,side,kind,aliases,pronouns\n{rows}", encoding="utf-8")
    first = [side_style(side) for side in ("Russia", "Ukraine", "Europe")]
    monkeypatch.setattr(drawing, "REGISTRY", tmp_path)
    looks = [side_style(side) for side in sides]
    assert looks[:3] == first
    assert len({colour for colour, _ in looks[:10]}) == 10
    assert len(set(looks)) == 45
    monkeypatch.setattr(drawing, "REGISTRY", tmp_path / "none")
    assert side_style("Land 1") == side_style("Land 1")


def test_an_unknown_side_is_grey():
    assert side_style(np.nan) == side_style("speaker not resolved") == side_style("side not known")


_DEFICIENCIES = {  # Machado, Oliveira & Fernandes 2009, severity 1, in linear RGB
    "none": np.eye(3),
    "red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
}


def oklab(colour, seen):
    """The colour as it is seen, in OKLab (Ottosson 2020), where distances are about as large as they look."""
    encoded = np.array(to_rgb(colour))
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    to_cones = [
        [0.41222147, 0.53633254, 0.05144599],
        [0.2119035, 0.68069955, 0.10739696],
        [0.08830246, 0.28171884, 0.6299787],
    ]
    to_lab = [
        [0.21045426, 0.79361779, -0.00407205],
        [1.9779985, -2.42859221, 0.45059371],
        [0.0259040, 0.78277177, -0.80867577],
    ]
    return to_lab @ np.cbrt(to_cones @ np.clip(np.array(seen) @ linear, 0, 1))


@pytest.mark.parametrize("seen", _DEFICIENCIES)
def test_the_sides_met_most_differ_in_colour_also_for_colour_blind_readers(seen):
    sides = read_registry().actors["side"].value_counts().index[:10]
    styles = [side_style(side) for side in [*sides, "the reporter", np.nan]]
    places = [oklab(colour, _DEFICIENCIES[seen]) for colour, _ in styles]
    assert min(np.linalg.norm(a - b) for a, b in combinations(places, 2)) > 0.075
    assert len({marker for _, marker in styles[:-1]}) == 11  # and in shape


def test_a_bar_has_the_marker_of_its_side_at_its_foot(voice):
    lines = chart_voice(voice).lines
    feet = [(line.get_color(), line.get_marker()) for line in lines if min(line.get_xdata()) < 0]
    assert feet == [side_style("Ukraine"), side_style("Norland")]  # the unknown are hatched


@pytest.mark.parametrize(
    ("share", "labels"), [(0.024, ["0%", "1%", "2%"]), (0.19, ["0%", "5%", "10%", "15%"]), (1, ["0%", "20%", "40%"])]
)
def test_the_ticks_of_a_share_are_whole_per_cents(voice, share, labels):
    ax = chart_voice(voice.assign(share_words=share, words_low=share, words_high=share))
    ax.figure.draw_without_rendering()
    low, high = ax.get_xlim()
    shown = [tick.label1.get_text() for tick in ax.xaxis.get_major_ticks() if low <= tick.get_loc() <= high]
    assert shown[: len(labels)] == labels


def test_long_names_stay_short_and_keep_their_side(tone):
    tone["actor"] = "The Extraordinary High Commissioner for the Settlement of All Disputes between States"
    label = rows(chart_tone(tone))[0]
    assert label.replace("\n", " ").endswith("… · Norland")
    assert max(map(len, label.split("\n"))) <= 34


def test_no_text_is_clipped_or_drawn_over_another(voice, tone, cues, between, course, months):
    for chart, table in (
        (chart_voice, voice),
        (chart_tone, tone),
        (chart_cues, cues),
        (chart_between, between),
        (chart_tone_in_article, course),
        (chart_tone_over_time, months),
    ):
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


def test_rows_that_belong_to_one_side_stand_under_its_name(tone):
    tone = tone.drop(columns="actor").assign(
        side=["Norland", "Norland", "Sundia"], voice=["its own words", "others", "others"]
    )
    tone = tone.rename(columns={"n_statements": "n"}).assign(of=["statements", "mentions", "mentions"])
    ax = chart_tone(tone)
    assert rows(ax) == ["Norland", "its own words", "others", "Sundia", "others"]
    assert [label.get_fontweight() for label in ax.get_yticklabels()] == ["bold", "normal", "normal", "bold", "normal"]
    assert words(ax) == ["+0.25", "n = 4 statements", "−0.50", "n = 1 < 3 mentions", "none", "n = 0 < 3 mentions"]


def test_several_instruments_are_named_by_row_and_not_on_the_axis(tone):
    both = pd.concat([tone[:1], tone[:1].assign(instrument="textblob")])
    ax = chart_tone(both)
    assert rows(ax) == ["Joss Tavian · Norland", "VADER", "TextBlob"]
    assert "VADER" not in ax.get_xlabel()


def test_a_chart_of_many_actors_draws_the_largest_and_says_so(tone):
    many = pd.concat([tone[:1].assign(actor=f"Actor {i:03}", n_statements=4 + i) for i in range(40)])
    ax = chart_tone(many, note="All.")
    assert rows(ax) == [f"Actor {i:03} · Norland" for i in range(15, 40)]
    assert words(ax)[-1] == "All. Drawn: the 25 actors of 40 with most statements."


def test_whom_nobody_knows_pushes_no_side_out_and_the_sides_compared_stay():
    sides = ["speaker not resolved", "side not known", "Norland", "Sundia", "Kestria", "Ukraine"]
    table = pd.DataFrame({"side": sides, "n_statements": [9, 8, 7, 6, 5, 1]})
    drawn, remark = largest(table, "side", "n_statements", most=4)
    assert drawn["side"].tolist() == ["Norland", "Sundia", "Kestria", "Ukraine"]
    assert remark == ("Drawn: the 4 sides of 6 with most statements; without speaker not resolved (9 statements), "
                      "side not known (8 statements).")  # fmt: skip
    drawn, remark = largest(table, "side", "n_statements", most=2)
    assert drawn["side"].tolist() == ["Norland", "Ukraine"]
    assert remark.startswith("Drawn: 2 sides of 6: Ukraine and those with most statements; without")
    assert largest(table, "side", "n_statements", most=5)[0]["side"].tolist() == sides[:1] + sides[2:]
    more = table.assign(n_statements=[5, 85, 7, 6, 5, 1])
    assert largest(more, "side", "n_statements", most=5)[0]["side"].tolist() == sides[1:]


def test_whom_a_chart_leaves_out_counts_once_though_every_instrument_scores_him(tone):
    known = pd.concat([tone[:1].assign(actor=f"Actor {i:02}", n_statements=9) for i in range(10)])
    each = pd.concat([known, tone[2:].assign(n_statements=23)])
    both = pd.concat([each.assign(instrument=name) for name in ("vader", "textblob")])
    assert words(chart_tone(both))[-1].endswith("without speaker not resolved (23 statements).")


def test_two_scales_on_one_axis_are_told(tone):
    voices = tone.assign(side="Norland", voice="its own words", of="statements", instrument="reader")
    ax = chart_tone(voices.drop(columns="actor").rename(columns={"n_statements": "n"}))
    assert "compare the marks of one voice with each other" in words(ax)[-1].replace("\n", " ")
    ax = chart_tone(voices.assign(instrument="vader").drop(columns="actor").rename(columns={"n_statements": "n"}))
    assert "scale" not in "".join(words(ax))


@pytest.fixture
def cues():
    rows = [
        ("Norland", "says", 6, 8, 0.75, 0.4, 0.9, True),
        ("Norland", "claims", 2, 8, 0.25, 0.1, 0.6, True),
        ("Sundia", "says", 0, 1, 0.0, 0.0, 0.8, False),
        ("Sundia", "claims", 1, 1, 1.0, 0.2, 1.0, False),
    ]
    columns = ["side", "cue_class", "n_statements", "n_of", "share", "low", "high", "enough"]
    return pd.DataFrame(rows, columns=columns).assign(n_needed=3)


def test_cues_draw_a_bar_its_interval_and_its_count_in_each_cell(cues):
    ax = chart_cues(cues)
    cell = 0.62
    assert [bar.get_x() for bar in ax.patches] == [0, 0, 1, 1]
    assert [bar.get_width() for bar in ax.patches] == pytest.approx([cell * 0.75, cell * 0.25, 0, cell])
    intervals = [list(line.get_xdata()) for line in ax.lines[:2]]
    assert intervals == [[cell * 0.4, cell * 0.9], [cell * 0.1, cell * 0.6]]
    assert words(ax) == ["6 of 8", "2 of 8", "0 of 1", "1 of 1"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Norland\nn = 8", "Sundia\nn = 1 < 3"]
    assert rows(ax) == ["says", "claims"]
    assert "hollow: n < 3" in ax.get_xlabel()


@pytest.fixture
def between():
    rows = [("the reporter", "Norland", 0.3, 0.1, 0.5, 9, True), ("Sundia", "Norland", -0.6, -0.8, -0.4, 12, True),
            ("Sundia", "Kestria", 0.0, np.nan, np.nan, 1, False)]  # fmt: skip
    columns = ["speaker_side", "target_side", "mean", "low", "high", "n_mentions", "enough"]
    return pd.DataFrame(rows, columns=columns).assign(instrument="vader", n_needed=3)


def test_between_holds_mean_interval_and_n_and_is_white_where_n_is_too_few(between):
    ax = chart_between(between)
    assert rows(ax) == ["the reporter", "Sundia"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["of Norland", "of Kestria"]
    assert words(ax) == ["+0.30", "+0.10 to +0.50", "n = 9", "−0.60", "−0.80 to −0.40", "n = 12", "0.00", "no interval",
                         "n = 1 < 3"]  # fmt: skip
    positive, negative, few = (cell.get_facecolor()[:3] for cell in ax.patches)
    assert positive[2] > positive[0] and negative[0] > negative[2] and few == (1, 1, 1)  # purple, orange, white


@pytest.fixture
def course():
    return pd.DataFrame({
        "side": ["Norland", "Norland", "the reporter"], "place": [0.1, 0.5, 0.9], "tone": [0.5, -0.5, 0.0],
        "instrument": "vader", "text": "…", "actor": np.nan,
    })  # fmt: skip


def test_the_course_of_an_article_has_a_band_for_each_side(course):
    ax = chart_tone_in_article(course)
    assert rows(ax) == ["Norland\nn = 2", "the reporter\nn = 1"]
    zero = ax.get_yticks()
    tips = [list(line.get_ydata()) for line in ax.lines if line.get_marker() not in ("None", None)]
    assert tips == [[zero[0] - 0.5, zero[0] + 0.5], [zero[1]]]  # the axis runs downwards: positive is up


@pytest.mark.parametrize(("most", "ends", "said"), [(0.5, "0.5", True), (0.51, "1", False)])
def test_a_band_reaches_as_far_as_the_tones_and_says_so_where_that_is_not_all(course, months, most, ends, said):
    course["tone"], months["low"] = [-0.1, most, 0.2], [-most, np.nan]
    for ax in (chart_tone_in_article(course), chart_tone_over_time(months.assign(mean=0.1, high=0.3))):
        zero = ax.get_yticks()
        limits = {text.get_text(): text.xy[1] for text in ax.texts if text.get_text() in (f"+{ends}", f"−{ends}")}
        assert limits == {f"+{ends}": zero[-1] - float(ends), f"−{ends}": zero[-1] + float(ends)}  # of the last band
        assert any("Each band shows −0.5 to +0.5; a tone can be −1 to +1." in text for text in words(ax)) == said


@pytest.fixture
def months():
    return pd.DataFrame({
        "side": ["Norland", "Norland"], "date": pd.to_datetime(["2025-01-01", "2025-03-01"]),
        "last_date": pd.to_datetime(["2025-01-31", "2025-03-31"]), "period": "month",
        "instrument": "vader", "mean": [0.5, 0.1], "low": [0.2, np.nan], "high": [0.8, np.nan],
        "n_statements": [9, 1], "n_needed": 3, "enough": [True, False], "n_undated": 2,
    })  # fmt: skip


def test_the_course_over_time_tells_the_events_between_its_ends(months):
    events = pd.DataFrame({
        "date": pd.to_datetime(["2024-12-31", "2025-02-03", "2025-04-02"]), "label": ["Old", "Truce of Velm", "New"]
    })  # fmt: skip
    ax = chart_tone_over_time(months, events=events, note="All.")
    assert words(ax)[-1].replace("\n", " ") == (
        "All. 2 statements without a date left out. Dotted: 1 Truce of Velm (3 Feb 2025)."
    )
    assert [text for text in words(ax) if text in ("9", "1")] == ["9", "1", "1"]  # two n, and the number of the event
    assert faces(ax)[-2:] == [side_style("Norland")[0], "white"]


def test_a_day_is_no_line_from_its_first_day_to_its_last(months):
    assert "level line: from the first to the last day of the month" in chart_tone_over_time(months).get_xlabel()
    by_day = chart_tone_over_time(months.assign(period="day", instrument="reader")).get_xlabel()
    assert "level line" not in by_day and by_day.startswith("mean tone by day (trained network)")


def test_the_intervals_over_time_have_ends_that_stand_out_from_the_marks(months):
    ax = chart_tone_over_time(months)
    zero = ax.get_yticks()[0]
    ends = [line.get_ydata()[0] for line in ax.lines if line.get_marker() == "_"]
    assert ends == [zero - 0.2, zero - 0.8]


def test_a_mean_stands_in_the_middle_of_its_period_on_a_line_as_long_as_that(months):
    ax = chart_tone_over_time(months)
    middles = [str(line.get_xdata()[0])[:10] for line in ax.lines if line.get_marker() == side_style("Norland")[1]]
    assert middles == ["2025-01-16", "2025-03-16"]
    level = ax.collections[0].get_segments()
    assert [round(end - start) for (start, _), (end, _) in level] == [30, 30]  # from the 1st to the 31st


def test_one_date_is_no_course(months):
    assert words(chart_tone_over_time(months[:1]))[0].startswith("no course over time")


@pytest.mark.parametrize("chart", [chart_cues, chart_between, chart_tone_in_article, chart_tone_over_time])
def test_an_empty_table_gives_a_chart_of_nothing(chart):
    assert len(words(chart(pd.DataFrame(), note="0 of 0"))) == 2


def test_a_notebook_shows_every_chart_and_not_the_first_alone(voice, monkeypatch):
    """Its backend turns interactive mode on when the first figure is made, inside the style that is taken back."""
    subplots = plt.subplots

    def first_figure(*arguments, **options):
        plt.ion()
        return subplots(*arguments, **options)

    monkeypatch.setattr(plt, "subplots", first_figure)
    try:
        chart_voice(voice)
        assert plt.isinteractive()
    finally:
        plt.ioff()
