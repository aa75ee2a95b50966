"""Articles in which nobody speaks, or nobody whose side is known: every table is there, and every notebook runs."""

import matplotlib.pyplot as plt
import nbformat
import pytest

import standpoints as sp
from standpoints.project import NOTEBOOKS
from standpoints.study import tables_of

ACTORS = "actor,side,kind,aliases,pronouns\nJoss Tavian,Norland,person,,he\nMira Oster,Sundia,person,,she\n"
QUARREL = """---
published: 2031-03-02
---
Joss Tavian said Norland rejects the ceasefire of Mira Oster. "A ceasefire is a gift to Sundia," Tavian said.
Mira Oster said Sundia agrees to a ceasefire, and called Joss Tavian a liar.
"""
NEWS = {"nobody speaks": "The river was dirty on Tuesday. It rained.", "no side": "Ada Quill said the river was dirty."}

TABLES = {
    "share_of_voice": lambda study: sp.share_of_voice(study.statements),
    "cue_classes": lambda study: sp.cue_classes(study.statements),
    "tone_by_side": lambda study: sp.tone_by_side(study.statements),
    "tone_by_actor": lambda study: sp.tone_by_actor(study.statements),
    "tone_by_instrument": lambda study: sp.tone_by_instrument(study.statements),
    "tone_toward": sp.tone_toward,
    "tone_between": sp.tone_between,
    "tone_over_time": sp.tone_over_time,
    "effect_of_masks": sp.effect_of_masks,
    "words_behind": lambda study: sp.words_behind(study.statements, by="side"),
    "positions_taken": sp.positions_taken,
    "position_matrix": sp.position_matrix,
    "stand_by_issue": sp.stand_by_issue,
    "agreement_by_issue": sp.agreement_by_issue,
    "agreement_of_sides": sp.agreement_of_sides,
    "distinctive_words": lambda study: sp.distinctive_words(study, min_uses=1),
    "actor_ties": sp.actor_ties,
} | {name: lambda study, name=name: tables_of(study)[name] for name in ("statements", "mentions", "codes")}


@pytest.fixture(scope="module")
def studies(tmp_path_factory):
    """The studies of an article full of quarrel and of the two that are not, each with the folder of the article."""
    rules = tmp_path_factory.mktemp("registry")
    (rules / "actors.csv").write_text(ACTORS)
    registry, made = sp.read_registry(rules), {}
    for name, text in ({"quarrel": QUARREL} | NEWS).items():
        folder = tmp_path_factory.mktemp("articles")
        (folder / "a.txt").write_text(text)
        articles, problems = sp.read_articles(folder)
        made[name] = sp.analyse(articles, problems=problems, registry=registry), folder
    return made


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_has_the_types_of_one_with_rows(studies, name):
    full = TABLES[name](studies["quarrel"][0])
    kinds = {column: full[column].dtype for column in full if full[column].dtype.kind in "bif"}
    assert len(full) and kinds
    for other in NEWS:
        table = TABLES[name](studies[other][0])
        assert {column: table[column].dtype for column in kinds} == kinds


def test_a_table_without_rows_can_be_asked_by_a_column_of_true_and_false(studies):
    words = sp.distinctive_words(studies["no side"][0])
    assert list(words[words["its_own"]]) == list(words)
    between = sp.tone_between(studies["no side"][0])
    assert list(between[between["enough"]]) == list(between)


@pytest.mark.parametrize("news", NEWS)
@pytest.mark.parametrize("notebook", sorted(NOTEBOOKS.glob("0[1-4]*.ipynb")), ids=lambda path: path.stem)
def test_the_notebooks_run_whole_where_there_is_next_to_nothing(studies, news, notebook, tmp_path, monkeypatch):
    study, folder = studies[news]
    kept = {"project_study": lambda: study, "export": lambda *_, **__: [], "ARTICLES": folder, "OUTPUT": tmp_path}
    for name, value in kept.items():
        monkeypatch.setattr(sp, name, value)
    for module in ("discourse", "network"):
        monkeypatch.setattr(f"standpoints.comparing.{module}.OUTPUT", tmp_path)
    names = {}
    for cell in nbformat.read(notebook, as_version=4).cells:
        if cell.cell_type == "code":
            exec(cell.source, names)
    plt.close("all")
