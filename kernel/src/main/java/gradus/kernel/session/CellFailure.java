package gradus.kernel.session;

/** A cell failed; the report says why, in the student's terms. */
public final class CellFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ErrorReport report;

    public CellFailure(ErrorReport report) {
        super(report.message(), null, false, false);
        this.report = report;
    }

    public ErrorReport report() {
        return report;
    }
}
