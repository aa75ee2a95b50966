import os
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standpoints.articles import (
    ARTICLE_COLUMNS,
    PROBLEM_COLUMNS,
    ArticlesError,
    preview_articles,
    read_articles,
)
from standpoints.comparing.captions import caption
from standpoints.formats.dates import read_dates
from standpoints.formats.decoding import decode
from standpoints.formats.languages import english
from standpoints.study import analyse

TALKS = 'The premier of Norland said: "We will talk."\n'
GUESSED = "read as that; check accented names and quotation marks, or save the file as UTF-8"


@pytest.fixture
def folder(tmp_path):
    """A folder with one good article, so that each test shows that the others are still read."""
    (tmp_path / "good.txt").write_text(TALKS, encoding="utf-8")
    return tmp_path


def problem_lines(problems):
    return [" | ".join(map(str, row)) for row in problems[["source_file", "where", "what", "consequence"]].values]


def test_article_with_a_header(tmp_path):
    header = '---\ntitle: "Norland: talks"\noutlet: The Fjord\npublished: 2025-05-11\nurl:\nlanguage: en\n---\n'
    (tmp_path / "talks.txt").write_text(header + TALKS, encoding="utf-8")
    articles, problems = read_articles(tmp_path)
    assert list(articles.columns) == ARTICLE_COLUMNS
    assert list(problems.columns) == PROBLEM_COLUMNS
    row = articles.loc[0].drop("url").to_dict()
    assert row == {
        "article_id": "talks",
        "title": "Norland: talks",
        "outlet": "The Fjord",
        "published": "2025-05-11",
        "published_raw": "2025-05-11",
        "language": "en",
        "text": TALKS,
        "n_words": 8,
        "source_file": "talks.txt",
    }
    assert articles["url"].isna().all()
    assert problems.empty


def test_article_without_a_header_is_read_whole_and_unknown_facts_are_nan(folder):
    articles, problems = read_articles(folder)
    assert articles.loc[0, "text"] == TALKS
    assert articles.loc[0, ["title", "outlet", "published", "published_raw", "url"]].isna().all()
    assert problems.empty


def test_only_line_ends_are_changed(tmp_path):
    raw = "\ufeffFirst “line”.\r\n\r\n  Second\u00a0line,\ttab. \rThird — line.".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    articles, _ = read_articles(tmp_path)
    assert articles.loc[0, "text"] == "First “line”.\n\n  Second\u00a0line,\ttab. \nThird — line."


def test_names_are_sorted_made_unique_and_hidden_files_ignored(tmp_path):
    for number, name in enumerate(["b.txt", "B.TXT", "a.txt", ".hidden.txt", "b-2.txt"]):
        (tmp_path / name).write_text(f"Text number {number}.")
    articles, problems = read_articles(tmp_path)
    assert articles["source_file"].tolist() == ["B.TXT", "a.txt", "b-2.txt", "b.txt"]
    assert articles["article_id"].tolist() == ["B", "a", "b-2", "b-3"]
    assert problems.empty


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        (
            "---\noutlet: The Fjord\ntitle: Talks: day one\n---\n",
            "bad.txt | line 3 | the header is broken: mapping values are not allowed here; put a value that"
            ' holds a colon into quotation marks: title: "Talks: day one" | the header (lines 1-4) is read line by'
            " line, as written",
        ),
        (
            "\n---\noutlet: The Fjord\nTalks\n---\n",
            "bad.txt | line 4 | the header is broken: could not find expected ':'; put a value that holds a colon"
            ' into quotation marks: title: "Talks: day one" | the header (lines 2-5) is not read; the text after'
            " it is analysed",
        ),
        (
            "---\n" + "a: " + "b" * 20_000 + "\n---\n",
            "bad.txt | line 2 | the header is too long (20,004 characters; the limit is 20,000) | the header (lines"
            " 1-3) is not read; the text after it is analysed",
        ),
        (
            "---\ntitle:\n  day: one\n---\n",
            "bad.txt | lines 1-4 | 'title' is not one line of text | the entry is ignored",
        ),
    ],
)
def test_broken_header_is_reported_and_the_text_after_it_read(folder, header, problem):
    (folder / "bad.txt").write_text(header + "Mira Oster declined.\n")
    articles, problems = read_articles(folder)
    assert articles.set_index("article_id")["text"].to_dict() == {
        "bad": "Mira Oster declined.\n",
        "good": TALKS,
    }
    assert problem_lines(problems) == [problem]


