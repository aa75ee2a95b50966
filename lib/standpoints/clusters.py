"""One statement in many articles is one statement: the same agency text in several outlets, the same quotation.

A statement's `statement_cluster` is the id of the statement that stands for it: its own, or that of the fullest report
of the same one. `once_each` leaves one row of each cluster. Names of files and their order play no part in what is
put together; the cost grows with the number of texts and no faster.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

import numpy as np
import pandas as pd

from standpoints.statements import said

COPY = 0.6
"""Articles that share so many of their runs of five words (Jaccard) are copies of one text, cut and edited."""
MIN_WORDS = 6
"""Fewer words ("Yes, we will") are said again and again: they are one statement only between copies of one text."""
_PART = 2 / 3  # a shorter report of the same words has at least so many of them: quotations are cut at their ends
_ARTICLE_WORDS = 20  # a shorter article is a stub, and nothing is said of what it copies

_WORD = re.compile(r"[^\W_]+")
_NEGATION = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)
# Kinds of reporting words that leave a reported clause what it is; "refused to sign" and "agreed to sign" do not.
_ASSERTING = frozenset({"says", "claims", "stresses"})


def copied_articles(articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each article that is nearly the text of another one: article_id, copy_of, share.

    Needs article_id, text. `copy_of` is the longest of the alike texts, `share` (0…1, estimated) how many of the runs
    of five words in the two are in both. Found by MinHash; articles under 20 words are not looked at. It cannot see
    which of them was first, nor an agency text that makes up a smaller part of an article.
    """
    texts = {row.article_id: _words(row.text) for row in articles[["article_id", "text"]].itertuples()}
    texts = {article_id: words for article_id, words in texts.items() if len(words) >= _ARTICLE_WORDS}
    order = sorted(texts, key=lambda article_id: (-len(texts[article_id]), texts[article_id], article_id))
    sketches, index = {}, _index()
    rows = []
    for article_id, sketch in zip(order, _sketches(texts[name] for name in order), strict=True):
        shares = {other: sketch.jaccard(sketches[other]) for other in index.query(sketch)}
        best = max(sorted(shares), key=shares.get, default=None)
        if best is not None and shares[best] >= COPY:
            rows.append((article_id, best, shares[best]))
        else:
            index.insert(article_id, sketch)
            sketches[article_id] = sketch
    table = pd.DataFrame(rows, columns=["article_id", "copy_of", "share"])
    return table.astype({"article_id": "str", "copy_of": "str", "share": "float64"})


