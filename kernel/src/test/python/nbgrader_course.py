"""A course folder, an exchange and students' folders, worked on by the commands and settings of docs/teachers.md."""

import json
import os
import re
import sys
from pathlib import Path

import nbformat
from gradus_kernel import NOTEBOOKS, ROOT, run
from nbgrader.api import Gradebook

PAGE = (ROOT / "docs" / "teachers.md").read_text(encoding="utf-8")
OF_STUDENTS = ("fetch_assignment", "submit", "fetch_feedback")
ASSIGNMENT = "ps1"


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def command(name):
    """The line of the page that runs a command of nbgrader."""
    return next(line for block in blocks("sh") for line in block.splitlines() if line.startswith(f"nbgrader {name}"))


def replaced(text, old, new):
    assert old in text, f"docs/teachers.md has no {old}"
    return text.replace(old, new)


def exercise(name):
    """An exercise of the repository, wherever it stands among the others."""
    for path in sorted((NOTEBOOKS / "exercises").glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        if any(grade_id(cell) == f"{name}-check" for cell in notebook.cells):
            return notebook
    raise AssertionError(f"there is no exercise {name}")


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def cell_of(notebook, name):
    return next(cell for cell in notebook.cells if grade_id(cell) == name)


def code_cell(source, name, points=None):
    cell = nbformat.v4.new_code_cell(source.rstrip())
    graded = points is not None
    marks = {"grade": graded, "grade_id": name, "locked": graded, "schema_version": 3, "solution": not graded, "task": False}
    cell.metadata["nbgrader"] = {**marks, "points": points} if graded else marks
    return cell


class Course:
    def __init__(self, folder: Path, kernels: Path, seconds: int):
        self.folder = folder / "course"
        self.exchange = folder / "exchange"
        self.students = folder / "students"
        self.exchange.mkdir()
        self.exchange.chmod(0o777)  # nbgrader insists
        shared, own = blocks("python")[:2]
        shared = replaced(shared, "/srv/nbgrader/exchange", str(self.exchange))
        own = replaced(own, "c.Execute.timeout = 30", f"c.Execute.timeout = {seconds}")
        self.write("config/nbgrader_config.py", shared)
        self.write("course/nbgrader_config.py", own)
        programs = Path(sys.executable).parent  # nbgrader looks for alembic, which makes its database, on the PATH
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
            "JUPYTER_PATH": str(kernels),
            "JUPYTER_CONFIG_DIR": str(folder / "config"),
            "JUPYTER_DATA_DIR": str(folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        }

    def write(self, name, text):
        path = self.folder.parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def source(self, name, notebook):
        self.write(f"course/source/{ASSIGNMENT}/{name}.ipynb", nbformat.writes(notebook))

    def released(self, name):
        return nbformat.read(self.folder / "release" / ASSIGNMENT / f"{name}.ipynb", as_version=4)

    def student(self, name):
        folder = self.students / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def nbgrader(self, *lines, student=None):
        """A student of the test has no account of this machine: options say who it is and where its home would be."""
        if student is None:
            return [(str(self.folder), line) for line in lines]
        folder = self.student(student)
        account = f" --CourseDirectory.student_id={student} --Exchange.cache={folder / 'cache'}"
        return [(str(folder), line + account) for line in lines]

    def run(self, *pairs):
        program = Path(__file__).with_name("nbgrader_commands.py")
        return run(sys.executable, "-B", program, json.dumps(pairs), env=self.environment, check=True).stdout

    def points(self, student):
        """What each graded cell has earned, after autograding."""
        with Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}") as gradebook:
            submission = gradebook.find_submission(ASSIGNMENT, student)
            return {grade.name: grade.score for notebook in submission.notebooks for grade in notebook.grades}

    def graded(self, student, notebook, cell):
        path = self.folder / "autograded" / student / ASSIGNMENT / f"{notebook}.ipynb"
        return cell_of(nbformat.read(path, as_version=4), cell).outputs

    def errors(self, student, notebook, cell):
        """The names of the errors that a graded cell ended with."""
        return [each.ename for each in self.graded(student, notebook, cell) if each.output_type == "error"]

    def outputs(self, student, notebook, cell):
        """What a graded cell has printed."""
        return "".join(each.text for each in self.graded(student, notebook, cell) if each.output_type == "stream")

    def feedback(self, student, notebook):
        page = self.folder / "feedback" / student / ASSIGNMENT / f"{notebook}.html"
        return page.read_text(encoding="utf-8")
