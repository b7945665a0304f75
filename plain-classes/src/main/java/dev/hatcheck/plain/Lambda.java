package dev.hatcheck.plain;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A lambda or method reference as a class, whose fields are what it captures.
 *
 * @param owner the name of the class that it stands in, with slashes
 * @param index how many others stand there before it
 * @param method the one that a functional interface asks for
 * @param capture from what is captured to the functional interface
 * @param erased the type of the interface's method, as it is compiled
 * @param body what is to be called
 * @param actual the type of the interface's method as it is here, with its type arguments
 */
record Lambda(String owner, int index, String method, Type capture, Type erased, Handle body, Type actual) {
    private static final Method CONSTRUCTOR_OF_OBJECT = Method.getMethod("void <init> ()");
    private static final Type OBJECT = Type.getType(Object.class);
    private static final String CONSTRUCTOR = "<init>";
    private static final String MAKE = "make";
    /** One that captures nothing is always the same. */
    private static final String ONLY = "ONLY";

    /** Whether a JVM would make a lambda there, and one with nothing special about it. */
    static boolean isMadeBy(Handle bootstrap) {
        return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && bootstrap.getName().equals("metafactory");
    }

    /**
     * The one that a JVM would make.
     *
     * @param type from what is captured to the functional interface
     * @param arguments the bootstrap's: the erased type, what is to be called, and the actual type
     */
    static Lambda of(String owner, int index, String method, String type, Object... arguments) {
        var erased = (Type) arguments[0];
        var body = (Handle) arguments[1];
        var actual = (Type) arguments[2];
        return new Lambda(owner, index, method, Type.getMethodType(type), erased, body, actual);
    }

    /** The name of its class, with slashes. */
    String name() {
        return owner + "$$" + index;
    }

    /** Makes one of what is on the stack. */
    void call(MethodVisitor code) {
        if (captured().length == 0) {
            code.visitFieldInsn(Opcodes.GETSTATIC, name(), ONLY, function().getDescriptor());
        } else {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name(), MAKE, capture.getDescriptor(), false);
        }
    }

    private Type[] captured() {
        return capture.getArgumentTypes();
    }

    private Type function() {
        return capture.getReturnType();
    }

    private Type self() {
        return Type.getObjectType(name());
    }

    private Method constructor() {
        return new Method(CONSTRUCTOR, Type.VOID_TYPE, captured());
    }

    private static String field(int index) {
        return "captured" + index;
    }

    /** The class, in the nest of a host. */
    byte[] bytes(String host) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name(),
                null,
                OBJECT.getInternalName(),
                new String[] {function().getInternalName()});
        writer.visitNestHost(host);
        writer.visitOuterClass(owner, null, null);
        writer.visitInnerClass(name(), null, null, Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC);
        writeConstructor(writer);
        writeMaker(writer);
        writeMethod(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeConstructor(ClassVisitor into) {
        Type[] captured = captured();
        for (int i = 0; i < captured.length; i++) {
            into.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, field(i), captured[i].getDescriptor(), null, null);
        }
        GeneratorAdapter code = code(into, Opcodes.ACC_PRIVATE, constructor());
        code.loadThis();
        code.invokeConstructor(OBJECT, CONSTRUCTOR_OF_OBJECT);
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.loadArg(i);
            code.putField(self(), field(i), captured[i]);
        }
        code.returnValue();
        code.endMethod();
    }

    private void writeMaker(ClassVisitor into) {
        boolean isOnlyOne = captured().length == 0;
        GeneratorAdapter code = isOnlyOne
                ? code(into, Opcodes.ACC_STATIC, Method.getMethod("void <clinit> ()"))
                : code(into, Opcodes.ACC_STATIC, new Method(MAKE, capture.getDescriptor()));
        code.newInstance(self());
        code.dup();
        code.loadArgs();
        code.invokeConstructor(self(), constructor());
        if (isOnlyOne) {
            into.visitField(
                    Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, ONLY, function().getDescriptor(), null, null);
            code.putStatic(self(), ONLY, function());
        }
        code.returnValue();
        code.endMethod();
    }

    private void writeMethod(ClassVisitor into) {
        GeneratorAdapter code = code(into, Opcodes.ACC_PUBLIC, new Method(method, erased.getDescriptor()));
        Called called = Called.of(body);
        called.prepare(code);
        Type[] captured = captured();
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.getField(self(), field(i), captured[i]);
        }
        Type[] given = erased.getArgumentTypes();
        for (int i = 0; i < given.length; i++) {
            Type known = actual.getArgumentTypes()[i];
            code.loadArg(i);
            Conversion.convert(code, given[i], known);
            Conversion.convert(code, known, called.takes().get(captured.length + i));
        }
        called.call(code);
        Conversion.convert(code, called.answers(), erased.getReturnType());
        code.returnValue();
        code.endMethod();
    }

    private static GeneratorAdapter code(ClassVisitor into, int access, Method method) {
        return new GeneratorAdapter(
                access, method, into.visitMethod(access, method.getName(), method.getDescriptor(), null, null));
    }
}
