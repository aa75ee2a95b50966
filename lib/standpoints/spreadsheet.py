"""Tables as CSV that a spreadsheet opens without running anything: article text is not to be trusted."""

import re
from pathlib import Path

import pandas as pd

# What Excel and LibreOffice take for a formula. It counts at the start of a cell, and after a line end, tab or ";" in
# it: a spreadsheet set to German or French takes ";" for the separator, and each line of a cell for a row.
_FORMULA = r"[=+\-@＝＋－＠]"
_PLACE = r"((?:\A|[\r\n\t;])(?:[^\S\r\n\t]|\")*+)"
_MAY_BE_ONE = re.compile(rf"(?:[^\S\r\n\t]|\"|')*{_FORMULA}")
_PARTED = re.compile(r"[\r\n\t;]")
_DANGER = re.compile(rf"{_PLACE}(?='*{_FORMULA})")
_GUARDED = re.compile(rf"{_PLACE}'(?='*{_FORMULA})")


def write_csv(table: pd.DataFrame, file: str | Path) -> None:
    """Write the table as CSV (UTF-8, "\\n"), each text guarded by `harmless`."""
    harmless(table).to_csv(file, index=False, lineterminator="\n", encoding="utf-8")


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with a ' before each =, +, -, @ that a spreadsheet would run; numbers stay as they are.

    Column names are guarded too. `as_written` takes the marks away again, to the character. Source: OWASP, "CSV
    Injection".

    Before: =HYPERLINK("http://…")   | - a list   | 0.5   | a-b
    After:  '=HYPERLINK("http://…")  | '- a list  | 0.5   | a-b
    """
    return _texts(table, _guarded)


def _guarded(text: str) -> str:
    if not _MAY_BE_ONE.match(text) and not _PARTED.search(text):  # most cells; this is told faster
        return text
    return _DANGER.sub(r"\1'", text)


def as_written(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of `harmless` as it was before: for a program that reads the CSV files back.

    >>> sentences = sp.as_written(pd.read_csv("output/tables/sentences.csv"))
    """
    return _texts(table, lambda text: _GUARDED.sub(r"\1", text))


def _texts(table: pd.DataFrame, change) -> pd.DataFrame:
    def changed(value):
        return change(value) if isinstance(value, str) else value

    return table.map(changed).set_axis([changed(column) for column in table.columns], axis=1)
