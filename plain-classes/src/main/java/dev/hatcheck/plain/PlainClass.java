package dev.hatcheck.plain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One class, where a call has replaced each of its lambdas, and each of its switches over types. */
final class PlainClass extends ClassVisitor {
    private final ClassWriter writer;
    private String name = "";
    private String host = "";
    private boolean isInterface;
    private final Set<String> members = new HashSet<>();
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final List<TypeSwitch> switches = new ArrayList<>();

    private PlainClass(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
        this.writer = writer;
    }

    /** One that is read from a class as it was compiled. */
    static PlainClass of(byte[] compiled) {
        var plain = new PlainClass(new ClassWriter(0));
        new ClassReader(compiled).accept(plain, 0);
        return plain;
    }

    /** Its name, with slashes. */
    String name() {
        return name;
    }

    /** The name of the class whose nest it belongs to; its own if it is in nobody else's. */
    String host() {
        return host;
    }

    /** Whether it has another class in its nest. */
    boolean isHostOf(PlainClass other) {
        return members.contains(other.name);
    }

    /** The classes of its lambdas, by their names. */
    Map<String, byte[]> made() {
        return made;
    }

    boolean isChanged() {
        return !made.isEmpty() || !switches.isEmpty();
    }

    byte[] bytes() {
        return writer.toByteArray();
    }

    @Override
    public void visit(int version, int access, String ownName, String signature, String parent, String[] interfaces) {
        name = ownName;
        host = ownName;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(version, access, ownName, signature, parent, interfaces);
    }

    @Override
    public void visitNestHost(String nestHost) {
        host = nestHost;
        super.visitNestHost(nestHost);
    }

    @Override
    public void visitNestMember(String member) {
        if (members.add(member)) {
            super.visitNestMember(member);
        }
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        return new MethodVisitor(api, super.visitMethod(access, method, descriptor, signature, thrown)) {
            @Override
            public void visitInvokeDynamicInsn(String asked, String type, Handle bootstrap, Object... arguments) {
                if (Lambda.isMadeBy(bootstrap)) {
                    Lambda lambda = Lambda.of(name, made.size(), asked, type, arguments);
                    made.put(lambda.name(), lambda.bytes(host));
                    lambda.call(mv);
                } else if (TypeSwitch.isMadeBy(bootstrap, arguments)) {
                    var typeSwitch = TypeSwitch.of(name, isInterface, switches.size(), type, arguments);
                    switches.add(typeSwitch);
                    typeSwitch.call(mv);
                } else {
                    super.visitInvokeDynamicInsn(asked, type, bootstrap, arguments);
                }
            }
        };
    }

    @Override
    public void visitEnd() {
        switches.forEach(each -> each.write(cv));
        super.visitEnd();
    }
}
