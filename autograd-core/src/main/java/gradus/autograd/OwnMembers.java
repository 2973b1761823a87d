package gradus.autograd;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a student's class calls its value, its gradient and its children. Fields come before methods, so that as little as
 * possible of the student's code is run.
 */
final class OwnMembers {

    private static final List<String> VALUE =
            List.of("value", "val", "v", "data", "number", "num", "output", "out", "result");
    private static final List<String> GRAD = List.of(
            "grad", "gradient", "g", "adjoint", "adj", "derivative", "deriv", "diff", "bar", "gradvalue", "dvalue");
    private static final List<String> CHILDREN = List.of(
            "children",
            "childs",
            "kids",
            "parents",
            "prev",
            "previous",
            "operands",
            "inputs",
            "ins",
            "deps",
            "dependencies",
            "args",
            "arguments",
            "edges",
            "sources",
            "terms",
            "links",
            "from");
    private static final List<String> LOCALS = List.of(
            "locals",
            "local",
            "localgradients",
            "localgradient",
            "localgrads",
            "localgrad",
            "partials",
            "partialderivatives",
            "derivatives",
            "derivs",
            "grads",
            "gradients",
            "weights",
            "coefficients",
            "factors");
    private static final List<String> OP =
            List.of("op", "operation", "operator", "opname", "symbol", "function", "func", "fn", "gradfn", "kind");
    private static final List<String> LABEL = List.of("label", "name");

    private static final ClassValue<OwnMembers> OF_CLASS = new ClassValue<>() {
        @Override
        protected OwnMembers computeValue(Class<?> type) {
            return new OwnMembers(type);
        }
    };

    /** A field, or a method without parameters. */
    interface Member {
        @Nullable
        Object of(Object owner);
    }

    final @Nullable Member value;
    final @Nullable Member grad;
    final @Nullable Member children;
    final @Nullable Member locals;
    final @Nullable Member op;
    final @Nullable Member label;

    /** The fields that have no role, in the order of declaration. */
    final List<Member> others = new ArrayList<>();

    /** Whether a field has the type of the class itself. */
    final boolean hasOwnField;

    private OwnMembers(Class<?> type) {
        var fields = fields(type);
        var used = ConcurrentHashMap.<Field>newKeySet();
        value = find(type, fields, VALUE, used);
        grad = find(type, fields, GRAD, used);
        children = find(type, fields, CHILDREN, used);
        locals = find(type, fields, LOCALS, used);
        op = find(type, fields, OP, used);
        label = find(type, fields, LABEL, used);
        boolean own = false;
        for (var field : fields) {
            own |= field.getType() != Object.class && field.getType().isAssignableFrom(type);
            var member = used.contains(field) ? null : member(field);
            if (member != null) {
                others.add(member);
            }
        }
        hasOwnField = own;
    }

    static OwnMembers of(Object object) {
        return OF_CLASS.get(object.getClass());
    }

    /** Whether objects of this class can be nodes: they have a value, and a gradient or a place for children. */
    boolean isNode() {
        return value != null && (grad != null || children != null || hasOwnField);
    }

    /** Whether the class is of the JDK or of Gradus: those are not read by the names of their fields. */
    static boolean isForeign(Class<?> type) {
        var name = type.getName();
        return type.isArray()
                || type.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || Node.class.isAssignableFrom(type);
    }

    /** All fields of the object, those of the superclasses first. */
    static List<Field> fields(Class<?> type) {
        var all = new ArrayList<Field>();
        for (Class<?> each = type; each != null && !isForeign(each); each = each.getSuperclass()) {
            var here = new ArrayList<Field>();
            for (var field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    here.add(field);
                }
            }
            all.addAll(0, here);
        }
        return all;
    }

    private static @Nullable Member find(
            Class<?> type, List<Field> fields, List<String> names, java.util.Set<Field> used) {
        for (var name : names) {
            for (var field : fields) {
                if (plain(field.getName()).equals(name) && !used.contains(field)) {
                    used.add(field);
                    return member(field);
                }
            }
        }
        for (var name : names) {
            for (Class<?> each = type; each != null && !isForeign(each); each = each.getSuperclass()) {
                for (var method : each.getDeclaredMethods()) {
                    if (isGetter(method)
                            && plain(method.getName().replaceFirst("^get(?=[A-Z])", ""))
                                    .equals(name)) {
                        return member(method);
                    }
                }
            }
        }
        return null;
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !Modifier.isAbstract(method.getModifiers())
                && !method.isSynthetic();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    static @Nullable Member member(Field field) {
        return open(field) ? owner -> get(() -> field.get(owner)) : null;
    }

    private static @Nullable Member member(Method method) {
        return open(method) ? owner -> get(() -> method.invoke(owner)) : null;
    }

    private static boolean open(AccessibleObject member) {
        try {
            member.setAccessible(true);
            return true;
        } catch (RuntimeException e) { // a module that is not open: such a class cannot be a cell's
            return false;
        }
    }

    private interface Access {
        @Nullable
        Object get() throws ReflectiveOperationException;
    }

    private static @Nullable Object get(Access access) {
        try {
            return access.get();
        } catch (ReflectiveOperationException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException("an object of the graph cannot be read: " + cause, e);
        }
    }
}
