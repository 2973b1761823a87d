package gradus.bench;

import gradus.autograd.Var;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** (e) One chain v·a, + b, ·a, + b, … of 10³ to 10⁷ operations, on a default stack: the cost must grow like the chain. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class Chain {

    private static final double A = 0.999999;
    private static final double B = 1e-6;
    private static final int CHECKED = 1_000_000;

    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int operations;

    private final Var a = new Var(A);
    private final Var b = new Var(B);
    private Var end = a;

    /** ∂/∂a of 10⁶ operations is what micrograd gives on a stack of 1 GB. */
    @Setup
    public void check() {
        end = build();
        end.backward();
        if (operations == CHECKED) {
            Check.close("∂/∂a", a.grad(), 393469.4919, 1e-9);
        }
    }

    private Var build() {
        var v = new Var(1);
        for (int i = 0; i < operations; i++) {
            v = i % 2 == 0 ? v.mul(a) : v.add(b);
        }
        return v;
    }

    @Benchmark
    public void backward() {
        end.backward();
    }

    @Benchmark
    public double buildAndBackward() {
        var v = build();
        v.backward();
        return v.value();
    }
}
