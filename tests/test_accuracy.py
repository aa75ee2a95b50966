"""The kit's own accuracy: every stored figure is a row, also of tasks and instruments that are not known yet."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from standpoints.answers import answer_accuracy
from standpoints.charting.accuracy import chart_accuracy
from standpoints.comparing.accuracy import errors_along_the_way, read_accuracy
from standpoints.project import ACCURACY
from standpoints.score import HE_SHE


def figure(value, n=100, low=None, high=None):
    return {"value": value, "low": low, "high": high, "n": n}


MEASURED = [
    {"task": "attribution", "file": "x", "source": "Press of Norland", "what": "a part", "n_articles": 3,
     "found": {"recall": figure(0.8, 200, 0.7, 0.9), "f1": figure(0.7)}, "source_right_where_found": figure(0.9),
     "who": {"precision": figure(0.7), "recall": figure(0.72)}},
    {"task": "attribution", "file": "x", "source": "coded for this project", "what": "one article",
     "found": {"recall": figure(1.0, 10)}, "who": {"precision": figure(1.0, 10)}},
    {"task": "sentence-tone", "file": "x", "source": "Letters", "what": "all", "n": 5, "oracle": {"r": figure(0.6)},
     "oracle_unmasked": {"r": figure(0.5)}},
    {"task": "irony", "file": "x", "source": "Jokes", "what": "all", "seen": {"deep": {"share": figure(0.1, 9)}},
     "unknown": figure(None)},
    {"task": "positions", "file": "x", "source": "Press of Norland", "what": "a part",
     "positions": {"precision": figure(0.6), "recall": figure(0.5)}},
    {"task": "positions", "file": "x", "source": "coded for this project", "what": "more",
     "positions": {"recall": figure(0.9, 900)}},
]  # fmt: skip


@pytest.fixture
def accuracy(tmp_path):
    file = tmp_path / "accuracy.json"
    file.write_text(json.dumps(MEASURED), encoding="utf-8")
    return read_accuracy(file)


def test_each_figure_is_a_row_with_what_it_was_measured_on(accuracy):
    rows = [(row.step, row.figure, row.value, row.n, row.main, row.flatters) for row in accuracy.itertuples()]
    assert rows == [
        ("who says what", "found recall", 0.8, 200, True, False),
        ("who says what", "found f1", 0.7, 100, False, False),
        ("who says what", "source_right_where_found", 0.9, 100, False, False),
        ("who says what", "who precision", 0.7, 100, True, False),
        ("who says what", "who recall", 0.72, 100, True, False),
        ("who says what", "found recall", 1.0, 10, True, True),
        ("who says what", "who precision", 1.0, 10, True, True),
        ("tone of a sentence", "oracle r", 0.6, 100, True, False),
        ("tone of a sentence", "oracle_unmasked r", 0.5, 100, False, False),
        ("irony", "seen deep share", 0.1, 9, True, False),  # a task that is not known shows all that it has
        ("positions", "positions precision", 0.6, 100, True, False),
        ("positions", "positions recall", 0.5, 100, True, False),
        ("positions", "positions recall", 0.9, 900, True, True),
    ]


def test_errors_multiply_along_the_way_on_the_largest_sets_that_do_not_flatter(accuracy):
    way = errors_along_the_way(accuracy)
    assert way["share"].tolist() == [0.8, 0.9, 0.5, 0.9]
    assert way["left"].tolist() == pytest.approx([0.8, 0.72, 0.5, 0.45])  # half of the positions, found or not
    assert way["measured_on"].iloc[0] == "Press of Norland, a part"
    assert errors_along_the_way(accuracy[accuracy["task"] == "irony"]).empty


def test_the_answer_is_made_from_figures_that_do_not_flatter(accuracy):
    assert answer_accuracy(accuracy, instrument="oracle").data == (
        "Of 100 statements in news, 80 are found, 72 of them also given to the right words for their speaker; of 100 "
        "that a chart counts, 70 are right. Where wrong ones fall on all sides alike, two sides that truly differ by "
        "0.10 in tone differ by about 0.07 in the chart: errors level. The tone of a sentence by oracle correlates "
        "with people's ratings at r = 0.60: it accounts for 36 % of the differences that people see. Of 100 positions "
        "that are taken in articles, 50 are seen; of 100 that are coded, 60 are right: read the sentences of each cell "
        "before you write of it."
    )
    assert answer_accuracy(accuracy[:0]).data == "The steps that a chart rests on are not measured."


def test_the_chart_draws_every_figure_and_hollow_what_flatters(accuracy):
    ax = chart_accuracy(accuracy)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [line.get_xdata()[0] for line in dots] == accuracy["value"].tolist()
    assert [line.get_markerfacecolor() == "white" for line in dots] == accuracy["flatters"].tolist()
    assert "hollow" in ax.get_xlabel()
    assert chart_accuracy(accuracy[:0]).texts[0].get_text() == "no figures"


def test_the_stored_figures_of_the_project_are_read_whole():
    stored = ACCURACY.read_text(encoding="utf-8")
    table = read_accuracy()
    assert len(table) == stored.count('"value"') - stored.count('"value": null')
    assert set(table.loc[table["main"], "task"]) == {part["task"] for part in json.loads(stored)}
    assert isinstance(errors_along_the_way(table), pd.DataFrame)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "does not exist; restore it"),
        ("{", "is not what `make accuracy` writes"),
        ('{"a": 1}', "is not what `make accuracy` writes"),
        ('[{"task": "x", "right": {"value": 1}}]', "is not what `make accuracy` writes"),
    ],
)
def test_another_file_is_refused_in_plain_words(tmp_path, content, message):
    file = tmp_path / "accuracy.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_accuracy(file)


def test_the_articles_on_he_and_she_are_marked_throughout():
    file = Path(__file__).with_name("he-and-she.jsonl")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) == 180
    for row in rows:
        marked = {(m["start"], m["end"]) for m in row["mentions"]}
        assert all(row["text"][m["start"] : m["end"]] == m["text"] for m in row["mentions"]), row["id"]
        said = [m.span() for m in re.finditer(r"\w+", row["text"]) if m[0].lower() in HE_SHE]
        assert marked >= set(said) and said, row["id"]
