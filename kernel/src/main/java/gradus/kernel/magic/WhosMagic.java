package gradus.kernel.magic;

import gradus.kernel.display.Renderers;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %whos}: each variable with its value, by {@link Renderers#line}. */
@Command(name = "%whos", description = "Lists your variables, their types and their values.")
final class WhosMagic extends SessionMagic {

    private static final int WIDEST = 30;

    @Override
    public Object run(Session session) throws CellFailure {
        var variables = session.variables();
        if (variables.isEmpty()) {
            return MimeBundle.text("No variables yet.");
        }
        return session.render(() -> {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("Name", "Type", "Value"));
            variables.forEach((name, value) ->
                    rows.add(List.of(name, String.valueOf(session.typeOf(name)), Renderers.line(value))));
            return MimeBundle.text(aligned(rows));
        });
    }

    private static String aligned(List<List<String>> rows) {
        int name = width(rows, 0);
        int type = width(rows, 1);
        var lines = new ArrayList<String>();
        for (List<String> each : rows) {
            lines.add(("%-" + name + "s  %-" + type + "s  %s")
                    .formatted(each.toArray())
                    .stripTrailing());
        }
        return String.join("\n", lines);
    }

    private static int width(List<List<String>> rows, int column) {
        return Math.min(
                WIDEST,
                rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(1));
    }

    @Override
    public String preparation() {
        return "var x = new Var(3); int[] counts = {1, 2};";
    }

    @Override
    public String example() {
        return "%whos";
    }
}
