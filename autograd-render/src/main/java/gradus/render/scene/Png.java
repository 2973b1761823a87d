package gradus.render.scene;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an image as PNG with a palette (Portable Network Graphics, third edition, W3C 2025). A drawing has few colours:
 * one byte a pixel is a third of the work, and of the file, that ImageIO's three bytes are; and what it spends on the
 * smallest file is more than all the drawing.
 */
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVEL = 2;
    private static final int COLOURS = 256;

    /** An edge of a letter has dozens of shades; colours that differ by less than this many bits are one. */
    private static final int[] BITS_DROPPED = {0, 2, 3, 4, 5};

    private Png() {}

    /**
     * The bytes of a PNG file.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB}
     */
    public static byte[] of(BufferedImage image) {
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int dropped : BITS_DROPPED) {
            var palette = new Palette(dropped);
            var rows = rows(image.getWidth(), image.getHeight(), pixels, palette);
            if (rows != null) {
                return encoded(image.getWidth(), image.getHeight(), rows, palette);
            }
        }
        throw new IllegalStateException("a palette of 512 colours at most has room for all");
    }

    /** Each row begins with its filter, 0 for none; null if the palette has no room for all colours. */
    private static byte @Nullable [] rows(int width, int height, int[] pixels, Palette palette) {
        var rows = new byte[(width + 1) * height];
        int last = ~pixels[0]; // the first pixel is a colour to be found, white (−1) too
        int index = 0;
        for (int y = 0; y < height; y++) {
            int row = y * (width + 1) + 1;
            for (int x = 0; x < width; x++) {
                int colour = pixels[y * width + x];
                if (colour != last) {
                    last = colour;
                    index = palette.index(colour);
                    if (index < 0) {
                        return null;
                    }
                }
                rows[row + x] = (byte) index;
            }
        }
        return rows;
    }

    private static byte[] encoded(int width, int height, byte[] rows, Palette palette) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            var head = new ByteArrayOutputStream();
            try (var data = new DataOutputStream(head)) {
                data.writeInt(width);
                data.writeInt(height);
                // Eight bits a pixel, of a palette, deflated, filtered by rows, not interlaced.
                data.write(new byte[] {8, 3, 0, 0, 0});
            }
            chunk(out, "IHDR", head.toByteArray());
            chunk(out, "PLTE", palette.bytes());
            chunk(out, "IDAT", deflated(rows));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(LEVEL);
        try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 14)) {
            out.write(rows);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    /** The colours of an image, the first of each group of like ones for all of the group. An open hash table. */
    private static final class Palette {

        private static final int SLOTS = 4 * COLOURS;

        private final int mask;
        private final int[] keys = new int[SLOTS];
        private final int[] values = new int[SLOTS];
        private final boolean[] taken = new boolean[SLOTS];
        private final byte[] rgb = new byte[3 * COLOURS];
        private int count;

        Palette(int bitsDropped) {
            int kept = (0xff << bitsDropped) & 0xff;
            mask = kept << 16 | kept << 8 | kept;
        }

        /** The place of a colour in the palette; −1 if there is no room for it. */
        int index(int pixel) {
            int slot = slot(pixel & mask);
            if (!taken[slot]) {
                if (count == COLOURS) {
                    return -1;
                }
                taken[slot] = true;
                keys[slot] = pixel & mask;
                values[slot] = count;
                rgb[3 * count] = (byte) (pixel >> 16);
                rgb[3 * count + 1] = (byte) (pixel >> 8);
                rgb[3 * count + 2] = (byte) pixel;
                count++;
            }
            return values[slot];
        }

        private int slot(int key) {
            int slot = ((key * 0x9E3779B1) >>> 16) % SLOTS;
            while (taken[slot] && keys[slot] != key) {
                slot = (slot + 1) % SLOTS;
            }
            return slot;
        }

        byte[] bytes() {
            return java.util.Arrays.copyOf(rgb, 3 * count);
        }
    }
}
