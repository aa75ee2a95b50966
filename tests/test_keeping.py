"""Tables on disk: whole or not at all, whenever the power fails."""

import os

import pandas as pd
import pytest

from standpoints.keeping import load_study, replacing, save_study, was_stopped
from standpoints.study import Study, tables_of


@pytest.fixture
def study():
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["=1+1 said\nOster", "Не сейчас."], "n": [3, 2]})
    sentences = pd.DataFrame({"article_id": ["a"], "text": ["=1+1"], "tone_vader": [-0.5]})
    nothing = pd.DataFrame({"article_id": pd.Series([], dtype="str")})
    return Study(articles, sentences, sentences, sentences, nothing, nothing)


def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_tables_come_back_from_the_disk_as_they_were_saved(study, tmp_path):
    paths = save_study(study, tmp_path / "tables")
    first = {path.name: path.read_bytes() for path in paths}
    back = load_study(tmp_path / "tables")
    for name, table in tables_of(study).items():
        pd.testing.assert_frame_equal(getattr(back, name), table, check_dtype=False)
    assert {path.name: path.read_bytes() for path in save_study(back, tmp_path / "tables")} == first
    assert files_of(tmp_path / "tables") == first


def test_the_csv_runs_nothing_and_parquet_holds_the_text(study, tmp_path):
    save_study(study, tmp_path)
    assert (tmp_path / "sentences.csv").read_text() == "article_id,text,tone_vader\na,'=1+1,-0.5\n"
    assert pd.read_parquet(tmp_path / "sentences.parquet")["text"].tolist() == ["=1+1"]


def test_a_missing_table_is_named(study, tmp_path):
    save_study(study, tmp_path / "tables")
    (tmp_path / "tables" / "codes.parquet").unlink()
    with pytest.raises(FileNotFoundError, match="codes missing"):
        load_study(tmp_path / "tables")


def test_what_fails_leaves_all_as_it_was(tmp_path):
    (tmp_path / "tables.csv").write_text("old")
    with pytest.raises(RuntimeError), replacing(tmp_path) as new:
        (new / "tables.csv").write_text("new")
        raise RuntimeError
    assert files_of(tmp_path) == {"tables.csv": b"old"}
    assert not was_stopped(tmp_path)


def test_a_killed_run_is_told_and_its_leavings_are_cleared(tmp_path):
    (tmp_path / "tables.csv").write_text("old")
    writing = replacing(tmp_path)
    (writing.__enter__() / "half.csv").write_text("hal")  # and then it is killed
    assert was_stopped(tmp_path)
    assert (tmp_path / "tables.csv").read_text() == "old"
    with replacing(tmp_path) as new:
        assert list(new.iterdir()) == []
        (new / "tables.csv").write_text("new")
    assert files_of(tmp_path) == {"tables.csv": b"new"}


@pytest.mark.parametrize("moved", range(12))
def test_killed_while_the_files_take_their_places_the_next_reader_goes_on(study, tmp_path, monkeypatch, moved):
    save_study(study, tmp_path / "out" / "tables")
    (tmp_path / "out" / "tables" / "notes.txt").write_text("my own")
    newer = Study(**{name: table.assign(article_id="c") for name, table in tables_of(study).items()})
    wanted = files_of(tmp_path / "out") | {
        f"tables/{path.name}": path.read_bytes() for path in save_study(newer, tmp_path / "wanted")
    }
    real, left = os.replace, iter(range(moved))

    def killed(*paths):
        if next(left, None) is None:
            raise KeyboardInterrupt
        real(*paths)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt), replacing(tmp_path / "out") as new:
        save_study(newer, new / "tables")
        patched.setattr(os, "replace", killed)
    assert load_study(tmp_path / "out" / "tables").articles["article_id"].tolist() == ["c", "c"]
    assert files_of(tmp_path / "out") == wanted


def test_no_file_leaves_the_folder(tmp_path):
    with replacing(tmp_path / "out") as new:
        (new / "sub").mkdir()
        (new / "sub" / "x").write_text("x")
    assert files_of(tmp_path) == {"out/sub/x": b"x"}
