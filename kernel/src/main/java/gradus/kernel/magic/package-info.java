/**
 * Magics: lines that begin with {@code %}, and cells that begin with {@code %%}.
 *
 * <p>A magic is a class of its own that extends {@link gradus.kernel.magic.Magic} and stands in one line of {@link
 * gradus.kernel.magic.Magics#ALL}. To write one:
 *
 * <pre>{@code
 * @Command(name = "%graph", description = "Draws the graph of a node.")
 * final class GraphMagic extends Magic {
 *     @Parameters(paramLabel = "NODE", description = "a Java expression")
 *     String node = "";
 *
 *     @Override
 *     public Object run(Session session) throws CellFailure {
 *         return Graph.of(session.eval(node)); // a thin call on a public method that a cell can call as well
 *     }
 *
 *     @Override
 *     public String example() {
 *         return "%graph f";
 *     }
 * }
 * }</pre>
 *
 * <p>Arguments, options, usage and their errors are picocli's. A value that {@code run} returns is shown as the value of
 * an expression would be; null shows nothing; a {@link gradus.kernel.session.MimeBundle} is shown as it is. An {@code
 * IllegalArgumentException} is told as a wrong argument, with the usage. Arguments are split at blanks, except inside
 * quotes and brackets; a magic that wants its line whole overrides {@link gradus.kernel.magic.Magic#split}. A magic for a
 * whole cell also implements {@link gradus.kernel.magic.CellMagic}.
 */
@NullMarked
package gradus.kernel.magic;

import org.jspecify.annotations.NullMarked;
