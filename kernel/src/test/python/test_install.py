"""The first five minutes of a newcomer: the installer and its script."""

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from gradus_kernel import JAR, ROOT, Kernel, jupyter, run, run_installer

SCRIPT = ROOT / "install-kernel.sh"

# What the script itself calls; a PATH of these has neither Java nor Maven.
TOOLS = ("sh", "dirname", "uname", "grep", "sed", "find", "cat")

needs_posix = pytest.mark.skipif(os.name == "nt", reason="install-kernel.sh is for a POSIX shell")


@pytest.fixture
def bare_path(tmp_path):
    """A PATH without Java and without Maven."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool))
    return folder


def environment(**changes):
    """The environment of the tests; None takes a variable away."""
    merged = {**os.environ, **changes}
    return {name: str(value) for name, value in merged.items() if value is not None}


def test_install_works_in_a_prefix_with_a_space_and_a_second_time(jdk, tmp_path):
    prefix = tmp_path / "pre fix"
    first = run_installer(jdk, "--prefix", prefix, "--no-jupyter", check=True)
    folder = prefix / "share" / "jupyter" / "kernels" / "gradus"
    assert str(folder) in first.stdout
    (folder / "left-over").touch()
    run_installer(jdk, "--prefix", prefix, "--no-jupyter", check=True)
    assert not (folder / "left-over").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["gradus"]
    assert [path.name for path in folder.parents[1].iterdir()] == ["kernels"]
    kernel = Kernel(prefix / "share" / "jupyter")
    try:
        assert kernel.run("6 * 7").result() == "42"
    finally:
        kernel.stop()


def test_kernel_needs_nothing_of_the_clone(installed):
    spec = json.loads((installed / "kernels" / "gradus" / "kernel.json").read_text(encoding="utf-8"))
    assert spec["display_name"] == "Gradus (Java)"
    assert spec["language"] == "java"
    assert spec["interrupt_mode"] == "message"
    jar = Path(spec["argv"][spec["argv"].index("-jar") + 1])
    assert jar == installed / "kernels" / "gradus" / JAR.name
    assert {path.name for path in (jar.parent / "lib").iterdir()} == {path.name for path in (JAR.parent / "lib").iterdir()}
    for logo in ("logo-32x32.png", "logo-64x64.png", "logo-svg.svg"):
        assert (jar.parent / logo).stat().st_size > 0


def test_kernel_is_listed_by_jupyter(installed):
    listed = json.loads(jupyter("kernelspec", "list", "--json", data=installed, check=True).stdout)
    assert listed["kernelspecs"]["gradus"]["resource_dir"] == str(installed / "kernels" / "gradus")


def test_kernel_starts_with_archive_and_without(jdk, tmp_path):
    run_installer(jdk, "--prefix", tmp_path, "--no-jupyter", check=True)
    data = tmp_path / "share" / "jupyter"
    [archive] = [path for path in (data / "kernels" / "gradus").iterdir() if path.stem == "classes"]
    assert "ok: the JVM takes the class-data archive" in doctor(jdk, tmp_path).stdout
    archive.unlink()
    archive.write_bytes(b"stale")
    assert "slow start" in doctor(jdk, tmp_path).stdout
    archive.unlink()
    report = doctor(jdk, tmp_path)
    assert "slow start" in report.stdout
    assert report.returncode == 0, report.stdout


def test_operator_overrides_jvm_flags_by_environment(installed):
    options = "-Xmx123m -XX:-UseSerialGC -XX:+UseParallelGC"
    kernel = Kernel(installed, env={**os.environ, "JDK_JAVA_OPTIONS": options})
    try:
        assert 100 < int(kernel.run("Runtime.getRuntime().maxMemory() >> 20").result()) <= 123
        beans = "java.lang.management.ManagementFactory.getGarbageCollectorMXBeans()"
        assert kernel.run(beans + ".get(0).getName()").result().startswith("PS")
    finally:
        kernel.stop()


def test_doctor_runs_a_cell(jdk, installed):
    report = doctor(jdk, installed.parents[1])
    assert report.returncode == 0, report.stdout
    assert "42.0" in report.stdout


def test_doctor_says_what_is_missing(jdk, tmp_path):
    report = doctor(jdk, tmp_path)
    assert report.returncode == 1
    assert report.stdout.strip() == f"There is no Gradus in {tmp_path}/share/jupyter/kernels/gradus: run install-kernel.sh."


def doctor(jdk, prefix):
    return run(jdk.java, "-jar", JAR, "doctor", "--prefix", prefix, env=environment(PATH=path_with_jupyter()))


def path_with_jupyter():
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def test_uninstall_leaves_nothing(jdk, tmp_path):
    run_installer(jdk, "--prefix", tmp_path, "--no-jupyter", check=True)
    home = environment(HOME=tmp_path / "home", XDG_DATA_HOME=None)
    run_installer(jdk, "--prefix", tmp_path, "--uninstall", check=True, env=home)
    assert list((tmp_path / "share" / "jupyter" / "kernels").iterdir()) == []


def test_demo_names_the_page_and_the_values_of_the_notebook(jdk, tmp_path):
    out = run_installer(jdk, "--prefix", tmp_path, "--demo", check=True, env=environment(PATH=path_with_jupyter())).stdout
    last = out.strip().splitlines()[-1]
    page, _, values = last.partition(" shows ")
    assert values == "z = 49, x1.grad() = 14, x2.grad() = 42"
    assert "gradus-stepper" in Path(page).read_text(encoding="utf-8")


@needs_posix
def test_build_says_how_to_get_python(jdk, bare_path, tmp_path):
    words = [jdk.java, "-jar", JAR, "python", "--environment", tmp_path / "python", "--", "-V"]
    result = run(*words, env=environment(PATH=bare_path))
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stdout.startswith("Gradus needs Python 3.10 or newer")


@needs_posix
def test_script_runs_from_any_folder(tmp_path):
    out = run(SCRIPT, "--prefix", tmp_path / "a b", "--no-jupyter", cwd="/", check=True).stdout
    assert out.strip() == f'Installed the kernel "Gradus (Java)" in {tmp_path}/a b/share/jupyter/kernels/gradus'


@needs_posix
def test_script_and_installer_tell_the_same_options(jdk):
    options = re.compile(r"^\s+(?:-\w, )?(--[a-z-]+)", re.MULTILINE)
    script = run(SCRIPT, "--help", check=True).stdout
    installer = run_installer(jdk, "--help", check=True).stdout
    assert set(options.findall(installer)) - {"--version"} == set(options.findall(script))


@needs_posix
def test_script_says_how_to_get_a_jdk(bare_path):
    result = run(SCRIPT, env=environment(PATH=bare_path, JAVA_HOME=None))
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert "needs a JDK 17 or newer" in result.stdout
    assert "install" in result.stdout


@needs_posix
def test_script_refuses_a_run_time_environment(bare_path, tmp_path):
    jre = tmp_path / "jre" / "bin" / "java"
    jre.parent.mkdir(parents=True)
    jre.write_text("#!/bin/sh\necho java.base@17.0.1\n")
    jre.chmod(0o755)
    result = run(SCRIPT, env=environment(PATH=bare_path, JAVA_HOME=tmp_path / "jre"))
    assert result.returncode == 1
    assert "needs a JDK 17 or newer" in result.stdout


@needs_posix
def test_script_says_how_to_get_maven_where_it_must_build(jdk, bare_path, tmp_path):
    clone = tmp_path / "fresh clone"
    (clone / "kernel").mkdir(parents=True)
    shutil.copy(SCRIPT, clone)
    result = run(clone / SCRIPT.name, env=environment(PATH=bare_path, JAVA_HOME=jdk.home))
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert "there is no mvn on the PATH" in result.stdout
