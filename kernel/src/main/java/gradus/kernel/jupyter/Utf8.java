package gradus.kernel.jupyter;

/** Characters as bytes. */
final class Utf8 {

    private static final int LONGEST = 4;

    private Utf8() {}

    /** How many bytes at the end begin a character that is not whole. */
    static int unfinished(byte[] bytes) {
        for (int back = 1; back <= Math.min(LONGEST, bytes.length); back++) {
            int octet = bytes[bytes.length - back] & 0xFF;
            if ((octet & 0xC0) != 0x80) { // no continuation: here a character begins
                return length(octet) > back ? back : 0;
            }
        }
        return 0;
    }

    private static int length(int first) {
        if (first < 0xC0) {
            return 1;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : LONGEST;
    }
}
