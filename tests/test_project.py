"""The project's own files: what an installation asks for, the notebooks, what an import costs."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from standpoints.keeping import project_study
from standpoints.study import tables_of

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKED = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
LOCK_FILES = ["uv.lock", "requirements.lock", "requirements-dev.lock"]


def by_name(requirements):
    """{"pandas": ">=3.0"}, the names spelled as in the lock files."""
    parts = [re.fullmatch(r"([\w.-]+)\s*(.*)", line).groups() for line in requirements]
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in parts}


def test_environment_yml_and_pyproject_ask_for_the_same():
    entries = YAML(typ="safe").load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    from_pip = next(entry["pip"] for entry in entries if isinstance(entry, dict))
    from_conda = [entry for entry in entries if isinstance(entry, str)]
    asked = by_name(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"])
    assert by_name({*from_conda, *from_pip} - {"python=3.11", "pip", "-e ."}) == asked
    assert "-e ." in from_pip
    assert {"textblob", "sentencex"} <= set(by_name(set(from_pip) - {"-e ."}))  # not, or too old, on conda-forge


def test_uv_lock_is_in_step_with_pyproject():
    (own,) = [package for package in LOCKED if package["name"] == "standpoints"]
    locked: dict[str, dict] = {}
    for entry in own["metadata"]["requires-dist"]:
        locked.setdefault(entry.get("marker", ""), {})[entry["name"]] = entry.get("specifier", "")
    asked = {"": by_name(PROJECT["dependencies"])}
    asked |= {f"extra == '{e}'": by_name(lines) for e, lines in PROJECT["optional-dependencies"].items()}
    assert locked == asked


@pytest.mark.parametrize(("name", "extra"), [("requirements.lock", None), ("requirements-dev.lock", "dev")])
def test_requirements_files_pin_what_uv_lock_does(name, extra):
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE)
    hashed = re.findall(r"^([\w.-]+)==([^\s;]+)[^\n]* \\\n    --hash=sha256:", text, re.MULTILINE)
    asked = by_name(PROJECT["dependencies"] + PROJECT["optional-dependencies"].get(extra, []))
    assert pins == hashed
    assert set(pins) <= {(package["name"], package["version"]) for package in LOCKED}
    assert set(asked) <= {package for package, _ in pins}
    assert "torch" not in {package for package, _ in pins}


@pytest.mark.parametrize("name", LOCK_FILES)
def test_lock_files_name_public_places_only(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([^/\s\"]+)", text)) <= {"pypi.org", "files.pythonhosted.org"}
    assert not re.search(r"file:|find-links|index-url|(?<![\w/])/(?:opt|home|root|tmp|work)/", text)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_committed_with_their_outputs(notebook):
    cells = [c for c in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))  # top to bottom, once
    assert any(cell["outputs"] for cell in cells)
    shown = [output for cell in cells for output in cell["outputs"]]
    assert not [o for o in shown if o["output_type"] == "error" or o.get("name") == "stderr"]


def test_there_are_notebooks():
    names = [path.stem for path in NOTEBOOKS]
    assert names[:4] == ["01-who-speaks", "02-tone-by-actor", "03-positions-compared", "04-your-own-articles"]


def test_import_loads_nothing_heavy():
    code = "import sys, standpoints; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "standpoints" in loaded
    heavy = {"pandas", "numpy", "matplotlib", "onnxruntime", "textblob", "nltk", "vaderSentiment", "pydantic"}
    assert not heavy & set(loaded)


def test_all_that_is_offered_is_there():
    import standpoints

    missing = [name for name in standpoints.__all__ if not hasattr(standpoints, name)]
    assert missing == []
    with pytest.raises(AttributeError, match="standpoints has no 'summon'; it offers: "):
        standpoints.summon  # noqa: B018


def test_ci_runs_the_test_command_of_the_readme():
    commands = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if not line.startswith("#")]
    assert commands == ["exec make test"]
    assert "\n    make test\n" in (ROOT / "README.md").read_text(encoding="utf-8")


PRESS = "in the wording of the press, by another hand, nothing chosen on it"


@pytest.mark.parametrize(
    ("step", "what", "path", "percent"),
    [
        ("statements found", "its development part", "found.f1", False),
        ("found, and by the right speaker", "its development part", "who.f1", False),
        ("… quoted speech found", "its development part", "recall_quoted", False),
        ("… unquoted speech found", "its development part", "recall_unquoted", False),
        ("*he* and *she* told to the right person", "half of its documents, all genres", "right", True),
        ("… in news alone", "half of its news", "right", True),
        ("tone of a sentence", "a fifth of its articles, kept apart", "reader.r", False),
        ("tone toward somebody", "a fifth of its articles, kept apart", "reader.macro_f1", False),
        ("positions, in news", "news in several voices, scored often before", "positions.precision", False),
        ("positions, where", "sentences that avoid the usual words, scored often before", "positions.recall", False),
        ("positions, in the", PRESS, "positions.recall", False),
        ("positions, in whole", "whole articles, nothing chosen on them", "positions.precision", False),
        ("positions, in whole", "whole articles, nothing chosen on them", "positions.recall", False),
    ],
)
def test_the_readme_says_what_was_measured(step, what, path, percent):
    """Its table is written by hand; its figures are those of `make accuracy`."""
    measured = json.loads((ROOT / "training" / "accuracy.json").read_text(encoding="utf-8"))
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    (result,) = [line for line in lines if line.startswith(f"| {step}")]
    (figure,) = [found for one in measured if one["what"] == what and (found := _at(one, path))]
    scale, form = (100, "{:.0f}") if percent else (1, "{:.2f}")
    value, low, high = (form.format(figure[key] * scale).removeprefix("0") for key in ("value", "low", "high"))
    assert f"{value}{' %' if percent else ''} ({low}–{high})" in result


def _at(measured: dict, path: str) -> dict:
    for key in path.split("."):
        measured = measured.get(key, {})
    return measured


PACKAGES = [path.parent for path in sorted((ROOT / "lib" / "standpoints").glob("*/__init__.py"))]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_a_package_says_what_each_of_its_parts_is(package):
    told = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8")))
    parts = {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert {part for part in parts if not re.search(rf"\b{part}\b", told)} == set()


def test_each_column_of_a_study_is_explained():
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8").partition("# What comes out")[2]
    parts = re.split(r"\n\*\*(?:`(\w+)`|The tone columns\*\*)", told)
    explained = {name: set(re.findall(r"`(\w+)`", part)) for name, part in zip(parts[1::2], parts[2::2], strict=True)}
    study = project_study()
    for name, table in tables_of(study).items():
        assert set(table.columns) - explained[None] - explained[name] == set(), name
