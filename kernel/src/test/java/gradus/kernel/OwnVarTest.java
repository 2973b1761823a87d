package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A class that a cell declares is drawn and stepped as the engine's. */
@Timeout(60)
class OwnVarTest {

    /** That of the second notebook. */
    private static final String LECTURE = """
            class Var {
                final double value;
                final List<Child> children = new ArrayList<>();
                double grad = 0;
                Var(double value) { this.value = value; }
                Var add(Var other) {
                    var z = new Var(value + other.value);
                    z.children.add(new Child(1, this));
                    z.children.add(new Child(1, other));
                    return z;
                }
                Var mul(Var other) {
                    var z = new Var(value * other.value);
                    z.children.add(new Child(other.value, this));
                    z.children.add(new Child(value, other));
                    return z;
                }
                void calcGrad(double upstream) {
                    grad += upstream;
                    for (var child : children) child.var().calcGrad(upstream * child.localGradient());
                }
            }
            record Child(double localGradient, Var var) {}
            """;

    private final CellInterpreter notebook = new CellInterpreter();
    private int cell;

    private MimeBundle run(String code) throws CellFailure {
        var shown = notebook.run(new Cell(++cell, code));
        return shown == null ? MimeBundle.text("") : shown;
    }

    @Test
    void lecturesVar_isDrawnAndStepped() throws CellFailure {
        run(LECTURE);
        run("var x = new Var(2); var y = new Var(3); var f = x.mul(y).add(x); f.calcGrad(1);");

        assertThat(run("%graph f").text()).contains("v1 = x · y", "f = v1 + x", "x: value 2.0, gradient 4.0");
        assertThat(run("%step f").text()).contains("x̄ += v̄1 · ∂v1/∂x").doesNotContain("✗");
    }

    @Test
    void overwrittenGradient_isShownBesideTheRightOne() throws CellFailure {
        run(LECTURE.replace("grad += upstream", "grad = upstream"));
        run("var x = new Var(2); var y = new Var(3); var f = x.mul(y).add(x); f.calcGrad(1);");

        var graph = run("%graph f");
        assertThat(graph.text())
                .contains("The first gradient that is wrong is that of x.", "is there = where += is meant?");
        assertThat(Objects.requireNonNull(graph.data().get(MimeBundle.HTML)))
                .contains("x: your gradient is 1, the right one 4.");
        assertThat(run("%step f").text().lines()).last().asString().contains("Your gradients", "right one 4");
    }

    @Test
    void wrongLocalGradient_isShownAtItsEdge() throws CellFailure {
        run(LECTURE.replace("new Child(other.value, this)", "new Child(value, this)"));
        run("var w = new Var[] {new Var(2), new Var(3)}; var f = w[0].mul(w[1]); f.calcGrad(1);");

        assertThat(run("%graph f").text())
                .contains("f = w[0] · w[1]", "Edge from f to w[0]: your local gradient is 2, the right one 3.");
    }

    @Test
    void objectThatIsNoNode_isRefusedWithWhatIsNeeded() {
        assertThatThrownBy(() -> run("%graph List.of(1)"))
                .hasMessageContaining(
                        "a Var or a Tensor is needed here, or an object of your own with value, grad and");
    }
}
