package gradus.kernel.magic;

import gradus.autograd.Node;
import gradus.render.Picture;
import gradus.render.Stepper;
import gradus.render.Steps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A magic that steps through a computation: {@link Stepper#of(Node, Steps)}. */
abstract class StepsMagic extends NodeMagic {

    @Option(names = "--predict", description = "ask before telling: each number is ? until it is answered")
    boolean predict;

    @Option(names = "--from", paramLabel = "N", description = "the first step (default: 1)")
    int from = 1;

    @Option(names = "--to", paramLabel = "N", description = "the last step (default: the last)")
    int to = Integer.MAX_VALUE;

    @Option(names = "--only", paramLabel = "NAME", description = "only the steps that this variable takes part in")
    @Nullable
    String only;

    @Option(
            names = "--skip-repeats",
            description = "of a loop, or of layers that are alike, show the first and the last")
    boolean skipRepeats;

    private final Steps pass;

    StepsMagic(Steps pass) {
        this.pass = pass;
    }

    @Override
    final Picture picture(Node of) {
        return Stepper.of(of, new Steps(pass.pass(), from, to, only, predict, skipRepeats));
    }
}
