package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Context;
import gradus.autograd.GradientCheck;
import gradus.autograd.ScalarFunction;
import gradus.autograd.Tensor;
import gradus.autograd.UnaryOp;
import gradus.autograd.Var;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lectures' figures, as the labs' pictures tell them. */
class LabFiguresTest {

    /** A dashed curve that goes straight up. */
    private static final Pattern UPRIGHT = Pattern.compile("class=\"gc-lg-2_5-9_5\" d=\"[^\"]*l0-\\d{2}");

    /** Row 3.4, as the lecture lists it: 1 / (1 − e⁻ˣ). */
    private static final class LectureSigmoid implements ScalarFunction {
        @Override
        public double forward(Context cache, double... x) {
            double z = 1 / (1 - Math.exp(-x[0]));
            cache.save(z);
            return z;
        }

        @Override
        public Double[] backward(Context cache, double upstream) {
            return new Double[] {upstream * cache.number(0) * (1 - cache.number(0))};
        }
    }

    /** Row 4.1: ∂f/∂x = 2.58385…, ∂f/∂y = 2. */
    @Test
    void gradcheck_findsTheLecturesGradients() {
        var text = Labs.CHECK.make().text();
        assertThat(text)
                .startsWith("Gradient check: right")
                .containsPattern("x +2\\.58385316 +2\\.58385316 .*✓ right")
                .containsPattern("y +2 +2 .*✓ right")
                .contains("evaluations: 4");
    }

    @Test
    void gradcheck_leavesTheStudentsNodesAlone() {
        var x = new Var(2, "x");
        var f = x.mul(x);
        GradientReport.of(f);
        f.backward();
        assertThat(x.value()).isEqualTo(2);
        assertThat(x.grad()).isEqualTo(4);
    }

    @Test
    void gradcheck_marksWhatIsWrongAndWhatIsAtAKink() {
        assertThat(Labs.CHECK_WRONG.make().text())
                .startsWith("Gradient check: wrong")
                .containsPattern("a +3 +6 +0\\.33 +✗ wrong")
                .contains("∧ kink, not counted")
                .contains("b is not counted: the step crosses ReLU(b)");
    }

    /** Row 3.4: it agrees with its own differences nowhere near σ. */
    @Test
    void gradcheckAgainst_catchesTheLecturesSigmoid() {
        var x = new Var(1, "x");
        var text = GradientReport.against(x.sigmoid(), new LectureSigmoid().apply(x))
                .text();
        assertThat(text).startsWith("Gradient check: wrong").contains("what it is meant to be is 0.73106");
    }

    @Test
    void gradcheck_ofAFunction_callsIt() {
        var x = new Var(2, "x");
        assertThat(GradientReport.of(() -> x.pow(3), x).text()).containsPattern("x +12 +12");
    }

    @Test
    void gradcheck_ofAnArray_saysWhatToDo() {
        var x = Tensor.of(1, 2).named("x");
        assertThatThrownBy(() -> GradientReport.of(x.mul(x)))
                .hasMessageContaining("needs a scalar")
                .hasMessageContaining("sum()");
    }

    @Test
    void gradcheck_ofManyElements_leavesTheCurveOut() {
        var x = Tensor.randn(1, 300).named("x");
        assertThat(GradientReport.of(x.mul(x).sum()).text())
                .contains("The error is not drawn")
                .contains("(200 of 300)");
        assertThat(GradientCheck.STEP).isEqualTo(1e-5);
    }

    /** Row 5.2: only the diagonal, n multiplications instead of n². */
    @Test
    void jacobian_ofAnElementwiseFunction_isDiagonal() {
        assertThat(Labs.JACOBIAN_DIAGONAL.make().text())
                .contains("multiplications: 4, instead of 16")
                .containsPattern("y\\[0] +0\\.196612 +0 +0 +0");
        assertThat(Labs.JACOBIAN_LINEAR.make().text()).doesNotContain("multiplications");
    }

    /** Row 5.4. */
    @Test
    void jacobian_tellsShapes() {
        assertThat(((Figure) Labs.JACOBIAN_LINEAR.make()).svg()).contains("z: 2; W: 2×3, x: 3; Jacobian: 2×9");
        var x = new Var(3, "x");
        assertThat(((Figure) JacobianPicture.of(x.mul(x).named("y"), x)).svg())
                .contains("y: scalar; x: scalar; Jacobian: 1×1");
    }

    /** Row 5.3: refused with its size. */
    @Test
    void jacobian_thatIsTooLarge_isRefusedInGiB() {
        var x = Tensor.zeros(20_000);
        assertThatThrownBy(() -> JacobianPicture.of(x.sigmoid(), x))
                .hasMessageContaining("GiB")
                .hasMessageContaining("20,000 × 20,000");
    }

    @Test
    void jacobian_withoutInput_isRefused() {
        assertThatThrownBy(() -> JacobianPicture.of(new Var(1, "y"))).hasMessageContaining("give the inputs too");
    }

    /** Row 1.9. */
    @Test
    void ladder_takesExponentiallyManyVisitsOrOneEach() {
        var last = VisitCounts.ladder(10)
                .text()
                .strip()
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        // 1 + 2 + … + 2¹⁰ against 11.
        assertThat(last).containsPattern("10 +2047 +11 +11");
    }

    @Test
    void visits_markTheGradientThatIsWrongWhenEachNodeIsEnteredOnce() {
        assertThat(Labs.VISITS.make().text()).contains("✗ wrong gradient").containsPattern("x +7 .* 1 .* 1 ");
    }

