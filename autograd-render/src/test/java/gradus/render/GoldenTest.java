package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenTest {

    @ParameterizedTest
    @EnumSource
    void graph_isDrawnAsBefore(Examples example) {
        var picture = new GraphPicture(Trace.forwardOf(example.afterSweep()));

        Golden.check(Golden.resource("graph-" + example + ".svg"), Golden.lines(picture.svg()));
        Golden.check(Golden.resource("graph-" + example + ".txt"), picture.text());
    }

    @ParameterizedTest
    @EnumSource
    void stepper_isToldAsBefore(Examples example) {
        var picture = Stepper.of(example.make());

        Golden.check(Golden.resource("stepper-" + example + ".html"), Golden.frame(picture.html()));
        Golden.check(Golden.resource("stepper-" + example + ".txt"), picture.text());
    }

    @Test
    void stepperOfEachKind_isToldAsBefore() {
        var kinds = Map.of(
                "predict", Stepper.of(Examples.STAGED.make(), Steps.ALL.predict()),
                "predict-arrays", Stepper.of(Examples.LAYER.make(), Steps.BACKWARD.predict()),
                "forward", Stepper.of(Examples.LAYER.make(), Steps.FORWARD),
                "backward", Stepper.of(Examples.STAGED.make(), Steps.BACKWARD),
                "only", Stepper.of(Examples.STAGED.make(), Steps.ALL.only("x")),
                "skipped", Stepper.of(RepeatsTest.loop(10), Steps.ALL.skipRepeats()));
        kinds.forEach((kind, picture) -> {
            Golden.check(Golden.resource("stepper-" + kind + ".html"), Golden.frame(picture.html()));
            Golden.check(Golden.resource("stepper-" + kind + ".txt"), picture.text());
        });
    }

    @ParameterizedTest
    @EnumSource
    void sameProgram_givesTheSameBytes(Examples example) {
        assertThat(Stepper.of(example.make()).html())
                .isEqualTo(Stepper.of(example.make()).html());
        assertThat(Graph.of(example.make()).png())
                .isEqualTo(Graph.of(example.make()).png());
    }

    /** The picture of the README: the moment at which x2's gradient arrives. */
    @Test
    void readme_showsWhatIsDrawnToday() throws IOException {
        var trace = Trace.of(Examples.CHAIN_RULE.make());
        var frames = Frames.of(trace);
        var svg = new StepperPicture(trace, frames).svg(frames.size() - 1);

        Files.writeString(Path.of("target", "stepper.svg"), svg);
        Golden.check(Path.of("..", "docs", "images", "stepper.svg"), Golden.lines(svg));
    }
}
