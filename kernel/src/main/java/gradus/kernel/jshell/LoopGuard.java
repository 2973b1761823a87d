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
 * Puts a call of {@link CellStop#check} at the head of each method of a cell and before each jump back, so that a loop can
 * be ended where the JDK cannot stop a thread. JDK 17 can, and its loops run unchanged; except in a method with a {@code
 * finally}, which may keep what was thrown to itself and go on.
 */
final class LoopGuard extends ClassVisitor {

    private static final boolean EVERYWHERE = Runtime.version().feature() >= 20;

    LoopGuard(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Loops(api, super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    private static final class Loops extends MethodVisitor {

        private final Set<Label> passed = new HashSet<>();
        private boolean guarded = EVERYWHERE;

        Loops(int api, MethodVisitor next) {
            super(api, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        /** Visited before the code that it is about. */
        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            guarded |= type == null;
            super.visitTryCatchBlock(start, end, handler, type);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        private void check() {
            if (guarded) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, Type.getInternalName(CellStop.class), "check", "()V", false);
            }
        }
    }
}
