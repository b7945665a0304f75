package dev.hatcheck.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a log goes.
 *
 * @param path a file, or a folder of files
 * @param isFolder whether it is a folder: it was one when this was read, or is to be made
 */
public record LogPlace(Path path, boolean isFolder) {
    /** The place that a text names, or nothing if it names none. */
    static Optional<LogPlace> read(String text) {
        try {
            Path path = Path.of(text);
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LogPlace(path, text.endsWith("/") || Files.isDirectory(path)));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
