package dev.hatcheck.plain;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds the label of a switch that an object is for: the number of the first of some types, from a given one on, that
 * it is of; -1 for null, and the count of the types if it is of none.
 *
 * @param owner the class that switches
 * @param method what finds the label, a static method of the owner
 * @param type the method's type: of the object and the number of the first label that counts, to the number of a label
 */
record TypeSwitch(String owner, boolean isInterface, String method, String type, List<Type> labels) {
    private static final int OBJECT = 0;
    private static final int FIRST = 1;

    /** Whether it is such a switch, and all its labels are classes: there are others, of constants. */
    static boolean isMadeBy(Handle bootstrap, Object... labels) {
        return bootstrap.getOwner().equals("java/lang/runtime/SwitchBootstraps")
                && bootstrap.getName().equals("typeSwitch")
                && Arrays.stream(labels).allMatch(Type.class::isInstance);
    }

    /** The one that a JVM would make. */
    static TypeSwitch of(String owner, boolean isInterface, int index, String type, Object... labels) {
        List<Type> types = Arrays.stream(labels).map(Type.class::cast).toList();
        return new TypeSwitch(owner, isInterface, "switch$" + index, type, types);
    }

    /** Calls it instead of what the JVM would make. */
    void call(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, type, isInterface);
    }

    void write(ClassVisitor into) {
        MethodVisitor code = into.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, method, type, null, null);
        code.visitCode();
        var notNull = new Label();
        code.visitVarInsn(Opcodes.ALOAD, OBJECT);
        code.visitJumpInsn(Opcodes.IFNONNULL, notNull);
        code.visitInsn(Opcodes.ICONST_M1);
        code.visitInsn(Opcodes.IRETURN);
        mark(code, notNull);
        for (int label = 0; label < labels.size(); label++) {
            var next = new Label();
            code.visitVarInsn(Opcodes.ILOAD, FIRST);
            code.visitIntInsn(Opcodes.SIPUSH, label);
            code.visitJumpInsn(Opcodes.IF_ICMPGT, next);
            code.visitVarInsn(Opcodes.ALOAD, OBJECT);
            code.visitTypeInsn(Opcodes.INSTANCEOF, labels.get(label).getInternalName());
            code.visitJumpInsn(Opcodes.IFEQ, next);
            code.visitIntInsn(Opcodes.SIPUSH, label);
            code.visitInsn(Opcodes.IRETURN);
            mark(code, next);
        }
        code.visitIntInsn(Opcodes.SIPUSH, labels.size());
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(2, 2);
        code.visitEnd();
    }

    /** Where code jumps to, nothing is on the stack, and the arguments are what they were. */
    private static void mark(MethodVisitor code, Label label) {
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
}
