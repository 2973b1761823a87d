package gradus.kernel.jshell;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The classes of all snippets of a session, each with its own class loader: a loader lives as long as one of its classes,
 * so what a cell has declared anew, and no object remembers, takes no memory.
 *
 * <p>This loader finds them by name for whoever has no better way. It defines sealed classes and those that they permit,
 * because the JVM wants them in one loader, and keeps them.
 */
final class CellClasses extends URLClassLoader {

    private static final String PACKAGE = "REPL.";
    private static final Pattern WRAP = Pattern.compile("\\$JShell\\$\\w+");

    static {
        registerAsParallelCapable();
    }

    private final Map<String, ClassLoader> byWrap = new ConcurrentHashMap<>();
    private final Map<String, byte[]> bytecodes = new ConcurrentHashMap<>();

    CellClasses(@Nullable ClassLoader parent) {
        super(new URL[0], parent);
        super.setDefaultAssertionStatus(true);
    }

    // A cell reaches this loader, and could switch off the assertions that grade it. Those of the loaders below are set
    // when they are made.

    @Override
    public void setDefaultAssertionStatus(boolean enabled) {}

    @Override
    public void setPackageAssertionStatus(String packageName, boolean enabled) {}

    @Override
    public void setClassAssertionStatus(String className, boolean enabled) {}

    @Override
    public void clearAssertionStatus() {}

    /** The class that JShell has wrapped around a snippet, which names all classes in it; null for any other class. */
    static @Nullable String wrapOf(String className) {
        Matcher wrap = WRAP.matcher(className);
        return className.startsWith(PACKAGE) && wrap.find() ? wrap.group() : null;
    }

    /** All such names in the constants of a class. */
    static Set<String> wrapsIn(byte[] bytecode) {
        return WRAP.matcher(new String(bytecode, StandardCharsets.ISO_8859_1))
                .results()
                .map(each -> each.group())
                .collect(Collectors.toSet());
    }

    /** Takes in the classes of a wrap, in place of older ones of that name. */
    ClassLoader add(String wrap, Map<String, byte[]> classes, boolean isSealed) {
        ClassLoader loader = this;
        if (isSealed) {
            bytecodes.putAll(classes);
        } else {
            loader = new OfOneWrap(classes);
        }
        byWrap.put(wrap, loader);
        return loader;
    }

    /** Lets the classes of a wrap find for ever what they name and is there now. */
    void connect(String wrap) {
        if (byWrap.get(wrap) instanceof OfOneWrap loader) {
            loader.bytecodes.values().forEach(each -> wrapsIn(each).forEach(loader::use));
        }
    }

    /** Whether the classes of a wrap have to be defined by this loader. */
    boolean isSealed(String className) {
        String wrap = wrapOf(className);
        return wrap != null && byWrap.get(wrap) == this;
    }

    /** Finds them no more; classes that use them have found them already. */
    void forget(String wrap) {
        byWrap.remove(wrap);
    }

    /** The wraps that are found. */
    Set<String> wraps() {
        return byWrap.keySet();
    }

    @Override
    protected void addURL(URL url) {
        super.addURL(url);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String wrap = wrapOf(name);
        ClassLoader loader = wrap == null ? this : byWrap.get(wrap);
        if (loader == null) {
            throw new ClassNotFoundException(name);
        }
        // The classes of others are not asked for above: each class loader keeps every name that it was asked for.
        return loader == this ? super.loadClass(name, resolve) : loader.loadClass(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] own = bytecodes.remove(name);
        if (own != null) {
            return defineClass(name, own, 0, own.length);
        }
        URL where = findResource(name.replace('.', '/') + ".class");
        LibraryClass changed = where == null ? null : LibraryClass.of(where);
        return changed == null ? super.findClass(name) : define(name, changed);
    }

    private Class<?> define(String name, LibraryClass changed) {
        String inPackage = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (!inPackage.isEmpty() && getDefinedPackage(inPackage) == null) {
            try {
                definePackage(inPackage, changed.manifest(), changed.jar());
            } catch (IllegalArgumentException e) {
                // Another thread was faster, with another class of the package.
                Objects.requireNonNull(getDefinedPackage(inPackage));
            }
        }
        return defineClass(name, changed.bytecode(), changed.source());
    }

    private final class OfOneWrap extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final Map<String, byte[]> bytecodes;

        /** The loaders of the wraps that these classes name, kept for as long as they may be asked for. */
        private final Map<String, ClassLoader> used = new ConcurrentHashMap<>();

        OfOneWrap(Map<String, byte[]> classes) {
            super(CellClasses.this);
            bytecodes = new ConcurrentHashMap<>(classes);
            setDefaultAssertionStatus(true);
        }

        private @Nullable ClassLoader use(String wrap) {
            return used.computeIfAbsent(wrap, byWrap::get);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            String wrap = wrapOf(name);
            if (wrap == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                byte[] own = loaded == null ? bytecodes.remove(name) : null;
                if (own != null) {
                    loaded = defineClass(name, own, 0, own.length);
                }
                if (loaded != null) {
                    return loaded;
                }
            }
            ClassLoader other = use(wrap);
            if (other == null || other == this) {
                throw new ClassNotFoundException(name);
            }
            return other.loadClass(name);
        }
    }
}
