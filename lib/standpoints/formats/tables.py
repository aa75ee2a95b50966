"""Tables of articles, one row each: `.csv`, `.tsv`, `.jsonl`, `.xlsx`. Columns are known by their names."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO

from standpoints.formats.archives import check_size
from standpoints.formats.dates import SPREADSHEET_DAY_0, Doubt, spreadsheet_day
from standpoints.formats.decoding import decode
from standpoints.formats.drafts import Draft, Found, Unreadable
from standpoints.formats.facts import CODING_SHEET, FACTS, TEXT, known_facts, misspelt, our_names

_NO_TEXT = "left out; name the column with the text `text` (or body, content, article, full_text)"
_QUOTE = 'left out; put a text that holds commas into "..." and write a mark inside it twice: ""'
_EXCEL_CELL = 32_767  # characters that Excel keeps of a cell
Record = tuple[str, dict[str, str]]
"""Where in the file ("row 7"), and the row's cells by column."""


def read_csv(raw: bytes) -> Found:
    """The rows of a table of text, divided by commas, or semicolons, as half of Europe's spreadsheets do, or tabs."""
    text, guessed = _decoded(raw)
    return _read_rows(text, separator_of(text), guessed)


def read_tsv(raw: bytes) -> Found:
    """The rows of a table of text that is divided by tabs."""
    text, guessed = _decoded(raw)
    return _read_rows(text, "\t", guessed)


def read_jsonl(raw: bytes) -> Found:
    """The lines of a file that holds one JSON object a line; values that are no text are kept as JSON.

    An outlet, or another fact, that is an object counts by its name: "source": {"name": "The Fjord"}.
    """
    text, gaps = _decoded(raw)
    records = []
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError) as error:
            gaps.append((f"line {number}", f"is no JSON ({getattr(error, 'msg', error)})", "the line is left out"))
            continue
        if isinstance(row, dict):
            records.append((f"line {number}", {key: _as_text(value) for key, value in _named(row).items()}))
        elif row is not None:
            gaps.append((f"line {number}", "is no JSON object", 'left out; a line must be {"text": "...", ...}'))
    drafts, empty = _drafts(records)
    return drafts, gaps + empty


def read_xlsx(raw: bytes) -> Found:
    """The rows of every sheet that has a column with the text; a formula counts with its last result.

    Source: openpyxl (MIT), which reads the XML by defusedxml.
    """
    from openpyxl import load_workbook

    check_size(raw)
    book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
    records, gaps = [], []
    for title, columns, rows in sheets_of(book):
        if why := _no_articles(columns):
            gaps.append((f"sheet {title}", *why))
        else:
            records += rows
    if not records and len(gaps) == 1:
        raise Unreadable(gaps[0][1], gaps[0][2])
    drafts, empty = _drafts(records, day_0=book.epoch.date())
    return drafts, gaps + empty


def sheets_of(book) -> Iterator[tuple[str, list[str], list[Record]]]:
    """The sheets of a workbook of openpyxl that hold anything: title, columns, rows."""
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # a sheet may say that it has 16,384 columns, and hold two
        rows = ([_as_text(value) for value in row] for row in sheet.iter_rows(values_only=True))
        numbered = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
        if numbered:
            columns = numbered[0][1]
            columns = _columns(columns + [""] * (max(len(row) for _, row in numbered) - len(columns)))
            where = f"sheet {sheet.title}, row"
            records = [(f"{where} {n}", dict(zip(columns, row, strict=False))) for n, row in numbered[1:]]
            yield sheet.title, columns, records


def separator_of(text: str) -> str:
    """What divides the cells of a table, by its first line."""
    return max(",;\t", key=text.split("\n", 1)[0].count)


def _read_rows(text: str, separator: str, guessed: list[Doubt]) -> Found:
    columns, records, doubts, gaps = table_of(text, separator)
    if why := _no_articles(columns):
        raise Unreadable(*why)
    drafts, empty = _drafts(records, doubts, SPREADSHEET_DAY_0)
    return drafts, [*guessed, *gaps, *empty]


def table_of(text: str, separator: str) -> tuple[list[str], list[Record], dict[str, Doubt], list[Doubt]]:
    """The columns of a table and its rows, the doubts about some of them by their place, and what is left out."""
    rows = _rows(text, separator)
    columns = _columns(next(rows, ((), [], True))[1])
    records, doubts, broken = [], {}, []
    for (first, last), cells, closed in rows:
        where = _lines(first, last)
        if len(cells) == len(columns):
            records.append((where, dict(zip(columns, cells, strict=True))))
            if not closed:
                what = "a quotation mark inside a text is not written twice"
                doubts[where] = (where, what, "read as it stands; check where the text begins and ends")
        elif broken and broken[-1][1] == first - 1:  # the rest of the same broken text
            broken[-1] = (broken[-1][0], last, broken[-1][2])
        else:
            what = f"has {len(cells)} cells; the first line names {len(columns)} columns"
            broken.append((first, last, what if closed else "a quotation mark opens and does not close"))
    return columns, records, doubts, [(_lines(first, last), what, _QUOTE) for first, last, what in broken]


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}-{last}"


