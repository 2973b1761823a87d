package gradus.kernel.magic;

import gradus.render.Steps;
import picocli.CommandLine.Command;

/** {@code %forward f}: {@link gradus.render.Stepper#of} through the forward pass. */
@Command(
        name = "%forward",
        description = "Steps through the forward pass that led to a Var or Tensor, one op at a time.",
        sortOptions = false)
final class ForwardMagic extends StepsMagic {

    ForwardMagic() {
        super(Steps.FORWARD);
    }
}
