/**
 * A small reverse-mode autograd engine, modelled on the lectures' {@code Var} class.
 *
 * <p>Read in this order: {@link gradus.autograd.Var} (what a student touches), {@link gradus.autograd.Op} and its
 * enums (the catalogue: one op, one declaration), {@link gradus.autograd.Sweep} (backpropagation), {@link
 * gradus.autograd.Trace} (what happened, as plain data for pictures). {@link gradus.autograd.Tensor} is {@code Var}
 * with a shape; {@link gradus.autograd.ArrayText} prints it. {@link gradus.autograd.GradientCheck} finds out whether a
 * gradient is right, {@link gradus.autograd.FirstNonFinite} where a NaN came from, and {@link gradus.autograd.Warnings}
 * tells of what is hardly meant.
 *
 * <pre>{@code
 * var x = new Var(2);
 * var y = new Var(3);
 * var f = x.mul(y).add(x.sin());
 * f.backward();
 * x.grad()   // y + cos x ⇒ 2.5838531634528574
 * }</pre>
 */
package gradus.autograd;
