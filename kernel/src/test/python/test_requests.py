"""What frontends ask beside running cells: completion, inspection, history, comms, questions to the student."""

import time

import pytest


def completed(kernel, code, cursor=None):
    content = kernel.ask(kernel.client.complete(code, cursor))["content"]
    assert content["status"] == "ok"
    types = content["metadata"]["_jupyter_types_experimental"]
    assert [each["text"] for each in types] == content["matches"]
    assert {(each["start"], each["end"]) for each in types} <= {(content["cursor_start"], content["cursor_end"])}
    return {each["text"]: each["type"] for each in types}


def test_names_of_student_and_engine_come_first(shared):
    assert list(completed(shared, "V"))[:2] == ["Var", "Value"]
    assert list(completed(shared, "Te"))[0] == "Tensor"
    assert list(completed(shared, "new Ada"))[0] == "Adam("
    shared.run("int Voltage = 1; class Volume {} double volt(int x) { return x; }")
    assert list(completed(shared, "V"))[:4] == ["Voltage", "Volume", "Var", "Value"]
    assert list(completed(shared, "vol"))[0] == "volt("


def test_packages_are_known_after_a_pause_and_after_a_reset(kernel):
    """They are listed in the background, once no cell has run for a while."""

    def awaited():
        end = time.monotonic() + 30
        while "concurrent." not in completed(kernel, "import java.util.conc"):
            assert time.monotonic() < end
            time.sleep(0.2)

    kernel.run("1 + 1")
    awaited()
    kernel.run("%reset")
    awaited()


