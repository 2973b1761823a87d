"""The same cells through whatever runs them: JupyterLab's console, ``jupyter console``, nbclient and papermill."""

import json
import os
import re
import subprocess
import sys
import urllib.request
import uuid

import nbclient
import nbformat
import papermill
import pytest
import websocket
from gradus_kernel import START_SECONDS, kernel_manager
from jupyter_lab import TOKEN, Lab
from papermill.exceptions import PapermillException

# Each on one line, because ``jupyter console --simple-prompt`` runs line by line; with the text of the value.
CELLS = [
    ("class Line { double k = 2; double at(double x) { return k * x; } }", None),
    ("new Line().at(21)", "42.0"),
    ('for (int i = 0; i < 3; i++) System.out.print("line " + i + ";");', None),
    ("var x = new Var(3); var f = x.mul(x); f.backward(); x.grad()", "6.0"),
    ("%who", "Var x\nVar f"),
]
PRINTED = "line 0;line 1;line 2;"


def notebook(*sources, parameters=False):
    cells = [nbformat.v4.new_code_cell(each) for each in sources]
    if parameters:
        cells[0].metadata["tags"] = ["parameters"]
    spec = {"kernelspec": {"name": "gradus", "display_name": "Gradus (Java)", "language": "java"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=spec)


def results(ran):
    return [
        next((o["data"]["text/plain"] for o in cell.outputs if o.output_type == "execute_result"), None)
        for cell in ran.cells
    ]


def printed(ran):
    return "".join(o["text"] for cell in ran.cells for o in cell.outputs if o.output_type == "stream")


def test_nbclient_runs_the_cells(installed):
    ran = notebook(*[code for code, _ in CELLS])
    manager = kernel_manager(installed)
    try:
        nbclient.NotebookClient(ran, km=manager, timeout=60).execute()
    finally:
        manager.shutdown_kernel(now=True)
    assert results(ran) == [value for _, value in CELLS]
    assert printed(ran) == PRINTED


def test_jupyter_console_runs_the_cells(installed):
    typed = [code for code, _ in CELLS] + ['input("Name? ").length()', "Ada", "Math.floorMod?", "1 / 0"]
    console = subprocess.run(
        [sys.executable, "-m", "jupyter", "console", "--kernel", "gradus", "--simple-prompt"],
        input="\n".join(typed) + "\n",
        env={**os.environ, "JUPYTER_PATH": str(installed)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=START_SECONDS + 60,
    )
    shown = re.sub(r"\x1b\[\d+m", "", console.stdout)
    assert console.returncode == 0
    for words in ("Out[2]: 42.0", PRINTED, "Out[4]: 6.0", "Var x\nVar f", "Name? Out[6]: 3"):
        assert words in shown, shown
    assert "int Math.floorMod(int x, int y)" in shown, shown
    assert "ArithmeticException: / by zero" in shown, shown


def test_console_of_jupyterlab_runs_the_cells(installed, tmp_path):
    lab = Lab(installed, tmp_path, "light", [])
    try:
        session = ask(
            lab,
            "sessions",
            {"type": "console", "name": "Console 1", "path": f"console-1-{uuid.uuid4()}", "kernel": {"name": "gradus"}},
        )
        kernel = session["kernel"]["id"]
        address = f"{lab.url.replace('http', 'ws')}/api/kernels/{kernel}/channels?session_id={session['id']}&token={TOKEN}"
        socket = websocket.create_connection(address, timeout=START_SECONDS)
        outputs = [console_cell(socket, code) for code, _ in CELLS]
        socket.close()
    finally:
        lab.stop()
    assert [value for value, _ in outputs] == [value for _, value in CELLS]
    assert "".join(text for _, text in outputs) == PRINTED


def ask(lab, path, content):
    request = urllib.request.Request(f"{lab.url}/api/{path}?token={TOKEN}", json.dumps(content).encode())
    with urllib.request.urlopen(request, timeout=START_SECONDS) as reply:
        return json.load(reply)


def console_cell(socket, code):
    """The value of a cell and what it printed, as JupyterLab's own messages tell it."""
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "session": "s", "username": "", "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": True}
    socket.send(
        json.dumps(
            {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": []}
        )
    )
    value, text = None, ""
    while True:
        message = json.loads(socket.recv())
        if message["parent_header"].get("msg_id") != header["msg_id"]:
            continue
        if message["msg_type"] == "execute_result":
            value = message["content"]["data"]["text/plain"]
        if message["msg_type"] == "stream":
            text += message["content"]["text"]
        if message["content"].get("execution_state") == "idle":
            return value, text


@pytest.fixture
def milled(installed, tmp_path, monkeypatch):
    """Runs a notebook by papermill."""
    monkeypatch.setenv("JUPYTER_PATH", str(installed))

    def run(cells, parameters=None):
        source, target = tmp_path / "in.ipynb", tmp_path / "out.ipynb"
        nbformat.write(cells, source)
        return papermill.execute_notebook(source, target, parameters=parameters, progress_bar=False)

    return run


def test_papermill_runs_the_cells(milled):
    ran = milled(notebook(*[code for code, _ in CELLS]))
    assert results(ran) == [value for _, value in CELLS]
    assert printed(ran) == PRINTED


def test_papermill_has_no_words_for_parameters_in_java_and_the_environment_has(milled, monkeypatch):
    cells = notebook('int n = Integer.parseInt(System.getenv().getOrDefault("N", "3"));', "n + 1", parameters=True)
    assert results(milled(cells))[1] == "4"
    monkeypatch.setenv("N", "41")
    assert results(milled(cells))[1] == "42"
    with pytest.raises(PapermillException, match="No parameter translator functions"):
        milled(cells, {"n": 5})
