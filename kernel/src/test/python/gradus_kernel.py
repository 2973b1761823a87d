"""The installed kernel, as the tests see it: through Jupyter's own client, and by nothing that only we have."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import psutil
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parents[4]
TARGET = ROOT / "kernel" / "target"
JAR = TARGET / "gradus-kernel.jar"
NOTEBOOKS = ROOT / "notebooks"

START_SECONDS = 60


@dataclass(frozen=True)
class Jdk:
    home: Path
    feature: int

    @property
    def java(self) -> Path:
        return self.home / "bin" / ("java.exe" if os.name == "nt" else "java")

    def __str__(self) -> str:
        return f"jdk{self.feature}"


def jdks() -> list[Jdk]:
    """The JDK that runs the build and, where one is found, the newest that is newer."""
    default = _jdk(_default_home())
    if default is None:
        raise RuntimeError("No JDK: set JAVA_HOME to a JDK 17 or newer.")
    newer = [jdk for jdk in map(_jdk, _homes()) if jdk and jdk.feature > default.feature]
    return [default, *sorted(newer, key=lambda jdk: jdk.feature)[-1:]]


def _default_home() -> Path:
    if "JAVA_HOME" in os.environ:
        return Path(os.environ["JAVA_HOME"])
    return Path(shutil.which("java") or "java").resolve().parents[1]


def _homes() -> list[Path]:
    named = [Path(value) for name, value in os.environ.items() if name.startswith("JAVA_HOME_")]
    macos = [folder / "Contents" / "Home" for folder in Path("/Library/Java/JavaVirtualMachines").glob("*")]
    return named + macos + list(Path("/usr/lib/jvm").glob("*"))


def _jdk(home: Path) -> Jdk | None:
    release = home / "release"
    if not release.is_file() or not (home / "jmods").is_dir() and not (home / "lib" / "modules").is_file():
        return None
    text = release.read_text(encoding="utf-8")
    version = re.search(r'JAVA_VERSION="(\d+)', text)
    return Jdk(home, int(version[1])) if version and "jdk.jshell" in text else None


@lru_cache
def install(jdk: Jdk) -> Path:
    """Installs the kernel on this JDK, once a run, into a prefix of its own; returns Jupyter's data folder there."""
    prefix = TARGET / "jupyter" / str(jdk)
    run_installer(jdk, "--prefix", prefix, "--no-jupyter", check=True)
    return prefix / "share" / "jupyter"


def run_installer(jdk: Jdk, *arguments, check=False, **options) -> subprocess.CompletedProcess:
    return run(jdk.java, "-jar", JAR, "install", *arguments, check=check, **options)


def run(*words, check=False, **options) -> subprocess.CompletedProcess:
    """Runs a program; both its streams land in ``stdout``."""
    result = subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        **options,
    )
    if check and result.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, words))} failed:\n{result.stdout}")
    return result


def jupyter(*arguments, data: Path, **options) -> subprocess.CompletedProcess:
    """A command of the Jupyter that runs the tests, which sees the kernels of the data folder."""
    environment = options.pop("env", None) or {**os.environ, "JUPYTER_PATH": str(data)}
    return run(sys.executable, "-m", "jupyter", *arguments, env=environment, **options)


def kernel_manager(data: Path) -> KernelManager:
    specs = KernelSpecManager(kernel_dirs=[str(data / "kernels")], ensure_native_kernel=False)
    return KernelManager(kernel_name="gradus", kernel_spec_manager=specs)


def patience(seconds: float) -> float:
    """What is promised for a machine with nothing else to do; up to three times that where others want its processors."""
    load = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1
    return seconds * min(max(1.0, load), 3.0)


@dataclass
class Cell:
    """What a cell sent back."""

    reply: dict
    outputs: list = field(default_factory=list)

    @property
    def status(self) -> str:
        return self.reply["status"]

    def stream(self, name="stdout") -> str:
        return "".join(o["content"]["text"] for o in self._of("stream") if o["content"]["name"] == name)

    def result(self, mime="text/plain") -> str | None:
        """The value of the cell in one of its representations."""
        return next((o["content"]["data"].get(mime) for o in self._of("execute_result")), None)

    def shown(self) -> list[dict]:
        """The MIME bundles of the value and of everything displayed, in order."""
        return [o["content"]["data"] for o in self._of("execute_result", "display_data")]

    def error(self) -> str:
        return "\n".join("\n".join(o["content"]["traceback"]) for o in self._of("error"))

    def error_words(self) -> str:
        """The error without colours, in one line: where a line ends is for the reader's eyes."""
        return " ".join(re.sub(r"\x1b\[\d+m", "", self.error()).split())

    def _of(self, *types):
        return [o for o in self.outputs if o["msg_type"] in types]


class Kernel:
    """A running kernel with its client."""

    def __init__(self, data: Path, **start_options):
        self.manager = kernel_manager(data)
        self.manager.start_kernel(**start_options)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=START_SECONDS)

    def run(self, code: str, timeout=60, **options) -> Cell:
        cell = Cell({})
        reply = self.client.execute_interactive(
            code, timeout=timeout, output_hook=cell.outputs.append, **options
        )
        cell.reply = reply["content"]
        return cell

    def ask(self, message_id, timeout=30) -> dict:
        """The reply on the shell channel to a request, whatever else arrives."""
        while True:
            reply = self.client.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == message_id:
                return reply

    def outputs(self, message_id, timeout=30) -> list[dict]:
        """What is published for a request, up to and with its idle status."""
        found = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == message_id:
                found.append(message)
                if message["content"].get("execution_state") == "idle":
                    return found

    def send(self, kind, content, channel="shell") -> str:
        """Sends a request as it is, without what the client would fill in; returns its id."""
        message = self.client.session.msg(kind, content)
        getattr(self.client, channel + "_channel").send(message)
        return message["header"]["msg_id"]

    def control(self, kind, content=None, timeout=10) -> dict:
        """The reply on the control channel."""
        request = self.send(kind, content or {}, channel="control")
        while True:
            reply = self.client.get_control_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == request:
                return reply

    def cpu_seconds(self) -> float:
        used = psutil.Process(self.manager.provisioner.pid).cpu_times()
        return used.user + used.system

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
