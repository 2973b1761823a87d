package gradus.kernel.work;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Takes the values of timed code, so that the JIT compiler cannot leave out the work that made them. */
@SuppressWarnings("unused")
public final class Kept {

    private static final VarHandle OBJECT = handle("object", Object.class);
    private static final VarHandle NUMBER = handle("number", double.class);
    private static final VarHandle INTEGER = handle("integer", long.class);

    private static @Nullable Object object;
    private static double number;
    private static long integer;

    private Kept() {}

    public static void value(@Nullable Object value) {
        OBJECT.setOpaque(value);
    }

    public static void value(double value) {
        NUMBER.setOpaque(value);
    }

    public static void value(long value) {
        INTEGER.setOpaque(value);
    }

    public static void value(boolean value) {
        INTEGER.setOpaque(value ? 1L : 0L);
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findStaticVarHandle(Kept.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
