"""The notebooks of the repository with their outputs. Each is executed once a run, whoever asks for it."""

from functools import lru_cache

import nbformat
from gradus_kernel import NOTEBOOKS, kernel_manager
from nbclient import NotebookClient

SECONDS_A_CELL = 120

# Folders of notebooks that are made from the English ones.
LANGUAGES = ("cs", "ro", "ru")


def notebooks():
    return sorted(path for path in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def name(path):
    return path.relative_to(NOTEBOOKS).as_posix()


@lru_cache(maxsize=None)
def executed(path, data):
    """The notebook after all of its cells, executed as nbclient does it for nbconvert, nbgrader and papermill."""
    notebook = nbformat.read(path, as_version=4)
    manager = kernel_manager(data)
    client = NotebookClient(
        notebook, km=manager, timeout=SECONDS_A_CELL, resources={"metadata": {"path": str(path.parent)}}
    )
    try:
        with client.setup_kernel():
            for index, cell in enumerate(notebook.cells):
                client.execute_cell(cell, index)  # raises CellExecutionError unless the cell is tagged
    finally:
        manager.shutdown_kernel(now=True)  # a manager that nbclient was given is not nbclient's to end
    return notebook
