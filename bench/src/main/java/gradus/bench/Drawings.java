package gradus.bench;

import gradus.autograd.Var;
import gradus.render.Graph;
import gradus.render.Picture;
import gradus.render.Stepper;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What {@code %graph} and {@code %step} of 12 nodes draw: laid out anew each time, as HTML, PNG and text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 10, time = 1)
public class Drawings {

    private final Var result = example();

    private static Var example() {
        var a = new Var(2, "a");
        var b = new Var(-3, "b");
        var product = a.mul(b).named("product");
        var h = product.add(new Var(10, "c")).mul(new Var(1.5, "d")).tanh().named("h");
        var result = h.add(a).mul(b).sin().add(product).named("result");
        result.backward();
        return result;
    }

    /** All that a notebook is given. */
    private static int size(Picture picture) {
        return picture.html().length() + picture.png().length + picture.text().length();
    }

    @Benchmark
    public int graph() {
        return size(Graph.of(result));
    }

    @Benchmark
    public String graphAsHtml() {
        return Graph.of(result).html();
    }

    @Benchmark
    public int stepper() {
        return size(Stepper.of(result));
    }
}
