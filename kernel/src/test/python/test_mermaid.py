"""Graphs as Mermaid draws them: the real one, in Chromium."""

import json

import npm
import pytest
from gradus_kernel import ROOT

MERMAID = "mermaid@11.17.2"

# Written by GraphFormatTest: labels that would be markup, in every style, and layers in every direction.
CASES = ROOT / "autograd-render" / "target" / "mermaid" / "cases.json"

DRAW = """async ([cases, htmlLabels]) => {
  mermaid.initialize({startOnLoad: false, htmlLabels, flowchart: {htmlLabels}});
  window.evil = () => { window.harmed = true; };
  const drawn = [];
  for (const [i, {text}] of cases.entries()) {
    const {svg} = await mermaid.render(`drawing${i}`, text);
    const place = document.createElement('div');
    place.innerHTML = svg;
    document.body.append(place);
    const nodes = [...place.querySelectorAll('.node')];
    drawn.push({
      nodes: nodes.length,
      edges: place.querySelectorAll('.edgePaths path').length,
      // What parts markup is not seen, and Mermaid breaks long lines at blanks.
      labels: nodes.map(node => node.textContent.replace(/[\\s\\u200b]/g, '')),
      harmful: place.querySelectorAll('script, [onerror], a, .katex').length,
    });
    place.remove();
  }
  return {drawn, harmed: !!window.harmed};
}"""


@pytest.mark.parametrize("html_labels", [True, False], ids=["html", "svg"])
def test_every_label_is_drawn_as_it_is(browser, html_labels):
    script = npm.unpacked(MERMAID) / "dist" / "mermaid.min.js"
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    assert len(cases) > 40
    page = browser.new_page()
    try:
        page.add_script_tag(path=script)
        result = page.evaluate(DRAW, [cases, html_labels])
    finally:
        page.close()
    assert not result["harmed"]
    for case, drawn in zip(cases, result["drawn"], strict=True):
        label = case["label"].replace(" ", "")
        if case["nodes"] >= 0:
            assert drawn["nodes"] == drawn["edges"] == case["nodes"], case["text"]
            assert all(label in seen for seen in drawn["labels"]), (label, drawn["labels"])
        else:
            assert drawn["nodes"] == case["text"].count('["') - case["text"].count("subgraph"), case["text"]
            assert drawn["edges"] == case["text"].count(" --> "), case["text"]
        assert drawn["harmful"] == 0, case["text"]
