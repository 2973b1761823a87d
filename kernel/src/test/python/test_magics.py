"""Magics for work, in a running kernel."""

import json
import time

import pytest


@pytest.fixture
def folder(kernel, tmp_path):
    """A folder for files, by a name that Java and the shell read alike."""
    return tmp_path.as_posix()


def compile_greeter(kernel, folder):
    """A class in a folder, as a student's own library."""
    source = "package hello; public class Greeter { public static String greet() { return \"hello\"; } }"
    kernel.run(f"%%writefile {folder}/src/hello/Greeter.java\n{source}")
    cell = kernel.run(
        "import javax.tools.ToolProvider;\n"
        f'ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", "{folder}/classes",'
        f' "{folder}/src/hello/Greeter.java")'
    )
    assert cell.result() == "0", cell.error()


def test_library_of_a_maven_repository_is_used(kernel):
    """Of those that the build itself has fetched."""
    cell = kernel.run("%maven org.jspecify:jspecify:1.0.1")
    assert cell.status == "ok", cell.error()
    assert "jspecify-1.0.1.jar" in cell.result()
    assert kernel.run("org.jspecify.annotations.Nullable.class.getSimpleName()").result() == "Nullable"
    assert "already: 1" in kernel.run("%maven org.jspecify:jspecify:1.0.1").result()


def test_class_path_outlives_a_reset(kernel):
    kernel.run("%maven org.jspecify:jspecify:1.0.1")
    kernel.run("%reset")
    assert kernel.run("org.jspecify.annotations.Nullable.class.getSimpleName()").result() == "Nullable"


@pytest.mark.parametrize(
    "code",
    [
        "%addMavenDependency org.jspecify:jspecify:1.0.1",
        "%dependency /add org.jspecify:jspecify:1.0.1",
        "%classpath add mvn org.jspecify jspecify 1.0.1",
        "%%loadFromPOM\n<dependency>\n  <groupId>org.jspecify</groupId>\n  <artifactId>jspecify</artifactId>\n"
        "  <version>1.0.1</version>\n</dependency>",
    ],
    ids=["IJava", "rapaio", "BeakerX", "POM"],
)
def test_notebooks_of_other_kernels_find_their_magics(kernel, code):
    cell = kernel.run(code)
    assert "jspecify-1.0.1.jar" in cell.result(), cell.error()


def test_dependencies_come_along(kernel, folder):
    """From a repository in a folder, so that no network is asked."""
    pom = (
        "<project><modelVersion>4.0.0</modelVersion><groupId>school</groupId><artifactId>{name}</artifactId>"
        "<version>1</version>{rest}</project>"
    )
    need = (
        "<dependencies><dependency><groupId>school</groupId><artifactId>below</artifactId><version>1</version>"
        "</dependency></dependencies>"
    )
    for name, rest in (("above", need), ("below", "")):
        base = f"{folder}/repository/school/{name}/1/{name}-1"
        kernel.run(f"%%writefile {base}.pom\n" + pom.format(name=name, rest=rest))
        kernel.run(
            f'try (var jar = new java.util.jar.JarOutputStream(new FileOutputStream("{base}.jar")))'
            ' { jar.putNextEntry(new java.util.zip.ZipEntry("here.txt")); }'
        )
    kernel.run(f"%mavenRepo school file://{folder}/repository")
    cell = kernel.run("%maven school:above:1")
    assert cell.status == "ok", cell.error()
    assert "above-1.jar" in cell.result() and "below-1.jar" in cell.result()


def test_artifact_without_version_is_told(kernel):
    cell = kernel.run("%maven org.jspecify:jspecify")
    assert cell.reply["ename"] == "UsageError"
    assert "lacks a version" in cell.error() and "group:artifact:version" in cell.error()


def test_unknown_artifact_is_told_with_what_to_do(kernel, folder):
    cell = kernel.run("%maven org.jspecify:nothing-of-this-name:0.0.0")
    assert cell.reply["ename"] == "ResolutionFailure"
    assert "nothing-of-this-name" in cell.reply["evalue"]
    assert "Check group" in cell.reply["evalue"] or "offline" in cell.reply["evalue"]
    assert len(cell.error().splitlines()) <= 5


