package gradus.autograd;

import java.util.List;

/**
 * Something to be said at one place of a {@link Trace}: what failed there, or where a gradient that was found elsewhere
 * differs from the right one.
 *
 * @param kind what it is about
 * @param node the number of the node
 * @param operand which edge into the node, by the operand, from 0; {@link #NODE} where it is the node itself
 * @param parts the names and numbers that belong into the sentence
 */
public record Remark(Kind kind, int node, int operand, List<String> parts) {

    /** {@link #operand()} of a remark about a node. */
    public static final int NODE = -1;

    public Remark {
        parts = List.copyOf(parts);
    }

    /** A remark about a node. */
    public static Remark of(Kind kind, int node, String... parts) {
        return new Remark(kind, node, NODE, List.of(parts));
    }

    /** What a remark is about. In the comments, what its parts are. */
    public enum Kind {
        /** The op came to no value: the message of the error. */
        FAILED(true),
        /** NaN or ∞ first appears here: the explanation. */
        NOT_FINITE(true),
        /** A student's gradient: theirs, the right one. */
        GRADIENT_DIFFERS(true),
        /** A student's local gradient on an edge: theirs, the right one, names of result and operand. */
        LOCAL_DIFFERS(true),
        /** Several ops fit a student's node: what was taken. */
        OP_GUESSED(false),
        /** No op fits a student's node: its name. */
        OP_UNKNOWN(false),
        /** A number without a node, and a variable that has it: the formula, the number, the variable, the node. */
        CHILD_SUSPECTED(false),
        /**
         * The first gradient of a student's sweep that is wrong though all that flows into it is right; on the edge that is
         * at fault, where one is. The name of the {@link Parting}, the node's label, theirs, the right one, the label of
         * the node at the other end, the numbers of that parting.
         */
        PARTING(true);

        private final boolean fault;

        Kind(boolean fault) {
            this.fault = fault;
        }

        /** Whether something is wrong there. */
        public boolean isFault() {
            return fault;
        }
    }
}
