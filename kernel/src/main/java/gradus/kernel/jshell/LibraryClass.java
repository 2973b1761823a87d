package gradus.kernel.jshell;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.jar.JarEntry;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A class of a jar or folder on the class path that could end the JVM, such as the {@code main} of a command line tool,
 * changed so that it cannot.
 *
 * @param manifest of its jar, or an empty one
 * @param jar where it comes from
 */
record LibraryClass(ByteBuffer bytecode, Manifest manifest, URL jar, CodeSource source) {

    /** Reads a class; null where nothing is to be changed, or it cannot be read. */
    static @Nullable LibraryClass of(URL where) {
        try {
            URLConnection connection = where.openConnection();
            byte[] bytecode;
            try (InputStream in = connection.getInputStream()) {
                bytecode = in.readAllBytes();
            }
            if (!ExitGuard.isNeeded(bytecode)) {
                return null;
            }
            ByteBuffer guarded = ByteBuffer.wrap(CellBytecode.withoutExit(bytecode));
            if (!(connection instanceof JarURLConnection jar)) {
                return new LibraryClass(guarded, new Manifest(), where, new CodeSource(where, (CodeSigner[]) null));
            }
            Manifest manifest = jar.getManifest();
            JarEntry entry = jar.getJarEntry();
            // Classes of one package have to have the same signers, changed or not.
            var source = new CodeSource(jar.getJarFileURL(), entry == null ? null : entry.getCodeSigners());
            return new LibraryClass(guarded, manifest == null ? new Manifest() : manifest, jar.getJarFileURL(), source);
        } catch (IOException | IllegalArgumentException e) { // the latter for bytecode of a newer Java
            return null;
        }
    }
}
