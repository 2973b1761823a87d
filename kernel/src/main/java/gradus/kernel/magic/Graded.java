package gradus.kernel.magic;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.CellOutput;
import gradus.kernel.session.GradedOutput;
import gradus.kernel.session.Outputs;

/** Runs a student's code for a verdict of the kernel's: see {@link GradedOutput}. */
final class Graded {

    private Graded() {}

    static <T> T run(boolean isHidden, Outputs.Task<T> code) throws CellFailure {
        CellOutput cell = Outputs.current();
        return cell == null ? code.run() : Outputs.to(new GradedOutput(cell, isHidden), code);
    }
}
