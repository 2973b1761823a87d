package gradus.autograd;

import java.util.SplittableRandom;

/** Random numbers: the same for the same seed. */
final class Draws {

    private Draws() {}

    static double[] normal(long seed, int n) {
        var random = new SplittableRandom(seed);
        var draws = new double[n];
        for (int k = 0; k < n; k++) {
            draws[k] = random.nextGaussian();
        }
        return draws;
    }

    static double[] uniform(long seed, int n) {
        var random = new SplittableRandom(seed);
        var draws = new double[n];
        for (int k = 0; k < n; k++) {
            draws[k] = random.nextDouble();
        }
        return draws;
    }
}
