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
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pandas as pd

from standpoints.codebook import Codebook
from standpoints.project import LEXICON
from standpoints.reader import ReaderError
from standpoints.registry import Registry

MAX_BYTES = 500_000_000
"""So much is kept; above it, what was not used for longest goes."""
_BATCH = 10_000  # characters worked on at once: a table costs some time, however few its rows

Tables = dict[str, pd.DataFrame]
Columns = dict[str, dict[str, tuple[str, list]]]  # table → column → its type and values, as JSON has them


def in_batches(
    articles: pd.DataFrame,
    make: Callable[[pd.DataFrame], Tables],
    *,
    folder: str | Path | None = None,
    rules: str = "",
    fresh: bool = False,
    progress: bool = False,
) -> tuple[Tables, dict[str, Exception]]:
    """Return the tables that `make` gives of the articles, made of some at a time, and what failed on which article.

    Each table needs a column article_id, and its rows must depend on their own article alone. With a `folder`,
    articles known there under these `rules` (see `rules_of`) are not made again, unless `fresh`. One article that
    fails does not stop the others; a reader that is damaged stops all.
    """
    from tqdm import tqdm

    folder = Path(folder) if folder else None
    keys = {row["article_id"]: _key(row, rules) for row in articles.to_dict("records")}
    known = {} if fresh or folder is None else _known(folder, keys)
    failures: dict[str, Exception] = {}
    lengths = articles.set_index("article_id")["text"].str.len()
    todo = articles[~articles["article_id"].isin(known)]
    options = {"unit": " characters", "unit_scale": True, "disable": not progress, "desc": "Reading the articles"}
    with tqdm(total=int(lengths.sum()), initial=int(lengths[list(known)].sum()), **options) as bar:
        for batch in _batches(todo):
            made, failed = _made(batch, make)
            for article_id, columns in made.items():
                if folder is not None:
                    _keep(folder, keys[article_id], columns)
            known |= made
            failures |= failed
            bar.update(int(batch["text"].str.len().sum()))
    if folder is not None:
        _tidy(folder)
    nothing = {name: _columns(table) for name, table in make(articles.iloc[:0]).items()}
    parts = [nothing, *(known[article_id] for article_id in articles["article_id"] if article_id in known)]
    return {name: _joined([part[name] for part in parts]) for name in nothing}, failures


def rules_of(registry: Registry, codebook: Codebook) -> str:
    """Return a name for all, but the article, that an article's tables depend on."""
    here = Path(__file__).parent
    files = sorted(path for path in here.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".md"))
    parts = [platform.python_version(), *_versions()]
    parts += [table.to_csv() for table in (registry.actors, registry.offices)]
    parts += [codebook.model_dump_json()]
    parts += [path.relative_to(here).as_posix() + _hash(path.read_bytes()) for path in files]
    parts += [_hash(LEXICON.read_bytes()) if LEXICON.is_file() else ""]
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


def _batches(articles: pd.DataFrame) -> Iterator[pd.DataFrame]:
    if articles.empty:
        return
    before = articles["text"].str.len().cumsum().shift(fill_value=0)
    for _, batch in articles.groupby(before // _BATCH):
        yield batch.reset_index(drop=True)


def _made(articles: pd.DataFrame, make: Callable) -> tuple[dict[str, Columns], dict[str, Exception]]:
    """The tables of each article, and the error of each that has none; found by halves where a batch fails."""
    try:
        tables = make(articles)
    except ReaderError:
        raise
    except Exception as error:  # whatever it is, it is this one text's, and is listed
        if len(articles) == 1:
            return {}, {articles["article_id"].iloc[0]: error}
        half = len(articles) // 2
        (made, failed), (more, too) = (_made(part, make) for part in (articles.iloc[:half], articles.iloc[half:]))
        return made | more, failed | too
    rows = {name: dict(tuple(table.groupby("article_id", sort=False))) for name, table in tables.items()}
    return {
        article_id: {name: _columns(rows[name].get(article_id, table.iloc[:0])) for name, table in tables.items()}
        for article_id in articles["article_id"]
    }, {}


def _columns(table: pd.DataFrame) -> dict[str, tuple[str, list]]:
    return {
        name: (str(column.dtype), column.astype(object).where(column.notna(), None).tolist())
        for name, column in table.items()
    }


def _joined(parts: list[dict[str, tuple[str, list]]]) -> pd.DataFrame:
    """The rows of all parts. A column's type is that of the first part that has a value in it: without one it may
    not be known there."""
    columns = {}
    for name in parts[0]:
        values = [value for part in parts for value in part[name][1]]
        typed = max(parts, key=lambda part: (any(v is not None for v in part[name][1]), bool(part[name][1])))
        columns[name] = pd.Series(values, dtype=typed[name][0])
    return pd.DataFrame(columns)


def _known(folder: Path, keys: dict[str, str]) -> dict[str, Columns]:
    found = {article_id: _kept(folder, key) for article_id, key in keys.items()}
    return {article_id: columns for article_id, columns in found.items() if columns is not None}


def _kept(folder: Path, key: str) -> Columns | None:
    file = folder / f"{key}.json.gz"
    try:
        entry = json.loads(gzip.decompress(file.read_bytes()))
        if entry["key"] != key:
            return None
        os.utime(file)
        return entry["tables"]
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):  # not there, or damaged
        return None


def _keep(folder: Path, key: str, columns: Columns) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{key}.unfinished"
    unfinished.write_bytes(gzip.compress(json.dumps({"key": key, "tables": columns}).encode(), 5))
    os.replace(unfinished, folder / f"{key}.json.gz")


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
