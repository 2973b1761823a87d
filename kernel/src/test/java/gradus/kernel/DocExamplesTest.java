package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Warnings;
import gradus.kernel.magic.Magics;
import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.render.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every example of README, the students' page, Javadoc and magics in a fresh session. A line {@code code // ⇒ value} ends
 * a cell that must give that value, {@code // ✗ words} one that must fail with these words, and {@code // ⚠ words} one that
 * must warn with them.
 */
class DocExamplesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\R(.*?)\\}</pre>", Pattern.DOTALL);
    private static final Pattern README = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    private static final Pattern MAGIC = Pattern.compile("`(%[^`]+)`");

    private static final Pattern MARK = Pattern.compile("(?<code>.*?)//(?:[^⇒]*(?=⇒)| *)(?<kind>[⇒✗⚠])(?<words>.*)");

    @TestFactory
    Stream<DynamicTest> javadoc() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var module : List.of("autograd-core", "autograd-render")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (var file : files.filter(f -> f.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    tests.addAll(examples(file, JAVADOC));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(5);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> readme() throws IOException {
        var tests = examples(ROOT.resolve("README.md"), README);
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> studentsPage() throws IOException {
        var tests = examples(ROOT.resolve("docs/students.md"), README);
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    /** Those that stand in a sentence, on the {@code f} of the page's first example. */
    @TestFactory
    Stream<DynamicTest> magicsOfStudentsPage() throws IOException {
        String text = README.matcher(Files.readString(ROOT.resolve("docs/students.md")))
                .replaceAll("");
        return MAGIC.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .map(magic -> DynamicTest.dynamicTest(magic, () -> {
                    try {
                        run("var x = new Var(2);\nvar f = x.mul(x).add(x.sin());\nf.backward();\n" + magic);
                    } finally {
                        Words.language("en");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> magics() {
        return Magics.all().stream()
                .map(magic -> DynamicTest.dynamicTest(
                        magic.example(), () -> run(magic.preparation() + "\n" + magic.example())));
    }

    private static List<DynamicTest> examples(Path file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> DynamicTest.dynamicTest(
                        file.getFileName() + ": "
                                + match.group(1).strip().lines().findFirst().orElse(""),
                        () -> run(match.group(1))))
                .toList();
    }

    private static void run(String example) throws CellFailure {
        var session = new CellInterpreter();
        var code = new StringBuilder();
        for (var line : example.lines().map(DocExamplesTest::withoutStar).toList()) {
            var mark = MARK.matcher(line);
            if (mark.matches()) {
                code.append(mark.group("code")).append('\n');
                var words = mark.group("words").strip();
                switch (mark.group("kind")) {
                    case "⇒" -> assertThat(text(run(session, code))).as(line).isEqualTo(words);
                    case "✗" -> assertThat(failure(session, code)).as(line).contains(words);
                    default -> assertThat(warnings(session, code)).as(line).contains(words);
                }
            } else {
                code.append(line).append('\n');
            }
        }
        run(session, code);
    }

    private static String failure(CellInterpreter session, StringBuilder code) {
        try {
            run(session, code);
            return "no failure";
        } catch (CellFailure failure) {
            return inOneLine(String.join("\n", failure.report().traceback()));
        }
    }

    /** As a reader takes it, wherever the lines end. */
    private static String inOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String warnings(CellInterpreter session, StringBuilder code) throws CellFailure {
        var told = new StringBuilder();
        var before =
                Warnings.listener((kind, message, place) -> told.append(message).append('\n'));
        try {
            run(session, code);
        } finally {
            Warnings.listener(before);
        }
        return told.toString();
    }

    private static @Nullable MimeBundle run(CellInterpreter session, StringBuilder code) throws CellFailure {
        var cell = new Cell(1, code.toString());
        code.setLength(0);
        return session.run(cell);
    }

    private static String text(@Nullable MimeBundle bundle) {
        return bundle == null ? "no value" : bundle.text().lines().collect(Collectors.joining("\n"));
    }

    /** Without the star of a comment, and without the indentation of a list. */
    private static String withoutStar(String line) {
        return line.replaceFirst("^\\s*\\* ?|^   (?=%)", "");
    }
}
