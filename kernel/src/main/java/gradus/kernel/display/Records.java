package gradus.kernel.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of records, of classes that students write too. */
final class Records {

    private Records() {}

    /** Whether it is a record with something in it. */
    static boolean isRecord(Object value) {
        return value.getClass().isRecord() && value.getClass().getRecordComponents().length > 0;
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** The values of the components, by their accessors; what an accessor throws stands in its place. */
    static List<@Nullable Object> values(@Nullable Object record) {
        var values = new ArrayList<@Nullable Object>();
        if (record != null) {
            for (RecordComponent each : record.getClass().getRecordComponents()) {
                values.add(value(each.getAccessor(), record));
            }
        }
        return values;
    }

    private static @Nullable Object value(Method accessor, Object record) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error; // the cell is being stopped
            }
            return e.getCause();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return e;
        }
    }

    /** Whether the record says no more of itself than the compiler has it say. */
    static boolean hasPlainText(Object record) {
        var parts = new ArrayList<String>();
        List<String> names = names(record.getClass());
        List<@Nullable Object> values = values(record);
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i) + "=" + values.get(i));
        }
        return record.toString().equals(record.getClass().getSimpleName() + "[" + String.join(", ", parts) + "]");
    }
}
