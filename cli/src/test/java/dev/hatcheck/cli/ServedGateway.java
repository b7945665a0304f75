package dev.hatcheck.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code hatcheck serve} in a process of its own, as people run it. */
final class ServedGateway implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    /** Its bit in a mask of signals. */
    private static final long SIGINT = 1L << 1;

    private final Process process;
    private final BufferedReader out;
    private final BufferedReader err;

    private ServedGateway(Process process) {
        this.process = process;
        this.out = process.inputReader();
        this.err = process.errorReader();
    }

    static ServedGateway start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hatcheck.cli.Main",
                "serve"));
        command.addAll(List.of(arguments));
        return new ServedGateway(new ProcessBuilder(command).start());
    }

    /** The port of the next line on standard output, which must say that one of this kind is ready at this address. */
    int ready(String kindAndAddress) throws IOException {
        String line = out.readLine();
        String expected = "ready " + kindAndAddress + ":";
        if (line == null || !line.startsWith(expected)) {
            throw new AssertionError("expected " + expected + " and not " + line);
        }
        return Integer.parseInt(line.substring(expected.length()));
    }

    /** Waits for a line on standard error that holds this, and answers it. */
    String awaitDiagnostic(String part) throws IOException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("it ended without a word of " + part);
    }

    /** Sends a signal by its name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Whether SIGINT does nothing to it, which a process has from the one that started it; only Linux tells. */
    boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
    }

    /** Waits for the end, ten seconds at most, and answers the exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    /** What is left on standard output. */
    Stream<String> restOfOutput() {
        return out.lines();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
