"""Every picture where notebooks are opened: sanitized by JupyterLab's own sanitizer, untrusted and trusted in JupyterLab
without a kernel, in Notebook 7, exported to LaTeX and printed."""

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import npm
import pytest
from conftest import CHROMIUM, CHROMIUM_ARGUMENTS
from gradus_kernel import install, jdks, jupyter, kernel_manager
from jupyter_lab import Lab
from nbclient import NotebookClient
from nbconvert import HTMLExporter, LatexExporter, WebPDFExporter

SANITIZER = "@jupyterlab/apputils@4.7.6"

# What each magic shows. A new one that makes a picture belongs here: test_every_picture_is_looked_at tells.
PICTURES = {
    "%graph": "%graph z",
    "%step": "%step z",
    "%forward": "%forward loss",
    "%backward": "%backward loss --predict",
    "%code": "%code z",
    "%%trace": "%%trace\nvar traced = x1.mul(x2).add(x1.sin());",
    "%inithist": "%inithist xavier he --activation relu --width 50 --samples 100",
    "%gradcheck": "%gradcheck z",
    "%jacobian": "%jacobian y x",
    "%visits": "%visits z",
    "%contour": "%contour valley u v",
    "%activation": "%activation tanh relu",
    "%depth": "%depth",
    "%plot": "%plot losses",
}
OTHERS = {"%lang", "%expr", "%who", "%reset", "%lsmagic", "%help"}
OTHERS |= {"%latex"}  # formulas, which the front end typesets
OTHERS |= {"%check", "%hint", "%%score"}  # a verdict in words, tried by test_exercises and test_nbgrader
OTHERS |= {"%maven", "%mavenrepo", "%pom", "%%pom", "%classpath", "%load", "%time", "%%time", "%timeit", "%%timeit"}
OTHERS |= {"%env", "%sh", "%%sh", "%%writefile", "%whos", "%history"}
OTHERS |= {"%%html", "%%svg", "%%latex", "%%markdown", "%%javascript"}  # the student's own
# What is shown besides, by the same magics.
VALUES = {
    "tensor": "W",
    "layers": "%graph mse",
    "circuit": "%graph z --style circuit --direction down",
    "records": "%graph z --style record",
    "paths": "%graph z --path x2",
    "large": "%graph chain",
    "predict": "%step z --predict",
    "arrays": "%step loss",
    "ladder": "%visits --ladder 10",
    "recurrent": "%depth --recurrent",
    "own": "%graph mine",
    "own-steps": "%step mine",
    "not-finite": "%step new Var(-1).log().mul(2)",
}
PREPARATION = """
var x1 = new Var(1); var x2 = new Var(2); var a = new Var(3);
var z = x1.add(a.mul(x2)).pow(2);
z.backward();
var W = Tensor.of(new double[][] {{1, -2, 3}, {0.5, 0.25, -1}});
var x = Tensor.of(1, 2, 3);
var y = W.matmul(x).tanh();
var loss = y.sum();
var u = new Var(2); var v = new Var(1);
var valley = u.mul(u).add(v.mul(v).mul(4));
double[] losses = {4, 2, 1, 0.5, 0.3};
var net = new MLP(2, 4, 1);
var mse = new MSELoss().apply(net.forward(Tensor.of(new double[][] {{1, 2}, {3, 4}})), Tensor.of(new double[][] {{1}, {0}}));
Var chain = new Var(1);
for (int i = 0; i < 3_000; i++) chain = chain.mul(0.999).add(0.001);
class Value {
    double data, grad;
    List<Value> children = new ArrayList<>();
    List<Double> locals = new ArrayList<>();
    Value(double data) { this.data = data; }
    Value times(Value o) {
        var z = new Value(data * o.data);
        z.children = List.of(this, o);
        z.locals = List.of(o.data, data);
        return z;
    }
    void backward(double upstream) {
        grad = upstream; // the mistake: = for +=
        for (int i = 0; i < children.size(); i++) children.get(i).backward(upstream * locals.get(i));
    }
}
var p = new Value(3);
var mine = p.times(p);
mine.backward(1);
"""


