/**
 * Formulas as a class writes them on the board, turned into the Java that a student would write for them. Start with
 * {@link gradus.autograd.expr.Expression}.
 */
package gradus.autograd.expr;
