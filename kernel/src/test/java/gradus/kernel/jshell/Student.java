package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.RecordedOutput;
import gradus.kernel.session.Value;
import org.jspecify.annotations.Nullable;

/** Someone who writes cells, one notebook a test. */
final class Student implements AutoCloseable {

    final JavaSession session = new JavaSession();
    final RecordedOutput output = new RecordedOutput();
    private int cell;

    Student() {
        Outputs.enter(output);
    }

    @Nullable
    Value run(String code) throws CellFailure {
        return session.run(code, ++cell, 1);
    }

    /** The value of the cell's last line. */
    @Nullable
    Object value(String code) throws CellFailure {
        Value value = run(code);
        return value == null ? "no value" : value.object();
    }

    ErrorReport failure(String code) {
        CellFailure failure = catchThrowableOfType(CellFailure.class, () -> run(code));
        if (failure == null) {
            throw new AssertionError("This runs: " + code);
        }
        return failure.report();
    }

    /** The report of an error, without colours. */
    String shown(String code) {
        return Ansi.plain(String.join("\n", failure(code).traceback()));
    }

    @Override
    public void close() {
        Outputs.leave();
        session.close();
    }
}
