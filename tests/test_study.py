"""The whole way on invented news: a registry and a codebook with nothing of the shipped ones in them."""

from dataclasses import replace

import pandas as pd
import pytest

from standpoints.articles import read_articles
from standpoints.codebook import read_codebook
from standpoints.comparing.spoken import mentions_spoken_of
from standpoints.comparing.voice import share_of_voice
from standpoints.keeping import project_study
from standpoints.registry import read_registry
from standpoints.study import Study, analyse, part_of

NEWS = """---
outlet: The Fjord
published: 2025-03-02
---
Premier Joss Tavian said that Norland wanted an open river. "We will not pay tolls," he told reporters.
Sundia rejects an open river, foreign minister Mira Oster wrote on her Telegram channel.
The river was calm.
Subscribe to our newsletter!
"""
ACTORS = """actor,side,kind,aliases,pronouns
Joss Tavian,Norland,person,Tavian,he
Mira Oster,Sundia,person,Oster,she
Norland,Norland,state,Norlandic,it
Sundia,Sundia,state,Sundian,it
"""
EXAMPLES = "\n".join(f"          - The river should be open in case {n}." for n in range(8))
CODEBOOK = f"""issues:
  river:
    question: Who may sail the river?
    stances:
      open-river:
        label: open river
        description: The river is open to all ships.
        examples:
{EXAMPLES}
        patterns:
          names: ["open river"]
"""


