package gradus.render;

import gradus.render.chart.Hue;
import gradus.render.chart.XyChart.Places;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** A function of two numbers on a grid, drawn as bands between lines of equal value: the darker the higher. */
final class Levels {

    private static final int GRID = 61;
    private static final int LINES = 9;
    private static final double DARKEST = 0.36;

    private final double[] x = new double[GRID];
    private final double[] y = new double[GRID];
    private final double[][] z = new double[GRID][GRID];
    private final double[] levels;

    Levels(DoubleBinaryOperator f, double fromX, double toX, double fromY, double toY) {
        for (int i = 0; i < GRID; i++) {
            x[i] = fromX + (toX - fromX) * i / (GRID - 1);
            y[i] = fromY + (toY - fromY) * i / (GRID - 1);
        }
        for (int i = 0; i < GRID; i++) {
            for (int k = 0; k < GRID; k++) {
                z[i][k] = f.applyAsDouble(x[i], y[k]);
            }
        }
        levels = levels();
    }

    /** By rank, so that valleys have lines too, however steep the walls. */
    private double[] levels() {
        double[] sorted = Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        var found = new double[sorted.length == 0 ? 0 : LINES];
        for (int i = 0; i < found.length; i++) {
            double share = Math.pow((i + 1.0) / (LINES + 1), 1.5);
            found[i] = sorted[(int) (share * (sorted.length - 1))];
        }
        return Arrays.stream(found).distinct().toArray();
    }

    double[] lines() {
        return levels.clone();
    }

    double at(int i, int k) {
        return z[i][k];
    }

    void paint(Graphics2D g, Places places) {
        for (int band = 1; band <= levels.length; band++) {
            g.setColor(Hue.LINE.tint(DARKEST * band / levels.length));
            g.fill(band(band, places));
        }
        g.setColor(Hue.LINE.light());
        g.setStroke(new BasicStroke(1));
        for (double level : levels) {
            g.draw(line(level, places));
        }
    }

    private int bandOf(double v) {
        int band = 0;
        while (band < levels.length && !(v < levels[band])) {
            band++;
        }
        return band;
    }

    /** Runs of cells, one rectangle each; a cell is judged by its middle. */
    private Path2D band(int band, Places places) {
        var path = new Path2D.Double();
        for (int k = 0; k + 1 < GRID; k++) {
            for (int i = 0; i + 1 < GRID; ) {
                int from = i;
                while (i + 1 < GRID && bandOf(middle(i, k)) == band) {
                    i++;
                }
                if (i > from) {
                    path.moveTo(places.x(x[from]), places.y(y[k]));
                    path.lineTo(places.x(x[i]), places.y(y[k]));
                    path.lineTo(places.x(x[i]), places.y(y[k + 1]));
                    path.lineTo(places.x(x[from]), places.y(y[k + 1]));
                    path.closePath();
                } else {
                    i++;
                }
            }
        }
        return path;
    }

    private double middle(int i, int k) {
        return (z[i][k] + z[i + 1][k] + z[i][k + 1] + z[i + 1][k + 1]) / 4;
    }

    /** Marching squares: each cell is cut into two triangles, in which a plane has no second answer. */
    private Path2D line(double level, Places places) {
        var path = new Path2D.Double();
        for (int i = 0; i + 1 < GRID; i++) {
            for (int k = 0; k + 1 < GRID; k++) {
                int[][] corners = {{i, k}, {i + 1, k}, {i + 1, k + 1}, {i, k + 1}};
                triangle(path, level, places, corners[0], corners[1], corners[2]);
                triangle(path, level, places, corners[0], corners[2], corners[3]);
            }
        }
        return path;
    }

    private void triangle(Path2D path, double level, Places places, int[]... corners) {
        boolean begun = false;
        for (int side = 0; side < 3; side++) {
            int[] a = corners[side];
            int[] b = corners[(side + 1) % 3];
            double va = z[a[0]][a[1]] - level;
            double vb = z[b[0]][b[1]] - level;
            if (va < 0 == vb < 0 || !Double.isFinite(va) || !Double.isFinite(vb)) {
                continue;
            }
            double t = va / (va - vb);
            double px = places.x(x[a[0]] + t * (x[b[0]] - x[a[0]]));
            double py = places.y(y[a[1]] + t * (y[b[1]] - y[a[1]]));
            if (begun) {
                path.lineTo(px, py);
            } else {
                path.moveTo(px, py);
            }
            begun = true;
        }
    }
}
