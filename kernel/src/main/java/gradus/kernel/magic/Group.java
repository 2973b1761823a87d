package gradus.kernel.magic;

/** What magics are for, in the order in which {@code %help} shows them. */
enum Group {
    PICTURES("Pictures"),
    EXERCISES("Exercises"),
    WORK("Libraries, files, time"),
    CELLS("Whole cells"),
    SESSION("Session and help");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
