package gradus.kernel.jshell;

import gradus.kernel.session.CellStop;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Begins each catch clause of a cell with a call of {@link CellStop#passOn}. Clauses without a type are those of {@code
 * finally} and {@code synchronized}: they throw on by themselves, when they have cleaned up.
 */
final class StopGuard extends ClassVisitor {

    StopGuard(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Catches(api, super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    private static final class Catches extends MethodVisitor {

        private final Set<Label> handlers = new HashSet<>();
        private boolean atHandler;

        Catches(int api, MethodVisitor next) {
            super(api, next);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            if (type != null) {
                handlers.add(handler);
            }
            super.visitTryCatchBlock(start, end, handler, type);
        }

        @Override
        public void visitLabel(Label label) {
            atHandler |= handlers.contains(label);
            super.visitLabel(label);
        }

        /** A handler's frame stands before its first instruction; the exception is all that is on the stack. */
        @Override
        public void visitFrame(int type, int numLocal, Object[] local, int numStack, Object[] stack) {
            super.visitFrame(type, numLocal, local, numStack, stack);
            if (atHandler) {
                atHandler = false;
                super.visitInsn(Opcodes.DUP);
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        Type.getInternalName(CellStop.class),
                        "passOn",
                        "(Ljava/lang/Throwable;)V",
                        false);
            }
        }
    }
}
