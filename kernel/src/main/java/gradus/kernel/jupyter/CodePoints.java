package gradus.kernel.jupyter;

/** Jupyter counts the characters of code in code points, Java in UTF-16 units; they differ after an emoji. */
final class CodePoints {

    private CodePoints() {}

    static int toIndex(String code, int codePoints) {
        int count = Math.max(0, Math.min(codePoints, code.codePointCount(0, code.length())));
        return code.offsetByCodePoints(0, count);
    }

    static int fromIndex(String code, int index) {
        return code.codePointCount(0, index);
    }
}
