"""How far the kit can be trusted: the figures of `make accuracy` as a table, and what they do to each other."""

import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from standpoints.project import ACCURACY

STEPS = {
    "attribution": "who says what",
    "pronouns": "he and she",
    "target-tone": "tone toward somebody",
    "sentence-tone": "tone of a sentence",
    "positions": "positions",
}
OWN_CODING = "coded for this project"
_MAIN = {
    "attribution": [
        "found precision",
        "found recall",
        "who precision",
        "who recall",
        "recall_quoted",
        "recall_unquoted",
    ],
    "pronouns": ["right"],
    "target-tone": ["macro_f1"],
    "sentence-tone": ["r"],
    "positions": ["positions precision", "positions recall"],
}


def read_accuracy(file: str | Path = ACCURACY) -> pd.DataFrame:
    """Return one row a measured figure of the kit: what was measured, on what, the value, its interval and n.

    `file` is what `make accuracy` writes. Gives step (in words), task, source, what (which part of it), figure ("found
    f1", "vader macro_f1"), value, low, high (NaN where there is no interval), n, flatters (whether the texts were coded
    by the kit's makers), main (whether the figure tells the essence of its step; all figures of a new task do). In the
    order of the file.

    Raises ValueError if the file is not there or is not such a file.
    """
    try:
        measured = json.loads(Path(file).read_text(encoding="utf-8"))
        rows = [
            {
                "step": STEPS.get(task := part["task"], task),
                "task": task,
                "source": part["source"],
                "what": part["what"],
            }
            | {"figure": name, **figure}
            for part in measured
            for name, figure in each_figure(part)
        ]
    except FileNotFoundError:
        raise ValueError(f"{file} does not exist; restore it, or make it with `make accuracy`.") from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"{file} is not what `make accuracy` writes ({error!r}); make it anew.") from None
    table = pd.DataFrame(rows, columns=["task", "source", "what", "figure", "value", "low", "high", "n"])
    table.insert(0, "step", [STEPS.get(task, task) for task in table["task"]])
    numbers = {name: pd.to_numeric(table[name]) for name in ("value", "low", "high", "n")}
    table = table.assign(**numbers)[table["value"].notna()].reset_index(drop=True)
    main = [_is_main(row.task, row.figure) for row in table.itertuples()]
    return table.assign(flatters=table["source"] == OWN_CODING, main=main)


def errors_along_the_way(accuracy: pd.DataFrame) -> pd.DataFrame:
    """Return what is left of all statements, and of all positions, when the errors of the steps follow upon each other.

    Needs a table of `read_accuracy`. Gives step, share (measured, on the largest set of each step that does not
    flatter), low, high, left (share of all, so far), measured_on. A position is seen only in a statement that was
    found: its share, measured from the article on, has that in it. Steps that begin with … are taken for independent
    of the one before; they are not quite: what is hard to find is hard to attribute. Steps that are not measured have
    no row, nor have those after them.
    """
    given = ("… and given to the right words for its speaker", "attribution", "source_right_where_found")
    ways = [
        [("a statement is found", "attribution", "found recall"), given],
        [("a position is seen, in a statement that is found", "positions", "positions recall"), given],
    ]
    rows = []
    for way in ways:
        left = 1.0
        for step, task, figure in way:
            known = accuracy[(accuracy["task"] == task) & (accuracy["figure"] == figure)]
            if known.empty:
                break
            row = known.sort_values(["flatters", "n"], ascending=[False, True], kind="stable").iloc[-1]
            left *= row["value"]
            rows.append((step, row["value"], row["low"], row["high"], left, f"{row['source']}, {row['what']}"))
    return pd.DataFrame(rows, columns=["step", "share", "low", "high", "left", "measured_on"])


def each_figure(part: dict, name: str = "") -> Iterator[tuple[str, dict]]:
    """Yield each figure of a measurement with its name: {"who": {"f1": {"value": .76, …}}} gives "who f1"."""
    for key, value in part.items():
        if isinstance(value, dict):
            label = f"{name} {key}".strip()
            if "value" in value:
                yield label, {field: value.get(field) for field in ("value", "low", "high", "n")}
            else:
                yield from each_figure(value, label)


def _is_main(task: str, figure: str) -> bool:
    """Without the instruments as published (unmasked), which stand beside the masked ones in the table."""
    names = _MAIN.get(task)
    return names is None or ((figure in names or figure.split()[-1] in names) and "_unmasked" not in figure)
