"""How long 10,000 statements, no two alike, take to be coded, and how many of them the network reads.

.venv/bin/python benchmarks/bench_positions.py [FILE.jsonl]

The statements are the sentences of tests/positions-gold.csv (a hard case: nearly all are about the issues), or those
of a file shaped like polnear-train.jsonl.
"""

import argparse
import itertools
import json
import time
from pathlib import Path

import pandas as pd

import standpoints as sp
from standpoints import meaning

N = 10_000
GOLD = Path(__file__).parents[1] / "tests" / "positions-gold.csv"


def gold_texts() -> list[str]:
    """The sentences of the gold file, each numbered, so that none is read for another: two thirds take a position."""
    texts = list(pd.read_csv(GOLD)["text"].drop_duplicates())
    return [f"{text.rstrip('.')}, speaker {i} said." for i, text in zip(range(N), itertools.cycle(texts))]


def corpus_texts(file: str) -> list[str]:
    """The contents of the attributions in a file of articles."""
    articles = (json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines())
    spans = ((a["text"], x["content"]) for a in articles for x in a["attributions"] if x.get("content"))
    return [text[content[0][0] : content[-1][1]] for text, content in itertools.islice(spans, N)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?")
    file = parser.parse_args().file
    texts = corpus_texts(file) if file else gold_texts()
    table = pd.DataFrame({"article_id": "a", "statement_id": range(len(texts)), "start": 0, "text": texts})
    table["end"] = table["text"].str.len()
    codebook = sp.read_codebook()
    began = time.perf_counter(), time.process_time()
    codebook.bank  # noqa: B018 – read once for each codebook
    wall, own = time.perf_counter() - began[0], time.process_time() - began[1]
    print(f"codebook read in {wall:.1f} s, {own:.1f} s of the processor")
    began = time.perf_counter(), time.process_time()
    codes = sp.code_positions(table, codebook)
    wall, own = time.perf_counter() - began[0], time.process_time() - began[1]
    read = meaning.vector.cache_info().misses
    print(f"{len(texts):,} statements coded in {wall:.1f} s, {own:.1f} s of the processor: {len(codes):,} codes")
    print(f"{read:,} sentences were read by the network, those of the codebook included")


if __name__ == "__main__":
    main()
