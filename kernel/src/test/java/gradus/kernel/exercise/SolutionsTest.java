package gradus.kernel.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.kernel.CellInterpreter;
import gradus.kernel.exercise.Verdict.State;
import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import gradus.kernel.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every exercise against solutions that lie in {@code exercises/<id>}: those called right pass, and each wrong one gets the
 * diagnosis that its first line names.
 */
class SolutionsTest {

    private static final Path FOLDER = Path.of("src/test/resources/exercises");

    private final CellInterpreter notebook = new CellInterpreter();
    private int cell;

    @BeforeEach
    void listen() {
        Outputs.enter(new RecordedOutput());
    }

    @AfterEach
    void leave() {
        Outputs.leave();
    }

    @TestFactory
    Stream<DynamicContainer> solutions() {
        return Exercises.all().stream()
                .map(each -> DynamicContainer.dynamicContainer(
                        each.id(),
                        Stream.concat(
                                Stream.of(DynamicTest.dynamicTest("stub", () -> stubIsOpen(each))),
                                files(each).stream()
                                        .map(file -> DynamicTest.dynamicTest(
                                                String.valueOf(file.getFileName()), () -> check(each, file))))));
    }

    private void stubIsOpen(Exercise exercise) throws CellFailure {
        Sessions.current().reset();
        var verdict = Check.of(Sessions.current(), exercise, 1);
        assertThat(verdict.state()).as(verdict.picture().text()).isEqualTo(State.OPEN);
    }

    private void check(Exercise exercise, Path file) throws CellFailure, IOException {
        String code = Files.readString(file);
        notebook.run(new Cell(++cell, code));
        var verdict = Check.of(Sessions.current(), exercise, 1);
        boolean isRight = String.valueOf(file.getFileName()).startsWith("right");
        assertThat(verdict.state()).as(verdict.picture().text()).isEqualTo(isRight ? State.PASSED : State.FAILED);
        if (!isRight) {
            String expected = code.lines().findFirst().orElse("").replaceFirst("^// ", "");
            assertThat(String.join(", ", verdict.diagnoses()))
                    .as(verdict.picture().text())
                    .isEqualTo(expected);
        }
    }

    private static List<Path> files(Exercise exercise) {
        try (var files = Files.list(FOLDER.resolve(exercise.id()))) {
            List<Path> all = files.sorted().toList();
            assertThat(all.stream().filter(each -> each.getFileName().toString().startsWith("right")))
                    .as("right solutions of " + exercise.id())
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(all.stream().filter(each -> each.getFileName().toString().startsWith("wrong")))
                    .as("wrong solutions of " + exercise.id())
                    .hasSizeGreaterThanOrEqualTo(8);
            return all;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
