package gradus.kernel.magic;

import gradus.kernel.hint.Nearest;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "%help", description = "Explains a magic, or says how to begin.")
final class HelpMagic extends SessionMagic {

    @Parameters(arity = "0..1", paramLabel = "MAGIC", description = "its name, with or without its percent sign")
    @Nullable
    String topic;

    @Override
    public Object run(Session session) {
        return MimeBundle.text(topic == null ? overview() : Magics.usage(named(topic)));
    }

    private static Magic named(String topic) {
        for (String candidate : List.of(topic, "%" + topic, "%%" + topic)) {
            Magic found = Magics.find(candidate);
            if (found != null) {
                return found;
            }
        }
        String typed = topic.startsWith("%") ? topic : "%" + topic;
        String nearest =
                Nearest.to(typed, Magics.all().stream().map(Magic::name).toList());
        throw new IllegalArgumentException("there is no magic " + typed + "; "
                + (nearest == null ? "%lsmagic lists them all" : "did you mean " + nearest + "?"));
    }

    private static String overview() {
        return """
                A cell is Java; the value of its last expression is shown. Lines that begin with %% are magics:

                %s

                %%help MAGIC explains one, with an example. display(value) shows a value before the cell ends,
                for (int i : Progress.of(100)) shows how far a loop is, LivePlot.of("loss") a chart that grows with it,
                Renderers.register shows a class your way.
                To watch a gradient: Var x = new Var(3); Var f = x.mul(x); f.backward(); x.grad()""".formatted(
                        Arrays.stream(Group.values()).map(HelpMagic::listed).collect(Collectors.joining("\n\n")));
    }

    private static String listed(Group group) {
        return group.title() + "\n"
                + Magics.all().stream()
                        .filter(each -> each.group() == group)
                        .map(each -> "  %-14s %s".formatted(each.name(), each.description()))
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public List<String> completions(String typed) {
        return Magics.all().stream()
                .map(Magic::name)
                .filter(each -> each.startsWith(typed))
                .toList();
    }

    @Override
    public String example() {
        return "%help %who";
    }
}
