"""The registry's files: what is read, every problem in one report, and the project's own registry on short cases."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from standpoints.actors import resolve_actors
from standpoints.naming.names import fold, fold_words, surname_of
from standpoints.registry import RegistryError, read_registry
from standpoints.sentences import split_sentences

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,Jossip Tavian,he
Mira Oster,Sundia,person,,she
Norland,Norland,state,Arvik (place); Norlandish (adjective),it
Sundia,Sundia,state,,it
"""
OFFICES = """office,actor,valid_from,valid_to
premier of Norland,Joss Tavian,2024-02-01,
"""


def write(folder: Path, actors: str = ACTORS, offices: str | None = OFFICES) -> Path:
    (folder / "actors.csv").write_text(actors, encoding="utf-8")
    if offices is not None:
        (folder / "offices.csv").write_text(offices, encoding="utf-8")
    return folder


def problems_of(folder: Path, actors: str = ACTORS, offices: str | None = OFFICES) -> list[str]:
    with pytest.raises(RegistryError) as error:
        read_registry(write(folder, actors, offices))
    return str(error.value).splitlines()[1:]


def test_a_sound_registry_is_read_as_it_is_written(tmp_path):
    registry = read_registry(write(tmp_path))
    assert registry.actors["actor"].tolist() == ["Joss Tavian", "Mira Oster", "Norland", "Sundia"]
    assert registry.actors["aliases"].isna().tolist() == [False, True, False, True]
    assert registry.offices["valid_to"].isna().all()
    assert repr(registry) == "Registry(4 actors, 1 office holdings)"


def test_offices_may_be_missing_and_excel_marks_its_files(tmp_path):
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8-sig")
    assert len(read_registry(tmp_path).offices) == 0


def test_a_missing_actors_file_is_named(tmp_path):
    with pytest.raises(RegistryError, match=r"actors\.csv: there is no such file"):
        read_registry(tmp_path)


SIDES = ACTORS + "Ann Moor,Norland,person,,she\nIraan,Iraan,state,,it\nIran,Iran,state,,it\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Tom Vesk,Norlnad,person,,he", ["line 9"]),
        ("Tom Vesk,Norlan,person,,he\nIda Vesk,Norlan,person,,she", []),  # 2 rows to 3: it may be another side
        ("Tom Vesk,Norway,person,,he", []),
        ("Norlan,Norlan,state,,it", []),  # a state is its own side
        ("Ida Vesk,,person,,she", []),
    ],
)
def test_a_side_that_is_nearly_another_is_told_and_kept(tmp_path, row, told):
    registry = read_registry(write(tmp_path, SIDES + row + "\n"))
    assert [where for _, where, _, _ in registry.doubts] == told
    assert len(registry.actors) == len((SIDES + row).strip().splitlines()) - 1


def test_a_name_of_two_actors_of_one_side_is_told(tmp_path):
    row = "Ida Vesk,Norland,person,Jossip Tavian,she\n"
    assert read_registry(write(tmp_path, ACTORS + row)).doubts == (
        (
            "actors.csv",
            "line 6",
            "'Jossip Tavian' is an alias of 'Ida Vesk' and of 'Joss Tavian' (line 2)",
            "where it stands alone neither is found; keep it with one",
        ),
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Oster,Sundia,person,,", "'Oster' is only the surname of 'Mira Oster' (line 3)"),
        ("Óster,,person,,", "'Óster' is only the surname of 'Mira Oster' (line 3)"),
        ("Oster,,institution,,", None),  # a firm may be called so
        ("Ida Oster,Sundia,person,,", None),
        ("Vesk,Sundia,person,Ida Vesk,", None),  # one row: her own surname
    ],
)
def test_a_person_who_is_only_the_surname_of_another_is_told(tmp_path, row, told):
    doubts = read_registry(write(tmp_path, ACTORS + row + "\n")).doubts
    assert [(where, what) for _, where, what, _ in doubts] == ([("line 6", told)] if told else [])


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("premier of Norlan", "the owner 'Norlan' of the office is no actor; is 'Norland' meant?"),
        ("premier of the Norlandd; head of Norlandd", "the owner 'Norlandd' of the office is no actor; is 'Norland'"),
        ("premier of Norland", None),
        ("mayor of Holm", None),  # a town need not be an actor: the office is found as it is written
    ],
)
def test_an_office_of_nearly_an_actor_is_told(tmp_path, office, told):
    row = f"office,actor,valid_from,valid_to\n{office},Joss Tavian,2024-02-01,\n"
    doubts = read_registry(write(tmp_path, offices=row)).doubts
    assert [(file, line) for file, line, *_ in doubts] == [("offices.csv", "line 2")] * (told is not None)
    assert all(what.startswith(told) for _, _, what, _ in doubts)


