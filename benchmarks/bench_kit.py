"""How fast the kit reads, on one and two threads, how much memory it takes, and how the cost grows with the corpus.

    python benchmarks/bench_kit.py [--articles 100 1000] [--large]

--large goes to 10,000 articles. Each line is a process of its own, so that its peak memory is its own. The articles are
invented, about 4 kB each, no two alike. Compare only figures of one run: machines differ, and are shared.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ALONE = 40  # articles that the reader is timed on by itself
STATES = ["Norland", "Sundia", "Belgoria", "Velmark", "Astria"]
PEOPLE = ["Joss Tavian", "Mira Oster", "Ilan Varga", "Goran Dell", "Ana Lupo", "Piet Harn", "Karla Velden", "Rado Fenn"]
ROLES = ["premier", "foreign minister", "president", "spokesman", "envoy", "chief of staff"]
VERBS = ["said", "claimed", "warned", "insisted", "announced", "stressed", "argued", "wrote on his Telegram channel"]
PLACES = ["Holm", "Arvik", "Tark", "Velm", "the northern ports", "the border", "the river crossing", "the old capital"]
THINGS = "ceasefire offer sanctions treaty convoy blockade delegation bridge harvest grain loan inquiry vote".split()
ACTS = "accept reject delay discuss extend withdraw question publish support oppose suspend renew".split()
ADVERBS = "soon openly again at once without conditions in silence this week before winter under protest".split()


def article(rng: random.Random) -> str:
    """Return an invented article of about 4,000 characters, half of it speech."""
    lines: list[str] = []
    while sum(map(len, lines)) < 4_000:
        lines.append(" ".join(sentence(rng) for _ in range(rng.randint(1, 3))))
    return "\n\n".join(lines)


def sentence(rng: random.Random) -> str:
    person, state, place, verb = (rng.choice(options) for options in (PEOPLE, STATES, PLACES, VERBS))
    thing, other, act, adverb = rng.choice(THINGS), rng.choice(THINGS), rng.choice(ACTS), rng.choice(ADVERBS)
    name, role, day, number = person.split()[-1], rng.choice(ROLES), rng.randint(1, 28), rng.randint(3, 900)
    return rng.choice(
        [
            f"{person}, the {role} of {state}, {verb} that {state} would {act} the {thing} near {place}.",
            f"“We will {act} the {thing} {adverb},” {name} {verb}. “The {other} can wait until May {day}.”",
            f"According to {person}, {number} people had left {place} because of the {thing} and the {other}.",
            f"The {thing} in {place} was followed by {number} days of talks about the {other} and the road to {state}.",
            f"On May {day} the {other} reached {place}, where {number} lorries stood beside the {thing} of {state}.",
            f"He called the {thing} “a {other} in disguise” and asked {state} to {act} it {adverb}.",
        ]
    )


def corpus(folder: Path, n: int) -> int:
    """Write n articles into the folder; return their bytes."""
    rng, size = random.Random(1), 0
    for i in range(n):
        text = article(rng)
        (folder / f"article-{i:05}.txt").write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def measure(n: int, threads: int) -> dict:
    """Return the seconds that n articles take: the reader alone on the first of them, and `standpoints tables`."""
    hold_to(threads)
    import standpoints as sp
    from standpoints.keeping import save_study
    from standpoints.reader import read

    registry, codebook = sp.read_registry(), sp.read_codebook()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        folder.mkdir()
        size = corpus(folder, n)
        texts = sp.read_articles(folder)[0]["text"][:ALONE].tolist()
        read(texts[0])  # loads the network
        alone = seconds(lambda: [read(text) for text in texts])
        whole = seconds(lambda: tables(sp, save_study, folder, registry, codebook))
    alone_kb = sum(len(text.encode()) for text in texts) / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return {"alone": alone / alone_kb, "whole": whole, "kb": size / 1000, "peak": peak}


def hold_to(threads: int) -> None:
    """Let this process use so many cores, and the network so many threads."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])
    import onnxruntime

    plain = onnxruntime.InferenceSession

    def session(model, options=None, **others):
        options = options or onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(threads, options.intra_op_num_threads or threads)
        return plain(model, options, **others)

    onnxruntime.InferenceSession = session


def tables(sp, save_study, folder: Path, registry, codebook) -> None:
    articles, problems = sp.read_articles(folder)
    study = sp.analyse(articles, registry=registry, codebook=codebook, problems=problems)
    assert study.statements["article_id"].nunique() == len(articles), study.problems  # a step that fails costs nothing
    save_study(study, folder.parent / "tables")


def seconds(work) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def in_a_process(n: int, threads: int) -> dict:
    command = [sys.executable, __file__, "--one", str(n), str(threads)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def report(sizes: list[int]) -> None:
    heads = ("articles", "threads", "kB/s", "articles/s", "reader kB/s", "reader share", "peak MB", "cost per article")
    print("  ".join(f"{head:>12}" for head in heads))
    first: dict[int, float] = {}
    for n in sizes:
        for threads in (1, 2):
            one = in_a_process(n, threads)
            cost = one["whole"] / n
            first.setdefault(threads, cost)
            share = one["alone"] * one["kb"] / one["whole"]
            speed = [one["kb"] / one["whole"], n / one["whole"], 1 / one["alone"]]
            row = [f"{n:,}", threads, *(f"{value:.1f}" for value in speed)]
            row += [f"{share:.0%}", f"{one['peak']:.0f}", f"x {cost / first[threads]:.2f}"]
            print("  ".join(f"{cell:>12}" for cell in row), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000], metavar="N")
    parser.add_argument("--large", action="store_true", help="go to 10,000 articles")
    parser.add_argument("--one", type=int, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(*options.one)))
    else:
        report(options.articles + [10_000] * options.large)


if __name__ == "__main__":
    main()
