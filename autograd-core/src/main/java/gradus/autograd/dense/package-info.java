/**
 * Plain arrays of doubles: products, random numbers, and loops that use all cores and can be stopped. Knows nothing of
 * nodes; not exported.
 *
 * <p>Start with {@link gradus.autograd.dense.Matrices}.
 */
package gradus.autograd.dense;
