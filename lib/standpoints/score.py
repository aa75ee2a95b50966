"""How right the kit is: each of its steps against hand-coded data, with n and 95 % intervals.

Every task makes one table that puts what was predicted beside what is right, row by row (`--predictions` writes it),
and takes its figures from that table or from a part of its rows. Intervals are drawn over whole articles (see
`metrics.py`).
"""

from pathlib import Path

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.reading.pieces import HE_SHE
from standpoints.registry import Registry
from standpoints.scoring import gold
from standpoints.scoring.attributions import attribution_figures, attribution_table
from standpoints.scoring.metrics import share
from standpoints.scoring.positions import positions_figures, positions_table
from standpoints.scoring.tones import (
    sentence_tone_figures,
    sentence_tone_table,
    target_tone_figures,
    target_tone_table,
)
from standpoints.spreadsheet import write_csv

_PRONOUNS = HE_SHE | frozenset(
    "i me my mine myself you your yours yourself yourselves we us our ours ourselves they them their theirs themselves"
    " it its itself who whom whose which that this these those one oneself each other".split()
)


def score(
    task: str,
    file: str | Path,
    *,
    registry: Registry | None = None,
    codebook: Codebook | None = None,
    articles: str | Path | None = None,
    predictions: str | Path | None = None,
) -> dict:
    """Return the kit's accuracy on a hand-coded file: figures with value, low, high (95 %) and n.

    `task` is "attribution", "target-tone", "sentence-tone", "positions" or "pronouns". Without a registry or codebook
    the project's own are read. `articles` is the folder of the articles that a coding sheet of attributions names (see
    `scoring/coding_sheet.py`); without one it is the project's. `predictions` names a CSV file for what was predicted,
    row by row. A figure of which nothing is known is None; with one article there are no intervals.

    Raises ValueError (CodingError for the file) saying what is wrong, where, and what to do. Warns (GoldWarning) of
    what may be a slip.
    """
    if task not in TASKS:
        raise ValueError(f"task={task!r} is unknown; use one of {', '.join(TASKS)}")
    table_of, figures_of = TASKS[task]
    table = table_of(file, registry=registry, codebook=codebook, articles=articles)
    if predictions:
        write_csv(table, predictions)
    return {"task": task, "file": str(file)} | figures_of(table)


def pronouns_table(file: str | Path, **_) -> pd.DataFrame:
    """Return one row a he or she (him, her, his …) whose person was named before, with the antecedent found."""
    from standpoints.actors import find_antecedents

    rows = []
    for document in gold.read_json_lines(file, ["text", "mentions"]):
        text, mentions = document["text"], document["mentions"]
        found = dict(find_antecedents(text))
        for mention in mentions:
            named = _named_before(mention, mentions)
            if mention["text"].casefold() not in HE_SHE or not named:
                continue
            span = found.get((mention["start"], mention["end"]))
            best = _best_overlap(span, mentions) if span else None
            rows.append({
                "article": document.get("id", document["where"]), "genre": document.get("genre"),
                "start": mention["start"], "pronoun": mention["text"], "gold": named[-1]["text"],
                "predicted": text[span[0] : span[1]] if span else None, "answered": span is not None,
                "right": best is not None and best is not mention and best["cluster"] == mention["cluster"],
            })  # fmt: skip
    columns = ["article", "genre", "start", "pronoun", "gold", "predicted", "answered", "right"]
    return pd.DataFrame(rows, columns=columns).astype({"answered": bool, "right": bool})


def pronouns_figures(table: pd.DataFrame) -> dict:
    """Return the share of right, wrong and answered pronouns, of right ones among those answered, and by genre."""
    ones, right, answered = table["right"] * 0 + 1, table["right"].astype(int), table["answered"].astype(int)
    units = table["article"]
    figures = {"n_articles": units.nunique(), "n": len(table), "right": share(units, right, ones)}
    figures |= {"wrong": share(units, answered - right, ones), "answered": share(units, answered, ones)}
    figures["right_where_answered"] = share(units, right, answered)
    genres = {genre: table["genre"] == genre for genre in sorted(table["genre"].dropna().unique())}
    figures["right_by_genre"] = {genre: share(units[rows], right[rows], ones[rows]) for genre, rows in genres.items()}
    return figures


def _named_before(pronoun: dict, mentions: list[dict]) -> list[dict]:
    """The mentions of the same person before the pronoun that are no pronouns, in the order of the text."""
    same = [m for m in mentions if m["cluster"] == pronoun["cluster"] and m["end"] <= pronoun["start"]]
    return sorted((m for m in same if m["text"].casefold() not in _PRONOUNS), key=lambda m: m["start"])


def _best_overlap(span: tuple[int, int], mentions: list[dict]) -> dict | None:
    """The mention that shares most of its characters with the span (intersection over union)."""

    def overlap(mention: dict) -> float:
        both = min(span[1], mention["end"]) - max(span[0], mention["start"])
        return both / (max(span[1], mention["end"]) - min(span[0], mention["start"]))

    best = max(mentions, key=overlap, default=None)
    return best if best and overlap(best) > 0 else None


TASKS = {
    "attribution": (attribution_table, attribution_figures),
    "target-tone": (target_tone_table, target_tone_figures),
    "sentence-tone": (sentence_tone_table, sentence_tone_figures),
    "positions": (positions_table, positions_figures),
    "pronouns": (pronouns_table, pronouns_figures),
}
