package gradus.kernel.session;

import java.lang.reflect.Method;

/**
 * Stands in for {@code System.exit} in a cell: it would take the kernel and every variable with it. An error and not an
 * exception, so that {@code catch (Exception e)} lets it through, as the real call never returns either.
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
        Class<?> owner = method.getDeclaringClass();
        boolean isOfJvm = owner == System.class || owner == Runtime.class;
        if (isOfJvm && (method.getName().equals("exit") || method.getName().equals("halt"))) {
            throw new CellExit(owner.getSimpleName() + "." + method.getName());
        }
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
