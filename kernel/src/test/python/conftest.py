"""Fixtures. The kernel tests run on the JDK of the build and again on a newer one, where the machine has it."""

import os
import shutil

import pytest
from gradus_kernel import TARGET, Kernel, install, jdks

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")

# A build machine has no display, often no GPU and often runs as root; and a test talks to this machine alone.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_generate_tests(metafunc):
    if "jdk" in metafunc.fixturenames:
        metafunc.parametrize("jdk", jdks(), ids=str, scope="session")


@pytest.fixture(scope="session")
def installed(jdk):
    """Jupyter's data folder in a prefix with the kernel."""
    return install(jdk)


@pytest.fixture
def kernel(installed):
    """A kernel that has just started."""
    running = Kernel(installed)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def shared(installed):
    """One kernel for all tests of a file."""
    running = Kernel(installed)
    yield running
    running.stop()


@pytest.fixture
def keeping(kernel):
    """A kernel with a variable whose value must outlive the fault."""
    assert kernel.run("int keep = 42;").status == "ok"
    yield kernel
    assert kernel.run("keep + 1").result() == "43"


@pytest.fixture(scope="session")
def screenshots():
    folder = TARGET / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium, the one that is installed; without one, the tests are skipped, or fail on a build server."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        missing = "No Chromium on the PATH: the stepper was NOT tried in a browser; run `sudo apt install chromium`."
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()
