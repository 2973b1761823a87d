package gradus.kernel.magic;

import gradus.render.Steps;
import picocli.CommandLine.Command;

/** {@code %step f}: {@link gradus.render.Stepper#of} through both passes. */
@Command(
        name = "%step",
        description = "Steps through the forward and the backward pass that led to a scalar, one edge at a time.",
        sortOptions = false)
final class StepMagic extends StepsMagic {

    StepMagic() {
        super(Steps.ALL);
    }
}
