package gradus.bench;

import gradus.autograd.Tensor;
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

/**
 * (d) Six layers tanh(h·W), h: 1000×500 and W: 500×500, forward, as in the lecture on initializations: with weights of
 * standard deviation 0.01, where the values stay small, of 1, where they saturate, and 1/√500 (Xavier).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class DeepForward {

    private static final int LAYERS = 6;
    private static final int WIDTH = 500;
    private static final int SAMPLES = 1000;

    /** The standard deviation of the weights. */
    @Param({"0.01", "1", "0.0447213595499958"})
    public double sigma;

    private final Tensor input = Tensor.randn(0, SAMPLES, WIDTH).detach();
    private Tensor[] weights = {};

    /** The standard deviations of the layers are NumPy's, within 2 %. */
    @Setup
    public void check() {
        weights = draw();
        var h = input;
        for (int l = 0; l < LAYERS; l++) {
            h = h.matmul(weights[l]).tanh();
            double deviation = Math.sqrt(h.variance().value());
            Check.close("standard deviation of layer " + (l + 1), deviation, expected()[l], 0.02);
        }
    }

    private double[] expected() {
        if (sigma == 0.01) {
            return new double[] {0.2134, 0.0477, 0.0107, 0.00238, 0.000532, 0.000120};
        }
        return sigma == 1
                ? new double[] {0.982, 0.982, 0.982, 0.982, 0.982, 0.982}
                : new double[] {0.628, 0.486, 0.408, 0.359, 0.322, 0.294};
    }

    /** The weights of all layers: 1.5 million normal draws. */
    @Benchmark
    public Tensor[] draw() {
        var drawn = new Tensor[LAYERS];
        for (int l = 0; l < LAYERS; l++) {
            drawn[l] = Tensor.randn(l + 1, WIDTH, WIDTH).mul(sigma).detach();
        }
        return drawn;
    }

    @Benchmark
    public Tensor forward() {
        var h = input;
        for (var w : weights) {
            h = h.matmul(w).tanh();
        }
        return h;
    }
}