def test_folder_of_classes_is_used(kernel, folder):
    compile_greeter(kernel, folder)
    assert "classes" in kernel.run(f"%classpath {folder}/classes").result()
    assert kernel.run("hello.Greeter.greet()").result() == "hello"
    assert "classes" in kernel.run("%classpath").result()


def test_class_path_entry_that_is_not_there_is_told(kernel):
    cell = kernel.run("%jars nowhere/*.jar")
    assert cell.reply["ename"] == "UsageError"
    assert "nowhere" in cell.reply["evalue"]


def test_file_of_java_is_loaded(kernel, folder):
    kernel.run(f"%%writefile {folder}/lesson.java\npackage a.b;\n\nint twice(int n) {{ return 2 * n; }}\nint n = twice(4);")
    assert kernel.run(f"%load {folder}/lesson.java").status == "ok"
    assert kernel.run("n + 1").result() == "9"


def test_notebook_is_loaded_with_its_magics(kernel, folder, tmp_path):
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": "int no = 1;"},
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": ["int a = 1;\n", "%who"]},
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": "a + 41"},
    ]
    (tmp_path / "n.ipynb").write_text(
        json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8"
    )
    assert kernel.run(f"%load {folder}/n.ipynb").result() == "42"


def test_error_in_a_loaded_file_names_the_file(kernel, folder):
    kernel.run(f"%%writefile {folder}/bad.jsh\nint a = 1;\nint b = \"text\";")
    cell = kernel.run(f"%load {folder}/bad.jsh")
    assert cell.reply["ename"] == "CompileError"
    assert "bad.jsh" in cell.error() and "Line 2" in cell.error()


def test_time_tells_the_time_and_gives_the_value(kernel):
    cell = kernel.run("%time 6 * 7")
    assert cell.result() == "42"
    assert cell.shown()[0]["text/plain"].startswith("Time: ")


def test_timed_cell_keeps_its_lines_and_its_variables(kernel):
    kernel.run("%%time\nint kept = 1;\nThread.sleep(20);")
    assert kernel.run("kept").result() == "1"
    cell = kernel.run('%%time\nint a = 1;\nthrow new IllegalStateException("on purpose");')
    assert "line 3" in cell.error()


@pytest.mark.parametrize("code", ["%timeit Math.sqrt(n)", "%timeit list.clear()", "%%timeit -n 5 -r 2\nn++;\nn--;"])
def test_timeit_measures_values_calls_and_statements(kernel, code):
    kernel.run("int n = 2; var list = new ArrayList<Integer>();")
    cell = kernel.run(code)
    assert cell.status == "ok", cell.error()
    assert "±" in cell.result() and "best" in cell.result()


def test_timeit_without_end_can_be_interrupted(kernel):
    interrupted(kernel, "%timeit while (true) {}")


def test_shell_prints_as_it_runs_and_tells_its_exit_code(kernel):
    cell = kernel.run("%%sh\necho out\necho err >&2\nexit 3")
    assert (cell.stream(), cell.stream("stderr")) == ("out\n", "err\n")
    assert (cell.reply["ename"], cell.reply["evalue"]) == ("ExitCode", "the shell ended with exit code 3")


def test_shell_gets_the_variables_of_env(kernel):
    kernel.run("%env GREETING=good morning")
    assert kernel.run("%sh echo $GREETING").stream() == "good morning\n"


def test_shell_can_be_interrupted(kernel):
    interrupted(kernel, "%%sh\nsleep 600")


def interrupted(kernel, code):
    client = kernel.client
    request = client.execute(code)
    time.sleep(1.5)
    kernel.manager.interrupt_kernel()
    reply = client.get_shell_msg(timeout=20)
    while reply["parent_header"]["msg_id"] != request:
        reply = client.get_shell_msg(timeout=20)
    assert reply["content"]["ename"] == "Interrupted"
    assert kernel.run("1 + 1").result() == "2"


