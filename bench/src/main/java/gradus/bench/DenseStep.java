package gradus.bench;

import gradus.autograd.Tensor;
import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Linear;
import gradus.autograd.nn.ReLU;
import gradus.autograd.nn.Sequential;
import gradus.autograd.optim.SGD;
import java.util.SplittableRandom;
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

/** (c) A perceptron 784-128-10 with ReLU and cross-entropy: one step of gradient descent on 64 samples. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 10, time = 1)
public class DenseStep {

    private static final int BATCH = 64;
    private static final int CLASSES = 10;

    private final Tensor x = Tensor.randn(0, BATCH, 784).detach();
    private final int[] labels = new SplittableRandom(1).ints(BATCH, 0, CLASSES).toArray();
    private final Sequential net = new Sequential(
            new Linear(784, 128, Initialization.normal(0.05), 2),
            new ReLU(),
            new Linear(128, CLASSES, Initialization.normal(0.1), 3));
    private final SGD sgd = new SGD(net.parameters(), 0.1);

    /** It learns its batch by heart. */
    @Setup
    public void check() {
        double first = step();
        double last = first;
        for (int k = 0; k < 50; k++) {
            last = step();
        }
        if (!(last < first / 2)) {
            throw new IllegalStateException("the loss must fall, and went from " + first + " to " + last);
        }
    }

    @Benchmark
    public double step() {
        sgd.zeroGrad();
        var loss = net.forward(x).crossEntropy(labels);
        loss.backward();
        sgd.step();
        return loss.value();
    }
}
