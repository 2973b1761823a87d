package gradus.kernel.jshell;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Opens what is not private. The compiler has seen all cells in one package, and checked who may use what; for the JVM
 * each class loader of {@link CellClasses} has a package of its own.
 */
final class PackageAccess extends ClassVisitor {

    PackageAccess(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    private static int opened(int access) {
        return (access & Opcodes.ACC_PRIVATE) != 0 ? access : (access & ~Opcodes.ACC_PROTECTED) | Opcodes.ACC_PUBLIC;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        super.visit(version, opened(access), name, signature, superName, interfaces);
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        return super.visitField(opened(access), name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return super.visitMethod(opened(access), name, descriptor, signature, exceptions);
    }
}