@pytest.fixture
def study(tmp_path):
    for folder in ("articles", "registry"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "river.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "articles" / "weather.txt").write_text("It rained all day.", encoding="utf-8")
    (tmp_path / "registry" / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "registry" / "offices.csv").write_text("office,actor,valid_from,valid_to\n", encoding="utf-8")
    (tmp_path / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    articles, problems = read_articles(tmp_path / "articles")
    return analyse(
        articles,
        registry=read_registry(tmp_path / "registry"),
        codebook=read_codebook(tmp_path / "codebook.yaml"),
        problems=problems,
    )


def test_who_says_what(study):
    statements = study.statements.assign(inside=study.statements["within"].notna())
    assert statements[["text", "form", "actor", "side", "inside"]].values.tolist() == [
        ["that Norland wanted an open river", "indirect", "Joss Tavian", "Norland", False],
        ["an open river", "indirect", "Norland", "Norland", True],
        ['"We will not pay tolls,"', "direct", "Joss Tavian", "Norland", False],
        ["Sundia rejects an open river", "indirect", "Mira Oster", "Sundia", False],
        ["an open river", "indirect", "Sundia", "Sundia", True],
    ]


def test_voices_of_the_sentences(study):
    # Of the third sentence more than half is the reporting clause: it is the reporter's.
    voices = ["statement", "statement", "reporter", "reporter", "boilerplate", "reporter"]
    assert study.sentences["voice"].tolist() == voices


def test_scored_are_the_words_that_the_tone_of_a_sentence_is_of(study):
    sentences = study.sentences.set_index("voice")
    spoken, own = sentences.loc["statement"], sentences.loc["reporter"]
    assert spoken["scored"].tolist() == spoken["text"].tolist()
    assert own["scored"].iloc[0] == "… , foreign minister Mira Oster wrote on her Telegram channel."


def test_positions(study):
    found = study.codes.merge(study.statements, on=["article_id", "statement_id"], validate="many_to_one")
    assert found[["side", "stance", "agree"]].values.tolist() == [
        ["Norland", "open-river", True],
        ["Sundia", "open-river", False],
    ]


def test_an_article_in_which_nobody_speaks_is_a_problem(study):
    assert study.problems[["source_file", "what"]].values.tolist() == [["weather.txt", "no statement found"]]


def test_every_span_is_the_text_it_names(study):
    texts = study.articles.set_index("article_id")["text"]
    for table in (study.sentences, study.statements, study.mentions):
        assert len(table)
        for row in table.itertuples():
            assert texts[row.article_id][row.start : row.end] == row.text


def test_a_statement_without_english_words_has_no_tone_and_is_listed(tmp_path):
    articles = pd.DataFrame(
        {
            "article_id": ["a"],
            "text": ["“Мы ждём весны,” said Mira Oster."],
            "source_file": ["a.txt"],
            "published": [None],
            "language": ["en"],
        }
    )
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "offices.csv").write_text("office,actor,valid_from,valid_to\n", encoding="utf-8")
    found = analyse(articles, registry=read_registry(tmp_path))
    assert found.statements["tone_vader"].isna().tolist() == [True]
    assert found.problems[["source_file", "where", "consequence"]].values.tolist() == [
        ["a.txt", "statement a.q001, characters 0-16", "left out of the tone charts"]
    ]


def test_a_copy_of_an_article_is_a_problem_and_its_statements_count_once(tmp_path):
    words = "The premier had come from Arvik, where he had opened a bridge and met the owners of two yards. " * 2
    for name, first in (("a", "Spring is late this year."), ("b", "Also today.")):
        text = f"{first}\n{words}\nMira Oster said Sundia would not pay."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    articles, _ = read_articles(tmp_path)
    found = analyse(articles, registry=read_registry(tmp_path))
    assert found.statements["statement_cluster"].tolist() == ["a.q001", "a.q001"]
    problem = found.problems.set_index("source_file").loc["b.txt"]
    assert problem["what"].startswith("is nearly the text of a.txt (about ")
    assert problem["consequence"] == "both are kept; a statement that both report counts once"


def test_a_problem_of_an_article_in_a_table_says_which_article_it_is(tmp_path):
    words = "The premier had come from Arvik, where he had opened a bridge and met the owners of two yards. " * 2
    texts = [f"{first} {words}" for first in ("Spring is late this year.", "Also today.")]
    pd.DataFrame({"title": ["One", "Two"], "text": texts}).to_csv(tmp_path / "press.csv", index=False)
    found = analyse(read_articles(tmp_path)[0]).problems
    copy = found[found["what"].str.startswith("is nearly")].iloc[0]
    assert copy["where"] == "whole article press-2"
    assert copy["what"].startswith("is nearly the text of press-1 (about ")
    assert "whole article press-1" in found.loc[found["what"] == "no statement found", "where"].tolist()


def test_a_study_for_a_table_and_a_path_for_articles_are_named_as_what_they_are():
    study = Study(*[pd.DataFrame({"article_id": []})] * 6)
    with pytest.raises(TypeError, match=r"A study is no table: it holds the tables study\.articles, .*Give the one"):
        share_of_voice(study)
    with pytest.raises(AttributeError, match=r"A study has no 'columns': it holds the tables study\.articles"):
        _ = study.columns
    with pytest.raises(TypeError, match=r"needs the table of articles, and got str\. Read it first: "):
        analyse("my-articles")
    with pytest.raises(TypeError, match="got tuple"):
        analyse((pd.DataFrame(), pd.DataFrame()))


def test_the_study_of_a_folder_keeps_its_problems(tmp_path):
    (tmp_path / "talks.txt").write_text("“We will wait,” said Mira Oster.", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    study = project_study(tmp_path)
    assert study.articles["source_file"].tolist() == ["talks.txt"]
    assert study.problems["source_file"].tolist() == ["empty.txt"]


TWO = {
    "fjord.txt": "---\noutlet: The Fjord\n---\n“Sundia is a liar,” said Joss Tavian. Mira Oster was late.",
    "bay.txt": "---\noutlet: The Bay\n---\nJoss Tavian said Mira Oster had lied. “No,” said Mira Oster.",
}


@pytest.fixture
def of_two_outlets(tmp_path):
    for name, text in TWO.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "offices.csv").write_text("office,actor,valid_from,valid_to\n", encoding="utf-8")
    return analyse(read_articles(tmp_path)[0], registry=read_registry(tmp_path))


def test_a_part_of_a_study_holds_what_belongs_to_its_articles(of_two_outlets):
    study = of_two_outlets
    part = part_of(study, study.articles[study.articles["outlet"] == "The Bay"])
    assert part.statements["text"].tolist() == ["Mira Oster had lied", "“No,”"]
    assert set(part.sentences["article_id"]) == set(part.mentions["article_id"]) == {"bay"}
    with pytest.raises(ValueError, match=r"study\.sentences holds rows of articles that are not .* use sp\.part_of"):
        replace(study, articles=study.articles[:1])
    with pytest.raises(ValueError, match=r"needs rows of study\.articles or of study\.statements"):
        part_of(study, study.sentences)


def test_what_left_out_statements_say_is_not_charged_to_the_reporter(of_two_outlets):
    study = of_two_outlets
    part = part_of(study, study.statements[study.statements["form"] == "direct"])
    assert part.statements["text"].tolist() == ["“No,”", "“Sundia is a liar,”"]
    spoken = mentions_spoken_of(part)[["actor", "speaker_side"]].values.tolist()
    assert spoken == [["Sundia", "Norland"], ["Mira Oster", "the reporter"]]


def test_a_study_shows_its_sizes_in_the_right_number_and_what_to_look_at_next():
    table = pd.DataFrame({"article_id": ["a"]})
    made = Study(articles=table, sentences=table, statements=table[:0], mentions=table, codes=table, problems=table)
    assert repr(made) == "Study(1 article, 1 sentence, 0 statements, 1 mention, 1 code, 1 problem)"
    assert "1 article, 1 sentence" in made._repr_html_() and "sp.readable(" in made._repr_html_()
