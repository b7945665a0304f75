package dev.hatcheck.fidelity;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of the project, seen from this module. */
final class Project {
    static final Path ROOT = Path.of("..");
    static final Path DOCS = ROOT.resolve("docs");

    private Project() {}

    /** The files of all modules below a folder such as {@code src/main/java}, in the order of their names. */
    static List<Path> files(String folder, String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        Path inner = Path.of(folder);
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return isOurs(visited) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(suffix) && contains(ROOT.relativize(file), inner)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    /** What is built comes and goes while this reads. */
    private static boolean isOurs(Path folder) {
        String name = folder.getFileName().toString();
        return folder.equals(ROOT) || !name.equals("target") && !name.startsWith(".");
    }

    private static boolean contains(Path file, Path inner) {
        return ("/" + file).replace('\\', '/').contains("/" + inner.toString().replace('\\', '/') + "/");
    }
}