def test_headlines_that_are_no_yaml_lose_no_other_fact(tmp_path):
    headlines = ["Talks: day one", '"We wait," says Oster', "@oster: no talks", "[Updated] Talks fail", "50% of what?"]
    for number, headline in enumerate(headlines):
        (tmp_path / f"{number}.txt").write_text(
            f"---\ntitle: {headline}\noutlet: 'The Fjord'\nauthor:\npublished: 2025-05-11\n---\nDay {number}.\n"
        )
    articles, _ = read_articles(tmp_path)
    assert articles["title"].tolist() == headlines
    assert set(articles["outlet"]) == {"The Fjord"} and set(articles["published"]) == {"2025-05-11"}


def test_misspelt_keys_of_a_header_are_understood_and_told(tmp_path):
    header = "---\nTitel: Talks\npublisched: 2025-05-11\nOutlett: The Fjord\nlangage: en\nauthor: A. Lund\n---\n"
    (tmp_path / "a.txt").write_text(header + TALKS)
    articles, problems = read_articles(tmp_path)
    facts = articles.loc[0, ["title", "published", "outlet", "language", "author"]].tolist()
    assert facts == ["Talks", "2025-05-11", "The Fjord", "en", "A. Lund"]
    assert problems["what"].tolist() == [
        "'Titel' is taken for 'title'",
        "'publisched' is taken for 'published'",
        "'Outlett' is taken for 'outlet'",
        "'langage' is taken for 'language'",
    ]
    assert set(problems["where"]) == {"lines 1-7"} and set(problems["article_id"]) == {"a"}


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("dat: 2025-05-11", ["'dat' is not known; is 'date' meant?"]),
        ("pubblisherd: The Fjord", ["'pubblisherd' is not known; is 'published' meant?"]),
        ("publishes: The Fjord", ["'publishes' is not known; is 'published' meant?"]),  # or publisher
        ("deadline: soon\nside: Norland\ncontext: war\nupdated_at: 2025-05-11", []),
        ("outlet: The Fjord\noutlets: two", []),  # where the fact is given, another column is what it says
    ],
)
def test_other_keys_are_kept_and_told_where_they_look_like_a_fact(tmp_path, header, told):
    (tmp_path / "a.txt").write_text(f"---\n{header}\n---\n{TALKS}")
    articles, problems = read_articles(tmp_path)
    keys = [line.split(":")[0] for line in header.split("\n")]
    assert set(keys) <= set(articles.columns)
    assert problems["what"].tolist() == told


def test_misspelt_columns_are_told_once_a_file(tmp_path):
    rows = "Headlin,text\n" + "".join(f"Talks,The premier of Norland said no on day {n}.\n" for n in range(3))
    (tmp_path / "press.csv").write_text(rows)
    (tmp_path / "talks.txt").write_text(TALKS)
    (tmp_path / "articles.csv").write_text("file,oulet\ntalks.txt,The Fjord\n")
    articles, problems = read_articles(tmp_path)
    assert articles["title"].tolist()[:3] == ["Talks"] * 3 and articles["outlet"].tolist()[3] == "The Fjord"
    assert problem_lines(problems) == [
        "articles.csv | line 1 | 'oulet' is taken for 'outlet'"
        " | its values count as outlet; mend the spelling, or rename it if it is something else",
        "press.csv | names of columns | 'Headlin' is taken for 'headline'"
        " | its values count as title; mend the spelling, or rename it if it is something else",
    ]