@pytest.fixture(scope="session")
def data():
    return install(jdks()[0])


@pytest.fixture(scope="session")
def executed(data):
    """A notebook with every picture, run once."""
    cells = [PREPARATION, *PICTURES.values(), *VALUES.values(), "%lsmagic"]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code) for code in cells],
        metadata={"kernelspec": {"name": "gradus", "display_name": "Gradus (Java)", "language": "java"}},
    )
    NotebookClient(notebook, km=kernel_manager(data), timeout=120).execute()
    return notebook


@pytest.fixture(scope="session")
def saved(executed, tmp_path_factory):
    path = tmp_path_factory.mktemp("pictures") / "pictures.ipynb"
    nbformat.write(executed, path)
    return path


def bundles(notebook):
    """For each picture and value its representations."""
    names = [*PICTURES, *VALUES]
    cells = notebook.cells[1 : 1 + len(names)]
    return {name: cell.outputs[-1].data for name, cell in zip(names, cells, strict=True)}


def test_every_picture_is_looked_at(executed):
    listed = set(re.findall(r"(?m)^(%%?\w+)", executed.cells[-1].outputs[-1].data["text/plain"]))
    assert listed - OTHERS == set(PICTURES)


def test_no_picture_offers_an_svg(executed):
    """Its presence makes an export to PDF fail where Inkscape is missing."""
    for name, bundle in bundles(executed).items():
        assert {"text/html", "text/plain"} <= set(bundle), name
        assert "image/svg+xml" not in bundle, name


