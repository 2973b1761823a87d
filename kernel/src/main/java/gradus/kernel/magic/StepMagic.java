package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.render.Picture;
import gradus.render.Stepper;
import picocli.CommandLine.Command;

/** {@code %step f}: {@link Stepper#of}. */
@Command(
        name = "%step",
        description = "Steps through the forward and the backward pass that led to a scalar, one edge at a time.")
final class StepMagic extends NodeMagic {

    @Override
    Picture picture(Node of) {
        return Stepper.of(of);
    }
}
