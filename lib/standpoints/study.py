"""The whole way: articles in, every table out; and keeping the tables."""

import os
import shutil
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path

import pandas as pd

from standpoints.actors import resolve_actors
from standpoints.articles import problem, problem_table, read_articles
from standpoints.codebook import Codebook, read_codebook
from standpoints.positions import code_positions
from standpoints.registry import Registry, read_registry
from standpoints.sentences import split_sentences
from standpoints.statements import find_statements, said
from standpoints.tone import add_tone
from standpoints.voices import mark_voices, own_words


@dataclass(frozen=True)
class Study:
    """The tables of one corpus; their columns are listed in `data/README.md`."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    statements: pd.DataFrame
    mentions: pd.DataFrame
    codes: pd.DataFrame
    problems: pd.DataFrame

    def __repr__(self) -> str:
        sizes = ", ".join(f"{len(table):,} {name}" for name, table in tables_of(self).items())
        return f"Study({sizes})"


def tables_of(study: Study) -> dict[str, pd.DataFrame]:
    """Return the study's tables by name, in the order of the data's way."""
    return {field.name: getattr(study, field.name) for field in fields(study)}


def analyse(
    articles: pd.DataFrame,
    *,
    registry: Registry | None = None,
    codebook: Codebook | None = None,
    problems: pd.DataFrame | None = None,
) -> Study:
    """Return the study of `articles`: who says what, in which tone, and which positions they take.

    Needs the table (and `problems`) of `read_articles`. Without a registry or codebook the project's own are read
    from `data/`. `problems` gets a row for each article in which nobody is reported to say
    anything and for each statement that has no tone.

    >>> articles, problems = sp.read_articles("my-articles")
    >>> study = sp.analyse(articles, problems=problems)
    """
    registry = registry or read_registry()
    codebook = codebook or read_codebook()
    sentences = split_sentences(articles)
    statements = find_statements(articles, sentences)
    statements, mentions = resolve_actors(articles, sentences, statements, registry)
    sentences = mark_voices(sentences, statements)
    codes = code_positions(statements, codebook)
    statements = _toned(statements, said(statements, articles))
    return Study(
        articles=articles,
        sentences=_toned(sentences, own_words(sentences, statements).where(sentences["voice"] == "reporter")),
        statements=statements,
        mentions=mentions,
        codes=codes,
        problems=_with_gaps(problems, articles, statements),
    )


def _toned(table: pd.DataFrame, words: pd.Series) -> pd.DataFrame:
    """Tone columns scored on `words`, or on the row's text where there are none given."""
    return add_tone(table.assign(words=words.fillna(table["text"])), text="words").drop(columns="words")


def _with_gaps(problems: pd.DataFrame | None, articles: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The problems, and a row for each article in which nobody speaks and each statement that has no tone."""
    rows = [] if problems is None else problems.to_dict("records")
    files = articles.set_index("article_id")["source_file"]
    for article_id, file in files[~files.index.isin(statements["article_id"])].items():
        rows.append(problem(file, article_id, "whole article", "no statement found", "counts in no chart"))
    for row in statements[statements["tone_vader"].isna()].itertuples():
        where = f"statement {row.statement_id}, characters {row.start}-{row.end}"
        what = "no English words to score the tone of"
        rows.append(problem(files[row.article_id], row.article_id, where, what, "left out of the tone charts"))
    return problem_table(rows)


def save_study(study: Study, folder: str | Path) -> list[Path]:
    """Write each table as CSV (UTF-8) and as Parquet into `folder`; return the paths.

    The files are written beside the folder and moved into place when all are whole, so that a run that is
    stopped leaves the last good tables as they were.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=folder))
    try:
        for name, table in tables_of(study).items():
            table.to_csv(unfinished / f"{name}.csv", index=False, lineterminator="\n")
            table.to_parquet(unfinished / f"{name}.parquet", index=False)
        return [Path(shutil.move(path, folder / path.name)) for path in sorted(unfinished.iterdir())]
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def load_study(folder: str | Path) -> Study:
    """Return the study that `save_study` wrote into `folder`.

    Raises FileNotFoundError, naming what is missing, if a table is not there.
    """
    folder = Path(folder)
    names = [field.name for field in fields(Study)]
    missing = [name for name in names if not (folder / f"{name}.parquet").is_file()]
    if missing:
        raise FileNotFoundError(
            f"{folder} holds no whole study: {', '.join(missing)} missing. Make it with "
            f"`standpoints tables ARTICLES --out {folder}`."
        )
    return Study(**{name: pd.read_parquet(folder / f"{name}.parquet") for name in names})


def project_study() -> Study:
    """Return the study that the notebooks show: of `data/articles`, with the project's registry and codebook.

    While `standpoints run` executes the notebooks it is the study of that run, named by the environment variable
    STANDPOINTS_STUDY.
    """
    made = os.environ.get("STANDPOINTS_STUDY")
    if made:
        return load_study(made)
    articles, problems = read_articles()
    return analyse(articles, problems=problems)
