package gradus.render.layout;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.render.layout.Layout.Point;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.junit.jupiter.api.Test;

/**
 * Our layout beside that of the Eclipse Layout Kernel, on the same graphs with the same ports: crossings of the drawn
 * lines are counted in both drawings in the same way.
 */
class ElkTest {

    @Test
    void crossings_areNoMoreThanATenthAboveThoseOfElk() {
        int ours = 0;
        int theirs = 0;
        var each = new StringBuilder();
        for (int n : new int[] {12, 20, 30, 45, 60}) {
            for (long seed = 1; seed <= 8; seed++) {
                var graph = LayeredLayoutTest.random(seed, n);
                int a = crossings(ways(LayeredLayout.of(graph)));
                int b = crossings(elk(graph));
                each.append(String.format("n %d, seed %d: %d, ELK %d%n", n, seed, a, b));
                ours += a;
                theirs += b;
            }
        }
        System.out.println("Crossings on 40 graphs: " + ours + ", by ELK: " + theirs);
        assertThat(theirs).isPositive();
        assertThat((double) ours).as("%s", each).isLessThanOrEqualTo(1.1 * theirs);
    }

    private static List<List<Point>> ways(Layout layout) {
        return layout.routes().stream().map(Layout.Route::points).toList();
    }

    /** The ways of the edges as ELK draws them. */
    private static List<List<Point>> elk(Digraph graph) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        var root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        var nodes = new ArrayList<ElkNode>();
        var outs = new ArrayList<ElkPort>();
        for (var size : graph.nodes()) {
            var node = ElkGraphUtil.createNode(root);
            double height = size.above() + size.below();
            node.setDimensions(size.width(), height);
            node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            nodes.add(node);
            outs.add(port(node, PortSide.EAST, size.width(), size.above()));
        }
        var edges = graph.edges().stream()
                .map(e -> {
                    var target = nodes.get(e.to());
                    double y = graph.nodes().get(e.to()).above() + e.port();
                    return ElkGraphUtil.createSimpleEdge(outs.get(e.from()), port(target, PortSide.WEST, 0, y));
                })
                .toList();
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        var ways = new ArrayList<List<Point>>();
        for (var edge : edges) {
            var section = edge.getSections().get(0);
            var way = new ArrayList<Point>();
            way.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(p -> way.add(new Point(p.getX(), p.getY())));
            way.add(new Point(section.getEndX(), section.getEndY()));
            ways.add(way);
        }
        return ways;
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        var port = ElkGraphUtil.createPort(node);
        port.setLocation(x, y);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        return port;
    }

    /** Pairs of pieces of different edges that meet; where edges begin or end together, they do not cross. */
    private static int crossings(List<List<Point>> ways) {
        int count = 0;
        for (int a = 0; a < ways.size(); a++) {
            for (int b = 0; b < a; b++) {
                count += crossings(ways.get(a), ways.get(b));
            }
        }
        return count;
    }

    private static int crossings(List<Point> a, List<Point> b) {
        int count = 0;
        for (int i = 1; i < a.size(); i++) {
            for (int j = 1; j < b.size(); j++) {
                count += cross(a.get(i - 1), a.get(i), b.get(j - 1), b.get(j)) ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether the ends of each piece lie on different sides of the other one. */
    private static boolean cross(Point p, Point q, Point r, Point s) {
        return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
    }

    private static int side(Point p, Point q, Point r) {
        return Line2D.relativeCCW(p.x(), p.y(), q.x(), q.y(), r.x(), r.y());
    }
}
