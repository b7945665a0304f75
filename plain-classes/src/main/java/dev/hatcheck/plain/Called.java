package dev.hatcheck.plain;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * What a lambda calls.
 *
 * @param takes the types of all that it is given, the object whose method it is among them
 * @param answers the type of what comes of it, {@code void} if nothing does
 */
record Called(Handle body, List<Type> takes, Type answers) {
    static Called of(Handle body) {
        Type type = Type.getMethodType(body.getDesc());
        Type owner = Type.getObjectType(body.getOwner());
        var takes = new ArrayList<>(List.of(type.getArgumentTypes()));
        if (body.getTag() != Opcodes.H_INVOKESTATIC && !isConstructor(body)) {
            takes.add(0, owner);
        }
        return new Called(body, takes, isConstructor(body) ? owner : type.getReturnType());
    }

    private static boolean isConstructor(Handle body) {
        return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }

    /** What comes before its arguments. */
    void prepare(GeneratorAdapter code) {
        if (isConstructor(body)) {
            code.newInstance(answers);
            code.dup();
        }
    }

    /** Calls it with what is on the stack. */
    void call(GeneratorAdapter code) {
        code.visitMethodInsn(opcode(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    }

    /** Inside a nest, private methods are called as others are. */
    private int opcode() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE, Opcodes.H_INVOKESPECIAL ->
                body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            default -> throw new IllegalArgumentException("not a method: " + body);
        };
    }
}
