package gradus.kernel.hint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a class file has no room for (The Java Virtual Machine Specification, 4.11). */
enum LimitHint implements Hint {
    TEXT_TOO_LONG("String s = \"" + "x".repeat(70_000) + "\";", "\"" + "é".repeat(40_000) + "\".length()") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("limit.string", "limit.string.overflow")
                    ? "A text in quotes has at most 65,534 bytes in Java: read a longer one from a file with"
                            + " Files.readString(Path.of(…)), or cut it into several variables"
                    : null;
        }
    },

    CODE_TOO_LARGE("int f(int r) { " + "r = r * r + 12345; ".repeat(9_000) + "return r; }") {
        @Override
        public @Nullable String advice(Mistake m) {
            return m.is("limit.code")
                    ? "A method, or a block of statements, has at most 64 KiB of bytecode in Java: cut it into several,"
                            + " or read the data from a file"
                    : null;
        }
    };

    private final List<String> samples;

    LimitHint(String... samples) {
        this.samples = List.of(samples);
    }

    @Override
    public List<String> samples() {
        return samples;
    }
}
