"""What cells show, and what they leave behind, over the wire."""

import time


def test_values_are_kept_from_cell_to_cell(kernel):
    kernel.run("int kept = 41;")
    assert kernel.run("kept + 1").result() == "42"


def test_value_is_shown_in_every_form_of_a_picture(kernel):
    kernel.run("var x1 = new Var(1); var x2 = new Var(2); var a = new Var(3); var z = x1.add(a.mul(x2)).pow(2);")
    [bundle] = kernel.run("%step z").shown()
    assert set(bundle) == {"text/html", "image/png", "text/plain"}
    assert "0 → 42" in bundle["text/plain"]
    [bundle] = kernel.run("%graph z").shown()
    assert set(bundle) == {"text/html", "image/png", "text/plain"}


def test_tensor_is_shown_as_text_table_and_formula(kernel):
    [bundle] = kernel.run("Tensor.of(1, 2)").shown()
    assert set(bundle) == {"text/plain", "text/html", "text/latex"}
    assert bundle["text/latex"] == r"$\displaystyle \begin{bmatrix} 1 \\ 2 \end{bmatrix}$"


def test_error_names_the_line_and_no_frame_of_the_kernel(kernel):
    cell = kernel.run('int a = 1;\nthrow new IllegalStateException("on purpose");')
    assert cell.status == "error"
    assert cell.reply["ename"].endswith("IllegalStateException")
    assert "on purpose" in cell.error()
    assert "gradus.kernel" not in cell.error()
    assert "jdk.jshell" not in cell.error()
    assert len(cell.error().splitlines()) <= 30


def test_assert_holds_in_cells(kernel):
    cell = kernel.run("assert 1 > 2;")
    assert (cell.status, cell.reply["ename"]) == ("error", "AssertionError")


def test_own_class_takes_the_name_var_and_reset_gives_it_back(kernel):
    kernel.run("class Var { String whose() { return \"mine\"; } }")
    assert "mine" in kernel.run("new Var().whose()").result()
    kernel.run("%reset")
    assert kernel.run("new Var(2).mul(3).value()").result() == "6.0"


def test_what_is_drawn_ahead_is_in_no_trace(kernel):
    """In its first seconds a kernel draws an example that nobody sees, while cells are traced."""
    end = time.monotonic() + 3
    while time.monotonic() < end:
        traced = kernel.run("%%trace\nnew Var(2).exp();").shown()[0]["text/plain"]
        assert traced.startswith("Ops performed: 1\n"), traced
