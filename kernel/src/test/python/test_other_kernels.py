"""A notebook as one finds it for IJava, JJava and rapaio, with their names for magics and functions, on a network of none."""

import os

import nbformat
from gradus_kernel import Kernel, kernel_manager
from nbclient import NotebookClient

POM = (
    "<project><modelVersion>4.0.0</modelVersion><groupId>school</groupId><artifactId>{0}</artifactId>"
    "<version>1</version>{1}</project>"
)
NEEDS_BELOW = (
    "<dependencies><dependency><groupId>school</groupId><artifactId>below</artifactId><version>1</version>"
    "</dependency></dependencies>"
)


def home_of_its_own(folder):
    """Maven's settings and local repository are those of this folder."""
    return {**os.environ, "JDK_JAVA_OPTIONS": f"-Duser.home={folder.as_posix()}"}


def publish(kernel, folder, name, needs):
    """A jar with one class, in a repository that is a folder."""
    home = f"{folder}/repository/school/{name}/1"
    java = f"package school.{name}; public class Hello {{ public static String from() {{ return \"{name}\"; }} }}"
    kernel.run(f"%%writefile {folder}/src/{name}/Hello.java\n{java}")
    kernel.run(f"%%writefile {home}/{name}-1.pom\n{POM.format(name, needs)}")
    cell = kernel.run(
        f'javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", "{folder}/{name}",'
        f' "{folder}/src/{name}/Hello.java")\n'
        f' + java.util.spi.ToolProvider.findFirst("jar").get().run(System.out, System.err, "cf", "{home}/{name}-1.jar",'
        f' "-C", "{folder}/{name}", ".")'
    )
    assert cell.result() == "0", cell.error()


def test_notebook_of_other_kernels_runs(kernel, installed, tmp_path):
    folder = tmp_path.as_posix()
    for name, needs in (("above", NEEDS_BELOW), ("below", ""), ("rapaio", ""), ("pom", ""), ("file", "")):
        publish(kernel, folder, name, needs)
    kernel.run(f"%%writefile {folder}/helper.jshell\nint twice(int n) {{ return 2 * n; }}")
    dependency = "<dependency><groupId>school</groupId><artifactId>pom</artifactId><version>1</version></dependency>"
    cells = [
        f"%mavenRepo school file://{folder}/repository\n%maven school:above:1",
        "import school.above.Hello;\nHello.from() + school.below.Hello.from()",
        "%dependency /list-repos\n%dependency /add school:rapaio:1 --force\n%dependency /resolve",
        "school.rapaio.Hello.from()",
        f"%%loadFromPOM\n<repository><id>s</id><url>file://{folder}/repository</url></repository>\n{dependency}",
        "school.pom.Hello.from()",
        f"%jars {folder}/repository/school/file/1/*.jar",
        "school.file.Hello.from()",
        f"%load {folder}/helper.jshell\ntwice(21)",
        "String id = display(\"first\");\nupdateDisplay(id, \"second\");",
        "display(render(\"<b>bold</b>\", \"text/html\"));",
        "var kernel = getKernelInstance();\n(int) kernel.eval(\"40 + 2\") + 1",
        "lineMagic(\"time\", List.of(\"1 + 1\"))",
        "public class Main { public static void main(String[] args) { System.out.print(\"hello \" + args.length); } }\n"
        "Main.main(new String[0])",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(each) for each in cells])
    NotebookClient(notebook, km=kernel_manager(installed), timeout=120).execute(env=home_of_its_own(tmp_path))
    results = [
        output.data["text/plain"]
        for cell in notebook.cells
        for output in cell.outputs
        if output.output_type == "execute_result" and "Added to the class path" not in output.data["text/plain"]
    ]
    assert results[0] == "abovebelow"
    assert [each for each in results if each in ("rapaio", "pom", "file", "42", "43", "2")] == [
        "rapaio", "pom", "file", "42", "43", "2",
    ]  # fmt: skip
    assert notebook.cells[9].outputs[0].data["text/plain"] == "second"
    assert notebook.cells[10].outputs[0].data["text/html"] == "<b>bold</b>"
    assert notebook.cells[13].outputs[0].text == "hello 0"


def test_library_without_a_network_is_told_plainly(installed, tmp_path):
    (tmp_path / ".m2").mkdir()
    (tmp_path / ".m2" / "settings.xml").write_text("<settings><offline>true</offline></settings>", encoding="utf-8")
    kernel = Kernel(installed, env=home_of_its_own(tmp_path))
    try:
        cell = kernel.run("int kept = 41;\n%maven org.jspecify:jspecify:1.0.1")
        assert cell.reply["ename"] == "ResolutionFailure"
        assert "org.jspecify:jspecify" in cell.reply["evalue"] and "offline" in cell.reply["evalue"]
        assert "settings.xml" in cell.reply["evalue"]
        assert len(cell.reply["evalue"].splitlines()) == 1 and len(cell.error()) < 600  # no trace of the resolver
        assert kernel.run("kept + 1").result() == "42"
    finally:
        kernel.stop()
