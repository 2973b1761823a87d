package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a sweep promises of graphs that are old, scattered, changed, interrupted, or built by several threads. */
class SweepTest {

    /** More stamps than a sweep looks at together. */
    private static void letTimePass() {
        for (int i = 0; i < 70_000; i++) {
            new Var(i);
        }
    }

    @Test
    void resultsOfLongAgo_getAllTheirContributions() {
        var x = new Var(3);
        var old = x.mul(x);
        letTimePass();
        var young = old.mul(x);
        letTimePass();
        letTimePass();
        var z = young.mul(old).add(old).add(young);
        z.backward();
        // z = x⁵ + x² + x³
        assertThat(x.grad()).isEqualTo(5 * 81 + 2 * 3 + 3 * 9);
        assertThat(old.grad()).isEqualTo(x.value() * old.value() + young.value() + 1 + x.value());
        assertThat(young.grad()).isEqualTo(old.value() + 1);
    }

    @Test
    void tensorsOfLongAgo_getAllTheirContributions() {
        var x = Tensor.of(1, -2, 3);
        var old = x.mul(x);
        letTimePass();
        var z = old.mul(old).sum().add(old.sum());
        z.backward();
        assertThat(x.grad().toArray()).containsExactly(4 + 2, -32 - 4, 108 + 6);
    }

    @Test
    void longChainWithSkips_reachesBackOverManyWindows() {
        var x = new Var(1);
        var eras = new ArrayList<Var>();
        var v = x;
        for (int i = 0; i < 300_000; i++) {
            v = v.add(x);
            if (i % 50_000 == 0) {
                eras.add(v);
            }
        }
        for (var era : eras) {
            v = v.add(era);
        }
        v.backward();
        double expected = 300_001;
        for (int i = 0; i < 300_000; i += 50_000) {
            expected += i + 2;
        }
        assertThat(x.grad()).isEqualTo(expected);
        // By the chain, by itself, and by the five eras after it.
        assertThat(eras.get(0).grad()).isEqualTo(7);
    }

    @Test
    void failedSweep_leavesNoTrace() {
        var x = new Var(2, "x");
        var y = new Var(3, "y");
        var a = x.mul(y);
        var t = Tensor.of(1, 2);
        var b = t.mul(a);
        var z = b.sum().mul(a);
        y.set(4);
        assertThatThrownBy(z::backward).hasMessageContaining("the value of y was changed");
        for (Node node : new Node[] {x, y, a, t, b, z}) {
            assertThat(node.hasGrad()).isFalse();
            assertThatThrownBy(node::requireGrad).hasMessageContaining("has no gradient yet");
        }
    }

    @Test
    void failedSweep_leavesTheGradientsOfEarlierOnes() {
        var x = new Var(2);
        var y = new Var(3);
        var t = Tensor.of(1, 2);
        var a = x.mul(y);
        var b = t.mul(a);
        var unused = x.add(1);
        var z = b.sum().add(unused.mul(y));
        a.zeroGrad();
        z.backward();
        unused.zeroGrad();
        var before = new double[] {x.grad(), y.grad(), a.grad(), unused.grad(), z.grad()};
        var arrays = new double[][] {t.grad().toArray(), b.grad().toArray()};
        y.set(4);
        assertThatThrownBy(z::backward).isInstanceOf(IllegalStateException.class);
        assertThat(new double[] {x.grad(), y.grad(), a.grad(), unused.grad(), z.grad()})
                .containsExactly(before);
        assertThat(t.grad().toArray()).containsExactly(arrays[0]);
        assertThat(b.grad().toArray()).containsExactly(arrays[1]);
        assertThat(unused.hasGrad()).as("it was zeroed, and stays so").isFalse();
    }

    @Test
    void interruptedSweep_leavesNoTrace_andTheNextOneRuns() {
        var x = new Var(1);
        var v = x;
        for (int i = 0; i < 10_000; i++) {
            v = v.add(x);
        }
        Thread.currentThread().interrupt();
        assertThatThrownBy(v::backward).isInstanceOf(CancellationException.class);
        assertThat(v.hasGrad()).isFalse();
        assertThat(x.hasGrad()).isFalse();
        v.backward();
        assertThat(x.grad()).isEqualTo(10_001);
    }

    @Test
    void secondSweep_doubles_andDoesNotMix() {
        var x = new Var(3);
        var z = x.mul(x).mul(x);
        z.backward();
        assertThat(x.grad()).isEqualTo(27);
        z.backward();
        assertThat(x.grad()).isEqualTo(54);
        var t = Tensor.of(3, 1);
        var s = t.mul(t).mul(t).sum();
        s.backward();
        var first = t.grad();
        s.backward();
        assertThat(t.grad().toArray()).containsExactly(54, 6);
        assertThat(first.toArray())
                .as("a gradient that was read stays as it was")
                .containsExactly(27, 3);
    }

    @Test
    void graphsOfSeveralThreads_areOneGraph() throws Exception {
        var x = new Var(2);
        var threads = Executors.newFixedThreadPool(4);
        try {
            var tasks = new ArrayList<Callable<Var>>();
            for (int i = 0; i < 8; i++) {
                tasks.add(() -> {
                    var v = x;
                    for (int k = 0; k < 5_000; k++) {
                        v = v.mul(1.0).add(x.mul(0.001));
                    }
                    return v;
                });
            }
            var parts = new ArrayList<Var>();
            for (var part : threads.invokeAll(tasks)) {
                parts.add(part.get());
            }
            // Back and forth between threads: each works on what the other has made.
            var z = Var.sum(parts.toArray(Var[]::new));
            for (int i = 0; i < 1_000; i++) {
                var before = z;
                z = threads.submit(() -> before.add(x)).get();
                z = z.mul(1.0);
            }
            z.backward();
            assertThat(x.grad()).isCloseTo(8 * (1 + 5) + 1_000, org.assertj.core.api.Assertions.within(1e-9));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void gradientThatFlowsBack_isNotSharedBetweenNodes() {
        var x = Tensor.of(1, 2);
        var y = x.add(0.0).reshape(2);
        var z = y.sum().add(x.mul(Tensor.of(3, 4).detach()).sum());
        z.backward();
        assertThat(y.grad().toArray()).containsExactly(1, 1);
        assertThat(x.grad().toArray()).containsExactly(4, 5);
    }
}
