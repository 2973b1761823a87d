package gradus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.kernel.session.Cell;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code %%trace}: what a cell computed, line by line. */
@Timeout(60)
class TraceCellTest {

    private final CellInterpreter notebook = new CellInterpreter();
    private RecordedOutput output = new RecordedOutput();
    private int cell;

    @BeforeEach
    void enter() {
        Outputs.enter(output);
    }

    @AfterEach
    void leave() {
        Outputs.leave();
    }

    private @Nullable MimeBundle run(String code) throws CellFailure {
        return notebook.run(new Cell(++cell, code));
    }

    private List<String> trace() {
        assertThat(output.shown()).hasSize(1);
        return output.shown().get(0).text().lines().map(String::strip).toList();
    }

    @Test
    void ops_areListedInOrder_withTheirLines_andTheResultIsShown() throws CellFailure {
        run("var x = new Var(2); var y = new Var(3);");
        var result = run(
                "%%trace\nvar p = x.mul(y);\nvar f =\n    p.add(\n        x.sin());\np.exp();\nf = f.neg();\nf.add(1).value()");

        assertThat(trace())
                .containsExactly(
                        "Ops performed: 6",
                        "1. p = x · y = 2 · 3 = 6   [Cell 2, line 2: var p = x.mul(y);]",
                        "2. v2 = sin(x) = sin(2) = 0.9093   [Cell 2, line 5: x.sin());]",
                        "3. f = p + v2 = 6 + 0.9093 = 6.9093   [Cell 2, line 4: p.add(]",
                        "4. v4 = exp(p) = exp(6) = 403.43   [Cell 2, line 6: p.exp();]",
                        "5. f = −f = −6.9093 = −6.9093   [Cell 2, line 7: f = f.neg();]",
                        "6. v6 = f + 1 = (−6.9093) + 1 = −5.9093   [Cell 2, line 8: f.add(1).value()]");
        assertThat(Objects.requireNonNull(result).text()).startsWith("-5.909");
    }

    @Test
    void opOfAMethodOfAnotherCell_isListedWithItsLineThere() throws CellFailure {
        run(
                "// a helper\nVar square(Var x) {\n    return x.mul(x);\n}\nclass Shift {\n    Var by(Var x) {\n        return x.add(1);\n    }\n}");
        run("%%trace\nvar x = new Var(3);\nvar y = new Shift().by(square(x));");

        assertThat(trace())
                .containsExactly(
                        "Ops performed: 2",
                        "1. v1 = x · x = 3 · 3 = 9   [Cell 1, line 3: return x.mul(x);]",
                        "2. y = v1 + 1 = 9 + 1 = 10   [Cell 1, line 7: return x.add(1);]");
    }

    @Test
    void methodThatWaitedForAnother_andLambdas_areListedWithTheirLines() throws CellFailure {
        run(
                "Var outer(Var x) {\n    // calls on\n    return inner(x).add(2);\n}\nVar inner(Var x) {\n    return x.mul(5);\n}");
        run(
                "%%trace\nvar x = new Var(1);\nvar all = java.util.stream.IntStream.range(0, 2)\n    .mapToObj(i ->\n        outer(x).mul(i))\n    .toList();");

        assertThat(trace().subList(1, 4))
                .containsExactly(
                        "1. v1 = x · 5 = 1 · 5 = 5   [Cell 1, line 6: return x.mul(5);]",
                        "2. v2 = v1 + 2 = 5 + 2 = 7   [Cell 1, line 3: return inner(x).add(2);]",
                        "3. all[0] = v2 · 0 = 7 · 0 = 0   [Cell 2, line 5: outer(x).mul(i))]");
    }

    @Test
    void loopOfThousands_isShortenedInTheMiddle() throws CellFailure {
        run("var x = new Var(1);");
        run("%%trace\nvar s = x;\nfor (int i = 0; i < 3000; i++) {\n    s = s.add(x);\n}");

        assertThat(trace()).hasSize(1 + 200 + 1 + 20);
        assertThat(trace())
                .startsWith("Ops performed: 3000", "1. v1 = x + x = 1 + 1 = 2   [Cell 2, line 4: s = s.add(x);]")
                .contains("… ops not shown: 2780")
                .endsWith("3000. s = v2999 + x = 3000 + 1 = 3001   [Cell 2, line 4: s = s.add(x);]");
    }

    @Test
    void cellThatFails_isListedUpToTheFailure() throws CellFailure {
        run("var W = Tensor.zeros(2, 3); var x = Tensor.of(1, 2);");
        var failure = catchThrowableOfType(
                CellFailure.class, () -> run("%%trace\nvar h = W.mul(2);\nvar y = h.matmul(x);\nvar z = y.sum();"));

        assertThat(failure.report().name()).isEqualTo("ShapeException");
        assertThat(String.join("\n", failure.report().traceback())).contains("Cell 2, line 3");
        assertThat(trace())
                .containsExactly(
                        "Ops performed: 1",
                        "1. h = W · 2   W: 2×3, 2 ⟶ h: 2×3 = [[0, 0, 0], [0, 0, 0]]   [Cell 2, line 2: var h = W.mul(2);]");
    }

    @Test
    void cellThatDoesNotCompile_hasNoTrace_andOneWithoutOpsSaysSo() throws CellFailure {
        assertThatThrownBy(() -> run("%%trace\nint n = \"x\";")).isInstanceOf(CellFailure.class);
        assertThat(output.shown()).isEmpty();

        run("%%trace\nint n = 1;");
        assertThat(trace()).containsExactly("No op was performed on a Var or Tensor that takes a gradient.");
    }

    @Test
    void opsBeforeAndAfterTheCell_areNotListed() throws CellFailure {
        run("var x = new Var(1); var y = x.mul(2);");
        run("%%trace\nvar z = y.mul(3);");
        run("var w = z.mul(4);");

        assertThat(trace()).hasSize(2);
    }
}