def _rows(text: str, separator: str) -> Iterator[tuple[tuple[int, int], list[str], bool]]:
    """The rows that are not empty: their first and last line in the file, their cells, whether the marks are in order.

    A row out of order ('"He said "no" to us",2025-05-11') is read once more, a mark closing only before a separator.
    """
    csv.field_size_limit(max(len(text), csv.field_size_limit()))  # Python's own: an article of 20,000 words is too long
    lines, last = text.rstrip("\n").split("\n"), 0
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    while last < len(lines):
        first, closed = last + 1, True
        try:
            cells = next(reader)
        except csv.Error:
            alone = reader.line_num == first
            cells, closed = (alone and _forgiving(lines[first - 1], separator)) or ["..."], False
        last = reader.line_num
        if any(cells):
            yield (first, last), cells, closed


def _forgiving(line: str, separator: str) -> list[str]:
    """The cells of a line; none where a mark never closes, so that a part of the line would be in no cell."""
    cells = list(re.finditer(rf'(?:^|{separator})(?:"(.*?)"(?={separator}|$)|(?!")([^{separator}]*))', line))
    if sum(len(cell[0]) for cell in cells) < len(line):
        return []
    return [(cell[1] or "").replace('""', '"') or cell[2] or "" for cell in cells]


def _columns(cells: list[str]) -> list[str]:
    """The names of the columns, each once: a second "Date" becomes "Date.2"."""
    names: dict[str, int] = {}  # each name, and how many columns are called so
    for cell in cells:
        name = plain = cell.strip() or "unnamed"
        while name in names:
            names[plain] += 1
            name = f"{plain}.{names[plain]}"
        names[name] = 1
    return list(names)


def _no_articles(columns: list[str]) -> tuple[str, str] | None:
    """Why a table of these columns holds no articles, and the consequence; None if it does."""
    if set(CODING_SHEET) <= set(columns):
        return "is a sheet of statements coded by hand", "left out; `standpoints score attribution` reads it"
    if TEXT in our_names(tuple(columns)).values():
        return None
    return f"no column holds the articles' text (its columns: {', '.join(columns[:12]) or 'none'})", _NO_TEXT


def _decoded(raw: bytes) -> tuple[str, list[Doubt]]:
    text, note = decode(raw)
    if text is None:
        raise Unreadable(note, "left out; save it as UTF-8")
    return text, [("whole file", note, "read as that; check accented names, or save it as UTF-8")] if note else []


def _as_text(value) -> str:
    """A cell as text: "2025-05-11" of a date, "3" of 3.0, "" of nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False, default=str)


def _named(row: dict) -> dict:
    """The row of JSON, and of each fact that is an object its name or title alone; what else that holds stands beside.

    Before: {"source": {"id": "fjord", "name": "The Fjord"}, "text": "Talks."}
    After:  {"source": "The Fjord", "source.id": "fjord", "text": "Talks."}
    """
    named, facts = {}, our_names(tuple(row))
    for key, value in row.items():
        name = next((k for k in ("name", "title") if isinstance(value, dict) and isinstance(value.get(k), str)), None)
        if name and facts[key] in FACTS:
            named |= {key: value[name]} | {f"{key}.{k}": other for k, other in value.items() if k != name}
        else:
            named[key] = value
    return named


def _drafts(records: list[Record], doubts: dict[str, Doubt] | None = None, day_0: date | None = None) -> Found:
    """The articles of these rows; `day_0` is that of a spreadsheet, for dates that are numbers of days."""
    drafts = []
    names = dict.fromkeys(tuple(row) for _, row in records)  # lines of JSON may name other things than the first one
    gaps = list(dict.fromkeys(doubt for columns in names for doubt in misspelt(columns, "names of columns")))
    for number, (where, row) in enumerate(records, start=1):
        facts = known_facts(row)
        facts.pop(TEXT, None)
        text = next((row[column] for column, name in our_names(tuple(row)).items() if name == TEXT), "")
        if not text.strip():
            gaps.append((where, "has no text", "the row is left out"))
            continue
        facts, counted = spreadsheet_day(facts, where, day_0) if day_0 else (facts, [])
        doubtful = counted + ([doubts[where]] if doubts and where in doubts else [])
        if len(text) == _EXCEL_CELL:
            what = f"its text has {_EXCEL_CELL:,} characters, as many as Excel keeps"
            doubtful.append((where, what, "probably cut off; take the article from its source"))
        drafts.append(Draft(text, facts, number, tuple(doubtful)))
    return drafts, gaps