def test_a_side_that_is_nearly_another_is_a_problem_of_the_study(tmp_path):
    from standpoints.articles import read_articles
    from standpoints.study import analyse

    (tmp_path / "registry").mkdir()
    (tmp_path / "articles").mkdir()
    registry = read_registry(write(tmp_path / "registry", SIDES + "Tom Vesk,Norlnd,person,,he\n"))
    (tmp_path / "articles" / "a.txt").write_text("Tom Vesk said Norland would wait for the truce.\n")
    articles, problems = read_articles(tmp_path / "articles")
    study = analyse(articles, problems=problems, registry=registry)
    assert study.statements["side"].tolist() == ["Norlnd"]
    assert study.problems[["source_file", "where", "what", "consequence"]].values.tolist() == [
        [
            "actors.csv",
            "line 9",
            "'Tom Vesk' has the side 'Norlnd', which is nearly 'Norland' (3 rows)",
            "counts as a side of its own; write Norland, if that is meant",
        ]
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("joss tavian,Norland,person,,he", "line 6: 'joss tavian' is listed already on line 2"),
        ("Ann Moor,Norland,human,,she", "line 6: kind 'human' of 'Ann Moor' is unknown. Write one of: person,"),
        ("Ann Moor,Norland,person,,hers", "line 6: pronoun 'hers' of 'Ann Moor' is unknown"),
        ("Ann Moor,norland,person,,she", "line 6: side 'norland' is spelt 'Norland' elsewhere"),
        (
            "Ann Moor,Sundia,person,jossip tavian,she",
            "line 6: 'jossip tavian' is claimed by 'Ann Moor' (side 'Sundia')",
        ),
        ("Ann Moor,Sundia,person,Norland,she", "line 6: 'Norland' is claimed by 'Ann Moor' (side 'Sundia')"),
        ("Ann Moor,Norland,person,The Moor (town),she", "line 6: the note (town) of alias 'The Moor' is unknown"),
        ("Ann Moor,Norland,person,!!,she", "line 6: alias '!!' of 'Ann Moor' has no letter"),
        ("Ann Moor,Norland,person,,she,extra", "line 6: 6 values for 5 columns. Put a value that contains a comma"),
        ("Ann Moor\tNorland\tperson\t\tshe", "line 6: 1 values for 5 columns. Tabs stand between them; write commas."),
        ("Ann Moor,Norland,NaN,,she", "line 6: 'Ann Moor' has no kind. Write one of: person, institution,"),
        (",Norland,person,,she", "line 6: a row without an actor's name"),
    ],
)
def test_each_problem_of_an_actor(tmp_path, row, said):
    (line,) = problems_of(tmp_path, ACTORS + row + "\n")
    assert line.startswith("actors.csv, " + said)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("premier of Norland,Mira Oster,2025-01-01,", "line 3: 'Mira Oster' and 'Joss Tavian' (line 2) are both"),
        (
            "premier of Sundia,Mira Ostr,2025-01-01,",
            "line 3: the actor 'Mira Ostr' is not in actors.csv; is 'Mira Oster'",
        ),
        ("premier of Sundia,Mira Oster,2025-13-01,", "line 3: valid_from '2025-13-01' is not a date. Write it as"),
        ("premier of Sundia,Mira Oster,1.2.2025,", "line 3: valid_from '1.2.2025' is not a date"),
        ("premier of Sundia,Mira Oster,2025-02-01,2025-01-01", "line 3: valid_from 2025-02-01 is after valid_to"),
        (",Mira Oster,,", "line 3: a row without an office"),
    ],
)
def test_each_problem_of_an_office(tmp_path, row, said):
    (line,) = problems_of(tmp_path, offices=OFFICES + row + "\n")
    assert line.startswith("offices.csv, " + said)


