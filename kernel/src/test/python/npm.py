"""Packages of npm, fetched once into the build's own folder. Nothing of them is shipped."""

import os
import shutil
import subprocess

import pytest
from gradus_kernel import TARGET


def program():
    """npm; without it the test is skipped, or fails on a build server."""
    npm = shutil.which("npm")
    if npm is None:
        missing = "No npm on the PATH: what needs a package of it was NOT tried; run `sudo apt install npm`."
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return npm


def packages(*names):
    """The node_modules folder with these packages, such as "reveal.js@4.6.1"."""
    npm = program()
    home = TARGET / "npm" / "-".join(names).replace("/", "_").replace("@", "_")
    done = home / "done"
    if not done.exists():
        home.mkdir(parents=True, exist_ok=True)
        (home / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
        # --ignore-scripts: nothing of a package runs but what a test calls.
        words = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", *names]
        result = subprocess.run(words, cwd=home, capture_output=True, text=True, timeout=170)
        assert result.returncode == 0, result.stderr
        done.touch()
    return home / "node_modules"


def unpacked(name):
    """The folder of one package, such as "mermaid@11.17.2", without what it depends on."""
    npm = program()
    home = TARGET / "npm" / ("alone-" + name.replace("/", "_").replace("@", "_"))
    if not (home / "package").exists():
        home.mkdir(parents=True, exist_ok=True)
        words = [npm, "pack", name, "--silent", "--ignore-scripts"]
        result = subprocess.run(words, cwd=home, capture_output=True, text=True, timeout=170)
        assert result.returncode == 0, result.stderr
        subprocess.run(["tar", "-xzf", result.stdout.split()[-1]], cwd=home, check=True)
    return home / "package"
