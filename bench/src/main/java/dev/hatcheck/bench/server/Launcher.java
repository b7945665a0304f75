package dev.hatcheck.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code hatcheck} script of a checkout, and the command that it ends in. */
public record Launcher(Path script) {
    private static final String MAIN = "dev.hatcheck.cli.Main";

    /**
     * What the script becomes, up to the program's own arguments: a virtual machine with all its settings.
     *
     * <p>Read from a gateway that the script starts, so that what is measured never differs from what users run.
     */
    public List<String> command(Path folder) throws IOException {
        var gateway = new Server.Announcing("launcher", List.of(script.toString(), "serve", "--smtp", "127.0.0.1:0"));
        try (var running = RunningServer.start(gateway, folder)) {
            String line = Files.readString(Path.of("/proc", Long.toString(running.pid()), "cmdline"));
            List<String> words = List.of(line.split("\0"));
            return words.subList(0, words.indexOf(MAIN) + 1);
        }
    }

    /** The same with more options for the virtual machine, such as one that records a profile. */
    public List<String> command(Path folder, List<String> options) throws IOException {
        var command = new ArrayList<>(command(folder));
        command.addAll(1, options);
        return command;
    }
}
