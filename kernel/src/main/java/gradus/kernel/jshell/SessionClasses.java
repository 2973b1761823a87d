package gradus.kernel.jshell;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import org.jspecify.annotations.Nullable;

/** The classes that names mean in a cell. */
record SessionClasses(Shell shell) {

    /** The class of a name, which may be that of an inner one, with the outer ones or a package in front. */
    @Nullable
    Class<?> find(String name) {
        String[] parts = name.split("\\.", -1);
        return IntStream.rangeClosed(1, parts.length)
                .mapToObj(count -> inner(
                        outer(String.join(".", Arrays.copyOf(parts, count))),
                        Arrays.copyOfRange(parts, count, parts.length)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Class<?> outer(String name) {
        Stream<String> own = shell.jshell()
                .types()
                .filter(each ->
                        each.name().equals(name) && shell.jshell().status(each).isDefined())
                .map(each -> shell.wrap(each) + "$" + name);
        Stream<String> imported = shell.jshell()
                .imports()
                .filter(each -> !each.isStatic())
                .map(ImportSnippet::fullname)
                .filter(each -> each.endsWith(".*") || each.endsWith("." + name))
                .map(each -> each.replace("*", name))
                .filter(this::isPublic);
        return Stream.of(own, Stream.of(name, "java.lang." + name), imported)
                .flatMap(each -> each)
                .map(this::load)
                .filter(each -> each != null && each.getSimpleName().equals(name.substring(name.lastIndexOf('.') + 1)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Class<?> inner(@Nullable Class<?> outer, String[] names) {
        Class<?> found = outer;
        for (String name : names) {
            found = found == null
                    ? null
                    : Stream.of(found.getDeclaredClasses())
                            .filter(each -> each.getSimpleName().equals(name))
                            .findFirst()
                            .orElse(null);
        }
        return found;
    }

    boolean isPublic(String name) {
        Class<?> found = load(name);
        return found != null && Modifier.isPublic(found.getModifiers());
    }

    private @Nullable Class<?> load(String name) {
        try {
            return shell.control().loader().loadClass(name);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
