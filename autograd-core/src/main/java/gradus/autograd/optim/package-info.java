/**
 * Optimizers: what to do with a gradient (row 4.8 of the lectures). Start with {@link gradus.autograd.optim.SGD}; {@link
 * gradus.autograd.optim.Optimizer} is what they share.
 *
 * <p>They work on any leaves, {@link gradus.autograd.Var} and {@link gradus.autograd.Tensor}, be they a layer's
 * parameters or inputs of one's own.
 */
package gradus.autograd.optim;
