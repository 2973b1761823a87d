"""Packages of npm, fetched once into the build's own folder. Nothing of them is shipped."""

import os
import shutil
import subprocess

import pytest
from gradus_kernel import TARGET


def packages(*names):
    """The node_modules folder with these packages, such as "reveal.js@4.6.1"; skipped without npm, failed on a build server."""
    npm = shutil.which("npm")
    if npm is None:
        missing = "No npm on the PATH: what needs a package of it was NOT tried; run `sudo apt install npm`."
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
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
