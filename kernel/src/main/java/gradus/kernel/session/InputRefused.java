package gradus.kernel.session;

/**
 * The cell reads input, and the frontend that runs it has said that nobody is there to type. Unchecked, because {@code
 * Scanner} keeps an {@code IOException} to itself and says "No line found" instead.
 */
public final class InputRefused extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public InputRefused() {
        super("The cell reads input, but whoever runs this notebook cannot type an answer (stdin is not allowed)."
                + " Run the cell in an interactive notebook, or put the value into a variable.");
    }
}