@pytest.mark.parametrize("end", ["\n", "---\n"])
def test_a_header_without_its_lines_is_read_and_told(folder, end):
    header = f"\nTitle: Talks: day one\nDate: 11 May 2025\nDesk: World\n{end}"
    (folder / "a.txt").write_text(header + "Mira Oster declined.\n")
    articles, problems = read_articles(folder)
    read = articles.loc[0, ["title", "published", "Desk", "text"]].tolist()
    assert read == ["Talks: day one", "2025-05-11", "World", "Mira Oster declined.\n"]
    assert problem_lines(problems) == [
        "a.txt | lines 2-4 | look like a header, but have no lines --- around them | read as the header, and not as"
        " text; to be sure, put a line --- above and below the lines of a header"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Source: the premier's office.\n\nMira Oster declined.\n",
        "Title: Talks\nDate: 2025-05-11\nMira Oster declined.\n",  # where does it end?
        "Title: Talks\nDate: 2025-05-11\nText: Mira Oster declined.\n\nNobody asked again.\n",
        "Head: We wait.\nMedium: For whom?\nHead: For Sundia.\n\nMira Oster declined.\n",  # a conversation
        "Date: 2025-05-11",
    ],
)
def test_what_may_be_a_header_stays_in_the_text_and_is_told(folder, text):
    (folder / "bad.txt").write_text(text)
    articles, problems = read_articles(folder)
    assert articles.loc[0, "text"] == text
    (line,) = problem_lines(problems)
    assert line.startswith("bad.txt | its first line | begins like a header (") and "all lines count as text" in line


def test_a_conversation_has_no_header(folder):
    (folder / "a.txt").write_text("Tavian: We wait.\nOster: For whom?\n\nNobody knew.\n")
    articles, problems = read_articles(folder)
    assert articles.loc[0, "text"].startswith("Tavian: We wait.") and problems.empty


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: never closed\n\nMira Oster declined.\n",
        "---\nMira Oster declined.\n---\nNobody asked again.\n",
    ],
)
def test_rules_that_are_no_header_stay_in_the_text(folder, text):
    (folder / "bad.txt").write_text(text)
    articles, problems = read_articles(folder)
    assert articles.loc[0, "text"] == text
    assert problems["consequence"].tolist() == ["no header is read; all lines count as text"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-05-11", "2025-05-11"),
        ("2025-05-11T00:30:00+03:00", "2025-05-11"),  # the day where it was written, not in Greenwich
        ("2025-05-11 23:30", "2025-05-11"),
        ("11.05.2025", "2025-05-11"),
        ("11 May 2025", "2025-05-11"),
        ("May 11, 2025", "2025-05-11"),
        ("20250511", "2025-05-11"),
        ("2025/5/1", "2025-05-01"),
        ("May 11, 2025 Sunday 4:32 PM GMT", "2025-05-11"),
        ("Sun, 11 May 2025 23:30:00 -0500", "2025-05-11"),
        ("Printed on the 11th of May 2025, Late Edition", "2025-05-11"),
        ("13-May-2025", "2025-05-13"),
        ("11. Mai 2025", "2025-05-11"),
        ("11 мая 2025", "2025-05-11"),
        ("13/04/2025", "2025-04-13"),  # there is no month 13
        ("04/13/2025", "2025-04-13"),
        ("05/05/2025 10:15", "2025-05-05"),
    ],
)
def test_dates(tmp_path, written, read):
    (tmp_path / "a.txt").write_text(f"---\npublished: {written}\n---\n{TALKS}")
    articles, problems = read_articles(tmp_path)
    assert articles.loc[0, ["published", "published_raw"]].tolist() == [read, written]
    assert problems.empty


