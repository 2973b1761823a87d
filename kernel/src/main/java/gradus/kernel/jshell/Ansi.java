package gradus.kernel.jshell;

/** Colours that read on light and dark ground alike. */
final class Ansi {

    private Ansi() {}

    static String red(String text) {
        return "\u001b[31m" + text + "\u001b[0m";
    }

    /** Without colours. */
    static String plain(String text) {
        return text.replaceAll("\u001b\\[\\d+m", "");
    }

    static String bold(String text) {
        return "\u001b[1m" + text + "\u001b[0m";
    }
}
