"""Hand-coded files, read and checked: each fault is told with file, line and mend."""

import json
from pathlib import Path

import pandas as pd


class GoldError(ValueError):
    """A hand-coded file cannot be used; the message says file, line, what and what to do."""


def read_json_lines(file: str | Path, needed: list[str]) -> list[dict]:
    """Return the rows of a JSON-lines file, each with its place ("gold.jsonl, line 3") under "where".

    Raises GoldError for a file that is missing or empty, a line that is no JSON object or lacks a needed entry.
    """
    rows = []
    for number, line in enumerate(_text(file).split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{file}, line {number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{where}: no valid JSON ({error.msg}); each line must be one whole JSON object.") from None
        if not isinstance(row, dict) or not all(name in row for name in needed):
            lacks = ", ".join(n for n in needed if not isinstance(row, dict) or n not in row)
            raise GoldError(f"{where}: {lacks} missing; each line needs {', '.join(needed)}.")
        rows.append(row | {"where": where})
    if not rows:
        raise GoldError(f"{file} holds no rows; give a file with hand-coded data.")
    return rows


def read_table(file: str | Path, needed: list[str]) -> pd.DataFrame:
    """Return the rows of a CSV file as text, with "where"; empty cells are NaN. Raises GoldError as above."""
    from io import StringIO

    try:
        table = pd.read_csv(StringIO(_text(file)), dtype="str", index_col=False, keep_default_na=False, na_values=[""])
    except pd.errors.EmptyDataError:
        raise GoldError(f"{file} is empty; it needs a first line {','.join(needed)}.") from None
    except pd.errors.ParserError as error:
        raise GoldError(f"{file}: {str(error).strip()}; put texts that hold commas into quotation marks.") from None
    if missing := [name for name in needed if name not in table]:
        raise GoldError(f"{file}, line 1: no column {', '.join(missing)}; the first line must be {','.join(needed)}.")
    if table.empty:
        raise GoldError(f"{file} holds no rows; give a file with hand-coded data.")
    return table.assign(where=[f"{file}, row {number}" for number in range(1, len(table) + 1)])


def read_attributions(file: str | Path) -> list[dict]:
    """Return the articles of an attribution file: id, text, published, title, publisher, attributions, where.

    Each attribution gets lists of spans (`source`, `cue`, `content`; empty if there is none) and keeps its other
    entries. Attributions without content are left out: there is nothing to find.
    """
    rows, places = read_json_lines(file, ["text", "attributions"]), {}
    for number, row in enumerate(rows, start=1):
        row["id"] = str(row.get("id", f"article-{number}"))
        if row["id"] in places:
            raise GoldError(f"{row['where']}: id {row['id']!r} stands in {places[row['id']]} too; give each its own.")
        places[row["id"]] = row["where"]
        if not isinstance(row["text"], str) or not isinstance(row["attributions"], list):
            raise GoldError(f"{row['where']}: `text` must be text and `attributions` a list [{{…}}, …].")
        row["published"] = row.get("published") or row.get("date")
        checked = [_attribution(a, row["where"], len(row["text"])) for a in row["attributions"]]
        row["attributions"] = [a for a in checked if a["content"]]
    return rows


def _attribution(attribution: dict, where: str, length: int) -> dict:
    if not isinstance(attribution, dict):
        raise GoldError(f'{where}: an attribution is {attribution!r}; write {{"content": [[start, end]], …}}.')
    checked = dict(attribution)
    for role in ("source", "cue", "content"):
        spans = attribution.get(role) or []
        if not isinstance(spans, list) or not all(is_span(span, length) for span in spans):
            allowed = f"write [[start, end], …], characters of the text, which has {length}"
            raise GoldError(f"{where}: {role} {spans!r} is no list of spans; {allowed}.")
        checked[role] = sorted((start, end) for start, end in spans)
    return checked


def is_span(span, length: int) -> bool:
    """Return whether this is [start, end], characters of a text of that length."""
    numbers = isinstance(span, list) and len(span) == 2 and all(type(number) is int for number in span)
    return numbers and 0 <= span[0] < span[1] <= length


def _text(file: str | Path) -> str:
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise GoldError(f"{file} does not exist; check the path.") from None
    except IsADirectoryError:
        raise GoldError(f"{file} is a folder; give the file inside it.") from None
    except UnicodeDecodeError as error:
        raise GoldError(f"{file}: byte {error.start} is no UTF-8; save the file as UTF-8.") from None
