package gradus.autograd.dense;

import org.jspecify.annotations.Nullable;

/** Finds what is written with the Vector API, by name, so that no other class needs that API to be loaded. */
final class Vectors {

    private Vectors() {}

    /** One of this class, or null where the JVM was started without {@code --add-modules jdk.incubator.vector}. */
    static <T> @Nullable T find(String name, Class<T> type) {
        var vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
        if (vectors.isEmpty()) {
            return null;
        }
        // The module's declaration does not require it: it would be missed wherever the JVM is started without.
        Vectors.class.getModule().addReads(vectors.get());
        try {
            return Class.forName(name).asSubclass(type).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError changed) {
            // An incubating module may change with any release.
            return null;
        }
    }
}
