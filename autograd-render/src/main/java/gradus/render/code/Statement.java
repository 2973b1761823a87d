package gradus.render.code;

import java.util.List;

/**
 * A step of a straight-line program: a value comes to be, or something is added to a gradient.
 *
 * @param before lines that prepare it, without indentation
 * @param target the variable
 * @param text the right-hand side
 * @param adds whether it is added to what is there
 * @param number of the step
 */
record Statement(List<String> before, String target, String text, boolean adds, int number) {
    Statement {
        before = List.copyOf(before);
    }
}
