/**
 * A drawing as plain data: a {@link gradus.render.scene.Scene} of marks in named inks, which an SVG painter and a PNG
 * painter write. Nothing here knows what the drawing is of.
 */
@org.jspecify.annotations.NullMarked
package gradus.render.scene;
