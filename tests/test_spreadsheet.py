"""No cell may run, every number stays, and what was written comes back."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from standpoints.spreadsheet import as_written, harmless, write_csv


@pytest.mark.parametrize(
    ("written", "guarded"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\t'=1"),
        ("\r=1", "\r'=1"),
        (" =1", " '=1"),
        ("＝1", "'＝1"),
        ("He spoke.\n=1+1\n- a list", "He spoke.\n'=1+1\n'- a list"),  # a line end is a new row where ; separates
        ("talks;=1", "talks;'=1"),
        ('talks;"=1"', 'talks;"\'=1"'),
        ("'=1", "''=1"),
        ("a-b = c + d @ e", "a-b = c + d @ e"),
        ("30-day", "30-day"),
        ("'tis", "'tis"),
        ("", ""),
    ],
)
def test_what_would_run_is_guarded(written, guarded):
    table = pd.DataFrame({"text": [written]})
    assert harmless(table)["text"].tolist() == [guarded]
    assert as_written(harmless(table))["text"].tolist() == [written]


@given(st.text(alphabet="=+-@'\" ;\n\t\ra,\u2003＝", max_size=12))
def test_it_is_undone_to_the_character(written):
    table = pd.DataFrame({written: [written]})
    assert_frame_equal(as_written(harmless(table)), table)


def test_numbers_gaps_and_the_input_stay(tmp_path):
    table = pd.DataFrame({"@tone": [-0.5, None], "text": ["-0.5", None], "n": [-1, 2], "yes": [True, False]})
    before = table.copy(deep=True)
    write_csv(table, tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes() == b"'@tone,text,n,yes\n-0.5,'-0.5,-1,True\n,,2,False\n"
    assert_frame_equal(table, before)


def test_a_folder_that_is_not_there_is_made(tmp_path):
    write_csv(pd.DataFrame({"text": ["- a list"]}), tmp_path / "output" / "tables" / "sheet.csv")
    assert (tmp_path / "output" / "tables" / "sheet.csv").read_text(encoding="utf-8") == "text\n'- a list\n"
