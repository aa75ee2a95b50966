"""The actors that the registry does not hold, as rows of `actors.csv` that can be pasted into it."""

from collections.abc import Iterable

import pandas as pd

from standpoints.naming.bodies import HEADS
from standpoints.naming.entourage import owner_of
from standpoints.naming.introductions import has_title, is_told_as_a_person
from standpoints.naming.names import fold_words, surnames
from standpoints.naming.nouns import head_at
from standpoints.naming.people import NOT_A_PERSON, is_first_name
from standpoints.naming.words import Spot
from standpoints.registry import ACTOR_COLUMNS, Registry, read_registry

_COLUMNS = [*ACTOR_COLUMNS, "n_statements", "n_words", "n_mentions", "introduced_as"]
_OF_PERSONS = frozenset("he she him her his hers himself herself".split())


def unlisted_actors(study, *, registry: Registry | None = None) -> pd.DataFrame:
    """Return the actors that the registry does not hold, most statements first, in the shape of `actors.csv` rows.

    Needs a study (articles, statements, mentions). Columns: actor, side (NaN), kind ("person" or "institution" where
    the articles tell it, else NaN), aliases (other names that the articles give it, joined by "; ": no offices, and no
    part of its own name), pronouns (NaN), n_statements, n_words (words said), n_mentions, and to judge by
    introduced_as: the longest way in which a speaker is named ("Norland's army spokesman, Jan Holt").

    A surname that stands alone in an article counts with the one person of the study who is called so, and who speaks
    for somebody (Oster's campaign) with whom they serve: in the registry neither needs a row.

    Without `registry` the project's own is read.
    """
    registry = read_registry() if registry is None else registry
    actors = pd.concat([study.statements["actor"], study.mentions["actor"]]).dropna().unique().tolist()
    whose = _whose_rows(actors, registry)
    statements, mentions = (_with_rows(table, whose) for table in (study.statements, study.mentions))
    words = statements["text"].str.split().str.len().groupby(statements["row"]).sum()
    table = pd.DataFrame({"n_statements": statements["row"].value_counts(), "n_words": words})
    table = table.join(mentions["row"].value_counts().rename("n_mentions"), how="outer")
    table = table.fillna(0).astype("int64").rename_axis("actor").reset_index()
    own = statements[(statements["resolved_by"] != "pronoun") & statements["actor"].map(owner_of).isna()]
    told = {
        "side": {},
        "kind": _kinds(table["actor"], study.articles, mentions),
        "aliases": _aliases(mentions[mentions["resolved_by"] == "name"]),
        "pronouns": {},
        "introduced_as": own.groupby("row")["speaker"].agg(_longest),
    }
    table = table.assign(**{name: table["actor"].map(values).astype("str") for name, values in told.items()})
    order = ["n_statements", "n_words", "n_mentions", "actor"]
    return table.sort_values(order, ascending=[False, False, False, True], ignore_index=True)[_COLUMNS]


def _with_rows(table: pd.DataFrame, whose: dict[str, str]) -> pd.DataFrame:
    """What belongs to the actors that have a `row` in the list."""
    table = table.assign(row=table["actor"].map(whose))
    return table[table["row"].notna() & table["side"].isna()]


def _whose_rows(actors: Iterable[str], registry: Registry) -> dict[str, str]:
    """{actor: the row that counts it} of those that the registry does not hold."""
    listed = set(registry.actors["actor"])
    names = {actor: owner_of(actor) or actor for actor in actors}
    fuller: dict[tuple[str, ...], set[str]] = {}
    for name in names.values():
        for surname, _ in () if _is_body(name) else surnames({"actor": name, "names": []}):
            fuller.setdefault(surname, set()).add(name)
    rows = {}
    for actor, name in names.items():
        whole = fuller.get(fold_words(name), set())
        rows[actor] = next(iter(whole)) if len(whole) == 1 and whole.isdisjoint(listed) else name
    return {actor: row for actor, row in rows.items() if listed.isdisjoint((actor, row))}


def _kinds(rows: Iterable[str], articles: pd.DataFrame, mentions: pd.DataFrame) -> dict[str, str]:
    """The kind of each row, where its name or what stands beside it in an article tells it."""
    persons = _persons(articles, mentions)
    kinds = {}
    for row in rows:
        words = fold_words(row)
        if _is_body(row):
            kinds[row] = "institution"
        elif row in persons or (len(words) > 1 and is_first_name(words[0])):
            kinds[row] = "person"
        elif len(words) > 1 and not NOT_A_PERSON.isdisjoint(words):
            kinds[row] = "institution"
    return kinds


def _persons(articles: pd.DataFrame, mentions: pd.DataFrame) -> set[str]:
    """The rows that are introduced as persons are, or are he or she. A name of one word, which may be a state's, only
    by its title: "its neighbour Kelmar" is nobody, and who is he may have been mistaken."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    found = set()
    for row in mentions[["article_id", "start", "end", "text", "row", "resolved_by"]].itertuples(index=False):
        text, name = texts[row.article_id], Spot(row.start, row.end, 0, 0, "unlisted", "name")
        told = row.resolved_by == "name" and has_title(text, row.start)
        if not told and " " in row.row:
            told = row.text.lower() in _OF_PERSONS or (row.resolved_by == "name" and is_told_as_a_person(text, name))
        if told:
            found.add(row.row)
    return found


def _is_body(name: str) -> bool:
    """The Northern League, the Holm Committee on Rivers."""
    words = fold_words(name)
    return words[head_at(words)] in HEADS


def _aliases(named: pd.DataFrame) -> dict[str, str]:
    """What each row is called beside its name; Osk is found as part of Harun Osk, and as an alias it would be his in
    every article, also in those of another Osk."""
    found = {}
    for row, texts in named.groupby("row")["text"]:
        own = set(fold_words(row))
        found[row] = "; ".join(sorted(text for text in set(texts) if not own.issuperset(fold_words(text))))
    return {row: aliases for row, aliases in found.items() if aliases}


def _longest(phrases: pd.Series) -> str | float:
    return max(phrases.dropna(), key=len, default=float("nan"))
