"""Articles in every format: each test builds its own files. The exports of databases are built by the layouts that
open parsers of them describe."""

import io
import json
import socket
import stat
import subprocess
import sys
import textwrap
import time
import tomllib
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from standpoints.articles import ArticlesError, read_articles
from standpoints.formats import ENDINGS, archives, documents, pages, read_drafts
from standpoints.formats.drafts import Unreadable

PARAGRAPHS = [
    "The premier of Norland said on Monday that talks with Sundia would resume next week.",
    "“We have waited long enough,” Joss Tavian told reporters in Belmora.",
    "Mira Oster, who speaks for the government of Sundia, declined to say when it would answer.",
]
TEXT = "\n\n".join(PARAGRAPHS)
FACTS = {"title": "Talks to resume", "outlet": "The Fjord", "published": "2025-05-11", "language": "en"}
ROW = {"article_id": "talks", **FACTS, "desk": "World", "text": TEXT}


def txt(text=TEXT):
    header = "".join(f"{key}: {value}\n" for key, value in FACTS.items())
    return f"---\n{header}desk: World\n---\n{text}".encode()


def md():
    marked = [
        PARAGRAPHS[0].replace("premier of Norland", "**premier** of [Norland](https://norland.example)"),
        PARAGRAPHS[1],
        PARAGRAPHS[2].replace("Sundia, declined", "*Sundia*,\ndeclined"),
    ]
    return b"---\noutlet: The Fjord\npublished: 2025-05-11\n---\n# Talks to resume\n\n" + "\n\n".join(marked).encode()


def table(separator, rows=(ROW,)):
    cells = [list(ROW), *(list(row.values()) for row in rows)]
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in cells]
    return "\r\n".join(separator.join(row) for row in quoted).encode()


def jsonl(rows=(ROW,)):
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def xlsx(rows=(ROW,), **others):
    book = Workbook()
    book.active.title = "Articles"
    for row in [list(ROW), *(list(row.values()) for row in rows)]:
        book.active.append(row)
    for name, cells in others.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    return saved(book)


def html(paragraphs=PARAGRAPHS, head=""):
    inside = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks to resume - The Fjord</title>'
        '<meta property="og:title" content="Talks to resume"><meta property="og:site_name" content="The Fjord">'
        f'<link rel="canonical" href="https://fjord.example/talks">{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>Talks to resume</h1>{inside}</article>"
        '<section class="comments"><p>I do not believe a word.</p></section><footer>Subscribe!</footer></body></html>'
    ).encode()


def docx(lines=PARAGRAPHS, title="Talks to resume", style="Title"):
    document = Document()
    if title:
        document.add_paragraph(title, style=style)
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def rtf(lines=PARAGRAPHS):
    escaped = "\\par\n".join(lines).replace("“", "\\u8220?").replace("”", "\\'94").replace("\u00a0", "\\~")
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Arial;}}}}{{\\info{{\\title Draft}}}}\\f0 {escaped}\\par}}".encode()


def pdf(paragraphs=PARAGRAPHS):
    """A page of lines of 60 characters, as small as a PDF can be."""
    lines = [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, 60)]
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 72 770 Td 14 TL {shown} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    xref = b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer << /Size 6 /Root 1 0 R >>\n"
    return out + xref + b"startxref\n%d\n%%%%EOF\n" % len(out)


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return buffer.getvalue()


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


FILES = {
    "talks.txt": txt(),
    "talks.md": md(),
    "talks.csv": table(","),
    "talks.tsv": table("\t"),
    "talks.jsonl": jsonl(),
    "talks.xlsx": xlsx(),
    "talks.html": html(head='<meta property="article:published_time" content="2025-05-11T10:00:00+03:00">'),
    "talks.docx": docx(),
    "talks.rtf": rtf(),
    "talks.pdf": pdf(),
    "talks.zip": zipped({"press/talks.txt": txt(), "__MACOSX/press/._talks.txt": b"\x00"}),
}
GIVEN = {name: set(FACTS) for name in FILES} | {
    "talks.docx": {"title", "language"},
    "talks.rtf": {"language"},
    "talks.pdf": {"language"},
}


def read(folder, files):
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    return read_articles(folder)


def lines(problems):
    return [" | ".join(map(str, row)) for row in problems[["source_file", "where", "what", "consequence"]].values]


def test_every_format_has_its_file_here():
    assert {Path(name).suffix for name in FILES} | {".htm"} == set(ENDINGS)


