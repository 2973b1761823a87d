package gradus.kernel.exercise;

import gradus.render.MistakeKind;
import java.util.List;

/** L = (a·b)·(a + b): two paths lead from each input to the result (rows 1.4 and 1.8). */
final class Diamond extends Exercise {

    Diamond() {
        super(
                "diamond",
                "the diamond: two paths from each input",
                "double[] diamond(double a, double b)",
                "in -> diamond(in[0], in[1])",
                "a b",
                "∂L/∂a ∂L/∂b");
    }

    @Override
    double[] right(double... in) {
        return gradients(x -> x[0].mul(x[1]).mul(x[0].add(x[1])), in);
    }

    @Override
    List<Slip> slips() {
        return List.of(
                slip(MistakeKind.PATH, in -> numbers(v(in) * in[1], v(in) * in[0]), "ā, b̄ (over v = a + b)"),
                slip(MistakeKind.PATH, in -> numbers(u(in), u(in)), "ā, b̄ (over u = a·b)"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(v(in) * in[1] * u(in), v(in) * in[0] * u(in)),
                        "the product of the two paths: along a path local gradients are multiplied, over paths they are added"),
                slip(MistakeKind.UPSTREAM, in -> numbers(in[1] + 1, in[0] + 1), "of u and v"),
                slip(
                        MistakeKind.OTHER,
                        in -> numbers(v(in) * in[0] + u(in), v(in) * in[1] + u(in)),
                        "the other operand of a·b"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(u(in) * in[1] + v(in), u(in) * in[0] + v(in)),
                        "what comes out with ū = u and v̄ = v: towards u the local gradient of u·v is v"),
                slip(
                        MistakeKind.FORMULA,
                        in -> numbers(v(in) * in[1] - u(in), v(in) * in[0] - u(in)),
                        "one path minus the other: over paths gradients are added"),
                slip(MistakeKind.VALUE, in -> numbers(u(in) * v(in), u(in) * v(in)), "L"));
    }

    private static double u(double... in) {
        return in[0] * in[1];
    }

    private static double v(double... in) {
        return in[0] + in[1];
    }

    @Override
    public List<String> hints() {
        return List.of(
                "Draw it: u = a·b, v = a + b, L = u·v. How many paths lead from L back to a?",
                "L̄ = 1. Then ū = L̄·v and v̄ = L̄·u: a product sends each operand the other one.",
                "Over u, a gets ū·b. Over v, a gets v̄·1. What does a node do with two contributions?",
                "ā = ū·b + v̄, b̄ = ū·a + v̄, with ū = v and v̄ = u.");
    }
}
