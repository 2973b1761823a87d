package gradus.render;

import gradus.autograd.Derivatives;
import gradus.autograd.JacobianSize;
import gradus.autograd.Node;
import gradus.autograd.Numbers;
import gradus.autograd.Tensor;
import gradus.render.chart.Hue;
import gradus.render.chart.Letter;
import gradus.render.chart.Letter.Anchor;
import gradus.render.chart.Sketch;
import gradus.render.scene.Glyphs;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A Jacobian as a heat table: one row for each element of y, one column for each element of the inputs, positive elements in
 * the colour of values and negative ones in that of gradients, with a bar where there is no room for the number (rows 5.2 to
 * 5.4).
 *
 * <pre>{@code
 * var x = Tensor.of(-1, 0, 2).named("x");
 * JacobianPicture.of(x.sigmoid().named("y"), x)
 * }</pre>
 */
public final class JacobianPicture {

    /** The most rows and columns whose numbers are written. */
    private static final int WRITTEN = 12;

    /** The most rows and columns that are drawn; in larger ones a cell stands for several elements. */
    private static final int CELLS = 48;

    /** The most rows and columns of the table. */
    private static final int TOLD = 20;

    private static final double MARGIN = 16;
    private static final double TOP = 86;

    /** A tint on which letters can be read. */
    private static final double DARKEST = 0.45;

    private final Node y;
    private final Node[] x;
    private final int rows;
    private final int columns;
    private final double[] elements;
    private final double largest;

    private JacobianPicture(Node y, Node... x) {
        this.y = y;
        this.x = x;
        Tensor j = Derivatives.jacobian(y, x);
        rows = j.shape().axis(0);
        columns = j.shape().axis(1);
        elements = j.toArray();
        double most = 0;
        for (double v : elements) {
            most = Math.max(most, Double.isFinite(v) ? Math.abs(v) : 0);
        }
        largest = most;
    }

