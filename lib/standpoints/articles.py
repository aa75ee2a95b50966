"""The articles of a folder as a table, and a row of `problems` for all that could not be read or is doubtful.

Text is taken as it is: only line ends become "\\n" and the header is cut off. Every later span counts
characters of this text.
"""

import re
from datetime import datetime
from io import StringIO
from pathlib import Path

import pandas as pd

from standpoints.decoding import decode
from standpoints.project import ARTICLES

PROBLEM_COLUMNS = ["source_file", "article_id", "where", "what", "consequence"]
ARTICLE_COLUMNS = [
    "article_id", "title", "outlet", "published", "url", "language", "text", "n_words", "source_file",
]  # fmt: skip
_HEADER_KEYS = ["title", "outlet", "published", "url", "language"]

MAX_BYTES = 5_000_000
"""A larger file is listed, not read: 5 MB are some 800,000 words, no article."""
_INDEX = "articles.csv"
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_HEADER = re.compile(r"\s*---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_DATE_FORMATS = ["%Y/%m/%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"]


class ArticlesError(ValueError):
    """There is nothing to analyse; the message says what, where and what to do."""


def read_articles(folder: str | Path = ARTICLES) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two tables: `articles`, one row for each `.txt` file that could be read, and `problems`.

    A file may begin with a header of `title`, `outlet`, `published`, `url`, `language` (each optional), in
    YAML, between two lines `---`; or an `articles.csv` in the same folder gives them, with a column `file`.
    Where both do, the header counts. Files are read in the order of their names; hidden files, and links
    that lead out of the folder, are not read.

    articles: `article_id` (the file's name without `.txt`, made unique), `title`, `outlet`, `published`
    ("2025-05-11"), `url`, `language`, `text`, `n_words`, `source_file`; unknown is NaN.
    problems: `source_file`, `article_id`, `where`, `what`, `consequence`.

    Files are expected in UTF-8. In others the encoding is guessed and a row of `problems` names the guess.
    It cannot see whether a text is one article, or complete.

    Raises `ArticlesError` if the folder does not exist or holds no article that can be read.
    """
    folder = Path(folder)
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise ArticlesError(f"{folder} {what}; give a folder that holds your articles as .txt files.")
    names = sorted(p.name for p in folder.iterdir() if not p.name.startswith(".") and p.name != _INDEX)
    index, problems = _read_index(folder / _INDEX, names)
    rows: list[dict] = []
    for name in names:
        article_id = _unique(Path(name).stem, [row["article_id"] for row in rows])
        row, found = _read_article(folder / name, article_id, index.get(name, {}))
        problems += found
        rows += [row] if row else []
    problems += _repeated(rows)
    if not rows:
        raise ArticlesError(_nothing_read(folder, problems))
    articles = pd.DataFrame(rows, columns=ARTICLE_COLUMNS)
    return articles.astype({c: "str" for c in ARTICLE_COLUMNS if c != "n_words"}), problem_table(problems)


def problem(source_file: str, article_id: str | None, where: str, what: str, consequence: str) -> dict:
    """One row of `problems`, as a dict; `article_id` is None where no article came of the file."""
    return dict(zip(PROBLEM_COLUMNS, (source_file, article_id, where, what, consequence), strict=True))


def problem_table(rows: list[dict]) -> pd.DataFrame:
    """The table `problems` of these rows, all columns text, also when there are none."""
    return pd.DataFrame(rows, columns=PROBLEM_COLUMNS).astype("str")


def _nothing_read(folder: Path, problems: list[dict]) -> str:
    lines = [f"  {p['source_file']}: {p['what']}; {p['consequence']}" for p in problems]
    why = " What is there could not be read:\n" + "\n".join(lines) if lines else ""
    return f"{folder} holds no article. Put each article there as a .txt file (plain text, UTF-8).{why}"


def _unique(stem: str, taken: list[str]) -> str:
    """`stem`, or stem-2, stem-3 …: `Talks.txt` and `talks.TXT` must not share their exported files."""
    seen, number, name = {t.casefold() for t in taken}, 1, stem
    while name.casefold() in seen:
        number += 1
        name = f"{stem}-{number}"
    return name


def _read_article(path: Path, article_id: str, indexed: dict) -> tuple[dict | None, list[dict]]:
    """The row of one file, or None, and its problems."""
    reason = _why_not(path)
    if reason:
        return None, [problem(path.name, None, "whole file", *reason)]
    try:
        text, note = decode(path.read_bytes())
    except OSError as error:
        what = f"cannot be opened ({error.strerror or error})"
        return None, [problem(path.name, None, "whole file", what, "left out; check the file and its rights")]
    if text is None:
        return None, [problem(path.name, None, "whole file", note, "left out; save it as plain text, UTF-8")]
    header, body, found = _split_header(text)
    if not body.strip():
        reason = "has a header and no text" if header or found else "is empty", "left out; it needs a text"
        return None, [problem(path.name, None, "whole file", *reason)]
    if note:
        consequence = "read as that; check accented names and quotation marks, or save the file as UTF-8"
        found.insert(0, ("whole file", note, consequence))
    facts = {**indexed, **header}
    facts["published"], unclear = _iso_date(facts.get("published"))
    found += [unclear] if unclear else []
    found += _not_english(facts.get("language"), body)
    n_words = len(_WORD.findall(body))
    row = {"article_id": article_id, "text": body, "n_words": n_words, "source_file": path.name}
    row |= {key: facts.get(key) for key in _HEADER_KEYS}
    return row, [problem(path.name, article_id, *f) for f in found]


def _why_not(path: Path) -> tuple[str, str] | None:
    """What keeps a file from being read at all, and the consequence; None for a file to read."""
    if path.is_symlink() and path.resolve().parent != path.parent.resolve():
        return "is a link that leads out of the folder", "left out; copy the file itself into the folder"
    if path.is_dir():
        return "is a folder inside the folder", "its files are left out; move them up, or run it on its own"
    if path.suffix.lower() != ".txt":
        kind = path.suffix or "no ending"
        return f"is not a .txt file ({kind})", "left out; save the article's text as plain text (.txt, UTF-8)"
    if path.exists() and not path.is_file():
        return "is no ordinary file", "left out"
    if path.exists() and path.stat().st_size > MAX_BYTES:
        size = f"{path.stat().st_size / 1e6:.1f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB"
        return f"is too large ({size})", "left out; put one article into one file"
    return None


def _split_header(text: str) -> tuple[dict, str, list[tuple[str, str, str]]]:
    """The header's values, the text after it, and what was wrong with it (where, what, consequence)."""
    if not re.match(r"\s*---[ \t]*\n", text):
        return {}, text, []
    match = _HEADER.match(text)
    if not match:
        what = "the header opens with --- and has no closing line ---"
        return {}, text, [("its first line", what, "no header is read; all lines count as text")]
    block, body = match[1], text[match.end() :]
    first = text[: match.start(1)].count("\n")  # the line of the opening ---
    where = f"lines {first}-{first + block.count(chr(10)) + 1}"
    if block.strip() and not re.match(r"\s*(#|\w+[ \t]*:)", block):
        what = "begins like a header, but holds no `key: value` lines"
        return {}, text, [(where, what, "no header is read; all lines count as text")]
    try:
        values = _load_yaml(block)
    except _HeaderError as error:
        consequence = f"the header ({where}) is not read; the text after it is analysed"
        return {}, body, [(f"line {first + error.line}", error.what, consequence)]
    return _checked(values, where, body)


class _HeaderError(Exception):
    """The line is counted within the header's block, from 1."""

    def __init__(self, line: int, what: str):
        self.line, self.what = line, what


def _load_yaml(block: str) -> dict:
    """The mapping of a header. Values stay as written: YAML would move "00:30+03:00" to the day before."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.scanner import ScannerError

    try:
        values = YAML(typ="base").load(block) or {}
    except MarkedYAMLError as error:
        begun = error.context_mark if isinstance(error, ScannerError) else None  # e.g. where the quote opened
        mark = begun or error.problem_mark
        what = (error.problem or "cannot be read").split(" with value")[0]
        hint = '; put a value that holds a colon into quotation marks: title: "Talks: day one"'
        raise _HeaderError(mark.line + 1 if mark else 1, f"the header is broken: {what}{hint}") from None
    except YAMLError as error:
        raise _HeaderError(1, f"the header is broken: {str(error).splitlines()[0]}") from None
    if not isinstance(values, dict):
        raise _HeaderError(1, "the header is broken: not every line is `key: value`")
    return values


def _checked(values: dict, where: str, body: str) -> tuple[dict, str, list[tuple[str, str, str]]]:
    found, header = [], {}
    for key, value in values.items():
        if key not in _HEADER_KEYS:
            what = f"unknown entry {key!r} in the header; known are {', '.join(_HEADER_KEYS)}"
            found.append((where, what, "the entry is ignored"))
        elif not isinstance(value, str):
            found.append((where, f"{key!r} is not one line of text", "the entry is ignored"))
        elif value.strip() not in ("", "~", "null"):
            header[key] = value.strip()
    return header, body, found


def _iso_date(written: str | None) -> tuple[str | None, tuple[str, str, str] | None]:
    """The date as "2025-05-11", or None; and the problem of one that cannot be read for certain.

    "05/11/2025" stays unknown: it is the 5th of November to one reader and the 11th of May to another.
    """
    if written is None:
        return None, None
    iso = re.match(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$", written)
    for text, pattern in [(iso[1] if iso else "", "%Y-%m-%d"), *((written, f) for f in _DATE_FORMATS)]:
        try:
            return datetime.strptime(text, pattern).date().isoformat(), None
        except ValueError:
            continue
    consequence = "the date stays unknown; write it as 2025-05-11 (year-month-day)"
    return None, ("published", f"{written!r} is no clear date", consequence)


def _not_english(language: str | None, text: str) -> list[tuple[str, str, str]]:
    """A problem for a text that the kit's word lists and reader, all English, cannot judge."""
    letters = [c for c in text if c.isalpha()]
    foreign = sum(1 for c in letters if c > "\u024f") > len(letters) / 2  # beyond the Latin letters
    if not foreign and (language is None or re.match(r"en\b|en[-_]|english$", language.lower())):
        return []
    what = "most letters are not Latin" if foreign else f"the language is {language!r}"
    return [("text", f"{what}; the kit reads English", "analysed as if English: do not use its figures")]


def _read_index(path: Path, names: list[str]) -> tuple[dict[str, dict], list[dict]]:
    """What `articles.csv` says of each file, and its problems; nothing if there is no such file."""
    if not path.is_file() or path.is_symlink():
        return {}, []
    try:
        text, note = decode(path.read_bytes())
        if text is None:
            raise ValueError(note)
        head = text.split("\n", 1)[0]
        separator = ";" if ";" in head and "," not in head else ","  # half of Europe's spreadsheets write ;
        table = pd.read_csv(StringIO(text), sep=separator, dtype=str, index_col=False)
        if "file" not in table:
            raise ValueError("it has no column `file`")
    except (OSError, ValueError) as error:
        what = f"cannot be used: {' '.join(str(error).split())}"
        consequence = "ignored; it needs a first line such as file,title,outlet,published,url,language"
        return {}, [problem(path.name, None, "whole file", what, consequence)]
    index: dict[str, dict] = {}
    found = [("whole file", note, "read as that; check accented names, or save it as UTF-8")] if note else []
    for column in table.columns.difference(["file", *_HEADER_KEYS]):
        found.append((f"column {column}", f"unknown; known are file, {', '.join(_HEADER_KEYS)}", "ignored"))
    for line, row in enumerate(table.to_dict("records"), start=2):
        name = row.pop("file")
        if name not in names or name in index:
            what = f"{name!r} was named before" if name in index else f"the folder has no file {name!r}"
            found.append((f"row {line}", what, "the row is ignored"))
            continue
        known = {key: row[key] for key in _HEADER_KEYS if isinstance(row.get(key), str)}
        index[name] = {key: value.strip() for key, value in known.items() if value.strip()}
    return index, [problem(path.name, None, *f) for f in found]


def _repeated(rows: list[dict]) -> list[dict]:
    """A problem for each article whose text is the same as that of an earlier one: it counts twice."""
    first: dict[str, str] = {}
    found = []
    for row in rows:
        original = first.setdefault(row["text"].strip(), row["source_file"])
        if original != row["source_file"]:
            what, then = f"has the same text as {original}", "both are counted; delete one of them"
            found.append(problem(row["source_file"], row["article_id"], "whole file", what, then))
    return found
