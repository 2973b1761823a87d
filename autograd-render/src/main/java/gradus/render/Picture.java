package gradus.render;

/**
 * Something to be shown, in the three forms of which every front end understands one. There is no {@code image/svg+xml}
 * among them: its presence makes an export to PDF fail where Inkscape is missing.
 */
public interface Picture {

    /** A piece of HTML that needs no network, no extension and no kernel, and reads well when stripped of scripts. */
    String html();

    /** A PNG image, at twice the size at which it is to be shown. */
    byte[] png();

    /** All of its numbers as text. */
    String text();
}
