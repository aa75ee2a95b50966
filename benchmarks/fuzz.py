"""Bad input, by the thousand: does any of it stop the kit, make it hang, or get lost?

    python benchmarks/fuzz.py [HOW_MANY] [SEED]

Writes files that are broken in many ways, a hundred to a folder, reads and analyses each folder, draws every article
as HTML, saves the tables and loads them again. What must hold of each is in `check`. At the end come long lines: a
million characters of one sort, which may take ten times as long as a tenth of it, and not much longer. What takes more
than MEMORY fails. Prints what was tried, of which kind, and every fault with the seed that makes it again; the exit
code is 1 if there was one.
"""

import io
import json
import random
import re
import resource
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from html import unescape
from pathlib import Path

import pandas as pd

import standpoints as sp
from standpoints.articles import ArticlesError

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import test_formats as made  # it builds a small file of each format

FOLDER = 100
SECONDS = 10
"""Of the processor: a text that takes more of it counts as hanging."""
LONG = 1_000_000
MEMORY = 6_000_000_000
"""Bytes of addresses, of which some 2 billion are taken by the libraries."""
_TAGS = {"article", "h3", "p", "em", "span", "div", "mark", "small"}

MARKS = "\"'“”„‟«»‹›‘’‚‛`´〝〞＂「」『』《》〈〉"
WORDS = (
    "Norland Sundia premier Joss Tavian Mira Oster said that will not he she they told reporters on Telegram if only "
    "after a truce talks river warned according to , . ; : — – ( ) [ ] ... ! ? 's n't 30-day U.S. Mr. \n \n \n\n"
).split(" ")
OTHERS = [
    "Премьер Норланда сказал: «Мы ждём».", "قال رئيس الوزراء: «لن ننتظر».", "总理说：“我们等待。”", "ראש הממשלה אמר",
    "प्रधानमंत्री ने कहा", "Η πρωθυπουργός είπε", "ยังไม่มีการตัดสินใจ", "Başbakan İğdır'da konuştu",
]  # fmt: skip
EMOJI = [
    "😀", "👩\u200d👩\u200d👧", "🇳🇴", "e\u0301\u0302\u0327", "Z\u0351\u036b\u0303a\u0327lgo", "\u200d", "\u200b",
    "\ufeff", "\u202e", "\u2066", "\U000e0041", "ﷺ",
]  # fmt: skip
NAMES = ["", "", "", " =1+1", "\u202e", "é", "%s{0}", "$x^2$", "<b>", "\n", "\udce9"]  # the last: a lone byte
NEWLINES = ["\n", "\r\n", "\r", "\n\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n\n\n\n"]
NEWS = f'{made.TEXT}\n\n"We will not pay," he said. Sundia denied it had wanted a truce if Norland left.'
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</mark></p>", "javascript:alert(1)", "=1+1", "\u202e",
    '=HYPERLINK("http://x.example")', "&lt;b&gt;", "$\\frac{1}{", "%n%s", "{0}", "../../etc/passwd", "\x1b[2J",
]  # fmt: skip


def soup(rng: random.Random, parts, most: int = 60) -> str:
    return "".join(rng.choice(parts) + rng.choice(["", " ", " "]) for _ in range(rng.randint(1, most)))


def quotation_marks(rng):
    return ".txt", soup(rng, [*MARKS, *WORDS])


def nested_quotations(rng):
    opening, closing = "“„«‘‹「\"'", "”“»’›」\"'"
    depth, kinds = rng.randint(1, 200), [rng.randrange(len(opening)) for _ in range(200)]
    inner = soup(rng, WORDS, 5)
    left = "".join(opening[k] + rng.choice(["", "so ", "he said: "]) for k in kinds[:depth])
    right = "".join(closing[k] for k in reversed(kinds[: rng.randint(0, depth)]))
    return ".txt", f"Tavian said: {left}{inner}{right} she said."


def emoji(rng):
    return ".txt", soup(rng, [*EMOJI, *WORDS])


def control_characters(rng):
    return ".txt", soup(rng, [*(chr(n) for n in range(1, 32)), "\x7f", "\x80", "\x9f", *WORDS])


def other_scripts(rng):
    return ".txt", soup(rng, [*OTHERS, *WORDS], 30)


def line_ends(rng):
    return ".txt", soup(rng, [*NEWLINES, *WORDS, "“", "”"])


def empty_lines(rng):
    return ".txt", "\n" * rng.randint(0, 300) + rng.choice(["", "a", NEWS]) + " \t\n" * rng.randint(0, 300)


def hostile(rng):
    return ".txt", soup(rng, [*HOSTILE, *HOSTILE, *WORDS, "“", "”"])


def mutated_news(rng):
    text = list(NEWS)
    for _ in range(rng.randint(1, 40)):
        at, much = rng.randrange(len(text) + 1), rng.randint(0, 12)
        text[at : at + much] = rng.choice([[], text[at : at + 5] * 3, [rng.choice(MARKS + "\n\x00,. ")], ["said "]])
    return ".txt", "".join(text)


