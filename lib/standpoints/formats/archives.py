"""Zip files, and the office files that are zip files inside: nothing is unpacked to disk, nothing without a limit."""

import stat
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple

from standpoints.formats.drafts import Unreadable

MAX_UNPACKED = 500_000_000
"""A zip that would unpack to more is refused: a zip of 10 MB can hold the letter "a" 10 billion times."""
MAX_OFFICE = 100_000_000
"""The same for a .docx or .xlsx, most of which is read at once."""
MAX_MEMBERS = 50_000


class File(NamedTuple):
    """A file of a folder or a zip: its name there, and what gives its bytes or raises Unreadable."""

    name: str
    read: Callable[[], bytes]


def files_in(raw: bytes, limit: Callable[[str], int]) -> list[File]:
    """The files of a zip in the order of their names, without folders and hidden files.

    `limit` gives the most bytes that a file of this name may have.

    Raises Unreadable for what is no zip, holds no file or is too large unpacked.
    """
    with _opened(raw, MAX_UNPACKED) as archive:
        members = [info for info in archive.infolist() if not _path(info).endswith("/") and not is_hidden(_path(info))]
    if not members:
        raise Unreadable("holds no files", "nothing is read")
    return [
        File(_path(info), lambda info=info: _member(raw, info, limit(info.filename)))
        for info in sorted(members, key=_path)
    ]


def check_size(raw: bytes) -> None:
    """Raise Unreadable where an office file is no zip, or would unpack to more than a text can need."""
    _opened(raw, MAX_OFFICE).close()


def is_hidden(name: str) -> bool:
    """Whether a file is nobody's article: .DS_Store, a Mac's __MACOSX/._talks.txt, the ~$talks.docx of an open Word."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(p.startswith(("~$", ".")) and p not in (".", "..") for p in parts)


def _opened(raw: bytes, most: int) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable(f"is damaged or cut off ({error})", "left out; save or copy it anew") from None
    size = sum(info.file_size for info in archive.infolist())  # no more than is declared is ever read
    if size > most or len(archive.infolist()) > MAX_MEMBERS:
        what = f"would unpack to {size / 1e6:,.0f} MB in {len(archive.infolist()):,} files"
        raise Unreadable(what, f"refused; the limit is {most / 1e6:,.0f} MB and {MAX_MEMBERS:,} files")
    return archive


def _path(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/")


def _member(raw: bytes, info: zipfile.ZipInfo, most: int) -> bytes:
    path = PurePosixPath(_path(info))
    if not path.name:
        raise Unreadable("has no name in the zip", "left out; make the zip anew")
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise Unreadable("its path leads out of the zip", "refused")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unreadable("is a link inside the zip", "refused; put the file itself into the zip")
    if info.flag_bits & 1:
        raise Unreadable("is locked by a password", "left out; unpack it yourself")
    if info.file_size > most:
        raise too_large(info.file_size, most)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return archive.read(info)
    except Exception as error:  # whatever a broken zip may raise: zlib.error, BadZipFile, EOFError, ...
        raise Unreadable(f"is damaged inside the zip ({error})", "left out; make the zip anew") from None


def too_large(size: int, most: int) -> Unreadable:
    what = f"is too large ({size / 1e6:.1f} MB; the limit is {most / 1e6:.0f} MB)"
    return Unreadable(what, "left out; put one article into one file" if most < 10**7 else "left out; divide it")
