package gradus.kernel.session;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** What the calls of a {@link Lookup} in a cell become: a handle of {@code System.exit} is one of {@link CellExit}. */
public final class ExitHandles {

    private ExitHandles() {}

    /** What {@code lookup.findStatic(…)} becomes. */
    public static MethodHandle findStatic(Lookup lookup, Class<?> owner, String name, MethodType type)
            throws ReflectiveOperationException {
        return CellExit.isMeant(owner, name) ? ofExit(name, type) : lookup.findStatic(owner, name, type);
    }

    /** What {@code lookup.findVirtual(…)} becomes. */
    public static MethodHandle findVirtual(Lookup lookup, Class<?> owner, String name, MethodType type)
            throws ReflectiveOperationException {
        return CellExit.isMeant(owner, name)
                ? ofExit(name, type.insertParameterTypes(0, owner))
                : lookup.findVirtual(owner, name, type);
    }

    /** What {@code lookup.bind(…)} becomes. */
    public static MethodHandle bind(Lookup lookup, Object receiver, String name, MethodType type)
            throws ReflectiveOperationException {
        Class<?> owner = receiver.getClass();
        return CellExit.isMeant(owner, name)
                ? ofExit(name, type.insertParameterTypes(0, owner)).bindTo(receiver)
                : lookup.bind(receiver, name, type);
    }

    /** What {@code lookup.unreflect(method)} becomes. */
    public static MethodHandle unreflect(Lookup lookup, Method method) throws ReflectiveOperationException {
        CellExit.invoke(method);
        return lookup.unreflect(method);
    }

    private static MethodHandle ofExit(String name, MethodType type) throws ReflectiveOperationException {
        return MethodHandles.lookup().findStatic(CellExit.class, name, type);
    }
}
