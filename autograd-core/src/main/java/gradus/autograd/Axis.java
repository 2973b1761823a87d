package gradus.autograd;

/**
 * One axis of an array, and how its elements lie in memory: element j of the axis stands at {@code (o·n + j)·inner + i}
 * for each o below {@code outer} and each i below {@code inner}. All elements together are one axis too.
 */
record Axis(int outer, int n, int inner) {

    static Axis of(Shape shape, int axis) {
        int outer = 1;
        for (int i = 0; i < axis; i++) {
            outer *= shape.axis(i);
        }
        return new Axis(outer, shape.axis(axis), shape.stride(axis));
    }

    /** The axis that an op's settings name first; all elements where they name none. */
    static Axis of(Shape shape, int[] settings) {
        return settings.length == 0 ? new Axis(1, shape.size(), 1) : of(shape, settings[0]);
    }

    /** What is done with one line along the axis. */
    @FunctionalInterface
    interface Line {

        /**
         * Takes the line.
         *
         * @param number which line, in the order of the elements of a reduced array
         * @param from its first element; the next lies {@link Axis#inner} further
         */
        void at(int number, int from);
    }

    void forEachLine(Line line) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < inner; i++) {
                line.at(o * inner + i, o * n * inner + i);
            }
        }
    }

    /** One more than the last element of a line. */
    int end(int from) {
        return from + n * inner;
    }
}
