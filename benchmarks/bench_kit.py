"""How fast the kit reads, on one and two cores, how much memory it takes, and how the cost grows with the corpus.

    python benchmarks/bench_kit.py [--articles 100 1000] [--large]

--large goes to 10,000 articles. Each line is a process of its own, so that its peak memory is its own. The articles are
invented, about 4 kB each, no two alike. After them come the tone of their sentences, and the positions of 10,000
statements and the actors of 1,000 articles as bench_positions.py and bench_actors.py measure them, on one core.
Compare only figures of one run: machines differ, and are shared.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

ALONE = 40  # articles that the reader is timed on by itself, after the first ones, on which it gets ready
FIRST = 8
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


def measure(n: int, cores: int) -> dict:
    """Return the seconds that n articles take: the reader alone on some of them, and `standpoints tables`."""
    hold_to(cores)
    import standpoints as sp
    from standpoints.keeping import save_study
    from standpoints.reader import read
    from standpoints.sharing import shared_out

    registry, codebook = sp.read_registry(), sp.read_codebook()
    with tempfile.TemporaryDirectory() as place, Memory() as memory:
        folder = Path(place) / "articles"
        folder.mkdir()
        size = corpus(folder, n)
        texts = [(text,) for text in sp.read_articles(folder)[0]["text"][: FIRST + ALONE]]
        list(shared_out(read, texts[:FIRST], cores))
        alone = seconds(lambda: list(shared_out(read, texts[FIRST:], cores)))
        whole = seconds(lambda: tables(sp, save_study, folder, registry, codebook))
    alone_kb = sum(len(text.encode()) for (text,) in texts[FIRST:]) / 1000
    return {"alone": alone / alone_kb, "whole": whole, "kb": size / 1000, "peak": memory.peak}


def hold_to(cores: int) -> None:
    """Let this process, and those that it starts, use so many cores."""
    os.environ["LOKY_MAX_CPU_COUNT"] = str(cores)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


class Memory:
    """The most megabytes that this process and those that it started held at one time; looked at often."""

    def __enter__(self):
        self.peak, self.over = 0.0, threading.Event()
        self.watch = threading.Thread(target=self._watch)
        self.watch.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.watch.join()

    def _watch(self):
        own = psutil.Process()
        while not self.over.wait(0.2):
            held = 0
            for process in (own, *own.children(recursive=True)):
                try:
                    held += process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.peak = max(self.peak, held / 1024**2)


def tone_speed() -> None:
    """Print how many sentences a second get their tone by all instruments, on one core."""
    hold_to(1)
    import standpoints as sp
    from standpoints.reader import read
    from standpoints.sentences import split_sentences
    from standpoints.toning.tones import Passage

    rng = random.Random(2)
    texts = {f"a{i}": article(rng) for i in range(ALONE)}
    sentences = split_sentences(table_of(texts))
    spans = zip(sentences["article_id"], sentences["start"], sentences["end"], strict=True)
    passages = [Passage(texts[name], ((start, end),)) for name, start, end in spans]
    sp.add_tone(sentences[:1])  # loads the lists
    reading = seconds(lambda: [read(text) for text in texts.values()])
    scoring = seconds(lambda: sp.add_tone(sentences, passages=passages))
    print(f"Tone by all instruments: {len(sentences) / (reading + scoring):,.0f} sentences a second on one core; "
          f"{len(sentences) / scoring:,.0f} without the pass of the network that attribution needs anyway")  # fmt: skip


def table_of(texts: dict[str, str]):
    import pandas as pd

    return pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})


def tables(sp, save_study, folder: Path, registry, codebook) -> None:
    articles, problems = sp.read_articles(folder)
    study = sp.analyse(articles, registry=registry, codebook=codebook, problems=problems)
    assert study.statements["article_id"].nunique() == len(articles), study.problems  # a step that fails costs nothing
    save_study(study, folder.parent / "tables")


def seconds(work) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def in_a_process(n: int, cores: int) -> dict:
    command = [sys.executable, __file__, "--one", str(n), str(cores)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def report(sizes: list[int]) -> None:
    heads = ("articles", "cores", "kB/s", "articles/s", "reader kB/s", "reader share", "peak MB", "cost per article")
    print("  ".join(f"{head:>12}" for head in heads))
    first: dict[int, float] = {}
    for n in sizes:
        for cores in (1, 2):
            one = in_a_process(n, cores)
            cost = one["whole"] / n
            first.setdefault(cores, cost)
            share = one["alone"] * one["kb"] / one["whole"]
            speed = [one["kb"] / one["whole"], n / one["whole"], 1 / one["alone"]]
            row = [f"{n:,}", cores, *(f"{value:.1f}" for value in speed)]
            row += [f"{share:.0%}", f"{one['peak']:.0f}", f"x {cost / first[cores]:.2f}"]
            print("  ".join(f"{cell:>12}" for cell in row), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000], metavar="N")
    parser.add_argument("--large", action="store_true", help="go to 10,000 articles")
    parser.add_argument("--one", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--tone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.tone:
        tone_speed()
    elif options.one:
        print(json.dumps(measure(*options.one)))
    else:
        report(options.articles + [10_000] * options.large)
        sys.stdout.flush()
        here = Path(__file__).parent
        for command in ([__file__, "--tone"], [here / "bench_positions.py"], [here / "bench_actors.py"]):
            subprocess.run([sys.executable, *map(str, command)], check=True)


if __name__ == "__main__":
    main()
