package gradus.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.autograd.Op;
import gradus.autograd.Tensor;
import gradus.autograd.Trace;
import gradus.autograd.Var;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivationTest {

    private static final Pattern BRACKET =
            Pattern.compile("\\\\(?:begin|end)\\{\\w+}|\\\\left\\W|\\\\right\\W|\\\\\\W|[{}]|\\$\\$?");

    @ParameterizedTest
    @EnumSource
    void derivation_isToldAsBefore(Examples example) throws IOException {
        var derivation = Derivation.of(example.make());
        Golden.check(Golden.resource("derivation-" + example + ".tex"), derivation.latex() + "\n");
        Golden.check(Golden.resource("derivation-" + example + ".txt"), derivation + "\n");
    }

    /** Row 1.1 of the lectures, where v2 is y and v1 is x2′. */
    @Test
    void chainRule_isWrittenFromOutputToLeaf() {
        var derivation = Derivation.of(Examples.CHAIN_RULE.make(), "x2");
        assertThat(derivation.toString().lines())
                .containsSubsequence(
                        "z̄ = 1",
                        "v̄2 = z̄ · ∂z/∂v2 = z̄ · 2·v2 = 1 · 14 = 14",
                        "v̄1 = v̄2 · ∂v2/∂v1 = v̄2 · 1 = 14 · 1 = 14",
                        "x̄2 = v̄1 · ∂v1/∂x2 = v̄1 · a = 14 · 3 = 42",
                        "∂z/∂x2 = ∂z/∂v2 · ∂v2/∂v1 · ∂v1/∂x2 = 14 · 1 · 3 = 42")
                .noneMatch(line -> line.startsWith("ā ") || line.startsWith("x̄1 "));
        assertThat(derivation.latex())
                .contains("\\bar{v}_{2} &= \\bar{z} \\cdot \\frac{\\partial z}{\\partial v_{2}}"
                        + " = \\bar{z} \\cdot 2\\,v_{2} = 1 \\cdot 14 = 14");
    }

    /** Row 1.8: the gradient is the sum over the paths. */
    @Test
    void fanOut_isASumOverPaths() {
        assertThat(Derivation.of(Examples.SHARED.make(), "a").toString())
                .endsWith("∂f/∂a = ∂f/∂v1 · ∂v1/∂a + ∂f/∂v2 · ∂v2/∂a = 1 · 5 + 1 · 1 = 6");
    }

    @Test
    void bothEdgesToOneNode_areNumbered() {
        assertThat(Derivation.of(Examples.SQUARE.make()).toString())
                .contains("x̄ = ȳ · ∂y/∂x(1) + ȳ · ∂y/∂x(2) = ȳ · x + ȳ · x = 1 · 3 + 1 · 3 = 6");
    }

    /** Every op of the catalogue, at every sample and edge. */
    @Test
    void everyOp_hasBalancedLatex() throws IOException {
        var covered = new HashSet<Op>();
        var all = new StringBuilder();
        for (var each : PageCases.all().entrySet()) {
            var trace = each.getValue();
            trace.nodes().stream().map(n -> n.op()).filter(Objects::nonNull).forEach(covered::add);
            var latex = Derivation.of(trace).latex();
            assertBalanced(each.getKey(), latex);
            all.append(latex).append("\n\n");
        }
        assertThat(covered).containsAll(Op.catalogue());
        Files.createDirectories(Path.of("target", "gallery"));
        Files.writeString(Path.of("target", "gallery", "derivations.tex"), all);
    }

    private static void assertBalanced(String name, String latex) {
        var open = new ArrayDeque<String>();
        var brackets = BRACKET.matcher(latex);
        while (brackets.find()) {
            var bracket = brackets.group();
            if (bracket.startsWith("\\begin")) {
                open.push(bracket.replace("begin", "end"));
            } else if (bracket.startsWith("\\left")) {
                open.push("\\right");
            } else if (bracket.equals("{")) {
                open.push("}");
            } else if (bracket.equals("$$") && (open.isEmpty() || !open.contains("$$"))) {
                open.push("$$");
            } else if (bracket.matches("(?s)\\\\end.*|\\\\right.|}|\\$+")) {
                var expected = open.isEmpty() ? "nothing" : open.pop();
                assertThat(bracket).as("%s: %s", name, latex).startsWith(expected);
            }
        }
        assertThat(open).as("%s: %s", name, latex).isEmpty();
        assertThat(latex).as(name).doesNotContainPattern("[−·⊙ᵀΣ∏√²∞½\uE000-\uF8FF]");
    }

    @Test
    void hostileNames_keepTheFormulaWhole() {
        for (var name :
                new String[] {"$$", "\\end{aligned}", "}", "a_b^c", "<script>", "🙂", "%", "&", "#1", "x̄", ""}) {
            var latex = Derivation.of(new Var(2, name).mul(3).named("z" + name)).latex();
            assertBalanced(name, latex);
            assertThat(latex).doesNotContain("<script").doesNotContain("{aligned}{aligned}");
        }
    }

    @Test
    void names_areWrittenAsByHand() {
        var sigma = new Var(2, "σ").mul(new Var(3, "loss")).mul(new Var(4, "w12"));
        assertThat(Derivation.of(sigma).latex())
                .contains("\\sigma ", "\\bar{\\sigma }", "\\mathit{loss}", "\\overline{\\mathit{loss}}", "w_{12}");
    }

    @Test
    void largeArray_isTold() {
        var x = Tensor.randn(1, 5, 6).named("x");
        assertThat(Derivation.of(x.mul(x).sum()).latex()).contains("\\bar{x} &= ", "\\mathbb{R}^{5 \\times 6}");
    }

    @Test
    void manyPaths_areLeftToTheAdjoints() {
        Var x = new Var(1, "x");
        Var top = x;
        for (int i = 0; i < 5; i++) {
            top = top.add(top);
        }
        assertThat(Derivation.of(top).toString()).contains("x̄ = ").doesNotContain("∂v5/∂x = ");
    }

    @Test
    void unknownTarget_isRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> Derivation.of(Examples.CHAIN_RULE.make(), "q"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("z is not computed from q, or only by way of constants; it is computed from: x1, a, x2, v1,"
                        + " v2");
    }

    @Test
    void longDerivation_isRefused() {
        Var sum = new Var(1, "x");
        for (int i = 0; i < 201; i++) {
            sum = sum.sin();
        }
        var root = sum;
        assertThatThrownBy(() -> Derivation.of(root)).hasMessageContaining("up to 200 steps");
    }

    /** Negative factors and sums stand in brackets. */
    @Test
    void localGradients_areBracketedWhereNeeded() {
        var x = new Var(0.5, "x");
        assertThat(Derivation.of(x.inv().named("z")).latex())
                .contains("\\bar{z} \\cdot \\left(-\\frac{1}{{x}^{2}}\\right)");
        assertThat(Derivation.of(x.tanh().named("z")).latex()).contains("\\bar{z} \\cdot \\left(1 - {z}^{2}\\right)");
        assertThat(Derivation.of(x.tan().named("z")).toString()).contains("z̄ · (1 + z²)");
        assertThat(Derivation.of(x.relu().named("z")).latex())
                .contains("\\begin{cases} 1 & x > 0 \\\\ 0 & x \\le 0 \\end{cases}");
        assertThat(Derivation.of(x.pow(new Var(3, "n")).named("z")).latex())
                .contains("n \\cdot {x}^{n - 1}", "z \\cdot \\ln\\left(x\\right)");
    }

    @Test
    void traceAlone_isEnough() {
        assertThat(Derivation.of(Trace.of(Examples.SQUARE.make())).toString())
                .isEqualTo(Derivation.of(Examples.SQUARE.make()).toString());
    }

    @Test
    void wordsOfAnOp_areInTheLanguageOfThePictures() {
        Words.language("cs");
        try {
            assertThat(Derivation.of(Examples.LAYER.make()).toString()).doesNotContain("every element");
            assertThat(Derivation.of(Examples.LAYER.make()).latex()).doesNotContain("\\text{every }");
        } finally {
            Words.language("en");
        }
    }
}