def test_the_first_heading_of_a_word_file_is_its_title(tmp_path):
    articles, _ = read(tmp_path, {"talks.docx": docx(style="Heading 1")})
    assert articles.loc[0, ["title", "text"]].tolist() == ["Talks to resume", TEXT]


@pytest.mark.parametrize("name", FILES)
def test_one_article_is_the_same_in_every_format(tmp_path, name):
    articles, problems = read(tmp_path, {name: FILES[name]})
    row = articles.loc[0]
    assert len(articles) == 1
    assert (row["article_id"], row["text"]) == ("talks", TEXT)
    assert {fact: row[fact] for fact in FACTS if pd.notna(row[fact])} == {f: FACTS[f] for f in GIVEN[name]}
    assert row["n_words"] == 42
    if name == "talks.pdf":
        assert problems["what"].tolist() == ["is a PDF: it holds lines, no paragraphs"]
    else:
        assert problems.empty


@pytest.mark.parametrize("name", ["talks.txt", "talks.csv", "talks.tsv", "talks.jsonl", "talks.xlsx"])
def test_other_facts_are_kept_as_columns(tmp_path, name):
    articles, _ = read(tmp_path, {name: FILES[name]})
    assert articles["desk"].tolist() == ["World"]


def test_all_formats_together_are_one_article_and_reading_them_again_gives_the_same(tmp_path):
    names = list(FILES)
    for part, order in (("there", names), ("back", names[::-1])):
        (tmp_path / part).mkdir()
        for name in order:
            (tmp_path / part / name).write_bytes(FILES[name])
    there, problems = read_articles(tmp_path / "there")
    back, problems_back = read_articles(tmp_path / "back")
    again, problems_again = read_articles(tmp_path / "there")
    assert there.to_csv() == back.to_csv() == again.to_csv()
    assert problems.to_csv() == problems_back.to_csv() == problems_again.to_csv()
    assert there["source_file"].tolist() == ["talks.csv"]
    repeated = problems[problems["what"] == "has the same text as talks (talks.csv)"]["source_file"].tolist()
    others = sorted(name for name in FILES if name not in ("talks.csv", "talks.zip"))
    assert repeated == [*others, "talks.zip/press/talks.txt"]


COLUMNS = {"Headline": "title", "Publication": "outlet", "Date": "published", "Link": "url", "Full Text": "text"}


def test_columns_are_known_by_the_names_that_databases_give_them(tmp_path):
    rows = [[*COLUMNS, "Byline"], ["Talks", "The Fjord", "11 May 2025", "https://fjord.example", TEXT, "Mira Lund"]]
    sheet = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)  # half of Europe writes ;
    articles, problems = read(tmp_path, {"press.csv": sheet.encode()})
    assert articles.loc[0, [*COLUMNS.values()]].tolist() == [
        "Talks", "The Fjord", "2025-05-11", "https://fjord.example", TEXT,
    ]  # fmt: skip
    assert articles.loc[0, ["article_id", "Byline", "published_raw"]].tolist() == [
        "press-1",
        "Mira Lund",
        "11 May 2025",
    ]
    assert problems.empty


def test_rows_that_cannot_be_read_are_listed_and_the_others_read(tmp_path):
    sheet = (
        "text,date\n"
        "Norland waits.,2025-05-11\n"
        "Sundia, too, waits.,2025-05-12\n"
        ",2025-05-13\n"
        '"He said "no" to us.",2025-05-14\n'
        "\n"
        '"Nobody came,2025-05-15\n'
        '"Qaristan left.",2025-05-16\n'
        '"Two\nlines.",2025-05-17\n'
        '"Never closed,2025-05-18\n'
        "The end.,2025-05-19\n"
    )
    articles, problems = read(tmp_path, {"press.csv": sheet.encode()})
    assert articles[["article_id", "text"]].values.tolist() == [
        ["press-1", "Norland waits."],
        ["press-3", 'He said "no" to us.'],
        ["press-4", "Two\nlines."],
    ]
    kept = 'left out; put a text that holds commas into "..." and write a mark inside it twice: ""'
    assert lines(problems) == [
        f"press.csv | line 3 | has 4 cells; the first line names 2 columns | {kept}",
        f"press.csv | lines 7-8 | a quotation mark opens and does not close | {kept}",
        f"press.csv | lines 11-12 | a quotation mark opens and does not close | {kept}",
        "press.csv | line 4 | has no text | the row is left out",
        "press.csv | line 5 | a quotation mark inside a text is not written twice"
        " | read as it stands; check where the text begins and ends",
    ]


