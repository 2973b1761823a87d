package gradus.kernel.jupyter;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Frames that are no message for this kernel: truncated, wrongly signed, or not JSON. */
final class BadMessage extends IOException {

    private static final long serialVersionUID = 1;

    BadMessage(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
