"""The lectures as slides: nothing may hang out below a projector's picture."""

import pytest
import slides
from executed import executed, name, notebooks
from gradus_kernel import install, jdks

LECTURES = [path for path in notebooks() if path.parent.name != "exercises"]
PROJECTOR = {"width": 1280, "height": 720}

# The height of a slide in reveal.js, which is scaled to the window as a whole.
HEIGHT = 700

# What each slide needs with all of its fragments shown, and what is cut off in it to the right. reveal.js hides all
# slides but one, so each is looked at in turn.
MEASURE = """() => Reveal.getSlides().map((slide, number) => {
    const {h, v} = Reveal.getIndices(slide);
    Reveal.slide(h, v);
    slide.querySelectorAll('.fragment').forEach(each => each.classList.add('visible'));
    const cut = [...slide.querySelectorAll('.jp-InputArea pre, .gradus-figure')]
        .filter(each => each.scrollWidth > each.clientWidth + 1)
        .map(each => each.innerText.slice(0, 300));
    const begins = slide.innerText.trim().split('\\n')[0].slice(0, 60);
    return {number, begins, height: slide.scrollHeight, cut};
})"""


@pytest.fixture
def page(browser):
    context = browser.new_context(offline=True, viewport=PROJECTOR)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", LECTURES, ids=name)
def test_slides_fit(path, page, tmp_path):
    file = tmp_path / "slides.html"
    slides.export(executed(path, install(jdks()[0])), file)
    page.goto(file.as_uri())
    page.wait_for_function("window.Reveal && Reveal.isReady()")
    measured = page.evaluate(MEASURE)
    assert len(measured) > 5
    assert [slide for slide in measured if slide["height"] > HEIGHT] == []
    assert [slide for slide in measured if slide["cut"]] == []
