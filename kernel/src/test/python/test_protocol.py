"""What a frontend relies on, message by message."""

import time
from datetime import datetime, timezone

import pytest


def ask(kernel, message_id):
    """The reply to a request, whatever else arrives."""
    while True:
        reply = kernel.client.get_shell_msg(timeout=30)
        if reply["parent_header"].get("msg_id") == message_id:
            return reply


def outputs(kernel, message_id):
    """What is published for a request, up to and with its idle status."""
    found = []
    while True:
        message = kernel.client.get_iopub_msg(timeout=30)
        if message["parent_header"].get("msg_id") == message_id:
            found.append(message)
            if message["content"].get("execution_state") == "idle":
                return found


def test_kernel_info_names_protocol_language_and_status(kernel):
    content = ask(kernel, kernel.client.kernel_info())["content"]
    assert content["status"] == "ok"
    assert content["protocol_version"] == "5.4"
    assert content["language_info"]["name"] == "java"
    assert content["help_links"]


def test_date_of_a_message_is_now_to_the_second(kernel):
    date = ask(kernel, kernel.client.kernel_info())["header"]["date"]
    if isinstance(date, str):
        date = datetime.fromisoformat(date)
    assert abs((datetime.now(timezone.utc) - date).total_seconds()) < 5


def test_outputs_come_in_order_and_before_idle(kernel):
    request = kernel.client.execute(
        'System.out.print("1"); System.err.print("2"); display("3"); System.out.print("4"); 5'
    )
    texts = [
        message["content"].get("text") or message["content"].get("data", {}).get("text/plain")
        for message in outputs(kernel, request)
        if message["msg_type"] in ("stream", "display_data", "execute_result")
    ]
    assert texts == ["1", "2", "3", "4", "5"]


def test_twenty_thousand_lines_arrive_whole_and_in_few_messages(kernel):
    cell = kernel.run('for (int i = 0; i < 20_000; i++) System.out.println("line " + i);')
    assert cell.stream() == "".join(f"line {i}\n" for i in range(20_000))
    assert len(cell.outputs) < 100


def test_big_text_keeps_its_characters(kernel):
    cell = kernel.run('System.out.print("žluťoučký 😀 ".repeat(100_000));')
    assert cell.stream() == "žluťoučký 😀 " * 100_000


def test_background_thread_prints_to_the_cell_that_started_it(kernel):
    request = kernel.client.execute(
        "new Thread(() -> { try { Thread.sleep(800); } catch (InterruptedException e) { }"
        ' System.out.println("late"); }).start();'
    )
    outputs(kernel, request)
    other = kernel.client.execute("1 + 1")
    ask(kernel, other)
    late = []
    end = time.monotonic() + 10
    while not late and time.monotonic() < end:
        message = kernel.client.get_iopub_msg(timeout=10)
        late += [message] if message["msg_type"] == "stream" else []
    assert late[0]["content"]["text"] == "late\n"
    assert late[0]["parent_header"]["msg_id"] == request


def test_failed_cell_aborts_what_is_queued_and_no_more(kernel):
    failing = kernel.client.execute('Thread.sleep(500); throw new RuntimeException("bad");')
    queued = kernel.client.execute("1 + 1")
    assert ask(kernel, failing)["content"]["status"] == "error"
    after = kernel.client.execute("2 + 2")
    assert ask(kernel, queued)["content"]["status"] == "aborted"
    assert ask(kernel, after)["content"]["status"] == "ok"


def test_silent_cell_does_not_count(kernel):
    before = kernel.run("1 + 1").reply["execution_count"]
    silent = kernel.run("2 + 2", silent=True)
    assert silent.result() is None
    assert kernel.run("3 + 3").reply["execution_count"] == before + 1


def test_user_expressions_are_evaluated(kernel):
    reply = kernel.run("int a = 6;", user_expressions={"good": "a * 7", "bad": "a +* 7"}).reply
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "42"
    assert reply["user_expressions"]["bad"]["status"] == "error"


def test_cursor_counts_an_emoji_as_one_character(kernel):
    code = '"😀".subS'
    content = ask(kernel, kernel.client.complete(code))["content"]
    assert content["matches"] == ["subSequence("]
    assert (content["cursor_start"], content["cursor_end"]) == (4, len(code))


def test_typed_line_reaches_the_cell_and_not_the_next(kernel):
    read = "new Scanner(System.in).nextLine()"
    typed = []

    def answer(message):
        typed.append(message["msg_type"])
        kernel.client.input("žluťoučký 😀")

    assert kernel.run(read, allow_stdin=True, stdin_hook=answer).result() == "žluťoučký 😀"
    kernel.run(read, allow_stdin=True, stdin_hook=answer)
    assert typed == ["input_request", "input_request"]


def test_input_is_refused_where_nobody_can_type(kernel):
    cell = kernel.run("new Scanner(System.in).nextLine()", allow_stdin=False)
    assert "stdin is not allowed" in cell.reply["evalue"]


def test_waiting_for_input_can_be_interrupted(kernel):
    request = kernel.client.execute("new Scanner(System.in).nextLine()", allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=20)
    kernel.manager.interrupt_kernel()
    assert ask(kernel, request)["content"]["ename"] == "Interrupted"
    assert kernel.run("1 + 1").result() == "2"


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_shutdown_ends_the_process_in_order(kernel, busy):
    if busy:
        kernel.client.execute("while (true) {}")
        time.sleep(0.5)
    process = kernel.manager.provisioner.process
    kernel.client.shutdown()
    assert process.wait(timeout=5) == 0
