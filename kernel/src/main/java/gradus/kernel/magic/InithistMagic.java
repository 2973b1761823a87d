package gradus.kernel.magic;

import gradus.autograd.UnaryOp;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import gradus.kernel.session.Session;
import gradus.render.InitHistogram;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %inithist}: {@link InitHistogram#of} and {@link InitHistogram#ofGradients}. */
@Command(
        name = "%inithist",
        description = "Draws a histogram of each layer of a deep net for several weight initializations.",
        sortOptions = false)
final class InithistMagic extends Magic {

    @Parameters(
            arity = "0..*",
            paramLabel = "INIT",
            description = "zeros, xavier, glorot-normal, glorot-uniform, he, or a number, the standard deviation"
                    + " (default: 0.01 1 xavier)")
    List<String> initializations = List.of("0.01", "1", "xavier");

    @Option(names = "--layers", paramLabel = "N", description = "how many layers (default: 6)")
    int layers = DeepNet.LECTURE.layers();

    @Option(names = "--width", paramLabel = "N", description = "units of each layer (default: 500)")
    int width = DeepNet.LECTURE.width();

    @Option(names = "--samples", paramLabel = "N", description = "rows of the input (default: 1000)")
    int samples = DeepNet.LECTURE.samples();

    @Option(names = "--activation", paramLabel = "OP", description = "such as tanh, sigmoid, relu (default: tanh)")
    String activation = "tanh";

    @Option(names = "--seed", paramLabel = "N", description = "of input and weights (default: 0)")
    long seed;

    @Option(names = "--gradients", description = "the gradients on their way back instead of the values")
    boolean gradients;

    @Override
    public Object run(Session session) {
        var net = new DeepNet(layers, width, samples, op(activation), seed);
        var each = initializations.stream().map(Initialization::named).toArray(Initialization[]::new);
        return gradients ? InitHistogram.ofGradients(net, each) : InitHistogram.of(net, each);
    }

    private static UnaryOp op(String id) {
        return Arrays.stream(UnaryOp.values())
                .filter(op -> op.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is no activation; these are: "
                        + Arrays.stream(UnaryOp.values()).map(UnaryOp::id).collect(Collectors.joining(", "))));
    }

    @Override
    public String example() {
        return "%inithist xavier he --activation relu --width 50 --samples 100";
    }
}
