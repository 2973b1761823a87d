package gradus.autograd;

/**
 * Why a student's gradient is wrong at the first node where it is, found by the numbers alone: all that flows in is right
 * there, and what should have been made of it is known.
 *
 * <p>In the comments the numbers that belong to it, beside the node at the other end of the edge.
 */
public enum Parting {
    /** Of several contributions only one is there, as where {@code =} stands for {@code +=}: that one. */
    OVERWRITTEN,
    /** One contribution of several is missing: it. */
    MISSING,
    /** Nothing has arrived. */
    NOTHING,
    /** A local gradient of the student's is wrong: theirs, the right one. */
    LOCAL,
    /** A contribution has been added with the wrong sign: the right one. */
    SIGN,
    /** A local gradient was added without the upstream gradient: the local gradient, the upstream gradient. */
    UPSTREAM,
    /** The other node passed on its adjoint before that was complete: what it had, what it should have had. */
    INCOMPLETE,
    /** The other node passed on its whole adjoint at each visit: all that it passed on, its adjoint. */
    AGAIN,
    /** A multiple of the right gradient: the factor. */
    MULTIPLE,
    /** The sweep has run several times, or started with another number than 1: that number. */
    SEED,
    /** None of these: the contributions that belong here. */
    OTHER
}
