package gradus.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Completion;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkMagicsTest {

    private final FakeSession session = new FakeSession();
    private final RecordedOutput output = new RecordedOutput();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void enter() {
        Outputs.enter(output);
    }

    @AfterEach
    void leave() {
        Outputs.leave();
    }

    private @Nullable Object run(String name, String arguments, String body) throws CellFailure {
        return Magics.run(new Piece.MagicCall(name, arguments, body, 1, 0), session);
    }

    private String text(String name, String arguments) throws CellFailure {
        return run(name, arguments, "") instanceof MimeBundle bundle ? bundle.text() : "";
    }

    private ErrorReport failure(String name, String arguments, String body) {
        return catchThrowableOfType(CellFailure.class, () -> run(name, arguments, body))
                .report();
    }

    private String file(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }

    @Test
    void aliases_standForTheirMagics() {
        assertThat(Magics.find("%addMavenDependency")).isInstanceOf(MavenMagic.class);
        assertThat(Magics.find("%dependency")).isInstanceOf(MavenMagic.class);
        assertThat(Magics.find("%mavenRepo")).isInstanceOf(MavenrepoMagic.class);
        assertThat(Magics.find("%jars")).isInstanceOf(ClasspathMagic.class);
        assertThat(Magics.find("%%loadFromPOM")).isInstanceOf(PomCellMagic.class);
    }

    @Test
    void classpath_takesJarsFoldersAndPatterns() throws CellFailure, IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "");
        Files.writeString(folder.resolve("a.txt"), "");
        assertThat(text("%classpath", file("*.jar") + " " + file(""))).contains("a.jar");
        assertThat(session.classpath).containsExactly(jar, folder);
        assertThat(text("%classpath", "")).contains("a.jar");
    }

    @Test
    void classpath_ofNothingIsToldWithTheFolder() {
        assertThat(failure("%classpath", file("none.jar"), "").message()).contains("there is no file", "none.jar");
        assertThat(failure("%classpath", file("*.jar"), "").message()).contains("no file in", "matches");
    }

    @Test
    void maven_refusesWhatIsNoName() {
        assertThat(failure("%maven", "guava", "").message())
                .contains("guava is not the name of an artifact", "org.apache.commons:commons-math3:3.6.1");
    }

    @Test
    void mavenrepo_needsAUrl() {
        assertThat(failure("%mavenrepo", "mine", "").message()).contains("the URL is missing");
        assertThat(failure("%mavenrepo", "mine nowhere", "").message()).contains("nowhere is no URL");
    }

    @Test
    void load_runsAFileAsACell() throws CellFailure, IOException {
        Files.writeString(folder.resolve("a.java"), "package p.q;\r\nint a = 1;");
        run("%load", file("a.java"), "");
        assertThat(session.ran).containsExactly("\nint a = 1;");
    }

    @Test
    void load_ofNothingSaysWhatToGive() {
        assertThat(failure("%load", file("none.java"), "").message()).contains("there is no file", ".jsh");
    }

    @Test
    void load_ofWhatIsNoNotebookSaysSo() throws IOException {
        Files.writeString(folder.resolve("a.ipynb"), "{\"cells\": 1}");
        assertThat(failure("%load", file("a.ipynb"), "").message()).contains("is not a notebook");
    }

    @Test
    void time_givesTheValueAndShowsTheTime() throws CellFailure {
        session.variables.put("6 * 7", 42);
        assertThat(run("%time", "6 * 7", "")).isEqualTo(42);
        assertThat(session.displayed).singleElement().asString().contains("Time: 1.00 µs");
    }

    @Test
    void timeit_keepsTheValueOfAnExpression() throws CellFailure {
        run("%timeit", "-n 5 -r 2 f(-1, 2)", "");
        assertThat(session.evaluated).singleElement().asString().contains("Kept.value(\nf(-1, 2)\n)", ", 5L, 2)");
    }

    @Test
    void timeit_takesStatementsAsTheyAre() throws CellFailure {
        run("%%timeit", "", "n++;\n");
        assertThat(session.evaluated)
                .singleElement()
                .asString()
                .contains("{\nn++;\n")
                .doesNotContain("Kept");
    }

    @Test
    void whos_alignsNamesTypesAndValues() throws CellFailure {
        session.variables.put("x", 1);
        session.variables.put("word", "a b");
        assertThat(text("%whos", "")).isEqualTo("Name  Type     Value\nx     Integer  1\nword  String   \"a b\"");
    }

    @Test
    void whos_shortensLongValues() throws CellFailure {
        session.variables.put("long", "x".repeat(100_000));
        assertThat(text("%whos", "")).hasSizeLessThan(200).contains("…");
    }

    @Test
    void history_selectsByNumberLastAndText() throws CellFailure {
        session.history.addAll(List.of(new Cell(1, "int a;"), new Cell(2, "int b;\nb = 1;"), new Cell(3, "%history")));
        assertThat(text("%history", "2")).isEqualTo("int b;\nb = 1;");
        assertThat(text("%history", "-n 1-2")).isEqualTo("   1: int a;\n   2: int b;\n      b = 1;");
        assertThat(text("%history", "-l 1")).isEqualTo("%history");
        assertThat(text("%history", "-g b*1")).isEqualTo("int b;\nb = 1;");
        assertThat(text("%history", "7-")).isEqualTo("No such cell.");
        assertThat(failure("%history", "x", "").message()).contains("x is no range");
    }

    @Test
    void env_setsShowsAndHidesSecrets() throws CellFailure {
        run("%env", "GRADUS_TEST_TOKEN=abc=1", "");
        run("%env", "GRADUS_TEST=plain words", "");
        assertThat(text("%env", "GRADUS_TEST_TOKEN")).isEqualTo("abc=1");
        assertThat(text("%env", "")).contains("GRADUS_TEST=plain words", "GRADUS_TEST_TOKEN=<hidden>");
        assertThat(failure("%env", "GRADUS_NONE", "").message()).contains("there is no variable GRADUS_NONE");
        assertThat(failure("%env", "a b=1", "").message()).contains("a b is not the name");
    }

    @Test
    void writefile_refusesAFolder() {
        assertThat(failure("%%writefile", file(""), "a").message()).contains("is a folder");
    }

    @Test
    void writefile_saysWhatItDid() throws CellFailure {
        assertThat(run("%%writefile", file("a.txt"), "1\n2")).asString().contains("Wrote ", "(2 lines)");
        assertThat(run("%%writefile", file("a.txt"), "1")).asString().contains("Overwrote ");
        assertThat(run("%%writefile", "-a " + file("a.txt"), "2")).asString().contains("Appended to ");
        assertThat(folder.resolve("a.txt")).hasContent("1\n2\n");
    }

    @Test
    void svg_withoutADrawingIsRefused() {
        assertThat(failure("%%svg", "", "no drawing").message()).contains("there is no <svg");
    }

    @Test
    void shell_endsWithItsCode() throws CellFailure {
        run("%%sh", "", "echo hello");
        assertThat(output.stdout()).startsWith("hello");
        assertThat(failure("%%sh", "", "exit 3").message()).isEqualTo("the shell ended with exit code 3");
    }

    @Test
    void magicWithoutItsArgument_getsTheUsage() {
        assertThat(failure("%load", "", "").traceback()).anyMatch(line -> line.contains("Usage: %load FILE"));
        assertThat(failure("%time", "", "").message()).contains("CODE");
    }

    @Test
    void help_listsEveryMagicInAGroup() throws CellFailure {
        String overview = text("%help", "");
        assertThat(overview).contains("Libraries, files, time", "Whole cells", "Session and help");
        assertThat(Magics.all()).allSatisfy(each -> assertThat(overview).contains("\n  " + each.name() + " "));
    }

    @Test
    void completion_offersFilesAndMagics() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        String line = "%load " + file("li");
        assertThat(MagicCompletion.at(line, line.length()))
                .isEqualTo(new Completion(List.of(file("lib") + "/"), "path", 6, line.length()));
        assertThat(MagicCompletion.at("%help %who", 10))
                .isEqualTo(new Completion(List.of("%who", "%whos"), "magic", 6, 10));
    }
}
