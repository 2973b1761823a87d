package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.autograd.Numbers;
import org.junit.jupiter.api.Test;

/** The figures of the lectures, as pictures print them. */
class LecturePicturesTest {

    @Test
    void row1_4_graph_printsEveryFigureOfTheRow() {
        var f = Examples.STAGED.make();
        f.backward();
        assertThat(Graph.of(f).text().lines())
                .contains(
                        "  x: value 3.0, gradient 2.0595697955721652",
                        "  y: value -4.0, gradient 1.5922327514838093",
                        "  f = num · invden: value 1.5456448841066441, gradient 1.0")
                .anyMatch(line -> line.startsWith("  sigy = σ(y): value 0.01798620996209156,"))
                .anyMatch(line -> line.startsWith("  num = x + sigy: value 3.0179862099620918,"))
                .anyMatch(line -> line.startsWith("  sigx = σ(x): value 0.9525741268224334,"))
                .anyMatch(line -> line.startsWith("  xpy = x + y: value -1.0,"))
                .anyMatch(line -> line.startsWith("  xpysqr = xpy²: value 1.0,"))
                .anyMatch(line -> line.startsWith("  den = sigx + xpysqr: value 1.9525741268224333,"))
                .anyMatch(line -> line.startsWith("  invden = 1/den: value 0.5121444488396316,"));
    }

    @Test
    void row1_4_stepper_printsTheFiguresOfTheRowRounded() {
        var steps = Stepper.of(Examples.STAGED.make()).text();
        double[] forward = {
            0.01798620996209156,
            3.0179862099620918,
            0.9525741268224334,
            -1,
            1,
            1.9525741268224333,
            0.5121444488396316,
            1.5456448841066441
        };
        for (int i = 0; i < forward.length; i++) {
            var title = "Forward (" + (i + 1) + ")";
            assertThat(steps.lines().filter(line -> line.contains(title)).toList())
                    .singleElement()
                    .asString()
                    .endsWith(" = " + Numbers.brief(forward[i]));
        }
        assertThat(lastContribution(steps, "→ x ")).contains("→ 2.0596");
        assertThat(lastContribution(steps, "→ y ")).contains("→ 1.5922");
        assertThat(steps.lines().filter(line -> line.contains("Backward"))).hasSize(12);
    }

    private static String lastContribution(String steps, String to) {
        return steps.lines()
                .filter(line -> line.contains("Backward") && line.contains(to))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void row1_1_stepper_showsEachContributionBeforeAndAfter() {
        assertThat(Stepper.of(Examples.CHAIN_RULE.make()).text())
                .contains("z = v2² = 7² = 49")
                .contains("v̄2 += z̄ · ∂z/∂v2 = 1 · 14: 0 → 14")
                .contains("x̄1 += v̄2 · ∂v2/∂x1 = 14 · 1: 0 → 14")
                .contains("ā += v̄1 · ∂v1/∂a = 14 · 2: 0 → 28")
                .contains("x̄2 += v̄1 · ∂v1/∂x2 = 14 · 3: 0 → 42");
    }
}
