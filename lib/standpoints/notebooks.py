"""The notebooks of the project, executed on a study."""

import os
import re
from pathlib import Path

MAX_SECONDS = 600
"""A cell that takes longer counts as failed."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# The first part of IPython's traceback is the cell itself: "Cell In[2], line 2\n      1 # divide\n----> 2 1 / 0".
_LINE = re.compile(r"^Cell In\s*\[\d+\], line (\d+)", re.MULTILINE)


def execute_notebook(notebook: Path, folder: Path, *, places: dict[str, Path]) -> str | None:
    """None, or in one line which cell failed and why; an executed copy is written to `folder` in any case.

    The kernel is this Python, and works in the notebook's own folder, as in JupyterLab: "../my-articles" means the same
    in both. `places` become its environment variables: the study's tables STANDPOINTS_STUDY, the folder for what they
    write STANDPOINTS_OUTPUT … The notebook itself stays as it is.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal

    try:
        content = nbformat.read(notebook, as_version=4)
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as error:
        reason = str(error).strip().splitlines()[0][:200]
        return f"notebook {notebook.name} cannot be read ({reason}); open and save it in JupyterLab, or move it away"
    begun = []
    client = NotebookClient(
        content,
        timeout=MAX_SECONDS,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],  # its warnings are about its own network sockets
        record_timing=False,
        resources={"metadata": {"path": str(notebook.resolve().parent)}},
        on_cell_start=lambda cell, cell_index: begun.append(cell_index),
    )
    environment = os.environ | {name: str(path.resolve()) for name, path in places.items()}
    failure = None
    try:
        client.execute(env=environment)
    except (CellControlSignal, RuntimeError) as error:  # RuntimeError: the kernel died
        failure = f"notebook {notebook.name} failed in {_name_of(begun, content.cells, error)}: {_reason(error)}"
    nbformat.write(content, folder / notebook.name)
    return failure


def _name_of(begun: list[int], cells: list, error: Exception) -> str:
    """The last cell begun and the line in it, as a reader would look for them: "code cell 3, line 2 (`1 / 0`)"."""
    if not begun:
        return "starting its kernel"
    number = sum(cell.cell_type == "code" for cell in cells[: begun[-1] + 1])
    lines = cells[begun[-1]].source.splitlines()
    at = _LINE.search(_COLOUR.sub("", getattr(error, "traceback", "")))
    if at and int(at[1]) <= len(lines):
        return f"code cell {number}, line {at[1]} (`{lines[int(at[1]) - 1].strip()}`)"
    return f"code cell {number} (`{cells[begun[-1]].source.strip().splitlines()[0]}`)"


def _reason(error: Exception) -> str:
    if hasattr(error, "ename"):  # the cell's own error; str(error) would be its whole traceback
        return f"{error.ename}: {error.evalue}"
    return str(error).strip().splitlines()[0]
