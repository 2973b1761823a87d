"""What a cell or a message does wrong, and the cell after it."""

import os
import time

import pytest
from gradus_kernel import Kernel
from jupyter_client.session import Session

DELIMITER = b"<IDS|MSG>"


def shell(kernel):
    return kernel.client.shell_channel.socket


def send_and_settle(kernel, frames):
    shell(kernel).send_multipart(frames)
    time.sleep(0.3)


def test_wrongly_signed_message_is_not_executed(keeping):
    forger = Session(key=b"not the key", signature_scheme="hmac-sha256")
    forger.send(shell(keeping), "execute_request", {"code": "keep = 999;", "silent": False})
    time.sleep(0.3)


@pytest.mark.parametrize("frames", [[], [b"00"], [b"00", b"{}"], [b"00", b"{}", b"{}", b"{}"]], ids=len)
def test_truncated_message_takes_nothing_of_the_next(keeping, frames):
    send_and_settle(keeping, [DELIMITER, *frames])


def test_frames_without_delimiter_are_dropped(keeping):
    send_and_settle(keeping, [b"garbage", b"more garbage"])


def test_signed_text_that_is_no_json_is_dropped(keeping):
    parts = [b"this is not json {", b"nor this", b"\xff\xfe", b"["]
    send_and_settle(keeping, [DELIMITER, keeping.client.session.sign(parts), *parts])


def test_message_without_content_fields_is_answered(keeping):
    client = keeping.client
    client.shell_channel.send(client.session.msg("complete_request", {}))
    reply = client.get_shell_msg(timeout=20)
    assert (reply["msg_type"], reply["content"]["status"]) == ("complete_reply", "error")


def test_unknown_message_type_is_ignored(keeping):
    client = keeping.client
    client.shell_channel.send(client.session.msg("frobnicate_request", {"a": 1}))


EXITS = {
    "System.exit(0)": "System.exit(0);",
    "Runtime.exit(1)": "Runtime.getRuntime().exit(1);",
    "Runtime.halt(2)": "Runtime.getRuntime().halt(2);",
    "System.exit": 'System.class.getMethod("exit", int.class).invoke(null, 3);',
    "Runtime.halt": 'var m = Runtime.class.getMethod("halt", int.class);\nm.invoke(Runtime.getRuntime(), 4);',
}


@pytest.mark.parametrize("call", EXITS)
def test_exit_is_explained(keeping, call):
    cell = keeping.run(EXITS[call])
    assert cell.reply["evalue"].startswith(call + " would end the kernel")


def test_endless_recursion_is_an_error(keeping):
    cell = keeping.run("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)")
    assert cell.reply["ename"] == "StackOverflowError"
    assert len(cell.error().splitlines()) <= 30


def test_full_memory_is_an_error(keeping):
    cell = keeping.run("{ var hog = new ArrayList<long[]>(); while (true) hog.add(new long[1 << 27]); }")
    assert cell.reply["ename"] == "OutOfMemoryError"


def test_memory_filled_by_a_variable_leaves_room_to_clear_it(installed):
    kernel = Kernel(installed, env={**os.environ, "JDK_JAVA_OPTIONS": "-Xmx500m"})
    try:
        kernel.run("int keep = 42;")
        cell = kernel.run("var hog = new ArrayList<byte[]>();\nwhile (true) hog.add(new byte[1000]);")
        assert cell.reply["ename"] == "OutOfMemoryError"
        assert "set to null" in cell.error()
        assert kernel.run("keep + 1").result() == "43"
        assert kernel.run("hog = null;").status == "ok"
        assert kernel.run("new long[30_000_000].length").result() == "30000000"
    finally:
        kernel.stop()


def test_value_whose_text_fails_is_described(keeping):
    cell = keeping.run(
        "class Mute { public String toString() { throw new IllegalStateException(\"no\"); } }\nnew Mute()"
    )
    assert "cannot be shown" in cell.result()


def test_stack_overflow_in_a_tostring_is_described(keeping):
    cell = keeping.run("class Deep { public String toString() { return \"\" + this; } }\nnew Deep()")
    assert "StackOverflowError" in (cell.result() or cell.error())


def test_exception_of_a_thread_names_cell_and_line(keeping):
    cell = keeping.run(
        'Thread bad = new Thread(() -> {\n    throw new RuntimeException("boom");\n}, "mine");\nbad.start(); bad.join();'
    )
    assert cell.stream("stderr").splitlines() == [
        'Exception in thread "mine" RuntimeException: boom',
        '  Cell 2, line 2: throw new RuntimeException("boom");',
    ]