@pytest.mark.parametrize(
    "written",
    ["May 2025", "2025-02-30", "31 June 2025", "yesterday", "2 days ago", "11/05/25", "45788", "1746921600", "2025"],
)
def test_what_is_no_clear_date_is_kept_as_written_and_listed(tmp_path, written):
    (tmp_path / "a.txt").write_text(f"---\npublished: {written}\n---\n{TALKS}")
    articles, problems = read_articles(tmp_path)
    assert articles["published"].isna().all()
    assert articles.loc[0, "published_raw"] == written
    assert problem_lines(problems) == [
        f"a.txt | published | {written!r} is no clear date"
        " | the date stays unknown; write it as 2025-05-11 (year-month-day)"
    ]


def test_a_date_far_in_the_future_is_told(folder):
    (folder / "a.txt").write_text("---\npublished: 2952-06-03\n---\nMira Oster declined.")
    articles, problems = read_articles(folder)
    assert articles.loc[0, "published"] == "2952-06-03"
    assert problem_lines(problems) == [
        "a.txt | published | '2952-06-03' lies far in the future | taken as it is; mend the year, if that is wrong"
    ]


def test_numbers_of_days_are_dates_in_the_columns_of_a_spreadsheet(tmp_path):
    rows = [("a", "45811"), ("b", "45811.75"), ("c", "2025"), ("d", "20250603")]
    sheet = "date,text\n" + "".join(f"{date},Mira Oster declined {n}.\n" for n, date in rows)
    (tmp_path / "press.csv").write_text(sheet)
    (tmp_path / "talks.txt").write_text(TALKS)
    (tmp_path / "articles.csv").write_text("file,date\ntalks.txt,45811\n")
    articles, problems = read_articles(tmp_path)
    assert articles["published"].fillna("-").tolist() == ["2025-06-03", "2025-06-03", "-", "2025-06-03", "2025-06-03"]
    assert problem_lines(problems)[:2] == [
        f"{where} | its date is the number 45811, as spreadsheets count days | read as 2025-06-03; check it"
        for where in ("articles.csv | line 2", "press.csv | line 2")
    ]
    assert len(problems) == 4  # and 45811.75, and 2025, which is no day


def test_day_and_month_are_not_guessed():
    assert read_dates(["03/04/2025"]) == [
        (
            None,
            (
                "published",
                "'03/04/2025' may be 2025-04-03 or 2025-03-04",
                "the date stays unknown; write it as 2025-05-11 (year-month-day)",
            ),
        )
    ]
    contradicting = read_dates(["03/04/2025", "25/04/2025", "04/25/2025"])
    assert [published for published, _ in contradicting] == [None, "2025-04-25", "2025-04-25"]


@pytest.mark.parametrize(
    ("settles", "read", "first"),
    [("25/04/2025", ["2025-04-03", "2025-05-06"], "day"), ("04/25/2025", ["2025-03-04", "2025-06-05"], "month")],
)
def test_a_date_of_the_same_file_settles_the_order_and_says_so_once(settles, read, first):
    dates = read_dates(["03/04/2025", None, settles, "06/05/2025"])
    assert [dates[0][0], dates[3][0]] == read
    assert [doubt for _, doubt in dates[1:]] == [None, None, None]
    where, what, consequence = dates[0][1]
    assert (where, what) == ("published", "'03/04/2025' (and 1 more of this file) can be read day first or month first")
    assert consequence.startswith(f"read {first} first, as {settles!r} in the same file must be")


ENGLISH = ["He said “no” — Macron’s café.", "Señor Muñoz, São Tomé", "The word is “schön”."]
CYRILLIC = ["Премьер сказал: «нет».", "Нет.", "The word is «нет», he said."]
ENCODED = [
    *((text, "cp1252", "CP1252") for text in ENGLISH),
    ("Señor Muñoz, São Tomé", "latin-1", "CP1252"),
    *((text, "cp1251", "CP1251") for text in CYRILLIC),
    ("Премьер сказал, что не будет вести переговоры.", "koi8-r", "KOI8-R"),
    ("Wałęsa said no.", "cp1250", "CP1250"),
    ("He said “no”.", "utf-16-le", "UTF-16-LE"),
    ("He said “no”.", "utf-16-be", "UTF-16-BE"),
    ("A stray \x81 byte, café", "latin-1", "LATIN-1"),
]


