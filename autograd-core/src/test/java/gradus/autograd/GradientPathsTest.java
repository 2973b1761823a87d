package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Row 1.8: the gradient is the sum over all paths of the products of local gradients. */
class GradientPathsTest {

    @Test
    void sharedInput_hasAPathForEachUse() {
        var a = new Var(2, "a");
        var b = new Var(5, "b");
        var paths = GradientPaths.of(a.mul(b).add(a.add(b)).named("f"), a);

        assertThat(paths).hasToString("""
                ∂f/∂v1 · ∂v1/∂a = 1 · 5 = 5
                ∂f/∂v2 · ∂v2/∂a = 1 · 1 = 1
                Σ = 6""");
        assertThat(paths.edges()).hasSize(4);
    }

    @Test
    void square_hasTwoPathsOverOneNode() {
        var x = new Var(3, "x");
        var paths = GradientPaths.of(x.mul(x).named("y"), x);
        assertThat(paths.count()).isEqualTo(2);
        assertThat(paths.sum()).isEqualTo(6);
    }

    @Test
    void variableItself_isOnePathOfNoEdge() {
        var x = new Var(3, "x");
        assertThat(GradientPaths.of(x, x)).hasToString("∂x/∂x = 1\nΣ = 1");
    }

    @Test
    void ladderOfDoublings_hasExponentiallyManyPaths_andTheirSum() {
        var x = new Var(1, "x");
        Var z = x;
        for (int i = 0; i < 200; i++) {
            z = z.add(z);
        }
        var paths = GradientPaths.of(z, x);
        assertThat(paths.count()).isEqualTo(BigInteger.TWO.pow(200));
        assertThat(paths.paths()).hasSize(GradientPaths.MOST);
        assertThat(paths.sum()).isEqualTo(Math.pow(2, 200));
        assertThat(paths.toString()).contains("… " + BigInteger.TWO.pow(200).subtract(BigInteger.valueOf(100)));
    }

    @Test
    void sum_isTheGradientOfRandomGraphs() {
        var random = new Random(7);
        for (int graph = 0; graph < 200; graph++) {
            var nodes = new java.util.ArrayList<Var>();
            for (int i = 0; i < 3; i++) {
                nodes.add(new Var(random.nextDouble() + 0.5));
            }
            var x = nodes.get(0);
            for (int i = 0; i < 12; i++) {
                var a = nodes.get(random.nextInt(nodes.size()));
                var b = nodes.get(random.nextInt(nodes.size()));
                nodes.add(
                        switch (random.nextInt(4)) {
                            case 0 -> a.add(b);
                            case 1 -> a.mul(b);
                            case 2 -> a.sin();
                            default -> Var.product(a, b, x).tanh();
                        });
            }
            var f = nodes.get(nodes.size() - 1).add(x);
            f.backward();
            var paths = GradientPaths.of(f, x);
            assertThat(paths.sum()).isCloseTo(x.grad(), within(1e-10 * Math.max(1, Math.abs(x.grad()))));
            if (paths.count().intValueExact() <= GradientPaths.MOST) {
                double listed = paths.paths().stream()
                        .mapToDouble(GradientPaths.Path::product)
                        .sum();
                assertThat(listed).isCloseTo(x.grad(), within(1e-10 * Math.max(1, Math.abs(x.grad()))));
            }
        }
    }

    @Test
    void functionOfTheStudentsOwn_hasALocalGradientToo() {
        class Cube implements ScalarFunction {
            @Override
            public double forward(Context cache, double... x) {
                cache.save(x[0]);
                return x[0] * x[0] * x[0];
            }

            @Override
            public Double[] backward(Context cache, double upstream) {
                return new Double[] {upstream * 3 * cache.number(0) * cache.number(0)};
            }
        }
        var x = new Var(2, "x");
        assertThat(GradientPaths.of(new Cube().apply(x).mul(2), x).sum()).isEqualTo(24);
    }

    @Test
    void trace_hasThePathsOfItsGraph() {
        var x = new Var(3, "x");
        var y = x.mul(x).add(x);
        assertThat(GradientPaths.of(Trace.forwardOf(y), 0).sum()).isEqualTo(7);
        assertThat(GradientPaths.of(Trace.of(y), 0))
                .hasToString(GradientPaths.of(y, x).toString());
    }

    @Test
    void tensorOnTheWay_isRefused() {
        var x = Tensor.of(1, 2).named("x");
        assertThatThrownBy(() -> GradientPaths.of(x.sum(), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paths: x has the shape 2");
    }

    @Test
    void variableThatIsNotUsed_isRefused() {
        var x = new Var(1, "x");
        var y = new Var(2, "y");
        assertThatThrownBy(() -> GradientPaths.of(y.mul(2).named("f"), x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f is not computed from x: there is no path between them");
    }
}