def test_whos_survives_a_value_whose_text_never_ends(kernel):
    kernel.run(
        "class Endless { public String toString() { while (true) {} } }\nvar endless = new Endless(); int[] a = {1, 2};"
    )
    interrupted(kernel, "%whos")
    kernel.run("endless = null;")
    assert "a        int[]    [1, 2]" in kernel.run("%whos").result()


def test_history_gives_ranges_and_searches(kernel):
    first = kernel.run("int a = 1;").reply["execution_count"]
    kernel.run("int b = 2;")
    assert kernel.run(f"%history {first}").result() == "int a = 1;"
    assert kernel.run(f"%history -n -g b*2 {first}-{first + 1}").result() == f"{first + 1:4d}: int b = 2;"


@pytest.mark.parametrize(
    ("magic", "mime"),
    [
        ("html", "text/html"),
        ("latex", "text/latex"),
        ("markdown", "text/markdown"),
        ("javascript", "application/javascript"),
    ],
)
def test_whole_cell_is_shown_as_what_it_is(kernel, magic, mime):
    assert kernel.run(f"%%{magic}\n<b>$x$</b>\n").result(mime) == "<b>$x$</b>\n"


def test_drawing_is_an_image_that_is_not_stripped(kernel):
    [bundle] = kernel.run("%%svg\n<svg width='9' height='9'><circle r='4'/></svg>").shown()
    assert set(bundle) == {"text/html", "text/plain"}
    assert bundle["text/html"].startswith('<img alt="SVG drawing" src="data:image/svg+xml;base64,')


def test_file_is_written_and_appended_to(kernel, folder, tmp_path):
    kernel.run(f"%%writefile {folder}/deep/a.txt\nžluť")
    kernel.run(f"%%writefile -a {folder}/deep/a.txt\n😀")
    assert (tmp_path / "deep" / "a.txt").read_text(encoding="utf-8") == "žluť\n😀\n"


def test_help_names_every_magic(kernel):
    names = [line.split()[0] for line in kernel.run("%lsmagic").result().splitlines()]
    overview = kernel.run("%help").result()
    assert [name for name in names if f"\n  {name} " not in overview] == []


def test_file_names_are_completed(kernel, folder):
    kernel.run(f"%%writefile {folder}/lesson.jsh\n1")
    code = f"%load {folder}/les"
    request = kernel.client.complete(code)
    reply = kernel.client.get_shell_msg(timeout=20)
    while reply["parent_header"]["msg_id"] != request:
        reply = kernel.client.get_shell_msg(timeout=20)
    assert reply["content"]["matches"] == [f"{folder}/lesson.jsh"]


def test_kernel_is_at_hand_as_in_other_kernels(kernel):
    assert kernel.run('getKernelInstance().eval("int inside = 5; inside + 1")').result() == "6"
    assert kernel.run("inside").result() == "5"
    assert kernel.run('eval("%help %who").toString().length() > 0').result() == "true"


def test_written_code_runs_in_a_cell(kernel):
    """Java for arrays, as a student copies it: the gradients are those of the sweep."""
    made = kernel.run(
        "var X = Tensor.randn(1, 4, 3); var W = Tensor.randn(2, 3, 2); var b = Tensor.randn(3, 2);"
        "var loss = X.matmul(W).add(b).crossEntropy(0, 1, 1, 0); loss.backward();"
        "var truth = new double[] {1, 0, 0, 1, 0, 1, 1, 0};"
    )
    assert made.status == "ok", made.error()
    written = kernel.run("%code --language java loss")
    listing = written.result().partition("\n\n")[2]
    assert "double[] dW = array(3, 2, (k, j) -> sum(4, i -> " in listing, written.error()
    assert kernel.run(listing).status == "ok"
    called = kernel.run("var f = forward(X.toArray(), W.toArray(), b.toArray(), truth); var g = backward(1, f.cache());")
    assert called.status == "ok", called.error()
    near = "Math.abs(Tensor.of(g.{0}()).sub(Tensor.of({1}.grad().toArray())).abs().max().value()) < 1e-12"
    for name in ("X", "W", "b"):
        assert kernel.run(near.format("d" + name, name)).result() == "true"
    assert kernel.run("Math.abs(f.value() - loss.value()) < 1e-12").result() == "true"
