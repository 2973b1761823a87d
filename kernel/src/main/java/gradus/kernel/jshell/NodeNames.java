package gradus.kernel.jshell;

import gradus.autograd.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the nodes of the engine the names of the student's variables: {@code w}, {@code w[0]}, {@code w[0][1]}. */
final class NodeNames {

    /** A longer array is no list of things to be told apart by a reader. */
    private static final int MOST_ELEMENTS = 1_000;

    private static final int DEEPEST = 3;

    private NodeNames() {}

    static void give(Map<String, @Nullable Object> variables) {
        variables.forEach(NodeNames::give);
    }

    static void give(String name, @Nullable Object value) {
        give(name, value, 0);
    }

    private static void give(String name, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return; // a list may hold itself
        }
        if (value instanceof Node node) {
            node.nameIfUnnamed(name);
        } else if (value instanceof Object[] array && array.length <= MOST_ELEMENTS) {
            for (int i = 0; i < array.length; i++) {
                give(name + "[" + i + "]", array[i], depth + 1);
            }
        } else if (value instanceof List<?> list && list.size() <= MOST_ELEMENTS && isOfNodes(list)) {
            for (int i = 0; i < list.size(); i++) {
                give(name + "[" + i + "]", list.get(i), depth + 1);
            }
        }
    }

    /** Only lists that certainly hold nodes are walked: a list of the student's own may do anything when asked. */
    private static boolean isOfNodes(List<?> list) {
        return list.getClass().getName().startsWith("java.util.")
                && !list.isEmpty()
                && (list.get(0) instanceof Node || list.get(0) instanceof Object[] || list.get(0) instanceof List<?>);
    }
}
