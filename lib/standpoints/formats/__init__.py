"""The formats in which articles come, one part for each family.

drafts (what every part gives: drafts of articles, or the reason why there is none), facts (title, outlet, date … by
whatever name), headers (the YAML at the top of a text), plain (.txt, .md), tables (.csv, .tsv, .jsonl, .xlsx), pages
(.html), documents (.docx, .rtf, .pdf), databases (exports of Nexis Uni and Factiva), archives (.zip), folders (all of
these in a folder); decoding and mojibake (bytes to text, and text that was decoded wrongly), dates, languages.

Bytes in, drafts out: no part opens a file, follows an address or knows of tables.
"""

import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from standpoints.formats.drafts import Found, Unreadable

_MARKED, _TEXT, _DOCUMENT, _COLLECTION = 1_000_000, 5_000_000, 30_000_000, 200_000_000
# ending: (module, function, most bytes). 5 MB are some 800,000 words, no article; an office file holds pictures too.
_READERS = {
    ".txt": ("plain", "read_txt", _TEXT),
    ".md": ("plain", "read_md", _MARKED),
    ".csv": ("tables", "read_csv", _COLLECTION),
    ".tsv": ("tables", "read_tsv", _COLLECTION),
    ".jsonl": ("tables", "read_jsonl", _COLLECTION),
    ".xlsx": ("tables", "read_xlsx", _DOCUMENT),
    ".html": ("pages", "read_html", _DOCUMENT),
    ".htm": ("pages", "read_html", _DOCUMENT),
    ".docx": ("documents", "read_docx", _DOCUMENT),
    ".rtf": ("documents", "read_rtf", _DOCUMENT),
    ".pdf": ("documents", "read_pdf", _DOCUMENT),
}
ENDINGS = [*_READERS, ".zip"]


def ending(name: str) -> str:
    """The ending of a file's name in small letters: ".txt"."""
    return PurePath(name).suffix.lower()


def size_limit(name: str) -> int:
    """The most bytes that are read of a file of this name; a larger one is listed."""
    return _READERS.get(ending(name), ("", "", _COLLECTION))[2]


def check_ending(name: str) -> None:
    """Raise Unreadable for a kind of file that no part reads, before anything is read of it."""
    if ending(name) not in ENDINGS:
        what = f"is of a kind that cannot be read ({ending(name) or 'no ending'})"
        raise Unreadable(what, f"left out; save it as one of {', '.join(ENDINGS)}")


def read_drafts(name: str, raw: bytes) -> Found:
    """The articles of a file's bytes, and what of it is left out, by the ending of its name.

    Raises Unreadable if it gives no article: another ending, a package that is not installed, a damaged file.
    """
    check_ending(name)
    if ending(name) == ".zip":
        raise Unreadable("is a zip inside a zip", "left out; unpack it")
    module, function, _ = _READERS[ending(name)]
    try:
        read: Callable[[bytes], Found] = getattr(import_module(f"standpoints.formats.{module}"), function)
        with warnings.catch_warnings():  # a library's "Data Validation extension is not supported" helps nobody here
            warnings.simplefilter("ignore")
            drafts, gaps = read(raw)
    except Unreadable:
        raise
    except ImportError as error:
        what = f"needs a package that is not installed whole ({_said(error)})"
        if isinstance(error, ModuleNotFoundError):
            what = f"needs the package {error.name.partition('.')[0]}, which is not installed"
        raise Unreadable(
            what, 'left out; in the folder of the project type: make ingest, or: pip install -e ".[ingest]"'
        ) from None
    except Exception as error:  # a damaged file: each library complains in its own way, and the others are still read
        what = f"is damaged, or no {ending(name)} file ({_said(error)})"
        raise Unreadable(what, "left out; open it in the program that made it, and save it anew") from None
    if not drafts and not gaps:
        raise Unreadable("is empty", "left out; it needs a text")
    return drafts, gaps


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
