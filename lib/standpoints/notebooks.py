"""The notebooks of the project, executed on a study."""

import os
from pathlib import Path

MAX_SECONDS = 600
"""A cell that takes longer counts as failed."""


def execute_notebook(notebook: Path, folder: Path, *, places: dict[str, Path]) -> str | None:
    """None, or in one line which cell failed and why; an executed copy is written to `folder` in any case.

    The kernel is this Python. `places` become its environment variables: the study's tables STANDPOINTS_STUDY,
    the folder for what they write STANDPOINTS_OUTPUT … The notebook itself stays as it is.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal

    content = nbformat.read(notebook, as_version=4)
    begun = []
    client = NotebookClient(
        content,
        timeout=MAX_SECONDS,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],  # its warnings are about its own network sockets
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
        on_cell_start=lambda cell, cell_index: begun.append(cell_index),
    )
    environment = os.environ | {name: str(path.resolve()) for name, path in places.items()}
    failure = None
    try:
        client.execute(env=environment)
    except (CellControlSignal, RuntimeError) as error:  # RuntimeError: the kernel died
        failure = f"notebook {notebook.name} failed in {_name_of(begun, content.cells)}: {_reason(error)}"
    nbformat.write(content, folder / notebook.name)
    return failure


def _name_of(begun: list[int], cells: list) -> str:
    """The last cell begun, as a reader would look for it: "code cell 3 (`study = sp.project_study()`)"."""
    if not begun:
        return "starting its kernel"
    number = sum(cell.cell_type == "code" for cell in cells[: begun[-1] + 1])
    return f"code cell {number} (`{cells[begun[-1]].source.strip().splitlines()[0]}`)"


def _reason(error: Exception) -> str:
    if hasattr(error, "ename"):  # the cell's own error; str(error) would be its whole traceback
        return f"{error.ename}: {error.evalue}"
    return str(error).strip().splitlines()[0]
