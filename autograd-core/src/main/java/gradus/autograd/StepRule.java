package gradus.autograd;

/** How one element of a parameter moves, such as θ ← θ − α·∂L/∂θ; see {@link Node#step}. */
@FunctionalInterface
public interface StepRule {

    /**
     * The element's next value.
     *
     * @param k its number, row-major; 0 for a {@link Var}
     * @param value what it is now
     * @param gradient its adjoint ∂L/∂(element)
     */
    double next(int k, double value, double gradient);
}
