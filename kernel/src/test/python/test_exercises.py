"""Checks and hints through a real client: what a student sees, what a grader counts, and what does not fool a check."""

import threading
import time

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
