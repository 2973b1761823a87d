package gradus.render;

import gradus.autograd.GradientPaths;
import gradus.autograd.Numbers;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The paths from a variable to a result as a table: each with its product, and the sum of all. */
final class PathTable {

    /** How many paths are shown in a page. */
    private static final int SHOWN = 24;

    private PathTable() {}

    static String html(GradientPaths paths) {
        var rows = shown(paths).stream()
                .map(path -> Map.of("path", paths.chain(path), "product", GradientPaths.numbers(path)))
                .toList();
        return Html.fill(
                "paths.html",
                Map.of(
                        "title", title(paths),
                        "path", Words.of("graph.paths.path"),
                        "product", Words.of("graph.paths.product"),
                        "rows", rows,
                        "more", more(paths),
                        "sum", Words.of("graph.paths.sum"),
                        "total", Numbers.brief(paths.sum())));
    }

    static String text(GradientPaths paths) {
        var lines = shown(paths).stream()
                .map(path -> "  " + paths.chain(path) + " = " + GradientPaths.numbers(path))
                .collect(Collectors.joining("\n"));
        var more = more(paths);
        return title(paths) + "\n" + lines + "\n" + (more.isEmpty() ? "" : "  " + more + "\n") + "  "
                + Words.of("graph.paths.sum") + " = " + paths.sum() + "\n";
    }

    private static List<GradientPaths.Path> shown(GradientPaths paths) {
        return paths.paths().subList(0, Math.min(SHOWN, paths.paths().size()));
    }

    private static String title(GradientPaths paths) {
        var trace = paths.trace();
        return Words.of(
                "graph.paths",
                Written.label(trace.node(paths.variable())),
                Written.label(trace.node(trace.root())),
                paths.count());
    }

    private static String more(GradientPaths paths) {
        var left = paths.count().subtract(BigInteger.valueOf(shown(paths).size()));
        return left.signum() == 0 ? "" : Words.of("graph.paths.more", left);
    }
}
