"""What a student does with the stepper beside stepping: predicts, changes a leaf, traces an element, swipes, shows slides."""

import re

import nbformat
import pytest
import slides
from gradus_kernel import ROOT, install, jdks, kernel_manager
from nbclient import NotebookClient
from nbconvert import HTMLExporter

NUMBERS = ROOT / "autograd-render" / "src" / "main" / "resources" / "gradus" / "render" / "stepper-numbers.js"

PREPARATION = """
var x1 = new Var(1); var x2 = new Var(2); var a = new Var(3);
var z = x1.add(a.mul(x2)).pow(2);
var x = new Var(2); var y = new Var(3);
var f = x.mul(y).add(x.sigmoid());
var W = Tensor.of(new double[][] {{1, -2, 3}, {0.5, 0.25, -1}});
var v = Tensor.of(1, 2, 3);
var h = W.matmul(v).tanh();
var loss = h.mul(h).sum();
"""
STEPPERS = ["%step z", "%step f --predict", "%step loss", "%step z", "%forward z --predict"]
SCALAR, PREDICT, TENSOR, AGAIN, FORWARD = range(len(STEPPERS))

# The numbers at which rounding, ties and notation change.
ODD_NUMBERS = [
    0.0, -0.0, 1.0, -3.0, 0.5, 0.30000000000000004, 1e-7, -2.5e-7, 1e-4, 0.00012345, 9.99995e-5, 1e6, 9999999.0, 1e7,
    12345678.9, -1e300, 5e-324, 10000.5, 10001.5, 1000.25, 12.34375, 0.1 + 0.7, 1 / 3, 2 / 3, 99999.5, 123456.7,
]  # fmt: skip


@pytest.fixture(scope="session")
def executed():
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code) for code in [PREPARATION, *STEPPERS]],
        metadata={"kernelspec": {"name": "gradus", "display_name": "Gradus (Java)", "language": "java"}},
    )
    for cell in notebook.cells:
        cell.metadata["slideshow"] = {"slide_type": "slide"}
    NotebookClient(notebook, km=kernel_manager(install(jdks()[0])), timeout=120).execute()
    return notebook


@pytest.fixture(scope="session")
def exported(executed, tmp_path_factory):
    html, _ = HTMLExporter().from_notebook_node(executed)
    page = tmp_path_factory.mktemp("stepper") / "steppers.html"
    page.write_text(html, encoding="utf-8")
    return page


@pytest.fixture
def opened(browser, exported):
    """Opens the exported page in a window; whatever is not on this machine is out of reach."""
    contexts = []

    def open_page(path=exported, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, **options})
        contexts.append(context)
        context.route(re.compile(r"^https?://"), lambda route: route.abort())
        page = context.new_page()
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        return page

    yield open_page
    for context in contexts:
        context.close()


class Stepper:
    def __init__(self, page, which):
        self.page = page
        self.root = page.locator(".gradus-stepper.gradus-ready").nth(which)
        self.root.scroll_into_view_if_needed()

    def text(self, name):
        return self.root.locator(f".gradus-{name}").first.text_content()

    def go(self, k):
        position = self.root.locator(".gradus-position")
        position.fill(str(k))
        position.press("Enter")

    def step_of(self, start):
        """Goes to the first step whose title begins so."""
        last = int(self.root.locator(".gradus-position").get_attribute("max"))
        for k in range(last + 1):
            self.go(k)
            if self.text("title").startswith(start):
                return k
        raise AssertionError(start)

    def answer(self, text):
        self.root.locator(".gradus-answer").fill(text)
        self.page.keyboard.press("Enter")
        return self.text("mark")

    def cell(self, table, k):
        return self.root.locator(".gradus-arrays > .gradus-tables > table").nth(table).locator("td").nth(k)

    def lit(self, table):
        return self.root.locator(".gradus-arrays > .gradus-tables > table").nth(table).locator("td.gradus-lit").all_text_contents()

    def leaf(self, name):
        return self.root.locator(f'[role=button][aria-label="Change {name}"]')


# Predict


