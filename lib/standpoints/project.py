"""Where the project keeps things.

`standpoints run` names other places in the environment of the notebooks that it executes, and writes them into
`places.json` of its output, for whoever opens its notebooks later.
"""

import json
import os
from pathlib import Path

_HOME = Path(__file__).resolve().parents[2]
_RUN = Path.cwd().parent  # of a notebook that lies in the output of a run; JupyterLab starts it in its own folder
PLACES = "places.json"


def _places_of_the_run() -> dict[str, str]:
    """The places of the run in whose folder `notebooks` this Python was started; {} elsewhere."""
    if Path.cwd().name != "notebooks" or not (_RUN / PLACES).is_file():
        return {}
    named = json.loads((_RUN / PLACES).read_text(encoding="utf-8"))
    return named | {"STUDY": str(_RUN / "tables"), "OUTPUT": str(_RUN)}


_OF_THE_RUN = _places_of_the_run()


def _place(name: str, usual: Path | None) -> Path | None:
    named = os.environ.get(f"STANDPOINTS_{name}") or _OF_THE_RUN.get(name)
    return Path(named) if named else usual


DATA = _place("DATA", _HOME / "data")
ARTICLES = _place("ARTICLES", DATA / "articles")
REGISTRY = _place("REGISTRY", DATA / "registry")
CODEBOOK = _place("CODEBOOK", DATA / "codebook.yaml")
CORRECTIONS = DATA / "corrections.csv"
LEXICON = DATA / "lexicon.csv"
EVENTS = DATA / "events.csv"
STOPWORDS = DATA / "stopwords.txt"
EXAMPLE = _HOME / "data" / "example"  # of how a table is read, whatever the conflict
ACCURACY = _HOME / "training" / "accuracy.json"
NOTEBOOKS = _HOME / "notebooks"
OUTPUT = _place("OUTPUT", _HOME / "output")
STUDY = _place("STUDY", None)


def shown_path(path: str | Path) -> str:
    """Return a path as a reader of the project knows it: "data/registry" of one in its folder, others as they are."""
    path = Path(path)
    return (path.relative_to(_HOME) if path.is_relative_to(_HOME) else path).as_posix()
