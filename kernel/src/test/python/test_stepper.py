"""The stepper, driven in Chromium as a student drives it: on an exported page and in a live JupyterLab."""

import re

import nbformat
import pytest
from gradus_kernel import NOTEBOOKS, kernel_manager
from jupyter_lab import Lab
from nbclient import NotebookClient
from nbconvert import HTMLExporter

FIRST_NOTEBOOK = NOTEBOOKS / "01-chain-rule.ipynb"

# z = (x1 + a·x2)² at x1 = 1, x2 = 2, a = 3; v1 = a·x2 and v2 = x1 + v1 are the lecture's x2′ and y.
RULES = [
    "x1 = 1, x2 = 2, a = 3",
    "v1 = a · x2 = 3 · 2 = 6",
    "v2 = x1 + v1 = 1 + 6 = 7",
    "z = v2² = 7² = 49",
    "z̄ = ∂z/∂z = 1",
    "v̄2 += z̄ · ∂z/∂v2 = 1 · 14: 0 → 14",
    "x̄1 += v̄2 · ∂v2/∂x1 = 14 · 1: 0 → 14",
    "v̄1 += v̄2 · ∂v2/∂v1 = 14 · 1: 0 → 14",
    "ā += v̄1 · ∂v1/∂a = 14 · 2: 0 → 28",
    "x̄2 += v̄1 · ∂v1/∂x2 = 14 · 3: 0 → 42",
]
LAST = len(RULES) - 1


class Stepper:
    """The first stepper of a page, by what can be seen and pressed."""

    def __init__(self, page):
        self.page = page
        self.root = page.locator(".gradus-stepper.gradus-ready").first
        self.root.wait_for(state="visible")
        self.root.scroll_into_view_if_needed()

    def press(self, name):
        self.root.locator(f".gradus-{name}").click()

    def key(self, key):
        self.root.focus()
        self.page.keyboard.press(key)

    @property
    def rule(self):
        return self.root.locator(".gradus-rule").text_content()

    @property
    def position(self):
        return int(self.root.locator(".gradus-position").input_value())

    def state(self):
        """All texts, and what each node and edge of the drawing looks like, whatever lies on top."""
        return self.root.evaluate(
            """root => [
              ...['title', 'rule', 'detail'].map(name => root.querySelector('.gradus-' + name).textContent),
              ...[...root.querySelectorAll('[data-node], [data-edge], [data-chip]')]
                .map(part => part.outerHTML).sort()
            ]"""
        )


def walk(stepper):
    """Forward to the end and back again by the buttons, then by the keys; every rule is compared."""
    seen = {}
    for k in range(LAST + 1):
        assert (stepper.position, stepper.rule) == (k, RULES[k])
        seen[k] = stepper.state()
        if k < LAST:
            stepper.press("forward")
    assert stepper.root.locator(".gradus-forward").is_disabled()
    for k in reversed(range(LAST)):
        stepper.press("back")
        assert (stepper.position, stepper.rule) == (k, RULES[k])
        assert stepper.state() == seen[k], f"step {k} looks otherwise when it is reached from behind"
    stepper.press("last")
    assert stepper.rule == RULES[LAST]
    stepper.press("first")
    assert stepper.rule == RULES[0]
    for key, k in [("ArrowRight", 1), ("Space", 2), ("ArrowLeft", 1), ("End", LAST), ("Home", 0)]:
        stepper.key(key)
        assert (stepper.position, stepper.rule) == (k, RULES[k])
    stepper.root.locator(".gradus-position").fill("5")
    stepper.page.keyboard.press("Enter")
    assert stepper.rule == RULES[5]


@pytest.fixture(scope="session")
def executed(installed):
    """The first notebook with its outputs."""
    notebook = nbformat.read(FIRST_NOTEBOOK, as_version=4)
    NotebookClient(notebook, km=kernel_manager(installed), timeout=120).execute()
    return notebook


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture
def exported(executed, theme, tmp_path):
    """The first notebook, exported to HTML by nbconvert."""
    html, _ = HTMLExporter(theme=theme).from_notebook_node(executed)
    page = tmp_path / "01-chain-rule.html"
    page.write_text(html, encoding="utf-8")
    return page


@pytest.fixture
def page(browser, theme):
    """A window of the browser; whatever is not on this machine is out of reach."""
    context = browser.new_context(color_scheme=theme, viewport={"width": 1280, "height": 900})
    context.route(re.compile(r"^https?://(?!localhost|127\.0\.0\.1)"), lambda route: route.abort())
    opened = context.new_page()
    opened.problems = []
    opened.on("pageerror", lambda error: opened.problems.append(str(error)))
    yield opened
    context.close()


def test_stepper_steps_in_an_exported_page(exported, page, theme, jdk, screenshots):
    page.goto(exported.as_uri(), wait_until="domcontentloaded")
    stepper = Stepper(page)
    walk(stepper)
    page.screenshot(path=screenshots / f"exported-{theme}-{jdk}.png")
    assert [problem for problem in page.problems if "gradus" in problem] == []


def test_steppers_of_one_page_are_independent(exported, page):
    page.goto(exported.as_uri(), wait_until="domcontentloaded")
    Stepper(page).press("last")
    others = page.locator(".gradus-stepper.gradus-ready").all()[1:]
    assert len(others) >= 2
    assert [other.locator(".gradus-position").input_value() for other in others] == ["0"] * len(others)


def test_stepper_is_a_list_of_questions_without_scripts(exported, browser, theme, screenshots):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.goto(exported.as_uri(), wait_until="domcontentloaded")
        questions = page.locator(".gradus-stepper").first.locator("details")
        assert questions.count() == LAST
        for k, question in enumerate(questions.all(), start=1):
            answer = question.locator("p").last
            assert not answer.is_visible()
            question.locator("summary").click()
            assert RULES[k] in answer.inner_text()
        page.locator(".gradus-stepper").first.screenshot(path=screenshots / f"without-scripts-{theme}.png")
    finally:
        context.close()


@pytest.fixture
def lab(installed, tmp_path, theme):
    running = Lab(installed, tmp_path, theme, [FIRST_NOTEBOOK])
    yield running
    running.stop()


def test_stepper_steps_in_a_live_lab(lab, page, theme, jdk, screenshots):
    page.goto(lab.page(FIRST_NOTEBOOK.name))
    page.locator(".jp-Notebook").wait_for(timeout=90_000)
    # The kernel answers before the menu may run anything.
    page.get_by_text("Gradus (Java) | Idle").first.wait_for(timeout=90_000)
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Run$")).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Run All Cells$")).click()
    cell = page.locator(".jp-CodeCell", has_text="%step z")
    cell.locator(".gradus-stepper.gradus-ready").wait_for(timeout=120_000)
    walk(Stepper(page))
    page.screenshot(path=screenshots / f"lab-{theme}-{jdk}.png")
