package gradus.kernel.session;

/**
 * A cell as the student sent it.
 *
 * @param number the number in brackets beside the cell
 * @param code its text, lines ended by {@code \n}
 */
public record Cell(int number, String code) {}
