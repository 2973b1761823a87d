package gradus.kernel.jshell;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.jspecify.annotations.Nullable;

/** Defines the classes of the cells. The JDK's own delegate cannot be asked to enable assertions. */
final class CellLoader implements LoaderDelegate {

    private final Loader loader = new Loader(CellLoader.class.getClassLoader());

    ClassLoader classLoader() {
        return loader;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        var loaded = new boolean[classes.length];
        try {
            for (ClassBytecodes each : classes) {
                loader.bytecodes.put(each.name(), each.bytecodes());
            }
            for (int i = 0; i < classes.length; i++) {
                // Asking for the methods links the class, so that its faults appear here.
                loaded[i] = loader.loadClass(classes[i].name()).getDeclaredMethods() != null;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException(e.toString(), loaded);
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            loader.bytecodes.put(each.name(), each.bytecodes());
        }
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        for (String entry : path.split(File.pathSeparator, -1)) {
            try {
                loader.addURL(new File(entry).toURI().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException(e.toString());
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    private static final class Loader extends URLClassLoader {

        private final Map<String, byte[]> bytecodes = new ConcurrentHashMap<>();

        Loader(@Nullable ClassLoader parent) {
            super(new URL[0], parent);
            setDefaultAssertionStatus(true);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = bytecodes.get(name);
            return code == null ? super.findClass(name) : defineClass(name, code, 0, code.length);
        }

        @Override
        protected void addURL(URL url) {
            super.addURL(url);
        }
    }
}
