"""What is coded by hand in data/corrections.csv holds in a study, and in no other way changes it."""

import pandas as pd
import pytest

from standpoints.articles import read_articles
from standpoints.codebook import read_codebook
from standpoints.coding.corrections import read_corrections
from standpoints.coding.sheet import coding_sheet
from standpoints.coding.tables import CodingError
from standpoints.comparing.captions import caption
from standpoints.project import CORRECTIONS
from standpoints.registry import read_registry
from standpoints.spreadsheet import write_csv
from standpoints.study import analyse, tables_of

RIVER = """Premier Joss Tavian said that Norland would keep the river shut for a year. "We will not pay tolls," he said.

Mira Oster, the foreign minister of Sundia, said: "The river must be open to all." Ralf Ode nodded. The lock at Holm is
an open wound, in the eyes of Norland. "No," said Tavian. "No," said Oster.
"""
ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,Tavian,he
Mira Oster,Sundia,person,Oster,she
Ralf Ode,Sundia,person,Ode,he
Norland,Norland,state,Norlandic,it
Sundia,Sundia,state,Sundian,it
Sel Brand,Sundia,person,,she
Arvik Times,,institution,,it
"""
EXAMPLES = "\n".join(f"          - The river should be free in case {n}." for n in range(8))
STANCES = "\n".join(
    f"""      {name}:
        label: {name}
        description: The river is free.
        examples:
{EXAMPLES.replace("free", word)}
        patterns:
          says: ["{pattern}"]
