"""Every notebook of the repository, executed cell by cell as nbclient does it for nbconvert, nbgrader and papermill."""

import nbformat
import pytest
from executed import LANGUAGES, executed, name, notebooks
from gradus_kernel import install, jdks


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def must_raise(cell):
    return "raises-exception" in cell.metadata.get("tags", [])


def translated(path):
    return path.parent.name in LANGUAGES


every_notebook = pytest.mark.parametrize("path", notebooks(), ids=name)
# The exercises are run in test_exercises.py, in one kernel: it takes longer to start one than to run an exercise.
every_original = pytest.mark.parametrize(
    "path", [path for path in notebooks() if not translated(path) and path.parent.name != "exercises"], ids=name
)
every_translation = pytest.mark.parametrize("path", [path for path in notebooks() if translated(path)], ids=name)


@every_notebook
def test_notebook_is_valid_and_stored_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert [cell.source for cell in code_cells(notebook) if cell.outputs or cell.execution_count is not None] == []
    assert notebook.metadata.kernelspec.name == "gradus"


@every_original
def test_notebook_runs_cell_by_cell(path, installed):
    assert_runs(executed(path, installed))


@every_translation
def test_translated_notebook_runs_cell_by_cell(path):
    """On one JDK: the code is that of the original."""
    assert_runs(executed(path, install(jdks()[0])))


def assert_runs(notebook):
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
