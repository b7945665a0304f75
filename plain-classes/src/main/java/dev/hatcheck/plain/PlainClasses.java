package dev.hatcheck.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Says in plain classes what compiled classes have a JVM say at run time: lambdas, method references, and switches over
 * types.
 *
 * <p>For each of them a JVM makes a class when it first comes by, and for that it loads and warms up a class writer of
 * its own. Where a start is short, as in a test, that is a fifth of it. The meaning stays: what a method does, what may
 * see what, and the lines that stack traces tell of. Lambdas that can be serialized are left alone.
 */
public final class PlainClasses {
    private PlainClasses() {}

    /** Rewrites folders of compiled classes, each of which holds all of every nest that it holds some of. */
    public static void main(String... folders) throws IOException {
        for (String folder : folders) {
            rewrite(Path.of(folder));
        }
    }

    /** Rewrites what there is to rewrite, and leaves the other files as they are; to do so again changes nothing. */
    static void rewrite(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : rewritten(classes(folder)).entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".class"), file.getValue());
        }
    }

    private static List<byte[]> classes(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted() // so that the same sources make the same classes
                    .toList();
        }
        var classes = new ArrayList<byte[]>();
        for (Path file : files) {
            classes.add(Files.readAllBytes(file));
        }
        return classes;
    }

    /** The classes that change, and those that come to them, by their names. */
    private static Map<String, byte[]> rewritten(List<byte[]> classes) {
        var writers = new TreeMap<String, ClassWriter>();
        var files = new TreeMap<String, byte[]>();
        var plain = new ArrayList<PlainClass>();
        for (byte[] bytes : classes) {
            var reader = new ClassReader(bytes);
            var writer = new ClassWriter(0);
            var one = new PlainClass(writer);
            reader.accept(one, 0);
            writers.put(reader.getClassName(), writer);
            plain.add(one);
        }
        var changed = new TreeSet<String>();
        for (PlainClass one : plain) {
            if (one.isChanged()) {
                changed.add(one.name());
            }
            for (Map.Entry<String, byte[]> made : one.made().entrySet()) {
                files.put(made.getKey(), made.getValue());
                // What a lambda does may be private: so its class belongs to the nest, and the nest's host has to say
                // so.
                writers.get(one.host()).visitNestMember(made.getKey());
                changed.add(one.host());
            }
        }
        for (String name : changed) {
            files.put(name, writers.get(name).toByteArray());
        }
        return files;
    }
}