def test_a_part_of_a_line_that_is_in_no_cell_is_not_dropped(tmp_path):
    sheet = 'text,title,desk\nNorland waits.,Talks,World\nSundia waits.,"Talks,World,Late\n'
    articles, problems = read(tmp_path, {"press.csv": sheet.encode()})
    assert articles["text"].tolist() == ["Norland waits."]
    assert problems["what"].tolist() == ["a quotation mark opens and does not close"]
    _, problems = read(tmp_path, {"press.csv": sheet.replace("Sundia waits.,", ",").encode()})
    assert problems["where"].tolist() == ["line 3"]


def test_lines_of_json_that_cannot_be_read_are_listed(tmp_path):
    raw = (
        b'{"body": "Norland waits.", "n": 3, "tags": ["a"]}\n{"body": \n[1]\n\n{"title": "No text"}\n{"body": "Never."}'
    )
    articles, problems = read(tmp_path, {"press.jsonl": raw})
    assert articles[["article_id", "text", "n", "tags"]].fillna("-").values.tolist() == [
        ["press-1", "Norland waits.", "3", '["a"]'],
        ["press-3", "Never.", "-", "-"],
    ]
    assert lines(problems) == [
        "press.jsonl | line 2 | is no JSON (Expecting value) | the line is left out",
        'press.jsonl | line 3 | is no JSON object | left out; a line must be {"text": "...", ...}',
        "press.jsonl | line 5 | has no text | the row is left out",
    ]


def test_a_fact_that_is_an_object_of_json_counts_by_its_name(tmp_path):
    rows = [
        {"source": {"id": "arvik", "name": "Arvik Times"}, "publishedAt": "2025-05-11T09:00:00Z", "text": "We wait."},
        {"source": {"title": "The Fjord"}, "byline": {"name": "A. Lund"}, "text": "We talk."},
        {"source": {"id": 7}, "text": "We go."},
    ]
    articles, problems = read(tmp_path, {"press.jsonl": jsonl(rows)})
    assert articles["outlet"].tolist() == ["Arvik Times", "The Fjord", '{"id": 7}']
    assert articles.loc[0, ["source.id", "published"]].tolist() == ["arvik", "2025-05-11"]
    assert articles.loc[1, "byline"] == '{"name": "A. Lund"}'
    assert problems.empty


@pytest.mark.parametrize(("epoch", "number"), [(WINDOWS_EPOCH, 45811), (MAC_EPOCH, 45811 - 1462)])
def test_a_date_that_is_a_number_in_a_sheet_is_read_as_the_sheet_counts(tmp_path, epoch, number):
    book = Workbook()
    book.epoch = epoch
    for row in (["date", "text"], [number, "Norland waits."]):
        book.active.append(row)
    articles, problems = read(tmp_path, {"press.xlsx": saved(book)})
    assert articles["published"].tolist() == ["2025-06-03"]
    assert problems["what"].tolist() == [f"its date is the number {number}, as spreadsheets count days"]


def test_sheets_without_texts_and_cut_cells_are_listed(tmp_path):
    long = {**ROW, "article_id": "long", "text": "Norland waits. " * 2184 + "Norland"}
    articles, problems = read(tmp_path, {"press.xlsx": xlsx([ROW, long], Notes=[["a", "b"], [1, 2]])})
    assert articles["article_id"].tolist() == ["talks", "long"]
    assert lines(problems) == [
        "press.xlsx | sheet Notes | no column holds the articles' text (its columns: a, b)"
        " | left out; name the column with the text `text` (or body, content, article, full_text)",
        "press.xlsx | sheet Articles, row 3 | its text has 32,767 characters, as many as Excel keeps"
        " | probably cut off; take the article from its source",
    ]


def test_cells_beside_the_named_columns_are_kept(tmp_path):
    book = Workbook()
    for row in (["text", None, "date"], ["Norland waits.", "a", 45788, "b"], ["Sundia waits.", None, None, None]):
        book.active.append(row)
    book.active["C2"].number_format = "yyyy-mm-dd"
    articles, problems = read(tmp_path, {"press.xlsx": saved(book)})
    assert articles.loc[0, ["unnamed", "unnamed.2", "published"]].tolist() == ["a", "b", "2025-05-11"]
    assert problems.empty


@pytest.mark.parametrize("name", ["press.csv", "press.tsv", "press.jsonl"])
def test_a_guessed_encoding_of_a_table_is_listed(tmp_path, name):
    sheet = '{"text": "Mira Oster’s café"}' if name.endswith("jsonl") else "text\nMira Oster’s café\n"
    articles, problems = read(tmp_path, {name: sheet.encode("cp1252")})
    assert articles["text"].tolist() == ["Mira Oster’s café"]
    assert lines(problems) == [
        f"{name} | whole file | not UTF-8; the encoding was guessed: CP1252"
        " | read as that; check accented names, or save it as UTF-8"
    ]


