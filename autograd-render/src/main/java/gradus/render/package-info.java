/**
 * Pictures of what the engine does. Every picture is a {@link gradus.render.Picture}, made from a {@link
 * gradus.autograd.Trace} and from nothing else.
 */
package gradus.render;
