"""The files of a figure: for print, for the screen, for a spreadsheet, and in words for who cannot see it."""

import re
from pathlib import Path

from standpoints.project import OUTPUT

DPI = 300
NOTHING = "Nothing to draw: "
"""So begins the alt text of a figure whose Axes (their gid is EMPTY) only say why they are empty."""
EMPTY = "nothing-to-draw"


def export(fig, data, name: str, *, alt: str, folder: str | Path | None = None) -> list[Path]:
    """Write a figure as `name`.png (300 dpi), .svg, .pdf, .csv (`data`: exactly what is drawn) and .txt (`alt`).

    Returns the five paths. `fig` is a figure or the Axes that a chart gives back; `alt` says in a sentence or two
    what can be seen in it; where a chart says that there is nothing to draw, that is written instead. Without `folder`
    it is `figures` in the project's `output`. The same figure gives the same bytes again: no date, fixed ids in the
    SVG. What a spreadsheet would run as a formula gets a ' before it.

    Raises ValueError for an empty `alt` or a `name` that is not letters, digits, "-" and "_".
    """
    import matplotlib.pyplot as plt

    from standpoints.spreadsheet import write_csv

    if not isinstance(name, str) or not re.fullmatch(r"\w[\w-]*", name):
        raise ValueError(f"name={name!r} cannot be a file name here; use letters, digits, '-' and '_', no folder")
    if not isinstance(alt, str) or not alt.strip():
        raise ValueError(f"{name}: alt is empty; say in a sentence what the chart shows, for who cannot see it")
    fig = getattr(fig, "figure", fig)
    folder = Path(folder or OUTPUT / "figures")
    folder.mkdir(parents=True, exist_ok=True)
    paths = {kind: folder / f"{name}.{kind}" for kind in ("png", "svg", "pdf", "csv", "txt")}
    empty = [ax.texts[0].get_text() for ax in fig.axes if ax.get_gid() == EMPTY]
    alt = f"{NOTHING}{empty[0]}." if empty else " ".join(alt.split())
    said = {
        "png": {"Software": None, "Description": alt},
        "svg": {"Date": None, "Description": alt},
        "pdf": {"CreationDate": None, "Subject": alt},
    }
    with plt.rc_context({"svg.hashsalt": "standpoints", "pdf.fonttype": 42}):
        for kind, metadata in said.items():
            fig.savefig(paths[kind], dpi=DPI, bbox_inches="tight", pad_inches=0.1, metadata=metadata)
    write_csv(data, paths["csv"])
    paths["txt"].write_text(alt + "\n", encoding="utf-8")
    return list(paths.values())
