"""The registry: who is on which side, under which names, and who held which office when — read and checked."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pandas as pd

from standpoints.doubts import doubts_of
from standpoints.naming.names import BEGINNING, END, Names, fold_words, index_names
from standpoints.project import REGISTRY
from standpoints.slips import nearest

KINDS = ("person", "institution", "state", "group")
PRONOUNS = ("he", "she", "it", "they")
ACTOR_COLUMNS = ["actor", "side", "kind", "aliases", "pronouns"]
OFFICE_COLUMNS = ["office", "actor", "valid_from", "valid_to"]
_NOTES = ("adjective", "place")
_NOTED = re.compile(r"(.*?)\s*\(([^()]*)\)$")


class RegistryError(ValueError):
    """The registry cannot be used as it is; the message has one line for each problem: file, line, what, mend."""


@dataclass(frozen=True, eq=False)
class Registry:
    """The two tables as they were read, `names`: the index that finds them in a text, and `doubts`: rows that may
    be a slip (file, line, what, consequence)."""

    actors: pd.DataFrame
    offices: pd.DataFrame
    names: Names
    doubts: tuple[tuple[str, str, str, str], ...] = ()

    def __repr__(self) -> str:
        return f"Registry({len(self.actors):,} actors, {len(self.offices):,} office holdings)"


def read_registry(folder: str | Path = REGISTRY) -> Registry:
    """Return the registry of a folder: its `actors.csv` (actor, side, kind, aliases, pronouns) and, if there is
    one, its `offices.csv` (office, actor, valid_from, valid_to), checked and ready for `resolve_actors`.

    Several values in a cell are separated by `;`. An empty side, pronoun or date is unknown (NaN). An alias may
    carry a note: "Norlandish (adjective)", "Arvik (place)". `data/README.md` describes every column.

    It cannot see whether a fact is true, only whether the facts fit together.

    Raises RegistryError with all problems at once: unknown columns, a name listed twice, an alias claimed by
    actors of two sides, two holders of one office at one time, an office of an unknown actor, a bad date.
    """
    folder = Path(folder)
    problems: list[str] = []
    actors = _read(folder / "actors.csv", ACTOR_COLUMNS, problems, needed=True)
    offices = _read(folder / "offices.csv", OFFICE_COLUMNS, problems, needed=False)
    if not problems:
        problems += _check_actors(actors)
        problems += _check_aliases(actors)
        problems += _check_offices(offices, {row["actor"] for row in actors})
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise RegistryError(f"The registry in {folder} has {count}:\n" + "\n".join(problems))
    tables = _table(actors, ACTOR_COLUMNS), _table(offices, OFFICE_COLUMNS)
    return Registry(*tables, index_names(actors, offices), doubts_of(actors, offices))


def listed_actors(folder: str | Path) -> dict[str, str]:
    """Return the actors of a registry, each with its side ("" where it has none), in the order of its `actors.csv`.

    It says nothing of faults, and where there is no such file there are none: `read_registry` tells.
    """
    rows = _read(Path(folder) / "actors.csv", ACTOR_COLUMNS, [], needed=False)
    return {row["actor"]: row["side"] for row in rows}


def read_aliases(cell: str) -> list[tuple[str, str]]:
    """Return the aliases of a cell with their notes: "Arvik (place); Nor" is [("Arvik", "place"), ("Nor", "")]."""
    parts = [part.strip() for part in cell.split(";") if part.strip()]
    return [m.groups() if (m := _NOTED.match(part)) else (part, "") for part in parts]


def _read(file: Path, columns: list[str], problems: list[str], *, needed: bool) -> list[dict]:
    """The rows of a file as dicts of stripped text, with `line` and, for actors, `names` [(alias, note), …]."""
    if not file.is_file():
        if needed:
            problems.append(f"{file.name}: there is no such file in {file.parent}. Make one with the first line "
                            f"{','.join(columns)}.")  # fmt: skip
        return []
    try:
        lines = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
        rows = [(lines.line_num, row) for row in lines if any(cell.strip() for cell in row)]
    except UnicodeDecodeError:
        problems.append(f"{file.name}: the file is not in UTF-8. Save it anew as “CSV UTF-8”.")
        return []
    header = [cell.strip() for cell in rows[0][1]] if rows else []
    if sorted(header) != sorted(columns):
        problems.append(_header_problem(file.name, header, columns))
        return []
    table = []
    for line, cells in rows[1:]:
        if len(cells) != len(header):
            mend = "Put a value that contains a comma between quotation marks."
            if "\t" in cells[0]:  # pasted from a table that a notebook showed
                mend = "Tabs stand between them; write commas."
            problems.append(f"{file.name}, line {line}: {len(cells)} values for {len(header)} columns. {mend}")
            continue
        row = {name: _cell(cell) for name, cell in zip(header, cells, strict=True)} | {"line": line}
        table.append(row | {"names": read_aliases(row["aliases"])} if "aliases" in row else row)
    return table


def _cell(written: str) -> str:
    """The cell without space around it; what a notebook shows of an unknown value, NaN, is an empty cell."""
    return "" if written.strip() == "NaN" else written.strip()


def _header_problem(name: str, header: list[str], columns: list[str]) -> str:
    unknown = [column for column in header if column not in columns]
    missing = [column for column in columns if column not in header]
    twice = sorted({column for column in header if header.count(column) > 1})
    said = [f"{label} {', '.join(map(repr, found))}"
            for label, found in (("unknown column", unknown), ("missing column", missing), ("twice:", twice))
            if found]  # fmt: skip
    return f"{name}, line 1: {'; '.join(said)}. The columns are: {', '.join(columns)}, separated by commas."


def _check_actors(actors: list[dict]) -> list[str]:
    problems, first, sides = [], {}, {}
    for row in actors:
        where, name = f"actors.csv, line {row['line']}", row["actor"]
        if not fold_words(name):
            problems.append(f"{where}: a row without an actor's name. Give the name or delete the row.")
            continue
        before = first.setdefault(" ".join(fold_words(name)), row)
        if before is not row:
            problems.append(f"{where}: {name!r} is listed already on line {before['line']} (as {before['actor']!r})."
                            f" Keep one of the two rows.")  # fmt: skip
        if row["kind"] not in KINDS:
            what = f"kind {row['kind']!r} of {name!r} is unknown" if row["kind"] else f"{name!r} has no kind"
            problems.append(f"{where}: {what}. Write one of: {', '.join(KINDS)}.")
        wrong = [p for p in re.split(r"\s*;\s*", row["pronouns"]) if p and p not in PRONOUNS]
        if wrong:
            problems.append(f"{where}: pronoun {wrong[0]!r} of {name!r} is unknown. Write one of: "
                            f"{', '.join(PRONOUNS)}, or leave it empty.")  # fmt: skip
        spelt = sides.setdefault(row["side"].casefold(), row["side"])
        if spelt != row["side"]:
            problems.append(f"{where}: side {row['side']!r} is spelt {spelt!r} elsewhere. Use one spelling.")
        problems += [f"{where}: the note ({note}) of alias {alias!r} is unknown. Write (adjective), (place) or none."
                     for alias, note in row["names"] if note and note not in _NOTES]  # fmt: skip
    return problems


def _check_aliases(actors: list[dict]) -> list[str]:
    problems, owner = [], {}
    for row in actors:
        owner.setdefault(" ".join(fold_words(row["actor"])), row)
    for row in actors:
        for alias, _ in row["names"]:
            key = " ".join(fold_words(alias))
            if not key:
                problems.append(f"actors.csv, line {row['line']}: alias {alias!r} of {row['actor']!r} has no letter. "
                                f"Delete it.")  # fmt: skip
            other = owner.setdefault(key, row)
            if other["side"] != row["side"]:
                problems.append(
                    f"actors.csv, line {row['line']}: {alias!r} is claimed by {row['actor']!r} (side {row['side']!r}) "
                    f"and by {other['actor']!r} (side {other['side']!r}, line {other['line']}). Keep it with one."
                )
    return problems


def _check_offices(offices: list[dict], known: set[str]) -> list[str]:
    problems, terms = [], {}
    for row in offices:
        where = f"offices.csv, line {row['line']}"
        if not fold_words(row["office"]):
            problems.append(f"{where}: a row without an office. Name the office or delete the row.")
        if row["actor"] not in known:
            near = nearest(row["actor"], known)
            mend = f"; is {near!r} meant? Write the name as there" if near else ". Add a row there or mend the name"
            problems.append(f"{where}: the actor {row['actor']!r} is not in actors.csv{mend}.")
        dates = [_date(row["valid_from"], BEGINNING), _date(row["valid_to"], END)]
        for column, value in zip(("valid_from", "valid_to"), dates, strict=True):
            if value is None:
                problems.append(f"{where}: {column} {row[column]!r} is not a date. Write it as 2025-05-06, or leave it "
                                f"empty if it is open or unknown.")  # fmt: skip
        if None in dates:
            continue
        if dates[0] > dates[1]:
            problems.append(f"{where}: valid_from {row['valid_from']} is after valid_to {row['valid_to']}. "
                            f"Mend one of them.")  # fmt: skip
            continue
        terms.setdefault(" ".join(fold_words(row["office"].split(";")[0])), []).append((*dates, row))
    for holdings in terms.values():
        for (_, end, row), (start, _, after) in pairwise(sorted(holdings, key=lambda h: (h[0], h[1]))):
            if start < end:
                problems.append(
                    f"offices.csv, line {after['line']}: {after['actor']!r} and {row['actor']!r} (line {row['line']}) "
                    f"are both {row['office']!r} from {start}. End one term or begin the other later."
                )
    return problems


def _date(cell: str, unknown: str) -> str | None:
    """The date as ISO text, which compares as dates do; `unknown` for an empty cell, None for no date."""
    try:
        return date.fromisoformat(cell).isoformat() if cell else unknown
    except ValueError:
        return None


def _table(rows: list[dict], columns: list[str]) -> pd.DataFrame:
    cells = [[row[column] or float("nan") for column in columns] for row in rows]
    return pd.DataFrame(cells, columns=columns).astype("str")
