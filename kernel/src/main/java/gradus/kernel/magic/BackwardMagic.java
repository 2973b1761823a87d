package gradus.kernel.magic;

import gradus.render.Steps;
import picocli.CommandLine.Command;

/** {@code %backward f}: {@link gradus.render.Stepper#of} through the backward pass. */
@Command(
        name = "%backward",
        description = "Steps through the backward pass from a scalar, one edge at a time; all values are known.",
        sortOptions = false)
final class BackwardMagic extends StepsMagic {

    BackwardMagic() {
        super(Steps.BACKWARD);
    }
}
