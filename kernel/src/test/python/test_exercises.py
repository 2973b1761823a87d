"""Checks and hints through a real client: what a student sees, what a grader counts, and what does not fool a check."""

import threading
import time

import nbformat
import pytest
from gradus_kernel import NOTEBOOKS, ROOT

EXERCISES = sorted((NOTEBOOKS / "exercises").glob("*.ipynb"))
SOLUTIONS = ROOT / "kernel" / "src" / "test" / "resources" / "exercises"

DIAMOND = "double[] diamond(double a, double b) { double u = a * b, v = a + b; return new double[] {%s}; }"


def check(kernel, code, line="%check diamond"):
    if code:
        assert kernel.run(code).status == "ok"
    return kernel.run(line)


def test_verdicts_pass_and_fail_and_hints_come_in_steps(kernel):
    stub = "double[] diamond(double a, double b) {\n    // YOUR CODE HERE\n}"
    assert check(kernel, stub).reply["ename"] == "NotWrittenYet"
    wrong = check(kernel, DIAMOND % "v * b, v * a")
    assert wrong.reply["ename"] == "NotPassed"
    assert "a path into ā, b̄" in wrong.reply["evalue"]
    assert check(kernel, DIAMOND % "v * b + u, v * a + u").shown()[0]["text/plain"].startswith("✓ diamond: passed")
    hidden = check(kernel, DIAMOND % "v * b, v * a", "%check diamond --hidden --seed 7")
    assert hidden.reply["evalue"] == "diamond: not yet right" and hidden.shown() == [] and hidden.stream("stderr") == ""
    assert "diamond" in kernel.run("%check").result()
    assert "2. " not in kernel.run("%hint diamond").result()
    assert "2. " in kernel.run("%hint diamond").result()


def test_endless_loop_in_a_check_is_interrupted(kernel):
    kernel.run("double[] diamond(double a, double b) { while (true) {} }")
    threading.Timer(1, kernel.manager.interrupt_kernel).start()
    began = time.time()
    assert kernel.run("%check diamond").status == "error"
    assert time.time() - began < 20
    assert kernel.run("1 + 1").result() == "2"


def test_names_that_a_cell_redefines_earn_nothing(kernel):
    for cheat in (
        "class Var {} class Check {} class Trial { void run(Object o) {} } boolean check() { return true; }",
        "class gradus { static class kernel { static class exercise { static class Trial { void run(Object o) {} } }"
        " static class session { static class Handover { static Object take(String key) { return new exercise.Trial(); } } } } }",
    ):
        kernel.run(cheat)
        assert check(kernel, DIAMOND % "0, 0").status == "error"


def test_every_exercise_has_its_notebook_in_order(shared):
    listed = [line.split()[1] for line in shared.run("%check").result().splitlines() if line.strip()[:1] in ("○", "✓", "✗")]
    assert [path.stem for path in EXERCISES] == [f"{i:02}-{name}" for i, name in enumerate(listed, 1)]


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_notebook_is_open_as_it_comes_and_passed_when_it_is_worked(path, shared):
    code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert ["raises-exception" in cell.metadata.get("tags", []) for cell in code] == [False] * (len(code) - 1) + [True]
    cells = [cell.source for cell in code]
    shared.run("%reset")
    for source in cells[:-1]:
        assert shared.run(source).status == "ok"
    assert shared.run(cells[-1]).reply["ename"] == "NotWrittenYet"
    for solution in sorted((SOLUTIONS / path.stem.split("-", 1)[1]).glob("right-*.java")):
        shared.run("%reset")
        assert shared.run(solution.read_text(encoding="utf-8")).status == "ok"
        assert shared.run(cells[-1]).shown()[0]["text/plain"].startswith("✓ "), solution


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("double[] diamond(double a, double b) { return new double[] {Double.NaN, a}; }", "∂L/∂a is NaN"),
        ("double[] diamond(double a, double b) { return null; }", "gives back null"),
        ("double[] diamond(double a, double b) { return new double[3]; }", "2 numbers are wanted"),
        ("double[] diamond(double a, double b) { throw new IllegalStateException(\"oh\"); }", "IllegalStateException: oh"),
        ("double[] diamont(double a, double b) { return new double[2]; }", "diamond(double,double) is not there"),
        ("double[] diamond(String a, double b) { return new double[2]; }", "double cannot be converted to"),
        ("double diamond(double a, double b) { return a; }", "double cannot be converted to double[]"),
        ("double[] diamond(double a, double b) { return diamond(b, a); }", "calls itself too deep"),
        ("void diamond(double a, double b) { System.out.println(a * b); }", "what it prints is not counted"),
    ],
)
def test_what_is_no_answer_gets_one_clear_sentence(body, sentence, shared):
    shared.run("%reset")
    assert shared.run(body).status == "ok"
    assert sentence in shared.run("%check diamond").reply["evalue"]


def test_loop_without_end_is_ended_by_the_check(shared):
    shared.run("double[] diamond(double a, double b) { while (true) {} }")
    cell = shared.run("%check diamond")
    assert cell.reply["ename"] == "NotPassed" and "has not ended after 20 s" in cell.reply["evalue"]
    assert cell.shown()
    assert shared.run("1 + 1").result() == "2"
