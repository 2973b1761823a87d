package gradus.kernel.magic;

import gradus.kernel.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * What a line such as {@code %graph f} does. Its name and description stand in the {@code @Command} of the class, its
 * arguments in the fields; one instance serves one line.
 */
public abstract class Magic {

    /**
     * Does it.
     *
     * @return what to show as the value of the line; null for nothing
     * @throws Exception whatever goes wrong; an {@code IllegalArgumentException} where an argument is at fault
     */
    public abstract @Nullable Object run(Session session) throws Exception;

    /** One line that works in a fresh session, after {@link #preparation}. */
    public abstract String example();

    /** Java that the example needs; empty if none. */
    public String preparation() {
        return "";
    }

    /** The arguments in the text behind the name. */
    public List<String> split(String text) {
        return Arguments.split(text);
    }

    /** Ways to go on from the argument that is being typed; none where only Java could be there. */
    public List<String> completions(String typed) {
        return List.of();
    }

    /** What it is for. */
    Group group() {
        return Group.PICTURES;
    }

    /** Other names, by which notebooks of other kernels call it. */
    public final List<String> aliases() {
        return List.of(command().aliases());
    }

    /** The name, with its one or two percent signs. */
    public final String name() {
        return command().name();
    }

    /** What it does, in one sentence. */
    public final String description() {
        return String.join(" ", command().description());
    }

    private Command command() {
        Command command = getClass().getAnnotation(Command.class);
        if (command == null) {
            throw new IllegalStateException(getClass() + " needs a @Command with its name.");
        }
        return command;
    }
}