def headers(rng):
    parts = [
        "---\n", "title: ", "published: ", "a: b\n", "- x\n", "&a [*a]\n", "!!python/object:os.system\n", '"', "'", "{",
        "\n", "? ", ": ", "|\n", ">\n", "\t", "11/05/2025\n", "0000-99-99\n", "language: ru\n", "#", "é\n", "\x00",
    ]  # fmt: skip
    return ".txt", "---\n" + "".join(rng.choice(parts) for _ in range(rng.randint(0, 20))) + "---\n" + NEWS[:300]


def random_bytes(rng):
    return rng.choice(made.ENDINGS), rng.randbytes(rng.choice([0, 1, 2, 10, 100, 1000, 5000]))


def surrogates(rng):
    text = soup(rng, ["\ud800", "\udfff", "\ud83d", "\x00", *WORDS, *EMOJI])
    return ".jsonl", json.dumps({"text": f"{NEWS[:200]} {text}", "title": text, "outlet": text})


def hostile_rows(rng):
    cells = [*HOSTILE, *WORDS, '"', '""', ",", ";", "\n", "\t", "\x00", NEWS[:120], "text", "title"]
    rows = [",".join(soup(rng, cells, 6) for _ in range(rng.randint(1, 5))) for _ in range(rng.randint(1, 8))]
    return rng.choice([".csv", ".tsv"]), "\n".join([rng.choice(["title,text", "text", "text;title", ""]), *rows])


def odd_names(rng):
    """A zip whose files have no names, or strange ones; a list of them may be among them, in order or not."""
    names = ["", ".", "..", "a/../b.txt", "\x00", "/a.txt", "a.txt", "b.txt", "c.TXT", "é.txt", "\u202etxt.exe", "a/"]
    cells = ["a.txt", "b.txt", "file", "title", '"', '"Talks, at last"', ",", ",", ";", "\n", *HOSTILE]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in dict.fromkeys(rng.choices(names, k=rng.randint(1, 6))):
            member = zipfile.ZipInfo("x")
            member.filename = name
            archive.writestr(member, NEWS[: rng.randint(0, 300)])
        if rng.random() < 0.5:
            archive.writestr("articles.csv", rng.choice(["file,title\n", "file;title\n", ""]) + soup(rng, cells, 20))
    return ".zip", buffer.getvalue()


def broken_files(rng):
    """A whole file of each format, cut off, with bytes changed, or with a piece of it twice."""
    ending, raw = rng.choice(WHOLE)
    raw = bytearray(raw)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(raw) + 1)
        much = rng.choice([1, 1, 2, 30, len(raw)])
        raw[at : at + much] = rng.choice([b"", b"", rng.randbytes(3), raw[at : at + 40] * 2, b"\x00" * 4])
    return ending, bytes(raw)


KINDS = [
    quotation_marks, nested_quotations, emoji, control_characters, other_scripts, line_ends, empty_lines, hostile,
    mutated_news, mutated_news, headers, random_bytes, surrogates, hostile_rows, broken_files, broken_files,
    odd_names,
]  # fmt: skip
WHOLE = [
    (".txt", made.txt()), (".md", made.md()), (".csv", made.table(",")), (".tsv", made.table("\t")),
    (".jsonl", made.jsonl()), (".xlsx", made.xlsx()), (".html", made.html()), (".docx", made.docx()),
    (".rtf", made.rtf()), (".pdf", made.pdf()),
    (".zip", made.zipped({"a.txt": made.txt(), "b.docx": made.docx(), "c.html": made.html()})),
]  # fmt: skip
LONG_TEXTS = {
    "words": "said that Norland would not ", "a letter": "a", "spaces": " ", "quotation marks": '" ',
    "opening marks": "“so ", "apostrophes": "'s ", "full stops": ". ", "brackets": "((", "commas": "he said, ",
    "names": "Joss Tavian ", "digits": "7", "news": NEWS.replace("\n", " ") + " ", "line ends": "\n", "dashes": "— ",
    "accents": "e\u0301", "Cyrillic": "Мы ждём. ", "tabs": "\t", "NUL": "a\x00", "headers": "---\na: b\n",
    "links": "<a href=x>", "conditions": "if only after ",
}  # fmt: skip


def check(folder: Path) -> pd.DataFrame:
    """Read, analyse, draw, save and load the folder; raise for all that must not happen. Returns the articles."""
    names = {re.match(r"\w*", path.name)[0] for path in folder.iterdir()}  # its number
    try:
        articles, problems = sp.read_articles(folder)
    except ArticlesError as error:
        missing = [name for name in names if f"\n  {name}" not in str(error)]
        assert not missing, f"neither read nor listed: {missing}"
        return pd.DataFrame()
    listed = {re.match(r"\w*", source)[0] for source in [*articles["source_file"], *problems["source_file"]]}
    lost = names - listed
    assert not lost, f"neither read nor listed: {lost}"
    study = sp.analyse(articles.assign(language="en"), registry=REGISTRY, codebook=CODEBOOK, problems=problems)
    failed = study.problems[study.problems["what"].str.startswith("could not be analysed")]
    assert failed.empty, failed["what"].iloc[0]
    check_tables(study)
    with tempfile.TemporaryDirectory() as out:
        sp.save_study(study, out)
        back = sp.load_study(out)
        for name, table in sp.tables_of(study).items():
            assert table.equals(getattr(back, name).astype(table.dtypes)), f"{name} came back changed"
    return articles


