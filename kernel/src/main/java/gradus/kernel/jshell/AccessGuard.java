package gradus.kernel.jshell;

import gradus.kernel.session.CellAccess;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns the calls in a cell's bytecode that open what is private into those of {@link CellAccess}. */
final class AccessGuard extends ClassVisitor {

    private static final String ACCESS = Type.getInternalName(CellAccess.class);
    private static final String MEMBER = "Ljava/lang/reflect/AccessibleObject;";
    private static final String LOOKUP = "Ljava/lang/invoke/MethodHandles$Lookup;";

    /** Each call with what it becomes: a method of an object becomes a static one that takes the object first. */
    private static final Map<String, String> STATIC = Map.of(
            "setAccessible(Z)V",
            "(" + MEMBER + "Z)V",
            "setAccessible([" + MEMBER + "Z)V",
            "([" + MEMBER + "Z)V",
            "trySetAccessible()Z",
            "(" + MEMBER + ")Z",
            "privateLookupIn(Ljava/lang/Class;" + LOOKUP + ")" + LOOKUP,
            "(Ljava/lang/Class;" + LOOKUP + ")" + LOOKUP);

    AccessGuard(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The descriptor of what stands in for a call; null for any other call. */
    private static @Nullable String standIn(String owner, String name, String descriptor) {
        boolean isReflection = owner.startsWith("java/lang/reflect/") || owner.equals("java/lang/invoke/MethodHandles");
        return isReflection ? STATIC.get(name + descriptor) : null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, exceptions)) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                String standIn = standIn(owner, called, type);
                if (standIn == null) {
                    super.visitMethodInsn(opcode, owner, called, type, isInterface);
                } else {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, ACCESS, called, standIn, false);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle factory, Object... arguments) {
                for (int i = 0; i < arguments.length; i++) {
                    if (arguments[i] instanceof Handle target) {
                        String standIn = standIn(target.getOwner(), target.getName(), target.getDesc());
                        arguments[i] = standIn == null
                                ? target
                                : new Handle(Opcodes.H_INVOKESTATIC, ACCESS, target.getName(), standIn, false);
                    }
                }
                super.visitInvokeDynamicInsn(called, type, factory, arguments);
            }
        };
    }
}
