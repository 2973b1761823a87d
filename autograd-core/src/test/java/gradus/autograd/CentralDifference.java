package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

/** Compares the gradients of the engine with (f(x + h) − f(x − h)) / 2h, for every element of every input. */
final class CentralDifference {

    private static final double H = 1e-5;

    private CentralDifference() {}

    static void check(Function<Var[], Var> f, double... x) {
        var inputs = vars(x);
        f.apply(inputs).backward();
        for (int i = 0; i < x.length; i++) {
            double expected = (valueAt(f, x, i, H) - valueAt(f, x, i, -H)) / (2 * H);
            assertClose(inputs[i].grad(), expected, "input " + i);
        }
    }

    static void check(Function<Tensor[], Var> f, Tensor... x) {
        for (var input : x) {
            input.zeroGrad();
        }
        f.apply(x).backward();
        for (int i = 0; i < x.length; i++) {
            var values = x[i].toArray();
            var grad = x[i].grad().toArray();
            for (int k = 0; k < values.length; k++) {
                var there = values.clone();
                there[k] += H;
                x[i].set(there);
                double plus = f.apply(x).value();
                there[k] -= 2 * H;
                x[i].set(there);
                double minus = f.apply(x).value();
                assertClose(grad[k], (plus - minus) / (2 * H), "input " + i + ", element " + k);
                x[i].set(values);
            }
        }
    }

    private static double valueAt(Function<Var[], Var> f, double[] x, int i, double step) {
        var there = x.clone();
        there[i] += step;
        return f.apply(vars(there)).value();
    }

    private static Var[] vars(double... x) {
        var all = new Var[x.length];
        for (int i = 0; i < x.length; i++) {
            all[i] = new Var(x[i]);
        }
        return all;
    }

    private static void assertClose(double actual, double expected, String what) {
        double scale = Math.max(1, Math.abs(actual) + Math.abs(expected));
        assertThat(Math.abs(actual - expected) / scale)
                .as("%s: engine %s, central difference %s", what, actual, expected)
                .isLessThan(1e-8);
    }
}
