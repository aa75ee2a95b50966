"""Dates as newspapers and databases write them → "2025-05-11"; no day is guessed in silence."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

Doubt = tuple[str, str, str]
"""What is doubtful: where, what, and the consequence, as in `problems`."""

_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_IN_WORDS = re.compile(  # "May 11th, 2025", "11 May 2025", "11. Mai 2025", "13-May-2025", "11 de mayo de 2025"
    r"(?<!\w)(?:[^\W\d_]{3,}\.? \d{1,2}(?:st|nd|rd|th)?,? |"
    r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?(?: of| de)?[ -][^\W\d_]{3,}\.?,?(?: de)?[ -])\d{4}(?!\d)"
)
_DAY_NUMBER = re.compile(r"\d{5}(?:\.\d+)?")
SPREADSHEET_DAY_0 = date(1899, 12, 30)
"""From which Excel and LibreOffice count days; old ones on a Mac count from 1904-01-01, and a workbook says so."""
_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk"]  # of month names; the order is fixed
_FAR = "2050"  # 2052 for 2025; no day of the clock, by which the same folder would be read differently tomorrow
_WRITE = "write it as 2025-05-11 (year-month-day)"


def read_dates(written: Sequence[str | None]) -> list[tuple[str | None, Doubt | None]]:
    """The dates of one file's articles as "2025-05-11" (None: unknown), each with its doubt, if there is one.

    "03/04/2025" is the 3rd of April to one reader and the 4th of March to another. It stays unknown, unless the same
    file settles it: beside "25/04/2025" it is read day first, and the first such date gets a doubt that says so.
    The day is that of the place where it was written: "2025-05-11T00:30+03:00" is the 11th. "11.05.2025" is day
    first: with dots no country writes the month first. A time span ("yesterday", "May 2025") is no date.
    """
    order, settled_by = _order(written)
    read = [_read(text.strip(), order) if text else (None, None) for text in written]
    if settled_by is None:
        return read
    both = [number for number, text in enumerate(written) if text and _is_ambiguous(text)]
    for number in both[:1]:
        more = f" (and {len(both) - 1} more of this file)" if len(both) > 1 else ""
        what = f"{written[number]!r}{more} can be read day first or month first"
        consequence = f"read {order} first, as {settled_by!r} in the same file must be; else {_WRITE}"
        read[number] = (read[number][0], ("published", what, consequence))
    return read


def _read(text: str, order: str | None) -> tuple[str | None, Doubt | None]:
    year_first, year_last = _YEAR_FIRST.match(text), _YEAR_LAST.search(text)
    if year_first:
        found = [int(part) for part in year_first.groups() if part and part.isdigit()]
    elif year_last and _is_ambiguous(text) and order is None:
        one, two = (_iso(_with_order(year_last, first)) for first in ("day", "month"))
        return None, ("published", f"{text!r} may be {one} or {two}", f"the date stays unknown; {_WRITE}")
    elif year_last:
        found = _with_order(year_last, order or ("month" if int(year_last[3]) > 12 else "day"))
    else:
        found = _in_words(text)
    iso = _iso(found)
    if iso is None:
        return None, ("published", f"{text!r} is no clear date", f"the date stays unknown; {_WRITE}")
    if iso >= _FAR:
        return iso, ("published", f"{text!r} lies far in the future", "taken as it is; mend the year, if that is wrong")
    return iso, None


def spreadsheet_day(facts: dict[str, str], where: str, day_0: date = SPREADSHEET_DAY_0) -> tuple[dict, list[Doubt]]:
    """The facts of a row of a spreadsheet, its date in words where it is the number of a day since 1970, and what
    was done: 45811, which Excel shows for 3 June 2025 in a cell that is not formatted as a date."""
    written = facts.get("published", "")
    if not _DAY_NUMBER.fullmatch(written) or not 25_569 <= float(written) < 73_051:  # 2100-01-01
        return facts, []
    day = (day_0 + timedelta(days=int(float(written)))).isoformat()
    doubt = (where, f"its date is the number {written}, as spreadsheets count days", f"read as {day}; check it")
    return facts | {"published": day}, [doubt]


def _order(written: Sequence[str | None]) -> tuple[str | None, str | None]:
    """What comes first in this file's dates, "day" or "month", and a date that settles it."""
    matches = [m for text in written if text and (m := _YEAR_LAST.search(text)) and m[2] != "."]
    day = [m[0] for m in matches if int(m[1]) > 12]
    month = [m[0] for m in matches if int(m[3]) > 12]
    if bool(day) == bool(month):
        return None, None
    return ("day", day[0]) if day else ("month", month[0])


def _is_ambiguous(text: str) -> bool:
    found = not _YEAR_FIRST.match(text.strip()) and _YEAR_LAST.search(text)
    return bool(found) and found[2] != "." and found[1] != found[3] and max(int(found[1]), int(found[3])) <= 12


def _with_order(found: re.Match, first: str) -> list[int]:
    if first == "day" or found[2] == ".":
        return [int(found[4]), int(found[3]), int(found[1])]
    return [int(found[4]), int(found[1]), int(found[3])]


def _in_words(text: str) -> list[int]:
    """Year, month and day of a date with the month's name: "Sunday, May 11, 2025 4:32 PM GMT"; empty if it is none."""
    stretch = _IN_WORDS.search(text)
    if not stretch:
        return []  # "11/05/25", a spreadsheet's "45788"
    from dateparser import parse

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    found = parse(stretch[0], languages=_LANGUAGES, settings=settings)
    return [found.year, found.month, found.day] if found else []


def _iso(parts: list[int]) -> str | None:
    try:
        return date(*parts).isoformat()
    except (TypeError, ValueError):
        return None
