"""Measure every step of the kit and store the figures: `make accuracy`, or `python training/accuracy.py`.

Writes training/accuracy.json: for each measurement the task, the part of the corpus, its source, and the figures of
`standpoints score` (value, 95 % interval, n). Parts that no training may see are kept apart by article or document,
with `standpoints.scoring.metrics.held_out`; the corpora themselves are described in the model card.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from standpoints.score import TASKS
from standpoints.scoring.metrics import held_out

PROJECT = Path(__file__).resolve().parents[1]
OUT = PROJECT / "training" / "accuracy.json"


class Measurement(NamedTuple):
    """One step of the kit, measured on one part of one file; `part` picks its rows."""

    task: str
    file: str
    source: str
    what: str
    part: Callable[[pd.DataFrame], pd.Series]


def whole(table: pd.DataFrame) -> pd.Series:
    return pd.Series(True, index=table.index)


def fifth(table: pd.DataFrame) -> pd.Series:
    return table["article"].map(held_out)


def half(table: pd.DataFrame) -> pd.Series:
    return table["article"].map(lambda name: held_out(name, share=0.5))


def half_of_the_news(table: pd.DataFrame) -> pd.Series:
    return half(table) & genre("news")(table)


def genre(name: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda table: table["genre"] == name


def part(*names: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda table: table["part"].isin(names)


MEASUREMENTS = [
    Measurement("attribution", "data/coded/sample.jsonl", "coded for this project", "the sample article", whole),
    Measurement("attribution", "polnear-dev.jsonl", "PolNeAR 1.0, Newell et al. 2018", "its development part", whole),
    Measurement(
        "target-tone", "newsmtsc-train.jsonl", "NewsMTSC, Hamborg & Donnay 2021",
        "a fifth of its articles, kept apart", fifth,
    ),
    Measurement(
        "sentence-tone", "nyt-editorials-train.csv", "NYT editorials, Hutto & Gilbert 2014",
        "a fifth of its articles, kept apart", fifth,
    ),
    Measurement(
        "positions", "tests/positions-gold.csv", "coded for this project",
        "news in several voices, scored often before", part("voices-report", "unseen-report", "quiet-report"),
    ),
    Measurement(
        "positions", "tests/positions-gold.csv", "coded for this project",
        "sentences that avoid the usual words, scored often before", part("fresh-report"),
    ),
    Measurement(
        "positions", "tests/positions-gold.csv", "coded for this project",
        "in the wording of the press, by another hand, nothing chosen on it", part("press-report"),
    ),
    Measurement(
        "positions", "tests/positions-in-articles.jsonl", "articles after the manner of the press, two coders",
        "whole articles, nothing chosen on them", whole,
    ),
    Measurement("pronouns", "gum-coref-train.jsonl", "GUM, Zeldes 2017", "half of its news", half_of_the_news),
    Measurement("pronouns", "gum-coref-train.jsonl", "GUM, Zeldes 2017", "half of its documents, all genres", half),
    Measurement(
        "pronouns", "tests/he-and-she.jsonl", "articles after the manner of the press, two coders",
        "plain news, nothing chosen on it", genre("plain news"),
    ),
    Measurement(
        "pronouns", "tests/he-and-she.jsonl", "articles after the manner of the press, two coders",
        "lively reports, several persons of one gender", genre("lively reports"),
    ),
]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = PROJECT.parent / "shared" / "corpora"
    parser.add_argument("--corpora", type=Path, default=default, help=f"folder of the corpora ({default})")
    corpora = parser.parse_args().corpora
    if not corpora.is_dir():
        print(f"{corpora} does not exist: only what the project holds is measured. Name the folder with --corpora DIR.")
    tables, stored = {}, []
    for measurement in MEASUREMENTS:
        file = next((f for f in (PROJECT / measurement.file, corpora / measurement.file) if f.is_file()), None)
        if file is None:
            print(f"\n{measurement.task}: {measurement.file} is not there; left out")
            continue
        table_of, figures_of = TASKS[measurement.task]
        if file not in tables:
            tables[file] = table_of(file)
        table = tables[file]
        figures = figures_of(table[measurement.part(table)].reset_index(drop=True))
        stored.append({name: getattr(measurement, name) for name in ("task", "file", "source", "what")} | figures)
        print(f"\n{measurement.task} on {measurement.what} ({measurement.source})")
        show(figures)
    OUT.write_text(json.dumps(stored + not_measured_now(stored), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"\nStored in {OUT}")


def not_measured_now(stored: list[dict]) -> list[dict]:
    """The figures of the last time whose file is not there now: they stay."""
    known = {(m.task, m.file, m.what) for m in MEASUREMENTS} - {(r["task"], r["file"], r["what"]) for r in stored}
    last = json.loads(OUT.read_text(encoding="utf-8")) if OUT.is_file() else []
    return [row for row in last if (row["task"], row["file"], row["what"]) in known]


def show(figures: dict, name: str = "") -> None:
    """One line a figure: "who f1  0.539 (0.495 to 0.577, n 2066)"."""
    for key, value in figures.items():
        label = f"{name} {key}".strip()
        if isinstance(value, dict) and "value" not in value:
            show(value, label)
        elif isinstance(value, dict):
            doubt = "no interval" if value["low"] is None else f"{value['low']:.3f} to {value['high']:.3f}"
            number = "   —" if value["value"] is None else f"{value['value']:.3f}"
            print(f"  {label:40} {number} ({doubt}, n {value['n']})")
        else:
            print(f"  {label:40} {value}")


if __name__ == "__main__":
    main()