class Seen(HTMLParser):
    """What is left of a page: its elements, attributes and words."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.names, self.words, self.alts = set(), set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.names.update(name for name, _ in attributes)
        if tag == "img":
            self.alts.append(dict(attributes).get("alt"))

    def handle_data(self, words):
        self.words.append(words)

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture(scope="session")
def sanitized(executed):
    """The HTML of every picture, as JupyterLab shows it where a notebook is not trusted."""
    modules = npm.packages(SANITIZER)
    script = Path(shutil.copy(Path(__file__).with_name("sanitize.mjs"), modules.parent))
    lines = "".join(json.dumps(bundle["text/html"]) + "\n" for bundle in bundles(executed).values())
    words = [shutil.which("node"), script.name]
    result = subprocess.run(
        words, cwd=script.parent, input=lines, capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return dict(zip(bundles(executed), map(json.loads, result.stdout.splitlines()), strict=True))


def test_sanitized_picture_reads_on(executed, sanitized, browser, screenshots):
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    try:
        for name, html in sanitized.items():
            seen = Seen(html)
            assert not seen.tags & {"script", "style", "svg", "math"}, name
            assert not [n for n in seen.names if n.startswith(("on", "data-"))], name
            assert all(seen.alts), f"{name} has an image without words"
            missing = numbers(bundles(executed)[name]["text/plain"]) - numbers(seen.text + " ".join(seen.alts))
            page.set_content(f'<meta charset="utf-8"><body style="font-family: sans-serif">{html}')
            page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
            page.wait_for_function("[...document.images].every(image => image.complete)")
            broken = page.evaluate("[...document.images].filter(image => !image.naturalWidth).length")
            assert broken == 0, f"{name}: an image cannot be read"
            assert "img" in seen.tags or not missing, f"{name} lost {missing} and has no image"
            page.screenshot(path=screenshots / f"sanitized-{name.strip('%')}.png", full_page=True)
    finally:
        page.close()


def test_sanitized_stepper_says_every_step(executed, sanitized):
    said = Seen(sanitized["%step"]).text
    for line in bundles(executed)["%step"]["text/plain"].splitlines()[1:]:
        rule = re.sub(r"^ *\d+ +", "", line).split("   ")[1]
        assert rule in said


def numbers(text):
    return {float(number) for number in re.findall(r"\d+\.\d+|\d\d+", text)}


def open_page(browser, url):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.route(re.compile(r"^https?://(?!localhost|127\.0\.0\.1)"), lambda route: route.abort())
    page = context.new_page()
    page.goto(url)
    return page


@pytest.fixture
def opened(request, browser, data, saved, tmp_path):
    """The saved notebook in an application, trusted or not."""
    application, trusted = request.param
    running = Lab(data, tmp_path, "light", [saved], application)
    if trusted:
        signed = jupyter("trust", str(running.root / saved.name), data=data, env=running.environment)
        assert "Signing" in signed.stdout
    page = open_page(browser, running.page(saved.name))
    page.locator(".jp-Notebook .jp-OutputArea-output").first.wait_for(timeout=90_000)
    yield page
    page.context.close()
    running.stop()


@pytest.mark.parametrize("opened", [("lab", False), ("notebook", False)], indirect=True, ids=["lab", "notebook"])
def test_untrusted_notebook_shows_questions(opened, screenshots, request):
    stepper = opened.locator(".gradus-stepper").first
    stepper.scroll_into_view_if_needed()
    questions = stepper.locator("details")
    questions.first.wait_for(timeout=30_000)
    questions.first.locator("summary").click()
    assert "v1 = a · x2 = 3 · 2 = 6" in questions.first.inner_text()
    assert opened.locator(".gradus-ready").count() == 0
    opened.screenshot(path=screenshots / f"untrusted-{request.node.callspec.id}.png")


@pytest.mark.parametrize("opened", [("lab", True), ("notebook", True)], indirect=True, ids=["lab", "notebook"])
def test_trusted_notebook_steps_without_being_run(opened, screenshots, request):
    stepper = opened.locator(".gradus-stepper.gradus-ready").first
    stepper.wait_for(timeout=60_000)
    stepper.scroll_into_view_if_needed()
    stepper.locator(".gradus-forward").click()
    assert "v1 = a · x2 = 3 · 2 = 6" in stepper.locator(".gradus-rule").inner_text()
    opened.screenshot(path=screenshots / f"trusted-{request.node.callspec.id}.png")


@pytest.fixture
def exported(executed, browser, tmp_path):
    """The notebook as a page of its own."""
    html, _ = HTMLExporter().from_notebook_node(executed)
    path = tmp_path / "pictures.html"
    path.write_text(html, encoding="utf-8")
    page = open_page(browser, path.as_uri())
    yield page
    page.context.close()


def picture(page, code):
    """The output of the cell that holds this line and nothing else."""
    line = re.compile("^\\s*" + re.escape(code) + "\\s*$")
    cell = page.locator(".jp-CodeCell", has=page.locator(".jp-InputArea-editor", has_text=line)).first
    cell.scroll_into_view_if_needed()
    return cell.locator(".jp-OutputArea-output").last


def use_every_picture(page):
    """What a class does with the pictures; each line is a feature that a front end may break."""
    picture(page, PICTURES["%step"]).locator(".gradus-ready").wait_for(timeout=60_000)

    graph = picture(page, PICTURES["%graph"])
    graph.locator("svg [data-node]", has_text="z̄ = 1").hover()
    assert "∂z/∂v2 = 2·v2 = 14" in graph.locator(".gradus-info").first.inner_text()
    layers = picture(page, VALUES["layers"])
    layers.locator(".gradus-opens").first.click()
    assert layers.locator("details.gradus-inner[open]").first.is_visible()
    assert "Linear(2 → 4)" in layers.locator("details.gradus-inner[open] svg").first.text_content()

    step = picture(page, PICTURES["%step"])
    step.locator(".gradus-last").click()
    assert step.locator(".gradus-rule").inner_text() == "x̄2 += v̄1 · ∂v1/∂x2 = 14 · 3: 0 → 42"
    step.locator('[role=button][aria-label="Change x1"]').click()
    step.locator(".gradus-field").fill("2")
    assert step.locator(".gradus-rule").inner_text() == "x̄2 += v̄1 · ∂v1/∂x2 = 16 · 3: 0 → 48"

    arrays = picture(page, VALUES["arrays"])
    arrays.locator(".gradus-last").click()
    assert "✓ equal" in arrays.locator(".gradus-arrays").inner_text()

    predict = picture(page, VALUES["predict"])
    predict.locator(".gradus-forward").click()
    assert predict.locator(".gradus-rule").inner_text() == "v1 = a · x2 = ?"
    predict.locator(".gradus-answer").fill("-6")
    predict.locator(".gradus-answer").press("Enter")
    assert "sign" in predict.locator(".gradus-mark").inner_text()
    predict.locator(".gradus-answer").fill("6")
    predict.locator(".gradus-answer").press("Enter")
    assert "right" in predict.locator(".gradus-mark").inner_text()

    assert "dx1 = " in picture(page, PICTURES["%code"]).inner_text()

    own = picture(page, VALUES["own-steps"])
    own.locator(".gradus-last").click()
    assert own.locator(".gradus-rule").inner_text().endswith("is there = where += is meant?")
    assert "p̄ = 3 ✗ 6" in picture(page, VALUES["own"]).locator("svg").first.text_content()


def test_pictures_are_used_in_an_exported_page(exported):
    use_every_picture(exported)


@pytest.mark.parametrize("opened", [("lab", True)], indirect=True, ids=["lab"])
def test_pictures_are_used_in_a_lab(opened):
    use_every_picture(opened)


def test_latex_export_needs_no_inkscape(executed, monkeypatch):
    monkeypatch.setenv("PATH", "")
    tex, resources = LatexExporter().from_notebook_node(executed)
    drawn = [name for name, bundle in bundles(executed).items() if "image/png" in bundle]
    assert set(PICTURES) <= set(drawn)
    assert len(resources["outputs"]) == len(drawn)
    assert all(name.endswith(".png") and name in tex for name in resources["outputs"])


def test_printed_page_shows_every_step(executed, browser, tmp_path):
    html, _ = HTMLExporter().from_notebook_node(executed)
    path = tmp_path / "pictures.html"
    path.write_text(html, encoding="utf-8")
    page = open_page(browser, path.as_uri())
    try:
        page.locator(".gradus-stepper.gradus-ready").first.wait_for()
        page.emulate_media(media="print")
        stepper = page.locator(".gradus-stepper").first
        said = stepper.locator(".gradus-frames").inner_text()
        assert "x̄2 += v̄1 · ∂v1/∂x2 = 14 · 3: 0 → 42" in said
        assert not stepper.locator(".gradus-panel").is_visible()
    finally:
        page.context.close()


def test_printed_questions_are_a_work_sheet(exported):
    """What is asked is left open, and the answers are on a page of their own."""
    predict = picture(exported, VALUES["predict"])
    predict.locator(".gradus-ready").wait_for()
    assert not predict.locator(".gradus-sheet").is_visible()
    exported.emulate_media(media="print")
    asked = predict.locator(".gradus-frames").inner_text()
    assert "v1 = a · x2 = ?" in asked
    assert "x̄2 += v̄1 · ∂v1/∂x2 = ?" in asked
    assert not {"6", "7", "14", "28", "42", "49"} & set(re.findall(r"\d+", asked))
    assert predict.locator(".gradus-frames img:visible").count() == 1
    answers = predict.locator(".gradus-sheet").inner_text()
    assert "x̄2 += v̄1 · ∂v1/∂x2 = 14 · 3: 0 → 42" in answers


def test_printed_pictures_are_as_wide_as_the_paper(exported):
    exported.set_viewport_size({"width": 700, "height": 990})
    exported.locator(".gradus-stepper.gradus-ready").first.wait_for()
    exported.emulate_media(media="print")
    wide = exported.evaluate("""() => [...document.querySelectorAll('.gradus-figure svg, .gradus-frames img')]
        .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth)
        .map(each => each.getAttribute('aria-label') || each.alt)""")
    assert wide == []


def test_web_pdf_is_written(executed, browser, monkeypatch):
    """The pages as nbconvert prints them, by the Chromium that is there."""
    from playwright.async_api import BrowserType

    launch = BrowserType.launch
    program = next(filter(None, map(shutil.which, CHROMIUM)))
    monkeypatch.setattr(BrowserType, "launch", lambda self, **o: launch(self, executable_path=program, **o))
    alone = "--host-resolver-rules=MAP * ~NOTFOUND"
    exporter = WebPDFExporter(browser_args=[*CHROMIUM_ARGUMENTS, alone], page_render_timeout=1_000)
    pdf, _ = exporter.from_notebook_node(executed)
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) > len(PICTURES) / 2
    assert len(re.findall(rb"/Subtype /Image\b", pdf)) == 0, "drawings are lines and letters"


# Every letter that is seen, with its colour and with what lies beneath it.
LETTERS = """root => {
  const channels = colour => {
    const [r, g, b, a] = (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return {rgb: [r, g, b], alpha: a === undefined ? 1 : a};
  };
  // What lies at a point, the colours that can be seen through mixed with those below.
  const ground = (x, y) => {
    const seen = [0, 0, 0];
    let rest = 1;
    for (const below of [...document.elementsFromPoint(x, y), null]) {
      if (below && (below.tagName === 'text' || below.tagName === 'tspan')) continue;
      const style = below && getComputedStyle(below);
      const shape = below instanceof SVGGeometryElement;
      if (shape && style.fill === 'none') continue;
      const {rgb, alpha} = channels(!below ? 'rgb(255, 255, 255)' : shape ? style.fill : style.backgroundColor);
      const part = rest * alpha * (shape ? style.fillOpacity * style.opacity : 1);
      rgb.forEach((c, i) => { seen[i] += part * c; });
      rest -= part;
      if (rest < 0.001) break;
    }
    return `rgb(${seen.join(', ')})`;
  };
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    if (!text || element.closest('style, script, title, :disabled')) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || !element.checkVisibility()) continue;
    element.scrollIntoView({block: 'center', inline: 'center'});
    const at = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const colour = element instanceof SVGElement ? style.fill : style.color;
    found.push({text, colour, ground: ground(at.x + at.width / 2, at.y + at.height / 2)});
  }
  return found;
}"""


def luminance(colour):
    channels = [float(c) / 255 for c in re.findall(r"[\d.]+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    """WCAG 2.1: 1 for a colour on itself, 21 for black on white."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_letter_has_contrast(executed, browser, tmp_path, screenshots, theme):
    html, _ = HTMLExporter(theme=theme).from_notebook_node(executed)
    path = tmp_path / "pictures.html"
    path.write_text(html, encoding="utf-8")
    page = open_page(browser, path.as_uri())
    try:
        page.locator(".gradus-stepper.gradus-ready").first.wait_for()
        assert page.locator(".gradus-stepper:not(.gradus-ready), .gradus-figure:not(.gradus-ready)").count() == 0
        page.add_style_tag(content="* { transition: none !important; }")
        cells = page.locator(".jp-CodeCell").all()[1 : 1 + len(PICTURES) + len(VALUES)]
        for name, cell in zip([*PICTURES, *VALUES], cells, strict=True):
            output = cell.locator(".jp-OutputArea-output").last
            output.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
            letters = output.evaluate(LETTERS)
            assert letters, f"{name} has no letter"
            pale = [each for each in letters if contrast(each["colour"], each["ground"]) < 4.5]
            assert pale == [], f"{name}, {theme}"
            output.screenshot(path=screenshots / f"{theme}-{name.strip('%')}.png")
    finally:
        page.context.close()
