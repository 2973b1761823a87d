"""What a class does to a kernel in the course of an hour, good and bad, over the wire."""

import time

import psutil
import pytest

LINES = 20_000


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


def test_flood_of_lines_arrives_whole_and_in_order(kernel):
    cell = kernel.run(f'for (int i = 0; i < {LINES}; i++) System.out.println("line " + i);')
    assert cell.stream() == "".join(f"line {i}\n" for i in range(LINES))
    assert len(cell.outputs) < LINES / 20, "output is sent in batches"


@pytest.mark.parametrize("endless", ["while (true) {}", "Thread.sleep(600_000);"])
def test_interrupt_ends_a_cell_and_keeps_the_variables(kernel, endless):
    kernel.run("int kept = 42;")
    request = kernel.client.execute(endless)
    time.sleep(1)
    kernel.manager.interrupt_kernel()
    assert reply_to(kernel, request)["content"]["status"] == "error"
    assert kernel.run("kept").result() == "42"
    assert comes_to_rest(psutil.Process(kernel.manager.provisioner.pid))


def test_error_names_the_line_and_no_frame_of_the_kernel(kernel):
    cell = kernel.run('int a = 1;\nthrow new IllegalStateException("on purpose");')
    assert cell.status == "error"
    assert cell.reply["ename"].endswith("IllegalStateException")
    assert "on purpose" in cell.error()
    assert "gradus.kernel" not in cell.error()
    assert "jdk.jshell" not in cell.error()
    assert len(cell.error().splitlines()) <= 30


@pytest.mark.parametrize(
    "fatal",
    ["System.exit(3);", "int f(int n) { return f(n + 1) + 1; } f(0)", 'throw new OutOfMemoryError("pretended");'],
)
def test_what_would_end_a_program_does_not_end_the_session(kernel, fatal):
    kernel.run("int kept = 42;")
    assert kernel.run(fatal).status == "error"
    assert kernel.run("kept").result() == "42"


def test_assert_holds_in_cells(kernel):
    cell = kernel.run("assert 1 > 2;")
    assert (cell.status, cell.reply["ename"]) == ("error", "AssertionError")


def test_input_is_asked_of_the_student(kernel):
    asked = []

    def answer(message):
        asked.append(message["content"])
        kernel.client.input("žluťoučký 🐎")

    code = "System.out.println(new java.util.Scanner(System.in).nextLine());"
    cell = kernel.run(code, allow_stdin=True, stdin_hook=answer)
    assert len(asked) == 1
    assert cell.stream() == "žluťoučký 🐎\n"


def test_wrong_signature_is_passed_over(kernel):
    message = kernel.client.session.msg("execute_request", {"code": "System.exit(1);"})
    frames = kernel.client.session.serialize(message)
    frames[1] = b"0" * len(frames[1])
    kernel.client.shell_channel.socket.send_multipart(frames)
    assert kernel.run("6 * 7").result() == "42"


def test_truncated_message_is_passed_over(kernel):
    message = kernel.client.session.msg("execute_request", {"code": "1"})
    frames = kernel.client.session.serialize(message)
    for length in range(1, len(frames)):
        kernel.client.shell_channel.socket.send_multipart(frames[:length])
    assert kernel.run("6 * 7").result() == "42"


def test_own_class_takes_the_name_var_and_reset_gives_it_back(kernel):
    kernel.run("class Var { String whose() { return \"mine\"; } }")
    assert "mine" in kernel.run("new Var().whose()").result()
    kernel.run("%reset")
    assert kernel.run("new Var(2).mul(3).value()").result() == "6.0"


def test_shutdown_ends_the_process(kernel):
    process = psutil.Process(kernel.manager.provisioner.pid)
    kernel.client.shutdown()
    process.wait(timeout=5)


def comes_to_rest(process):
    """Whether it uses next to no time of the processor, once the JVM has compiled what waited to be compiled."""
    process.cpu_percent()
    for _ in range(15):
        time.sleep(1)
        if process.cpu_percent() < 20:
            return True
    return False


def reply_to(kernel, request):
    while True:
        reply = kernel.client.get_shell_msg(timeout=30)
        if reply["parent_header"].get("msg_id") == request:
            return reply