"""
    for name, word, pattern in (("open-river", "free", "river must be open"), ("no-tolls", "gratis", "nobody pays"))
)
CODEBOOK = f"issues:\n  river:\n    question: Who may sail the river?\n    stances:\n{STANCES}"
HEAD = "article,source,cue,content,actor,side,issue,stance,agree,condition,note"


@pytest.fixture
def folder(tmp_path):
    for name in ("articles", "registry"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "river.txt").write_text(RIVER, encoding="utf-8")
    (tmp_path / "articles" / "weather.txt").write_text("It rained all day, and nobody said why.", encoding="utf-8")
    (tmp_path / "articles" / "fluss.txt").write_text("Der Fluss ist zu, sagte der Minister am Montag.", "utf-8")
    (tmp_path / "registry" / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    return tmp_path


def study_of(folder, *rows, head=HEAD):
    """The study of the folder, with these rows as its corrections."""
    file = folder / "corrections.csv"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return analyse(
        read_articles(folder / "articles")[0],
        registry=read_registry(folder / "registry"),
        codebook=read_codebook(folder / "codebook.yaml"),
        corrections=read_corrections(file),
    )


def said(study):
    rows = study.statements[["text", "speaker", "actor", "side", "resolved_by"]].itertuples(index=False)
    return [tuple(None if pd.isna(value) else value for value in row) for row in rows]


def taken(study):
    rows = study.codes.merge(study.statements[["statement_id", "text"]], on="statement_id")
    columns = ["text", "issue", "stance", "agree", "condition", "how"]
    rows = rows[columns].itertuples(index=False)
    return [tuple(None if pd.isna(value) else value for value in row) for row in rows]


SHUT = ("that Norland would keep the river shut for a year", "Premier Joss Tavian", "Joss Tavian", "Norland", "name")
TOLLS = ('"We will not pay tolls,"', "he", "Joss Tavian", "Norland", "pronoun")
OPEN = (
    '"The river must be open to all."',
    "Mira Oster, the foreign minister of Sundia,",
    "Mira Oster",
    "Sundia",
    "name",
)
NOES = [('"No,"', "Tavian", "Joss Tavian", "Norland", "alias"), ('"No,"', "Oster", "Mira Oster", "Sundia", "alias")]
ALL = [SHUT, TOLLS, OPEN, *NOES]
IS_OPEN = (OPEN[0], "river", "open-river", True, None, "says “river must be open”")


def test_without_rows_nothing_changes(folder):
    study = study_of(folder)
    assert said(study) == ALL
    assert taken(study) == [IS_OPEN]
    assert read_corrections(folder / "none.csv").empty


def test_a_sheet_that_says_what_the_kit_says_changes_nothing(folder):
    before = study_of(folder)
    write_csv(coding_sheet(before), folder / "sheet.csv")
    lines = (folder / "sheet.csv").read_text(encoding="utf-8").splitlines()
    after = study_of(folder, *lines[1:], head=lines[0])
    for name, table in tables_of(before).items():
        pd.testing.assert_frame_equal(getattr(after, name), table)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # Another actor, by a name that the registry knows; a part of the content is enough.
        ("river,,,not pay tolls,Ode,,,,,,", [SHUT, (*TOLLS[:2], "Ralf Ode", "Sundia", "hand"), OPEN, *NOES]),
        ("river.txt,,,We will not pay tolls,none,,,,,,", [SHUT, (*TOLLS[:2], None, None, "hand"), OPEN, *NOES]),
        ("river,,,not pay tolls,none,Sundia,,,,,", [SHUT, (*TOLLS[:2], None, "Sundia", "hand"), OPEN, *NOES]),
        ("river,,,not pay tolls,Bo Lind,Norland,,,,,", [SHUT, (*TOLLS[:2], "Bo Lind", "Norland", "hand"), OPEN, *NOES]),
        ("river,,,not pay tolls,Joss Tavian,,,,,,", ALL),  # as the kit has it
        ("river,,,not pay tolls,Premier Joss Tavian,,,,,,", ALL),
        ("river,,,not pay tolls,the Norlandic,,,,,,", [SHUT, (*TOLLS[:2], "Norland", "Norland", "hand"), OPEN, *NOES]),
        ("river,,,not pay tolls, NONE ,,,,,,", [SHUT, (*TOLLS[:2], None, None, "hand"), OPEN, *NOES]),
        # A sentence copied whole is what is said in it, and part of a speaker's name is the same speaker.
        ('river,,,"said: ""The river must be open to all."" Ralf Ode nodded. The lock at Holm",Ode,,,,,,',
         [SHUT, TOLLS, (*OPEN[:2], "Ralf Ode", "Sundia", "hand"), *NOES]),
        ("river,Joss Tavian,,the river shut,Ode,,,,,,",
         [(SHUT[0], "Joss Tavian", "Ralf Ode", "Sundia", "hand"), TOLLS, OPEN, *NOES]),
        # Other words for the speaker are resolved as always.
        ('river,Ralf Ode,,"""We will not pay tolls,""",,,,,,,',
         [SHUT, (TOLLS[0], "Ralf Ode", "Ralf Ode", "Sundia", "name"), OPEN, *NOES]),
        # Nobody says it.
        ("river,none,,keep the river shut,,,,,,,", [TOLLS, OPEN, *NOES]),
        ("river,None,,keep the river shut,,,,,,,", [TOLLS, OPEN, *NOES]),
        # The kit has missed it.
        ("river,Norland,in the eyes of,The lock at Holm is an open wound,,,,,,,",
         [SHUT, TOLLS, OPEN, ("The lock at Holm is\nan open wound", "Norland", "Norland", "Norland", "name"), *NOES]),
        # Inside a statement: of whom the row says that they say it.
        ("river,Norland,would,keep the river shut,,,,,,,",
         [SHUT, ("keep the river shut", "Norland", "Norland", "Norland", "name"), TOLLS, OPEN, *NOES]),
    ],
)  # fmt: skip
def test_who_says_what(folder, row, expected):
    study = study_of(folder, row)
    assert said(study) == expected
    assert study.problems[study.problems["source_file"] == "corrections.csv"].empty


@pytest.mark.parametrize(
    ("row", "within"),
    [
        ("river,Norland,would,keep the river shut,,,,,,,", ["", "river.q001", "", "", "", ""]),
        ("river,Norland,,open to all,,,,,,,", ["", "", "", "river.q003", "", ""]),  # in a quotation, by no word
        ("river,Premier Joss Tavian,,open to all,,,,,,,", ["", "", "", "river.q003", "", ""]),  # who stands before it
        # What was missed holds what was found.
        ('river,Ralf Ode,,"the foreign minister of Sundia, said: ""The river must be open to all."" Ralf",,,,,,,',
         ["", "", "", "river.q003", "", ""]),
    ],
)  # fmt: skip
def test_a_statement_inside_another_is_told_to_be(folder, row, within):
    study = study_of(folder, row)
    assert study.statements["within"].fillna("").tolist() == within
    assert study.problems["source_file"].tolist() == ["weather.txt"]


def test_the_order_of_the_rows_does_not_matter(folder):
    rows = [
        "river,none,,that Norland would keep the river shut for a year,,,,,,,",
        "river,Premier Joss Tavian,said,Norland would keep the river shut,,,,,,,",
        "river,Norland,would,keep the river,,,,,,,",
    ]
    mended = [("Norland would keep the river shut", *SHUT[1:]), ("keep the river", *["Norland"] * 3, "name")]
    for order in (rows, rows[::-1]):
        study = study_of(folder, *order)
        assert said(study) == [*mended, *ALL[1:]]
        assert study.statements["within"].fillna("").tolist() == ["", "river.q001", "", "", "", ""]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["river,,,river must be open,,,none,,,,"], []),
        (["river,,,river must be open,,,None,open-river,yes,,"], []),  # a row of the sheet, with its issue mended
        (["river,,,river must be open,,,river,open-river,YES,,", "river,,,be open,,,river,open-river,,,"], [IS_OPEN]),
        (["river,,,river must be open,,,river,open-river,no,,"],
         [(OPEN[0], "river", "open-river", False, None, "coded by hand")]),
        (["river,,,river must be open,,,river,open-river,yes,,"], [IS_OPEN]),
        (["river,,,river must be open,,,river,open-river,,if they pay,"],
         [(OPEN[0], *IS_OPEN[1:4], "if they pay", "coded by hand")]),
        (["river,,,river must be open,,,river,open-river,,none,"], [IS_OPEN]),
        (["river,,,not pay tolls,,,river,no-tolls,for,,"],
         [(TOLLS[0], "river", "no-tolls", True, None, "coded by hand"), IS_OPEN]),
        (["river,,,river must be open,,,river,no-tolls,yes,,", "river,,,river must be open,,,river,open-river,yes,,"],
         [(OPEN[0], "river", "no-tolls", True, None, "coded by hand"), IS_OPEN]),
    ],
)  # fmt: skip
def test_the_positions_of_a_statement_are_those_that_were_coded(folder, rows, expected):
    assert taken(study_of(folder, *rows)) == expected


def test_what_decided_a_coded_position_are_the_coded_words(folder):
    study = study_of(folder, "river,,,not pay tolls,,,river,no-tolls,yes,,")
    (code,) = study.codes[study.codes["how"] == "coded by hand"].to_dict("records")
    assert RIVER[code["evidence_start"] : code["evidence_end"]] == "not pay tolls"
    assert (code["statement_id"], code["score"]) == ("river.q002", 1)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("rivr.txt,,,pay tolls,,,,,,,", "this study has no article 'rivr.txt'; is 'river.txt' meant? Write it so"),
        (",,,pay tolls,,,,,,,", "no article; write the name of its file"),
        ("fluss,,,Der Fluss ist zu,Ode,,,,,,", "fluss is not in English, and is not analysed"),
        ("river,,,,Ode,,,,,,", "no content; copy what is said from the article"),
        ("river,,,pay any tolls,Ode,,,,,,", "“pay any tolls” does not stand in river; copy it from the text, and write "
         "… for what you leave out"),
        ("river,,,No,Ode,,,,,,", "“No” stands 2 times in river; copy more words, or give its start"),
        ("river,Bo Lind,,pay tolls,,,,,,,", "the source “Bo Lind” does not stand in river; copy it from the text"),
        ("river,,,pay tolls,Jos Tavian,,,,,,", "the registry has no actor 'Jos Tavian'; is 'Joss Tavian' meant? Write "
         "it so, or add a row to actors.csv"),
        ("river,,,pay tolls,Ode,Norland,,,,,", "Ralf Ode is of the side Sundia in actors.csv; write no other side "
         "here"),
        ("river,,,pay tolls,,Norlnd,,,,,", "the registry has no side 'Norlnd'; is 'Norland' meant? Write it so"),
        ("river,,,pay tolls,,,river,no-tols,yes,,", "issue 'river' has no stance 'no-tols'; is 'no-tolls' meant? Write "
         "one of no-tolls, open-river"),
        ("river,,,pay tolls,the premier,,,,,,", "the actor 'the premier' is no name; write one, or none"),
        ("river,,,pay tolls,Brand,,,,,,", "the registry has no actor 'Brand'; is 'Sel Brand' meant? Write it so, or "
         "add a row to actors.csv"),
        ("river,,,pay tolls,?,,,,,,", "the actor '?' is no name; write one, or none"),
        ("river,,,pay tolls,,,,,no,,", "a position needs an issue and a stance; write both, or leave both empty where "
         "there is none"),
        ("river,,,pay tolls,,,river,,,,", "a position needs an issue and a stance; write both, or leave both empty "
         "where there is none"),
        ("river,,,pay tolls,,,river,no-tolls,perhaps,,", "agree 'perhaps'; write yes or no"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_listed_and_stops_nothing(folder, row, told):
    study = study_of(folder, row, "river,,,river must be open,Ode,,,,,,")
    problem = study.problems[study.problems["source_file"] == "corrections.csv"].iloc[0]
    assert (problem["where"], problem["what"], problem["consequence"]) == ("line 2", told, "this row changes nothing")
    assert said(study) == [SHUT, TOLLS, (*OPEN[:2], "Ralf Ode", "Sundia", "hand"), *NOES]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["Ode,,,,,,", "Oster,,,,,,"], "actor"),
        ([",,river,no-tolls,yes,,", ",,none,,,,"], "issue"),
        ([",,river,no-tolls,yes,,", ",,river,no-tolls,no,,"], "agree"),
        ([",,river,no-tolls,,if it rains,", ",,river,no-tolls,,if it snows,"], "condition"),
        (["none,Norland,,,,,", "none,Sundia,,,,,"], "side"),
    ],
)
def test_of_two_rows_that_contradict_each_other_the_first_holds(folder, rows, told):
    study = study_of(folder, *(f"river,,,pay tolls,{row}" for row in rows))
    (problem,) = study.problems.loc[study.problems["source_file"] == "corrections.csv", "what"]
    assert problem == f"another row of the same words says otherwise under {told}; keep one of the two"


def test_where_words_stand_twice_the_start_tells_which(folder):
    second = RIVER.rindex('"No,"')
    study = study_of(folder, f"river,No,{second},Ode", head="article,content,start,actor")
    assert said(study) == [SHUT, TOLLS, OPEN, NOES[0], (*NOES[1][:2], "Ralf Ode", "Sundia", "hand")]


def test_two_sources_of_the_same_words_contradict_each_other(folder):
    study = study_of(folder, *(f"river,{name},,The lock at Holm,,,,,,," for name in ("Norland", "Ralf Ode")))
    (problem,) = study.problems.loc[study.problems["source_file"] == "corrections.csv", "what"]
    assert problem == "another row of the same words says otherwise under source; keep one of the two"


def test_names_of_the_article_are_no_slips_and_marks_of_another_sort_are_the_same(folder):
    text = '"We wait," said Mira O\'Dell. "It rains," the Arvin Times reported.'
    (folder / "articles" / "river.txt").write_text(text, encoding="utf-8")
    before = study_of(folder)
    study = study_of(folder, "river,Mira O’Dell,,“We wait,,,,,,,", "river,,,It rains,Arvin Times,,,,,,")
    assert said(study) == said(before)
    assert study.statements["confidence"].notna().all()
    assert study.problems["source_file"].tolist() == ["weather.txt"]


def test_the_sheet_has_the_columns_of_the_file_into_which_its_rows_are_copied(folder):
    file = CORRECTIONS.read_text(encoding="utf-8").splitlines()[0].split(",")
    columns = coding_sheet(study_of(folder)).columns.tolist()
    assert file[: len(columns)] == columns


def test_it_counts_what_was_coded_by_hand(folder):
    assert "coded by hand" not in caption(study_of(folder), "positions")
    study = study_of(folder, "river,,,not pay tolls,Ode,,river,no-tolls,yes,,")
    assert caption(study, "positions").endswith("1 of the 2 coded by hand; 1 article not in English, not analysed.")
    assert "1 of the 5 coded by hand" in caption(study)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("article,actor", "line 1: no column content; the first line must be article,content."),
        ("article,content,actr", "line 1: column 'actr' is not known; is 'actor' meant? Mend its name."),
    ],
)
def test_columns_that_are_missing_or_misspelt_stop_it(tmp_path, head, told):
    (tmp_path / "corrections.csv").write_text(f"{head}\n", encoding="utf-8")
    with pytest.raises(CodingError) as error:
        read_corrections(tmp_path / "corrections.csv")
    assert str(error.value) == f"{tmp_path / 'corrections.csv'}, {told}"


def test_a_file_is_read_as_a_spreadsheet_saves_it(tmp_path):
    rows = 'article;content;actor;note;;\r\nriver;"We will\n not ""pay""";Ode;mine;;;\r\n;;;;;\r\n'
    (tmp_path / "corrections.csv").write_bytes(b"\xef\xbb\xbf" + rows.encode())
    table = read_corrections(tmp_path / "corrections.csv").drop(columns="where")
    assert table.to_dict("records") == [
        {"article": "river", "content": 'We will\n not "pay"', "actor": "Ode", "note": "mine"}
    ]


def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(tmp_path):
    (tmp_path / "corrections.csv").write_text('article,content\nriver,"We will\nriver,No\n', encoding="utf-8")
    with pytest.raises(CodingError, match="line 2: a quotation mark opens a cell and does not close it; write a mark"):
        read_corrections(tmp_path / "corrections.csv")