def test_members_that_every_object_has_come_last(shared):
    shared.run("var leaf = new Var(1);")
    names = list(completed(shared, "leaf."))
    assert {"mul(", "grad()", "value()"} <= set(names)
    assert set(names[-6:]) == {"equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "wait("}


@pytest.mark.parametrize(
    "code, name, type",
    [
        ("Arr", "ArrayList", "class"),
        ("new ArrayLi", "ArrayList(", "class"),
        ("java.util.UU", "UUID", "class"),
        ("Math.P", "PI", "instance"),
        ("Math.max", "max(", "function"),
        ("number", "numberOfMine", "instance"),
        ("%ste", "%step", "magic"),
        ("int a;\n%%ht", "%%html", "magic"),
        ("%help %who", "%whos", "magic"),
        ("%plot losses --l", "--live", "param"),
        ("%graph numberOf", "numberOfMine", "instance"),
        ("%load /us", "/usr/", "path"),
    ],
)
def test_match_has_its_type(shared, code, name, type):
    shared.run("int numberOfMine = 1;")
    assert next(found for text, found in completed(shared, code).items() if text.startswith(name)) == type


def test_completion_right_behind_an_emoji(shared):
    for before in ("/*😀*/", '"😀😀".concat("😀");', "int a; // 😀\n"):
        content = shared.ask(shared.client.complete(before + "Tens"))["content"]
        assert content["matches"][0] == "Tensor"
        assert (content["cursor_start"], content["cursor_end"]) == (len(before), len(before) + 4)
    content = shared.ask(shared.client.inspect('"😀".length', 8))["content"]
    assert content["found"]


def test_console_is_told_how_to_go_on(shared):
    def asked(code):
        content = shared.ask(shared.client.is_complete(code))["content"]
        return content["status"], content.get("indent")

    assert asked("int a = 1;") == ("complete", None)
    assert asked("for (int i = 0; i < 3; i++) {") == ("incomplete", "    ")
    assert asked("class A {\n    int f() {") == ("incomplete", "        ")
    assert asked("int 1 = 2;") == ("invalid", None)
    assert asked("Var.pow?") == ("complete", None)


def test_history_by_tail_range_and_pattern(kernel):
    for code in ("int a = 1;", "a + 1", "a + 1", "a * 3"):
        kernel.run(code)
    kernel.run("a + 100", store_history=False)

    def found(**options):
        reply = kernel.ask(kernel.client.history(**options))["content"]
        assert reply["status"] == "ok"
        return reply["history"]

    assert found(hist_access_type="tail", n=2) == [[1, 3, "a + 1"], [1, 4, "a * 3"]]
    assert found(hist_access_type="tail", n=1, output=True) == [[1, 4, ["a * 3", "3"]]]
    assert found(hist_access_type="range", session=0, start=2, stop=4) == [[1, 2, "a + 1"], [1, 3, "a + 1"]]
    assert found(hist_access_type="search", pattern="a +*") == [[1, 2, "a + 1"], [1, 3, "a + 1"]]
    assert len(found(hist_access_type="search", pattern="a +*", unique=True)) == 1
    assert found(hist_access_type="search", pattern="a*", n=1) == [[1, 4, "a * 3"]]
    assert found(hist_access_type="search", pattern="nothing*") == []


def states(messages):
    return [m["content"]["execution_state"] for m in messages if m["msg_type"] == "status"]


def test_comm_for_an_unknown_target_is_closed(shared):
    opened = shared.send("comm_open", {"comm_id": "c1", "target_name": "jupyter.widget", "data": {}})
    published = shared.outputs(opened)
    assert states(published) == ["busy", "idle"]
    [close] = [m for m in published if m["msg_type"] == "comm_close"]
    assert close["content"]["comm_id"] == "c1"
    reply = shared.ask(shared.send("comm_info_request", {}))["content"]
    assert (reply["status"], reply["comms"]) == ("ok", {})


@pytest.mark.parametrize(
    "kind, content",
    [
        ("comm_msg", {"comm_id": "gone", "data": {}}),
        ("comm_close", {"comm_id": "gone", "data": {}}),
        ("frobnicate_request", {"a": 1}),
        ("debug_request", {"type": "request", "command": "initialize", "seq": 1}),
        ("input_reply", {"value": "nobody asked"}),
    ],
)
def test_message_that_nobody_waits_for_is_taken_and_not_answered(shared, kind, content):
    published = shared.outputs(shared.send(kind, content))
    assert [m["msg_type"] for m in published] == ["status", "status"]
    assert states(published) == ["busy", "idle"]
    assert shared.run("6 * 7").result() == "42"


def test_what_the_kernel_cannot_do_is_not_announced(shared):
    content = shared.control("kernel_info_request")["content"]
    assert (content["debugger"], content["supported_features"]) == (False, [])


def test_cell_asks_for_a_line_and_for_a_password(shared):
    asked = []

    def answer(message):
        asked.append((message["content"]["prompt"], message["content"]["password"]))
        shared.client.input("žluťoučký 😀" if len(asked) == 1 else "secret")

    cell = shared.run(
        'String name = input("Your name? ");\nString word = Kernel.password("Password: ");\nname + word.length()',
        allow_stdin=True,
        stdin_hook=answer,
    )
    assert cell.result() == "žluťoučký 😀6"
    assert asked == [("Your name? ", False), ("Password: ", True)]
    assert "secret" not in str(cell.outputs)


@pytest.mark.parametrize("call", ['input("Name? ")', 'password("Word? ")'])
def test_question_is_refused_where_nobody_can_type(shared, call):
    cell = shared.run(call, allow_stdin=False)
    assert cell.reply["ename"] == "InputRefused"
    assert "stdin is not allowed" in cell.reply["evalue"] and "Run the cell in an interactive notebook" in cell.error_words()
    assert shared.run("1 + 1").result() == "2"


def test_question_can_be_interrupted(shared):
    request = shared.client.execute('input("Name? ")', allow_stdin=True)
    assert shared.client.get_stdin_msg(timeout=20)["content"]["prompt"] == "Name? "
    shared.manager.interrupt_kernel()
    assert shared.ask(request)["content"]["ename"] == "Interrupted"


def inspected(kernel, code, cursor, level):
    content = kernel.ask(kernel.client.inspect(code, cursor, level))["content"]
    assert (content["status"], content["found"]) == ("ok", True)
    assert set(content["data"]) == {"text/plain", "text/html"}
    return content["data"]["text/plain"]


def test_inspection_explains_the_engine_and_the_students_own_classes(shared):
    shared.run("/** Of a room. */ class Lamp { /** How bright, in lumen. */ int light() { return 800; } } var lamp = new Lamp();")
    for cursor in range(5, 12):  # anywhere in the name, at its end, and inside of the call
        assert inspected(shared, "lamp.light()", cursor, 0) == "int Lamp.light()\n    How bright, in lumen."
    assert "return 800;" in inspected(shared, "lamp.light()", 7, 1)
    of_the_engine = inspected(shared, "new Var(2).mul(3)", 12, 0)
    assert "Var Var.mul(double y)\n    z = this · y." in of_the_engine
    assert "∂z/∂x = y\n" in of_the_engine and "apply(BinaryOp.MUL" not in of_the_engine
    assert "return apply(BinaryOp.MUL, this, y);" in inspected(shared, "new Var(2).mul(3)", 12, 1)


def test_inspection_explains_the_jdk(shared, jdk):
    page = inspected(shared, '"abc".substring(1)', 8, 0)
    assert page.startswith("String String.substring(int beginIndex)\n")
    if (jdk.home / "lib" / "src.zip").is_file():
        assert "Returns a string that is a substring of this string." in page
    else:
        assert page.endswith(f"/java/javase/{jdk.feature}/docs/api/java.base/java/lang/String.html")


@pytest.mark.parametrize(
    "code, words",
    [
        ("Math.floorMod?", "floorMod(int x, int y)"),
        ("?Var", "A scalar node"),
        ("Var.pow?", "∂z/∂y = z·ln(x)"),
        ("Var.sin??", "return apply(UnaryOp.SIN, this);"),
        ("%step?", "%step"),
        ("no.such?", "Nothing"),
    ],
)
def test_question_mark_opens_a_page(shared, code, words):
    cell = shared.run(code)
    [page] = cell.reply["payload"]
    assert page["source"] == "page" and words in page["data"]["text/plain"]
    assert cell.shown() == []
    assert shared.run("1 > 0 ?\n2 : 3").result() == "2"
