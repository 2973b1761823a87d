package gradus.kernel.magic;

import gradus.autograd.UnaryOp;
import gradus.kernel.session.Session;
import gradus.render.Activations;
import gradus.render.Picture;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %activation relu tanh}: {@link Activations#at}. */
@Command(name = "%activation", description = "Draws activation functions with their derivatives.", sortOptions = false)
final class ActivationMagic extends Magic {

    @Parameters(arity = "0..*", paramLabel = "OP", description = "such as sigmoid, tanh, relu (default: these), or all")
    List<String> names = List.of("sigmoid", "tanh", "relu");

    @Option(names = "--at", paramLabel = "X", description = "where their numbers are told (default: 1)")
    double place = 1;

    @Override
    public Picture run(Session session) {
        var ops = names.equals(List.of("all"))
                ? UnaryOp.values()
                : names.stream().map(Given::op).toArray(UnaryOp[]::new);
        return Activations.at(place, ops);
    }

    @Override
    public String example() {
        return "%activation sigmoid relu --at 1";
    }
}
