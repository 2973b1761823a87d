package gradus.kernel.jshell;

/** What the next line of unfinished code begins with. */
final class Indent {

    private static final String STEP = "    ";

    private Indent() {}

    /** The blanks of the last line, and a step more if that line opens a bracket that it does not close. */
    static String after(String code) {
        String last = code.substring(code.lastIndexOf('\n') + 1);
        String blanks = last.substring(0, last.length() - last.stripLeading().length());
        return opened(last) > 0 ? blanks + STEP : blanks;
    }

    private static int opened(String line) {
        int open = 0;
        for (int i = 0; i < line.length(); i++) {
            open += "({[".indexOf(line.charAt(i)) >= 0 ? 1 : 0;
            open -= ")}]".indexOf(line.charAt(i)) >= 0 ? 1 : 0;
        }
        return open;
    }
}
