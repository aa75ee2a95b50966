"""Text in UTF-8 that was read as CP1252: what is repaired, what is left alone, what is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standpoints.articles import read_articles
from standpoints.formats.mojibake import repair


def misread(text):
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    "text",
    [
        "“We are waiting,” François said – it’s “fine”…",
        "Erdoğan",
        "Mr. Šimko paid €5 in Łódź, voilà.",
        "Премьер сказал: «нет».",
        "Talks 😀",
    ],
)
def test_what_was_misread_is_repaired_and_told(text, times):
    wrong = misread(text) if times == 1 else misread(misread(text))
    repaired, doubts = repair(wrong)
    assert repaired == text
    assert [(where, then) for where, _, then in doubts] == [
        ("text", "repaired; compare names and quotation marks with the source")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Macron’s café” — voilà, señor Muñoz…",
        "He wrote “CAFÉ”, “À L’ÉCRAN” and “AMANHÔ.",
        "Ils disent « là-bas » et « forêt ».",
        "«Нет», сказал премьер.",
        "CAFÉ™ ±5 °C",
        "Å, Ä and Ö",
    ],
)
def test_what_was_read_right_stays(text):
    assert repair(text) == (text, ())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("â€œWe wait,â€ he said.", "“We wait,” he said."), ("ItÃ¢â‚¬â„¢s his.", "It’s his.")],
)
def test_a_closing_mark_that_lost_a_byte_is_known_by_the_opening_one(wrong, right):
    assert repair(wrong)[0] == right


@pytest.mark.parametrize("text", ["We waitâ€ he said.", "He saidï¿½ no.", "voilÃ  tout"])
def test_what_cannot_be_known_stays_and_is_told(text):
    kept, ((where, what, then),) = repair(text)
    assert (kept, where) == (text, "text")
    assert "has lost signs" in what and then.startswith("they stay as they are; take the text anew")


@given(st.text(max_size=60))
def test_any_text_is_repaired_once_and_for_all(text):
    repaired, _ = repair(text)
    assert repair(repaired)[0] == repaired


def test_texts_and_facts_of_every_format_are_repaired(tmp_path):
    (tmp_path / "a.txt").write_text("ï»¿---\noutlet: Lâ€™Ã‰cho\n---\nâ€œWe wait,â€\x9d he said.\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "Fran\\u00c3\\u00a7ois Tavian said no to all of them."}')
    articles, problems = read_articles(tmp_path)
    assert articles["text"].tolist() == ["“We wait,” he said.\n", "François Tavian said no to all of them."]
    assert articles.loc[0, "outlet"] == "L’Écho"
    assert problems[["source_file", "article_id", "where", "what"]].values.tolist() == [
        ["a.txt", "a", "text", "was saved in UTF-8 and read as CP1252 (it holds 'â€œ')"],
        ["a.txt", "a", "outlet", "was saved in UTF-8 and read as CP1252 (it holds 'â€™')"],
        ["b.jsonl", "b-1", "text", "was saved in UTF-8 and read as CP1252 (it holds 'Ã§')"],
    ]
