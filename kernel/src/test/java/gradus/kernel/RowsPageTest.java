package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.exercise.Exercise;
import gradus.kernel.exercise.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/rows.md}: where each row of the lectures is shown, tested and practised. Fails when the page says
 * something else, and when a row has no notebook, no test, or neither an exercise nor a reason for having none.
 *
 * <p>A notebook names its rows in the metadata of cells, a test in its name ({@code row1_4_figures}), and an exercise in the
 * comment of its class: {@code (rows 1.4 and 1.8)}.
 */
class RowsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/rows.md");
    private static final Path LIST = Path.of("src/test/resources/gradus/kernel/rows.txt");
    private static final String UPDATE =
            "mvn test -pl kernel -am -Dtest=RowsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dgradus.golden=update";
    private static final Pattern TEST = Pattern.compile("void row(\\d+)_(\\d+)_\\w+\\(");
    private static final Pattern EXERCISE = Pattern.compile("\\(rows? ([^)]+)\\)");
    private static final Pattern CELL = Pattern.compile("\"rows\": \\[([^\\]]*)\\]");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

    /** What a page says of a row. */
    private record Row(String number, String title, String reason) {}

    @Test
    void pageInTheDocs_hasNotebookTestAndExerciseOfEachRow() throws IOException {
        var rows = rows();
        var notebooks = notebooks();
        var tests = tests();
        var exercises = exercises();
        var numbers = rows.stream().map(Row::number).toList();
        assertThat(numbers).doesNotHaveDuplicates().containsAll(exercises.keySet());
        assertThat(notebooks.keySet()).as("rows with a notebook").hasSameElementsAs(numbers);
        assertThat(tests.keySet()).as("rows with a test").hasSameElementsAs(numbers);
        assertThat(rows)
                .as("an exercise, or a reason why there is none, and not both")
                .allMatch(row ->
                        exercises.containsKey(row.number()) == row.reason().isEmpty());

        var lines = new ArrayList<>(List.of(
                "# The rows of the lectures",
                "",
                "Every system and figure that the lectures teach: where a notebook shows it, which tests assert it, and"
                        + " which exercise practises it.",
                "",
                "| row | what | notebook | test | exercise |",
                "|---|---|---|---|---|"));
        for (Row row : rows) {
            String exercise = row.reason().isEmpty() ? joined(exercises, row) : "– (" + row.reason() + ")";
            lines.add("| " + row.number() + " | " + row.title() + " | " + joined(notebooks, row) + " | "
                    + joined(tests, row) + " | " + exercise + " |");
        }
        lines.addAll(List.of("", "---", "", "Written by `RowsPageTest`: `" + UPDATE + "`."));
        if ("update".equals(System.getProperty("gradus.golden"))) {
            Files.write(PAGE, lines);
        }
        assertThat(PAGE).as("%s is stale: %s", PAGE, UPDATE).exists();
        assertThat(Files.readAllLines(PAGE)).as("%s is stale: %s", PAGE, UPDATE).isEqualTo(lines);
    }

    private static String joined(Map<String, Set<String>> places, Row row) {
        return String.join(", ", places.getOrDefault(row.number(), Set.of()));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Pattern.compile(" \\| ").splitAsStream(line).toList())
                .map(parts -> new Row(parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : ""))
                .toList();
    }

    private static Map<String, Set<String>> notebooks() throws IOException {
        var places = new TreeMap<String, Set<String>>();
        each(
                "notebooks",
                1,
                ".ipynb",
                (file, text) -> CELL.matcher(text)
                        .results()
                        .forEach(cell -> NUMBER.matcher(cell.group(1))
                                .results()
                                .forEach(number -> add(
                                        places,
                                        number.group(),
                                        link(file.getFileName().toString().substring(0, 2), file)))));
        return places;
    }

    private static Map<String, Set<String>> tests() throws IOException {
        var places = new TreeMap<String, Set<String>>();
        for (String module : List.of("autograd-core", "autograd-render", "kernel")) {
            each(
                    module + "/src/test/java",
                    Integer.MAX_VALUE,
                    "Test.java",
                    (file, text) -> TEST.matcher(text)
                            .results()
                            .forEach(test -> add(
                                    places,
                                    test.group(1) + "." + test.group(2),
                                    link(file.getFileName().toString().replace(".java", ""), file))));
        }
        return places;
    }

    private static Map<String, Set<String>> exercises() throws IOException {
        var places = new LinkedHashMap<String, Set<String>>();
        Path sources = ROOT.resolve("kernel/src/main/java/gradus/kernel/exercise");
        for (Exercise each : Exercises.all()) {
            String source = Files.readString(sources.resolve(each.getClass().getSimpleName() + ".java"));
            var rows = EXERCISE.matcher(source);
            assertThat(rows.find())
                    .as("%s names its rows: (row 1.1)", each.id())
                    .isTrue();
            try (var files = Files.list(ROOT.resolve("notebooks/exercises"))) {
                Path notebook = files.filter(file -> file.toString().endsWith("-" + each.id() + ".ipynb"))
                        .findFirst()
                        .orElseThrow();
                NUMBER.matcher(rows.group(1))
                        .results()
                        .forEach(number -> add(places, number.group(), link("`" + each.id() + "`", notebook)));
            }
        }
        return places;
    }

    private static void each(String folder, int depth, String ending, BiConsumer<Path, String> use) throws IOException {
        try (var files = Files.walk(ROOT.resolve(folder), depth)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                use.accept(file, Files.readString(file));
            }
        }
    }

    private static void add(Map<String, Set<String>> places, String row, String place) {
        places.computeIfAbsent(row, r -> new TreeSet<>()).add(place);
    }

    /** The docs lie one folder below the root, as the module in which this test runs does. */
    private static String link(String text, Path file) {
        return "[" + text + "](" + file.toString().replace('\\', '/') + ")";
    }
}
