"""The tables on disk: whole or not at all. A run that is stopped leaves what the last whole one wrote."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

import pandas as pd

from standpoints.articles import read_articles
from standpoints.project import ARTICLES, STUDY
from standpoints.spreadsheet import write_csv
from standpoints.study import Study, analyse, tables_of

_UNFINISHED = ".unfinished"
_WHOLE = ".whole"


@contextmanager
def replacing(folder: str | Path) -> Iterator[Path]:
    """Give a new folder to write into; when all is written, its files take their places in `folder`.

    Other files there stay. If the writing fails or is killed, `folder` is as it was; if it is killed while the files
    take their places, whatever uses the folder next goes on with that. One run a folder at a time.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _place(folder)
    new = folder / _UNFINISHED
    if new.exists():
        shutil.rmtree(new)
    new.mkdir()
    try:
        yield new
        new.rename(folder / _WHOLE)  # from here on it counts
    finally:
        shutil.rmtree(new, ignore_errors=True)
    _place(folder)


def was_stopped(folder: str | Path) -> bool:
    """Whether the last `replacing` of the folder was killed before its end."""
    return (Path(folder) / _UNFINISHED).exists()


def _place(folder: Path) -> None:
    whole = folder / _WHOLE
    if not whole.is_dir():
        return
    for path in sorted(whole.rglob("*")):  # a folder comes before what is in it
        target = folder / path.relative_to(whole)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            os.replace(path, target)
    shutil.rmtree(whole)


def save_study(study: Study, folder: str | Path) -> list[Path]:
    """Write each table as CSV (UTF-8) and as Parquet into `folder`; return the paths.

    All take their places when all are whole. The Parquet files hold the texts as they are; in the CSV files a ' stands
    before each character that a spreadsheet would run (see `as_written`).
    """
    with replacing(folder) as new:
        for name, table in tables_of(study).items():
            write_csv(table, new / f"{name}.csv")
            table.to_parquet(new / f"{name}.parquet", index=False)
    return sorted(Path(folder) / f"{name}.{kind}" for name in tables_of(study) for kind in ("csv", "parquet"))


def load_study(folder: str | Path) -> Study:
    """Return the study that `save_study` wrote into `folder`.

    Raises FileNotFoundError, naming what is missing, if a table is not there.
    """
    folder = Path(folder)
    for place in (folder.parent, folder):  # `standpoints run` replaces more than the tables
        _place(place)
    names = [field.name for field in fields(Study)]
    missing = [name for name in names if not (folder / f"{name}.parquet").is_file()]
    if missing:
        raise FileNotFoundError(
            f"{folder} holds no whole study: {', '.join(missing)} missing. Make it with "
            f"`standpoints tables ARTICLES --out {folder}`."
        )
    return Study(**{name: pd.read_parquet(folder / f"{name}.parquet") for name in names})


def project_study(folder: str | Path | None = None) -> Study:
    """Return the study of the articles in `folder`, with the project's registry and codebook.

    Without a folder it is the study that the notebooks show: of `data/articles`; in the notebooks of a
    `standpoints run`, while it executes them and when they are opened later, the study of that run.

    >>> study = sp.project_study("../my-articles")
    """
    if folder is None and STUDY:
        return load_study(STUDY)
    articles, problems = read_articles(folder or ARTICLES)
    return analyse(articles, problems=problems)