@pytest.mark.parametrize(("text", "encoding", "named"), ENCODED)
def test_encodings_that_must_be_guessed_are_named(text, encoding, named):
    assert decode(text.encode(encoding)) == (text, f"not UTF-8; the encoding was guessed: {named}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [*ENGLISH, *CYRILLIC, "他说：不。", ""])
def test_encodings_that_need_no_guess(text, encoding):
    assert decode(text.encode(encoding)) == (text, None)


def test_guessed_encoding_is_a_problem_row(folder):
    (folder / "old.txt").write_bytes("Mira Oster’s café declined.".encode("cp1252"))
    articles, problems = read_articles(folder)
    assert articles.loc[1, "text"] == "Mira Oster’s café declined."
    assert problem_lines(problems) == [
        f"old.txt | whole file | not UTF-8; the encoding was guessed: CP1252 | {GUESSED}"
    ]
    assert problems["article_id"].tolist() == ["old"]


def test_what_is_left_out_is_listed_with_its_reason(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("Not for this study.")
    (folder / "1-empty.txt").write_text(" \n")
    (folder / "2-header-only.txt").write_text("---\ntitle: a\n---\n")
    (folder / "3-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")
    (folder / "4-report.odt").write_bytes(b"PK")
    (folder / "5-large.txt").write_bytes(b"word " * 1_000_001)
    (folder / "6-link.txt").symlink_to(outside)
    (folder / "7-gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "8-more").mkdir()
    articles, problems = read_articles(folder)
    assert articles["article_id"].tolist() == ["good"]
    assert problem_lines(problems) == [
        "1-empty.txt | whole file | is empty | left out; it needs a text",
        "2-header-only.txt | whole file | has a header and no text | left out; it needs a text",
        "3-picture.txt | whole file | is not text (a picture, a PDF or an office file by another name?)"
        " | left out; save it as plain text, UTF-8",
        "4-report.odt | whole file | is of a kind that cannot be read (.odt) | left out; save it as one of .txt, .md,"
        " .csv, .tsv, .jsonl, .xlsx, .html, .htm, .docx, .rtf, .pdf, .zip",
        "5-large.txt | whole file | is too large (5.0 MB; the limit is 5 MB) | left out; put one article into one file",
        "6-link.txt | whole file | is a link that leads out of the folder"
        " | left out; copy the file itself into the folder",
        "7-gone.txt | whole file | cannot be opened (No such file or directory)"
        " | left out; check the file and its rights",
        "8-more | whole file | is a folder inside the folder"
        " | its files are left out; move them up, or run it on its own",
    ]
    assert problems["article_id"].isna().all()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_does_not_block_the_reading(folder):
    os.mkfifo(folder / "pipe.txt")
    _, problems = read_articles(folder)
    assert problems["what"].tolist() == ["is no ordinary file"]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names of files are always Unicode there")
def test_a_name_in_bytes_that_mean_nothing_is_shown_by_its_bytes(folder):
    with open(os.fsencode(folder) + b"/caf\xe9.txt", "w") as file:
        file.write("Mira Oster declined.")
    articles, problems = read_articles(folder)
    assert articles[["article_id", "source_file"]].values.tolist()[0] == [r"caf\xe9", r"caf\xe9.txt"]
    assert problems.empty


def test_a_stray_nul_does_not_cost_the_article(folder):
    (folder / "nul.txt").write_bytes(b"---\noutlet: The Fjord\n---\n" + TALKS.encode() * 5 + b"W\x00e.")
    (folder / "rows.csv").write_bytes(b"title,text\nT\x00," + b"Mira Oster declined to say when. " * 5 + b"\n")
    articles, problems = read_articles(folder)
    assert articles["text"].tolist()[1:] == [TALKS * 5 + "W\ufffde.", "Mira Oster declined to say when. " * 5]
    assert articles["title"].tolist()[2] == "T\ufffd"
    assert problem_lines(problems) == ["nul.txt | text | holds 1 broken characters | each is shown as �"]


def test_a_librarys_warnings_are_not_shown(folder, recwarn):
    (folder / "twice.txt").write_text("---\ntitle: &a Talks\noutlet: &a The Fjord\n---\nMira Oster declined.")
    articles, _ = read_articles(folder)
    assert articles["title"].tolist()[1] == "Talks"
    assert not recwarn.list


def test_random_bytes_are_not_text():
    assert decode(bytes(range(256)) * 8)[0] is None
    assert decode(bytes(b for b in range(1, 256)) * 8)[0] is None


@given(st.binary(max_size=80))
def test_any_bytes_are_text_or_have_a_reason(raw):
    text, note = decode(raw)
    assert text is not None or note


@settings(deadline=None, max_examples=30)
@given(header=st.text(alphabet=st.one_of(st.sampled_from("ab: -\n'\"[]{}&*!|>%@#,"), st.characters(codec="utf-8"))))
def test_any_header_leaves_the_text_after_it_readable(header, tmp_path_factory):
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.txt").write_text(f"---\n{header}\n---\n{TALKS}", encoding="utf-8", newline="")
    try:
        articles, _ = read_articles(folder)
    except ArticlesError as error:  # a header with control characters makes the file no text
        assert "is not text" in str(error)
    else:
        assert articles.loc[0, "text"].endswith(TALKS)


@pytest.mark.parametrize("header", ["", "---\noutlet: The Fjord\n---\n", "---\noutlet: The Gulf\n---\n"])
def test_the_same_article_twice_is_used_once(folder, header):
    (folder / "good.txt").write_text("---\noutlet: The Fjord\n---\n" + TALKS)
    (folder / "later.txt").write_text(header + TALKS.replace(" ", "\n"))
    articles, problems = read_articles(folder)
    if "Gulf" in header:  # one text in two outlets: who prints an agency's words is part of the question
        assert articles["outlet"].tolist() == ["The Fjord", "The Gulf"]
        assert problems.empty
    else:
        assert articles["article_id"].tolist() == ["good"]
        assert problem_lines(problems) == [
            "later.txt | whole file | has the same text as good (good.txt) | left out; that one is used"
        ]


@pytest.mark.parametrize(
    ("text", "language", "what"),
    [
        ("---\nlanguage: de\n---\nDer Premier sagte nein.", "de", "is not English (language: de)"),
        ("Премьер сказал: «нет».", "ru", "is not English (language: ru)"),
        (
            "---\nlanguage: English\n---\nDer Premier von Norland sagte am Montag, man werde bald verhandeln.",
            "de",
            "is not English (language: de, although 'English' is said)",
        ),
        ("---\nlanguage: fr\n---\n" + TALKS, "en", "is said to be 'fr'; its words are English"),
    ],
)
def test_the_language_is_that_of_the_words(tmp_path, text, language, what):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    articles, problems = read_articles(tmp_path)
    assert articles["language"].tolist() == [language]
    assert problems["what"].tolist() == [what]


def test_an_english_article_says_which_of_its_paragraphs_are_in_another_language(tmp_path):
    english_part = "Mira Oster, the premier of Norland, said on Monday that the talks would go on.\n"
    german = "Die Regierung von Norland erklärte am Montag, man werde bald wieder verhandeln.\n"
    (tmp_path / "a.txt").write_text(english_part * 2 + german + english_part, encoding="utf-8")
    articles, problems = read_articles(tmp_path)
    assert articles["language"].tolist() == ["en"]
    assert problem_lines(problems) == [
        "a.txt | from character 158 | is partly not English: 1 of 4 paragraphs (de)"
        " | read with the rest; what is found in them is doubtful"
    ]


@pytest.mark.parametrize(
    "text", ["Talks.", "Mira Oster, Joss Tavian", "Sundia refuses.", "1, 2, 3", "NORLAND SUNDIA QARISTAN"]
)
def test_too_few_words_to_tell_a_language_are_no_problem(tmp_path, text):
    (tmp_path / "a.txt").write_text(text)
    articles, problems = read_articles(tmp_path)
    assert len(english(articles)) == 1
    assert problems.empty


def test_articles_in_other_languages_are_kept_and_not_analysed(folder):
    (folder / "nein.txt").write_text("Der Premier von Norland sagte am Montag: „Wir werden bald verhandeln.“")
    articles, problems = read_articles(folder)
    study = analyse(articles, problems=problems)
    assert study.articles["article_id"].tolist() == ["good", "nein"]
    assert set(study.sentences["article_id"]) == set(study.statements["article_id"]) == {"good"}
    assert caption(study).endswith("1 article not in English, not analysed.")
    assert problem_lines(study.problems) == [
        "nein.txt | text | is not English (language: de)"
        " | kept in `articles`, left out of attribution, tone and charts: the kit reads English"
    ]


@pytest.mark.parametrize(
    "index",
    [
        'file,title,outlet,published\ngood.txt,"Talks, at last",The Fjord,2025-05-11\n',
        "file;title;outlet;published\ngood.txt;Talks, at last;The Fjord;11.05.2025\n",
    ],
)
def test_facts_from_articles_csv(folder, index):
    (folder / "articles.csv").write_text(index)
    articles, problems = read_articles(folder)
    facts = articles.loc[0, ["title", "outlet", "published"]].tolist()
    assert facts == ["Talks, at last", "The Fjord", "2025-05-11"]
    assert articles["url"].isna().all()
    assert problems.empty


def test_header_counts_where_articles_csv_says_otherwise(folder):
    (folder / "articles.csv").write_text("file,title,outlet\nmore.txt,From the table,The Fjord\n")
    (folder / "more.txt").write_text("---\ntitle: From the header\n---\nMira Oster declined.")
    articles, _ = read_articles(folder)
    assert articles.loc[1, ["title", "outlet"]].tolist() == ["From the header", "The Fjord"]


def test_rows_of_articles_csv_that_fit_nothing_are_listed(folder):
    (folder / "articles.csv").write_text("file,title,mood\ngone.txt,a,b\ngood.txt,Talks,b\ngood.txt,Again,b\n")
    articles, problems = read_articles(folder)
    assert articles[["title", "mood"]].values.tolist() == [["Talks", "b"]]
    assert problem_lines(problems) == [
        "articles.csv | line 2 | the folder has no file 'gone.txt' | the row is ignored",
        "articles.csv | line 4 | 'good.txt' was named before | the row is ignored",
    ]


def test_rows_of_articles_csv_out_of_order_are_listed(folder):
    (folder / "more.txt").write_text("Mira Oster declined.")
    rows = ["good.txt,Talks, at last,The Fjord", "last.txt,No,The Gulf", 'more.txt,"Talks,The Gulf']
    (folder / "last.txt").write_text("Nobody came.")
    (folder / "articles.csv").write_text("\n".join(["File,title,outlet", *rows]))
    articles, problems = read_articles(folder)
    assert articles["title"].fillna("-").tolist() == ["-", "No", "-"]
    mend = 'left out; put a text that holds commas into "..." and write a mark inside it twice: ""'
    assert problem_lines(problems) == [
        f"articles.csv | line 2 | has 4 cells; the first line names 3 columns | {mend}",
        f"articles.csv | line 4 | a quotation mark opens and does not close | {mend}",
    ]


@pytest.mark.parametrize("index", [b"name,title\ngood.txt,Talks\n", b"", b"\x00\x01\x02"])
def test_unusable_articles_csv_is_reported_and_the_articles_read(folder, index):
    (folder / "articles.csv").write_bytes(index)
    articles, problems = read_articles(folder)
    assert articles["text"].tolist() == [TALKS]
    assert problems["source_file"].tolist() == ["articles.csv"]
    assert problems.loc[0, "what"].startswith("cannot be used: ")


def test_a_folder_beside_the_notebooks_is_named(tmp_path, monkeypatch):
    (tmp_path / "my-articles").mkdir()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    with pytest.raises(ArticlesError) as error:
        read_articles("my-articles")
    looked = tmp_path / "notebooks" / "my-articles"
    assert str(error.value) == f"my-articles does not exist (looked for {looked}); is ../my-articles meant?"


def test_nothing_to_read_is_one_clear_error(tmp_path):
    with pytest.raises(ArticlesError, match="missing does not exist; give a folder that holds your articles"):
        read_articles(tmp_path / "missing")
    with pytest.raises(ArticlesError, match=r"holds no article\. Put your articles there \(\.txt, \.md, "):
        read_articles(tmp_path)
    (tmp_path / "report.docx").write_bytes(b"PK")
    with pytest.raises(ArticlesError, match=r"could not be read:\n  report\.docx: is damaged or cut off"):
        read_articles(tmp_path)
    with pytest.raises(ArticlesError, match=r"report\.docx is a file, not a folder"):
        read_articles(tmp_path / "report.docx")


def test_other_entries_of_a_header_become_columns(folder):
    (folder / "more.txt").write_text(
        "---\nHeadline: Talks\nauthor: Mira Oster\nTags: [a, b]\nn_words: 3\n---\nNobody came."
    )
    articles, problems = read_articles(folder)
    assert list(articles.columns) == [*ARTICLE_COLUMNS, "author", "Tags", "n_words_given"]
    assert articles.loc[1, ["title", "author", "Tags", "n_words", "n_words_given"]].tolist() == [
        "Talks", "Mira Oster", "a; b", 2, "3",
    ]  # fmt: skip
    assert articles.loc[0, ["author", "Tags"]].isna().all()
    assert problems.empty


def test_the_preview_shows_what_was_understood(folder):
    (folder / "good.txt").write_text("---\ntitle: Talks\npublished: 11 May 2025\n---\n" + TALKS)
    (folder / "iso.txt").write_text("---\npublished: 2025-05-12\n---\nMira Oster declined to say when.")
    articles, _ = read_articles(folder)
    before = articles.copy()
    preview = preview_articles(articles, n_words=3)
    assert list(preview.columns) == [
        "article_id", "title", "outlet", "published", "published_raw", "language", "n_words", "first_words",
    ]  # fmt: skip
    assert preview["first_words"].tolist() == ["The premier of", "Mira Oster declined"]
    assert preview.loc[0, ["published", "published_raw"]].tolist() == ["2025-05-11", "11 May 2025"]
    assert preview.loc[1, "published"] == "2025-05-12"
    assert pd.isna(preview.loc[1, "published_raw"])
    pd.testing.assert_frame_equal(articles, before)


def test_columns_keep_their_type_whatever_is_unknown(folder):
    articles, problems = read_articles(folder)
    types = {column: str(articles[column].dtype) for column in articles}
    assert types == {c: "int64" if c == "n_words" else "str" for c in ARTICLE_COLUMNS}
    assert {str(problems[c].dtype) for c in problems} == {"str"}


def test_the_project_has_its_first_article():
    articles, problems = read_articles()
    row = articles.set_index("article_id").loc["sample-article"]
    assert (row["outlet"], row["published"], row["language"]) == ("Pravda.Ru", "2025-05-11", "en")
    assert row["text"].startswith("President Vladimir Putin said")
    assert problems.empty
