"""A course in nbgrader, from writing to feedback, by the commands and the settings that stand in docs/teachers.md.

On one JDK, to save time: what ends a cell is tried on all of them in test_interrupt.py.
"""

import copy
import csv

import nbformat
import pytest
from gradus_kernel import install, jdks
from nbgrader_course import OF_STUDENTS, PAGE, Course, blocks, cell_of, code_cell, command, exercise, grade_id

# Of the endless loop. On a busy machine a kernel takes some seconds to run its first cell.
SECONDS = 15

# The first test waits for the whole course: a dozen kernels, one after the other.
pytestmark = pytest.mark.timeout(600)

SHEET = {"mul-check": 1, "mul-hidden": 3, "leaky-plain": 2, "leaky-score": 4, "leaky-method": 2}
LEAKY = {cell: most for cell, most in SHEET.items() if cell.startswith("leaky")}

DIAMOND = "double[] diamond(double a, double b) { double u = a * b, v = a + b; return new double[] {%s}; }"
MUL = "double[] mulBackward(double x, double y, double upstream) { %s }"
RIGHT_MUL = "return new double[] {upstream * y, upstream * x};"
RIGHT_LEAKY = "double leaky(double x) { return x > 0 ? x : 0.1 * x; }"

# Every name that a check, a score or an assertion could be looked for by, and an end to assertions.
REDEFINED = """
class Var { double value() { return 0; } }
class Math { static double abs(double x) { return 0; } }
class Check { } class Exercise { } class Verdict { }
class AssertionError extends RuntimeException { AssertionError() { } AssertionError(Object o) { } }
boolean check(String id) { return true; }
double score(double points, double most) { return most; }
ClassLoader cells = Thread.currentThread().getContextClassLoader();
cells.setDefaultAssertionStatus(false);
cells.clearAssertionStatus();
"""

# Tells what it can find out about the tests that call it.
READING = """
var session = gradus.kernel.session.Sessions.current();
for (var each : session.history()) System.out.println(each.code());
for (var frame : new Throwable().getStackTrace()) System.out.println(session.lineOf(frame).text());
throw new IllegalStateException("reading");
"""

# Takes the right answers out of the kernel, is infinitely far from every right one, counts the points of its tests by
# itself, has its own text for every number, and wipes away the error that its test ends with, when it is there.
FORGED_MUL = MUL % """
    try {
        var right = gradus.kernel.exercise.Exercise.class.getDeclaredMethod("right", double[].class);
        right.setAccessible(true);
        return (double[]) right.invoke(gradus.kernel.exercise.Exercises.of("mul"), new double[] {x, y, upstream});
    } catch (Exception closed) {
        return new double[] {1 / 0.0, 1 / 0.0};
    }
"""
FORGED_LEAKY = """
int right;
double leaky(double x) {
    right = 4;
    var cell = gradus.kernel.session.Outputs.current();
    gradus.kernel.session.Outputs.atEnd(() -> cell.clear(false));
    new Thread(() -> { for (int i = 0; i < 1000; i++) { cell.clear(false); Thread.yield(); } }).start();
    return 0;
}
for (Class<?> each : List.of(Number.class, Object.class)) {
    gradus.kernel.display.Renderers.register(each, number -> gradus.kernel.session.MimeBundle.text("2.0"));
}
"""

