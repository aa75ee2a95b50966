import json
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest

from standpoints import cli
from standpoints.cli import main
from standpoints.project import CODEBOOK
from standpoints.study import _tables

TALKS = 'Joss Tavian, the premier of Norland, said: "We will talk to Sundia without preconditions."\n'
ANSWER = "Mira Oster said Sundia would not withdraw.\n"
ANSWERED = ['"We will talk to Sundia without preconditions."', "Joss Tavian, the premier of Norland", "said"]
TABLES = ["articles", "codes", "mentions", "problems", "sentences", "statements"]

CHART = """
import matplotlib.pyplot as plt, pandas as pd
from standpoints.export import export
fig, ax = plt.subplots()
ax.plot([1], [1], "o")
export(fig, pd.DataFrame({"x": [1]}), "dot", alt="A dot at one.");
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.txt").write_text(f"---\npublished: 2025-05-11\n---\n{TALKS}")
    (folder / "answer.txt").write_text(ANSWER)
    return folder


@pytest.fixture
def registry(tmp_path):
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / "actors.csv").write_text(
        "actor,side,kind,aliases,pronouns\n"
        "Joss Tavian,Norland,person,Tavian,he\n"
        "Mira Oster,Sundia,person,Oster,she\n"
        "Norland,Norland,state,,it\n"
        "Sundia,Sundia,state,,it\n"
    )
    (folder / "offices.csv").write_text("office,actor,valid_from,valid_to\nthe premier of Norland,Joss Tavian,,\n")
    return folder


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A function that makes notebooks of the given cells; `standpoints run` finds them instead of the project's."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    monkeypatch.setattr(cli, "NOTEBOOKS", folder)

    def add(name, *cells):
        content = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        nbformat.write(content, folder / name)

    return add


def output_of(notebook):
    cells = nbformat.read(notebook, as_version=4).cells
    return "".join(output.get("text", "") for cell in cells for output in cell.outputs)


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_tables_writes_every_table_twice_the_same(folder, registry, tmp_path, capsys):
    command = ["tables", str(folder), "--registry", str(registry), "--out"]
    assert main([*command, str(tmp_path / "first")]) == 0
    assert main([*command, str(tmp_path / "second")]) == 0
    first = files_of(tmp_path / "first")
    assert sorted(first) == sorted(f"{table}.{ending}" for table in TABLES for ending in ("csv", "parquet"))
    assert first == files_of(tmp_path / "second")
    statements = pd.read_csv(tmp_path / "first" / "statements.csv")
    assert statements["actor"].tolist() == ["Mira Oster", "Joss Tavian"]
    assert statements["side"].tolist() == ["Sundia", "Norland"]
    (doubt,) = pd.read_csv(tmp_path / "first" / "problems.csv")["what"]  # Norland is in no codebook of the kit
    assert doubt.startswith("made for another conflict, it seems: no name of its list `here` stands in 1 of 1 articles")
    assert "1 problem(s), also in" in capsys.readouterr().out


def test_bad_files_are_said_in_one_line_each_and_the_others_analysed(folder, registry, tmp_path, capsys):
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "old.txt").write_bytes("Joss Tavian said “no” in a café.".encode("cp1252"))
    (folder / "header.txt").write_text("---\ntitle: Talks: day one\n---\nMira Oster said nothing would change.\n")
    out = tmp_path / "out"
    assert main(["tables", str(folder), "--registry", str(registry), "--out", str(out)]) == 0
    assert pd.read_csv(out / "articles.csv")["article_id"].tolist() == ["answer", "header", "old", "talks"]
    said = capsys.readouterr().out
    table = said[said.index("5 problem(s)") :]
    assert table.startswith(f"5 problem(s), also in {out / 'problems.csv'}:\n")
    assert [line.split()[0] for line in table.splitlines()[2:] if line[4:5].strip()] == ["n", "1", "1", "1", "1", "1"]
    places = [table.index(name) for name in ("empty.txt", "picture.txt", "header.txt", "old.txt", "codebook")]
    assert sorted(places[:2]) < sorted(places[2:])  # what was left out stands first


def test_many_problems_of_a_kind_are_one_line_and_no_name_steers_the_terminal(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "150")
    rows = [(f"{n:02}.txt", f"a{n}", "text", "is not English", "left out of the charts") for n in range(30)]
    rows += [("\x1b[2Jbad\u202etxt.exe", None, "whole file", "is empty", "left out")]
    columns = ["source_file", "article_id", "where", "what", "consequence"]
    cli._say_problems(SimpleNamespace(problems=pd.DataFrame(rows, columns=columns)), tmp_path)
    said = capsys.readouterr().out
    assert [line.split() for line in said.splitlines()[2:5]] == [
        ["n", "what", "where", "what", "follows"],
        "1 is empty \ufffd[2Jbad\ufffdtxt.exe (whole file) left out".split(),
        "30 is not English 00.txt, 01.txt, 02.txt and 27 more left out of the charts".split(),
    ]


def test_all_bad_input_is_said_at_once_without_a_traceback(tmp_path, registry, capsys):
    empty = tmp_path / "empty"
    empty.mkdir()
    with (registry / "actors.csv").open("a") as file:
        file.write("Joss Tavian,Sundia,person,,he\n")
    codebook = tmp_path / "codebook.yaml"
    codebook.write_text("issues: 7\n")
    out = tmp_path / "out"
    options = ["--registry", str(registry), "--codebook", str(codebook), "--out", str(out)]
    assert main(["tables", str(empty), *options]) == 2
    said = capsys.readouterr().err
    assert f"{empty} holds no article. Put your articles" in said
    assert "Joss Tavian" in said
    assert "codebook.yaml" in said
    assert "Traceback" not in said
    assert not out.exists()


@pytest.mark.parametrize("option", ["--registry", "--codebook"])
def test_missing_rules_are_named(folder, tmp_path, capsys, option):
    missing = tmp_path / "nowhere"
    assert main(["tables", str(folder), option, str(missing), "--out", str(tmp_path / "out")]) == 2
    assert str(missing) in capsys.readouterr().err


def test_another_conflict_has_a_data_folder_of_its_own(folder, registry, tmp_path, project, capsys):
    project(
        "01-look.ipynb",
        "import standpoints as sp\nprint(*sp.read_events()['label'], *sp.project_study().statements['side'], sep='; ')",
        "from standpoints.charting.drawing import side_style\nprint(side_style('Sundia')[0])",
    )
    mine = tmp_path / "mine"
    shutil.copytree(registry, mine / "registry")
    shutil.copy(CODEBOOK, mine)
    command = ["run", str(folder), "--data", str(mine), "--out", str(tmp_path / "out")]
    assert main(command) == 2
    assert f"{mine} has no lexicon.csv, events.csv, stopwords.txt: copy them from" in capsys.readouterr().err
    (mine / "lexicon.csv").write_text("word,instrument,treatment,why\n")
    (mine / "events.csv").write_text("date,label\n2025-05-10,The gates close\n")
    (mine / "stopwords.txt").touch()
    assert main(command) == 0
    assert output_of(tmp_path / "out" / "notebooks" / "01-look.ipynb").startswith("The gates close; Sundia; ")
    colour = output_of(tmp_path / "out" / "notebooks" / "01-look.ipynb").split()[-1]
    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert f"border-bottom:2px solid {colour}" in report  # of the marked articles as of the charts
    assert f"Read from <code>{folder}</code>" in report


def test_tables_into_a_file_is_refused(folder, tmp_path, capsys):
    out = tmp_path / "out"
    out.touch()
    assert main(["tables", str(folder), "--out", str(out)]) == 2
    assert f"{out} cannot be read or written" in capsys.readouterr().err


def test_run_executes_the_notebooks_on_this_study_with_this_python(folder, registry, tmp_path, project, capsys):
    project(
        "01-look.ipynb",
        "import os, sys, standpoints as sp\nprint(sys.executable)",
        "print(*sp.project_study().articles['article_id'])",
        "print((sp.OUTPUT / 'figures').is_dir())",
        "from standpoints.project import *\nprint(ARTICLES, REGISTRY, CODEBOOK, sep='\\n')",
    )
    out = tmp_path / "out"
    command = ["run", str(folder), "--registry", str(registry), "--out", str(out)]
    assert main(command) == 0
    printed = output_of(out / "notebooks" / "01-look.ipynb").splitlines()
    assert printed == [sys.executable, "answer talks", "True", str(folder), str(registry), str(CODEBOOK)]
    assert sorted(path.name for path in out.iterdir()) == [
        ".cache", "figures", "notebooks", "places.json", "report.html", "tables"
    ]  # fmt: skip
    assert "Joss Tavian" in (out / "report.html").read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert f"Report     {out / 'report.html'}" in said
    assert "1 of 1 executed whole" in said

    tables = files_of(out / "tables")
    assert main(command) == 0
    assert files_of(out / "tables") == tables


def test_the_notebooks_of_a_run_that_are_opened_later_show_that_run(folder, registry, tmp_path, project):
    project("01-look.ipynb", "import standpoints as sp")
    out = tmp_path / "mine"
    assert main(["run", str(folder), "--registry", str(registry), "--out", str(out)]) == 0
    looked = "import standpoints as sp; from standpoints.project import *\n"
    looked += "print(*sp.project_study().articles['article_id'], OUTPUT, ARTICLES, REGISTRY, sep='|')"
    moved = out.rename(tmp_path / "moved")
    plain = {name: value for name, value in os.environ.items() if not name.startswith("STANDPOINTS_")}
    later = {"cwd": moved / "notebooks", "env": plain, "capture_output": True, "text": True, "check": True}
    printed = subprocess.run([sys.executable, "-c", looked], **later).stdout.strip()
    assert printed == f"answer|talks|{moved}|{folder}|{registry}"


def test_run_names_the_failing_cell_and_does_the_rest(folder, tmp_path, project, capsys):
    project("01-broken.ipynb", "x = 1", "# divide\n1 / 0", "print('never')")
    project("02-whole.ipynb", "print('done')")
    out = tmp_path / "out"
    assert main(["run", str(folder), "--out", str(out)]) == 1
    captured = capsys.readouterr()
    failure = "notebook 01-broken.ipynb failed in code cell 2, line 2 (`1 / 0`): ZeroDivisionError: division by zero"
    assert captured.err.splitlines()[-1] == f"standpoints: {failure}"
    assert "1 of 2 executed whole" in captured.out
    assert "never" not in output_of(out / "notebooks" / "01-broken.ipynb")
    assert output_of(out / "notebooks" / "02-whole.ipynb") == "done\n"
    assert f"<li>{failure}</li>" in (out / "report.html").read_text(encoding="utf-8")


def test_a_path_means_in_a_run_what_it_means_in_jupyterlab(folder, tmp_path, project):
    mine = tmp_path / "my-articles"
    mine.mkdir()
    (mine / "mine.txt").write_text("Mira Oster said Sundia had waited long enough.")
    project("01-mine.ipynb", "import standpoints as sp\nprint(*sp.read_articles('../my-articles')[0]['article_id'])")
    out = tmp_path / "elsewhere" / "out"
    assert main(["run", str(folder), "--out", str(out)]) == 0
    assert output_of(out / "notebooks" / "01-mine.ipynb") == "mine\n"


def test_a_file_that_is_no_notebook_and_a_chart_without_words_are_told_and_the_rest_is_done(
    folder, tmp_path, project, capsys
):
    project("01-chart.ipynb", CHART)
    project("02-mine.ipynb", "import standpoints as sp\n(sp.OUTPUT / 'figures' / 'mine.png').write_bytes(b'x')")
    (tmp_path / "notebooks" / "03-half.ipynb").write_text('{"cells": [')
    out = tmp_path / "out"
    assert main(["run", str(folder), "--out", str(out)]) == 1
    captured = capsys.readouterr()
    half, chart = captured.err.splitlines()[-2:]
    assert half.startswith("standpoints: notebook 03-half.ipynb cannot be read (")
    assert chart.startswith("standpoints: mine.png has no words beside it and is not in the report; write it with")
    assert "2 of 3 executed whole" in captured.out
    assert (out / "report.html").read_text(encoding="utf-8").count("<img ") == 1


def test_a_kernel_that_dies_is_a_failed_notebook(folder, tmp_path, project, capsys):
    project("01-dies.ipynb", "x = 1", "import os; os._exit(1)")
    assert main(["run", str(folder), "--out", str(tmp_path / "out")]) == 1
    failure = capsys.readouterr().err.splitlines()[-1]
    assert failure.startswith("standpoints: notebook 01-dies.ipynb failed in code cell 2 (`import os; os._exit(1)`)")


def test_the_report_shows_the_charts_of_this_run_and_others_are_kept(folder, tmp_path, project):
    project("01-chart.ipynb", CHART)
    out = tmp_path / "out"
    (out / "figures").mkdir(parents=True)
    mine = out / "figures" / "mine.png"
    mine.write_bytes(b"a chart of another day")
    assert main(["run", str(folder), "--out", str(out)]) == 0
    first = (out / "report.html").read_text(encoding="utf-8")
    assert first.count("<img ") == 1
    assert "A dot at one." in first
    assert mine.read_bytes() == b"a chart of another day"
    assert main(["run", str(folder), "--out", str(out)]) == 0
    assert (out / "report.html").read_text(encoding="utf-8") == first


def test_a_stopped_run_leaves_all_whole_and_the_next_one_goes_on(folder, registry, tmp_path, monkeypatch, capsys):
    out = tmp_path / "out"
    command = ["tables", str(folder), "--registry", str(registry), "--out", str(out)]
    assert main(command) == 0
    first = files_of(out)
    (folder / "more.txt").write_text("Mira Oster said Sundia had waited long enough.")
    with monkeypatch.context() as patched:
        patched.setattr("standpoints.keeping.save_study", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert main(command) == 130
    assert "standpoints: stopped. What stood there before is whole" in capsys.readouterr().err
    assert files_of(out) == first
    (out / ".unfinished").mkdir()  # this is what is left where the power failed

    with monkeypatch.context() as patched:
        patched.setattr("standpoints.study._tables", known_alone)
        assert main(command) == 0
    said = capsys.readouterr().err
    assert f"The last run into {out} was stopped: it left all as it was. This one goes on" in said
    resumed = files_of(out)
    assert main([*command, "--fresh"]) == 0
    assert "was stopped" not in capsys.readouterr().err
    assert files_of(out) == resumed != first


def known_alone(articles, **rules):
    """Stands for the analysis where every article is known already."""
    assert articles.empty
    return _tables(articles, **rules)


def test_run_without_notebooks_says_so(folder, tmp_path, project, capsys):
    assert main(["run", str(folder), "--out", str(tmp_path / "out")]) == 2
    assert "holds no notebooks" in capsys.readouterr().err


def test_score_prints_json_and_writes_what_was_predicted(tmp_path, registry, capsys):
    content, source, cue = ([TALKS.index(words), TALKS.index(words) + len(words)] for words in ANSWERED)
    row = {"content": [content], "source": [source], "cue": [cue], "actor": "Joss Tavian", "side": "Norland"}
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "predictions.csv"
    gold.write_text(json.dumps({"id": "talks", "text": TALKS, "attributions": [row]}))
    options = ["--registry", str(registry), "--predictions", str(predictions)]
    assert main(["score", "attribution", str(gold), *options]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert [figures[name]["f1"]["value"] for name in ("found", "who", "actor", "side")] == [1, 1, 1, 1]
    assert pd.read_csv(predictions)["predicted"].tolist() == [ANSWERED[0]]


def test_score_shows_a_table_on_a_terminal_and_tells_what_may_be_a_slip(
    folder, registry, tmp_path, capsys, monkeypatch
):
    gold = tmp_path / "gold.csv"
    gold.write_text(f"article,source,content,actor\ntalks,{ANSWERED[1].split(',')[0]},We will talk to Sundia,Nobody\n")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["score", "attribution", str(gold), "--registry", str(registry), "--articles", str(folder)]) == 0
    said = capsys.readouterr()
    assert said.err.startswith(f"standpoints: {gold}, line 2: the registry has no actor 'Nobody'; mend the name")
    lines = said.out.splitlines()
    assert lines[0] == f"attribution in {gold}. articles: 1, coded by hand: 1, found by the kit: 1"
    assert lines[3].split() == ["found", "precision", "1.00", "1"]
    assert ["actor", "f1", ".00", "1"] in [line.split() for line in lines]
    assert "recall: the share of what was coded by hand that the kit found." in lines


def test_score_says_what_is_wrong_with_its_input(tmp_path, capsys):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("no json")
    assert main(["score", "mood", str(gold)]) == 2
    assert main(["score", "attribution", str(gold)]) == 2
    assert main(["score", "attribution", str(tmp_path / "missing.jsonl")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert "task='mood' is unknown" in said[0]
    assert f"{gold}, line 1" in said[1]
    assert "missing.jsonl" in said[2]
