package gradus.render;

import gradus.autograd.Difference;
import gradus.autograd.ErrorCurve;
import gradus.autograd.GradientCheck;
import gradus.autograd.GradientCheck.Element;
import gradus.autograd.Kink;
import gradus.autograd.Numbers;
import gradus.autograd.Verdict;
import gradus.render.chart.Curve;
import gradus.render.chart.Hue;
import gradus.render.chart.Letter;
import gradus.render.chart.Letter.Anchor;
import gradus.render.chart.Look;
import gradus.render.chart.Scale;
import gradus.render.chart.Sketch;
import gradus.render.chart.XyChart;
import gradus.render.scene.Glyphs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The drawing of a gradient check: the worst elements as a table, and the curve under it. */
record CheckFigure(GradientCheck check, @Nullable ErrorCurve curve) {

    private static final double WIDTH = 900;
    private static final int ROWS = 8;
    private static final int TABLE_ROWS = 200;
    private static final double LEADING = 24;
    private static final double CHART = 330;

    /** Where the numbers end, and the verdict begins. */
    private static final double[] COLUMNS = {16, 380, 560, 700, 730};

    Figure figure() {
        var sketch = new Sketch();
        var title = Words.of("check.title", word(check.verdict()));
        sketch.write(title, 16, 30, Letter.bold(17, Anchor.START), Hue.INK.light());
        double y = 62;
        row(sketch, y, header(), Letter.bold(15, Anchor.END), Hue.INK);
        for (var element : worst().subList(0, Math.min(ROWS, check.elements().size()))) {
            y += LEADING;
            row(sketch, y, cells(element), Letter.plain(15, Anchor.END), Hue.INK);
        }
        y += 18;
        if (curve != null && check.verdict() != Verdict.NOT_FINITE && !exact(curve)) {
            chart(curve).draw(sketch, 0, y, WIDTH, CHART);
            y += CHART;
        }
        return new Figure(sketch.drawing(WIDTH, y + 6, title), notes(), tables());
    }

    /** Whether there is no error at any step: a logarithmic scale has no place for 0. */
    private static boolean exact(ErrorCurve curve) {
        return curve.points().stream().allMatch(point -> point.error() == 0);
    }

    private List<Element> worst() {
        return check.elements().stream()
                .sorted(Comparator.comparing(Element::verdict)
                        .thenComparing(Element::relativeError)
                        .reversed())
                .toList();
    }

    private static void row(Sketch sketch, double y, List<String> cells, Letter letter, Hue hue) {
        var start = letter.isBold() ? Letter.bold(15, Anchor.START) : Letter.plain(15, Anchor.START);
        for (int i = 0; i < cells.size(); i++) {
            boolean word = i == 0 || i == cells.size() - 1;
            var colour = letter.isBold() || i == 0 ? hue : i == 1 ? Hue.GRADIENT : hue;
            if (!letter.isBold() && i == cells.size() - 1) {
                colour = cells.get(i).startsWith(mark(Verdict.RIGHT)) ? Hue.GREEN : Hue.GRADIENT;
            }
            sketch.write(
                    Glyphs.shorten(cells.get(i), i == 0 ? 24 : 40),
                    COLUMNS[i],
                    y,
                    word ? start : letter,
                    colour.light());
        }
    }

    private static List<String> header() {
        return List.of(
                Words.of("check.element"),
                Words.of("check.engine"),
                Words.of("check.numeric"),
                Words.of("check.error"),
                Words.of("check.verdict"));
    }

    private static List<String> cells(Element element) {
        return List.of(
                element.name(),
                Numbers.brief(element.engine(), 9),
                Numbers.brief(element.numeric(), 9),
                Numbers.brief(element.relativeError(), 2),
                mark(element.verdict()) + " "
                        + word(element.verdict())
                        + (element.withinRounding() && element.relativeError() > 1e-7
                                ? " " + Words.of("check.rounding")
                                : ""));
    }

