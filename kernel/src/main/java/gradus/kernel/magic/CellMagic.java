package gradus.kernel.magic;

/** A magic that takes the rest of its cell as text. Its name begins with {@code %%}. */
public interface CellMagic {

    void body(String text);
}
