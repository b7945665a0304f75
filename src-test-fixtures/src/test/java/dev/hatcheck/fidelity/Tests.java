package dev.hatcheck.fidelity;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What may be named as evidence: transcripts, files of problems, test methods. */
final class Tests {
    private static final Path TRANSCRIPTS = Project.ROOT.resolve("src-test-fixtures/src/test/transcripts");
    private static final Path PROBLEMS = Project.ROOT.resolve("policies/src/test/resources");

    private final Map<String, List<Path>> methods;

    Tests() throws IOException {
        methods = Parsed.parse(Project.files("src/test/java", "Test.java"), (docs, units) -> {
            var reader = new MethodReader();
            units.forEach(unit -> reader.scan(unit, null));
            return reader.found;
        });
    }

    /**
     * The test of a name: {@code tls/a-sentence} is a transcript, {@code bad/a-sentence.hat} a file with the problems
     * that its reader tells, {@code SomeTest.aSentence} a method.
     */
    Optional<Evidence> named(String name) {
        return file(TRANSCRIPTS.resolve(name + ".smtp"))
                .or(() -> file(PROBLEMS.resolve(name)))
                .or(() -> method(name));
    }

    private static Optional<Evidence> file(Path file) {
        return file.toFile().isFile() ? Optional.of(Evidence.Test.of(file)) : Optional.empty();
    }

    private Optional<Evidence> method(String name) {
        List<Path> files = methods.getOrDefault(name, List.of());
        return files.size() == 1
                ? Optional.of(new Evidence.Test(words(name.substring(name.lastIndexOf('.') + 1)), files.get(0)))
                : Optional.empty();
    }

    private static String words(String method) {
        return method.replaceAll("(?<=[a-z])(?=[A-Z]|[0-9]{2})|(?<=[0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** The methods that JUnit runs, by class and name. */
    private static final class MethodReader extends TreePathScanner<Void, Void> {
        private final Map<String, List<Path>> found = new HashMap<>();

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (isTest(method)) {
                found.computeIfAbsent(Names.of(getCurrentPath()), it -> new ArrayList<>())
                        .add(Path.of(getCurrentPath()
                                .getCompilationUnit()
                                .getSourceFile()
                                .getName()));
            }
            return null;
        }

        private static boolean isTest(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(it -> it.getAnnotationType().toString().matches("\\w*Test(Factory)?"));
        }
    }
}
