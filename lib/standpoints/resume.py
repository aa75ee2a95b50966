"""Article by article, and on from where a run was stopped: what is known of an article is not worked out again.

The tables of each article are kept as one file in a folder, under a name that says all they depend on: the
article's row, the registry, the codebook, the lexicon, this library with its trained reader, and the libraries that
it stands on. They are JSON, packed, with a checksum: nothing in them can run, and a damaged one is worked out anew.
"""

import gzip
import hashlib
import json
import os
import platform
import re
import zlib
from collections.abc import Callable, Iterable
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version
from itertools import pairwise
from pathlib import Path

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.reader import ReaderError
from standpoints.registry import Registry
from standpoints.sharing import processes_for, shared_out

MAX_BYTES = 500_000_000
"""So much is kept; above it, what was not used for longest goes."""
_BATCH = 100_000  # characters worked on at once: a table costs some time, however few its rows
_ARTICLES = 50  # and so many articles: the reader remembers the last 64 for the steps after it

Tables = dict[str, pd.DataFrame]
Columns = dict[str, tuple[str, list]]  # a table's columns: type and values, as JSON has them
Parts = dict[str, Columns]  # the tables of one article


def in_batches(
    articles: pd.DataFrame,
    make: Callable[[pd.DataFrame], Tables],
    *,
    folder: str | Path | None = None,
    rules: str = "",
    fresh: bool = False,
    progress: bool = False,
) -> tuple[Tables, dict[str, str]]:
    """Return the tables that `make` gives of the articles, made of some at a time, and what failed on which article.

    Each table needs a column article_id, and its rows must depend on their own article alone. With a `folder`,
    articles known there under these `rules` (see `rules_of`) are not made again, unless `fresh`. One article that
    fails does not stop the others; a reader that is damaged stops all. Many articles are shared out between
    processes, for which it must be possible to pickle `make`; the tables are the same.
    """
    from tqdm import tqdm

    folder = Path(folder) if folder else None
    keys = [_key(row, rules) for row in articles.to_dict("records")] if folder else [""] * len(articles)
    lengths = articles["text"].str.len().astype("int64").to_numpy()
    new = lengths * [fresh or folder is None or not _file(folder, key).is_file() for key in keys]
    batches = _batches(lengths)
    tasks = ((articles.iloc[begin:end].reset_index(drop=True), keys[begin:end]) for begin, end in batches)
    failures: dict[str, str] = {}
    found: list[Tables] = [make(articles.iloc[:0])]
    options = {"unit": " characters", "unit_scale": True, "disable": not progress, "desc": "Reading the articles"}
    with tqdm(total=int(lengths.sum()), initial=int(lengths.sum() - new.sum()), **options) as bar:
        processes = processes_for(int(new.sum()), len(batches))
        done = shared_out(partial(_tables_of, make, folder, fresh), tasks, processes)
        for (begin, end), (tables, failed) in zip(batches, done, strict=True):
            found.append(tables)
            failures |= failed
            bar.update(int(new[begin:end].sum()))
    if folder is not None:
        _tidy(folder)
    return {name: _appended([some.pop(name) for some in found if name in some]) for name in [*found[0]]}, failures


def rules_of(registry: Registry, codebook: Codebook, lexicon: pd.DataFrame) -> str:
    """Return a name for all, but the article, that an article's tables depend on."""
    here = Path(__file__).parent
    files = sorted(path for path in here.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".md"))
    parts = [platform.python_version(), *_versions()]
    parts += [table.to_csv() for table in (registry.actors, registry.offices, lexicon)]
    parts += [codebook.model_dump_json()]
    parts += [path.relative_to(here).as_posix() + _hash(path.read_bytes()) for path in files]
    return _hash(json.dumps(parts).encode())


def _versions() -> list[str]:
    """The installed version of each library that this one asks for."""
    found = []
    for line in requires("standpoints") or []:
        name = re.match(r"[\w.-]+", line)[0]
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:  # of an extra that is not installed
            continue
    return found


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _key(row: dict, rules: str) -> str:
    return _hash(json.dumps([rules, row], sort_keys=True, default=str).encode())


def _file(folder: Path, key: str) -> Path:
    return folder / f"{key}.json.gz"


def _batches(lengths: Iterable[int]) -> list[tuple[int, int]]:
    """(begin, end) of the articles that are worked on at once."""
    cuts, size = [0], 0
    for number, length in enumerate(lengths):
        if number > cuts[-1] and (size + length > _BATCH or number - cuts[-1] == _ARTICLES):
            cuts.append(number)
            size = 0
        size += length
    return list(pairwise([*cuts, len(lengths)])) if len(lengths) else []


