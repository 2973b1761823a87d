"""Every notebook of the repository, executed cell by cell as nbclient does it for nbconvert, nbgrader and papermill."""

import nbformat
import pytest
from gradus_kernel import NOTEBOOKS, kernel_manager
from nbclient import NotebookClient

SECONDS_A_CELL = 120


def notebooks():
    return sorted(path for path in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def must_raise(cell):
    return "raises-exception" in cell.metadata.get("tags", [])


every_notebook = pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.relative_to(NOTEBOOKS).as_posix())


@every_notebook
def test_notebook_is_valid_and_stored_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert [cell.source for cell in code_cells(notebook) if cell.outputs or cell.execution_count is not None] == []
    assert notebook.metadata.kernelspec.name == "gradus"


@every_notebook
def test_notebook_runs_cell_by_cell(path, installed):
    notebook = nbformat.read(path, as_version=4)
    manager = kernel_manager(installed)
    client = NotebookClient(
        notebook, km=manager, timeout=SECONDS_A_CELL, resources={"metadata": {"path": str(path.parent)}}
    )
    try:
        with client.setup_kernel():
            for index, cell in enumerate(notebook.cells):
                client.execute_cell(cell, index)  # raises CellExecutionError unless the cell is tagged
    finally:
        manager.shutdown_kernel(now=True)  # a manager that nbclient was given is not nbclient's to end
    silent = [cell.source for cell in code_cells(notebook) if must_raise(cell) and not has_error(cell)]
    assert silent == [], "cells tagged raises-exception that raised nothing"
    for cell in code_cells(notebook):
        for figure in cell.metadata.get("gradus", {}).get("shows", []):
            assert figure in shown_text(cell), f"the figure {figure} of the lectures is not shown by: {cell.source}"


def shown_text(cell):
    """All that a reader without pictures reads below the cell."""
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return "\n".join(texts)


def has_error(cell):
    return any(output.output_type == "error" for output in cell.outputs)
