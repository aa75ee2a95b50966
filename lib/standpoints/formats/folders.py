"""The files of a folder, and the `articles.csv` that may stand beside them and say what each of them is."""

import os
from pathlib import Path

from standpoints.formats import check_ending, size_limit
from standpoints.formats.archives import File, is_hidden, too_large
from standpoints.formats.dates import Doubt, spreadsheet_day
from standpoints.formats.decoding import decode
from standpoints.formats.drafts import Unreadable
from standpoints.formats.facts import TEXT, known_facts, misspelt, our_names
from standpoints.formats.tables import Record, separator_of, table_of

INDEX = "articles.csv"
_NEEDED = "ignored; it needs a first line such as file,title,outlet,published,url,language"


def files_of(folder: Path) -> list[File]:
    """The files of a folder in the order of their names, without hidden ones; not those of folders inside it."""
    paths = sorted((path for path in folder.iterdir() if not is_hidden(path.name)), key=lambda path: path.name)
    return [File(_name(path), lambda path=path: _bytes(path)) for path in paths]


def _name(path: Path) -> str:
    r"""The file's name; "caf\xe9.txt" where an old system wrote the é in a byte that means nothing in UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


def read_index(files: list[File]) -> tuple[dict[str, dict[str, str]] | None, list[Doubt]]:
    """What `articles.csv` says of each file, and its problems; None if there is none, or it holds articles itself."""
    file = next((file for file in files if file.name == INDEX), None)
    if file is None:
        return None, []
    try:
        text, note = decode(file.read())
        if text is None:
            raise Unreadable(note, _NEEDED)
    except Unreadable as error:
        return {}, [("whole file", f"cannot be used: {error.what}", _NEEDED)]
    columns, records, doubtful, gaps = table_of(text, separator_of(text))
    key = next((column for column in columns if column.casefold() == "file"), None)
    if key is None:
        if TEXT in our_names(tuple(columns)).values():
            return None, []
        return {}, [("whole file", "cannot be used: it has no column `file`", _NEEDED)]
    guessed = [("whole file", note, "read as that; check accented names, or save it as UTF-8")] if note else []
    index, unknown = _by_file(key, records, {other.name for other in files if other.name != INDEX})
    slips = misspelt(tuple(column for column in columns if column != key), "line 1")
    return index, [*guessed, *slips, *gaps, *doubtful.values(), *unknown]


def _by_file(key: str, records: list[Record], names: set[str]) -> tuple[dict, list[Doubt]]:
    index: dict[str, dict[str, str]] = {}
    doubts = []
    for where, row in records:
        name = row[key].strip()
        if name not in names or name in index:
            what = f"{name!r} was named before" if name in index else f"the folder has no file {name!r}"
            doubts.append((where, what, "the row is ignored"))
            continue
        facts = known_facts({column: cell for column, cell in row.items() if column != key})
        index[name], counted = spreadsheet_day(facts, where)
        doubts += counted
    return index, doubts


def _bytes(path: Path) -> bytes:
    """The bytes of a file. Raises Unreadable for what is no file of this folder, or too large."""
    if path.is_symlink() and path.resolve().parent != path.parent.resolve():
        raise Unreadable("is a link that leads out of the folder", "left out; copy the file itself into the folder")
    if path.is_dir():
        raise Unreadable("is a folder inside the folder", "its files are left out; move them up, or run it on its own")
    if path.exists() and not path.is_file():
        raise Unreadable("is no ordinary file", "left out")
    check_ending(path.name)
    try:
        size = path.stat().st_size
        if size > size_limit(path.name):
            raise too_large(size, size_limit(path.name))
        return path.read_bytes()
    except OSError as error:
        what = f"cannot be opened ({error.strerror or error})"
        raise Unreadable(what, "left out; check the file and its rights") from None
