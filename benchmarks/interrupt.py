"""A run is killed at random moments and started again: what stood there is whole, and the tables come out the same.

    python benchmarks/interrupt.py [HOW_OFTEN]

Nine articles are analysed; eighteen more come, and the run over all of them is killed (SIGKILL: nothing can be tidied
up) after a random part of the time that it takes. Prints each moment, what stood there then, how many articles were
known when it went on, and whether all files were the same to the byte; the exit code is 1 if they were not.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from folder import news

COMMAND = [sys.executable, "-c", "import sys; from standpoints.cli import main; sys.exit(main())", "tables"]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def run(articles: Path, out: Path, *, seconds: float | None = None) -> tuple[bool, str]:
    """Whether it came to its end before it was killed, and what it said."""
    process = subprocess.Popen([*COMMAND, articles, "--out", out], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        said, _ = process.communicate(timeout=seconds)
        return True, said.decode()
    except subprocess.TimeoutExpired:
        process.kill()
        said, _ = process.communicate()
        return False, said.decode()


def main(how_often: int = 20) -> int:
    rng, faults = random.Random(1), 0
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "articles").mkdir()
        for number in range(27):
            (home / "articles" / f"{number:02}.txt").write_text(news(random.Random(number), 20), encoding="utf-8")
            if number == 8:
                run(home / "articles", home / "before")
        begin = time.perf_counter()
        run(home / "articles", home / "undisturbed")
        whole = time.perf_counter() - begin
        old, new = files_of(home / "before"), files_of(home / "undisturbed")
        assert old and new and old != new
        kills = 0
        while kills < how_often:
            shutil.copytree(home / "before", home / "out")
            moment = rng.uniform(0, whole)
            done, _ = run(home / "articles", home / "out", seconds=moment)
            if not done:
                kills += 1
                stands = files_of(home / "out")
                state = "the old tables" if stands == old else "the new tables" if stands == new else "A MIXTURE"
                known = len(list((home / "out" / ".cache").glob("*.gz")))
                _, said = run(home / "articles", home / "out")
                same = files_of(home / "out") == new
                faults += (state == "A MIXTURE") + (not same)
                result = "the same tables" if same else "OTHER TABLES"
                told = ", said so" if "was stopped" in said else ""
                print(f"{kills:3} killed after {moment:5.1f} of {whole:.1f} s: {state}, {known} of 27 known; then "
                      f"{result}{told}", flush=True)  # fmt: skip
            shutil.rmtree(home / "out")
    print(f"{how_often} kills, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
