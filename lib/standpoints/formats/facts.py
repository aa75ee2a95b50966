"""What a header, a table or a database calls the facts of an article → the kit's names for them."""

import re
from functools import lru_cache

FACTS = ["article_id", "title", "outlet", "published", "url", "language"]
TEXT = "text"
_CALLED = {
    "article_id": ["id"],
    "title": ["headline", "heading", "head"],
    "outlet": ["source", "publication", "publisher", "newspaper", "medium", "site", "sitename", "source_name"],
    "published": ["date", "publication_date", "published_at", "pub_date", "pubdate", "date_published", "datetime"],
    "url": ["link", "web_url"],
    "language": ["lang"],
    TEXT: ["body", "content", "article", "full_text", "fulltext", "article_text", "maintext", "main_text", "story"],
}
_TAKEN = {"n_words", "source_file", "published_raw"}  # columns that the kit makes itself


def known_facts(values: dict[str, str]) -> dict[str, str]:
    """The values by the kit's names ("Headline" is the title), each other one by the name that it has; empty ones go.

    Before: {"Headline": "Talks", "Date": "11 May 2025", "Section": "World", "Byline": ""}
    After:  {"title": "Talks", "published": "11 May 2025", "Section": "World"}
    """
    names = our_names(tuple(values))
    return {names[key]: value.strip() for key, value in values.items() if value and value.strip()}


@lru_cache
def our_names(columns: tuple[str, ...]) -> dict[str, str]:
    """The kit's name for each column; a column that it does not know keeps its own.

    A column that bears our name goes before one that is only called alike: of "outlet" and "source", "outlet".
    """
    plain = {column: re.sub(r"\W+", "_", column.strip().casefold()).strip("_") for column in columns}
    ours: dict[str, str] = {}
    for name, others in _CALLED.items():
        called = [c for alias in (name, *others) for c in columns if plain[c] == alias]
        ours |= {called[0]: name} if called else {}
    taken = _TAKEN | set(_CALLED)
    own = {column: column.strip() or "unnamed" for column in columns}
    return {c: ours.get(c) or (f"{own[c]}_given" if own[c] in taken else own[c]) for c in columns}
