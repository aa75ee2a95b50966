"""The whole way: articles in, every table out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path

import pandas as pd

from standpoints.actors import resolve_actors
from standpoints.articles import problem, problem_table
from standpoints.clusters import cluster_statements, copied_articles
from standpoints.codebook import Codebook, read_codebook
from standpoints.coding.amending import amended, statements_meant, with_actors, with_positions
from standpoints.coding.corrections import place_corrections, read_corrections
from standpoints.formats.languages import english
from standpoints.issues import issues_named
from standpoints.positions import code_positions
from standpoints.reader import point
from standpoints.registry import Registry, read_registry
from standpoints.resume import Tables, in_batches, rules_of
from standpoints.sentences import split_sentences
from standpoints.stances.hearing import as_plain
from standpoints.stances.places import names_here
from standpoints.statements import find_statements
from standpoints.tone import add_tone, add_tone_toward
from standpoints.toning.masks import read_lexicon
from standpoints.toning.tones import Passage
from standpoints.voices import mark_voices, mentions_beside, own_words


@dataclass(frozen=True)
class Study:
    """The tables of one corpus; their columns are told at the end of `data/README.md`."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    statements: pd.DataFrame
    mentions: pd.DataFrame
    codes: pd.DataFrame
    problems: pd.DataFrame

    def __post_init__(self):
        for name, table in tables_of(self).items():
            if name != "problems" and not table["article_id"].isin(self.articles["article_id"]).all():
                raise ValueError(
                    f"study.{name} holds rows of articles that are not in study.articles. For a study of some of "
                    "its articles or statements use sp.part_of(study, rows)."
                )

    def __repr__(self) -> str:
        return f"Study({sizes_of(self)})"

    def _repr_html_(self) -> str:
        return (
            f"<p><strong>A study</strong> of {sizes_of(self)}.</p>\n<p>Its tables have many columns; to read them: "
            "<code>sp.readable(sp.evidence(study)[['text', 'speaker', 'actor', 'side']])</code>, "
            "<code>sp.show_article(study, study.articles['article_id'].iloc[0])</code>; whose side is not known: "
            "<code>sp.unlisted_actors(study)</code>; what was left out or is doubtful: <code>study.problems</code>.</p>"
        )

    def __getattr__(self, name: str):
        raise AttributeError(_not_a_table(f"has no {name!r}"))

    def __contains__(self, key):
        raise TypeError(_not_a_table("is no table"))

    __getitem__ = __iter__ = __len__ = __contains__


def _not_a_table(what: str) -> str:
    """What to say to whoever gives a study where one of its tables is asked for: sp.share_of_voice(study)."""
    tables = ", ".join(f"study.{field.name}" for field in fields(Study))
    return f"A study {what}: it holds the tables {tables}. Give the one that is asked for, or what was made of it."


def tables_of(study: Study) -> dict[str, pd.DataFrame]:
    """Return the study's tables by name, in the order of the data's way."""
    return {field.name: getattr(study, field.name) for field in fields(study)}


def sizes_of(study: Study) -> str:
    """Return how much there is: "1 article, 31 sentences, 28 statements, 54 mentions, 18 codes, 0 problems"."""
    sizes = ((len(table), name) for name, table in tables_of(study).items())
    return ", ".join(f"{n:,} {name.removesuffix('s') if n == 1 else name}" for n, name in sizes)


def part_of(study: Study, rows: pd.DataFrame) -> Study:
    """Return the study of some of its articles or statements; `rows` are rows of one of these two tables.

    With articles comes all that belongs to them. With statements come their codes and those whom they speak of; whom
    the others speak of is left out, and not counted as the reporter's words.

    >>> of_one_outlet = sp.part_of(study, study.articles[study.articles["outlet"] == "The Fjord"])
    >>> quoted = sp.part_of(study, study.statements[study.statements["form"] == "direct"])

    Raises ValueError for rows of another table.
    """
    if list(rows.columns) == list(study.articles.columns):
        tables = tables_of(study).items()
        return Study(**{name: table[table["article_id"].isin(rows["article_id"])] for name, table in tables})
    if list(rows.columns) != list(study.statements.columns):
        raise ValueError("part_of() needs rows of study.articles or of study.statements.")
    kept = study.statements["statement_id"].isin(rows["statement_id"])
    codes = study.codes[study.codes["statement_id"].isin(rows["statement_id"])]
    mentions = mentions_beside(study.mentions, study.statements[~kept])
    return replace(study, statements=study.statements[kept], mentions=mentions, codes=codes)


