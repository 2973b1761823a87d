/**
 * Pictures of what the engine does. Every picture is a {@link gradus.render.Picture}, made from a {@link
 * gradus.autograd.Trace} and from nothing else. A tensor by itself is a {@link gradus.render.TensorTable}.
 */
package gradus.render;