@pytest.mark.parametrize("name", ["press.csv", "press.xlsx"])
def test_a_table_without_a_column_of_texts_says_which_columns_it_has(tmp_path, name):
    book = Workbook()
    book.active.append(["when", "what"])
    book.active.append(["2025-05-11", "Talks"])
    raw = saved(book) if name.endswith("xlsx") else b"when,what\n2025-05-11,Talks\n"
    (tmp_path / "press.txt").write_bytes(txt())
    _, problems = read(tmp_path, {name: raw})
    assert problems["what"].tolist() == ["no column holds the articles' text (its columns: when, what)"]


def test_articles_csv_is_a_list_of_files_or_holds_the_articles_itself(tmp_path):
    index = b"file,Headline,desk\ntalks.docx,From the list,World\n"
    articles, problems = read(tmp_path, {"articles.csv": index, "talks.docx": docx(title=None)})
    assert articles.loc[0, ["article_id", "title", "desk"]].tolist() == ["talks", "From the list", "World"]
    assert problems.empty
    (tmp_path / "talks.docx").unlink()
    articles, problems = read(tmp_path, {"articles.csv": table(",")})
    assert articles["article_id"].tolist() == ["talks"]


def test_a_zip_brings_its_own_articles_csv(tmp_path):
    members = {"articles.csv": b"file,title\npress/talks.rtf,From the list\n", "press/talks.rtf": rtf()}
    articles, problems = read(tmp_path, {"all.zip": zipped(members)})
    assert articles[["article_id", "title", "source_file"]].values.tolist() == [
        ["talks", "From the list", "all.zip/press/talks.rtf"]
    ]
    assert problems.empty


MARKDOWN = [
    ("Day *one* &amp; `two`.", "Day one & two."),
    ("- Talks.\n- Two *things*:\n  more.\n", "Talks.\n\nTwo things: more."),
    ("> “We wait,”\n> he said.\n>\n> “No.”\n", "“We wait,” he said.\n\n“No.”"),
    ("A line  \nbroken on purpose.", "A line\nbroken on purpose."),
    ("![A photo](photo.png)\n\nTalks.\n\n---\n\nMore.", "Talks.\n\nMore."),
    ("## Day one\n\nTalks.", "Day one\n\nTalks."),
]


@pytest.mark.parametrize(("marked", "plain"), MARKDOWN)
def test_markdown_gives_its_words(marked, plain):
    (draft,), gaps = read_drafts("a.md", marked.encode())
    assert draft.text == plain
    assert gaps == []


PAGE_DATES = [
    ('<meta name="date" content="2025-05-04">', "2025-05-04"),
    ('<meta name="date" content="May 4, 2025">', "2025-05-04"),
    ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-05-04"}</script>', "2025-05-04"),
    ('<meta name="date" content="25/04/2025">', "2025-04-25"),
    ('<meta name="date" content="04/05/2025">', None),
    ("", None),
]


@pytest.mark.parametrize(("head", "published"), PAGE_DATES)
def test_the_date_of_a_page_is_read_where_it_is_clear(tmp_path, head, published):
    articles, problems = read(tmp_path, {"talks.html": html(head=head)})
    assert articles["published"].fillna("unknown").tolist() == [published or "unknown"]
    if "04/05/2025" in head:
        assert lines(problems) == [
            "talks.html | published | the page writes its date so that day and month may be exchanged"
            " (2025-05-04 or 2025-04-05) | the date stays unknown; give it in articles.csv"
        ]
    else:
        assert problems.empty


def test_a_page_is_read_in_the_encoding_that_it_names():
    page = html(["The word is «нет», said Mira Oster of Sundia."] * 3).decode()
    (draft,), _ = read_drafts("a.html", page.replace("utf-8", "windows-1251").encode("cp1251"))
    assert "«нет»" in draft.text


def test_the_words_of_tables_text_boxes_and_tracked_changes_of_a_docx_are_read_once():
    document = Document()
    document.add_paragraph("Norland\twaits.")
    document.add_table(1, 2).rows[0].cells[1].text = "In a table."
    changed = (
        "<w:p><w:ins w:author='a'><w:r><w:t>New words.</w:t></w:r></w:ins>"
        "<w:del w:author='a'><w:r><w:delText>Old words.</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
        "</mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    raw = with_member(
        saved(document), "word/document.xml", lambda xml: xml.replace(b"<w:sectPr", changed.encode() + b"<w:sectPr", 1)
    )
    (draft,), _ = read_drafts("a.docx", raw)
    assert draft.text == "Norland\twaits.\n\nIn a table.\n\nNew words.\n\nIn a box."