def analyse(
    articles: pd.DataFrame,
    *,
    registry: Registry | None = None,
    codebook: Codebook | None = None,
    lexicon: pd.DataFrame | None = None,
    corrections: pd.DataFrame | None = None,
    problems: pd.DataFrame | None = None,
    cache: str | Path | None = None,
    fresh: bool = False,
    progress: bool = False,
) -> Study:
    """Return the study of `articles`: who says what, in which tone, and which positions they take.

    Needs the table (and `problems`) of `read_articles`. Without a registry, codebook, lexicon or corrections the
    project's own are read from `data/`; what was coded by hand (`read_corrections`) takes the place of what the kit
    found. Articles in another language than English stay in `articles`, all other tables are without
    them.

    `problems` gets a row for each article that is a copy of another one, in which nobody is reported to say anything,
    or that could not be analysed, for each statement that has no tone, for a side that looks like a slip, for each row
    of the corrections that cannot be used, and for a codebook that is about others than the articles.

    `cache` names a folder where the tables of each article are kept: what is known there is not worked out again (see
    `resume.py`), unless `fresh`. `progress` shows a bar that counts characters.

    >>> articles, problems = sp.read_articles("my-articles")
    >>> study = sp.analyse(articles, problems=problems)
    """
    if not isinstance(articles, pd.DataFrame):
        raise TypeError(
            f"analyse() needs the table of articles, and got {type(articles).__name__}. Read it first: "
            "articles, problems = sp.read_articles(folder); study = sp.analyse(articles, problems=problems)"
        )
    registry, codebook = registry or read_registry(), codebook or read_codebook()
    lexicon = read_lexicon() if lexicon is None else lexicon
    corrections = read_corrections() if corrections is None else corrections
    coded, unused = place_corrections(corrections, articles, registry, codebook)
    read = english(articles)
    read = read.assign(coded=[coded.get(article_id, []) for article_id in read["article_id"]])
    tables, failures = in_batches(
        read,
        partial(_tables, registry=registry, codebook=codebook, lexicon=lexicon),
        folder=cache,
        rules=rules_of(registry, codebook, lexicon) if cache else "",
        fresh=fresh,
        progress=progress,
    )
    copies = copied_articles(read)
    tables["statements"] = cluster_statements(tables["statements"], read, copies=copies)
    found = [] if problems is None else problems.to_dict("records")
    found += [problem(file, None, *doubt) for file, *doubt in registry.doubts]
    found += [problem("the codebook", None, *doubt) for doubt in codebook.doubts]
    found += _of_others(read, tables["codes"], codebook)
    found += unused + _copied(read, copies) + _gaps(read, tables["statements"], failures)
    return Study(articles=articles, problems=problem_table(found), **tables)


def _tables(articles: pd.DataFrame, registry: Registry, codebook: Codebook, lexicon: pd.DataFrame) -> Tables:
    """The tables of these articles; each row depends on its own article, and what is `coded` of it by hand, alone."""
    coded = dict(zip(articles["article_id"], articles["coded"], strict=True))
    sentences = split_sentences(articles)
    statements = find_statements(articles, sentences, amend=lambda said, name, text: amended(said, coded[name], text))
    statements, mentions = resolve_actors(articles, sentences, statements, registry, point=point)
    meant = statements_meant(statements, articles, coded)
    statements = with_actors(statements, meant, registry.names)
    sentences = mark_voices(sentences, statements)
    scored = _passages(sentences, articles, _words_of_its_voice(sentences, statements))
    places = zip(scored, sentences["start"].tolist(), sentences["end"].tolist(), strict=True)
    shown = [passage.shown(start, end) for passage, start, end in places]
    sentences = sentences.assign(scored=pd.Series(shown, sentences.index, dtype="str"))
    said = _passages(statements, articles, map(json.loads, statements["pieces"].tolist()))
    statements = statements.assign(issues=issues_named(statements, codebook))
    return {
        "sentences": add_tone(sentences, passages=scored, masks=lexicon),
        "statements": add_tone(statements, passages=said, masks=lexicon),
        "mentions": add_tone_toward(mentions, sentences, articles, masks=lexicon),
        "codes": with_positions(code_positions(statements, codebook, mentions), meant, statements),
    }


