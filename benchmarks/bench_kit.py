"""Kilobytes of text a second for each step of the kit, and how the cost grows with the number of articles.

    python benchmarks/bench_kit.py

The articles are the sample with its paragraphs in another order each time, so that no two are the same text. Compare
only figures of one run: machines differ, and are shared.
"""

import random
import resource
import time

import pandas as pd

import standpoints as sp
from standpoints.reader import read
from standpoints.voices import mark_voices

SIZES = (5, 10, 20)


def articles(n: int) -> pd.DataFrame:
    """The sample article n times, its paragraphs shuffled."""
    sample, _ = sp.read_articles()
    rng, row = random.Random(1), sample.iloc[0]
    texts = []
    for _ in range(n):
        lines = row["text"].split("\n")
        rng.shuffle(lines)
        texts.append("\n".join(lines))
    return pd.DataFrame([row] * n).assign(article_id=[f"a{i}" for i in range(n)], text=texts).reset_index(drop=True)


def timed(steps: dict, name: str, function, *arguments):
    begin = time.perf_counter()
    result = function(*arguments)
    steps[name] = steps.get(name, 0) + time.perf_counter() - begin
    return result


def main() -> None:
    registry, codebook = sp.read_registry(), sp.read_codebook()
    sp.analyse(articles(1), registry=registry, codebook=codebook)  # loads what is loaded once
    for n in SIZES:
        table, steps = articles(n), {}
        size = table["text"].str.len().sum() / 1000
        for text in table["text"]:
            timed(steps, "reader alone", read, text)
        sentences = timed(steps, "sentences", sp.split_sentences, table)
        statements = timed(steps, "statements, reader included", sp.find_statements, table, sentences)
        statements, _ = timed(steps, "actors", sp.resolve_actors, table, sentences, statements, registry)
        timed(steps, "voices", mark_voices, sentences, statements)
        timed(steps, "tone of statements", sp.add_tone, statements)
        timed(steps, "positions", sp.code_positions, statements, codebook)
        whole = sum(seconds for name, seconds in steps.items() if name != "reader alone")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"\n{n} articles, {size:.0f} kB: {size / whole:.1f} kB/s, {n / whole:.2f} articles/s, peak {peak:.0f} MB")
        for name, seconds in steps.items():
            print(f"  {name:28} {size / seconds:8.1f} kB/s  {seconds / whole:5.0%} of the whole")


if __name__ == "__main__":
    main()
