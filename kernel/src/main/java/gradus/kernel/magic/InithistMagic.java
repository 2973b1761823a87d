package gradus.kernel.magic;

import gradus.autograd.Tensor;
import gradus.autograd.init.DeepNet;
import gradus.autograd.init.Initialization;
import gradus.autograd.nn.Layer;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.Session;
import gradus.render.InitHistogram;
import gradus.render.Picture;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %inithist}: {@link InitHistogram#of}, {@link InitHistogram#ofGradients} and {@link InitHistogram#both}. */
@Command(
        name = "%inithist",
        description = "Draws a histogram of each layer of a deep net for several weight initializations, or of a net"
                + " of your own.",
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

    @Option(names = "--both", description = "values and gradients, one row under the other")
    boolean both;

    @Option(names = "--net", paramLabel = "NET", description = "a Layer of your own instead, such as it is now")
    String net = "";

    @Option(names = "--input", paramLabel = "X", description = "with --net: a Tensor of samples × features")
    String input = "";

    @Override
    public Picture run(Session session) throws CellFailure {
        if (!net.isEmpty() || !input.isEmpty()) {
            return ofNet(session);
        }
        var deep = new DeepNet(layers, width, samples, Given.op(activation), seed);
        var each = initializations.stream().map(Initialization::named).toArray(Initialization[]::new);
        return both
                ? InitHistogram.both(deep, each)
                : gradients ? InitHistogram.ofGradients(deep, each) : InitHistogram.of(deep, each);
    }

    private Picture ofNet(Session session) throws CellFailure {
        if (net.isEmpty() || input.isEmpty()) {
            throw new IllegalArgumentException("a net of your own is given with what goes into it: --net net --input X,"
                    + " where X is a Tensor of samples × features");
        }
        return InitHistogram.of(
                Given.of(session, net, Layer.class, "a Layer, such as an MLP or a Sequential,"),
                Given.of(session, input, Tensor.class, "a Tensor of samples × features"));
    }

    @Override
    public String preparation() {
        return "var net = new MLP(2, 8, 8, 1); var X = Tensor.randn(0, 50, 2);";
    }

    @Override
    public String example() {
        return "%inithist xavier he --activation relu --width 50 --samples 100 --both";
    }
}