    /** A sign beside the word, so that a row is judged at a glance and without its colour. */
    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "✓";
            case FINE_IF_KINKS -> "≈";
            case KINK -> "∧";
            case SUSPICIOUS -> "?";
            case WRONG, NOT_FINITE -> "✗";
        };
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Words.of("check.right");
            case FINE_IF_KINKS -> Words.of("check.fine");
            case KINK -> Words.of("check.kink");
            case SUSPICIOUS -> Words.of("check.suspicious");
            case WRONG -> Words.of("check.wrong");
            case NOT_FINITE -> Words.of("check.infinite");
        };
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(Words.of(
                "check.how",
                check.how().difference().formula(),
                Numbers.brief(check.how().step()),
                check.elements().size(),
                check.evaluations()));
        for (var element : check.atKinks().stream().limit(5).toList()) {
            notes.add(Words.of(
                    "check.crosses",
                    element.name(),
                    element.kinks().stream().limit(3).map(Kink::toString).collect(Collectors.joining("; "))));
        }
        notes.addAll(check.notes());
        if (curve == null) {
            notes.add(Words.of("check.nocurve"));
        } else if (exact(curve)) {
            notes.add(Words.of("check.exact"));
        }
        return notes;
    }

    private List<NumberTable> tables() {
        var tables = new ArrayList<NumberTable>();
        int n = check.elements().size();
        int shown = Math.min(n, TABLE_ROWS);
        tables.add(new NumberTable(
                Words.of("check.elements", shown, n),
                header(),
                worst().subList(0, shown).stream().map(CheckFigure::cells).toList()));
        if (curve != null) {
            var rows = new ArrayList<List<String>>();
            double[] steps = curve.steps();
            for (int i = 0; i < steps.length; i++) {
                var row = new ArrayList<String>();
                row.add(Numbers.brief(steps[i]));
                for (var difference : Difference.values()) {
                    row.add(Numbers.brief(curve.errors(difference)[i], 3));
                }
                rows.add(row);
            }
            var names = new ArrayList<String>(List.of("h"));
            for (var difference : Difference.values()) {
                names.add(name(difference));
            }
            tables.add(new NumberTable(Words.of("check.curve"), names, rows));
        }
        return tables;
    }

    private static String name(Difference difference) {
        return switch (difference) {
            case FORWARD -> Words.of("check.forward");
            case BACKWARD -> Words.of("check.backward");
            case CENTRAL -> Words.of("check.central");
        };
    }

    private static XyChart chart(ErrorCurve curve) {
        double[] h = curve.steps();
        var errors = Arrays.stream(Difference.values()).map(curve::errors).toArray(double[][]::new);
        var up = Scale.around(Words.of("check.error"), true, errors);
        var chart = new XyChart(Words.of("check.curve"), Scale.around(Words.of("check.step"), true, h), up);
        guide(chart, h, curve.errors(Difference.FORWARD), 1, up);
        guide(chart, h, curve.errors(Difference.CENTRAL), 2, up);
        int number = 0;
        for (var difference : Difference.values()) {
            var look = Look.of(number++);
            chart.add(new Curve(name(difference), h, curve.errors(difference), look, Curve.Parts.STEPS));
        }
        return chart;
    }

    /** A line with the slope of a method's order, a little above its errors. */
    private static void guide(XyChart chart, double[] h, double[] errors, int slope, Scale up) {
        // A wrong gradient stays wrong, whatever the step: there is no slope to compare with.
        if (!(errors[2] > 0 && errors[1] > 3 * errors[2])) {
            return;
        }
        double from = h[0];
        double last = h[0];
        double scale = 3 * errors[1] / Math.pow(h[1], slope);
        while (last > h[h.length - 1] && scale * Math.pow(last / 10, slope) >= up.from()) {
            last /= 10;
        }
        while (from > last && scale * Math.pow(from, slope) > up.to()) {
            from /= 10;
        }
        var x = new double[] {from, last};
        var y = new double[] {scale * Math.pow(from, slope), scale * Math.pow(last, slope)};
        chart.add(new Curve("", x, y, Look.GUIDE, Curve.Parts.BARE_LINE));
        double middle = Math.sqrt(from * last);
        chart.noteBefore(middle, scale * Math.pow(middle, slope), Words.of("check.slope", slope));
    }
}
