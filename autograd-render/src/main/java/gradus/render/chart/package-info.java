/**
 * Charts: {@link gradus.render.chart.XyChart} has JFreeChart draw in the project's colours, {@link
 * gradus.render.chart.Sketch} writes down what is drawn, and a {@link gradus.render.chart.Drawing} of it becomes SVG or PNG.
 * Nothing here knows what the numbers mean.
 */
@org.jspecify.annotations.NullMarked
package gradus.render.chart;
