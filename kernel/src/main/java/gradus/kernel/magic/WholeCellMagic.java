package gradus.kernel.magic;

/** A magic that takes the rest of its cell as text. */
abstract class WholeCellMagic extends Magic implements CellMagic {

    private String text = "";

    @Override
    public final void body(String given) {
        text = given;
    }

    /** The lines below the magic. */
    final String text() {
        return text;
    }

    @Override
    final Group group() {
        return Group.CELLS;
    }
}
