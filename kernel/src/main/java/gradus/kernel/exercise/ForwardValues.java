package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** The forward values of z = (x1 + a·x2)² at x1 = 1, x2 = 2, a = 3 (row 1.1). */
final class ForwardValues extends Exercise {

    ForwardValues() {
        super(
                "forward",
                "predict the forward values",
                "double[] forwardValues()",
                "in -> forwardValues()",
                "",
                "u y z");
    }

    @Override
    double[] right(double... in) {
        return from(3 * 2);
    }

    private static double[] from(double u) {
        return numbers(u, 1 + u, (1 + u) * (1 + u));
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.OP, in -> from(5), "what follows from u = a + x2"),
                slip(MistakeKind.OP, in -> from(1.5), "what follows from u = a / x2"),
                slip(MistakeKind.OP, in -> from(9), "what follows from u = a²: the exponent belongs to the bracket"),
                slipIn(0, MistakeKind.OP, in -> 5.0, "a + x2"),
                slipIn(0, MistakeKind.OPERAND, in -> 2.0, "x2"),
                slipIn(0, MistakeKind.OPERAND, in -> 3.0, "a"),
                slipIn(1, MistakeKind.OP, in -> 6.0, "x1 · u"),
                slipIn(1, MistakeKind.OP, in -> 8.0, "(x1 + a) · x2: the product comes first"),
                slipIn(1, MistakeKind.OP, in -> -5.0, "x1 − u"),
                slipIn(2, MistakeKind.OP, in -> 14.0, "2 · y: that is ∂z/∂y; z is y · y"),
                slipIn(2, MistakeKind.OP, in -> 37.0, "x1² + u²: the square of a sum is not the sum of the squares"),
                slipIn(2, MistakeKind.OP, in -> 36.0, "u²: x1 is missing"),
                slipIn(2, MistakeKind.OP, in -> 7.0, "y: the square is missing"),
                slipIn(2, MistakeKind.OP, in -> 64.0, "((x1 + a) · x2)²: the product comes first"));
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Which of the three operations, ·, + and the square, must come first, so that the next one has its operands?",
                "u = a · x2, then y = x1 + u, then z = y · y.",
                "Put in the numbers: u = 3 · 2. Now y.");
    }
}