def test_right_answer_is_marked_where_it_stands_and_counted(opened):
    stepper = Stepper(opened(), PREDICT)
    stepper.go(1)
    assert stepper.text("rule") == "v1 = x · y = ?"
    assert stepper.text("score") == "Right at the first try: 0 of 9"
    assert stepper.answer("6") == "✓ right"
    assert stepper.text("rule") == "v1 = x · y = 2 · 3 = 6"
    assert stepper.text("score") == "Right at the first try: 1 of 9"
    assert "6 ✓" in stepper.root.locator("svg .gradus-value").all_text_contents()


def test_second_try_is_not_counted(opened):
    stepper = Stepper(opened(), PREDICT)
    stepper.go(1)
    assert stepper.answer("5") == "✗ 5: that is x + y"
    assert stepper.answer("−6") == "✗ −6: the sign is wrong"
    assert stepper.answer("6") == "✓ right"
    assert stepper.text("score").endswith("0 of 9")


def test_answers_are_read_as_students_write_them(opened):
    stepper = Stepper(opened(), PREDICT)
    stepper.go(2)
    # σ(2) = 0.8807970779778823
    assert stepper.answer("lots") == "type a number, such as 14, -0.5, 1/3 or 2e-3"
    assert stepper.answer("0.9") == "close: type one more digit"
    assert stepper.answer("1/3").startswith("✗ 1/3")
    assert stepper.answer("8,81e-1") == "✓ right"


def test_mistakes_of_a_gradient_are_named(opened):
    stepper = Stepper(opened(), PREDICT)
    # ∂f/∂x = y + σ(2)·(1 − σ(2)) = 3 + 0.10499: the path through σ comes first, then the product.
    first = stepper.step_of("Backward (2): v2 → x")
    assert stepper.answer("1") == "✗ 1: that is v̄2 alone: the local gradient is missing"
    assert stepper.answer("-2").startswith("✗ -2: the local gradient was taken at the input x")
    assert stepper.answer("0.2070").startswith("✗ 0.2070: the local gradient was taken at the output v2")
    assert stepper.answer("0.105") == "✓ right"
    stepper.go(first + 1)
    assert stepper.text("title").startswith("Backward (1): v1 → x")
    assert stepper.answer("3") == "✗ 3: that is the contribution alone: it is added (+=) to what x̄ was"
    assert stepper.answer("0.105") == "✗ 0.105: that is what x̄ was before"
    assert stepper.answer("2.105") == "✗ 2.105: that is the local gradient towards y"
    assert stepper.answer("3.105") == "✓ right"
    assert "0 → 0.10499 → 3.105" in stepper.text("rule")


def test_answer_is_shown_on_demand_and_not_before(opened):
    page = opened()
    stepper = Stepper(page, PREDICT)
    stepper.go(3)
    assert "6.8808" not in stepper.root.inner_text()
    stepper.root.locator(".gradus-show").click()
    assert stepper.text("rule").endswith("= 6.8808")
    assert stepper.text("mark") == "shown"
    assert stepper.text("score").endswith("0 of 9")


def test_predicting_needs_no_mouse(opened):
    page = opened()
    stepper = Stepper(page, FORWARD)
    stepper.root.focus()
    for answer in ["6", "7", "49"]:
        page.keyboard.press("Space")
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    assert stepper.text("score") == "Right at the first try: 3 of 3"


# Change a leaf


def test_changed_leaf_changes_both_passes_at_the_same_step(opened):
    stepper = Stepper(opened(), SCALAR)
    stepper.go(9)
    before = stepper.text("rule")
    stepper.leaf("x1").click()
    stepper.root.locator(".gradus-field").fill("2")
    # z = (2 + 3·2)² = 64, ∂z/∂x2 = 2·8·3
    assert stepper.root.locator(".gradus-position").input_value() == "9"
    assert stepper.text("rule") == "x̄2 += v̄1 · ∂v1/∂x2 = 16 · 3: 0 → 48"
    assert "64" in stepper.root.locator("svg .gradus-value").all_text_contents()
    told = stepper.text("checked")
    assert told.startswith("∂z/∂x1 = 16   finite difference 16")
    stepper.root.locator(".gradus-reset").click()
    assert stepper.text("rule") == before


