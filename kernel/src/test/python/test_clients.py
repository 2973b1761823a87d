"""Clients that go away or forge, and what the kernel itself leaves on the machine: sockets, files, its end in time."""

import os
import stat
import subprocess
import sys
import time

import psutil
import pytest
import zmq
from gradus_kernel import START_SECONDS, Kernel, kernel_manager, patience
from jupyter_client import BlockingKernelClient
from jupyter_client.session import Session

PORTS = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")


@pytest.fixture
def another(keeping):
    """A second client of the kernel, which the test takes away."""
    client = BlockingKernelClient(connection_file=keeping.manager.connection_file)
    client.load_connection_file()  # a session of its own
    client.start_channels()
    client.wait_for_ready(timeout=START_SECONDS)
    yield client
    client.stop_channels()


@pytest.mark.parametrize(
    "code",
    ['for (int i = 0; i < 300_000; i++) System.out.println("flood " + i);', "Thread.sleep(1_500);"],
    ids=["flood", "sleep"],
)
def test_client_that_goes_away_in_the_middle_of_a_cell_is_not_missed(keeping, another, code):
    another.execute(code)
    time.sleep(0.5)
    another.stop_channels()
    assert keeping.run("6 * 7").result() == "42"


def test_client_that_goes_away_without_answering_can_be_interrupted(keeping, another):
    another.execute('input("Name? ")', allow_stdin=True)
    assert another.get_stdin_msg(timeout=20)["msg_type"] == "input_request"
    another.stop_channels()
    assert keeping.control("interrupt_request")["content"]["status"] == "ok"
    end = time.monotonic() + 20
    while keeping.run("1").status == "aborted":  # what was sent before the interrupted cell had ended
        assert time.monotonic() < end


@pytest.mark.parametrize("kind", ["shutdown_request", "interrupt_request", "execute_request"])
@pytest.mark.parametrize("channel", ["control", "shell"])
def test_forged_message_is_obeyed_on_no_channel(keeping, channel, kind):
    running = keeping.client.execute("Thread.sleep(700); 1 + 1") if kind == "interrupt_request" else None
    forger = Session(key=b"not the key", signature_scheme="hmac-sha256")
    content = {"code": "keep = 999;", "silent": False, "restart": False}
    forger.send(getattr(keeping.client, channel + "_channel").socket, kind, content)
    if running:
        assert keeping.ask(running)["content"]["status"] == "ok"
    time.sleep(0.3)


def test_control_channel_is_never_blocked_by_what_belongs_to_the_shell(keeping):
    asked = {"code": "Ma", "cursor_pos": 2}
    assert "Math" in keeping.control("complete_request", asked)["content"]["matches"]
    running = keeping.client.execute("while (true) { }")
    while keeping.client.get_iopub_msg(timeout=20)["msg_type"] != "execute_input":
        pass
    for kind, content in [("complete_request", asked), ("execute_request", {"code": "1", "silent": False})]:
        reply = keeping.control(kind, content)["content"]
        assert (reply["status"], reply["ename"]) == ("error", "KernelBusy")
    assert keeping.control("interrupt_request")["content"]["status"] == "ok"
    assert keeping.ask(running)["content"]["ename"] == "Interrupted"


def test_sockets_are_those_of_the_connection_file_and_no_others(shared):
    shared.run("1 + 1")
    process = psutil.Process(shared.manager.provisioner.pid)
    open_sockets = [c for c in process.net_connections(kind="inet") if c.status == psutil.CONN_LISTEN]
    listening = {(c.laddr.ip.removeprefix("::ffff:"), c.laddr.port) for c in open_sockets}
    info = shared.manager.get_connection_info()
    assert listening == {("127.0.0.1", info[port]) for port in PORTS}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_what_the_kernel_writes_is_for_its_owner_alone(installed, tmp_path):
    """In its home and its working folder, nothing; where the JVM keeps something, as it does in /tmp, nobody else reads it."""
    started = time.time() - 1
    home = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    kernel = Kernel(installed, env=home, cwd=str(tmp_path))
    try:
        kernel.run('System.out.println("a"); int a = 1;')
        kernel.run("a + 1")
        kernel.run("%history")
        connection = kernel.manager.connection_file
        assert stat.S_IMODE(os.stat(connection).st_mode) & 0o077 == 0
        assert [p for p in tmp_path.rglob("*") if p.is_file() and str(p) != connection] == []
        process = psutil.Process(kernel.manager.provisioner.pid)
        written = [f.path for f in process.open_files() if getattr(f, "mode", "r") != "r" and os.path.isfile(f.path)]
        mine = [path for path in written if os.stat(path).st_mtime >= started]
        assert [path for path in mine if stat.S_IMODE(os.stat(path).st_mode) & 0o077] == []
    finally:
        kernel.stop()


