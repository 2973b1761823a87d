package gradus.student;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Tensor;
import gradus.autograd.Var;
import gradus.autograd.Warning;
import gradus.autograd.Warnings;
import gradus.autograd.optim.SGD;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Outside of the engine's packages, as a student's program is: warnings name the line that called the engine. */
@Isolated
class WarningsTest {

    private final List<String> heard = new ArrayList<>();
    private final List<@Nullable StackTraceElement> places = new ArrayList<>();
    private Warnings.@Nullable Listener before;

    @BeforeEach
    void listen() {
        before = Warnings.listener((kind, message, place) -> {
            heard.add(kind + ": " + message);
            places.add(place);
        });
    }

    @AfterEach
    void stopListening() {
        if (before != null) {
            Warnings.listener(before);
        }
    }

    @Test
    void stepWithoutZeroGrad_isToldOnceInALoop() {
        var w = new Var(1, "w");
        var sgd = new SGD(List.of(w), 1e-4);
        for (int epoch = 0; epoch < 1000; epoch++) {
            w.pow(2).backward();
            sgd.step();
        }
        assertThat(heard)
                .containsExactly("STEP_WITHOUT_ZERO_GRAD: step: the gradient of w still holds what an earlier step has"
                        + " used. Call zeroGrad() before each backward()");
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place).isNotNull();
            assertThat(String.valueOf(place)).contains("WarningsTest.stepWithoutZeroGrad_isToldOnceInALoop");
        });
    }

    @Test
    void stepWithoutZeroGrad_isToldAgainAtAnotherLine() {
        var w = new Var(1, "w");
        var sgd = new SGD(List.of(w), 1e-4);
        w.pow(2).backward();
        sgd.step();
        sgd.step();
        sgd.step();
        assertThat(heard).hasSize(2);
    }

    @Test
    void stepAfterZeroGrad_isNothingToWarnOf() {
        var w = new Var(1);
        var sgd = new SGD(List.of(w), 1e-4);
        for (int epoch = 0; epoch < 3; epoch++) {
            sgd.zeroGrad();
            w.pow(2).backward();
            sgd.step();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void gradientsOfSeveralBatches_mayAddUpBeforeAStep() {
        var w = new Var(1);
        var sgd = new SGD(List.of(w), 1e-4);
        w.pow(2).backward();
        w.pow(3).backward();
        sgd.step();
        assertThat(heard).isEmpty();
    }

    @Test
    void kindThatIsOff_isNotTold() {
        Warnings.off(Warning.STEP_WITHOUT_ZERO_GRAD);
        try {
            var w = new Var(1);
            var sgd = new SGD(List.of(w), 1e-4);
            w.pow(2).backward();
            sgd.step();
            sgd.step();
            assertThat(heard).isEmpty();
        } finally {
            Warnings.on(Warning.STEP_WITHOUT_ZERO_GRAD);
        }
        assertThat(Warnings.isOn(Warning.STEP_WITHOUT_ZERO_GRAD)).isTrue();
    }

    @Test
    void someParametersThatTheLossDoesNotReach_areNamed() {
        var w = new Var(1, "w");
        var lost = Tensor.ones(2, 2).named("lost");
        var sgd = new SGD(List.of(w, lost), 0.1);
        w.pow(2).backward();
        sgd.step();
        assertThat(heard)
                .containsExactly(
                        "UNREACHED_PARAMETERS: SGD.step: no backward() has reached lost since they were made or"
                                + " set to zero, so they stay as they are. Is the loss computed from them?");
        assertThat(w.value()).isEqualTo(0.8);
        assertThat(lost.toArray()).containsOnly(1);
    }

    @Test
    void lossThatIsNotANumber_isToldWithTheOpWhereItBegan() {
        var w = new Var(-1, "w");
        var sgd = new SGD(List.of(w), 0.1);
        var loss = w.log().mul(2);
        loss.backward();
        sgd.step();
        assertThat(heard)
                .containsExactly(
                        "NOT_FINITE: backward: a Var made by mul is NaN. NaN first appears in log(w): w is −1",
                        "NOT_FINITE: step: the gradient of w is NaN. FirstNonFinite.of(loss) tells where that began");
    }

    @Test
    void gradientThatIsInfinite_isToldByTheStep() {
        var w = Tensor.of(new double[][] {{1, 4}, {9, 0}}).named("w");
        var sgd = new SGD(List.of(w), 0.1);
        w.sqrt().sum().backward();
        sgd.step();
        assertThat(heard)
                .containsExactly("NOT_FINITE: step: the gradient of w is ∞ at element [1, 1]."
                        + " FirstNonFinite.of(loss) tells where that began");
    }

    @Test
    void unlessListenedTo_aWarningIsOneLine() {
        var line = printed(() -> {
            var w = new Var(0, "w");
            w.log().backward();
        });
        assertThat(line)
                .startsWith("warning: backward: a Var made by log is −∞. −∞ first appears in log(w): w is 0"
                        + " (WarningsTest.java:")
                .endsWith(") [off: Warnings.off(Warning.NOT_FINITE)]" + System.lineSeparator())
                .hasLineCount(1);
    }

    private String printed(Runnable program) {
        var bytes = new ByteArrayOutputStream();
        var err = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            if (before != null) {
                Warnings.listener(before);
            }
            program.run();
        } finally {
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
