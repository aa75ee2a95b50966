"""A folder of 2,000 small articles, of which 40 are broken, each in another way: is every one analysed or listed?

    python benchmarks/folder.py [HOW_MANY]

Prints how many were analysed and listed, the time, the most memory that it took, and how far the progress bar was from
the truth: the part of the text that it said was read against the part of the reading time that was over.
"""

import os
import random
import re
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import test_formats as made  # it builds a small file of each format

PEOPLE = [
    "Joss Tavian",
    "Mira Oster",
    "the premier of Norland",
    "Sundia's foreign minister",
    "A spokesman",
    "He",
    "She",
]
SAID = ["said", "told reporters", "warned", "insisted", "wrote on Telegram", "denied on Monday"]
WHAT = ["the river", "a truce", "the talks in Arvik", "the lock", "the tolls", "three barges", "an open border"]
DOES = ["would be closed until spring", "could begin next week", "had never been in doubt", "was nobody's business"]
OWN = [
    "The water stood high in {}.",
    "Farmers on both banks of {} asked for more.",
    "Nothing was heard from {} by noon.",
]
TOWNS = ["Arvik", "Belmora", "Kestria", "Tolm", "Ostrava Bridge", "Lower Sund"]


def news(rng: random.Random, sentences: int = 8) -> str:
    """An invented article: each sentence is somebody's word, a quotation or the reporter's."""
    lines = []
    for _ in range(sentences):
        who, said, what, does = map(rng.choice, (PEOPLE, SAID, WHAT, DOES))
        number = rng.randint(2, 900)
        lines.append(rng.choice([
            f"{who} {said} that {what} {does}, {number} days after the flood.",
            f"“{what.capitalize()} {does} for {number} days,” {who} {said}.",
            f"{rng.choice(OWN).format(rng.choice(TOWNS))} It was day {number}.",
        ]))  # fmt: skip
    return "\n".join(lines)


def broken() -> dict[str, bytes]:
    """Files of which no article can be read, each in another way."""
    files = {
        "empty.txt": b"", "spaces.txt": b" \n\t\n ", "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40),
        "nul.txt": bytes(300), "header-only.txt": b"---\ntitle: Talks\n---\n", "mark.txt": "\ufeff".encode(),
        "program.txt": b"\x7fELF" + bytes(range(256)) * 4, "zip.txt": made.zipped({"a.txt": b"x"}),
        "huge.txt": b"a" * 6_000_000, "empty.csv": b"", "no-text.csv": b"title,outlet\nTalks,The Fjord\n",
        "no-rows.csv": b"title,text\n", "empty-texts.csv": b"title,text\nTalks,\n", "empty.jsonl": b"",
        "no-json.jsonl": b"Joss Tavian said no\n", "list.jsonl": b"[1, 2]\n", "number.jsonl": b'{"text": 7.5e}\n',
        "no-text.jsonl": b'{"title": "Talks"}\n', "cut.jsonl": made.jsonl()[:60], "empty.tsv": b"",
        "no-text.tsv": b"a\tb\n1\t2\n", "cut.docx": made.docx()[:900], "cut.xlsx": made.xlsx()[:900],
        "cut.zip": made.zipped({"a.txt": b"x" * 99})[:40], "empty.docx": made.docx([]), "text.docx": b"Tavian said no",
        "text.xlsx": b"text\nno", "text.pdf": b"no", "cut.pdf": made.pdf()[:200], "no-words.pdf": made.pdf([]),
        "empty.html": b"", "tags.html": b"<html><body></body>", "script.html": b"<script>alert(1)</script>",
        "empty.rtf": b"", "no-words.rtf": b"{\\rtf1}", "empty.zip": b"", "empty.md": b"",
        "paths.zip": made.zipped({"../../x.txt": b"Joss Tavian said no."}), "film.mp4": b"\x00\x00\x00\x18ftypmp42",
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    }  # fmt: skip
    assert len(files) == 40
    return files


def measured(command: list[str]) -> tuple[float, float, list[tuple[float, float]], int]:
    """Seconds, megabytes at most, [(second, share said to be read)], exit code; in a process of its own."""
    reading, writing = os.pipe()
    begin, child = time.perf_counter(), os.fork()
    if not child:
        os.dup2(writing, 2)
        os.execv(command[0], command)
    os.close(writing)
    said = []
    while piece := os.read(reading, 65536):
        shares = re.findall(rb"Reading the articles: +(\d+)%", piece)
        said += [(time.perf_counter() - begin, int(share) / 100) for share in shares]
    _, status, usage = os.wait4(child, 0)
    return time.perf_counter() - begin, usage.ru_maxrss / 1024, said, os.waitstatus_to_exitcode(status)


def main(how_many: int = 2000) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "articles", Path(name) / "out"
        folder.mkdir()
        bad = broken()
        for file, content in bad.items():
            (folder / file).write_bytes(content)
        for number in range(how_many - len(bad)):
            rng = random.Random(number)
            (folder / f"{number:04}.txt").write_text(news(rng, rng.randint(3, 20)), encoding="utf-8")
        code = "import sys; from standpoints.cli import main; sys.exit(main())"
        seconds, megabytes, said, code = measured(
            [sys.executable, "-c", code, "tables", str(folder), "--out", str(out)]
        )
        articles, problems = (pd.read_parquet(out / f"{table}.parquet") for table in ("articles", "problems"))
        read = set(pd.read_parquet(out / "sentences.parquet")["article_id"])
        left_out = set(problems.loc[problems["article_id"].isna(), "source_file"].str.split("[:/]").str[0])
        size = articles["text"].str.len().sum() / 1000
    first, last = said[0][0], said[-1][0]
    errors = [abs(share - (second - first) / (last - first)) for second, share in said]
    print(f"{how_many:,} files, {size:,.0f} kB of text: {len(articles):,} articles, {len(read):,} of them analysed; "
          f"{len(left_out):,} files listed as left out")  # fmt: skip
    print(f"{seconds:.0f} s, at most {megabytes:.0f} MB; the progress bar was off by {max(errors):.0%} at most")
    print("neither analysed nor listed:", *(sorted(set(bad) - left_out) or ["none"]))
    good = len(read) == how_many - len(bad) and left_out == set(bad) and megabytes < 2000 and code == 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
