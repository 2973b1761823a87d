package gradus.kernel.maven;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads the resolver from its own folder of jars. Some thirty jars that hardly a lesson needs would make each start and
 * each compilation of a cell slower, and would stand in the way of other versions that a student asks for.
 */
public final class ResolverLoader extends URLClassLoader {

    private static final String APART = "gradus.kernel.maven.mima.";

    static {
        registerAsParallelCapable();
    }

    private ResolverLoader(URL[] jars) {
        super(jars, ResolverLoader.class.getClassLoader());
    }

    /** A resolver that knows the user's settings as they are now. */
    public static ArtifactResolver newResolver() {
        try {
            return new ResolverLoader(jars().toArray(URL[]::new))
                    .loadClass(APART + "MimaResolver")
                    .asSubclass(ArtifactResolver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("The resolver of Maven cannot be loaded: install Gradus again.", e);
        }
    }

    private static List<URL> jars() throws IOException {
        URL own = ResolverLoader.class.getProtectionDomain().getCodeSource().getLocation();
        var jars = new ArrayList<URL>(List.of(own));
        Path folder = Path.of(java.net.URI.create(own.toString()))
                .resolveSibling("lib")
                .resolve("maven");
        if (Files.isDirectory(folder)) { // else run from class files, where one class path has all
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.sorted().toList()) {
                    jars.add(url(each));
                }
            }
        }
        return jars;
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** The classes that use the library are defined beside it, though the parent could find them as well. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(APART)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> there = findLoadedClass(name);
            return there == null ? findClass(name) : there;
        }
    }
}
