"""How long 1,000 articles of 4 kB take to be resolved, with the project's registry and with ten times its actors.

.venv/bin/python benchmarks/bench_actors.py
"""

import tempfile
import time
from pathlib import Path

import pandas as pd

from standpoints.actors import resolve_actors
from standpoints.articles import read_articles
from standpoints.project import DATA
from standpoints.reading.typography import read_quotations
from standpoints.registry import read_registry
from standpoints.sentences import split_sentences
from standpoints.statements import find_statements

N = 1_000


def seconds(registry) -> float:
    """Return the processor time that N copies of the sample article, cut or filled to 4,000 characters, take."""
    article = read_articles(DATA / "articles")[0].iloc[:1]
    article = article.assign(text=(article["text"] * 2).str.slice(0, 4_000))
    sentences = split_sentences(article)
    statements = find_statements(article, sentences, read=read_quotations)
    tables = [
        pd.concat([table.assign(article_id=f"{i}") for i in range(N)], ignore_index=True)
        for table in (article, sentences, statements)
    ]
    began = time.process_time()
    resolve_actors(*tables, registry)
    return time.process_time() - began


def ten_times(folder: Path) -> Path:
    """Write the project's registry into `folder` with nine invented actors for each of its own."""
    actors = pd.read_csv(DATA / "registry" / "actors.csv", dtype="str")
    invented = pd.DataFrame(
        {
            "actor": [f"Jo{i % 97:02} Ker{i:05}" for i in range(9 * len(actors))],
            "side": "Norland",
            "kind": "person",
            "aliases": [f"Joh{i % 97:02} Kerr{i:05}" for i in range(9 * len(actors))],
        }
    )
    pd.concat([actors, invented], ignore_index=True).to_csv(folder / "actors.csv", index=False)
    (folder / "offices.csv").write_bytes((DATA / "registry" / "offices.csv").read_bytes())
    return folder


def main() -> None:
    registry = read_registry()
    print(f"{len(registry.actors):6,} actors: {seconds(registry):5.1f} s for {N:,} articles of 4 kB")
    with tempfile.TemporaryDirectory() as folder:
        registry = read_registry(ten_times(Path(folder)))
        print(f"{len(registry.actors):6,} actors: {seconds(registry):5.1f} s for {N:,} articles of 4 kB")


if __name__ == "__main__":
    main()