# What a student writes into the cells of solutions, and the points of those cells that are not 0. The diamond is a
# notebook of its own, the others share one; a notebook of which nothing is named is not handed in.
SUBMISSIONS = {
    "right": (
        {"diamond": DIAMOND % "v * b + u, v * a + u", "mul": MUL % RIGHT_MUL, "leaky": RIGHT_LEAKY},
        {"diamond-check": 2, **SHEET},
    ),
    "wrong": (
        {
            "diamond": DIAMOND % "v * b, v * a",
            "mul": MUL % "return new double[] {upstream * y, x < 0 ? upstream * x : 0};",
            "leaky": "double leaky(double x) { return x; }",
        },
        {"mul-hidden": "a part", "leaky-score": 2, "leaky-method": 0.5},
    ),
    "empty": ({"diamond": None}, {}),
    "exiting_endless": (
        {
            "mul": MUL % "if (x > 0) System.exit(0); Runtime.getRuntime().halt(0); return null;",
            "leaky": RIGHT_LEAKY.replace("return", "if (x == 0) while (true) { try { while (true) { } } "
            "catch (Throwable t) { } } return"),
        },
        {"leaky-plain": 2, "leaky-method": 2},
    ),
    "torn_throwing": (
        {
            "mul": MUL % "return new double[] {upstream *",
            "leaky": 'double leaky(double x) { throw new java.util.NoSuchElementException("x"); }',
        },
        {},
    ),
    "printing": (
        {
            "mul": MUL % ('System.err.println("here"); ' + RIGHT_MUL),
            "leaky": RIGHT_LEAKY.replace("return", 'System.err.println("here"); return'),
        },
        {"mul-check": 1, "mul-hidden": 3, "leaky-score": 4},
    ),
    "redefining": (
        {"mul": MUL % "return new double[] {0, 0};" + REDEFINED, "leaky": "double leaky(double x) { return 0.0 / 0; }"},
        {},
    ),
    "forging": (
        {"mul": FORGED_MUL, "leaky": FORGED_LEAKY},
        {"leaky-score": 1, "leaky-method": 0.5},
    ),
    "reading": (
        {
            "mul": MUL % ('System.out.println("number " + x); System.err.println("number " + y); ' + READING),
            "leaky": "double leaky(double x) { %s }" % READING,
        },
        {},
    ),
    "tampering": ({"mul": None, "leaky": None}, {}),
}


def sheet():
    """An exercise of the repository, a hidden check of it, and the exercise of one's own that the page shows."""
    notebook = exercise("mul")
    solution, plain, score, method, hidden = blocks("java")
    notebook.cells += [
        code_cell(hidden, "mul-hidden", 3),
        code_cell(solution, "leaky-solution"),
        code_cell(plain, "leaky-plain", 2),
        code_cell(score, "leaky-score", 4),
        code_cell(method, "leaky-method", 2),
    ]
    return notebook


def answered(notebook, answers):
    for name, code in answers.items():
        for cell in notebook.cells:
            if code and grade_id(cell) == f"{name}-solution":
                cell.source = code
    return notebook


def tampered(notebook):
    """Tests that are skipped, changed, worth more, and gone; the answers are not written."""
    check, plain, score = (cell_of(notebook, name) for name in ("mul-check", "leaky-plain", "leaky-score"))
    check.metadata["tags"] = ["skip-execution"]
    check.metadata.nbgrader["points"] = 100
    score.source = "4"
    notebook.cells.remove(plain)
    return notebook


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """All of it, in the order of the page."""
    course = Course(tmp_path_factory.mktemp("nbgrader"), install(jdks()[0]), SECONDS)
    course.source("diamond", exercise("diamond"))
    course.source("sheet", sheet())
    teacher = course.nbgrader(*map(command, ("generate_assignment", "release_assignment")))
    student = course.nbgrader(command("fetch_assignment"), student="right")
    course.run(*teacher, *student)
    handed_in = []
    for name, (answers, _) in SUBMISSIONS.items():
        for notebook in ("diamond", "sheet"):
            path = course.student(name) / "ps1" / f"{notebook}.ipynb"
            path.unlink(missing_ok=True)
            if ("diamond" if notebook == "diamond" else "mul") in answers:
                path.parent.mkdir(exist_ok=True)
                written = answered(course.released(notebook), answers)
                nbformat.write(tampered(written) if name == "tampering" else written, path)
        handed_in += course.nbgrader(command("submit"), student=name)
    grading = ("collect", "autograde", "generate_feedback", "release_feedback", "export")
    course.log = course.run(
        *handed_in,
        *course.nbgrader(*map(command, grading)),
        *course.nbgrader(command("fetch_feedback"), student="right"),
    )
    return course