def test_slider_changes_a_leaf_by_the_keys(opened):
    page = opened()
    stepper = Stepper(page, SCALAR)
    stepper.go(3)
    stepper.leaf("x1").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    # One hundredth of the span of 2: x1 = 1.02, z = 7.02²
    assert stepper.text("rule") == "z = v2² = 7.02² = 49.28"
    assert stepper.root.locator(".gradus-position").input_value() == "3"
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    assert stepper.root.locator(".gradus-position").input_value() == "2"


def test_element_of_a_tensor_is_changed_and_checked(opened):
    stepper = Stepper(opened(), TENSOR)
    stepper.go(1)
    stepper.leaf("W").click()
    stepper.root.locator(".gradus-cells td").nth(4).click()
    stepper.root.locator(".gradus-field").fill("-0.2")
    # 0.5·1 − 0.2·2 − 1·3 = −2.9
    assert stepper.cell(2, 1).text_content() == "−2.9"
    told = stepper.text("checked")
    gradient, difference, error = re.search(r"= (\S+) +finite difference (\S+) +relative error (\S+)", told).groups()
    assert gradient == difference
    assert re.search("10⁻([⁷⁸⁹]|¹)", error) or error == "0"


# Tensors


def test_element_is_traced_to_its_row_and_column(opened):
    stepper = Stepper(opened(), TENSOR)
    stepper.go(1)
    stepper.cell(2, 0).hover()
    assert stepper.text("told") == "v1[0] = 1·1 + (−2)·2 + 3·3 = 6"
    assert stepper.lit(0) == ["1", "−2", "3"]
    assert stepper.lit(1) == ["1", "2", "3"]
    stepper.cell(1, 1).hover()
    assert stepper.lit(2) == ["6", "−2"]


def test_element_is_traced_by_the_keys(opened):
    page = opened()
    stepper = Stepper(page, TENSOR)
    stepper.go(1)
    stepper.cell(2, 0).focus()
    page.keyboard.press("ArrowDown")
    assert stepper.text("told") == "v1[1] = 0.5·1 + 0.25·2 + (−1)·3 = −2"
    assert stepper.root.locator(".gradus-position").input_value() == "1"
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    assert stepper.root.locator(".gradus-position").input_value() == "2"


@pytest.mark.parametrize("title", ["Backward (1): v1 → W", "Backward (1): v1 → v", "Backward (2): h → v1"])
def test_jacobian_stands_beside_the_product_and_is_equal(opened, title):
    stepper = Stepper(opened(), TENSOR)
    stepper.step_of(title)
    box = stepper.root.locator(".gradus-jacobian")
    assert box.locator(".gradus-equal").text_content() == "✓ equal"
    product = box.locator("table").nth(2).locator("td").all_text_contents()
    tables = stepper.root.locator(".gradus-arrays > .gradus-tables > table")
    assert product == tables.nth(2).locator("td").all_text_contents()


# The page


def test_jump_shows_what_a_walk_shows(opened):
    page = opened()
    walked, jumped = Stepper(page, SCALAR), Stepper(page, AGAIN)
    state = "root => [...root.querySelectorAll('svg text, .gradus-rule, .gradus-detail')].map(t => t.textContent).sort()"
    for k in range(10):
        if k:
            walked.root.locator(".gradus-forward").click()
        jumped.go(9 - k)
        jumped.go(k)
        assert walked.root.evaluate(state) == jumped.root.evaluate(state)


def test_second_run_of_the_script_adds_nothing(opened):
    page = opened()
    page.evaluate("for (const s of document.querySelectorAll('.gradus-stepper script:not([type])')) eval(s.textContent)")
    assert page.locator(".gradus-panel").count() == len(STEPPERS)


