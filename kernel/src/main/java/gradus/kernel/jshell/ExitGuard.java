package gradus.kernel.jshell;

import gradus.kernel.session.CellExit;
import gradus.kernel.session.ExitHandles;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns calls of {@code System.exit} and its kin in the bytecode of a cell or library into {@link CellExit}. */
final class ExitGuard extends ClassVisitor {

    private static final String EXIT = Type.getInternalName(CellExit.class);
    private static final String HANDLES = Type.getInternalName(ExitHandles.class);
    private static final String LOOKUP = Type.getInternalName(MethodHandles.Lookup.class);
    private static final Set<String> LOOKED_UP = Set.of("findStatic", "findVirtual", "bind", "unreflect");

    ExitGuard(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** Whether a class may have a call that this changes, by the names in its constants. */
    static boolean isNeeded(byte[] bytecode) {
        String constants = new String(bytecode, StandardCharsets.ISO_8859_1);
        boolean isExit = constants.contains("exit") || constants.contains("halt");
        return (isExit && (constants.contains("java/lang/System") || constants.contains("java/lang/Runtime")))
                || constants.contains("java/lang/reflect/Method")
                || constants.contains(LOOKUP);
    }

    private static boolean endsTheJvm(String owner, String name, String descriptor) {
        boolean isExit = "exit".equals(name);
        boolean isHalt = "halt".equals(name);
        return "(I)V".equals(descriptor)
                && (("java/lang/System".equals(owner) && isExit)
                        || ("java/lang/Runtime".equals(owner) && (isExit || isHalt)));
    }

    /** A method of an object becomes a static one that takes the object first. */
    private static String staticDescriptor(String owner) {
        return "java/lang/Runtime".equals(owner) ? "(Ljava/lang/Runtime;I)V" : "(I)V";
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                if (endsTheJvm(owner, called, type)) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, EXIT, called, staticDescriptor(owner), false);
                } else if (LOOKUP.equals(owner) && LOOKED_UP.contains(called)) {
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC, HANDLES, called, "(L" + LOOKUP + ";" + type.substring(1), false);
                } else {
                    if ("java/lang/reflect/Method".equals(owner) && "invoke".equals(called)) {
                        lookAtMethod();
                    }
                    super.visitMethodInsn(opcode, owner, called, type, isInterface);
                }
            }

            /** The method lies under the object and the arguments that it is called with. */
            private void lookAtMethod() {
                super.visitInsn(Opcodes.DUP2_X1);
                super.visitInsn(Opcodes.POP2);
                super.visitInsn(Opcodes.DUP_X2);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, EXIT, "invoke", "(Ljava/lang/reflect/Method;)V", false);
            }

            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle factory, Object... arguments) {
                for (int i = 0; i < arguments.length; i++) {
                    if (arguments[i] instanceof Handle target
                            && endsTheJvm(target.getOwner(), target.getName(), target.getDesc())) {
                        arguments[i] = new Handle(
                                Opcodes.H_INVOKESTATIC,
                                EXIT,
                                target.getName(),
                                staticDescriptor(target.getOwner()),
                                false);
                    }
                }
                super.visitInvokeDynamicInsn(called, type, factory, arguments);
            }
        };
    }
}
