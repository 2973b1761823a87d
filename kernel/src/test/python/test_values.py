"""Values of every kind as a front end gets them."""

import time

import pytest


def html(cell):
    return cell.result("text/html")


def test_matrix_is_a_table_and_text(kernel):
    cell = kernel.run("new double[][] {{1, 2}, {3}}")
    assert cell.result() == "[[1.0, 2.0],\n [3.0]]"
    assert "double[2][2]" in html(cell) and html(cell).count("<tr>") == 3


def test_large_matrix_is_shortened(kernel):
    cell = kernel.run("new int[1000][1000]")
    assert len(html(cell)) < 100_000 and len(cell.result()) < 20_000
    assert "⋮" in html(cell) and "⋯" in html(cell) and ">999<" in html(cell)


def test_records_are_told_by_their_components(kernel):
    kernel.run("record Point(int x, double[] at) {}")
    cell = kernel.run("new Point(1, new double[] {2, 3})")
    assert cell.result() == "Point[x=1, at=[2.0, 3.0]]"
    assert ">at</th>" in html(cell)
    table = html(kernel.run("List.of(new Point(1, null), new Point(2, null))"))
    assert "2 × Point" in table and table.count("<tr>") == 3


def test_record_with_words_of_its_own_is_told_in_them(kernel):
    cell = kernel.run("var x = new Var(2);\nGradientCheck.of(() -> x.mul(x), x)")
    assert cell.result().startswith("gradient check: right")
    assert cell.result("text/html") is None


def test_map_is_a_table_whose_words_do_no_harm(kernel):
    cell = kernel.run('Map.of("<script>", "$x$ \\"q\\" 😀")')
    assert "<script>" not in html(cell)
    assert "<span>$</span>x<span>$</span> &quot;q&quot; 😀" in html(cell)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("null", "null"),
        ("Optional.of(new int[] {1, 2})", "Optional[[1, 2]]"),
        ("Optional.empty()", "Optional.empty"),
        ('new IllegalStateException("a", new RuntimeException("b"))',
         "java.lang.IllegalStateException: a\nCaused by: java.lang.RuntimeException: b"),
        ("new ArrayList<>(List.of(1, 2))", "[1, 2]"),
    ],
    ids=["null", "optional", "empty", "exception", "list"],
)
def test_small_values_are_text(kernel, code, text):
    assert kernel.run(code).result() == text


def test_stream_is_told_and_not_consumed(kernel):
    kernel.run("var stream = IntStream.range(0, 3);")
    assert "not yet read" in kernel.run("stream").result()
    assert kernel.run("stream.sum()").result() == "3"


def test_chart_and_image_are_pictures(kernel):
    cell = kernel.run(
        'org.jfree.chart.ChartFactory.createXYLineChart("Loss", "", "", new org.jfree.data.xy.XYSeriesCollection())'
    )
    assert cell.result() == 'Chart "Loss"' and cell.result("image/png")
    image = kernel.run("new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB)")
    assert image.result() == "Image, 3×2 pixels" and image.result("image/png")


@pytest.mark.parametrize("show", ["endless", "display(endless)", "List.of(endless)", "Map.of(1, endless)"])
def test_text_without_end_can_be_interrupted(kernel, show):
    kernel.run(
        "int keep = 42; class Endless { public String toString() { while (true) {} } }\nvar endless = new Endless();"
    )
    client = kernel.client
    request = client.execute(show)
    time.sleep(1.5)
    kernel.manager.interrupt_kernel()
    reply = client.get_shell_msg(timeout=20)
    while reply["parent_header"]["msg_id"] != request:
        reply = client.get_shell_msg(timeout=20)
    assert reply["content"]["ename"] == "Interrupted"
    assert kernel.run("keep").result() == "42"


def test_registered_renderer_shows_a_class_until_reset(kernel):
    kernel.run('record Money(int cents) {}\nRenderers.register(Money.class, m -> "<b>" + m.cents() + "</b>");')
    cell = kernel.run("new Money(250)")
    assert (html(cell), cell.result()) == ("<b>250</b>", "Money[cents=250]")
    kernel.run("%reset")
    kernel.run("record Money(int cents) {}")
    assert "<b>250</b>" not in (html(kernel.run("new Money(250)")) or "")


def test_renderer_that_fails_is_told(kernel):
    kernel.run('record Money(int cents) {}\nRenderers.register(Money.class, m -> { throw new RuntimeException("no"); });')
    assert "cannot be shown: java.lang.RuntimeException: no" in kernel.run("new Money(1)").result()


def test_display_is_replaced_from_a_later_cell(kernel):
    cell = kernel.run('String id = display("first");')
    shown = [o for o in cell.outputs if o["msg_type"] == "display_data"]
    cell = kernel.run('updateDisplay(id, "<b>2</b>", "text/html");')
    [update] = [o for o in cell.outputs if o["msg_type"] == "update_display_data"]
    assert update["content"]["transient"]["display_id"] == shown[0]["content"]["transient"]["display_id"]
    assert update["content"]["data"]["text/html"] == "<b>2</b>"


def test_cell_that_ends_with_display_has_no_value(kernel):
    cell = kernel.run("display(1)")
    assert [o["msg_type"] for o in cell.outputs if o["msg_type"] in ("display_data", "execute_result")] == [
        "display_data"
    ]


def test_text_is_rendered_as_what_it_is(kernel):
    assert html(kernel.run('render("<i>1</i>", "text/html")')) == "<i>1</i>"


def bars(cell):
    """The drawings of each bar, in order."""
    found = {}
    for output in cell.outputs:
        if output["msg_type"] in ("display_data", "update_display_data"):
            content = output["content"]
            found.setdefault(content["transient"]["display_id"], []).append(content["data"]["text/plain"])
    return list(found.values())


def test_progress_is_redrawn_in_its_place_and_no_flood(kernel):
    start = time.monotonic()
    [bar] = bars(kernel.run("for (int i : Progress.of(2_000_000)) { if (i % 2000 == 0) Thread.sleep(1); }"))
    assert bar[-1].startswith("100 %") and "2000000/2000000" in bar[-1]
    assert 3 <= len(bar) <= 10 * (time.monotonic() - start) + 3


def test_progress_tells_where_an_exception_stopped_it(kernel):
    [bar] = bars(kernel.run('for (int i : Progress.of(10)) { if (i == 4) throw new RuntimeException("no"); }'))
    assert "4/10" in bar[-1] and bar[-1].endswith("stopped")


def test_progress_tells_where_an_interrupt_stopped_it(kernel):
    kernel.run("1 + 1")
    client = kernel.client
    request = client.execute("for (int i : Progress.of(10)) { if (i == 3) Thread.sleep(600_000); }")
    time.sleep(1.5)
    kernel.manager.interrupt_kernel()
    last = None
    while True:
        message = client.get_iopub_msg(timeout=20)
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] in ("display_data", "update_display_data"):
            last = message["content"]["data"]["text/plain"]
        if message["content"].get("execution_state") == "idle":
            break
    assert "3/10" in last and last.endswith("stopped")


def test_nested_bars_are_two(kernel):
    cell = kernel.run('for (int i : Progress.of(2).named("outer")) for (var j : Progress.of(List.of(1, 2, 3))) { }')
    assert [bar[-1].split("%")[0] for bar in bars(cell)] == ["outer 100 ", "100 ", "100 "]
