/**
 * A layered drawing of a directed acyclic graph, from left to right, after Sugiyama: ranks, order within the ranks,
 * coordinates. Read {@link gradus.render.layout.LayeredLayout} first.
 */
@org.jspecify.annotations.NullMarked
package gradus.render.layout;
