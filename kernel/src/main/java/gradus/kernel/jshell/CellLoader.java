package gradus.kernel.jshell;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Defines the classes of the cells. The JDK's own delegate keeps all of them, and cannot be asked to enable assertions. */
final class CellLoader implements LoaderDelegate {

    private final CellClasses classes = new CellClasses(CellLoader.class.getClassLoader());

    /** The loaders of all wraps that may still be in use, forgotten ones too. */
    private final Map<String, WeakReference<ClassLoader>> alive = new ConcurrentHashMap<>();

    ClassLoader classLoader() {
        return classes;
    }

    @Override
    public void load(ClassBytecodes[] loaded) throws ClassInstallException {
        var byWrap = new LinkedHashMap<String, Map<String, byte[]>>();
        for (ClassBytecodes each : loaded) {
            String wrap = Objects.requireNonNullElse(CellClasses.wrapOf(each.name()), each.name());
            byWrap.computeIfAbsent(wrap, key -> new HashMap<>()).put(each.name(), each.bytecodes());
        }
        // Of classes that come together, some may extend others.
        boolean isSealed =
                byWrap.values().stream().flatMap(own -> own.values().stream()).anyMatch(this::isSealed);
        byWrap.forEach((wrap, own) -> {
            alive.put(wrap, new WeakReference<>(classes.add(wrap, own, isSealed)));
        });
        byWrap.keySet().forEach(classes::connect);
        var isLoaded = new boolean[loaded.length];
        try {
            for (int i = 0; i < loaded.length; i++) {
                // Asking for the methods links the class, so that its faults appear here.
                isLoaded[i] = findClass(loaded[i].name()).getDeclaredMethods() != null;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException(e.toString(), isLoaded);
        }
    }

    /** Whether a class is sealed, or extends one that is. */
    private boolean isSealed(byte[] bytecode) {
        var reader = new ClassReader(bytecode);
        var found = new boolean[] {isSealed(reader.getSuperName())};
        for (String each : reader.getInterfaces()) {
            found[0] |= isSealed(each);
        }
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitPermittedSubclass(String name) {
                        found[0] = true;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found[0];
    }

    private boolean isSealed(String internalName) {
        return classes.isSealed(internalName.replace('/', '.'));
    }

    /** Lets go of the classes of one wrap: they live as long as somebody uses them. */
    void forget(String className) {
        String wrap = CellClasses.wrapOf(className);
        if (wrap != null) {
            classes.forget(wrap);
        }
    }

    /** Lets go of all but those of some wraps. */
    void retain(Set<String> wraps) {
        classes.wraps().stream().filter(each -> !wraps.contains(each)).forEach(classes::forget);
    }

    /** The wraps of which a class may still be in use. */
    Set<String> alive() {
        alive.values().removeIf(each -> each.get() == null);
        return Set.copyOf(alive.keySet());
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        throw new UnsupportedOperationException("a class that is loaded is not changed");
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        for (String entry : path.split(File.pathSeparator, -1)) {
            try {
                classes.addURL(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException(e.toString());
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return classes.loadClass(name);
    }
}
