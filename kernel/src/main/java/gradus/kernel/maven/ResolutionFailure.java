package gradus.kernel.maven;

import org.jspecify.annotations.Nullable;

/** An artifact that is not to be had; the message says what was asked for, where, and what to do. */
public final class ResolutionFailure extends Exception {

    private static final long serialVersionUID = 1;

    public ResolutionFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
