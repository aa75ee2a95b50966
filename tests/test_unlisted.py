"""Actors that the registry does not hold, as the rows that make them known: told, pasted, read, and found again."""

from types import SimpleNamespace

import pandas as pd
import pytest
from bracketed import registry_in, tables

from standpoints.actors import resolve_actors
from standpoints.registry import read_registry
from standpoints.unlisted import unlisted_actors

ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,,he
Norland,Norland,state,Norlandish (adjective),it
Holm Herald,,institution,,it
observers,,group,,they
"""
FIRST = (
    "[Prime Minister Harun Osk] said {a b c}. [The prime minister] said {d}. [Its envoy, Tessa Quill,] said {e}. "
    "[Rasko Vent, a retired teacher,] said {f}. [The Northern League] said {g}. [The Holm Herald] said {h}. "
    "[Observers] said {i}. [Kelmar] denied {j}. Tavian left. Mr Stell said no."
)
SECOND = (
    "[Osk] said {k l}. [Osk's office] said {m}. On Monday [Vent] said {n}. [General Stell] said {o}. "
    "[Petra Moor] said {p}."
)
THIRD = "[Ida Moor] said {q}. Moor left. {“No,”} [she] said."


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("registry")


@pytest.fixture(scope="module")
def registry(folder):
    return registry_in(folder, ACTORS, "office,actor,valid_from,valid_to\n")


def study_of(texts, registry):
    read = [
        [table.assign(article_id=name) for table in tables(text)] for name, text in zip("abcdef", texts, strict=False)
    ]
    articles, sentences, statements = (pd.concat(parts, ignore_index=True) for parts in zip(*read, strict=True))
    statements, mentions = resolve_actors(articles, sentences, statements, registry)
    return SimpleNamespace(articles=articles, statements=statements, mentions=mentions)


def test_unlisted_actors_are_ranked(registry):
    text = (
        "[Pella Moor, an envoy,] said {a b c}. [Jan Holt] said {d}. [Moor] said {e}. [Tavian] said {f}. "
        "[Joss Tavian] said {g}."
    )
    table = unlisted_actors(study_of([text], registry), registry=registry)
    assert table.columns.tolist() == [
        "actor", "side", "kind", "aliases", "pronouns", "n_statements", "n_words", "n_mentions", "introduced_as"
    ]  # fmt: skip
    assert table[["actor", "n_statements", "n_words", "n_mentions"]].values.tolist() == [
        ["Pella Moor", 2, 4, 2],
        ["Jan Holt", 1, 1, 1],
    ]
    assert table["introduced_as"].tolist() == ["Pella Moor, an envoy,", "Jan Holt"]


def test_one_row_is_one_person_with_the_kind_that_is_known(registry):
    """No row of Osk alone, of his office, of the paper that is listed without a side; no alias prime minister."""
    table = unlisted_actors(study_of([FIRST, SECOND, THIRD], registry), registry=registry)
    assert table[["side", "aliases", "pronouns"]].isna().all(axis=None)
    found = table.set_index("actor")["kind"].fillna("?").to_dict()
    assert found == {
        "Harun Osk": "person",
        "Rasko Vent": "person",
        "Ida Moor": "person",
        "Tessa Quill": "person",
        "Petra Moor": "person",
        "Northern League": "institution",
        "Stell": "person",
        "Kelmar": "?",
    }
    counts = table.set_index("actor")[["n_statements", "n_words", "introduced_as"]]
    assert counts.loc["Harun Osk"].tolist() == [4, 7, "Prime Minister Harun Osk"]
    assert counts.loc["Rasko Vent"].tolist() == [2, 2, "Rasko Vent, a retired teacher,"]


def test_a_surname_that_two_have_is_a_row_of_its_own(registry):
    alone = "On Monday [Moor] said {r}."
    table = unlisted_actors(study_of([SECOND, THIRD, alone], registry), registry=registry)
    assert table.set_index("actor")["n_statements"].reindex(["Moor", "Ida Moor", "Petra Moor"]).tolist() == [1, 2, 1]


def test_the_lines_make_all_known_when_side_and_kind_are_written(folder, registry):
    """What notebook 04 says: print the lines, paste them, write what is empty, and run again."""
    lines = unlisted_actors(study_of([FIRST, SECOND], registry), registry=registry).iloc[:, :5].to_csv(index=False)
    rows = lines.splitlines()[1:]
    assert "Harun Osk,,person,," in rows and "Kelmar,,,," in rows
    written = [row.replace(",,,,", ",,state,,").replace(",,", ",Sundia,", 1) for row in rows]
    (folder / "actors.csv").write_text(ACTORS + "\n".join(written) + "\n", encoding="utf-8")
    own = read_registry(folder)
    assert own.doubts == ()
    study = study_of([FIRST, SECOND], own)
    assert unlisted_actors(study, registry=own).empty
    told = study.statements[["speaker", "actor", "side"]].fillna("?").values.tolist()
    assert told[0] == ["Prime Minister Harun Osk", "Harun Osk", "Sundia"]
    assert [row[1:] for row in told if row[0] in ("Osk", "Vent", "General Stell")] == [
        ["Harun Osk", "Sundia"],
        ["Rasko Vent", "Sundia"],
        ["Stell", "Sundia"],
    ]