def cluster_statements(
    statements: pd.DataFrame, articles: pd.DataFrame, *, copies: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the statements with `statement_cluster`: the id of the statement that stands for this one.

    Needs article_id, statement_id, start, pieces, form, cue, cue_class, actor, within; the articles' article_id, text;
    `copies` as `copied_articles` gives them. Two statements are one

    - by one known actor: if they are the same six words or more, or one of them is the other cut at its ends (two
      thirds of it or more), in whatever articles;
    - in copies of one text: if they are the same words, however few, and no two actors are known for them.

    Case, hyphens and punctuation count for nothing. Where not all is quoted the reporting words must be of a kind
    ("refused to sign" is not "agreed to sign"). Statements inside a statement are compared with such only. It cannot
    see that somebody said the same again on another day, nor two translations or paraphrases of one saying.

    Before: a.q001 | Joss Tavian | “We will never pay for the river,”   b.q007 | Joss Tavian | We will never pay for the
    After:  a.q001 | statement_cluster a.q001   b.q007 | statement_cluster a.q001
    """
    from networkx.utils import UnionFind

    copies = copied_articles(articles) if copies is None else copies
    rows = _compared(statements, articles, copies)
    groups = UnionFind(rows["statement_id"].tolist())
    for one, other in chain(_same_in_copies(rows), _same_by_one_actor(rows)):
        groups.union(one, other)
    rows["group"] = [groups[statement_id] for statement_id in rows["statement_id"].tolist()]
    order = ["unknown", "less", "words", "article_id", "start", "statement_id"]
    first = rows.sort_values(order).drop_duplicates("group").set_index("group")["statement_id"]
    clusters = rows["group"].map(first).set_axis(statements.index).astype("str")
    return statements.assign(statement_cluster=clusters)


def units(statements: pd.DataFrame) -> pd.Series:
    """Return what each statement counts as: its cluster; itself where there is no such column, or it is empty."""
    own = statements["statement_id"]
    return statements["statement_cluster"].fillna(own) if "statement_cluster" in statements else own


def once_each(statements: pd.DataFrame) -> pd.DataFrame:
    """Return one row of each `statement_cluster`: the statement that stands for it, or the first one that is there.

    This is what charts count. Where there is no such column, or it is empty, each statement counts.
    """
    if "statement_cluster" not in statements:
        return statements
    cluster = units(statements)
    order = np.argsort((cluster != statements["statement_id"]).to_numpy(), kind="stable")
    first = order[~cluster.iloc[order].duplicated().to_numpy()]
    return statements.iloc[np.sort(first)]


def with_repeats(study):
    """Return the study for charts in which a statement counts as often as it is reported.

    >>> sp.chart_voice(sp.share_of_voice(sp.with_repeats(study).statements))
    """
    return replace(study, statements=study.statements.drop(columns="statement_cluster", errors="ignore"))


def _compared(statements: pd.DataFrame, articles: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """What is compared of each statement: words, manner, actor; `text_of`: its article, or what that is a copy of."""
    rows = statements[["article_id", "statement_id", "start", "actor"]].reset_index(drop=True)
    rows["words"] = [" ".join(_words(text)).removeprefix("that ") for text in said(statements, articles)]
    rows["words"] = rows["words"].astype("str")
    rows["less"] = -rows["words"].str.count(" ")
    rows["unknown"] = rows["actor"].isna()
    manners = zip(*(statements[name].tolist() for name in ("form", "cue", "cue_class", "within")), strict=True)
    rows["manner"] = [_manner(*manner) for manner in manners]
    original = dict(zip(copies["article_id"], copies["copy_of"], strict=True))
    rows["text_of"] = [original.get(article_id, article_id) for article_id in rows["article_id"].tolist()]
    return rows


def _manner(form: str, cue, kind, within) -> str:
    """What two statements must have in common beside their words: how they are reported, and whether inside another."""
    inside = "inside " if isinstance(within, str) else ""
    if form == "direct" or not isinstance(cue, str):
        return f"{inside}said"
    negated = "not " if _NEGATION.search(cue) else ""
    return inside + negated + ("said" if kind in _ASSERTING or not isinstance(kind, str) else kind)


def _same_in_copies(rows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Pairs of the same words in copies of one text; the second “No” of one belongs to the second of the other."""
    keys = ["text_of", "manner", "words"]
    several = rows.groupby("text_of")["article_id"].transform("nunique") > 1
    rows = rows[several & (rows["words"] != "")].sort_values(["article_id", "start", "statement_id"])
    rows = rows.assign(nth=rows.groupby(["article_id", *keys]).cumcount())
    for _, alike in rows.groupby([*keys, "nth"]):
        if alike["actor"].nunique() <= 1:
            yield from ((alike["statement_id"].iloc[0], other) for other in alike["statement_id"].iloc[1:])
        else:
            for _, own in alike.groupby("actor"):
                yield from ((own["statement_id"].iloc[0], other) for other in own["statement_id"].iloc[1:])


def _same_by_one_actor(rows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Pairs of the same words, or of some and the fullest report that holds them, by one known actor."""
    rows = rows[~rows["unknown"] & (rows["less"] <= 1 - MIN_WORDS)]
    reports: dict[tuple[str, str], dict[str, list[str]]] = {}
    columns = (rows[name].tolist() for name in ("statement_id", "actor", "manner", "words"))
    for statement_id, actor, manner, words in zip(*columns, strict=True):
        reports.setdefault((actor, manner), {}).setdefault(words, []).append(statement_id)
    for alike in reports.values():
        yield from ((first, other) for first, *others in alike.values() for other in others)
        yield from ((alike[fullest][0], alike[words][0]) for words, fullest in _cut_at_their_ends(alike))


def _cut_at_their_ends(told: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(words, the fullest that hold them) of those that others hold."""
    holders: dict[str, list[str]] = {}  # of each run of words, the fullest first
    for words in sorted(told, key=lambda words: (-len(words), words)):
        runs = _runs(words.split(), MIN_WORDS)
        likely = min((holders.get(run, []) for run in runs), key=len)  # who holds the words holds their rarest run
        fullest = next((holder for holder in likely if _holds(holder, words)), None)
        if fullest:
            yield words, fullest
        else:
            for run in runs:
                holders.setdefault(run, []).append(words)


def _holds(longer: str, shorter: str) -> bool:
    return len(shorter) >= _PART * len(longer) and f" {shorter} " in f" {longer} "


def _words(text: str) -> list[str]:
    return _WORD.findall(re.sub(r"(?<=\w)[-‐‑](?=\w)", "", text.casefold()))  # a cease-fire is a ceasefire


def _runs(words: list[str], length: int) -> set[str]:
    """All that stands in so many successive words."""
    return {" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1))}


def _index():
    """What finds the texts that may be alike; the threshold is well below COPY, where it would miss every third one."""
    from datasketch import MinHashLSH

    return MinHashLSH(threshold=0.4, num_perm=128)


def _sketches(texts: Iterable[list[str]]) -> Iterator:
    """The MinHash of each text's runs of five words."""
    from datasketch import MinHash

    yield from MinHash.generator(([run.encode() for run in _runs(words, 5)] for words in texts), num_perm=128)
