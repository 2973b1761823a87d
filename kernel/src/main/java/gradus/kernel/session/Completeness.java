package gradus.kernel.session;

/**
 * Whether Enter should run the code or start a new line.
 *
 * @param state the verdict
 * @param indent what the new line begins with, where the code is incomplete
 */
public record Completeness(State state, String indent) {

    public enum State {
        COMPLETE,
        INCOMPLETE,
        INVALID,
        UNKNOWN
    }

    public static Completeness of(State state) {
        return new Completeness(state, "");
    }
}