def with_member(raw, name, change):
    """The zip with one member changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped(members | {name: change(members[name])})


COVER = [
    "User Name: A Reader", "Date and Time: Monday, May 12, 2025 10:15:00 AM EDT", "Job Number: 1234567",
    "Documents (2)", "1. Talks to resume", "Client/Matter: -None-", "Search Terms: norland", "Narrowed by:",
    "Content Type", "News", "Timeline: May 01, 2025 to May 12, 2025", "2. Sundia waits", "", "", "",
]  # fmt: skip


def nexis(title, outlet, date, paragraphs):
    return [
        title, outlet, date, "", "Copyright 2025 Fjord Press All Rights Reserved", "Section:\u00a0WORLD; Pg. 3",
        "Length:\u00a0120 words", "Byline:\u00a0Mira Lund", "Body", "", "", *paragraphs, "Classification", "",
        "Language:\u00a0ENGLISH", "Publication-Type:\u00a0Newspaper", "Load-Date:\u00a0May 12, 2025", "",
        "End of Document", "",
    ]  # fmt: skip


NEXIS = [
    *COVER,
    *nexis("Talks to resume", "The Fjord", "May 11, 2025 Sunday", PARAGRAPHS),
    *nexis("Sundia waits", "Sundia Post", "12 May 2025 Monday", PARAGRAPHS[2:]),
]


def factiva(title, outlet, date, paragraphs, *, author="By Mira Lund", time="10:30"):
    given = [title, author, "120 words", date, time, outlet, "FJORD", "3", "English", "(c) 2025 Fjord Press"]
    return [*(line for line in given if line), *paragraphs, "Document FJORD00020250511el5b0001p", ""]


FACTIVA = [
    "Factiva RTF Display Format", "",
    *factiva("Talks to resume", "The Fjord", "11 May 2025", PARAGRAPHS),
    *factiva("Sundia waits", "Sundia Post", "12 May 2025", PARAGRAPHS[2:], author="", time=""),
    "Search Summary", "Text", "norland",
]  # fmt: skip


def codes(title, outlet, date, paragraphs):
    return {
        "HD": [title], "BY": ["By Mira Lund"], "WC": ["120 words"], "PD": [date], "SN": [outlet], "LA": ["English"],
        "LP": paragraphs[:1], "TD": paragraphs[1:], "NS": ["gdip : Diplomacy"],
        "AN": ["Document FJORD00020250511el5b0001p"],
    }  # fmt: skip


CODED = [
    codes("Talks to resume", "The Fjord", "11 May 2025", PARAGRAPHS),
    codes("Sundia waits", "Sundia Post", "12 May 2025", PARAGRAPHS[2:]),
]


def factiva_coded_rtf():
    rows = [
        f"\\trowd\\cellx500\\cellx9000 \\intbl \\b {code}\\b0\\cell \\intbl "
        + "\\par\\par ".join(cell)
        + "\\cell\\row\n"
        for article in CODED
        for code, cell in article.items()
    ]
    escaped = "".join(rows).replace("“", "\\'93").replace("”", "\\'94")
    return f"{{\\rtf1\\ansi {escaped}}}".encode()


def factiva_coded_html():
    articles = ""
    for article in CODED:
        cells = {code: "".join(f"<p>{line}</p>" for line in cell) for code, cell in article.items()}
        rows = "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>" for code, cell in cells.items())
        articles += f'<div class="article"><div class="article enArticle"><table>{rows}</table></div></div>'
    return f'<html><head><meta charset="utf-8"></head><body>{articles}</body></html>'.encode()


def factiva_html():
    articles = ""
    for first, last in (("Talks to resume", "Sundia waits"), ("Sundia waits", "Search Summary")):
        given = FACTIVA[FACTIVA.index(first) : FACTIVA.index(last)]
        rights = given.index("(c) 2025 Fjord Press")
        head = "".join(f"<div>{line}</div>" for line in given[1 : rights + 1])
        body = "".join(f'<p class="articleParagraph enarticleParagraph">{line}\n</p>' for line in given[rights + 1 :])
        title = f'<div id="hd"><span class="enHeadline"> {given[0]} </span></div>'
        articles += f'<div class="article"><div class="article enArticle"><p>{title}{head}</p>{body}</div></div>'
    return f'<html><head><meta charset="utf-8"></head><body>{articles}</body></html>'.encode()


EXPORTS = {
    "nexis.docx": docx(NEXIS, title=None),
    "nexis.rtf": rtf(NEXIS),
    "factiva.rtf": rtf(FACTIVA),
    "factiva-coded.rtf": factiva_coded_rtf(),
    "factiva.html": factiva_html(),
    "factiva-coded.html": factiva_coded_html(),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_exports_of_databases_are_divided_into_their_articles(tmp_path, name):
    articles, problems = read(tmp_path, {name: EXPORTS[name]})
    stem = Path(name).stem
    assert articles[["article_id", "title", "outlet", "published", "language", "text"]].values.tolist() == [
        [f"{stem}-1", "Talks to resume", "The Fjord", "2025-05-11", "en", TEXT],
        [f"{stem}-2", "Sundia waits", "Sundia Post", "2025-05-12", "en", PARAGRAPHS[2]],
    ]
    assert articles.loc[0, "author"] == "Mira Lund"
    assert problems.empty


def test_an_export_that_is_cut_off_or_lacks_a_date_is_listed(tmp_path):
    cut = NEXIS[: NEXIS.index("Sundia Post")] + ["Sundia"] * 60
    undated = nexis("Sundia waits", "Sundia Post", "", PARAGRAPHS[2:])
    articles, problems = read(tmp_path, {"cut.docx": docx(cut, title=None), "undated.docx": docx(undated, title=None)})
    assert articles["article_id"].tolist() == ["cut-1", "undated-1"]
    assert lines(problems) == [
        "cut.docx | article 2 | is cut off: its closing line is missing | left out; export it anew",
        "undated.docx | article 1 | no title and no outlet and no published was found | unknown; look at the text",
    ]


BROKEN = {name: raw[: len(raw) // 2] for name, raw in FILES.items() if name[5:] in (".xlsx", ".docx", ".zip")}
BROKEN |= {
    "noise.xlsx": bytes(range(256)) * 40,
    "noise.docx": zipped({"word/document.xml": "<w:document>"}),
    "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "noise.rtf": b"no rich text",
    "noise.jsonl": b"\x00\x01\x02" * 99,
    "noise.html": b"<html></html>",
    "empty.csv": b"",
    "empty.xlsx": saved(Workbook()),
    "empty.docx": docx([], title=None),
    "empty.pdf": pdf([]),
    "empty.zip": zipped({}),
    "nested.zip": zipped({"inner.zip": zipped({"a.txt": b"Talks."})}),
    "kinds.zip": zipped({"photo.png": b"\x89PNG"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_or_empty_file_is_one_row_of_problems_and_the_others_are_read(tmp_path, name):
    articles, problems = read(tmp_path, {"good.txt": txt(), name: BROKEN[name]})
    assert articles["article_id"].tolist() == ["good"]
    if name == "empty.zip":
        assert lines(problems) == ["empty.zip | whole file | holds no files | nothing is read"]
    assert len(problems) == 1
    assert problems.loc[0, "source_file"].startswith(name)
    assert problems["article_id"].isna().all()


def test_a_rich_text_file_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path):
    articles, problems = read(tmp_path, {"talks.rtf": rtf()[:200]})
    assert articles.loc[0, "text"].startswith(PARAGRAPHS[0])
    assert lines(problems) == [
        "talks.rtf | whole file | its end is missing | read as far as it goes; save or copy it anew"
    ]


def test_paths_and_links_out_of_a_zip_are_refused(tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    raw = zipped(
        {"good.txt": txt(), "../above.txt": b"Out.", "/root.txt": b"Out.", "..\\wide.txt": b"Out.", link: b"/etc/hosts"}
    )
    articles, problems = read(tmp_path, {"all.zip": raw})
    assert articles["article_id"].tolist() == ["good"]
    assert lines(problems) == [
        "all.zip/../above.txt | whole file | its path leads out of the zip | refused",
        "all.zip/../wide.txt | whole file | its path leads out of the zip | refused",
        "all.zip//root.txt | whole file | its path leads out of the zip | refused",
        "all.zip/link.txt | whole file | is a link inside the zip | refused; put the file itself into the zip",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip"]


@pytest.mark.parametrize("name", ["", ".", "\x00", "./."])
def test_a_file_without_a_name_in_a_zip_is_listed_and_the_others_read(tmp_path, name):
    nameless = zipfile.ZipInfo("x")
    nameless.filename = name
    articles, problems = read(tmp_path, {"all.zip": zipped({nameless: b"Nobody.", "good.txt": txt()})})
    assert articles["article_id"].tolist() == ["good"]
    assert [line.split(" | ")[2] for line in lines(problems)] == ["has no name in the zip"]


def test_zips_that_would_unpack_to_too_much_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_UNPACKED", 1_000_000)
    monkeypatch.setattr(archives, "MAX_OFFICE", 1_000_000)
    bomb = with_member(docx(), "word/document.xml", lambda xml: xml + b" " * 2_000_000)
    many = zipped({f"{number}.txt": b"a" * 600_000 for number in range(2)})
    large = zipped({"large.txt": b"a" * 5_000_001})
    assert max(map(len, (bomb, many, large))) < 100_000
    _, problems = read(tmp_path, {"good.txt": txt(), "bomb.docx": bomb, "many.zip": many})
    assert problems["source_file"].tolist() == ["bomb.docx", "many.zip"]
    assert problems["what"].str.startswith("would unpack to ").all()
    assert problems["consequence"].str.startswith("refused; the limit is 1 MB").all()
    monkeypatch.setattr(archives, "MAX_UNPACKED", 10_000_000)
    _, problems = read(tmp_path, {"many.zip": large})
    assert "is too large (5.0 MB; the limit is 5 MB)" in problems["what"].tolist()


LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


@pytest.mark.parametrize(
    ("raw", "name", "tag"),
    [(docx(), "word/document.xml", b"<w:t>"), (xlsx(), "xl/worksheets/sheet1.xml", b"<t>")],
    ids=["docx", "xlsx"],
)
def test_a_billion_laughs_are_not_unpacked(tmp_path, raw, name, tag):
    def laughing(xml):
        at = xml.index(b"?>") + 2 if xml.startswith(b"<?xml") else 0
        return xml[:at] + LAUGHS + xml[at:].replace(tag, tag + b"&j;")

    bomb = with_member(raw, name, laughing)
    try:
        drafts, _ = read_drafts("bomb." + ("docx" if "word" in name else "xlsx"), bomb)
    except Unreadable as error:
        assert "is damaged" in error.what
    else:
        assert all(len(draft.text) <= len(TEXT) for draft in drafts)


def test_nothing_is_fetched(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("something asked the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    page = html(head='<link rel="stylesheet" href="https://a.example/a.css"><base href="https://a.example/">')
    entity = b'<!DOCTYPE html [<!ENTITY x SYSTEM "https://a.example/x">]>' + page
    articles, _ = read(tmp_path, {**FILES, "talks.html": page, "other.html": entity})
    assert len(articles) == 1


MISSING = {"html": "trafilatura", "docx": "docx", "rtf": "striprtf", "pdf": "pypdf"}


@pytest.mark.parametrize(("kind", "package"), MISSING.items())
def test_a_missing_package_is_named_with_the_command_that_installs_it(tmp_path, monkeypatch, kind, package):
    for module in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    articles, problems = read(tmp_path, {"good.txt": txt(), f"talks.{kind}": FILES[f"talks.{kind}"]})
    assert articles["article_id"].tolist() == ["good"]
    assert lines(problems) == [
        f"talks.{kind} | whole file | needs the package {package}, which is not installed"
        ' | left out; in the folder of the project type: make ingest, or: pip install -e ".[ingest]"'
    ]


def test_a_package_that_lacks_a_part_is_no_damaged_file(tmp_path, monkeypatch):
    def refuse(raw):
        raise ImportError("lxml.html.clean module is now a separate project")

    monkeypatch.setattr(pages, "read_html", refuse)
    _, problems = read(tmp_path, {"good.txt": txt(), "page.html": html()})
    assert problems["what"].tolist() == [
        "needs a package that is not installed whole (lxml.html.clean module is now a separate project)"
    ]
    assert problems["consequence"].str.contains("make ingest").all()


def test_the_tests_have_all_that_ingest_has_and_a_run_needs_none_of_it():
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert set(extras["ingest"]) <= set(extras["dev"])
    assert not set(extras["ingest"]) & set(project["dependencies"])
    code = (
        "import sys; from standpoints.articles import read_articles; read_articles();"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "standpoints" in loaded
    assert not {"trafilatura", "docx", "striprtf", "pypdf", "openpyxl", "mistune"} & set(loaded)


@settings(deadline=None, max_examples=60)
@given(name=st.sampled_from(sorted({**FILES, **EXPORTS})), data=st.data())
def test_any_damage_leaves_an_article_or_a_reason(name, data):
    raw = bytearray({**FILES, **EXPORTS}[name])
    for _ in range(data.draw(st.integers(1, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(raw[: data.draw(st.integers(1, len(raw)))])
    if name.endswith(".zip"):
        name, damaged = "talks.docx", damaged
    try:
        drafts, gaps = read_drafts(name, damaged)
    except Unreadable as error:
        assert error.what
        assert error.consequence
    else:
        assert drafts or gaps


def test_nothing_readable_says_why_for_each_file(tmp_path):
    with pytest.raises(ArticlesError, match=r"noise\.pdf: is damaged, or no \.pdf file"):
        read(tmp_path, {"noise.pdf": b"%PDF"})


def test_halves_of_characters_and_strange_line_ends_do_not_reach_the_tables(tmp_path):
    raw = rb'{"text": "One.\r\nTwo.\rThree \ud83d \ud83d\ude00.", "title": "\udc00"}'
    articles, problems = read(tmp_path, {"press.jsonl": raw})
    assert articles.loc[0, ["text", "title"]].tolist() == ["One.\nTwo.\nThree � 😀.", "�"]
    assert lines(problems) == ["press.jsonl | text | holds 1 broken characters | each is shown as �"]


def test_files_that_nobody_wrote_are_passed_over(tmp_path):
    _, problems = read(tmp_path, {"good.txt": txt(), "~$talks.docx": b"\x05", ".DS_Store": b"\x00"})
    assert problems.empty


@pytest.mark.parametrize(
    ("large", "read_whole"),
    [
        ('<img src="data:image/png;base64,{}">', True),
        ("<script>{}</script>", False),
        ("<!-- {} -->", False),
        ("<p>{}</p>", False),
        ('<p title="{}">Talks.</p>', False),
    ],
)
def test_a_page_that_the_parser_would_cut_off_is_listed(tmp_path, large, read_whole):
    page = html().replace(b"<h1>", large.format("iVBORw0K" * 1_300_000).encode() + b"<h1>")
    articles, problems = read(tmp_path, {"good.txt": txt("Talks."), "page.html": page})
    if read_whole:  # a picture inside the page is nobody's words
        assert articles["text"].tolist() == ["Talks.", TEXT]
    else:
        assert articles["text"].tolist() == ["Talks."]
        what = "is no page of an article: one piece of it has 10.4 MB; the limit is 9 MB"
        assert problems["what"].tolist() == [what]


def test_a_sheet_that_says_it_is_huge_is_read_at_once(tmp_path):
    """Where a whole column was formatted, Excel counts 16,384 columns and a million rows."""
    raw = with_member(
        xlsx(), "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<dimension ref="A1:G2"', b'<dimension ref="A1:XFD1048576"').replace(
            b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
    )  # fmt: skip
    begin = time.process_time()
    articles, problems = read(tmp_path, {"press.xlsx": raw})
    assert time.process_time() - begin < 20
    assert articles["text"].tolist() == [TEXT]
    assert problems["what"].tolist() == ["has no text"]
    assert problems["where"].tolist() == ["sheet Articles, row 1048576"]


def test_columns_of_one_name_are_told_apart_however_many():
    begin = time.process_time()
    (draft,), _ = read_drafts("a.csv", ("text" + ",a" * 5000 + "\nTalks." + ",b" * 5000).encode())
    assert time.process_time() - begin < 5
    assert list(draft.facts)[:3] == ["a", "a.2", "a.3"]
    assert len(draft.facts) == 5000


def test_the_pictures_of_rich_text_are_not_read(tmp_path):
    picture = b"{\\pict\\pngblip " + b"89504e470d0a1a0a\n" * 200_000 + b"}"
    begin = time.process_time()
    articles, problems = read(tmp_path, {"talks.rtf": rtf().replace(b"\\f0 The", picture + b"\\f0 The")})
    assert time.process_time() - begin < 1
    assert articles["text"].tolist() == [TEXT]
    assert problems.empty


def test_a_page_of_a_pdf_that_no_newspaper_could_print_is_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "MAX_PAGE", 200)
    _, problems = read(tmp_path, {"good.txt": txt(), "talks.pdf": pdf(), "short.pdf": pdf(PARAGRAPHS[:2])})
    assert lines(problems)[1:] == [
        "talks.pdf | whole file | its page 1 holds more than 200 characters | left out; copy the text into a .txt file"
    ]


def test_a_page_of_too_many_elements_is_listed(tmp_path):
    page = html(["Talks."] * (pages.MAX_ELEMENTS + 1))
    _, problems = read(tmp_path, {"good.txt": txt(), "endless.html": page})
    assert problems["source_file"].tolist() == ["endless.html"]
    assert problems.loc[0, "what"].startswith("is no page of an article: it has ")
