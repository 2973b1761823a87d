/** From a trace to a picture: pure functions, deterministic, without a display and without Jupyter. */
@org.jspecify.annotations.NullMarked
module gradus.render {
    requires static org.jspecify;
    requires transitive gradus.autograd;
    requires java.desktop;
    requires org.jfree.jfreechart;
    requires com.samskivert.jmustache;
    requires com.google.gson;

    exports gradus.render;
}
