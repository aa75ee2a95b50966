"""Tables that people coded by hand, as a spreadsheet saves them: CSV with any separator, or a workbook."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from standpoints.formats.tables import separator_of, sheets_of
from standpoints.slips import nearest

NONE = "none"
"""In a cell: there is none. An empty cell says nothing."""
_SHOWN = 20


class CodingError(ValueError):
    """A hand-coded file cannot be used; the message says file, line, what and what to do."""


def read_table(
    file: str | Path, needed: list[str], *, others: Iterable[str] = (), may_be_empty: bool = False
) -> pd.DataFrame:
    """Return the rows of a CSV file or spreadsheet as text, with their place under "where"; empty cells are NaN.

    Cells may be divided by commas, semicolons or tabs. Raises CodingError for a file that is not there or damaged, has
    no rows (unless it `may_be_empty`), lacks a needed column, has one twice, or has one that is nearly called like one
    of the `others` that it lacks.
    """
    columns, rows = _sheet(file, needed) if Path(file).suffix.lower() == ".xlsx" else _cells(file)
    first = ",".join(needed)
    if not columns:
        raise CodingError(f"{file} is empty; it needs a first line {first}.")
    if missing := [name for name in needed if name not in columns]:
        raise CodingError(f"{file}, line 1: no column {', '.join(missing)}; the first line must be {first}.")
    if twice := sorted({name for name in columns if name and columns.count(name) > 1}):
        raise CodingError(f"{file}, line 1: column {', '.join(twice)} stands there twice; rename or delete one.")
    if not rows and not may_be_empty:
        raise CodingError(f"{file} holds no rows; give a file with hand-coded data.")
    missing = {name for name in others if name not in columns}
    for column in sorted(set(columns).difference(needed, others, [""])):
        if missing and (near := nearest(column, missing)):
            raise CodingError(f"{file}, line 1: column {column!r} is not known; is {near!r} meant? Mend its name.")
    table = pd.DataFrame([cells for _, cells in rows], columns=columns, dtype="str")
    table = table.loc[:, [name != "" for name in columns]]  # a spreadsheet may add empty ones
    return table.mask(table == "").assign(where=[f"{file}, {place}" for place, _ in rows])


def _cells(file: str | Path) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The columns of a CSV file, and each row: "line 7", its cells, as many as there are columns."""
    text = read_text(file)
    lines = csv.reader(text.splitlines(keepends=True), delimiter=separator_of(text), strict=True)
    columns, rows, last = [], [], 0
    try:
        columns = [name.strip() for name in next(lines, [])]
        last = lines.line_num
        for cells in lines:
            place, last = f"line {last + 1}", lines.line_num
            if any(cells[len(columns) :]):
                what = f"{len(cells)} cells for {len(columns)} columns"
                raise CodingError(f"{file}, {place}: {what}; put texts that hold commas into quotation marks.")
            if any(cells):
                rows.append((place, (cells + [""] * len(columns))[: len(columns)]))
    except csv.Error:  # else all up to the next mark, or to the end of the file, would be one cell
        what = "a quotation mark opens a cell and does not close it; write a mark inside a text twice"
        raise CodingError(f'{file}, line {last + 1}: {what}: "".') from None
    return columns, rows


def _sheet(file: str | Path, needed: list[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The same of a workbook: its first sheet that has the columns, or else its first one."""
    from openpyxl import load_workbook

    _check_there(file)
    try:
        sheets = list(sheets_of(load_workbook(file, read_only=True, data_only=True)))
    except Exception as error:  # a damaged file: openpyxl complains in many ways
        raise CodingError(
            f"{file} is damaged, or no .xlsx file ({error}); open it in Excel, and save it anew."
        ) from None
    fitting = [sheet for sheet in sheets if set(needed) <= set(sheet[1])] or sheets[:1]
    if not fitting:
        return [], []
    _, columns, records = fitting[0]
    return columns, [(place, [row.get(name, "") for name in columns]) for place, row in records if any(row.values())]


def read_text(file: str | Path) -> str:
    """Return the text of a file. Raises CodingError as above."""
    _check_there(file)
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        how = "as “CSV UTF-8”" if Path(file).suffix.lower() == ".csv" else "as UTF-8"
        raise CodingError(f"{file}: byte {error.start} is no UTF-8; save the file {how}.") from None


def _check_there(file: str | Path) -> None:
    if Path(file).is_dir():
        raise CodingError(f"{file} is a folder; give the file inside it.")
    if not Path(file).exists():
        raise CodingError(f"{file} does not exist; check the path.")


def among(places: list[str]) -> str:
    """The first of the places where something stands, and how many more there are."""
    return places[0] + (f" (and {len(places) - 1} more)" if len(places) > 1 else "")


def shown(lines: list[str]) -> list[str]:
    """The first of many lines, and how many more there are."""
    return [*lines[:_SHOWN], f"... and {len(lines) - _SHOWN} more."] if len(lines) > _SHOWN else lines
