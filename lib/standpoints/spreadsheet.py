"""Tables as CSV that a spreadsheet opens without running anything: article text is not to be trusted."""

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from pandas.api.types import is_numeric_dtype

# What Excel and LibreOffice take for a formula. It counts at the start of a cell, and after a line end, tab or ";" in
# it: a spreadsheet set to German or French takes ";" for the separator, and each line of a cell for a row.
_FORMULA = r"[=+\-@＝＋－＠]"
_PLACE = r"((?:\A|[\r\n\t;])(?:[^\S\r\n\t]|\")*+)"
_BEGINS = re.compile(rf"[\s\"']|{_FORMULA}")
_PARTED = re.compile(r"[\r\n\t;]")
_DANGER = re.compile(rf"{_PLACE}(?='*{_FORMULA})")
_GUARDED = re.compile(rf"{_PLACE}'(?='*{_FORMULA})")


def write_csv(table: pd.DataFrame, file: str | Path) -> None:
    """Write the table as CSV (UTF-8, "\\n"), each text guarded by `harmless`; its folder is made if it is not there."""
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    harmless(table).to_csv(file, index=False, lineterminator="\n", encoding="utf-8")


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with a ' before each =, +, -, @ that a spreadsheet would run; numbers stay as they are.

    Column names are guarded too. `as_written` takes the marks away again, to the character. Source: OWASP, "CSV
    Injection".

    Before: =HYPERLINK("http://…")   | - a list   | 0.5   | a-b
    After:  '=HYPERLINK("http://…")  | '- a list  | 0.5   | a-b
    """
    return _texts(table, _guarded)


def _guarded(texts: list[str]) -> list[str]:
    """Of most columns no text is dangerous, which is told faster of all at once."""
    if not _PARTED.search(" ".join(texts)) and not any(map(_BEGINS.match, {text[:1] for text in texts})):
        return texts
    doubtful = (_BEGINS.match(text) or _PARTED.search(text) for text in texts)
    return [_DANGER.sub(r"\1'", text) if doubt else text for text, doubt in zip(texts, doubtful, strict=True)]


def as_written(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of `harmless` as it was before: for a program that reads the CSV files back.

    >>> sentences = sp.as_written(pd.read_csv("output/tables/sentences.csv"))
    """
    return _texts(table, lambda texts: [_GUARDED.sub(r"\1", text) for text in texts])


def _texts(table: pd.DataFrame, change: Callable[[list[str]], list[str]]) -> pd.DataFrame:
    """The table with its texts, and the names of its columns, changed."""

    def changed(column: pd.Series) -> pd.Series:
        values = [] if is_numeric_dtype(column) else column.tolist()
        texts = [value for value in values if isinstance(value, str)]
        made = change(texts)
        if made == texts:
            return column
        rest = iter(made)
        values = [next(rest) if isinstance(value, str) else value for value in values]
        return pd.Series(values, index=column.index, dtype=column.dtype)

    return table.apply(changed).set_axis(changed(table.columns.to_series()), axis=1)
