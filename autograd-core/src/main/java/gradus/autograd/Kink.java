package gradus.autograd;

/**
 * A place where a function bends, such as ReLU at 0, that a step has crossed: on either side the gradient is another.
 *
 * @param op the op that bends
 * @param formula what it was applied to, such as {@code ReLU(x)}
 * @param element which element of its result, row-major; −1 for a scalar
 * @param place where the op was before the step, such as {@code at 3·10⁻⁶}
 */
public record Kink(String op, String formula, int element, String place) {

    /** Such as {@code ReLU(x) at 3·10⁻⁶}. */
    @Override
    public String toString() {
        return formula + (element < 0 ? "" : ", element " + element + ",") + " " + place;
    }
}
