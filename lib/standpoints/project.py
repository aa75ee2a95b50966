"""Where the project keeps things. `standpoints run` names other places in the environment of its notebooks."""

import os
from pathlib import Path

_HOME = Path(__file__).resolve().parents[2]


def _place(name: str, usual: Path) -> Path:
    return Path(os.environ.get(f"STANDPOINTS_{name}") or usual)


DATA = _place("DATA", _HOME / "data")
ARTICLES = _place("ARTICLES", DATA / "articles")
REGISTRY = _place("REGISTRY", DATA / "registry")
CODEBOOK = _place("CODEBOOK", DATA / "codebook.yaml")
LEXICON = DATA / "lexicon.csv"
EVENTS = DATA / "events.csv"
STOPWORDS = DATA / "stopwords.txt"
ACCURACY = _HOME / "training" / "accuracy.json"
NOTEBOOKS = _HOME / "notebooks"
OUTPUT = _place("OUTPUT", _HOME / "output")
