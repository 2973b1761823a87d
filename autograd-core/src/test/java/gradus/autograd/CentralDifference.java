package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /** Every element of every input, which are leaves of any kind. */
    static void checkNodes(Supplier<Var> f, Node... x) {
        f.get().backward();
        for (var input : x) {
            var grad = input.gradElements();
            for (int k = 0; k < grad.length; k++) {
                int element = k;
                double expected = difference(input, k, () -> f.get().value());
                assertClose(grad[element], expected, "element " + k + " of " + input);
            }
        }
    }

    /** The Hessian against differences of the gradient. */
    static void checkSecond(Supplier<Var> f, Node... x) {
        var hessian = Derivatives.hessian(f.get(), x);
        int n = hessian.shape().axis(0);
        int column = 0;
        for (var input : x) {
            for (int k = 0; k < input.shape().size(); k++, column++) {
                for (int row = 0; row < n; row++) {
                    int r = row;
                    double expected = difference(
                            input, k, () -> Derivatives.jacobian(f.get(), x).at(0, r));
                    assertClose(hessian.at(row, column), expected, "∂² by elements " + row + " and " + column);
                }
            }
        }
    }

    private static double difference(Node input, int k, DoubleSupplier f) {
        double x = input.elements()[k];
        put(input, k, x + H);
        double plus = f.getAsDouble();
        put(input, k, x - H);
        double minus = f.getAsDouble();
        put(input, k, x);
        return (plus - minus) / (2 * H);
    }

    private static void put(Node input, int k, double value) {
        if (input instanceof Var scalar) {
            scalar.set(value);
        } else {
            var elements = input.elements().clone();
            elements[k] = value;
            ((Tensor) input).set(elements);
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
