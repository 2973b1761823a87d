package gradus.kernel.jshell;

import gradus.autograd.nn.Layer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Begins each {@code Tensor forward(Tensor)} of a cell's classes with {@link Layer#enter} and ends it with {@link
 * Layer#leave}, so that pictures show a student's layer as one node. Where forward throws, the layer around it leaves for
 * both.
 */
final class LayerScopes extends ClassVisitor {

    private static final String LAYER = Type.getInternalName(Layer.class);
    private static final String FORWARD = "(Lgradus/autograd/Tensor;)Lgradus/autograd/Tensor;";

    LayerScopes(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        var method = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean forward = "forward".equals(name)
                && FORWARD.equals(descriptor)
                && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT)) == 0;
        return forward ? new Forward(api, method) : method;
    }

    private static final class Forward extends MethodVisitor {

        Forward(int api, MethodVisitor next) {
            super(api, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            call("enter");
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                call("leave");
            }
            super.visitInsn(opcode);
        }

        private void call(String what) {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, LAYER, what, "(Ljava/lang/Object;)V", false);
        }
    }
}
