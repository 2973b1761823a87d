package gradus.kernel.session;

/** Whether nbgrader runs the notebook, to grade it or to validate it. */
public final class Grading {

    private static final boolean ON = System.getenv("NBGRADER_EXECUTION") != null;

    private Grading() {}

    public static boolean isOn() {
        return ON;
    }

    /** Where the kernel's own remarks go: a warning must not cost the points that nbgrader takes for errors. */
    public static CellOutput.Stream remarks() {
        return ON ? CellOutput.Stream.STDOUT : CellOutput.Stream.STDERR;
    }
}
