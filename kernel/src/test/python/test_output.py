"""What a cell prints: all of it, in order, in time, at its own cell, and never so much that nothing else gets through."""

import time

import pytest


def test_hundred_thousand_lines_arrive_whole_in_order_in_few_messages_before_idle(shared):
    cell = shared.run('for (int i = 0; i < 100_000; i++) System.out.println("line " + i);')
    assert cell.stream() == "".join(f"line {i}\n" for i in range(100_000))
    assert len(cell.outputs) < 200
    assert cell.outputs[-1]["content"].get("execution_state") == "idle"


def test_carriage_returns_and_partial_lines_are_kept(shared):
    code = 'for (int i = 0; i < 5; i++) { System.out.print("\\r" + i * 20 + " %"); Thread.sleep(70); }\nSystem.out.print("!")'
    assert shared.run(code).stream() == "\r0 %\r20 %\r40 %\r60 %\r80 %!"


def test_partial_line_is_shown_while_the_cell_runs(shared):
    request = shared.client.execute('System.out.print("wait"); Thread.sleep(600_000);')
    while (message := shared.client.get_iopub_msg(timeout=10))["msg_type"] != "stream":
        pass
    assert message["content"]["text"] == "wait"
    shared.control("interrupt_request")
    shared.ask(request)


@pytest.mark.parametrize("text", ["žluťoučký kůň", "Ελληνικά ∂L/∂w̄", "日本語", "😀👩‍👩‍👧 a"])
def test_characters_of_every_script_are_kept(shared, text):
    code = f'System.out.print("{text}"); System.err.print("{text}"); "{text}"'
    cell = shared.run(code)
    assert (cell.stream(), cell.stream("stderr"), cell.result()) == (text, text, text)


def test_character_written_in_halves_is_one(shared):
    shared.run("byte[] smile = \"😀\".getBytes(java.nio.charset.StandardCharsets.UTF_8);")
    code = "System.out.write(smile, 0, 2); System.out.flush(); Thread.sleep(120); System.out.write(smile, 2, 2);"
    assert shared.run(code).stream() == "😀"


def test_five_megabytes_at_once_keep_their_characters(shared):
    cell = shared.run('System.out.print("ž😀abc\\n".repeat(500_000));')
    assert cell.stream() == "ž😀abc\n" * 500_000


def test_errors_go_to_a_stream_of_their_own(shared):
    cell = shared.run('System.out.println("out"); System.err.println("err"); System.out.println("out again");')
    kinds = [(o["content"]["name"], o["content"]["text"]) for o in cell.outputs if o["msg_type"] == "stream"]
    assert kinds == [("stdout", "out\n"), ("stderr", "err\n"), ("stdout", "out again\n")]


def test_closed_stream_still_prints(shared):
    shared.run('try (var out = new PrintWriter(System.out)) { out.println("a"); }')
    assert shared.run('System.out.println("b");').stream() == "b\n"


def test_thread_that_floods_after_its_cell_does_not_hold_up_the_next(shared):
    shared.run('var flood = new Thread(() -> { while (true) System.out.println("flood"); }); flood.start();')
    start = time.monotonic()
    assert shared.run("6 * 7").result() == "42"
    assert time.monotonic() - start < 5
    shared.control("interrupt_request")
    assert shared.run("flood.join(5_000); flood.isAlive()").result() == "false"


def test_flood_is_slowed_down_and_loses_nothing(shared):
    printed = []
    request = shared.client.execute('for (long i = 0; ; i++) System.out.println("number " + i);')
    end = time.monotonic() + 4
    while time.monotonic() < end:
        message = shared.client.get_iopub_msg(timeout=10)
        is_mine = message["msg_type"] == "stream" and message["parent_header"]["msg_id"] == request
        printed += [message["content"]["text"]] if is_mine else []
    shared.control("interrupt_request")
    printed += [m["content"]["text"] for m in shared.outputs(request) if m["msg_type"] == "stream"]
    assert shared.ask(request)["content"]["ename"] == "Interrupted"
    text = "".join(printed)
    lines = text.split("\n")[:-1]
    assert lines == [f"number {i}" for i in range(len(lines))]
    assert len(text) < 30_000_000


def test_flood_of_displays_is_slowed_down_too(shared):
    request = shared.client.execute('while (true) display("again");')
    time.sleep(2)
    shared.control("interrupt_request")
    assert shared.ask(request, timeout=5)["content"]["ename"] == "Interrupted"


def test_display_is_updated_in_place(shared):
    cell = shared.run('var id = display("first"); updateDisplay(id, "second");')
    first, second = [o for o in cell.outputs if o["msg_type"] in ("display_data", "update_display_data")]
    assert (first["msg_type"], second["msg_type"]) == ("display_data", "update_display_data")
    assert first["content"]["transient"] == second["content"]["transient"]
    assert second["content"]["data"]["text/plain"] == "second"


def test_output_is_cleared_now_or_before_the_next(shared):
    cell = shared.run('System.out.print("a"); clearOutput(true); System.out.print("b"); clearOutput();')
    kinds = [
        o["content"].get("text", o["content"].get("wait"))
        for o in cell.outputs
        if o["msg_type"] in ("stream", "clear_output")
    ]
    assert kinds == ["a", True, "b", False]


def test_colour_stands_in_errors_and_nowhere_else(shared):
    cell = shared.run('System.out.println("plain"); System.err.println("plain"); "plain"')
    assert "\x1b" not in cell.stream() + cell.stream("stderr") + cell.result()
    assert "\x1b[" in shared.run("throw new IllegalStateException();").error()
