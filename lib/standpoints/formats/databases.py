"""Exports of news databases, many articles in one file: Nexis Uni (.docx, .rtf), Factiva (.rtf, .html).

The layouts are those that open parsers of these exports describe: LexisNexisTools (J. Gruber) and
tm.plugin.lexisnexis for Nexis Uni; tm.plugin.factiva (M. Bouchet-Valat), factiva-parsing (B. Clemm) and
Factiva-RTF-output-to-XML (F. Bailo) for Factiva. They were not tried on licensed originals.
"""

import re
from collections.abc import Callable, Iterator

from standpoints.formats.drafts import Draft, Found

_NEXIS_END = re.compile(r"\s*End of Document\s*$", re.IGNORECASE)
_NEXIS_DATE = re.compile(r"(?:\w+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\.? [^\W\d_]{3,} \d{4})\b")
_NEXIS_FIELD = re.compile(r"([A-Z][A-Za-z/ -]{2,25}):[\u00a0 ]\s*(.+)", re.DOTALL)
_NEXIS_NAMES = {"Byline": "author", "Section": "section", "Language": "language"}
_NEXIS_AFTER = re.compile(r"(?:Classification|Graphic|Notes?|Correction|Load-Date:.*)\s*$", re.DOTALL)

_FACTIVA_END = re.compile(r"\s*(?:AN\s*\|)?\s*Document ([A-Za-z0-9]{15,})\s*\|?\s*$")
_FACTIVA_CODE = re.compile(
    r"\|?(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)\s*[|\t](.*)"
)
_FACTIVA_NAMES = {"HD": "title", "SN": "outlet", "PD": "published", "LA": "language", "BY": "author", "SE": "section"}
_LANGUAGES = {"English", "German", "French", "Spanish", "Italian", "Polish", "Russian", "Ukrainian", "Chinese"}
_AUTHOR = re.compile(r"By [^.!?]+$|[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,2}$")
_WORD_COUNT = re.compile(r"\d[\d,.]* words\s*$")
_RIGHTS = re.compile(r"\s*(?:copyright\b|\(c\)|©)", re.IGNORECASE)
_CUT_OFF = "is cut off: its closing line is missing"


def split_export(lines: list[str]) -> Found | None:
    """The articles of a Nexis Uni or Factiva export, given its lines; None if it is neither."""
    if any(map(_NEXIS_END.match, lines)) and any(line.strip() == "Body" for line in lines):
        return _split(lines, _NEXIS_END, _nexis)
    if any(map(_FACTIVA_END.match, lines)):
        return _split(lines, _FACTIVA_END, _factiva)
    return None


def from_factiva_page(tree) -> Found | None:
    """The articles of a page that was saved from Factiva; None if it is another page."""
    boxes = [box for box in tree.iter("div") if re.match(r"article \w\wArticle\b", box.get("class", ""))]
    if not boxes:
        return None
    lines = [[line for line in _page_lines(box) if not _FACTIVA_END.match(line)] for box in boxes]
    return _numbered([_factiva(article) for article in lines])


def _split(lines: list[str], end: re.Pattern, read: Callable[[list[str]], Draft]) -> Found:
    pieces: list[list[str]] = [[]]
    for line in lines:
        pieces[-1].append(line)
        if end.match(line):
            pieces.append([])
    rest = " ".join(pieces.pop()).split()
    articles, gaps = _numbered([read(piece[:-1]) for piece in pieces])
    if len(rest) > 50 and rest[:2] != ["Search", "Summary"]:  # with which Factiva ends
        gaps.append((f"article {len(pieces) + 1}", _CUT_OFF, "left out; export it anew"))
    return articles, gaps


def _numbered(articles: list[Draft]) -> Found:
    kept, gaps = [], []
    for number, article in enumerate(articles, start=1):
        where = f"article {number}"
        if not article.text:
            gaps.append((where, f"has no text (title: {article.facts.get('title', 'none')})", "left out"))
            continue
        lacking = [name for name in ("title", "outlet", "published") if not article.facts.get(name)]
        doubts = [(where, f"no {' and no '.join(lacking)} was found", "unknown; look at the text")] if lacking else []
        kept.append(article._replace(number=number, doubts=tuple(doubts)))
    return kept, gaps


