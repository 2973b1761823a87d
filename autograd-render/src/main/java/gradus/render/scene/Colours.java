package gradus.render.scene;

import java.util.Arrays;

/** Colours in the order in which they were met, each once. An open hash table of numbers. */
final class Colours {

    private static final int FIRST_SLOTS = 1024;

    /** For each slot the place of its colour + 1; 0 where the slot is free. */
    private int[] slots = new int[FIRST_SLOTS];

    private int[] colours = new int[FIRST_SLOTS];
    private int count;

    /** Which of the colours this one is, from 0; it is added where it is new. */
    int place(int colour) {
        int slot = slot(colour);
        if (slots[slot] == 0) {
            if (2 * count == slots.length) {
                grow();
                slot = slot(colour);
            }
            colours[count] = colour;
            slots[slot] = ++count;
        }
        return slots[slot] - 1;
    }

    private int slot(int colour) {
        int last = slots.length - 1;
        int mixed = colour * 0x9E3779B1; // the golden ratio: near colours fall far apart
        int slot = (mixed ^ mixed >>> 15) & last;
        while (slots[slot] != 0 && colours[slots[slot] - 1] != colour) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        colours = Arrays.copyOf(colours, slots.length);
        for (int i = 0; i < count; i++) {
            slots[slot(colours[i])] = i + 1;
        }
    }

    int count() {
        return count;
    }

    int colour(int place) {
        return colours[place];
    }

    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    /** Red, green and blue of each, a byte each. */
    byte[] rgb() {
        var rgb = new byte[3 * count];
        for (int i = 0; i < count; i++) {
            rgb[3 * i] = (byte) (colours[i] >> 16);
            rgb[3 * i + 1] = (byte) (colours[i] >> 8);
            rgb[3 * i + 2] = (byte) colours[i];
        }
        return rgb;
    }
}
