package gradus.kernel.work;

import gradus.kernel.session.CellFailure;
import gradus.kernel.session.InputRefused;
import gradus.kernel.session.Outputs;
import gradus.kernel.session.Sessions;
import gradus.kernel.session.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kernel as a cell sees it. Notebooks written for IJava, JJava and rapaio ask for it by {@link #getKernelInstance()};
 * the static methods need no import.
 */
public final class Kernel {

    private static final Kernel INSTANCE = new Kernel();

    private Kernel() {}

    public static Kernel getKernelInstance() {
        return INSTANCE;
    }

    /**
     * Runs text as a cell, magics included.
     *
     * @return the value of its last line; null where that has none
     * @throws CellFailure if it does not compile or throws
     */
    public static @Nullable Object eval(String code) throws CellFailure {
        Value value = Sessions.current().run(code);
        return value == null ? null : value.object();
    }

    /** The same as {@link #eval}, by its name in IJava. */
    public @Nullable Object evalRaw(String code) throws CellFailure {
        return eval(code);
    }

    /** Runs a line magic: {@code lineMagic("time", List.of("1 + 1"))}. */
    public static @Nullable Object lineMagic(String name, List<String> arguments) throws CellFailure {
        return eval("%" + name.replaceFirst("^%", "") + " " + String.join(" ", arguments));
    }

    /** Runs a cell magic: {@code cellMagic("html", List.of(), "<b>1</b>")}. */
    public static @Nullable Object cellMagic(String name, List<String> arguments, String body) throws CellFailure {
        return eval("%%" + name.replaceFirst("^%%?", "") + " " + String.join(" ", arguments) + "\n" + body);
    }

    /**
     * Asks for a line and waits until it is typed: {@code String name = input("Your name? ")}.
     *
     * @param prompt shown beside the field to type in
     * @return the line without its end; empty if nothing was typed
     * @throws InputRefused if nobody is there to type, as where a notebook is run from a command
     */
    public static String input(String prompt) {
        return Outputs.readLine(prompt, false);
    }

    /**
     * Asks for a line that is not shown while it is typed. It stands in no output and no history, but in the variable that
     * takes it: clear that when it has served.
     *
     * @throws InputRefused as {@link #input} does
     */
    public static String password(String prompt) {
        return Outputs.readLine(prompt, true);
    }

    /**
     * Points for a part of what was asked, as the value of a graded cell: {@link Score#of}. A method of the notebook can
     * take its place, which {@code %%score} refuses.
     */
    public static double score(double points, double most) {
        return Score.of(points, most);
    }

    /** Lets the cells use jars and folders of classes; see {@link ClassPath#add}. */
    public void addToClasspath(String... paths) {
        ClassPath.add(paths);
    }

    /** Shows a value now; see {@link gradus.kernel.display.Display#display}. */
    public void display(@Nullable Object value) {
        gradus.kernel.display.Display.display(value);
    }
}
