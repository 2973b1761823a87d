package gradus.render.scene;

/** What happens to a part of a drawing at the moment that is drawn. */
public enum Mood {
    CALM(""),
    /** A value is being computed. */
    FORWARD("gradus-fwd"),
    /** A gradient flows back. */
    BACKWARD("gradus-bwd");

    private final String css;

    Mood(String css) {
        this.css = css;
    }

    /** The class that a group has in this mood; empty for {@link #CALM}. */
    public String css() {
        return css;
    }

    Colour colour(Colour calm) {
        return switch (this) {
            case CALM -> calm;
            case FORWARD -> Colour.VALUE;
            case BACKWARD -> Colour.GRADIENT;
        };
    }
}
