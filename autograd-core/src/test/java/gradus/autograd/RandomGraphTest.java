package gradus.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Graphs by chance, over the whole catalogue: what no sample of a single op would show. */
class RandomGraphTest {

    static final int GRAPHS = 1000;

    /** Of the size of the derivative's terms. */
    private static final double TOLERANCE = 1e-7;

    private static final double[] STEPS = {1e-4, 1e-5, 1e-3, 1e-6, 3e-7};

    @Test
    void gradients_agreeWithCentralDifferences() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            var program = RandomProgram.of(seed);
            var nodes = program.run();
            nodes.get(nodes.size() - 1).backward();
            var gradients = new TreeMap<Integer, double[]>();
            program.inputs().forEach(i -> gradients.put(i, nodes.get(i).gradElements()));
            var random = new Random(seed);
            requireSlope(seed, program, gradients, direction(program, random));
            for (int i = 0; i < 3; i++) {
                requireSlope(seed, program, gradients, element(program, random));
            }
        }
    }

    /** The derivative along a direction, in which every input moves, or one element alone. */
    private static void requireSlope(
            int seed, Program program, Map<Integer, double[]> gradients, Map<Integer, double[]> direction) {
        double engine = 0;
        double size = 1e-3;
        for (var entry : direction.entrySet()) {
            var gradient = gradients.getOrDefault(entry.getKey(), new double[0]);
            for (int k = 0; k < gradient.length; k++) {
                double term = gradient[k] * entry.getValue()[k];
                engine += term;
                size += Math.abs(term);
            }
        }
        double best = Double.POSITIVE_INFINITY;
        double closest = Double.NaN;
        // Which step is best depends on the graph's curvature; a wrong gradient agrees at none.
        for (double h : STEPS) {
            double numeric = (valueAt(program, direction, h) - valueAt(program, direction, -h)) / (2 * h);
            if (Math.abs(numeric - engine) < best) {
                best = Math.abs(numeric - engine);
                closest = numeric;
            }
            if (best < TOLERANCE * size) {
                return;
            }
        }
        assertThat(best)
                .as("seed %d: engine %s, central difference %s, along %s", seed, engine, closest, direction.keySet())
                .isLessThan(TOLERANCE * size);
    }

    private static double valueAt(Program program, Map<Integer, double[]> direction, double h) {
        return NoGrad.run(() -> {
            var nodes = program.run(i -> {
                var x = program.elements(i);
                var d = direction.get(i);
                for (int k = 0; d != null && k < x.length; k++) {
                    x[k] += h * d[k];
                }
                return x;
            });
            return ((Var) nodes.get(nodes.size() - 1)).value();
        });
    }

    private static Map<Integer, double[]> direction(Program program, Random random) {
        var direction = new HashMap<Integer, double[]>();
        for (int i : program.inputs()) {
            direction.put(i, random.doubles(program.elements(i).length, -1, 1).toArray());
        }
        return direction;
    }

    private static Map<Integer, double[]> element(Program program, Random random) {
        int input = program.inputs().get(random.nextInt(program.inputs().size()));
        var unit = new double[program.elements(input).length];
        unit[random.nextInt(unit.length)] = 1;
        return Map.of(input, unit);
    }

    @Test
    void programs_useEveryOp_onScalarsAndTensors_upTo200Lines() {
        var used = new HashMap<Op, Integer>();
        int longest = 0;
        int stretched = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            var program = RandomProgram.of(seed);
            longest = Math.max(longest, program.lines().size());
            for (var node : program.run()) {
                if (node.op() != null) {
                    used.merge(node.op(), 1, Integer::sum);
                    stretched += node.op() instanceof BinaryOp
                                    && node.operand(0) instanceof Tensor
                                    && node.operand(1) instanceof Tensor
                                    && !node.operand(0)
                                            .shape()
                                            .equals(node.operand(1).shape())
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(longest).isBetween(150, RandomProgram.MOST_LINES);
        assertThat(used.keySet()).containsAll(Op.catalogue());
        assertThat(used.values()).allMatch(n -> n > 200);
        assertThat(stretched).isGreaterThan(200);
    }

    @Test
    void sameSeed_writesTheSameProgram() {
        assertThat(RandomProgram.of(7).lines()).isEqualTo(RandomProgram.of(7).lines());
        assertThat(List.of(RandomProgram.of(7).lines()))
                .isNotEqualTo(List.of(RandomProgram.of(8).lines()));
    }
}
