package gradus.bench;

import gradus.autograd.StaticGraph;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** (b) A training step of micrograd's demo, node by node. See {@link DemoNet}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class DemoStep {

    private final DemoNet net = new DemoNet();

    /** The graph has as many nodes as micrograd's, and it learns. */
    @Setup
    public void check() {
        Check.close("number of nodes", StaticGraph.of(net.loss()).size(), DemoNet.NODES, 0);
        double first = net.step();
        double last = first;
        for (int k = 0; k < 20; k++) {
            last = net.step();
        }
        if (!(last < first)) {
            throw new IllegalStateException("the loss must fall, and went from " + first + " to " + last);
        }
    }

    @Benchmark
    public double step() {
        return net.step();
    }
}
