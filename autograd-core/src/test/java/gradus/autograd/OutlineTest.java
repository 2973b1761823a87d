package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutlineTest {

    private static Var staged() {
        var x = new Var(3, "x");
        var y = new Var(-4);
        return x.mul(y).add(x).pow(2).named("z");
    }

    @Test
    void outline_tellsOfEveryNodeWhatTheTraceTells() {
        var z = staged();
        var trace = Trace.forwardOf(z);
        for (var outline : new Outline[] {Outline.of(z), Outline.of(trace)}) {
            assertThat(outline.size()).isEqualTo(trace.nodes().size());
            assertThat(outline.root()).isEqualTo(trace.root());
            for (var node : trace.nodes()) {
                assertThat(outline.node(node.id())).isEqualTo(node);
                assertThat(outline.label(node.id())).isEqualTo(node.label());
                assertThat(outline.kind(node.id())).isEqualTo(node.kind());
                for (int k = 0; k < node.operands().size(); k++) {
                    assertThat(outline.operand(node.id(), k))
                            .isEqualTo(node.operands().get(k));
                }
            }
            assertThat(outline.edges()).isEqualTo(6);
        }
    }

    @Test
    void excerpt_isANodeWithItsOperands() {
        var x = new Var(3, "x");
        var y = x.mul(x).named("y");
        y.exp();
        for (var outline : new Outline[] {Outline.of(y), Outline.of(Trace.of(y))}) {
            var excerpt = outline.excerpt(1);
            assertThat(excerpt.nodes()).hasSize(2);
            assertThat(excerpt.node(1).operands()).containsExactly(0, 0);
            assertThat(excerpt.forward()).singleElement().satisfies(step -> {
                assertThat(step.formula()).isEqualTo("y = x · x");
                assertThat(step.numbers()).isEqualTo("3 · 3 = 9");
            });
            assertThat(new LocalGradients(excerpt).of(1, 0)).hasToString("∂y/∂x = x = 3");
        }
    }

    @Test
    void millionNodes_haveAnOutline() {
        var x = new Var(1e-6, "x");
        Var z = x;
        for (int i = 0; i < 500_000; i++) {
            z = z.mul(x).add(x);
        }
        var outline = Outline.of(z);
        assertThat(outline.size()).isEqualTo(1_000_001);
        assertThat(outline.label(1_000_000)).isEqualTo("v1000000");
        assertThat(outline.operand(1_000_000, 0)).isEqualTo(999_999);
    }

    @Test
    void valueChangedAfterItsUse_isTold() {
        var x = new Var(1, "x");
        var y = x.mul(2);
        x.set(5);
        assertThatThrownBy(() -> Outline.of(y))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the value of x was changed after it was used");
    }
}
