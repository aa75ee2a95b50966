"""The coding sheet: attributions coded by hand in a spreadsheet, as words of the text, whose places are found here.

One row is one statement: `article` (the file's name, or its article_id), `source` (who says it, as written), `cue` (the
reporting word), `content` (what is said), `actor`, `side`. An article in which nobody says anything has a row without
content. `data/coded/sample.csv` is one to copy.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from standpoints.articles import read_articles
from standpoints.formats.facts import CODING_SHEET
from standpoints.registry import nearest
from standpoints.scoring.gold import ROLES, GoldError, read_table, shown

SHEETS = (".csv", ".tsv", ".xlsx")
_OTHERS = ["cue", "actor", "side"]
_LEFT_OUT = re.compile(r"\s*\[?(?:…|\.\.\.)\]?\s*")
_ALIKE = {sign: f"[{signs}]" for signs in ('"“”„«»', "'’‘‚", "-–—‑") for sign in signs}
Spans = list[tuple[int, int]]


def read_coding_sheet(file: str | Path, folder: str | Path) -> list[dict]:
    """Return the articles that the sheet names, from `folder`, in the shape of `gold.read_attributions`.

    Words are found whatever their quotation marks, dashes and line ends; "…" in a content stands for words that are not
    part of it. Raises GoldError with a line for each row whose words do not stand in the article, or stand there more
    often than they are coded.
    """
    table = read_table(file, CODING_SHEET)
    _check_columns(file, table)
    rows, faults = _rows_by_article(table, read_articles(folder)[0], folder)
    for row in rows:
        faults += _place(row)
    if faults:
        raise GoldError("\n".join(shown(faults)))
    return rows


def find_words(words: str, text: str) -> Spans:
    """Return each place of the text where these words stand, as whole words: those in the same case, if there are any.

    White space, and the sort of a quotation mark or dash, do not matter.
    """
    parts = ["".join(_ALIKE.get(sign, re.escape(sign)) for sign in word) for word in words.split()]
    if not parts:
        return []
    begin, end = (r"\b" if re.match(r"\w", sign) else "" for sign in (words.strip()[0], words.strip()[-1]))
    pattern = begin + r"\s+".join(parts) + end
    for how in (re.NOFLAG, re.IGNORECASE):
        if found := [match.span() for match in re.finditer(pattern, text, how)]:
            return found
    return []


def _check_columns(file: str | Path, table: pd.DataFrame) -> None:
    missing = {name for name in _OTHERS if name not in table}
    for column in table.columns.difference([*CODING_SHEET, *_OTHERS, "where"]):
        if missing and (near := nearest(column, missing)):
            raise GoldError(f"{file}, line 1: column {column!r} is not known; is {near!r} meant? Mend its name.")


def _rows_by_article(table: pd.DataFrame, articles: pd.DataFrame, folder: str | Path) -> tuple[list[dict], list[str]]:
    """One dict an article, with its text and what is coded in it, still as words; and the rows whose article is not
    clear, as lines."""
    rows: dict[str, dict] = {}
    faults = []
    for coded in table.to_dict("records"):
        name = "" if pd.isna(coded["article"]) else coded["article"].strip()
        found = articles[(articles["article_id"] == name) | (articles["source_file"] == name)]
        if len(found) != 1:
            faults.append(f"{coded['where']}: {_which_article(name, found, articles, folder)}")
            continue
        article = found.iloc[0].astype(object).where(found.iloc[0].notna(), None)
        row = {"id": article["article_id"], "publisher": article["outlet"], "where": coded["where"], "attributions": []}
        row = rows.setdefault(row["id"], row | {key: article[key] for key in ("text", "title", "published")})
        words = {key: "" if pd.isna(coded.get(key)) else coded[key].strip() for key in (*ROLES, "actor", "side")}
        if words["content"]:
            row["attributions"].append(words | {"where": coded["where"]})
        elif any(words.values()):
            faults.append(f"{coded['where']}: no content; write what is said, or leave all but the article empty.")
    return list(rows.values()), faults


def _which_article(name: str, found: pd.DataFrame, articles: pd.DataFrame, folder: str | Path) -> str:
    if not name:
        return "no article; write the name of its file."
    if len(found):
        return (
            f"{name} holds {len(found)} articles; write the article_id of one, such as {found['article_id'].iloc[0]}."
        )
    near = nearest(name, {*articles["article_id"], *articles["source_file"]})
    meant = f"is {near!r} meant? Write it so" if near else "write the name of its file"
    return f"{folder} has no article {name!r}; {meant}, or name the folder of your articles with --articles."


def _place(row: dict) -> list[str]:
    """Put places for the words of an article's attributions; the faults, as lines.

    Words that are coded as often as they stand in the text are taken in the order of the rows.
    """
    text, faults = row["text"], []
    alike: dict[str, list[dict]] = {}
    for coded in row["attributions"]:
        alike.setdefault(" ".join(coded["content"].split()), []).append(coded)
    for content, those in alike.items():
        places = _contents(content, text)
        if len(places) != len(those):
            faults += [f"{coded['where']}: {_fault(content, row, len(places), len(those))}" for coded in those]
            continue
        for coded, pieces in zip(those, places, strict=True):
            coded["content"] = pieces
            faults += list(_place_speaker(coded, row))
    return faults


def _contents(content: str, text: str) -> list[Spans]:
    """Each place of a content, as its pieces: "We will wait … until they answer" has two."""
    if whole := find_words(content, text):
        return [[span] for span in whole]
    first, *others = [find_words(part, text) for part in _LEFT_OUT.split(content) if part] or [[]]
    chains: dict[tuple[int, int], Spans] = {}  # by its last piece: of two that end alike the later one is closer
    for span in first:
        chain: Spans | None = [span]
        for spans in others:
            after = next((later for later in spans if later[0] >= chain[-1][1]), None)
            chain = [*chain, after] if after else None
            if chain is None:
                break
        if chain:
            chains[chain[-1]] = chain
    return list(chains.values())


def _place_speaker(coded: dict, row: dict) -> Iterator[str]:
    """Put the places of source and cue that are nearest to the content, outside it if there are any; the faults."""
    begin, end = coded["content"][0][0], coded["content"][-1][1]
    for role in ("source", "cue"):
        words = coded[role]
        found = find_words(words, row["text"])
        free = [s for s in found if all(s[1] <= piece[0] or s[0] >= piece[1] for piece in coded["content"])] or found
        coded[role] = sorted(free, key=lambda span: max(begin - span[1], span[0] - end))[:1]
        if words and not found:
            yield f"{coded['where']}: the {role} “{words}” does not stand in {row['id']}; copy it from the text."


def _fault(content: str, row: dict, n_places: int, n_coded: int) -> str:
    said = f"“{content[:60].strip()}{'…' if len(content) > 60 else ''}”"
    if n_places and n_coded > n_places:
        return f"{said} is coded {n_coded} times and stands {n_places} times in {row['id']}; delete a row."
    if n_places:
        return (f"{said} stands {n_places} times in {row['id']}; copy more words, so that it stands there once, or code"
                f" it {n_places} times.")  # fmt: skip
    words = content.split()
    stand = next((n for n in range(len(words) - 1, 2, -1) if find_words(" ".join(words[:n]), row["text"])), 0)
    far = f" from “{' '.join(words[stand - 2 : stand + 1])}” on" if stand else ""
    return f"{said} does not stand in {row['id']}{far}; copy it from the text, and write … for what you leave out."
