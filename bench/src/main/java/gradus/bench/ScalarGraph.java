package gradus.bench;

import gradus.autograd.StaticGraph;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** (a) A million scalar operations; nanoseconds an operation. See {@link Chains}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Chains.OPS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class ScalarGraph {

    private final Chains declared = new Chains();
    private final StaticGraph graph = StaticGraph.of(declared.build());

    /** Both ways are checked before they are measured. */
    @Setup
    public void check() {
        var chains = new Chains();
        var sum = chains.build();
        sum.backward();
        chains.check(sum.value());

        double value = graph.forward();
        graph.backward();
        declared.check(value);
    }

    /** Inputs, graph, forward and backward, all anew. */
    @Benchmark
    public double eager() {
        var chains = new Chains();
        var sum = chains.build();
        sum.backward();
        return sum.value() + chains.a.grad();
    }

    /** Forward and backward of the graph that was declared before. */
    @Benchmark
    public double again() {
        double value = graph.forward();
        graph.backward();
        return value;
    }
}