    @Test
    void visits_thatWouldTakeTooLong_areRefused() {
        var top = new Var(1, "x");
        for (int i = 0; i < 40; i++) {
            top = top.add(top);
        }
        var deep = top;
        assertThatThrownBy(() -> VisitCounts.of(deep)).hasMessageContaining("more than a class wants to wait for");
        assertThatThrownBy(() -> VisitCounts.ladder(21)).hasMessageContaining("1 to 20");
    }

    @Test
    void visits_ofArrays_areRefused() {
        var x = Tensor.of(1, 2).named("x");
        assertThatThrownBy(() -> VisitCounts.of(x.sum())).hasMessageContaining("graphs of Var alone");
    }

    /** Row 7.6. */
    /** Not as a ramp from one sample to the next. */
    @Test
    void slopeThatJumps_isDrawnUpright() {
        assertThat(((Figure) Activations.of(UnaryOp.RELU)).svg()).containsPattern(UPRIGHT);
        assertThat(((Figure) Activations.of(UnaryOp.SIGMOID)).svg()).doesNotContainPattern(UPRIGHT);
    }

    @Test
    void sigmoidAtOne_isTold() {
        assertThat(Activations.of(UnaryOp.SIGMOID).text())
                .containsPattern("sigmoid +1 +0\\.73105858 +0\\.19661193 +0\\.25");
    }

    @Test
    void activations_ofNothingOrOutside_areRefused() {
        assertThatThrownBy(Activations::of).hasMessageContaining("which function");
        assertThatThrownBy(() -> Activations.at(5, UnaryOp.TANH)).hasMessageContaining("from −4 to 4");
    }

    /** Row 7.4: below 2/λ descent arrives, above it runs away. */
    @Test
    void contour_tellsTooSmallRightAndTooLarge() {
        var w = new Var(-2, "w");
        var b = new Var(2, "b");
        var text = Contour.of(w.mul(w).mul(3).add(b.mul(b)).named("loss"), w, b)
                .range(-3, 3)
                .text();
        // λ = 6: 0.1/λ, 1/λ, 2.1/λ.
        assertThat(text)
                .containsPattern("Learning rate 0\\.0167: 16 → 0\\.5448 in steps: 30\\.")
                .containsPattern("Learning rate 0\\.167: 16 → 1\\.088·10⁻¹⁰ in steps: 30\\.")
                .containsPattern("Learning rate 0\\.35: 16 → 3\\d\\d\\d .*leaves the picture at step 5");
        assertThat(w.value()).isEqualTo(-2);
        assertThat(w.hasGrad()).isFalse();
    }

    @Test
    void contour_takesATensorOfTwo() {
        var p = Tensor.of(1, 2).named("p");
        assertThat(Contour.of(p.mul(p).sum(), p).rates(0.1).steps(2).text()).contains("p[0]", "p[1]");
    }

    @Test
    void contour_ofOwnFunctions_isEvaluatedByThem() {
        class Square implements ScalarFunction {
            @Override
            public double forward(Context cache, double... x) {
                cache.save(x[0]);
                return x[0] * x[0];
            }

            @Override
            public Double[] backward(Context cache, double upstream) {
                return new Double[] {2 * upstream * cache.number(0)};
            }
        }
        var w = new Var(1, "w");
        var b = new Var(1, "b");
        var loss = new Square().apply(w).add(b.mul(b));
        assertThat(Contour.of(loss, w, b).rates(0.25).steps(1).text()).contains("Learning rate 0.25: 2 → 0.5");
    }

    @Test
    void contour_refusesWhatItCannotDraw() {
        var w = new Var(1, "w");
        var loss = w.mul(w);
        assertThatThrownBy(() -> Contour.of(loss, w))
                .hasMessageContaining("two numbers")
                .hasMessageContaining("1 element");
        assertThatThrownBy(() -> Contour.of(loss, w, new Var(2, "b"))).hasMessageContaining("b is no input");
        assertThatThrownBy(() -> Contour.of(loss.add(new Var(2, "b")), w, w).rates(-1))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> Contour.of(loss, w, w).range(3, -3)).hasMessageContaining("smaller first");
    }

    /** Row 7.5: σ′ ≤ ¼, so a layer passes on at most a quarter of a gradient that Xavier's weights keep. */
    @Test
    void depth_shrinksTheSigmoidsGradient() {
        var rows = Depth.ofLayers(8, 30, UnaryOp.SIGMOID).text().strip().lines().toList();
        double first = number(rows.get(rows.size() - 8));
        double last = number(rows.get(rows.size() - 1));
        assertThat(first / last).isLessThan(Math.pow(0.25, 7) * 1.5);
    }

    private static double number(String row) {
        var parts = row.strip().split(" +", -1)[1].split("·10⁻", -1);
        int power = parts.length == 1 ? 0 : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(parts[1]);
        return Double.parseDouble(parts[0]) * Math.pow(10, -power);
    }

    /** Row 7.5: g per step. */
    @Test
    void recurrentNet_vanishesBelowOneAndExplodesAboveIt() {
        var last = Depth.ofSteps(40, 20, 0.5, 1.5)
                .text()
                .strip()
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last).containsPattern("39 +\\d\\.\\d+·10⁻1?[¹²³⁴⁵⁶⁷⁸⁹]+ +\\d[\\d.]{5,}");
    }

    @Test
    void depth_outOfRange_isRefused() {
        assertThatThrownBy(() -> Depth.ofLayers(1, 5, UnaryOp.TANH)).hasMessageContaining("2 layers");
        assertThatThrownBy(() -> Depth.ofSteps(5, 5, -1)).hasMessageContaining("above 0");
    }

    @Test
    void checkOfAMillionElements_isRefusedWithItsCost() {
        var w = gradus.autograd.Tensor.zeros(1000, 1000).named("W");

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> GradientReport.of(w.mul(w).sum(), w))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000000 elements would take 2000000 evaluations");
    }
}