def _passages(table: pd.DataFrame, articles: pd.DataFrame, spans: Iterable) -> list[Passage]:
    """The words that each row's tone is of: those in `spans` of its article."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    own = [tuple(map(tuple, some)) for some in spans]
    return [Passage(texts[key], some) for key, some in zip(table["article_id"].tolist(), own, strict=True)]


def _words_of_its_voice(sentences: pd.DataFrame, statements: pd.DataFrame) -> list:
    """The spans of what the reporter says in the reporter's sentences; the other sentences whole."""
    whole = zip(sentences["start"].tolist(), sentences["end"].tolist(), strict=True)
    voices = zip(sentences["voice"].tolist(), own_words(sentences, statements), whole, strict=True)
    return [own if voice == "reporter" and own else (span,) for voice, own, span in voices]


def _of_others(articles: pd.DataFrame, codes: pd.DataFrame, codebook: Codebook) -> list[dict]:
    """A problem if most articles in which positions were found name nobody whom the codebook is about: its phrases
    (*they must withdraw*) are found in news of any conflict."""
    coded = articles[articles["article_id"].isin(codes["article_id"])]
    named = [names_here(as_plain(text), codebook.places) for text in coded["text"]] if codebook.here else []
    if 2 * sum(named) >= len(named):
        return []
    what = (
        "made for another conflict, it seems: no name of its list `here` stands in "
        f"{len(named) - sum(named)} of {len(named)} articles in which it finds positions"
    )
    then = (
        "what it finds in them may be no position at all; name a codebook of your own with --codebook, or a whole "
        "folder with --data (see “Another conflict” in the README)"
    )
    return [problem("the codebook", None, "here", what, then)]


def _copied(articles: pd.DataFrame, copies: pd.DataFrame) -> list[dict]:
    """A problem for each article that is nearly the text of another one."""
    files, rows = articles.set_index("article_id")["source_file"], []
    of_table = files.duplicated(keep=False)
    for row in copies.itertuples():
        other = row.copy_of if of_table[row.copy_of] else files[row.copy_of]
        what = f"is nearly the text of {other} (about {row.share:.0%} is the same)"
        then = "both are kept; a statement that both report counts once"
        where = _whole(row.article_id, of_table[row.article_id])
        rows.append(problem(files[row.article_id], row.article_id, where, what, then))
    return rows


def _gaps(articles: pd.DataFrame, statements: pd.DataFrame, failures: dict[str, str]) -> list[dict]:
    """A problem for each article that failed or in which nobody speaks, and each statement that has no tone."""
    files, rows = articles.set_index("article_id")["source_file"], []
    of_table = files.duplicated(keep=False)
    for article_id, file in files[~files.index.isin(statements["article_id"])].items():
        what, then = "no statement found", "counts in no chart"
        if error := failures.get(article_id):
            what = f"could not be analysed ({error})"
            then = "stands in `articles` alone; it is a fault of the program: please report it"
        rows.append(problem(file, article_id, _whole(article_id, of_table[article_id]), what, then))
    for row in statements[statements["tone_vader"].isna()].itertuples():
        where = f"statement {row.statement_id}, characters {row.start}-{row.end}"
        what = "no English words to score the tone of"
        rows.append(problem(files[row.article_id], row.article_id, where, what, "left out of the tone charts"))
    return rows


def _whole(article_id: str, of_table: bool) -> str:
    """Where a problem of a whole article is: of a table it is one of many."""
    return f"whole article {article_id}" if of_table else "whole article"
