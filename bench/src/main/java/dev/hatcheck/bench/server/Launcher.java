package dev.hatcheck.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code hatcheck} script of a checkout, and the command that it ends in. */
public record Launcher(Path script) {
    private static final long LONGEST_BUILD_MINUTES = 10;

    /**
     * What the script becomes for a gateway: a virtual machine with all its settings, and the arguments.
     *
     * <p>Read from a gateway that the script starts, so that what is measured never differs from what users run.
     *
     * @param folder for what the gateway says on standard error
     * @param options more of them for the virtual machine, such as one that records a profile
     * @param arguments of the gateway
     */
    public List<String> command(Path folder, List<String> options, List<String> arguments) throws IOException {
        build();
        var call = new ArrayList<>(List.of(script.toString()));
        call.addAll(arguments);
        var gateway = new Server.Announcing("launcher", call);
        try (var running = RunningServer.start(gateway, folder)) {
            String line = Files.readString(Path.of("/proc", Long.toString(running.pid()), "cmdline"));
            var command = new ArrayList<>(List.of(line.split("\0")));
            command.addAll(1, options);
            return command;
        }
    }

    /** Any start of the script builds what is not built, and that takes longer than a gateway may. */
    private void build() throws IOException {
        Process help = new ProcessBuilder(script.toString(), "--help")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (!help.waitFor(LONGEST_BUILD_MINUTES, TimeUnit.MINUTES) || help.exitValue() != 0) {
                throw new IOException(script + " does not build");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            help.destroy();
        }
    }
}