@pytest.mark.parametrize(
    "code",
    [
        "IntStream.range(0, 16).parallel().forEach(i -> { while (true) { } });",
        'while (true) System.out.println("flood");',
        'while (true) display("flood");',
        "var hog = new ArrayList<byte[]>(); while (true) { hog.add(new byte[1_000_000]); if (hog.size() > 50) hog.clear(); }",
    ],
    ids=["processors", "lines", "displays", "garbage"],
)
def test_heart_beats_in_time_whatever_a_cell_does(shared, code):
    """Jupyter takes a kernel for dead after a second."""
    request = shared.client.execute(code)
    heart = zmq.Context.instance().socket(zmq.REQ)
    heart.connect(f"tcp://127.0.0.1:{shared.manager.hb_port}")
    slowest = 0.0
    for _ in range(20):
        start = time.monotonic()
        heart.send(b"ping")
        assert heart.poll(1_000), "no beat within a second"
        assert heart.recv() == b"ping"
        slowest = max(slowest, time.monotonic() - start)
        time.sleep(0.05)
    heart.close(linger=0)
    shared.control("interrupt_request")
    assert shared.ask(request)["content"]["ename"] == "Interrupted"
    assert slowest < 1


def test_failed_cell_aborts_nothing_if_told_so(shared):
    failing = shared.client.execute('Thread.sleep(300); throw new RuntimeException("bad");', stop_on_error=False)
    queued = shared.client.execute("1 + 1")
    assert shared.ask(failing)["content"]["status"] == "error"
    assert shared.ask(queued)["content"]["status"] == "ok"


def test_shutdown_and_restart_end_the_process_within_half_a_second(installed):
    seconds = []
    for restart in (False, True, False, True):
        kernel = Kernel(installed)
        kernel.run("int a = 1;")
        process = kernel.manager.provisioner.process
        start = time.monotonic()
        assert kernel.control("shutdown_request", {"restart": restart})["content"]["restart"] is restart
        assert process.wait(timeout=5) == 0
        seconds.append(time.monotonic() - start)
        kernel.stop()
    assert max(min(seconds[0::2]), min(seconds[1::2])) < patience(0.5), seconds


SERVER = """
import sys
from pathlib import Path
from gradus_kernel import Kernel
kernel = Kernel(Path(sys.argv[1]))
kernel.run("1 + 1")
print(kernel.manager.provisioner.pid, flush=True)
kernel.run("while (true) { }", timeout=60)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows tells a kernel no parent that it could watch")
def test_kernel_ends_when_its_server_is_killed(installed):
    server = subprocess.Popen(
        [sys.executable, "-B", "-c", SERVER, str(installed)],
        cwd=os.path.dirname(__file__),
        stdout=subprocess.PIPE,
        text=True,
    )
    kernel = psutil.Process(int(server.stdout.readline()))
    time.sleep(0.5)  # its endless loop runs
    server.kill()
    server.wait()
    kernel.wait(timeout=20)


def test_transport_that_the_kernel_does_not_speak_is_refused(installed, tmp_path):
    manager = kernel_manager(installed)
    manager.transport, manager.ip = "ipc", str(tmp_path / "socket")
    told = tmp_path / "told"
    with told.open("wb") as log:
        manager.start_kernel(stderr=log)
        assert manager.provisioner.process.wait(timeout=START_SECONDS) != 0
    assert "asks for the transport ipc; this kernel speaks tcp" in told.read_text(encoding="utf-8")