def test_numbers_are_written_as_the_engine_writes_them(opened):
    manager = kernel_manager(install(jdks()[0]))
    java = ", ".join(repr(x) for x in ODD_NUMBERS)
    code = (
        "import gradus.autograd.Numbers;\n"
        f"java.util.stream.DoubleStream.of({java}, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)"
        '.mapToObj(x -> Numbers.brief(x) + " " + Numbers.factor(x) + " " + Numbers.brief(x, 4))'
        '.collect(java.util.stream.Collectors.joining("|"))'
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    NotebookClient(notebook, km=manager, timeout=120).execute()
    written = notebook.cells[0].outputs[-1].data["text/plain"].strip('"').split("|")
    js = ", ".join([*(repr(x) for x in ODD_NUMBERS), "NaN", "Infinity", "-Infinity"])
    source = NUMBERS.read_text(encoding="utf-8")
    page = opened()
    assert page.evaluate(f"() => {{ {source}; return [{js}].map(x => `${{brief(x)}} ${{factor(x)}} ${{brief(x, 4)}}`) }}") == written


def test_all_of_it_is_on_one_screen(opened):
    stepper = Stepper(opened(viewport={"width": 1280, "height": 720}), SCALAR)
    box = stepper.root.locator(".gradus-panel").bounding_box()
    assert box["height"] <= 720
    assert stepper.root.locator(".gradus-rule").evaluate("rule => parseFloat(getComputedStyle(rule).fontSize)") >= 23


def test_narrow_panel_needs_no_sideways_scrolling(opened, screenshots):
    page = opened(viewport={"width": 400, "height": 800})
    for which in (SCALAR, TENSOR, PREDICT):
        stepper = Stepper(page, which)
        stepper.go(2)
        panel = stepper.root.locator(".gradus-panel")
        assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth + 1")
        panel.screenshot(path=screenshots / f"stepper-narrow-{which}.png")


def test_dark_page_has_dark_tables(opened, screenshots):
    page = opened(color_scheme="dark")
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    stepper = Stepper(page, TENSOR)
    stepper.go(1)
    ink = stepper.cell(0, 0).evaluate("td => getComputedStyle(td).color")
    assert ink == "rgb(240, 243, 246)"
    # The front end's stripes of table rows would lie under the colours.
    assert stepper.cell(0, 0).evaluate("td => getComputedStyle(td.parentNode).backgroundColor") == "rgba(0, 0, 0, 0)"
    stepper.root.screenshot(path=screenshots / "stepper-tensor-dark.png")


def test_reduced_motion_steps_without_moving(opened):
    page = opened(reduced_motion="reduce")
    stepper = Stepper(page, SCALAR)
    moving = "root => [...root.querySelectorAll('svg *')].some(e => getComputedStyle(e).transitionDuration !== '0s')"
    assert not stepper.root.evaluate(moving)
    stepper.root.locator(".gradus-play").click()
    page.wait_for_function("document.querySelector('.gradus-stepper').dataset.step === '1'")


def test_swipe_turns_the_page(opened):
    page = opened(has_touch=True)
    stepper = Stepper(page, SCALAR)
    box = stepper.root.locator(".gradus-drawing").bounding_box()
    y = box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)

    def swipe(start, end):
        for kind, x in [("touchStart", start), ("touchMove", (start + end) / 2), ("touchMove", end), ("touchEnd", None)]:
            points = [] if x is None else [{"x": box["x"] + x, "y": y}]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    swipe(400, 200)
    assert stepper.root.get_attribute("data-step") == "1"
    swipe(200, 400)
    assert stepper.root.get_attribute("data-step") == "0"


def test_keys_step_and_do_not_change_the_slide(executed, opened, tmp_path):
    """The slides of nbconvert, with a reveal.js of this machine."""
    path = tmp_path / "slides.html"
    slides.export(executed, path)
    page = opened(path)
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    page.evaluate("Reveal.slide(1)")
    stepper = Stepper(page, SCALAR)
    stepper.root.focus()
    for key, step in [("Space", "1"), ("ArrowRight", "2"), ("ArrowLeft", "1"), ("End", "9")]:
        page.keyboard.press(key)
        assert stepper.root.get_attribute("data-step") == step
        assert page.evaluate("Reveal.getIndices().h") == 1
    page.keyboard.press("Escape")
    assert page.evaluate("Reveal.isOverview()") is False
    page.keyboard.press("ArrowRight")
    assert page.evaluate("Reveal.getIndices().h") == 2
