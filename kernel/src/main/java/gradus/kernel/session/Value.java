package gradus.kernel.session;

import org.jspecify.annotations.Nullable;

/** A value to show; a box, so that null can be told from no value at all. */
public record Value(@Nullable Object object) {}
