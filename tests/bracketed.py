"""Texts in which speakers stand in brackets and their words in braces: "[Oster] said {it rained}."."""

import pandas as pd

from standpoints.actors import resolve_actors
from standpoints.registry import Registry, read_registry
from standpoints.sentences import split_sentences


def registry_in(folder, actors: str, offices: str) -> Registry:
    """The registry of two files' texts."""
    (folder / "actors.csv").write_text(actors, encoding="utf-8")
    (folder / "offices.csv").write_text(offices, encoding="utf-8")
    return read_registry(folder)


def tables(text: str, day: str | None = "2025-05-11"):
    """The tables of a text in which [speakers] stand in brackets and their {words} in braces, in the same order;
    the last words may have no speaker."""
    plain, speakers, contents, opened = "", [], [], {"[": [], "{": []}
    for character in text:
        if character in "[{":
            opened[character].append(len(plain))
        elif character == "]":
            speakers.append((opened["["].pop(), len(plain)))
        elif character == "}":
            contents.append((opened["{"].pop(), len(plain)))
        else:
            plain += character
    rows = []
    for i, (start, end) in enumerate(sorted(contents)):
        near = speakers[i] if i < len(speakers) else (0, 0)
        known = i < len(speakers)
        rows.append(
            {
                "article_id": "news",
                "statement_id": f"news.q{i + 1:03}",
                "start": start,
                "end": end,
                "text": plain[start:end],
                "form": "direct" if plain[start] in '"“' else "indirect",
                "speaker": plain[slice(*near)] if known else float("nan"),
                "speaker_start": near[0] if known else pd.NA,
                "speaker_end": near[1] if known else pd.NA,
                "cue_end": pd.NA,
                "within": float("nan"),
            }
        )
    articles = pd.DataFrame({"article_id": ["news"], "text": [plain], "published": [day or float("nan")]})
    statements = pd.DataFrame(rows).astype({"speaker_start": "Int64", "speaker_end": "Int64", "cue_end": "Int64"})
    return articles, split_sentences(articles), statements


def actors_in(text: str, registry, day: str | None = "2025-05-11") -> list:
    found, _ = resolve_actors(*tables(text, day), registry)
    return [None if pd.isna(actor) else actor for actor in found["actor"]]
