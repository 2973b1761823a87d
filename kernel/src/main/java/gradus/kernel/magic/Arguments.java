package gradus.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text behind a magic's name into arguments, so that a Java expression can be one of them. */
final class Arguments {

    private Arguments() {}

    /**
     * Splits at blanks, except inside quotes and brackets and after {@code new}: {@code f.add(x, 3) --depth 2} has three
     * arguments, {@code new double[] {1, 2}} is one. Quotes
     * around a whole argument are taken off; inside an expression they stay.
     */
    static List<String> split(String text) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) && depth <= 0) {
                if (start >= 0
                        && (text.substring(start, i).equals("new")
                                || text.substring(i).strip().startsWith("{"))) {
                    continue; // new double[] {1, 2} is one expression
                }
                if (start >= 0) {
                    arguments.add(unquoted(text.substring(start, i)));
                }
                start = -1;
                continue;
            }
            if (start < 0) {
                start = i;
            }
            if (c == '"' || c == '\'') {
                i = JavaScanner.endOfQuote(text, i);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        if (start >= 0) {
            arguments.add(unquoted(text.substring(start)));
        }
        return arguments;
    }

    private static String unquoted(String argument) {
        boolean quoted = argument.length() > 1
                && (argument.charAt(0) == '"' || argument.charAt(0) == '\'')
                && JavaScanner.endOfQuote(argument, 0) == argument.length() - 1;
        return quoted ? argument.substring(1, argument.length() - 1) : argument;
    }
}
