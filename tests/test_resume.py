"""What is known of an article is not worked out again, and comes out the same to the byte."""

import gzip
import os
from types import SimpleNamespace

import pandas as pd
import pytest

from standpoints import resume
from standpoints.codebook import read_codebook
from standpoints.reader import ReaderError
from standpoints.registry import read_registry
from standpoints.resume import in_batches, rules_of
from standpoints.sharing import processes_for
from standpoints.toning.masks import read_lexicon

ARTICLES = pd.DataFrame({"article_id": list("abcd"), "text": ["No.", "Yes!", "", "He said “no”."]})


@pytest.fixture
def worked():
    """A function that makes tables, and the articles it was called with."""
    seen = []

    def make(articles):
        seen.extend(articles["article_id"])
        if (articles["text"] == "bad").any():
            raise KeyError("bad")
        words = articles.assign(word=articles["text"].str.split()).explode("word").dropna(subset="word")
        return {
            "words": pd.DataFrame({
                "article_id": words["article_id"],
                "word": words["word"].where(words["word"] != "He").astype("str"),
                "n": words["word"].str.len().astype("Int64").where(words["word"] != "Yes!"),
                "tone": [float("nan") if word == "No." else -0.1 for word in words["word"]],
                "loud": words["word"].str.endswith("!").astype(bool),
            }).reset_index(drop=True)
        }  # fmt: skip

    return SimpleNamespace(make=make, seen=seen)


def test_a_table_is_the_same_in_batches_and_from_the_folder(worked, tmp_path, monkeypatch):
    whole = worked.make(ARTICLES)["words"]
    assert whole["n"].tolist() == [3, pd.NA, 2, 4, 5]
    for batch in (1, 10, 1000):
        monkeypatch.setattr(resume, "_BATCH", batch)
        for _ in range(2):
            tables, failures = in_batches(ARTICLES, worked.make, folder=tmp_path / str(batch), rules="r")
            pd.testing.assert_frame_equal(tables["words"], whole)
            assert failures == {}


def _words_by_process(articles):
    """Tables that tell, in a column of their own, which process made them."""
    if (articles["text"] == "bad").any():
        raise KeyError("bad")
    return {"words": articles[["article_id", "text"]].assign(process=os.getpid())}


def test_the_tables_of_two_processes_are_those_of_one(tmp_path, monkeypatch):
    many = pd.DataFrame({"article_id": [f"a{i}" for i in range(21)], "text": ["He said “no”."] * 20 + ["bad"]})
    monkeypatch.setattr(resume, "_ARTICLES", 2)
    one, failed = in_batches(many, _words_by_process)
    monkeypatch.setattr(resume, "processes_for", lambda characters, tasks: 2)
    two, failed_too = in_batches(many, _words_by_process, folder=tmp_path, rules="r")
    again, _ = in_batches(many, _words_by_process, folder=tmp_path, rules="r")
    pd.testing.assert_frame_equal(one["words"].drop(columns="process"), two["words"].drop(columns="process"))
    pd.testing.assert_frame_equal(two["words"], again["words"])
    assert failed == failed_too == {"a20": "KeyError: 'bad'"}
    assert one["words"]["process"].unique().tolist() == [os.getpid()]
    assert os.getpid() not in two["words"]["process"].tolist()


def test_few_articles_are_not_worth_a_process(monkeypatch):
    monkeypatch.setattr("joblib.cpu_count", lambda: 16)
    assert [processes_for(n, 50) for n in (0, 100_000, 500_000, 1_000_000_000)] == [1, 1, 2, 4]
    assert processes_for(1_000_000, 1) == 1  # one long article


def test_only_what_is_new_is_worked_out(worked, tmp_path):
    in_batches(ARTICLES[:2], worked.make, folder=tmp_path, rules="r")
    worked.seen.clear()
    in_batches(ARTICLES, worked.make, folder=tmp_path, rules="r")
    assert worked.seen == ["c", "d"]
    worked.seen.clear()
    in_batches(ARTICLES, worked.make, folder=tmp_path, rules="other rules")
    in_batches(ARTICLES.assign(published="2031-03-02"), worked.make, folder=tmp_path, rules="r")
    in_batches(ARTICLES, worked.make, folder=tmp_path, rules="r", fresh=True)
    in_batches(ARTICLES, worked.make)
    assert worked.seen == list("abcd") * 4


@pytest.mark.parametrize("damage", ["", "no gzip", gzip.compress(b"{}"), gzip.compress(b"[1]"), "cut", "swapped"])
def test_a_damaged_entry_is_worked_out_anew(worked, tmp_path, damage):
    whole, _ = in_batches(ARTICLES, worked.make, folder=tmp_path, rules="r")
    files = sorted(tmp_path.iterdir())
    others = [file.read_bytes() for file in files[1:]] + [files[0].read_bytes()]
    for file, other in zip(files, others, strict=True):
        data = {"cut": file.read_bytes()[:-9], "swapped": other}.get(damage, damage)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    worked.seen.clear()
    again, _ = in_batches(ARTICLES, worked.make, folder=tmp_path, rules="r")
    assert worked.seen == list("abcd")
    pd.testing.assert_frame_equal(again["words"], whole["words"])


def test_one_bad_article_does_not_stop_the_others(worked):
    articles = pd.concat([ARTICLES, pd.DataFrame({"article_id": ["e"], "text": ["bad"]})], ignore_index=True)
    tables, failures = in_batches(articles, worked.make)
    pd.testing.assert_frame_equal(tables["words"], worked.make(ARTICLES)["words"])
    assert failures == {"e": "KeyError: 'bad'"}


def test_a_damaged_reader_stops_all(tmp_path):
    def make(articles):
        raise ReaderError("damaged")

    with pytest.raises(ReaderError):
        in_batches(ARTICLES, make, folder=tmp_path)


def test_what_was_not_used_for_longest_goes_first(worked, tmp_path, monkeypatch):
    in_batches(ARTICLES, worked.make, folder=tmp_path, rules="r")
    sizes = {file: file.stat().st_size for file in tmp_path.iterdir()}
    oldest = min(sizes)
    os.utime(oldest, (1, 1))
    (tmp_path / "killed.unfinished").touch()
    monkeypatch.setattr(resume, "MAX_BYTES", sum(sizes.values()) - 1)
    in_batches(ARTICLES[:0], worked.make, folder=tmp_path, rules="r")
    assert set(tmp_path.iterdir()) == {*sizes} - {oldest}


def test_the_rules_are_known_by_registry_codebook_lexicon_and_library(tmp_path, monkeypatch):
    registry, codebook, lexicon = read_registry(), read_codebook(), read_lexicon()
    first = rules_of(registry, codebook, lexicon)
    assert rules_of(read_registry(), read_codebook(), read_lexicon()) == first
    other = SimpleNamespace(actors=registry.actors.iloc[1:], offices=registry.offices)
    issues = dict(list(codebook.issues.items())[1:])
    found = {first, rules_of(other, codebook, lexicon), rules_of(registry, codebook, lexicon[1:])}
    found.add(rules_of(registry, codebook.model_copy(update={"issues": issues}), lexicon))
    monkeypatch.setattr(resume, "_versions", lambda: ["numpy 0.1"])
    found.add(rules_of(registry, codebook, lexicon))
    assert len(found) == 5
