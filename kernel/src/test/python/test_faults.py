"""What a cell or a message does wrong, and the cell after it."""

import os
import time

import pytest
from gradus_kernel import Kernel, run
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


LOOKUP = "java.lang.invoke.MethodHandles.lookup()"
RUN = "Runtime.getRuntime()"

EXITS = {
    "System.exit(0)": "System.exit(0);",
    "Runtime.exit(1)": "Runtime.getRuntime().exit(1);",
    "Runtime.halt(2)": "Runtime.getRuntime().halt(2);",
    "System.exit": 'System.class.getMethod("exit", int.class).invoke(null, 3);',
    "Runtime.halt": 'var m = Runtime.class.getMethod("halt", int.class);\nm.invoke(Runtime.getRuntime(), 4);',
    "System.exit(5)": "Runnable r = () -> System.exit(5);\nr.run();",
    "System.exit(6)": "java.util.function.IntConsumer f = System::exit;\nf.accept(6);",
    "Runtime.exit(7)": f"java.util.function.IntConsumer f = {RUN}::exit;\nList.of(7).forEach(f::accept);",
    "Runtime.halt(8)": "BiConsumer<Runtime, Integer> f = Runtime::halt;\nf.accept(Runtime.getRuntime(), 8);",
    "System.exit(9)": "class Tool { static { System.exit(9); } }\nnew Tool();",
    "System.exit(10)": "var type = java.lang.invoke.MethodType.methodType(void.class, int.class);\n"
    f'{LOOKUP}.findStatic(System.class, "exit", type).invoke(10);',
    "Runtime.exit(11)": "var type = java.lang.invoke.MethodType.methodType(void.class, int.class);\n"
    f'{LOOKUP}.findVirtual(Runtime.class, "exit", type).invoke({RUN}, 11);',
    "Runtime.halt(12)": "var type = java.lang.invoke.MethodType.methodType(void.class, int.class);\n"
    f'{LOOKUP}.bind({RUN}, "halt", type).invoke(12);',
}


def test_exit_is_explained(keeping):
    for call, code in EXITS.items():
        cell = keeping.run(code)
        assert cell.error() and f"{call} would end the kernel" in cell.error(), (code, cell.error())


LIBRARY = """package tool;
import java.util.concurrent.Callable;
public class Main {
    public static void main(String[] words) { System.exit(words.length); }
    public static Callable<Void> later() { return () -> { Runtime.getRuntime().halt(3); return null; }; }
    public static String version() { return Main.class.getPackage().getImplementationVersion() + " " + Other.name(); }
}
class Other { static String name() { return Other.class.getProtectionDomain().getCodeSource().getLocation().getFile(); } }
"""


def test_exit_in_a_library_is_explained(keeping, jdk, tmp_path):
    (tmp_path / "Main.java").write_text(LIBRARY)
    (tmp_path / "manifest").write_text("Implementation-Version: 1.5\n")
    run(jdk.home / "bin" / "javac", "-d", tmp_path / "classes", tmp_path / "Main.java", check=True)
    run(
        *(jdk.home / "bin" / "jar", "cfm", tmp_path / "tool.jar", tmp_path / "manifest"),
        *("-C", tmp_path / "classes", "."),
        check=True,
    )
    keeping.run(f"%classpath {tmp_path / 'tool.jar'}")
    cell = keeping.run('tool.Main.main(new String[] {"a", "b"});')
    assert cell.reply["evalue"].startswith("System.exit(2) would end the kernel"), cell.error()
    assert keeping.run("tool.Main.later().call()").reply["evalue"].startswith("Runtime.halt(3)")
    assert keeping.run("tool.Main.version()").result() == f"1.5 {tmp_path / 'tool.jar'}"


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


def test_exception_that_cannot_be_asked_is_told_by_its_name(keeping):
    keeping.run(
        "class Mute extends RuntimeException { public String getMessage() { throw new Error(); }"
        " public StackTraceElement[] getStackTrace() { return null; } }"
    )
    assert keeping.run("throw new Mute();").reply["ename"] == "Mute"
    cell = keeping.run("Thread t = new Thread(() -> { throw new Mute(); });\nt.start(); t.join();")
    assert "Mute: (its message cannot be read" in cell.stream("stderr")


def test_streams_that_a_cell_takes_away_are_put_back(keeping):
    for take in ("System.setOut(null);", "System.setErr(null);", "System.setIn(null);"):
        assert keeping.run(take).status == "ok"
    assert keeping.run('System.out.print("out"); System.err.print("err");').stream() == "out"
