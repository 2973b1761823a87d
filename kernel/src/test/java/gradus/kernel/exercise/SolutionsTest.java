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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every exercise against solutions that lie in {@code exercises/<id>}: those called right pass, and each wrong one is told
 * the sentences that stand above its code, which no other mistake in the exercise is told.
 */
class SolutionsTest {

    private static final Path FOLDER = Path.of("src/test/resources/exercises");

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final CellInterpreter notebook = new CellInterpreter();
    private int cell;
    private @Nullable Exercise last;

    @BeforeEach
    void listen() {
        Outputs.enter(new RecordedOutput());
    }

    @AfterEach
    void leave() {
        Outputs.leave();
    }

    /** Of all at once, in a session that has no answers yet: a new session takes long to start. */
    @Test
    void exercisesThatNothingIsWrittenFor_areOpen() throws CellFailure {
        Sessions.current().reset();
        for (Exercise each : Exercises.all()) {
            var verdict = Check.of(Sessions.current(), each, 1);
            assertThat(verdict.state()).as(verdict.picture().text()).isEqualTo(State.OPEN);
        }
    }

    @TestFactory
    Stream<DynamicContainer> solutions() {
        return Exercises.all().stream()
                .map(each -> DynamicContainer.dynamicContainer(
                        each.id(),
                        solutions(each).stream()
                                .map(solution ->
                                        DynamicTest.dynamicTest(solution.name(), () -> check(each, solution)))));
    }

    private void check(Exercise exercise, Solution solution) throws CellFailure {
        Outputs.leave(); // a cell that was stopped is over
        Outputs.enter(new RecordedOutput());
        if (!exercise.equals(last)) {
            Sessions.current().reset(); // a class Var of the student's hides the engine's
            last = exercise;
        }
        notebook.run(new Cell(++cell, solution.code()));
        Duration limit = solution.isEndless() ? SHORT : LONG;
        var verdict = Check.of(Sessions.current(), exercise, 1, limit);
        assertThat(verdict.state())
                .as(verdict.picture().text())
                .isEqualTo(solution.isRight() ? State.PASSED : State.FAILED);
        assertThat(String.join(", ", verdict.diagnoses()))
                .as(verdict.picture().text())
                .isEqualTo(solution.kinds());
        if (!solution.isRight()) {
            assertThat(toldOf(verdict))
                    .as(verdict.picture().text())
                    .isEqualTo(original(exercise, solution).sentences());
        }
    }

    /** What is told about the mistake, without what is told about the cases. */
    private static List<String> toldOf(Verdict verdict) {
        return verdict.picture().sentences().stream()
                .filter(each -> !each.matches("(?s)(For |Right in |\\s*Cell ).*"))
                .toList();
    }

    private static Solution original(Exercise exercise, Solution solution) {
        return solution.twin().isEmpty()
                ? solution
                : Solution.of(FOLDER.resolve(exercise.id()).resolve(solution.twin()));
    }

    @TestFactory
    Stream<DynamicTest> noTwoMistakesAreToldTheSame() {
        return Exercises.all().stream()
                .map(exercise -> DynamicTest.dynamicTest(
                        exercise.id(),
                        () -> assertThat(solutions(exercise).stream()
                                        .filter(each ->
                                                !each.isRight() && each.twin().isEmpty())
                                        .map(Solution::sentences))
                                .doesNotHaveDuplicates()
                                .doesNotContain(List.of())));
    }

    private static List<Solution> solutions(Exercise exercise) {
        try (var files = Files.list(FOLDER.resolve(exercise.id()))) {
            List<Solution> all = files.sorted().map(Solution::of).toList();
            assertThat(all.stream().filter(Solution::isRight))
                    .as("right solutions of " + exercise.id())
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(all.stream().filter(each -> !each.isRight()))
                    .as("wrong solutions of " + exercise.id())
                    .hasSizeGreaterThanOrEqualTo(8);
            return all;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
