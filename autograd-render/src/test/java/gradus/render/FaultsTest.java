package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.autograd.Node;
import gradus.autograd.ShapeException;
import gradus.autograd.Tensor;
import gradus.autograd.Var;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An error is the last step, drawn where it happened. */
class FaultsTest {

    /** Computations that fail. */
    enum Failure {
        SHAPE_CLASH {
            @Override
            Node node() {
                var w = Tensor.of(new double[][] {{1, -2, 3}, {0.5, 0.25, -1}}).named("W");
                var x = Tensor.of(1, 2).named("x");
                var h = w.mul(2).named("h");
                return catchThrowableOfType(ShapeException.class, () -> h.matmul(x))
                        .node();
            }
        },
        NAN_VALUE {
            @Override
            Node node() {
                var a = new Var(-2, "a");
                var b = new Var(3, "b");
                return a.mul(b).named("m").log().named("l").add(b).exp().named("z");
            }
        },
        INFINITE_GRADIENT {
            @Override
            Node node() {
                var a = new Var(0, "a");
                var b = new Var(3, "b");
                return a.sqrt().named("s").mul(b).add(a).named("z");
            }
        };

        abstract Node node();
    }

    @ParameterizedTest
    @EnumSource
    void failure_isDrawnWhereItHappened(Failure failure) throws IOException {
        var stepper = Stepper.of(failure.node());
        var graph = Graph.of(failure.node());

        Golden.check(Golden.resource("failure-step-" + failure + ".txt"), stepper.text());
        Golden.check(Golden.resource("failure-step-" + failure + ".html"), Golden.frame(stepper.html()));
        Golden.check(Golden.resource("failure-graph-" + failure + ".txt"), graph.text());
        Golden.check(Golden.resource("failure-graph-" + failure + ".html"), Golden.frame(graph.html()));
        show("failure-step-" + failure, stepper);
        show("failure-graph-" + failure, graph);
    }

    @ParameterizedTest
    @EnumSource
    void ownGraph_isDrawnBesideTheEngines(OwnPictures own) throws IOException {
        var stepper = Stepper.of(own.node());
        var graph = Graph.of(own.node());

        Golden.check(Golden.resource("own-step-" + own + ".txt"), stepper.text());
        Golden.check(Golden.resource("own-graph-" + own + ".txt"), graph.text());
        Golden.check(Golden.resource("own-graph-" + own + ".html"), Golden.frame(graph.html()));
        show("own-step-" + own, stepper);
        show("own-graph-" + own, graph);
    }

    static void show(String name, Picture picture) throws IOException {
        var gallery = Path.of("target", "gallery");
        Files.createDirectories(gallery);
        Files.write(gallery.resolve(name + ".png"), picture.png());
        Files.writeString(
                gallery.resolve(name + ".html"),
                "<!DOCTYPE html><html><meta charset=\"utf-8\"><title>" + name + "</title><body>" + picture.html()
                        + "</body></html>");
    }

    @Test
    void error_isTheLastStepOfTheForwardPass() {
        var text = Stepper.of(Failure.SHAPE_CLASH.node()).text().lines().toList();

        assertThat(text).last().asString().contains("✗", "v1 = h x", "h: 2×3, x: 2", "transpose the first?");
        assertThat(text).noneMatch(line -> line.contains("Seed"));
    }

    @Test
    void hostileMessage_isEscaped() {
        var w = Tensor.zeros(2, 3).named("<script>alert($1$)</script>");
        var failure = catchThrowableOfType(ShapeException.class, () -> w.matmul(w));

        assertThat(Graph.of(failure.node()).html())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
        assertThat(Stepper.of(failure.node()).html()).doesNotContain("<script>alert");
    }
}