def _tables_of(
    make: Callable, folder: Path | None, fresh: bool, articles: pd.DataFrame, keys: list[str]
) -> tuple[Tables, dict[str, str]]:
    """The tables of some articles, from the folder or made (none if all of them failed), and what failed."""
    if folder is None:
        made, failures = _made(articles, make)
        found = [tables for _, tables in made]
        return {name: _appended([tables[name] for tables in found]) for name in (found[0] if found else ())}, failures
    key_of = dict(zip(articles["article_id"], keys, strict=True))
    known = {} if fresh else _known(folder, key_of)
    made, failures = _made(articles[~articles["article_id"].isin(known)], make)
    for article_ids, tables in made:
        for article_id, parts in _taken_apart(article_ids, tables).items():
            _keep(folder, key_of[article_id], parts)
            known[article_id] = parts
    parts = [known[article_id] for article_id in key_of if article_id in known]
    return {name: _joined([part[name] for part in parts]) for name in (parts[0] if parts else ())}, failures


def _made(articles: pd.DataFrame, make: Callable) -> tuple[list[tuple[list[str], Tables]], dict[str, str]]:
    """The tables, with the articles that they are of, and the error of each article that has none.

    Where a batch fails it is made by halves.
    """
    if articles.empty:
        return [], {}
    try:
        return [(articles["article_id"].tolist(), make(articles.reset_index(drop=True)))], {}
    except ReaderError:
        raise
    except Exception as error:  # whatever it is, it is this one text's, and is listed
        if len(articles) == 1:
            return [], {articles["article_id"].iloc[0]: f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"}
        half = len(articles) // 2
        (made, failed), (more, too) = (_made(part, make) for part in (articles.iloc[:half], articles.iloc[half:]))
        return made + more, failed | too


def _taken_apart(article_ids: list[str], tables: Tables) -> dict[str, Parts]:
    """The tables of each article, also of one that has no rows."""
    parts = {name: _by_article(table) for name, table in tables.items()}
    nothing = {name: _columns(table.iloc[:0]) for name, table in tables.items()}
    return {
        article_id: {name: parts[name].get(article_id, nothing[name]) for name in tables} for article_id in article_ids
    }


def _columns(table: pd.DataFrame) -> Columns:
    return {name: (str(column.dtype), _values(column)) for name, column in table.items()}


def _values(column: pd.Series) -> list:
    return column.astype(object).where(column.notna(), None).tolist()


def _by_article(table: pd.DataFrame) -> dict[str, Columns]:
    """The columns of each article's rows. The table is taken apart once: for each article it would cost far more."""
    columns = _columns(table)
    places = table.groupby("article_id", sort=False).indices
    return {
        article_id: {name: (kind, [values[i] for i in rows.tolist()]) for name, (kind, values) in columns.items()}
        for article_id, rows in places.items()
    }


def _joined(parts: list[Columns]) -> pd.DataFrame:
    """The rows of all parts. A column's type is that of the first part that has a value in it: without one it may
    not be known there."""
    columns = {}
    for name in parts[0]:
        values = [value for part in parts for value in part[name][1]]
        typed = max(parts, key=lambda part: (any(v is not None for v in part[name][1]), bool(part[name][1])))
        columns[name] = pd.Series(values, dtype=typed[name][0])
    return pd.DataFrame(columns)


def _appended(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all tables; a column's type as in `_joined`."""
    tables = [table for table in tables if len(table)] or tables[:1]
    if len(tables) == 1:
        return tables[0]
    columns = {}
    for name in tables[0]:
        parts = [table[name] for table in tables]
        typed = parts[0].dtype
        if any(part.dtype != typed for part in parts):
            typed = max(parts, key=lambda part: part.notna().any()).dtype
        alike = [part if part.dtype == typed else pd.Series(_values(part), dtype=typed) for part in parts]
        columns[name] = pd.concat(alike, ignore_index=True)
    return pd.DataFrame(columns)


def _known(folder: Path, keys: dict[str, str]) -> dict[str, Parts]:
    found = {article_id: _kept(folder, key) for article_id, key in keys.items()}
    return {article_id: columns for article_id, columns in found.items() if columns is not None}


def _kept(folder: Path, key: str) -> Parts | None:
    file = _file(folder, key)
    try:
        entry = json.loads(gzip.decompress(file.read_bytes()))
        if entry["key"] != key:
            return None
        os.utime(file)
        return entry["tables"]
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):  # not there, or damaged
        return None


def _keep(folder: Path, key: str, tables: Parts) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{key}.{os.getpid()}.unfinished"
    unfinished.write_bytes(gzip.compress(json.dumps({"key": key, "tables": tables}).encode(), 5))
    os.replace(unfinished, _file(folder, key))


def _tidy(folder: Path) -> None:
    files = [(path.stat(), path) for path in folder.glob("*.json.gz")]
    size = sum(stat.st_size for stat, _ in files)
    for stat, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
        if size <= MAX_BYTES:
            break
        path.unlink(missing_ok=True)
        size -= stat.st_size
    for path in folder.glob("*.unfinished"):
        path.unlink(missing_ok=True)
