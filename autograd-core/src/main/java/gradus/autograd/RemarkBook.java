package gradus.autograd;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** What is to be said when a node is traced, beyond what the engine finds by itself: kept as long as the node lives. */
final class RemarkBook {

    private static final Map<Node, List<Remark>> BY_ROOT = Collections.synchronizedMap(new WeakHashMap<>());

    private RemarkBook() {}

    /** @param remarks with the numbers that nodes have in the trace of this root */
    static void put(Node root, List<Remark> remarks) {
        BY_ROOT.put(root, List.copyOf(remarks));
    }

    static List<Remark> of(Node root) {
        return BY_ROOT.getOrDefault(root, List.of());
    }
}
