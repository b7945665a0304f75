package dev.hatcheck.cli.input;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes what a command was asked to keep. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Writes a file, in place of one that is there.
     *
     * @param writing prints what it holds
     * @throws CommandFailure if that cannot be done
     */
    static void write(Path file, Consumer<PrintWriter> writing) {
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            writing.accept(out);
            if (out.checkError()) {
                throw new IOException("not all of it could be written");
            }
        } catch (IOException unwritable) {
            String why = unwritable instanceof NoSuchFileException
                    ? "there is no such folder"
                    : Findings.because(unwritable);
            throw new CommandFailure(ExitCode.UNAVAILABLE, file + ": it cannot be written: " + why);
        }
    }
}
