"""What holds for any text: spans, sentences, nothing lost, the same again, whatever the order of the files."""

import csv
import json
import re
import tempfile
from pathlib import Path
from random import Random

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from standpoints.articles import read_articles
from standpoints.codebook import read_codebook
from standpoints.formats.mojibake import repair
from standpoints.formats.tables import table_of
from standpoints.registry import read_registry
from standpoints.study import analyse, tables_of

# Pieces of news, whole and broken, beside whatever hypothesis thinks of.
PIECES = st.sampled_from([
    "Joss Tavian, the premier of Norland, said ", "Mira Oster told reporters ", "“We will wait,” ", '"Never', "« Non »",
    "that Sundia would not pay for the truce. ", "according to Sundia", "He ", "she said. ", "U.S. ", "... ", "— ",
    "Subscribe to our newsletter!\n", "\n\n", "\n", "\t", "”", "’", "„So“, ", "e\u0301", "👩\u200d👧", "\u202e",
    "\u2028", "Мы ждём. ", "لن ننتظر ", "<b>", "</mark>", "=1+1", "\x00", "\x85",
])  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=25).map("".join)
REPEATED = "“We will never pay for the river while our people wait,” said Joss Tavian, the premier of Norland."
SECOND_FIRST = next(seed for seed in range(99) if Random(seed).sample(range(2), 2) == [1, 0])
SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def rules():
    return {"registry": read_registry(), "codebook": read_codebook()}


def as_articles(*texts):
    names = [f"a{number}" for number in range(len(texts))]
    columns = {"article_id": names, "text": texts, "source_file": names, "published": None, "language": "en"}
    return pd.DataFrame(columns).astype({"article_id": "str", "text": "str", "published": "str"})


@st.composite
def coded(draw):
    """A text, and rows of corrections that are made of its own words."""
    text = draw(TEXTS)
    words = st.tuples(st.integers(0, 300), st.integers(0, 60)).map(lambda cut: text[cut[0] : cut[0] + cut[1]])
    rows = draw(st.lists(st.fixed_dictionaries({
        "article": st.just("a0"), "content": words, "source": words | st.sampled_from(["", "none", "He", "Sundia"]),
        "cue": words | st.just(""), "actor": st.sampled_from(["", "none", "Mira Oster", "Kremlin"]),
        "issue": st.sampled_from(["", "none"]), "start": st.sampled_from(["", "1"]), "where": st.just("c.csv, line 2"),
    }), max_size=6))  # fmt: skip
    return text, pd.DataFrame(rows)


@SOME
@given(text_and_rows=coded())
@example(text_and_rows=(  # inside a quotation, and by no word
    "“Sundia will never pay for the river,” said Mira Oster.",
    pd.DataFrame({"article": ["a0"], "content": ["pay"], "source": ["Sundia"], "where": ["c.csv, line 2"]}),
))  # fmt: skip
def test_every_span_is_the_text_it_names(rules, text_and_rows):
    text, corrections = text_and_rows
    study = analyse(as_articles(text), **rules, corrections=corrections)
    for table in (study.sentences, study.statements, study.mentions):
        for row in table.itertuples():
            assert text[row.start : row.end] == row.text
    for row in study.statements.itertuples():
        spans = json.loads(row.pieces)
        assert (spans[0][0], spans[-1][1]) == (row.start, row.end)
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges) and all(start < end for start, end in spans)
        for name in ("cue", "speaker"):
            start, end, words = (
                row[study.statements.columns.get_loc(c) + 1] for c in (f"{name}_start", f"{name}_end", name)
            )
            assert pd.isna(words) or text[start:end] == words
    actors = {*study.statements["actor"].dropna(), *study.mentions["actor"].dropna()}
    assert not re.search(r"[<>&$*`\[\]|\\]", "".join(actors))  # names are shown in charts, tables and Markdown
    inside = study.codes.merge(study.statements, on=["article_id", "statement_id"], validate="many_to_one")
    assert ((inside["start"] <= inside["evidence_start"]) & (inside["evidence_end"] <= inside["end"])).all()
    assert not study.problems["what"].str.startswith("could not be analysed").any()


