"""The codes as one flat table for discourse network analysts; its files hold text, never formulas."""

import re
import zipfile

import numpy as np
import openpyxl
import pandas as pd
import pytest
from bracketed import registry_in
from invented import copy_of, study
from pandas.testing import assert_frame_equal

from standpoints.comparing.discourse import discourse_codes, save_codes

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Edda Brink,Norland,person,,she
Norland,Norland,state,,it
Norland Water Office,Norland,institution,,it
"""
OFFICES = """office,actor,valid_from,valid_to
premier of Norland,Joss Tavian,2030-01-01,2031-03-05
head of the Norland Water Office; water chief of Norland,Joss Tavian,2031-03-06,
"""


@pytest.fixture
def registry(tmp_path):
    return registry_in(tmp_path, ACTORS, OFFICES)


@pytest.fixture
def made():
    return study(
        ("a", "Joss Tavian", "Norland", "=Open the river.", "river: open-river, river: not tolls"),
        ("b", "Joss Tavian", "Norland", "Open it.", "river: open-river"),
        ("b", "Edda Brink", "Norland", "Open it.", "river: open-river"),
        ("b", "Norland", "Norland", "Open it.", "river: open-river"),
        ("c", np.nan, np.nan, "Open it, some say.", "river: open-river"),
        ("c", "Joss Tavian", "Norland", "It rains.", ""),
        articles={"a": "2031-03-02", "b": "2031-04-02", "c": None},
    )


def test_person_organisation_concept_agreement_and_date(made, registry):
    table = discourse_codes(made, registry=registry)
    shown = ["statement_id", "person", "organisation", "side", "concept", "agreement", "date", "outlet", "text"]
    expected = pd.DataFrame(
        [
            ("a.1", "Joss Tavian", "Norland", "Norland", "river: open-river", True, "2031-03-02"),
            ("a.1", "Joss Tavian", "Norland", "Norland", "river: tolls", False, "2031-03-02"),
            ("b.2", "Joss Tavian", "Norland Water Office", "Norland", "river: open-river", True, "2031-04-02"),
            ("b.3", "Edda Brink", "Norland", "Norland", "river: open-river", True, "2031-04-02"),
            ("b.4", np.nan, "Norland", "Norland", "river: open-river", True, "2031-04-02"),
            ("c.5", np.nan, np.nan, np.nan, "river: open-river", True, np.nan),
        ],
        columns=shown[:7],
    )
    expected["outlet"] = ["Post a"] * 2 + ["Post b"] * 3 + ["Post c"]
    expected["text"] = ["=Open the river."] * 2 + ["Open it."] * 3 + ["Open it, some say."]
    assert_frame_equal(table[shown], expected, check_dtype=False)
    for row in table.to_dict("records"):
        text = made.articles.set_index("article_id")["text"][row["article_id"]]
        assert text[row["start"] : row["end"]] == row["text"]


def test_what_only_another_side_reports_names_that_side(registry, tmp_path):
    made = study(
        ("a", "Mira Oster", "Sundia", "Tavian would open it, Brink too.", ""),
        ("a", "Joss Tavian", "Norland", "open it", "river: open-river", "a.1"),
        ("a", "Joss Tavian", "Norland", "Brink will open it.", ""),
        ("a", "Edda Brink", "Norland", "open it", "river: open-river", "a.3"),  # by her own side: no report of another
    )
    assert discourse_codes(made, registry=registry)["reported_by"].fillna("").tolist() == ["Sundia", ""]
    assert pd.read_csv(save_codes(made, registry=registry, folder=tmp_path)[0])["reported_by"][0] == "Sundia"


def test_no_cell_of_the_files_runs_as_a_formula(made, registry, tmp_path):
    csv, xlsx, parquet = save_codes(made, registry=registry, folder=tmp_path)
    assert [path.name for path in (csv, xlsx, parquet)] == [f"discourse-codes.{e}" for e in ("csv", "xlsx", "parquet")]
    sheet = openpyxl.load_workbook(xlsx).active
    heads = [cell.value for cell in sheet[1]]
    cell = sheet[2][heads.index("text")]
    assert (cell.value, cell.data_type) == ("=Open the river.", "s")
    assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert pd.read_csv(csv)["text"].iloc[0] == "'=Open the river."
    assert pd.read_parquet(parquet)["text"].iloc[0] == "=Open the river."


def test_the_files_hold_no_time_of_writing(made, registry, tmp_path):
    first = save_codes(made, registry=registry, folder=tmp_path / "1")
    for path, again in zip(first, save_codes(made, registry=registry, folder=tmp_path / "2"), strict=True):
        assert path.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(first[1]) as book:
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", book.read("docProps/core.xml"))) == {b"1970-01-01T"}


def test_nothing_is_changed_and_nothing_gives_an_empty_table(made, registry, tmp_path):
    before, columns = copy_of(made), list(discourse_codes(made, registry=registry).columns)
    for name, table in before.items():
        assert_frame_equal(getattr(made, name), table)
    made.codes = made.codes.iloc[:0]
    empty = discourse_codes(made, registry=registry)
    assert len(empty) == 0 and list(empty.columns) == columns
    assert len(save_codes(made, registry=registry, folder=tmp_path)) == 3