def _nexis(lines: list[str]) -> Draft:
    """Title, newspaper, date, rights, fields ("Section: World"), Body, the text, Classification, fields.

    Before the first title may stand a list of all titles: so the lines are counted back from the last date.
    """
    lines = [line.strip() for line in lines if line.strip()]
    body = lines.index("Body") if "Body" in lines else len(lines)
    head, rest = lines[:body], lines[body + 1 :]
    after = next((n for n, line in enumerate(rest) if _NEXIS_AFTER.match(line)), len(rest))
    dates = [n for n, line in enumerate(head) if n >= 2 and _NEXIS_DATE.match(line)]
    facts = dict(zip(("title", "outlet", "published"), head[dates[-1] - 2 :], strict=False)) if dates else {}
    fields = [_NEXIS_FIELD.match(line) for line in head[dates[-1] + 1 if dates else 0 :] + rest[after:]]
    named = {field[1]: field[2].strip() for field in fields if field and field[1] != "Length"}
    facts |= {_NEXIS_NAMES.get(name, name): value for name, value in named.items()}
    return Draft("\n\n".join(rest[:after]), facts)


def _factiva(lines: list[str]) -> Draft:
    """Title, "By ...", "664 words", date, perhaps time, newspaper, its code, page, language, rights, the text; or the
    same behind codes ("HD|Talks to resume|"), where the export was made with indexing."""
    lines = [line.strip() for line in lines if line.strip()]
    if any(match[1] == "HD" for match in map(_FACTIVA_CODE.match, lines) if match):
        return _factiva_coded(lines)
    count = next((n for n, line in enumerate(lines) if n and _WORD_COUNT.match(line)), None)
    if count is None:
        return Draft("\n\n".join(lines))
    named = lines[count - 1]
    signed = count > 1 and bool(_AUTHOR.match(named))
    facts = {"title": lines[count - 2] if signed else named, "author": named.removeprefix("By ") if signed else ""}
    rest = lines[count + 1 :]
    rights = next((n for n, line in enumerate(rest[:10]) if _RIGHTS.match(line)), None)
    language = next((n for n, line in enumerate(rest[:10]) if line in _LANGUAGES), None)
    begin = max([n + 1 for n in (rights, language) if n is not None], default=2)
    facts["published"] = rest[0] if rest else ""
    facts["outlet"] = next((line for line in rest[1:begin] if not re.match(r"\d{1,2}:\d{2}", line)), "")
    facts["language"] = rest[language] if language is not None else ""
    return Draft("\n\n".join(rest[begin:]), {name: value for name, value in facts.items() if value})


def _factiva_coded(lines: list[str]) -> Draft:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found = _FACTIVA_CODE.match(line)
        code, line = (found[1], found[2]) if found else (code, line)
        fields.setdefault(code, []).append(line.strip().rstrip("|").strip())
    text = "\n\n".join(line for code in ("LP", "TD") for line in fields.get(code, []) if line)
    facts = {_FACTIVA_NAMES.get(code, code): " ".join(lines).strip() for code, lines in fields.items() if code}
    facts["author"] = facts.get("author", "").removeprefix("By ")
    return Draft(text, {name: value for name, value in facts.items() if value and name not in ("LP", "TD", "WC", "AN")})


def _page_lines(article) -> Iterator[str]:
    """The lines of an article in a page: the rows of its table of codes, or its innermost paragraphs."""
    for row in article.iter("tr"):
        cells = row.findall("td")
        if len(cells) == 2:
            inner = [_words(part) for part in cells[1].iter("p")] or [_words(cells[1])]
            yield f"{_words(cells[0])}|{inner[0]}"
            yield from inner[1:]
    if article.find(".//tr") is None:
        for part in article.iter("div", "p"):
            if part.find(".//div") is None and part.find(".//p") is None:
                yield _words(part)


def _words(part) -> str:
    return " ".join(part.text_content().split())
