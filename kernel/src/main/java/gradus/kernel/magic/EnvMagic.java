package gradus.kernel.magic;

import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import gradus.kernel.work.Variables;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %env}: {@link Variables}. */
@Command(name = "%env", description = "Shows variables of the environment, or sets one for the shell.")
final class EnvMagic extends WorkMagic {

    /** A notebook is shown to others: what looks like a password is not listed. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(key|token|secret|passw|credential).*");

    @Parameters(arity = "0..1", paramLabel = "NAME[=VALUE]", description = "none lists them all")
    String argument = "";

    @Override
    public List<String> split(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip());
    }

    @Override
    public Object run(Session session) {
        int equals = argument.indexOf('=');
        if (equals >= 0) {
            String name = argument.substring(0, equals).strip();
            Variables.set(name, argument.substring(equals + 1).strip());
            return MimeBundle.text(
                    name + " is set for %%sh and %sh. System.getenv in Java still tells what the kernel started with.");
        }
        if (!argument.isEmpty()) {
            String value = Variables.get(argument);
            if (value == null) {
                throw new IllegalArgumentException("there is no variable " + argument + "; %env lists them all");
            }
            return MimeBundle.text(value);
        }
        return MimeBundle.text(Variables.all().entrySet().stream()
                .map(each ->
                        each.getKey() + "=" + (SECRET.matcher(each.getKey()).matches() ? "<hidden>" : each.getValue()))
                .collect(Collectors.joining("\n")));
    }

    @Override
    public List<String> completions(String typed) {
        return Variables.all().keySet().stream()
                .filter(each -> each.startsWith(typed))
                .toList();
    }

    @Override
    public String example() {
        return "%env GREETING=hello";
    }
}
