package gradus.kernel.jshell;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** What is changed in the bytecode of a cell before it is loaded. */
final class CellBytecode {

    private CellBytecode() {}

    static byte[] guarded(byte[] bytecode) {
        var reader = new ClassReader(bytecode);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ExitGuard(new StopGuard(new LoopGuard(new LayerScopes(new PackageAccess(writer))))), 0);
        return writer.toByteArray();
    }
}
