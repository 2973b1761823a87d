package gradus.autograd.optim;

import gradus.autograd.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where an optimizer went: its path on the loss surface, to be drawn (row 7.4).
 *
 * <pre>{@code
 * var x = new Var(1);
 * var path = DescentPath.of(new SGD(List.of(x), 0.25), 3, () -> x.pow(2));
 * path.points().size()                   // start and three steps ⇒ 4
 * path.points().get(3).position()        // x ← x − α·2x ⇒ [0.125]
 * path.points().get(3).loss()            // ⇒ 0.015625
 * }</pre>
 *
 * @param points the start, then one a step
 */
public record DescentPath(List<Point> points) {

    /**
     * A place on the surface.
     *
     * @param position all elements of all parameters, in their order
     * @param loss there
     */
    public record Point(List<Double> position, double loss) {
        public Point {
            position = List.copyOf(position);
        }
    }

    public DescentPath {
        points = List.copyOf(points);
    }

    /**
     * Trains, and writes down the way.
     *
     * @param steps how many, 0 or more; may end early, where the loss is no longer finite
     * @param loss computes the loss from the parameters as they are
     */
    public static DescentPath of(Optimizer optimizer, int steps, Supplier<Var> loss) {
        var points = new ArrayList<Point>();
        var here = loss.get();
        points.add(new Point(optimizer.position(), here.value()));
        for (int i = 0; i < steps && Double.isFinite(here.value()); i++) {
            optimizer.zeroGrad();
            here.backward();
            optimizer.step();
            here = loss.get();
            points.add(new Point(optimizer.position(), here.value()));
        }
        return new DescentPath(points);
    }
}
