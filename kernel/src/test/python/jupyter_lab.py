"""JupyterLab and Notebook 7, as a test starts them."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

TOKEN = "test"


class Lab:
    """A JupyterLab or Notebook server of its own, with settings of its own, on a free port of this machine."""

    def __init__(self, data, home, theme, notebooks, application="lab"):
        self.application = application
        self.root = home / "notebooks"
        self.root.mkdir(parents=True)
        for notebook in notebooks:
            shutil.copy(notebook, self.root)
        settings = home / "settings" / "@jupyterlab" / "apputils-extension"
        settings.mkdir(parents=True)
        (settings / "themes.jupyterlab-settings").write_text(
            '{"theme": "JupyterLab %s"}' % theme.capitalize(), encoding="utf-8"
        )
        (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}', encoding="utf-8")
        # A page whole, so that a test finds every cell.
        tracker = home / "settings" / "@jupyterlab" / "notebook-extension"
        tracker.mkdir(parents=True)
        (tracker / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}', encoding="utf-8")
        self.log = home / "lab.log"
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        words = [sys.executable, "-m", "jupyter", application, "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
        words += [f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={self.root}"]
        words += ["--ServerApp.ip=127.0.0.1", "--LabApp.news_url=None", f"--LabApp.user_settings_dir={home / 'settings'}"]
        self.environment = {
            **os.environ,
            "JUPYTER_PATH": str(data),
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(words, env=self.environment, stdout=log, stderr=subprocess.STDOUT)
        self.wait_until_ready()

    def wait_until_ready(self):
        for _ in range(240):
            try:
                with urllib.request.urlopen(f"{self.url}/api?token={TOKEN}", timeout=1):
                    return
            except OSError:
                time.sleep(0.25)
        raise AssertionError("JupyterLab did not start:\n" + self.log.read_text(encoding="utf-8"))

    def page(self, notebook):
        """The address of a notebook."""
        tree = "lab/tree" if self.application == "lab" else "notebooks"
        return f"{self.url}/{tree}/{notebook}?token={TOKEN}"

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