def test_page_has_no_command_that_is_not_run():
    shown = {line.split()[1] for block in blocks("sh") for line in block.splitlines() if line.startswith("nbgrader ")}
    assert shown == {
        "generate_assignment",
        "release_assignment",
        "collect",
        "autograde",
        "generate_feedback",
        "release_feedback",
        "export",
        *OF_STUDENTS,
    }


def test_stubs_are_java_and_hidden_tests_are_cut_out(course):
    released = course.released("sheet")
    assert cell_of(released, "leaky-solution").source == "double leaky(double x) {\n    // YOUR CODE HERE\n}"
    text = nbformat.writes(released)
    assert "4711" not in text and "HIDDEN" not in text and "SOLUTION" not in text


@pytest.mark.parametrize("student", SUBMISSIONS)
def test_submission_earns_what_it_deserves(course, student):
    points = course.points(student)
    expected = {**dict.fromkeys(["diamond-check", *SHEET], 0), **SUBMISSIONS[student][1]}
    if expected["mul-hidden"] == "a part":
        assert 0 < points["mul-hidden"] < SHEET["mul-hidden"]
        expected["mul-hidden"] = points["mul-hidden"]
    assert points == expected


def test_every_submission_is_graded(course):
    with (course.folder / "grades.csv").open(encoding="utf-8") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores == {student: sum(course.points(student).values()) for student in SUBMISSIONS}


def test_error_names_are_those_of_java(course):
    assert course.errors("wrong", "diamond", "diamond-check") == ["NotPassed"]
    assert course.errors("wrong", "sheet", "leaky-plain") == ["AssertionError"]
    assert course.errors("torn_throwing", "sheet", "leaky-plain") == ["java.util.NoSuchElementException"]
    assert course.errors("tampering", "sheet", "leaky-score") == ["NotWrittenYet"]
    assert course.errors("redefining", "sheet", "leaky-score") == ["Redefined"]
    assert course.errors("redefining", "sheet", "leaky-method") == ["Redefined"]
    assert course.errors("redefining", "sheet", "leaky-plain") == ["AssertionError"]
    assert "CellTimeoutError" in course.errors("exiting_endless", "sheet", "leaky-score")


def test_feedback_names_the_mistake_and_no_hidden_test(course):
    assert "a path into" in course.feedback("wrong", "diamond")
    for student, (answers, _) in SUBMISSIONS.items():
        page = course.feedback(student, "sheet") if "mul" in answers else ""
        assert "4711" not in page and "471.1" not in page and "leaky(0)" not in page
    read = course.outputs("reading", "sheet", "leaky-score")
    assert "int right = 0;" in read and "// a hidden test" in read and "471" not in read
    assert "number" in course.outputs("reading", "sheet", "mul-check")
    assert course.outputs("reading", "sheet", "mul-hidden") == ""


def test_feedback_comes_back_to_the_student(course):
    assert sorted(path.name for path in course.student("right").rglob("*.html")) == ["diamond.html", "sheet.html"]


def told_by_the_page(words):
    assert f"`{words}" in PAGE
    return words


def test_later_version_has_no_feedback_until_it_is_graded(course):
    log = course.run(*course.nbgrader(*map(command, ("submit", "fetch_feedback")), student="right"))
    assert told_by_the_page("Could not find feedback for ") in log


def test_cells_of_an_assignment_that_was_handed_in_keep_their_number(course):
    shorter = sheet()
    shorter.cells.pop()
    course.source("sheet", shorter)
    generate = course.nbgrader(command("generate_assignment") + " --force")
    with pytest.raises(AssertionError, match=told_by_the_page("Cannot add or remove cells for notebook ")):
        course.run(*generate)
    course.source("sheet", sheet())
    course.run(*generate)
