package gradus.kernel.magic;

import gradus.kernel.session.Cell;
import gradus.kernel.session.MimeBundle;
import gradus.kernel.session.Session;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %history}: {@link Session#history}. */
@Command(name = "%history", aliases = "%hist", description = "Shows the cells that you ran.", sortOptions = false)
final class HistoryMagic extends SessionMagic {

    private static final Pattern RANGE = Pattern.compile("(\\d+)(-)?(\\d+)?");

    @Parameters(arity = "0..*", paramLabel = "RANGE", description = "numbers of cells: 3, 3-5 or 3- (default: all)")
    List<String> ranges = List.of();

    @Option(names = "-n", description = "with their numbers")
    boolean numbered;

    @Option(names = "-l", paramLabel = "N", description = "the last N alone")
    @Nullable
    Integer last;

    @Option(names = "-g", paramLabel = "TEXT", description = "those that contain TEXT; * stands for anything")
    @Nullable
    String search;

    @Override
    public Object run(Session session) {
        List<Cell> found = session.history().stream()
                .filter(each -> ranges.isEmpty() || ranges.stream().anyMatch(range -> isIn(range, each.number())))
                .filter(each -> search == null || matches(each.code(), search))
                .toList();
        int from = last == null ? 0 : Math.max(0, found.size() - Math.max(0, last));
        String text = found.subList(from, found.size()).stream().map(this::line).collect(Collectors.joining("\n"));
        return MimeBundle.text(text.isEmpty() ? "No such cell." : text);
    }

    private String line(Cell cell) {
        return numbered ? "%4d: %s".formatted(cell.number(), cell.code().replace("\n", "\n      ")) : cell.code();
    }

    private static boolean isIn(String range, int number) {
        Matcher parts = RANGE.matcher(range);
        if (!parts.matches()) {
            throw new IllegalArgumentException(range + " is no range of cells; write 3, 3-5 or 3-");
        }
        int first = Integer.parseInt(parts.group(1));
        int end = parts.group(3) != null
                ? Integer.parseInt(parts.group(3))
                : parts.group(2) != null ? Integer.MAX_VALUE : first;
        return number >= first && number <= end;
    }

    private static boolean matches(String code, String search) {
        String pattern = "\\Q" + search.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E";
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(code).find();
    }

    @Override
    public String example() {
        return "%history -n -l 5";
    }
}
