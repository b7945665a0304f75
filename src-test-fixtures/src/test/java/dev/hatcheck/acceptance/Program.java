package dev.hatcheck.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of somebody else's that may be installed on this machine.
 *
 * @param name the file's
 * @param environment what it finds set
 */
record Program(String name, Map<String, String> environment) {
    private static final long PATIENCE_SECONDS = 30;

    Program(String name) {
        this(name, Map.of());
    }

    /** What a program said and how it ended. */
    record Outcome(int code, String output) {}

    /** Runs to its end; skips the test if the program is missing. */
    Outcome run(String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(find().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var stdin = process.outputWriter(StandardCharsets.ISO_8859_1)) {
            stdin.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return new Outcome(end(process), output);
    }

    private int end(Process process) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new AssertionError(name + " does not end");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return abort("interrupted");
        }
    }

    private Path find() {
        var found = Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), name + " is not installed");
        return found.get();
    }
}
