"""What a stepper's page computes by itself, beside what the engine computed: every op of the catalogue, in Chromium."""

import pytest
from gradus_kernel import ROOT

# Written by PageProgramTest, which sees to it that no op of the catalogue is missing.
CASES = ROOT / "autograd-render" / "target" / "page-engine" / "cases.html"

# Each element to 1e-12, relative to the larger of the two, or absolute where both are below 1.
COMPARE = """() => {
  const wrong = [];
  const near = (a, b) => Object.is(a, b) || Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)) || a === b;
  const compare = (where, own, expected) => {
    if (!own || !expected) {
      if (own !== expected) wrong.push(`${where}: ${own} and not ${expected}`);
      return;
    }
    const numbers = expected.map(Number);
    if (own.length !== numbers.length || !own.every((a, k) => near(a, numbers[k]))) {
      wrong.push(`${where}: ${own} and not ${numbers}`);
    }
  };
  for (const {name, program, inputs, values, steps} of cases) {
    const page = engine(program);
    const edited = new Map(inputs.map(([id, elements]) => [id, elements.map(Number)]));
    const run = page.run(edited);
    values.forEach((expected, id) => compare(`${name}: value of node ${id}`, run.values[id], expected));
    page.forward(edited).forEach((own, id) => compare(`${name}: forward to node ${id}`, own, run.values[id]));
    if (run.steps.length !== steps.length) wrong.push(`${name}: ${run.steps.length} steps and not ${steps.length}`);
    const adjoints = new Map();
    steps.forEach((expected, k) => {
      for (const key in expected) compare(`${name}: ${key} of step ${k}`, run.steps[k][key], expected[key]);
      adjoints.set(program.nodes[program.steps[k][0]].a[program.steps[k][1]], expected.after);
    });
    adjoints.forEach((expected, id) => compare(`${name}: adjoint of node ${id}`, run.adjoints[id], expected));
    steps.forEach((expected, k) => product(compare, name, page, run, k));
  }
  return {count: cases.length, wrong: wrong.slice(0, 20)};

  // The upstream gradient times the Jacobian is the contribution; of numbers that are none, nothing is said.
  function product(compare, name, page, run, k) {
    const {upstream, contribution} = run.steps[k];
    const jacobian = page.jacobian(k, run);
    if (!jacobian && upstream.length * contribution.length > 400) return;
    const {rows, cols, at} = jacobian;
    if (rows !== upstream.length || cols !== contribution.length || at.length !== rows * cols) {
      wrong.push(`${name}: Jacobian of step ${k} is ${rows}×${cols} with ${at.length} elements`);
    }
    if (![...at, ...upstream, ...contribution].every(Number.isFinite)) return;
    const sums = contribution.map((_, j) => upstream.reduce((sum, u, i) => sum + u * at[i * cols + j], 0));
    compare(`${name}: upstream times Jacobian of step ${k}`, sums, contribution);
  }
}"""


@pytest.fixture
def page(browser):
    if not CASES.is_file():
        pytest.fail(f"{CASES} is missing: it is written by the tests of autograd-render")
    opened = browser.new_page()
    yield opened
    opened.close()


def test_page_computes_what_the_engine_computes(page):
    page.goto(CASES.as_uri())
    result = page.evaluate(COMPARE)
    assert result["wrong"] == []
    assert result["count"] > 1000


def test_large_jacobian_is_left_out(page):
    page.goto(CASES.as_uri())
    assert page.evaluate(
        """() => {
          const program = {
            f: [{v: 'return k=>-x[k]', g: ['return k=>-1'], l: 1}],
            nodes: [{v: Array(21).fill(1)}, {o: 0, a: [0], m: 21, l: [[21], [1], [1]]}],
            leaves: [0], steps: [[1, 0]], root: 1, seed: Array(21).fill(1)
          };
          const page = engine(program);
          return page.jacobian(0, page.run(new Map()));
        }"""
    ) is None
