package gradus.autograd.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers come from the definition, zᵢⱼ = Σₚ xᵢₚ·yₚⱼ, added up in this order: equal to the last digit. */
class MatricesTest {

    private static final int OFFSET = 3;

    /** Small, at the rims of tiles and blocks, flat, thin, and large enough for all cores. */
    @ParameterizedTest(name = "{0}×{1} · {1}×{2}")
    @CsvSource({
        "1, 1, 1",
        "2, 3, 4",
        "4, 2, 16",
        "5, 9, 17",
        "16, 16, 16",
        "33, 257, 31",
        "1, 40, 50",
        "50, 40, 1",
        "7, 1, 30",
        "0, 3, 4",
        "3, 0, 4",
        "515, 3, 20",
        "64, 784, 128",
        "300, 100, 300"
    })
    void multiply_isTheSumOfProductsInOrder(int m, int k, int n) {
        for (boolean xTransposed : new boolean[] {false, true}) {
            for (boolean yTransposed : new boolean[] {false, true}) {
                var x = random(1, OFFSET + m * k);
                var y = random(2, OFFSET + k * n);
                var z = random(3, OFFSET + m * n);
                var expected = z.clone();
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        double sum = z[OFFSET + i * n + j];
                        for (int p = 0; p < k; p++) {
                            double a = x[OFFSET + (xTransposed ? p * m + i : i * k + p)];
                            double b = y[OFFSET + (yTransposed ? j * k + p : p * n + j)];
                            sum = Fma.fma(a, b, sum);
                        }
                        expected[OFFSET + i * n + j] = sum;
                    }
                }

                Matrices.multiply(x, OFFSET, xTransposed, y, OFFSET, yTransposed, z, OFFSET, m, k, n);

                assertThat(z).as("Xᵀ %s, Yᵀ %s", xTransposed, yTransposed).containsExactly(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void block_agreesWithTheDefinitionAtItsRims(Block block) {
        for (int m : new int[] {1, 4, 6}) {
            for (int n : new int[] {1, 16, 21}) {
                int k = 5;
                var x = random(1, m * k);
                var y = random(2, k * n);
                var z = new double[m * n];

                block.add(Grid.rows(x, 0, k), Grid.rows(y, 0, n), Grid.rows(z, 0, n), m, k, n);

                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        double sum = 0;
                        for (int p = 0; p < k; p++) {
                            sum = Fma.fma(x[i * k + p], y[p * n + j], sum);
                        }
                        assertThat(z[i * n + j])
                                .as("%d×%d at (%d, %d)", m, n, i, j)
                                .isEqualTo(sum);
                    }
                }
            }
        }
    }

    /** The tests run with the Vector API, as the kernel does. */
    static Stream<Block> blocks() {
        assertThat(Blocks.BEST).isInstanceOf(VectorBlock.class);
        return Stream.of(new PlainBlock(), new VectorBlock());
    }

    @Test
    void multiply_endsWhenItsThreadIsInterrupted() {
        int n = 600;
        var x = random(1, n * n);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Matrices.multiply(x, 0, false, x, 0, false, new double[n * n], 0, n, n, n))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Longer and shorter than the squares in which it is done. */
    @Test
    void transposes_swapRowsAndColumnsOfEachMatrix() {
        int m = 37;
        int n = 18;
        var x = random(1, 2 * m * n);
        var z = Matrices.transposes(x, m, n);
        for (int b = 0; b < 2; b++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    assertThat(z[b * m * n + j * m + i]).isEqualTo(x[b * m * n + i * n + j]);
                }
            }
        }
    }

    private static double[] random(long seed, int n) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }
}
