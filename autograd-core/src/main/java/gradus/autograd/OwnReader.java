package gradus.autograd;

import gradus.autograd.dense.Interrupts;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the graph of a student's own objects as it is: operands before results. A flat loop, whatever the depth; each
 * object is read once.
 */
final class OwnReader {

    private final IdentityHashMap<Object, OwnNode> found = new IdentityHashMap<>();
    private final List<OwnNode> order = new ArrayList<>();
    private final Class<?> family;

    private OwnReader(Object root) {
        Class<?> top = root.getClass();
        for (var each = top.getSuperclass(); each != null && !OwnMembers.isForeign(each); each = each.getSuperclass()) {
            top = each;
        }
        family = top;
    }

    /** Whether this is an object with value, and gradient or children. */
    static boolean isNode(@Nullable Object object) {
        return object != null
                && !OwnMembers.isForeign(object.getClass())
                && OwnMembers.of(object).isNode();
    }

    /**
     * All nodes behind this one, itself last.
     *
     * @throws IllegalArgumentException if it cannot be read, or a node is among its own operands
     */
    static List<OwnNode> read(Object root) {
        var reader = new OwnReader(root);
        reader.search(root);
        return reader.order;
    }

    private void search(Object root) {
        var path = new ArrayDeque<OwnNode>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            if (order.size() % Interrupts.EVERY == 0) {
                Interrupts.check();
            }
            var node = path.peek();
            if (node.next == node.waiting.size()) {
                node.done = true;
                node.waiting = List.of();
                order.add(node);
                path.pop();
                continue;
            }
            var next = node.waiting.get(node.next++);
            var known = found.get(next);
            if (known == null) {
                known = enter(next);
                path.push(known);
            } else if (!known.done) {
                throw cycle(known, path);
            }
            node.children.add(known);
        }
    }

    private static IllegalArgumentException cycle(OwnNode node, ArrayDeque<OwnNode> path) {
        int length = 1;
        for (var each : path) {
            if (each == node) {
                break;
            }
            length++;
        }
        return new IllegalArgumentException("the graph goes round in a circle: a " + className(node.object)
                + " of value " + Numbers.brief(node.value)
                + (length == 1 ? " is a child of its own" : " is reached again from itself, over edges: " + length)
                + ". What was computed can lead back only to what was there before: look where children are added");
    }

    static String className(Object object) {
        return object.getClass().getSimpleName();
    }

    private OwnNode enter(Object object) {
        var node = new OwnNode(object);
        found.put(object, node);
        var members = OwnMembers.of(object);
        var value = members.value == null ? null : members.value.of(object);
        var number = number(value);
        if (number == null) {
            throw new IllegalArgumentException("the value of a " + className(object) + " is "
                    + (value == null ? "null" : "of class " + value.getClass().getTypeName())
                    + ", and a number is needed");
        }
        node.value = number;
        node.isFloat = value instanceof Float;
        node.grad = members.grad == null ? null : number(members.grad.of(object));
        node.op = text(members.op, object);
        var name = text(members.label, object);
        if (node.op.isEmpty() && !OpGuess.named(name).isEmpty()) {
            node.op = name;
        } else {
            node.label = name;
        }
        if (node.op.isEmpty() && !OpGuess.named(className(object)).isEmpty()) {
            node.op = className(object);
        }
        new Edges(members, object).into(node);
        return node;
    }

    private static String text(OwnMembers.@Nullable Member member, Object object) {
        return member != null && member.of(object) instanceof CharSequence text ? text.toString() : "";
    }

    /** A number, or an array of one number; null for anything else. */
    static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value != null && value.getClass().isArray() && Array.getLength(value) == 1
                ? number(Array.get(value, 0))
                : null;
    }

    /** The children of one object, with their local gradients. */
    private final class Edges {

        private final OwnMembers members;
        private final Object object;
        private final List<Object> nodes = new ArrayList<>();
        private final List<Double> locals = new ArrayList<>();

        /** For each child its place among all that stand there, null elements too: where its local gradient may be. */
        private final List<Integer> places = new ArrayList<>();

        private int bare;

        Edges(OwnMembers members, Object object) {
            this.members = members;
            this.object = object;
        }

        void into(OwnNode node) {
            var container = members.children == null ? null : members.children.of(object);
            if (container != null) {
                addAll(container);
            } else if (members.children == null) {
                int place = 0;
                for (var member : members.others) {
                    var child = member.of(object);
                    if (child != null && isOne(child)) {
                        addBare(child, place++);
                    }
                }
            }
            if (bare > 0 && bare == nodes.size()) {
                takeLocals();
            }
            node.waiting = nodes;
            node.locals.addAll(locals);
        }

        private void addAll(Object container) {
            if (container instanceof Map<?, ?> map) {
                map.forEach((key, value) -> addPair(java.util.Arrays.asList(key, value)));
                return;
            }
            var elements = elements(container);
            if (elements == null) {
                if (isOne(container)) {
                    addBare(container, 0);
                }
                return;
            }
            for (int i = 0; i < elements.size(); i++) {
                var element = elements.get(i);
                if (element != null && isOne(element)) {
                    addBare(element, i);
                } else if (element != null) {
                    addPair(components(element));
                }
            }
        }

        private void addBare(Object child, int place) {
            nodes.add(child);
            locals.add(Double.NaN);
            places.add(place);
            bare++;
        }

        /** Of the parts of a pair, one is the child and one the local gradient, in whatever order. */
        private void addPair(List<?> parts) {
            Object child = null;
            Double local = null;
            for (var part : parts) {
                if (child == null && part != null && isOne(part)) {
                    child = part;
                } else if (local == null) {
                    local = number(part);
                }
            }
            if (child != null) {
                nodes.add(child);
                locals.add(local == null ? Double.NaN : local);
                places.add(places.size());
            }
        }

        /** Local gradients that stand beside the children, in a list or in fields of their own. */
        private void takeLocals() {
            int count = places.get(places.size() - 1) + 1;
            var beside = members.locals == null ? null : numbers(members.locals.of(object));
            if (beside == null && members.children != null) {
                for (var member : members.others) {
                    var numbers = numbers(member.of(object));
                    beside = numbers != null && numbers.size() == count ? numbers : beside;
                }
            }
            if (beside == null && members.children == null) {
                beside = new ArrayList<>();
                for (var member : members.others) {
                    var number = number(member.of(object));
                    if (number != null) {
                        beside.add(number);
                    }
                }
            }
            if (beside != null && beside.size() >= count) {
                for (int i = 0; i < nodes.size(); i++) {
                    locals.set(i, beside.get(places.get(i)));
                }
            }
        }
    }

    private boolean isOne(Object object) {
        return isNode(object) || (family.isInstance(object) && OwnMembers.of(object).value != null);
    }

    /** The elements of an array, or of a collection of the JDK; null for anything else. */
    private static @Nullable List<@Nullable Object> elements(Object container) {
        var all = new ArrayList<@Nullable Object>();
        if (container.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(container); i++) {
                all.add(Array.get(container, i));
            }
            return all;
        }
        if (container instanceof Collection<?> collection && OwnMembers.isForeign(container.getClass())) {
            all.addAll(collection);
            return all;
        }
        return null;
    }

    private static List<@Nullable Object> components(Object pair) {
        var elements = elements(pair);
        if (elements != null) {
            return elements;
        }
        var all = new ArrayList<@Nullable Object>();
        if (pair instanceof Map.Entry<?, ?> entry) {
            all.add(entry.getKey());
            all.add(entry.getValue());
            return all;
        }
        for (var field : OwnMembers.fields(pair.getClass())) {
            var member = OwnMembers.member(field);
            if (member != null) {
                all.add(member.of(pair));
            }
        }
        return all;
    }

    private static @Nullable List<Double> numbers(@Nullable Object container) {
        var elements = container == null ? null : elements(container);
        if (elements == null || elements.isEmpty()) {
            return null;
        }
        var all = new ArrayList<Double>();
        for (var element : elements) {
            var number = number(element);
            if (number == null) {
                return null;
            }
            all.add(number);
        }
        return all;
    }
}
