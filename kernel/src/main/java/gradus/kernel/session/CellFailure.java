package gradus.kernel.session;

import org.jspecify.annotations.Nullable;

/** A cell failed; the report says why, in the student's terms. */
public final class CellFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ErrorReport report;

    public CellFailure(ErrorReport report) {
        this(report, null);
    }

    /** @param cause what the student's code threw */
    public CellFailure(ErrorReport report, @Nullable Throwable cause) {
        super(report.message(), cause, false, false);
        this.report = report;
    }

    public ErrorReport report() {
        return report;
    }
}