@SOME
@given(text=TEXTS)
def test_sentences_cover_the_text_and_do_not_overlap(rules, text):
    spans = analyse(as_articles(text), **rules).sentences[["start", "end"]].values.tolist()
    end = 0
    for start, next_end in [*spans, [len(text), len(text)]]:
        assert end <= start
        assert not text[end:start].strip()
        end = next_end


@SOME
@given(texts=st.lists(TEXTS, min_size=2, max_size=4), order=st.randoms(use_true_random=False))
@example(texts=[REPEATED, f"{REPEATED} Nobody answered."], order=Random(SECOND_FIRST))
def test_the_same_again_and_in_any_order(rules, texts, order):
    articles = as_articles(*texts)
    first, again = (tables_of(analyse(articles, **rules)) for _ in range(2))
    mixed = order.sample(range(len(texts)), len(texts))
    other = tables_of(analyse(articles.iloc[mixed].reset_index(drop=True), **rules))
    for name, table in first.items():
        pd.testing.assert_frame_equal(again[name], table)
        columns = list(table.columns)
        in_order = [t.sort_values(columns, kind="stable", ignore_index=True) for t in (other[name], table)]
        pd.testing.assert_frame_equal(*in_order)


@SOME
@given(texts=st.lists(TEXTS | st.binary(max_size=40), min_size=1, max_size=5))
def test_every_file_is_an_article_or_a_problem(texts):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "whole.txt").write_text("Joss Tavian said Norland would wait for the truce.", encoding="utf-8")
        for number, text in enumerate(texts):
            (folder / f"{number}.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
        articles, problems = read_articles(folder)
        left_out = set(problems.loc[problems["article_id"].isna(), "source_file"])
        assert not left_out & set(articles["source_file"])
        assert left_out | set(articles["source_file"]) == {path.name for path in folder.iterdir()}


CELLS = TEXTS.map(lambda text: "".join(c for c in text if c >= " " or c in "\t\r\n"))  # else a file is not text


def as_table(kind, rows):
    if kind == ".jsonl":
        return "\n".join(json.dumps(dict(zip(["text", "title", "row"], row, strict=True))) for row in rows)
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter={".csv": ",", ".tsv": "\t"}[kind]).writerows([["text", "title", "row"], *rows])
        file.seek(0)
        return file.read()


@SOME
@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), kind=st.sampled_from([".csv", ".tsv", ".jsonl"]))
def test_every_row_is_an_article_to_the_character_or_a_problem(rows, kind):
    rows = [(*row, str(number)) for number, row in enumerate(rows)]
    with tempfile.TemporaryDirectory() as name:
        Path(name, "whole.txt").write_text("Joss Tavian said Norland would wait for the truce.", encoding="utf-8")
        Path(name, f"rows{kind}").write_text(as_table(kind, rows), encoding="utf-8", newline="")
        articles, problems = read_articles(name)
    given = {row: repair(text.replace("\r\n", "\n").replace("\r", "\n"))[0] for text, _, row in rows}
    found = articles[articles["source_file"] != "whole.txt"].reindex(columns=["row", "text"])
    assert all(given[row] == text for row, text in zip(found["row"], found["text"], strict=True))
    assert len(found) + problems["article_id"].isna().sum() == len(rows)


BROKEN = st.lists(st.sampled_from(['"', '""', ",", "\n", "a", "He said", " ", '",', ',"', "b\n", '"no"']), max_size=60)


@settings(max_examples=200, deadline=None)
@given(parts=BROKEN)
@example(parts=[',"', "a"])
def test_every_line_of_a_broken_table_is_in_a_row_or_listed(parts):
    text = "text,title\n" + "".join(parts)
    _, records, doubts, gaps = table_of(text, ",")
    assert set(doubts) <= {where for where, _ in records}
    covered = [0, 1]
    for where in sorted([where for where, _ in records] + [where for where, *_ in gaps], key=_first_line):
        first, last = _first_line(where), int(re.findall(r"\d+", where)[-1])
        assert first > covered[-1]
        covered += range(first, last + 1)
    written = {n for n, line in enumerate(text.split("\n"), start=1) if line.strip('," ')}
    assert written <= set(covered)


def _first_line(where):
    return int(re.search(r"\d+", where)[0])
