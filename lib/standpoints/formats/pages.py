"""Web pages saved as `.html`. Nothing is fetched: what the file does not hold is not there."""

import re

from standpoints.formats.databases import from_factiva_page
from standpoints.formats.dates import Doubt
from standpoints.formats.decoding import decode
from standpoints.formats.drafts import Draft, Found, Unreadable

MAX_ELEMENTS = 20_000
"""A page of news has some thousands; what trafilatura needs grows with the square."""
MAX_PIECE = 9_000_000
"""Bytes of one text, script or attribute: at ten million the parser leaves the rest of the page out without a word."""
_PICTURE = re.compile(r"""data:[^"'\s)>]{1000,}""")  # a browser that saves a page whole writes its pictures so
_AS_TEXT = "left out; save the article's text as plain text (.txt)"
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?\s*([\w-]+)""", re.IGNORECASE)


def read_html(raw: bytes) -> Found:
    """The article of a page, without menus, advertisements and comments; or the articles of a Factiva page.

    title, outlet (the site's name), published, url and author come from what the page says of itself. A date is taken
    only where the page writes it so that day and month are clear.

    Source: trafilatura (Apache 2.0), which also judges what belongs to the article. Check its text in the preview.
    """
    from lxml import html
    from trafilatura import bare_extraction

    page, note = _decoded(raw)
    page = _PICTURE.sub("data:,", page)
    if not page.strip():
        return [Draft("")], []
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    articles = from_factiva_page(tree)
    if articles is not None:
        return articles
    _check_size(tree)
    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not (found.text or "").strip():
        raise Unreadable("no article was found in the page", _AS_TEXT)
    facts = {"title": found.title, "outlet": found.sitename, "url": found.url, "author": found.author}
    published, doubts = _date(found.date, page)
    doubts += (("whole file", note, "read as that; check accented names and quotation marks"),) if note else ()
    facts["published"] = published
    lines = [line for line in found.text.split("\n") if line.strip()]
    text = "\n\n".join(lines[1:] if lines[0] == found.title else lines)
    return [Draft(text, {name: value for name, value in facts.items() if value}, doubts=doubts)], []


def _check_size(tree) -> None:
    """Raise Unreadable for a page that trafilatura would not read, or would read for ever."""
    elements = list(tree.iter())
    pieces = (piece for part in elements for piece in (part.text, part.tail, *part.attrib.values()) if piece)
    largest = max((len(piece.encode()) for piece in pieces), default=0)
    if len(elements) > MAX_ELEMENTS:
        what = f"it has {len(elements):,} elements; the limit is {MAX_ELEMENTS:,}"
    elif largest > MAX_PIECE:
        what = f"one piece of it has {largest / 1e6:.1f} MB; the limit is {MAX_PIECE / 1e6:.0f} MB"
    else:
        return
    raise Unreadable(f"is no page of an article: {what}", _AS_TEXT)


def _decoded(raw: bytes) -> tuple[str, str | None]:
    """The page in the encoding that it names, else in one that is guessed, with a note of the guess."""
    declared = _CHARSET.search(raw[:4096])
    try:
        return raw.decode(declared[1].decode() if declared else "utf-8"), None
    except (LookupError, UnicodeDecodeError):
        text, note = decode(raw)
        if text is None:
            raise Unreadable(note, "left out; save the page anew") from None
        return text, note


def _date(found: str | None, page: str) -> tuple[str | None, tuple[Doubt, ...]]:
    """The date if the page writes it clearly; "03/04/2025" is taken for the 3rd of April by the library alone."""
    if not found:
        return None, ()
    year, month, day = found.split("-")
    name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][int(month) - 1]
    in_words = rf"{name}\w*\.? 0?{int(day)}\w*,? {year}|0?{int(day)}\w* {name}\w*\.?,? {year}"
    clear = rf"{year}[-/.]?{month}[-/.]?{day}|{in_words}"
    if int(day) > 12 or day == month or re.search(clear, page):
        return found, ()
    what = f"the page writes its date so that day and month may be exchanged ({found} or {year}-{day}-{month})"
    return None, (("published", what, "the date stays unknown; give it in articles.csv"),)
