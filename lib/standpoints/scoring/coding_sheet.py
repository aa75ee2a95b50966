"""The coding sheet: attributions coded by hand in a spreadsheet, as words of the text, whose places are found here.

One row is one statement: `article` (the file's name, or its article_id), `source` (who says it, as written), `cue` (the
reporting word), `content` (what is said), `actor`, `side`. An article in which nobody says anything has a row without
content. `data/coded/sample.csv` is one to copy.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from standpoints.articles import read_articles
from standpoints.coding.places import find_article, find_beside, find_content, not_there, shortened
from standpoints.coding.tables import CodingError, read_table, shown
from standpoints.formats.facts import CODING_SHEET
from standpoints.scoring.gold import ROLES

SHEETS = (".csv", ".tsv", ".xlsx")
_OTHERS = ["cue", "actor", "side"]


def read_coding_sheet(file: str | Path, folder: str | Path) -> list[dict]:
    """Return the articles that the sheet names, from `folder`, in the shape of `gold.read_attributions`.

    Words are found whatever their quotation marks, dashes and line ends; "…" in a content stands for words that are not
    part of it. Raises CodingError with a line for each row whose words do not stand in the article, or stand there more
    often than they are coded.
    """
    table = read_table(file, CODING_SHEET, others=_OTHERS)
    rows, faults = _rows_by_article(table, read_articles(folder)[0], folder)
    for row in rows:
        faults += _place(row)
    if faults:
        raise CodingError("\n".join(shown(faults)))
    return rows


def _rows_by_article(table: pd.DataFrame, articles: pd.DataFrame, folder: str | Path) -> tuple[list[dict], list[str]]:
    """One dict an article, with its text and what is coded in it, still as words; and the rows whose article is not
    clear, as lines."""
    rows: dict[str, dict] = {}
    faults = []
    for coded in table.to_dict("records"):
        name = "" if pd.isna(coded["article"]) else coded["article"].strip()
        article, why_not = find_article(name, articles, where=f"{folder} (another folder: --articles)")
        if article is None:
            faults.append(f"{coded['where']}: {why_not}")
            continue
        article = article.astype(object).where(article.notna(), None)
        row = {"id": article["article_id"], "publisher": article["outlet"], "where": coded["where"], "attributions": []}
        row = rows.setdefault(row["id"], row | {key: article[key] for key in ("text", "title", "published")})
        words = {key: "" if pd.isna(coded.get(key)) else coded[key].strip() for key in (*ROLES, "actor", "side")}
        if words["content"]:
            row["attributions"].append(words | {"where": coded["where"]})
        elif any(words.values()):
            faults.append(f"{coded['where']}: no content; write what is said, or leave all but the article empty.")
    return list(rows.values()), faults


def _place(row: dict) -> list[str]:
    """Put places for the words of an article's attributions; the faults, as lines.

    Words that are coded as often as they stand in the text are taken in the order of the rows.
    """
    text, faults = row["text"], []
    alike: dict[str, list[dict]] = {}
    for coded in row["attributions"]:
        alike.setdefault(" ".join(coded["content"].split()), []).append(coded)
    for content, those in alike.items():
        places = find_content(content, text)
        if len(places) != len(those):
            faults += [f"{coded['where']}: {_fault(content, row, len(places), len(those))}" for coded in those]
            continue
        for coded, pieces in zip(those, places, strict=True):
            coded["content"] = pieces
            faults += list(_place_speaker(coded, row))
    return faults


def _place_speaker(coded: dict, row: dict) -> Iterator[str]:
    """Put the places of source and cue that are nearest to the content, outside it if there are any; the faults."""
    for role in ("source", "cue"):
        words = coded[role]
        coded[role] = find_beside(words, coded["content"], row["text"])
        if words and not coded[role]:
            yield f"{coded['where']}: the {role} “{words}” does not stand in {row['id']}; copy it from the text."


def _fault(content: str, row: dict, n_places: int, n_coded: int) -> str:
    said = shortened(content)
    if n_places and n_coded > n_places:
        return f"{said} is coded {n_coded} times and stands {n_places} times in {row['id']}; delete a row."
    if n_places:
        return (f"{said} stands {n_places} times in {row['id']}; copy more words, so that it stands there once, or code"
                f" it {n_places} times.")  # fmt: skip
    return not_there(content, row["id"], row["text"])
