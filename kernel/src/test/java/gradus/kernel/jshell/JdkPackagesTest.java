package gradus.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JdkPackagesTest {

    @Test
    void packages_areThoseThatACellMayUse() {
        assertThat(JdkPackages.ofModules(""))
                .contains("java.util", "java.util.concurrent.atomic", "javax.swing", "java.net.http")
                .noneMatch(each -> each.startsWith("jdk.internal") || each.startsWith("sun.security"));
    }

    @Test
    void completion_knowsThemAndNoClassFileWasVisited() throws ReflectiveOperationException, IOException {
        JdkPackages.tell();
        try (JShell jshell = JShell.create()) {
            SourceCodeAnalysis analysis = jshell.sourceCodeAnalysis();
            Object nothing =
                    Reflection.call(Reflection.method(analysis.getClass(), "waitBackgroundTaskFinished"), analysis);
            assertThat(nothing).isNull();

            assertThat(offered(analysis, "import java.util.concurrent.")).contains("atomic.", "locks.");
            assertThat(offered(analysis, "java.n")).containsExactlyInAnyOrder("net.", "nio.");
            var known = (Map<?, ?>) Objects.requireNonNull(
                    Reflection.readOrNull(Reflection.field(analysis.getClass(), "PATH_TO_INDEX"), null));
            long jdks = known.entrySet().stream()
                    .filter(each -> each.getKey().toString().endsWith("modules"))
                    .filter(each -> classes(each.getValue()).isEmpty())
                    .count();
            assertThat(jdks).isEqualTo(1);
        }
    }

    private static Map<?, ?> classes(Object index) {
        try {
            return (Map<?, ?>) Reflection.read(index, "classSimpleName2FQN");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static List<String> offered(SourceCodeAnalysis analysis, String code) {
        return analysis.completionSuggestions(code, code.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .toList();
    }
}
