"""The notebooks of the project, executed on a study."""

import os
from pathlib import Path

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
MAX_SECONDS = 600
"""A cell that takes longer counts as failed."""


def execute_notebook(notebook: Path, folder: Path, *, tables: Path, figures: Path) -> str | None:
    """None, or in one line which cell failed and why; an executed copy is written to `folder` in any case.

    The kernel is this Python. It finds the study's tables and the folder for charts by the environment
    variables STANDPOINTS_STUDY and STANDPOINTS_FIGURES; the notebook itself stays as it is.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal, DeadKernelError

    content = nbformat.read(notebook, as_version=4)
    client = NotebookClient(
        content,
        timeout=MAX_SECONDS,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )
    study = {"STANDPOINTS_STUDY": str(tables.resolve()), "STANDPOINTS_FIGURES": str(figures.resolve())}
    failure = None
    try:
        client.execute(env=os.environ | study)
    except (CellControlSignal, DeadKernelError) as error:
        failure = f"notebook {notebook.name} failed in {_failed_cell(content)}: {_reason(error)}"
    nbformat.write(content, folder / notebook.name)
    return failure


def _failed_cell(content) -> str:
    """ "code cell 3 (`study = sp.project_study()`)": the first with an error, or else the first left undone."""
    cells = [(cell.source, cell) for cell in content.cells if cell.cell_type == "code" and cell.source.strip()]
    for broken in (_has_error, _is_undone):
        for number, (source, cell) in enumerate(cells, start=1):
            if broken(cell):
                return f"code cell {number} (`{source.strip().splitlines()[0]}`)"
    return "its last code cell"


def _has_error(cell) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)


def _is_undone(cell) -> bool:
    return cell.execution_count is None


def _reason(error: Exception) -> str:
    if hasattr(error, "ename"):  # the cell's own error; str(error) would be its whole traceback
        return f"{error.ename}: {error.evalue}"
    return str(error).strip().splitlines()[0]
