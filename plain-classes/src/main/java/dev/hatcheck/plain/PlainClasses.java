package dev.hatcheck.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** Rewrites what there is to rewrite and leaves the other files as they are; to do so again changes nothing. */
    static void rewrite(Path folder) throws IOException {
        Map<String, PlainClass> classes = classes(folder);
        List<PlainClass> leftOver = classes.values().stream()
                .filter(one -> isLeftOver(one, classes))
                .toList();
        for (PlainClass one : leftOver) {
            Files.delete(file(folder, one.name()));
        }
        classes.values().removeAll(leftOver);
        for (Map.Entry<String, byte[]> file : rewritten(classes).entrySet()) {
            Files.write(file(folder, file.getKey()), file.getValue());
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".class");
    }

    /** By their names, and in the order of these, so that the same sources make the same classes. */
    static Map<String, PlainClass> classes(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        var classes = new TreeMap<String, PlainClass>();
        for (Path file : files) {
            PlainClass one = PlainClass.of(Files.readAllBytes(file));
            classes.put(one.name(), one);
        }
        return classes;
    }

    /**
     * Whether an earlier build made it of a lambda whose class is compiled anew since, or is gone. The compiler does not
     * take it away, as it has not made it.
     */
    private static boolean isLeftOver(PlainClass one, Map<String, PlainClass> classes) {
        PlainClass host = classes.get(one.host());
        return host != one && (host == null || !host.isHostOf(one));
    }

    /**
     * The classes that change, and those that come to them, by their names. Those of lambdas come first, then the hosts
     * that name them, then who calls them, so that what is cut short can be finished by doing it again.
     */
    static Map<String, byte[]> rewritten(Map<String, PlainClass> classes) {
        var files = new LinkedHashMap<String, byte[]>();
        var changed = new LinkedHashSet<String>();
        for (PlainClass one : classes.values()) {
            for (Map.Entry<String, byte[]> made : one.made().entrySet()) {
                files.put(made.getKey(), made.getValue());
                // What a lambda does may be private, so its class belongs to the nest, which the host has to say.
                classes.get(one.host()).visitNestMember(made.getKey());
                changed.add(one.host());
            }
        }
        for (PlainClass one : classes.values()) {
            if (one.isChanged()) {
                changed.add(one.name());
            }
        }
        for (String name : changed) {
            files.put(name, classes.get(name).bytes());
        }
        return files;
    }
}