    /**
     * The Jacobian of y by the elements of all x.
     *
     * @throws IllegalArgumentException if no x is given, or it would take more than 1 GiB, see {@link JacobianSize}
     */
    public static Picture of(Node y, Node... x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("a Jacobian needs what " + y.describe()
                    + " is differentiated by: give the inputs too, such as y x");
        }
        return new JacobianPicture(y, x.clone()).figure();
    }

    private double at(int row, int column) {
        return elements[row * columns + column];
    }

    private Figure figure() {
        var sketch = new Sketch();
        boolean written = rows <= WRITTEN && columns <= WRITTEN;
        double labels = written
                ? 24
                        + names(y, "y", rows).stream()
                                .mapToDouble(letter()::width)
                                .max()
                                .orElse(0)
                : MARGIN;
        double cellWidth = written ? 90 : Math.max(10, Math.min(22, 1000.0 / Math.min(columns, CELLS)));
        double cellHeight = written ? 34 : cellWidth;
        var title = Words.of("jacobian.title", label(y, "y"), inputs());
        sketch.write(title, MARGIN, 30, Letter.bold(17, Anchor.START), Hue.INK.light());
        sketch.write(shapes(), MARGIN, 56, Letter.plain(15, Anchor.START), Hue.INK.light());
        int down = (rows + CELLS - 1) / CELLS;
        int across = (columns + CELLS - 1) / CELLS;
        if (written) {
            labels(sketch, labels, cellWidth, cellHeight);
        }
        int tall = (rows + down - 1) / down;
        int wide = (columns + across - 1) / across;
        for (int r = 0; r < tall; r++) {
            var row = new double[wide];
            for (int c = 0; c < wide; c++) {
                row[c] = strongest(r * down, c * across, down, across);
            }
            double y = TOP + r * cellHeight;
            ground(sketch, row, new Rectangle2D.Double(labels, y, cellWidth, cellHeight));
            for (int c = 0; c < wide; c++) {
                sign(sketch, new Rectangle2D.Double(labels + c * cellWidth, y, cellWidth, cellHeight), row[c], written);
            }
        }
        if (isDiagonal()) {
            sketch.setColor(Hue.INK.light());
            sketch.setStroke(new BasicStroke(2.5f));
            for (int i = 0; i < Math.min(tall, wide); i++) {
                sketch.draw(new Rectangle2D.Double(
                        labels + i * cellWidth + 1.5, TOP + i * cellHeight + 1.5, cellWidth - 3, cellHeight - 3));
            }
        }
        double width = Math.max(labels + wide * cellWidth, widest(title)) + MARGIN;
        var drawing = sketch.drawing(width, TOP + tall * cellHeight + MARGIN, title);
        return new Figure(drawing, notes(down, across), List.of(table()));
    }

    private double widest(String title) {
        return MARGIN
                + Math.max(
                        Letter.bold(17, Anchor.START).width(title),
                        Letter.plain(15, Anchor.START).width(shapes()));
    }

    private static Letter letter() {
        return Letter.plain(15, Anchor.END);
    }

    private void labels(Sketch sketch, double left, double cellWidth, double cellHeight) {
        var down = names(y, "y", rows);
        for (int r = 0; r < rows; r++) {
            sketch.write(down.get(r), left - 8, TOP + (r + 0.65) * cellHeight, letter(), Hue.MUTED.light());
        }
        var across = across();
        for (int c = 0; c < columns; c++) {
            sketch.write(
                    across.get(c),
                    left + (c + 0.5) * cellWidth,
                    TOP - 8,
                    Letter.plain(15, Anchor.MIDDLE),
                    Hue.MUTED.light());
        }
    }

    /** Neighbours of one tint are one rectangle. */
    private void ground(Sketch sketch, double[] row, Rectangle2D first) {
        for (int from = 0; from < row.length; ) {
            int to = from + 1;
            while (to < row.length && tint(row[to]).equals(tint(row[from]))) {
                to++;
            }
            sketch.setColor(tint(row[from]));
            sketch.fill(new Rectangle2D.Double(
                    first.getX() + from * first.getWidth(),
                    first.getY(),
                    (to - from) * first.getWidth(),
                    first.getHeight()));
            from = to;
        }
    }

    private Color tint(double v) {
        double strength = strength(v);
        return strength == 0
                ? Hue.CARD.tint(0)
                : (v < 0 ? Hue.GRADIENT : Hue.VALUE).tint(DARKEST * Math.round(2 + 14 * strength) / 16);
    }

    private double strength(double v) {
        return largest == 0 || !Double.isFinite(v) ? 0 : Math.abs(v) / largest;
    }

    /** The number, or a bar for what is negative. */
    private void sign(Sketch sketch, Rectangle2D cell, double v, boolean written) {
        if (written) {
            sketch.setColor(Hue.LINE.tint(0.5));
            sketch.setStroke(new BasicStroke(1));
            sketch.draw(cell);
            sketch.write(
                    Numbers.brief(v, 3),
                    cell.getCenterX(),
                    cell.getCenterY() + 5.5,
                    Letter.plain(16, Anchor.MIDDLE),
                    v == 0 ? Hue.MUTED.light() : Hue.INK.light());
        } else if (v < 0 && strength(v) > 0.1) {
            // The sign, for eyes and printers without colour.
            sketch.setColor(Hue.INK.light());
            sketch.setStroke(new BasicStroke(1.5f));
            sketch.draw(new Line2D.Double(
                    cell.getMinX() + 0.3 * cell.getWidth(),
                    cell.getCenterY(),
                    cell.getMaxX() - 0.3 * cell.getWidth(),
                    cell.getCenterY()));
        }
    }

    /** The element of a block that is farthest from 0. */
    private double strongest(int row, int column, int down, int across) {
        double found = 0;
        for (int r = row; r < Math.min(rows, row + down); r++) {
            for (int c = column; c < Math.min(columns, column + across); c++) {
                found = Math.abs(at(r, c)) > Math.abs(found) || Double.isNaN(at(r, c)) ? at(r, c) : found;
            }
        }
        return found;
    }

    private boolean isDiagonal() {
        if (rows != columns || rows == 1 || largest == 0) {
            return false;
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (r != c && at(r, c) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String label(Node node, String otherwise) {
        return node.name() == null ? otherwise : Glyphs.shorten(node.name(), 24);
    }

    private String inputs() {
        var names = new ArrayList<String>();
        for (var input : x) {
            names.add(label(input, "x"));
        }
        var all = String.join(", ", names);
        return names.size() == 1 ? all : "(" + all + ")";
    }

    /** Row 5.4: a row for each element of the output, a column for each of the inputs. */
    private String shapes() {
        var inputs = new ArrayList<String>();
        for (var input : x) {
            inputs.add(label(input, "x") + ": " + shape(input));
        }
        return Words.of("jacobian.shapes", label(y, "y") + ": " + shape(y), String.join(", ", inputs), rows, columns);
    }

    private static String shape(Node node) {
        return node.shape().rank() == 0
                ? Words.of("jacobian.scalar")
                : node.shape().toString();
    }

    private static List<String> names(Node node, String otherwise, int n) {
        var names = new ArrayList<String>();
        var shape = node.shape();
        for (int k = 0; k < n; k++) {
            var index = new ArrayList<String>();
            int rest = k;
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                index.add(0, Integer.toString(rest % shape.axis(axis)));
                rest /= shape.axis(axis);
            }
            var name = Glyphs.shorten(label(node, otherwise), index.size() > 1 ? 4 : 6);
            names.add(index.isEmpty() ? name : name + "[" + String.join(",", index) + "]");
        }
        return names;
    }

    private List<String> across() {
        var all = new ArrayList<String>();
        for (var input : x) {
            all.addAll(names(input, "x", input.shape().size()));
        }
        return all;
    }

    private List<String> notes(int down, int across) {
        var notes = new ArrayList<String>();
        if (isDiagonal()) {
            notes.add(Words.of("jacobian.diagonal", rows, (long) rows * rows));
        }
        if (down > 1 || across > 1) {
            notes.add(Words.of("jacobian.blocks", down, across));
        }
        return notes;
    }

    /** All numbers, as long as they fit. */
    private NumberTable table() {
        int shownRows = Math.min(rows, TOLD);
        int shownColumns = Math.min(columns, TOLD);
        var down = names(y, "y", shownRows);
        var header = new ArrayList<String>(List.of(""));
        header.addAll(across().subList(0, shownColumns));
        var lines = new ArrayList<List<String>>();
        for (int r = 0; r < shownRows; r++) {
            var line = new ArrayList<String>(List.of(down.get(r)));
            for (int c = 0; c < shownColumns; c++) {
                line.add(Numbers.brief(at(r, c), 6));
            }
            lines.add(line);
        }
        return new NumberTable(Words.of("jacobian.table", shownRows, rows, shownColumns, columns), header, lines);
    }
}
