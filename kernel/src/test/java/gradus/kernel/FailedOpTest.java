package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.autograd.ShapeException;
import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A computation that fails in an op is shown up to there. */
@Timeout(60)
class FailedOpTest {

    private final CellInterpreter notebook = new CellInterpreter();
    private int cell;

    private MimeBundle run(String code) throws CellFailure {
        var shown = notebook.run(new Cell(++cell, code));
        return shown == null ? MimeBundle.text("") : shown;
    }

    @Test
    void expressionThatFails_isSteppedUpToTheFailure() throws CellFailure {
        run("var W = Tensor.zeros(2, 3); var x = Tensor.of(1, 2);");

        assertThat(run("%step W.matmul(x).sum()").text())
                .contains("✗", "v1 = W x", "columns of the first (3) must equal rows of the second (2)");
        assertThat(run("%graph W.matmul(x).sum()").text()).contains("v1 = W x ✗");
    }

    @Test
    void cellThatFailed_isSteppedWithoutBeingNamed() throws CellFailure {
        run("Tensor layer(Tensor w, Tensor x) {\n    return w.mul(2).matmul(x);\n}\nvar W = Tensor.zeros(2, 3);");
        var failure = catchThrowableOfType(CellFailure.class, () -> run("var y = layer(W, Tensor.of(1, 2)).sum();"));

        assertThat(failure).hasCauseInstanceOf(ShapeException.class);
        assertThat(failure.report().name()).isEqualTo("ShapeException");
        assertThat(run("%step").text()).contains("v1 = W · 2", "✗", "transpose the first?");
        assertThat(Objects.requireNonNull(run("%step").data().get(MimeBundle.HTML)))
                .contains("transpose the first?");
    }

    @Test
    void cellThatRunsWell_leavesNoFailureToStep() throws CellFailure {
        run("var W = Tensor.zeros(2, 3);");
        assertThatThrownBy(() -> run("W.matmul(W)")).isInstanceOf(CellFailure.class);
        run("W.sum()");

        assertThatThrownBy(() -> run("%step"))
                .hasMessageContaining("it shows the op in which the last cell failed, and that cell failed in none");
    }

    @Test
    void nan_isTheLastStep() throws CellFailure {
        run("var a = new Var(-2); var l = a.mul(3).log(); var z = l.add(1).exp();");

        assertThat(run("%step z").text().lines())
                .last()
                .asString()
                .contains("✗ Forward (2): l", "ln(−6) = NaN", "NaN first appears in log(mul(a, 3))");
    }
}
