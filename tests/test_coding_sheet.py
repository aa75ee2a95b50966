"""The coding sheet: words of an article find their places, and what does not is told by its line."""

import pytest

from standpoints.articles import read_articles
from standpoints.coding.places import find_words
from standpoints.coding.tables import CodingError
from standpoints.project import DATA
from standpoints.score import score
from standpoints.scoring.coding_sheet import read_coding_sheet

TALKS = (
    "Oster spoke first. “We will wait,” Mira Oster said – at\nlast – on Monday, “until they answer.”\n\n"
    "Tavian said no. Then Oster left, and Tavian said no. He thanked them.\n"
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.txt").write_text(f"---\noutlet: The Fjord\npublished: 2025-05-11\n---\n{TALKS}", encoding="utf-8")
    (folder / "press.csv").write_text("text\nNobody said why.\nThe bridge is closed.\n")
    return folder


def sheet(tmp_path, *rows, first="article,source,cue,content,actor,side"):
    file = tmp_path / "coded.csv"
    file.write_text("\n".join([first, *rows]) + "\n", encoding="utf-8")
    return file


def faults(file, folder):
    with pytest.raises(CodingError) as error:
        read_coding_sheet(file, folder)
    return [line.removeprefix(f"{file}, ") for line in str(error.value).splitlines()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Tavian said no", ["Tavian said no", "Tavian said no"]),
        ("mira oster", ["Mira Oster"]),
        ('"We will wait,"', ["“We will wait,”"]),
        ("said - at last", ["said – at\nlast"]),
        ("He", ["He"]),  # not in Then, and not he
        ("wait,", ["wait,"]),
        ("(", []),
        ("", []),
    ],
)
def test_words_are_found_whatever_their_marks(words, found):
    assert [TALKS[start:end] for start, end in find_words(words, TALKS)] == found


def test_words_of_a_sheet_get_their_places(tmp_path, folder):
    file = sheet(
        tmp_path,
        "talks.txt,Oster,said,“We will wait … until they answer.”,Mira Oster,Sundia",
        "talks,Tavian,said,no,,",
        "talks,Tavian,said,no,,",
        "press-2,,,,,",
    )
    talks, press = read_coding_sheet(file, folder)
    words = [
        [[TALKS[start:end] for start, end in a[role]] for role in ("source", "cue", "content")]
        for a in talks["attributions"]
    ]
    assert words[0] == [["Oster"], ["said"], ["“We will wait", "until they answer.”"]]
    first, second = (a["content"][0][0] for a in talks["attributions"][1:])
    assert first < second and words[1] == words[2] == [["Tavian"], ["said"], ["no"]]
    assert talks["attributions"][0]["source"][0][0] == TALKS.index("Oster said")  # the nearest one
    assert [talks[key] for key in ("id", "published", "publisher", "text")] == [
        "talks",
        "2025-05-11",
        "The Fjord",
        TALKS,
    ]
    assert (press["id"], press["attributions"]) == ("press-2", [])


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("talk.txt,,,no,,", "has no article 'talk.txt'; is 'talks.txt' meant? Write it so."),
        ("press.csv,,,no,,", "press.csv holds 2 articles; write the article_id of one, such as press-1."),
        (",,,no,,", "no article; write the name of its file."),
        ("talks,Oster,,,,", "no content; write what is said, or leave all but the article empty."),
        ("talks,Oster,,We will not wait,,", "“We will not wait” does not stand in talks; copy it from the text"),
        ("talks,,,He thanked them all,,", "does not stand in talks from “thanked them all” on; copy it"),
        ("talks,Moor,,He thanked them,,", "the source “Moor” does not stand in talks; copy it from the text."),
        ("talks,Oster,denied,He thanked them,,", "the cue “denied” does not stand in talks; copy it from the text."),
        ("talks,Tavian,said,no,,", "“no” stands 2 times in talks; copy more words, so that it stands there once, or"),
    ],
)
def test_what_finds_no_place_is_told_with_its_line(tmp_path, folder, row, told):
    file = sheet(tmp_path, "talks,Mira Oster,said,“We will wait … answer.”,,", row)
    (line,) = faults(file, folder)
    assert line.startswith("line 3: ") and told in line


def test_all_faults_are_told_at_once(tmp_path, folder):
    row = "talks,,,He thanked them,,"
    assert faults(sheet(tmp_path, row, "talks,,,Never,,", row), folder) == [
        "line 2: “He thanked them” is coded 2 times and stands 1 times in talks; delete a row.",
        "line 4: “He thanked them” is coded 2 times and stands 1 times in talks; delete a row.",
        "line 3: “Never” does not stand in talks; copy it from the text, and write … for what you leave out.",
    ]


def test_columns_that_are_missing_or_misspelt_are_told(tmp_path, folder):
    assert faults(sheet(tmp_path, "talks,no", first="article,content"), folder) == [
        "line 1: no column source; the first line must be article,source,content."
    ]
    assert faults(sheet(tmp_path, "talks,,no,", first="article,source,content,actr"), folder) == [
        "line 1: column 'actr' is not known; is 'actor' meant? Mend its name."
    ]


def test_the_sheet_of_the_sample_article_measures_the_same_as_its_places():
    by_words, by_places = (score("attribution", DATA / "coded" / f"sample.{kind}") for kind in ("csv", "jsonl"))
    same = [key for key in by_places if key not in ("file", "recall_by_form")]  # a sheet tells no form
    assert {key: by_words[key] for key in same} == {key: by_places[key] for key in same}


def test_a_sheet_that_lies_among_the_articles_is_none_of_them(tmp_path, folder):
    file = sheet(folder, "talks,Tavian,said,He thanked them,,")
    articles, problems = read_articles(folder)
    assert "coded.csv" not in set(articles["source_file"])
    assert problems[["source_file", "what", "consequence"]].values.tolist() == [
        ["coded.csv", "is a sheet of statements coded by hand", "left out; `standpoints score attribution` reads it"]
    ]
    assert len(read_coding_sheet(file, folder)) == 1


def test_columns_of_notes_do_no_harm(tmp_path, folder):
    file = sheet(tmp_path, "talks,Tavian,He thanked them,unsure", first="article,source,content,note")
    assert len(read_coding_sheet(file, folder)[0]["attributions"]) == 1
