package gradus.kernel.magic;

import gradus.autograd.UnaryOp;
import gradus.kernel.session.Session;
import gradus.render.Depth;
import gradus.render.Picture;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %depth}: {@link Depth#ofLayers}, and {@link Depth#ofSteps}. */
@Command(
        name = "%depth",
        description = "Draws how gradients vanish and explode with depth, in a deep and in a recurrent net.",
        sortOptions = false)
final class DepthMagic extends Magic {

    @Parameters(arity = "0..*", paramLabel = "OP", description = "activations (default: sigmoid tanh relu)")
    List<String> names = List.of("sigmoid", "tanh", "relu");

    @Option(names = "--layers", paramLabel = "N", description = "how many layers (default: 20)")
    int layers = 20;

    @Option(names = "--width", paramLabel = "N", description = "units of each layer, or of the state (default: 50)")
    int width = 50;

    @Option(names = "--recurrent", description = "a recurrent net instead, step by step back")
    boolean recurrent;

    @Option(names = "--steps", paramLabel = "N", description = "with --recurrent: how many steps (default: 50)")
    int steps = 50;

    @Option(
            names = "--gain",
            paramLabel = "G",
            split = ",",
            description = "with --recurrent: sizes of the weights G · randn / √units (default: 0.5,0.9,1.1,1.5)")
    List<Double> gains = List.of(0.5, 0.9, 1.1, 1.5);

    @Override
    public Picture run(Session session) {
        return recurrent
                ? Depth.ofSteps(
                        steps,
                        width,
                        gains.stream().mapToDouble(Double::doubleValue).toArray())
                : Depth.ofLayers(layers, width, names.stream().map(Given::op).toArray(UnaryOp[]::new));
    }

    @Override
    public String example() {
        return "%depth sigmoid relu --layers 10 --width 30";
    }
}
