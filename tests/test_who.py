"""Whole invented articles in several manners: agency, broadsheet, translation, feature. They stand in tests/who, with a
registry of invented states for each folder.

A file holds its date, the article with its [speakers] in brackets and their {words} in braces, and after `---` the
actor behind each speaker in order, `?` where nobody can know. They were written down before the kit read the articles.
"""

from pathlib import Path

import pandas as pd
import pytest
from bracketed import tables

from standpoints.actors import resolve_actors
from standpoints.reader import point
from standpoints.registry import read_registry

ARTICLES = sorted((Path(__file__).parent / "who").glob("*/*.txt"))


@pytest.mark.parametrize("pointer", [None, point], ids=["rules", "network"])
@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_who_speaks_in_an_article(file, pointer):
    written, expected = file.read_text(encoding="utf-8").split("\n---\n")
    day, article = written.split("\n", 1)
    found, _ = resolve_actors(*tables(article, day), read_registry(file.parent), point=pointer)
    assert ["?" if pd.isna(actor) else actor for actor in found["actor"]] == expected.splitlines()


def test_there_are_articles():
    assert len(ARTICLES) == 17
