package gradus.kernel.jupyter;

import com.google.gson.JsonArray;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cells of this session, for a console's arrow keys; kept in memory only. */
final class History {

    private static final int SESSION = 1;

    private record Entry(int number, String code, @Nullable String result) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(int number, String code) {
        entries.add(new Entry(number, code, null));
    }

    /** The result of the cell that was added last. */
    synchronized void result(String text) {
        Entry last = entries.remove(entries.size() - 1);
        entries.add(new Entry(last.number(), last.code(), text));
    }

    synchronized JsonArray find(HistoryRequest request) {
        var found = new JsonArray();
        select(request).forEach(each -> found.add(tuple(each, request.includeOutput())));
        return found;
    }

    private List<Entry> select(HistoryRequest request) {
        if (request instanceof HistoryRequest.Tail tail) {
            return last(entries, tail.getMaxReturnLength());
        }
        if (request instanceof HistoryRequest.Range range) {
            return entries.stream().filter(each -> isIn(range, each.number())).toList();
        }
        if (request instanceof HistoryRequest.Search search) {
            Pattern pattern = glob(search.getPattern());
            Stream<Entry> matching =
                    entries.stream().filter(each -> pattern.matcher(each.code()).matches());
            var seen = new HashSet<String>();
            List<Entry> found = matching.filter(each -> !search.filterUnique() || seen.add(each.code()))
                    .toList();
            return search.getMaxReturnLength() > 0 ? last(found, search.getMaxReturnLength()) : found;
        }
        return List.of();
    }

    /** Session 0 is this one, and there is no other; a stop of 0 means to the end. */
    private static boolean isIn(HistoryRequest.Range range, int number) {
        boolean mine = range.getSessionIndex() == 0 || range.getSessionIndex() == SESSION;
        return mine && number >= range.getStart() && (range.getStop() <= 0 || number < range.getStop());
    }

    private static List<Entry> last(List<Entry> all, int count) {
        return all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size());
    }

    private static Pattern glob(@Nullable String pattern) {
        String glob = pattern == null ? "*" : pattern;
        String regex = "\\Q" + glob.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static JsonArray tuple(Entry entry, boolean withOutput) {
        var tuple = new JsonArray();
        tuple.add(SESSION);
        tuple.add(entry.number());
        if (withOutput) {
            var both = new JsonArray();
            both.add(entry.code());
            both.add(entry.result());
            tuple.add(both);
        } else {
            tuple.add(entry.code());
        }
        return tuple;
    }
}
