"""Hand-coded files, read and checked: each fault is told with file, line and mend."""

import json
import re
import warnings
from pathlib import Path

import pandas as pd

from standpoints.coding.tables import CodingError, among, read_text, shown
from standpoints.registry import Registry
from standpoints.slips import nearest

ROLES = ("source", "cue", "content")
_KEYS = {*ROLES, "actor", "side", "form", "within", "attribution-no-source"}  # the last one: PolNeAR
_OF_SOMEBODY = re.compile(r"'s (campaign|office)$")


class GoldWarning(UserWarning):
    """A hand-coded file can be used, and something in it may be a slip; the message says the same."""


def read_json_lines(file: str | Path, needed: list[str]) -> list[dict]:
    """Return the rows of a JSON-lines file, each with its place ("gold.jsonl, line 3") under "where".

    Raises CodingError for a file that is missing or empty, a line that is no JSON object or lacks a needed entry.
    """
    rows = []
    for number, line in enumerate(read_text(file).split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{file}, line {number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise CodingError(
                f"{where}: no valid JSON ({error.msg}); each line must be one whole JSON object."
            ) from None
        if not isinstance(row, dict) or not all(name in row for name in needed):
            lacks = ", ".join(n for n in needed if not isinstance(row, dict) or n not in row)
            raise CodingError(f"{where}: {lacks} missing; each line needs {', '.join(needed)}.")
        rows.append(row | {"where": where})
    if not rows:
        raise CodingError(f"{file} holds no rows; give a file with hand-coded data.")
    return rows


def read_coded(file: str | Path, entry: str) -> list[dict]:
    """Return the articles of JSON lines that hold a `text` and, as `entry`, a list of what was coded in it.

    Each gets an id that no other has, published, and its place under "where". Raises CodingError as above.
    """
    rows, places = read_json_lines(file, ["text", entry]), {}
    for number, row in enumerate(rows, start=1):
        row["id"] = str(row.get("id", f"article-{number}"))
        if row["id"] in places:
            raise CodingError(f"{row['where']}: id {row['id']!r} stands in {places[row['id']]} too; give each its own.")
        places[row["id"]] = row["where"]
        if not isinstance(row["text"], str) or not isinstance(row[entry], list):
            raise CodingError(f"{row['where']}: `text` must be text and `{entry}` a list [{{…}}, …].")
        row["published"] = row.get("published") or row.get("date")
    return rows


def as_articles(rows: list[dict]) -> pd.DataFrame:
    """The articles table of gold rows; their text stays as it is, so that spans stay true."""
    from standpoints.articles import ARTICLE_COLUMNS

    table = pd.DataFrame({
        "article_id": [row["id"] for row in rows],
        "title": [row.get("title") for row in rows],
        "outlet": [row.get("publisher") for row in rows],
        "published": [row.get("published") for row in rows],
        "url": None,
        "language": "en",
        "text": [row["text"] for row in rows],
        "n_words": [len(row["text"].split()) for row in rows],
        "source_file": [row["where"] for row in rows],
    }, columns=ARTICLE_COLUMNS)  # fmt: skip
    return table.astype({name: "str" for name in ARTICLE_COLUMNS if name != "n_words"})


def read_attributions(file: str | Path) -> list[dict]:
    """Return the articles of an attribution file: id, text, published, title, publisher, attributions, where.

    Each attribution gets lists of spans (`source`, `cue`, `content`; empty if there is none) and keeps its other
    entries. Attributions without content are left out, with a GoldWarning: there is nothing to find.
    """
    rows = read_coded(file, "attributions")
    for row in rows:
        checked = [_attribution(a, row["where"], len(row["text"])) for a in row["attributions"]]
        row["attributions"] = [a for a in checked if a["content"]]
        if n_empty := len(checked) - len(row["attributions"]):
            warn([f"{row['where']}: {n_empty} of its attributions have no content; they are left out."])
    return rows


def warn(lines: list[str]) -> None:
    """Tell what may be a slip, one line each, as one GoldWarning; nothing if there is no line."""
    if lines:
        warnings.warn("\n".join(shown(lines)), GoldWarning, stacklevel=2)


def warn_of_unknown(rows: list[dict], registry: Registry) -> None:
    """Tell which actors and sides of the attributions the registry lacks: the kit cannot find them."""
    known = {"actor": set(registry.actors["actor"]), "side": set(registry.actors["side"].dropna())}
    folded = {key: {name.casefold() for name in names} for key, names in known.items()}
    places: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        for attribution in row["attributions"]:
            for key in known:
                name = str(attribution.get(key) or "").strip()
                owner = _OF_SOMEBODY.sub("", name.casefold())  # "Mira Oster's campaign" needs no row of its own
                if name and not {name.casefold(), owner} & folded[key]:
                    places.setdefault((key, name), []).append(attribution.get("where", row["where"]))
    lines = []
    for (key, name), where in places.items():
        near = nearest(name, known[key])
        meant = f"is {near!r} meant? Write it as there" if near else "mend the name, or add it to actors.csv"
        lines.append(f"{among(where)}: the registry has no {key} {name!r}; {meant}. It counts as the kit's error.")
    warn(lines)


def _attribution(attribution: dict, where: str, length: int) -> dict:
    if not isinstance(attribution, dict):
        raise CodingError(f'{where}: an attribution is {attribution!r}; write {{"content": [[start, end]], …}}.')
    unknown, missing = (
        sorted(set(attribution) - _KEYS),
        [key for key in ("source", "content") if key not in attribution],
    )
    if unknown and missing:
        what = f"an attribution has {', '.join(map(repr, unknown))} and no {' and no '.join(map(repr, missing))}"
        how = '{"source": [[start, end]], "cue": [[start, end]], "content": [[start, end]], "actor": …, "side": …}'
        raise CodingError(f"{where}: {what}; write {how}, or a table of words: see data/README.md.")
    checked = dict(attribution)
    for role in ROLES:
        spans = attribution.get(role) or []
        if not isinstance(spans, list) or not all(is_span(span, length) for span in spans):
            allowed = f"write [[start, end], …], characters of the text, which has {length}"
            raise CodingError(f"{where}: {role} {spans!r} is no list of spans; {allowed}.")
        checked[role] = sorted((start, end) for start, end in spans)
    return checked


def is_span(span, length: int) -> bool:
    """Return whether this is [start, end], characters of a text of that length."""
    numbers = isinstance(span, list) and len(span) == 2 and all(type(number) is int for number in span)
    return numbers and 0 <= span[0] < span[1] <= length
