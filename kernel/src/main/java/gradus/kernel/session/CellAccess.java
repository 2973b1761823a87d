package gradus.kernel.session;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Stands in for {@code setAccessible} and its kin in a cell. What is private in the kernel stays so: the right answers of
 * exercises, the text of hidden tests, and what gives the points.
 */
public final class CellAccess {

    /** By {@code Unsafe}, whatever is closed could be changed all the same. */
    private static final List<String> CLOSED = List.of("gradus.kernel.", "jdk.jshell.", "sun.misc.Unsafe");

    private static final List<String> OPENING = List.of("setAccessible", "trySetAccessible", "privateLookupIn");

    private CellAccess() {}

    private static boolean isClosed(Class<?> type) {
        return CLOSED.stream().anyMatch(type.getName()::startsWith);
    }

    private static boolean isClosed(AccessibleObject member) {
        return member instanceof Member known && isClosed(known.getDeclaringClass());
    }

    private static InaccessibleObjectException refusal(Object what) {
        return new InaccessibleObjectException(what + " is the kernel's own, and cells cannot open it.");
    }

    /** What {@code member.setAccessible(isOpen)} becomes. */
    public static void setAccessible(AccessibleObject member, boolean isOpen) {
        if (isOpen && isClosed(member)) {
            throw refusal(member);
        }
        member.setAccessible(isOpen);
    }

    /** What {@code AccessibleObject.setAccessible(members, isOpen)} becomes. */
    public static void setAccessible(AccessibleObject[] members, boolean isOpen) {
        for (AccessibleObject each : members) {
            setAccessible(each, isOpen);
        }
    }

    /** What {@code member.trySetAccessible()} becomes. */
    public static boolean trySetAccessible(AccessibleObject member) {
        return !isClosed(member) && member.trySetAccessible();
    }

    /** What {@code MethodHandles.privateLookupIn(type, caller)} becomes. */
    public static MethodHandles.Lookup privateLookupIn(Class<?> type, MethodHandles.Lookup caller)
            throws IllegalAccessException {
        if (isClosed(type)) {
            throw refusal(type);
        }
        return MethodHandles.privateLookupIn(type, caller);
    }

    /** What comes before {@code method.invoke(…)}: a call of one of these by another way. */
    static void invoke(Method method) {
        String owner = method.getDeclaringClass().getName();
        boolean isOpening = owner.startsWith("java.lang.reflect.") || owner.equals(MethodHandles.class.getName());
        if (isOpening && OPENING.contains(method.getName())) {
            throw refusal(method);
        }
    }
}
