package gradus.render.scene;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final int[] BITS_DROPPED = {2, 3, 4, 5, 6};

    private Png() {}

    /**
     * The bytes of a PNG file.
     *
     * @param image of type {@link BufferedImage#TYPE_INT_RGB}
     */
    public static byte[] of(BufferedImage image) {
        var pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int height = image.getHeight();
        var colours = new Colours();
        var rows = rows(width, height, pixels, colours, null);
        if (colours.count() <= COLOURS) {
            return encoded(width, height, rows, colours.rgb());
        }
        var palette = new Colours();
        var places = reduced(colours, palette);
        return encoded(width, height, rows(width, height, pixels, colours, places), palette.rgb());
    }

    /**
     * For each colour its place in a palette of colours with fewer bits, as many as there is room for.
     *
     * @param palette empty
     */
    private static byte[] reduced(Colours colours, Colours palette) {
        var places = new byte[colours.count()];
        for (int dropped : BITS_DROPPED) {
            palette.clear();
            for (int i = 0; i < places.length; i++) {
                places[i] = (byte) palette.place(coarse(colours.colour(i), dropped));
            }
            if (palette.count() <= COLOURS) {
                return places;
            }
        }
        throw new IllegalStateException("a palette of 64 colours at most has room for all");
    }

    /** Each channel without its last bits, brought to 0–255 again, so that white stays white. */
    private static int coarse(int colour, int dropped) {
        int most = 0xff >> dropped;
        int coarse = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int level = (colour >> shift & 0xff) >> dropped;
            coarse |= (level * 0xff / most) << shift;
        }
        return coarse;
    }

    /**
     * The place of each pixel's colour; each row begins with its filter, 0 for none.
     *
     * @param places what stands for the place of a colour; null for itself
     */
    private static byte[] rows(int width, int height, int[] pixels, Colours colours, byte @Nullable [] places) {
        var rows = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            int from = y * width;
            int to = from + width;
            int row = y + 1; // as many bytes as there are filters so far stand before the pixels
            while (from < to) {
                // Most pixels are like their left neighbour: a run of them is looked up once and filled in at once.
                int colour = pixels[from];
                int end = from + 1;
                while (end < to && pixels[end] == colour) {
                    end++;
                }
                int place = colours.place(colour & 0xffffff);
                Arrays.fill(rows, row + from, row + end, places == null ? (byte) place : places[place]);
                from = end;
            }
        }
        return rows;
    }

    private static byte[] encoded(int width, int height, byte[] rows, byte[] palette) {
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
            chunk(out, "pHYs", density());
            chunk(out, "PLTE", palette);
            chunk(out, "IDAT", deflated(rows));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Twice the 96 pixels an inch of a page, so that an export to paper knows how large it is meant. */
    private static byte[] density() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            int perMetre = (int) Math.round(2 * 96 / 0.0254);
            data.writeInt(perMetre);
            data.writeInt(perMetre);
            data.writeByte(1); // the unit is the metre
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
}
