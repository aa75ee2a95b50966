"""How the tone moves through an article and over time, and the dated events beside it."""

import re

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from standpoints.comparing.course import read_events, tone_in_article, tone_over_time
from standpoints.project import EVENTS


class Study:
    def __init__(self, dates):
        ids = list("abcdefgh"[: len(dates)])
        self.articles = pd.DataFrame({"article_id": ids, "published": dates, "text": ("words … " * 20)[:100]})
        self.statements = pd.DataFrame({
            "article_id": [i for i in ids for _ in range(3)], "within": [np.nan, np.nan, f"{ids[0]}.q0"] * len(ids),
            "statement_id": [f"{i}.q{k}" for i in ids for k in range(3)], "start": [10, 50, 52] * len(ids),
            "pieces": "[[0, 5], [8, 13]]",
            "actor": ["Joss Tavian", "Mira Oster", "Joss Tavian"] * len(ids), "text": "words",
            "side": ["Norland", "Sundia", "Norland"] * len(ids), "tone_vader": [0.5, -0.5, 0.9] * len(ids),
        })  # fmt: skip
        self.sentences = pd.DataFrame({
            "article_id": ids * 2, "voice": ["reporter"] * len(ids) + ["statement"] * len(ids), "start": 80,
            "text": "words … words", "scored": "words …", "actor": np.nan, "side": np.nan, "tone_vader": 0.1,
        })  # fmt: skip


def test_each_outer_statement_and_each_sentence_of_the_reporter_has_its_place():
    table = tone_in_article(Study(["2025-01-01", None]), "b", instrument="vader")
    assert list(table[["side", "place", "tone"]].itertuples(index=False, name=None)) == [
        ("Norland", 0.1, 0.5),
        ("Sundia", 0.5, -0.5),
        ("the reporter", 0.8, 0.1),
    ]
    assert table["text"].tolist() == ["words words", "words words", "words …"]  # what the tone is of
    with pytest.raises(ValueError, match="article_id='z' is not in this study; use one of a, b"):
        tone_in_article(Study([None, None]), "z")


def test_tone_by_month_and_what_has_no_date():
    study = Study(["2025-01-03", "2025-01-20", "2025-03-02", None])
    table = tone_over_time(study, instrument="vader", period="month")
    expected = pd.DataFrame({
        "side": ["Norland", "Norland", "Sundia", "Sundia"],
        "date": pd.to_datetime(["2025-01-01", "2025-03-01"] * 2),
        "last_date": pd.to_datetime(["2025-01-31", "2025-03-31"] * 2),
        "period": "month",
        "mean": [0.5, 0.5, -0.5, -0.5],
        "n_statements": [2, 1, 2, 1],
        "n_undated": 2,
    })  # fmt: skip
    assert_frame_equal(table[expected.columns], expected, check_dtype=False)


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        (["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"], "year"),
        (["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"], "month"),
        (["2025-01-01", "2025-01-08", "2025-01-15", "2025-01-22"], "week"),
        (["2025-01-01", "2025-01-02"], "day"),
    ],
)
def test_the_longest_period_that_still_shows_a_course(dates, period):
    assert set(tone_over_time(Study(dates), instrument="vader")["period"]) == {period}


def test_no_dates_no_course():
    assert tone_over_time(Study([None]), instrument="vader").empty
    with pytest.raises(ValueError, match="period='decade' is not possible; use one of year, month, week, day"):
        tone_over_time(Study([None]), period="decade")


def test_events_are_read_in_order_of_date(tmp_path):
    file = tmp_path / "events.csv"
    file.write_text("date,label\n2025-05-16,Talks in Port Harl\n\n2025-01-02,Truce of Velm\n", encoding="utf-8")
    events = read_events(file)
    assert events["label"].tolist() == ["Truce of Velm", "Talks in Port Harl"]
    assert events["date"].tolist() == [pd.Timestamp("2025-01-02"), pd.Timestamp("2025-05-16")]


def test_the_project_s_own_events_are_sound():
    assert len(read_events(EVENTS)) == len(EVENTS.read_text(encoding="utf-8").splitlines()) - 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("when,what\n2025-01-01,Truce\n", "line 1: no column date, label; the first line must be date,label."),
        ("date,label\n16 May 2025,Talks\n", "line 2: date '16 May 2025'; write one such as 2025-05-16."),
        ("date,label\n2025-01-01,Truce\n2025-02-30,Talks\n2025-03-01,\n", "line 3: date '2025-02-30'; write one"),
        ("date,label\n2025-02-30,Talks\n2025-03-01,\n", "line 3: no label; write one or delete the line."),
        ("", "cannot be read"),
        ("date,label\n2025-01-01,Truce, at last\n", "than the first line has columns; put a label that holds a comma"),
        ("date,label\n2025-01-01,Truce\n2025-01-02,Talks, again\n", "line 3, saw 3); put a label that holds a comma"),
    ],
)
def test_faulty_events_are_named_by_line(tmp_path, content, message):
    file = tmp_path / "events.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(message)):
        read_events(file)


def test_missing_events_are_said_plainly(tmp_path):
    with pytest.raises(ValueError, match="does not exist; restore it, or draw the chart without events"):
        read_events(tmp_path / "none.csv")
