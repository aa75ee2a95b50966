"""Office files: `.docx`, `.rtf`, and `.pdf` with a text layer."""

import logging
import re
from io import BytesIO

from standpoints.formats.archives import check_size
from standpoints.formats.databases import split_export
from standpoints.formats.drafts import Draft, Found, Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _TAB, _BREAKS = f"{_W}p", f"{_W}t", f"{_W}tab", (f"{_W}br", f"{_W}cr")
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{2000,}")  # a picture in rich text: hexadecimal digits by the million
MAX_PAGE = 40_000
"""Characters of one page of a PDF. A broadsheet holds 30,000; what pypdf needs grows with the square."""
_REBUILT = "paragraphs and words divided at line ends were put together by a guess; check the text"


def read_docx(raw: bytes) -> Found:
    """The paragraphs of a Word file, those of its tables among them; or the articles of a Nexis Uni export.

    A first paragraph in the style Title or Heading 1 is the title. Of tracked changes the new words count. Footnotes,
    headers and footers are not read.

    Source: python-docx (MIT), whose XML parser expands no entities.
    """
    from docx import Document

    check_size(raw)
    document = Document(BytesIO(raw))
    lines = _docx_lines(document.element.body)
    articles = split_export(lines)
    if articles is not None:
        return articles
    facts = {}
    first = next((p for p in document.paragraphs if p.text.strip()), None)
    if first is not None and first.style is not None and first.style.name in ("Title", "Heading 1"):
        facts["title"] = first.text.strip()
        lines = lines[lines.index(first.text) + 1 :] if first.text in lines else lines
    return [Draft(_joined(lines), facts)], []


def read_rtf(raw: bytes) -> Found:
    """The text of a rich text file; or the articles of a Factiva or Nexis export.

    Source: striprtf (BSD).
    """
    from striprtf.striprtf import rtf_to_text

    if not raw.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("is no rich text, whatever its name says", "left out; save it as .docx or .txt")
    raw = _PICTURE.sub(b" ", raw)
    text = rtf_to_text(raw.decode("latin-1"), errors="replace")
    lines = text.split("\n")
    articles = split_export(lines)
    if articles is not None:
        return articles
    doubts = ()
    plain = re.sub(rb"\\[{}\\]", b"", raw)
    if plain.count(b"{") != plain.count(b"}"):
        doubts = (("whole file", "its end is missing", "read as far as it goes; save or copy it anew"),)
    return [Draft(_joined(lines), doubts=doubts)], []


def read_pdf(raw: bytes) -> Found:
    """The text layer of a PDF, its lines put together to paragraphs.

    A line that ends a sentence and is clearly shorter than the others ends a paragraph. Page numbers, running titles
    and captions stay in the text; columns are read in the order in which the file holds them.

    Source: pypdf (BSD).
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it complains of is a row of `problems` here
    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("is locked by a password", "left out; save it without the password")
    lines = [line.rstrip() for page in reader.pages for line in _page_text(page).split("\n")]
    if not any(line.strip() for line in lines):
        what = f"holds no text, only pictures of it (pages: {len(reader.pages)})"
        raise Unreadable(what, "left out; run it through text recognition (OCR), or copy the text into a .txt file")
    doubts = (("whole file", "is a PDF: it holds lines, no paragraphs", _REBUILT),)
    return [Draft("\n\n".join(_paragraphs(lines)), doubts=doubts)], []


def _page_text(page) -> str:
    n = 0

    def count(text: str, *_) -> None:
        nonlocal n
        n += len(text)
        if n > MAX_PAGE:
            what = f"its page {page.page_number + 1} holds more than {MAX_PAGE:,} characters"
            raise Unreadable(what, "left out; copy the text into a .txt file")

    return page.extract_text(visitor_text=count) or ""


def _docx_lines(body) -> list[str]:
    """The text of each paragraph; a text box, which Word writes twice, counts once."""
    lines: list[str] = []
    twice = {node for fallback in body.iter("{*}Fallback") for node in fallback.iter()}
    for node in body.iter(_PARAGRAPH, _TEXT, _TAB, *_BREAKS):
        if node in twice:
            continue
        if node.tag == _PARAGRAPH:
            lines.append("")
        elif lines and node.tag == _TEXT:
            lines[-1] += node.text or ""
        elif lines and node.getparent().tag == f"{_W}r":  # else the position of a tab stop
            lines[-1] += "\t" if node.tag == _TAB else "\n"
    return lines


def _joined(lines: list[str]) -> str:
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _paragraphs(lines: list[str]) -> list[str]:
    full = sorted(len(line) for line in lines if line.strip())
    usual = full[int(len(full) * 0.8)]  # most lines of a column are about as long as this
    paragraphs, open_one = [], False
    for line in lines:
        words = line.strip()
        if not words:
            open_one = False
            continue
        if not open_one:
            paragraphs.append(words)
        elif re.search(r"[^\W\d_]-$", paragraphs[-1]) and words[0].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + words  # "negotia-" and "tions"
        else:
            paragraphs[-1] += ("" if paragraphs[-1].endswith("-") else " ") + words
        ends = re.search(r"[.!?:][”\"’')]*$", words)
        open_one = not (ends and len(words) < 0.85 * usual)
    return paragraphs
