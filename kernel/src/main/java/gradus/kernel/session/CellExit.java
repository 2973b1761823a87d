package gradus.kernel.session;

import java.lang.reflect.Method;

/**
 * Stands in for {@code System.exit} in a cell, and in a library that a cell has put on the class path: it would take the
 * kernel and every variable with it. An error and not an exception, so that {@code catch (Exception e)} lets it through, as
 * the real call never returns either.
 *
 * <p>It stands for direct calls, method references, method handles that are looked up, and {@code Method.invoke}. What
 * reaches {@code exit} through a class of the JDK, such as {@code java.beans.Statement}, still ends the kernel, and so does
 * a signal: since the security manager is gone, nothing in the JVM can forbid that.
 */
@SuppressWarnings("DoNotCallSuggester") // bytecode calls them, and no source
public final class CellExit extends Error {

    private static final long serialVersionUID = 1;

    private CellExit(String call) {
        super(call + " would end the kernel and lose every variable, so the cell ends here instead."
                + " To end the kernel, shut it down from the notebook's menu.");
    }

    /** What {@code System.exit(status)} becomes. */
    public static void exit(int status) {
        throw new CellExit("System.exit(" + status + ")");
    }

    /** What comes before {@code method.invoke(…)}: the call is refused if it is one of these by another way. */
    public static void invoke(Method method) {
        CellAccess.invoke(method);
        Class<?> owner = method.getDeclaringClass();
        if (isMeant(owner, method.getName())) {
            throw new CellExit(owner.getSimpleName() + "." + method.getName());
        }
    }

    static boolean isMeant(Class<?> owner, String method) {
        boolean isOfJvm = owner == System.class || owner == Runtime.class;
        return isOfJvm && (method.equals("exit") || method.equals("halt"));
    }

    /** What {@code Runtime.getRuntime().exit(status)} becomes. */
    public static void exit(Runtime runtime, int status) {
        throw new CellExit("Runtime.exit(" + status + ")");
    }

    /** What {@code Runtime.getRuntime().halt(status)} becomes. */
    public static void halt(Runtime runtime, int status) {
        throw new CellExit("Runtime.halt(" + status + ")");
    }
}
