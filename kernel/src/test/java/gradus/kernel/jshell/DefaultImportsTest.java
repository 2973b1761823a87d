package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.hint.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultImportsTest {

    private static List<String> described(JShell jshell) {
        return jshell.imports()
                .map(each -> "%s %s %s %s %s %s"
                        .formatted(
                                each.id(),
                                each.source(),
                                each.fullname(),
                                each.subKind(),
                                jshell.status(each),
                                jshell.sourceCodeAnalysis().wrapper(each).wrapped()))
                .toList();
    }

    /** Each is taken for what JShell makes of it by itself. */
    @Test
    void install_doesWhatAnEvaluationDoes() throws ReflectiveOperationException {
        Map<String, String> sources = DefaultImports.sources();
        try (JShell quick = JShell.create();
                JShell slow = JShell.create()) {
            new DefaultImports.Door(quick).install(sources);
            sources.values().forEach(slow::eval);

            assertThat(described(quick)).isEqualTo(described(slow)).hasSize(17);
            assertThat(quick.imports().map(quick::status)).containsOnly(Status.VALID);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 1                                  | ``",
                "x.grad() + \"List\".length()           | ``",
                "System.out.println(list);              | ``",
                "new ArrayList<Var>()                   | java.util gradus.autograd",
                "Map.Entry<String, Optional<Double>> e; | java.util",
                "display(Graph.of(f))                   | gradus.render gradus.kernel.display.Display",
                "input(\"Name?\")                       | gradus.kernel.work.Kernel",
                "Files.list(Path.of(\".\")).map(Collectors::toList) | java.nio.file java.util.stream",
            })
    void needed_isWhatHasANameOfTheText(String text, String needed) {
        try (JShell jshell = JShell.create()) {
            DefaultImports imports = DefaultImports.into(jshell, DefaultImportsTest.class.getClassLoader());
            List<Snippet> unneeded = imports.unneeded(text, Tokens.of(text));
            Stream<String> others =
                    jshell.imports().filter(each -> !unneeded.contains(each)).map(ImportSnippet::fullname);
            assertThat(others.map(each -> each.replace(".*", "")))
                    .containsExactlyInAnyOrder(needed.isEmpty() ? new String[0] : needed.split(" "));
        }
    }

    /** What an escape stands for is not read twice. */
    @Test
    void escapedText_needsAll() {
        try (JShell jshell = JShell.create()) {
            DefaultImports imports = DefaultImports.into(jshell, DefaultImportsTest.class.getClassLoader());
            assertThat(imports.unneeded("new \\u0041rrayList()", List.of())).isEmpty();
        }
    }

    /** Only words that begin so are looked up. */
    @Test
    void classes_beginWithACapital() throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
        for (String each : DefaultImports.PACKAGES) {
            boolean isOfJdk = each.startsWith("java.");
            try (Stream<Path> files = Files.list(isOfJdk ? modules.resolve(each.replace('.', '/')) : folder(each))) {
                assertThat(files.map(file -> file.getFileName().toString())
                                .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class")))
                        .as(each)
                        .isNotEmpty()
                        .allMatch(file -> Character.isUpperCase(file.charAt(0)));
            }
        }
    }

    private static Path folder(String packageName) throws IOException {
        String path = packageName.replace('.', '/');
        URI found = URI.create(
                String.valueOf(DefaultImportsTest.class.getClassLoader().getResource(path)));
        if (found.getScheme().equals("file")) {
            return Path.of(found);
        }
        try {
            return FileSystems.newFileSystem(found, Map.of()).getPath(path);
        } catch (java.nio.file.FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(found).getPath(path);
        }
    }
}