def test_all_problems_are_reported_at_once(tmp_path):
    lines = problems_of(tmp_path, ACTORS + "Mira Oster,Sundia,person,,she\nX,,thing,,\n", OFFICES + "king,Nobody,,\n")
    assert [line.split(":")[0] for line in lines] == ["actors.csv, line 6", "actors.csv, line 7", "offices.csv, line 3"]


def test_the_header_is_checked(tmp_path):
    (line,) = problems_of(tmp_path, ACTORS.replace("aliases", "names"))
    assert line == (
        "actors.csv, line 1: unknown column 'names'; missing column 'aliases'. "
        "The columns are: actor, side, kind, aliases, pronouns, separated by commas."
    )


def test_a_handover_on_one_day_is_no_overlap(tmp_path):
    offices = OFFICES.replace(",2024-02-01,", ",2024-02-01,2025-03-03") + "premier of Norland,Mira Oster,2025-03-03,\n"
    assert len(read_registry(write(tmp_path, offices=offices)).offices) == 2


@pytest.mark.parametrize(
    ("word", "folded"),
    [("ÉLYSÉE", "elysee"), ("U.S.", "us"), ("Tavian’s", "tavian"), ("Łuk", "luk"), ("O'Moor", "omoor")],
)
def test_fold(word, folded):
    assert fold(word) == folded


def test_words_and_surnames():
    assert fold_words("Norland’s Defense-Ministry") == ("norland", "defence", "ministry")
    assert surname_of("Ann van der Moor") == "van der Moor"
    assert surname_of("Joss Tavian Jr.") == "Tavian"


def project_cases() -> list[dict]:
    with open(Path(__file__).with_name("registry-cases.csv"), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_projects_registry_names_who_is_meant():
    """Spellings, offices by date, metonyms, titles; and nobody where nobody can be known."""
    cases = project_cases()
    spoken = [re.search(r"\[(.*)\]", case["text"]) for case in cases]
    texts = [case["text"].replace("[", "").replace("]", "") for case in cases]
    articles = pd.DataFrame({"article_id": [str(i) for i in range(len(cases))], "text": texts})
    articles["published"] = [case["published"] for case in cases]
    statements = pd.DataFrame(
        {
            "article_id": articles["article_id"],
            "statement_id": articles["article_id"] + ".q001",
            "start": [len(text) - 1 for text in texts],
            "end": [len(text) for text in texts],
            "form": "indirect",
            "speaker": [m.group(1) for m in spoken],
            "speaker_start": [m.start() for m in spoken],
            "speaker_end": [m.start() + len(m.group(1)) for m in spoken],
            "cue_end": [len(text) - 1 for text in texts],
            "within": float("nan"),
        }
    )
    found, _ = resolve_actors(articles, split_sentences(articles), statements, read_registry())
    wrong = [
        (case["text"], case["published"], actor)
        for case, actor in zip(cases, found["actor"].fillna(""), strict=True)
        if case["actor"] != actor
    ]
    assert wrong == []


def test_the_projects_registry_is_large_and_dated():
    registry = read_registry()
    assert len(registry.actors) >= 250
    assert {"Russia", "Ukraine", "Europe", "United States", "NATO", "United Nations"} <= set(registry.actors["side"])
    assert registry.offices["valid_from"].notna().all()
