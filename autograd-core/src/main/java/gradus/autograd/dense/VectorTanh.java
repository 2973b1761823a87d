package gradus.autograd.dense;

import static gradus.autograd.dense.Functions.BIAS;
import static gradus.autograd.dense.Functions.MANTISSA;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Functions#tanh(double)} by the Vector API: the same operations, on as many numbers as a register holds. Instead
 * of taking one way or the other it chooses what to divide by what, and from what to take the quotient away: no branch
 * for the processor to guess.
 *
 * <p>Constants are vectors from the start and the loop is one, since the compiler gives up on calls in a longer one: then
 * each operation makes an object, and the whole is slower than without vectors.
 */
final class VectorTanh implements ArrayFunction {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final DoubleVector SWITCH = all(Functions.SWITCH);
    private static final DoubleVector LIMIT = all(Functions.LIMIT);
    private static final DoubleVector ROUNDING = all(Functions.ROUNDING);
    private static final DoubleVector STEPS = all(Functions.STEPS);
    private static final DoubleVector STEP = all(-Functions.STEP);
    private static final DoubleVector STEP_REST = all(-Functions.STEP_REST);
    private static final DoubleVector U0 = all(675675);
    private static final DoubleVector U1 = all(45045);
    private static final DoubleVector U2 = all(594);
    private static final DoubleVector V0 = all(2027025);
    private static final DoubleVector V1 = all(945945);
    private static final DoubleVector V2 = all(51975);
    private static final DoubleVector V3 = all(630);
    private static final DoubleVector ONE = all(1);
    private static final DoubleVector TWO = all(2);
    private static final LongVector EXPONENT = LongVector.broadcast(LongVector.SPECIES_PREFERRED, BIAS);
    private static final LongVector SIGN = LongVector.broadcast(LongVector.SPECIES_PREFERRED, Long.MIN_VALUE);

    @Override
    public void values(double[] x, double[] z, int from, int to) {
        int k = from;
        for (; k <= to - LANES; k += LANES) {
            var signed = DoubleVector.fromArray(SPECIES, x, k);
            var a = signed.abs();
            a = a.blend(LIMIT, a.compare(VectorOperators.GT, LIMIT));
            var small = a.compare(VectorOperators.LT, SWITCH);
            // n = 0 where a is small, so that r = a.
            var rounded = fma(a, STEPS, ROUNDING).blend(ROUNDING, small);
            var n = rounded.sub(ROUNDING);
            var r = fma(n, STEP_REST, fma(n, STEP, a));
            var s = r.mul(r);
            var u = fma(fma(s.add(U2), s, U1), s, U0).mul(s);
            var v = fma(fma(fma(s.add(V3), s, V2), s, V1), s, V0);
            var b = r.mul(v.sub(u));
            var p = v.sub(b);
            var power = rounded.reinterpretAsLongs()
                    .add(EXPONENT)
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretAsDoubles();
            var q = fma(power, v.add(b), p);
            var quotient = p.blend(u, small).div(q.blend(v, small));
            var size = ONE.blend(a, small).sub(TWO.blend(a, small).mul(quotient));
            signed.reinterpretAsLongs()
                    .and(SIGN)
                    .or(size.reinterpretAsLongs())
                    .reinterpretAsDoubles()
                    .intoArray(z, k);
        }
        for (; k < to; k++) {
            z[k] = Functions.tanh(x[k]);
        }
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static DoubleVector fma(DoubleVector a, DoubleVector b, DoubleVector c) {
        return Fma.FAST ? a.fma(b, c) : a.mul(b).add(c);
    }
}
