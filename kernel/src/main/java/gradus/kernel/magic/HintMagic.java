package gradus.kernel.magic;

import gradus.kernel.exercise.Exercise;
import gradus.kernel.exercise.Exercises;
import gradus.kernel.exercise.Sheets;
import gradus.kernel.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %hint diamond}: {@link Sheets#hint}. */
@Command(name = "%hint", description = "Shows the next step of the hint of an exercise, with those before it.")
final class HintMagic extends Magic {

    @Parameters(index = "0", paramLabel = "EXERCISE", description = "its name; %%check lists them")
    String id = "";

    @Override
    public Object run(Session session) {
        return Sheets.hint(Exercises.of(id));
    }

    @Override
    public List<String> completions(String typed) {
        return Exercises.all().stream().map(Exercise::id).toList();
    }

    @Override
    public String example() {
        return "%hint diamond";
    }

    @Override
    Group group() {
        return Group.EXERCISES;
    }
}
