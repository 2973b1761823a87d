package gradus.kernel.jshell;

import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/** What is changed in bytecode before it is loaded. */
final class CellBytecode {

    private CellBytecode() {}

    /** The code of a cell. */
    static byte[] guarded(byte[] bytecode) {
        return changed(
                bytecode,
                writer -> new ExitGuard(
                        new AccessGuard(new StopGuard(new LoopGuard(new LayerScopes(new PackageAccess(writer)))))));
    }

    /** The code of a library, in which a loop costs what it always costs. */
    static byte[] withoutExit(byte[] bytecode) {
        return changed(bytecode, ExitGuard::new);
    }

    private static byte[] changed(byte[] bytecode, UnaryOperator<ClassVisitor> guards) {
        var reader = new ClassReader(bytecode);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(guards.apply(writer), 0);
        return writer.toByteArray();
    }
}