def check_tables(study) -> None:
    texts = dict(zip(study.articles["article_id"], study.articles["text"], strict=True))
    for name in ("sentences", "statements", "mentions"):
        for row in getattr(study, name).itertuples():
            assert texts[row.article_id][row.start : row.end] == row.text, f"{name}: a span is not its text"
    for row in study.statements.itertuples():
        spans = json.loads(row.pieces)
        assert spans[0][0] == row.start and spans[-1][1] == row.end, "the pieces are not the statement"
    for article_id, text in texts.items():
        spans = study.sentences.loc[study.sentences["article_id"] == article_id, ["start", "end"]].values.tolist()
        ends = [0, *(end for _, end in spans)]
        starts = [*(start for start, _ in spans), len(text)]
        between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
        assert all(a <= b for a, b in zip(ends, starts, strict=True)), "sentences overlap"
        assert not "".join(between).strip(), f"characters in no sentence: {''.join(between).strip()[:40]!r}"
        html = sp.article_html(study, article_id)
        assert set(re.findall(r"<(\w+)", html)) <= _TAGS, "the text became a tag"
        body = re.search(r'<div class="text">(.*)</div>', html, re.DOTALL)[1]
        shown = re.sub(r"<[^>]*>", "", re.sub(r"<small.*?</small>", "", body, flags=re.DOTALL))
        assert unescape(shown) == unescape(text.replace("&", "&amp;")), "the page does not hold the text"


def tried(folder: Path, what: str) -> tuple[list[str], int, float]:
    """The faults of one folder, how many articles were read in it, and the seconds of the processor that it took."""
    begin = time.process_time()
    try:
        n = len(check(folder))
    except Exception:
        return [f"{what}: {' | '.join(traceback.format_exc().strip().splitlines()[-3:])}"], 0, 0
    return [], n, time.process_time() - begin


def written(folder: Path, name: str, content) -> None:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))


def alone(folder: Path) -> list[str]:
    """The faults of each file of a folder that has some."""
    found = []
    for path in sorted(folder.iterdir()):
        with tempfile.TemporaryDirectory() as other:
            written(Path(other), path.name, path.read_bytes())
            faults, _, taken = tried(Path(other), path.name)
            found += faults + ([f"{path.name}: took {taken:.0f} s"] if taken > SECONDS else [])
    return found


def short_texts(how_many: int, seed: int) -> tuple[list[str], Counter, int]:
    faults, kinds, n_articles, begin = [], Counter(), 0, time.perf_counter()
    for first in range(seed, seed + how_many, FOLDER):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(first, min(first + FOLDER, seed + how_many)):
                kind = KINDS[number % len(KINDS)]
                ending, content = kind(random.Random(number))
                kinds[kind.__name__.replace("_", " ")] += 1
                written(Path(folder), f"{number}{random.Random(number).choice(NAMES)}{ending}", content)
            found, n, taken = tried(Path(folder), f"seeds {first} to {number}")
            if found or taken > SECONDS:  # which of them was it?
                found += alone(Path(folder))
        n_articles += n
        faults += found
        if found or first % (FOLDER * 20) == 0:
            said = f"{number + 1 - seed:,} tried, {len(faults)} faults, {time.perf_counter() - begin:.0f} s"
            print(said, *found, sep="\n", flush=True)
    return faults, kinds, n_articles


def long_texts() -> tuple[list[str], Counter]:
    faults, tries = [], Counter()
    for name, unit in LONG_TEXTS.items():
        seconds = []
        for length in (LONG // 10, LONG):
            with tempfile.TemporaryDirectory() as folder:
                written(Path(folder), "long.txt", (unit * (length // len(unit) + 1))[:length])
                found, _, taken = tried(Path(folder), f"{length:,} characters of {name}")
            faults += found
            seconds.append(taken)
            tries["long lines"] += 1
        print(f"{LONG:,} characters of {name}: {seconds[1]:.0f} s; a tenth of it: {seconds[0]:.1f} s", flush=True)
        if seconds[1] > SECONDS and seconds[1] > 20 * seconds[0]:
            faults.append(f"{name}: ten times the text takes {seconds[1] / seconds[0]:.0f} times as long")
    return faults, tries


def main(how_many: int = 20_000, seed: int = 0) -> int:
    sys.stdout.reconfigure(errors="backslashreplace")  # a file's name may be no text
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    faults, kinds, n_articles = short_texts(how_many, seed)
    more, tries = long_texts()
    faults, kinds = faults + more, kinds + tries
    print(f"\n{sum(kinds.values()):,} inputs, {n_articles:,} articles read of them, {len(faults)} faults")
    print(*(f"{n:8,} {kind}" for kind, n in sorted(kinds.items())), *faults, sep="\n")
    return 1 if faults else 0


REGISTRY, CODEBOOK = sp.read_registry(), sp.read_codebook()

if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
