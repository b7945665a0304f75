package dev.hatcheck.cli.input;

import dev.hatcheck.policies.text.Problem;
import dev.hatcheck.policies.text.Reading;
import dev.hatcheck.policies.text.SyntaxException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Everything that is wrong with what a command was given, gathered from all files so that it is told at once. */
public final class Findings {
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private ExitCode code = ExitCode.BAD_INPUT;

    /**
     * What a reader makes of a file, or nothing if it makes nothing of it.
     *
     * @param reader takes the text and what messages call it
     */
    public <T> Optional<T> read(Path file, BiFunction<String, String, Reading<T>> reader) {
        try {
            Reading<T> reading = reader.apply(TextFile.read(file), file.toString());
            reading.warnings()
                    .forEach(it -> warnings.add(it.origin() + ":" + it.column() + ": warning: " + it.message()));
            return Optional.of(reading.value());
        } catch (SyntaxException bad) {
            bad.problems().forEach(problem -> error(problem.toString()));
        } catch (IOException unreadable) {
            unavailable(because(file, unreadable));
        }
        return Optional.empty();
    }

    /**
     * Notes what a reader said of a text that lies in the program. Its user did not write it, so what holds for several
     * words is told once.
     */
    <T> T known(Reading<T> reading) {
        var words = new LinkedHashMap<String, List<String>>();
        for (Problem warning : reading.warnings()) {
            String[] parts = warning.message().split(" ", 2);
            words.computeIfAbsent(warning.origin().file() + ": warning: %s " + parts[1], same -> new ArrayList<>())
                    .add(parts[0]);
        }
        words.forEach((told, of) -> warnings.add(told.formatted(joined(of))));
        return reading.value();
    }

    private static String joined(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : words.getFirst() + " (and " + String.join(", ", words.subList(1, words.size())) + ")";
    }

    /** Notes that something is wrong. */
    public void error(String message) {
        errors.add(message);
    }

    /** Notes that something cannot be read or had. */
    public void unavailable(String message) {
        errors.add(message);
        code = ExitCode.UNAVAILABLE;
    }

    /**
     * Tells the warnings, and goes on only if nothing is wrong.
     *
     * @throws CommandFailure with everything that is
     */
    public void check(Diagnostics diagnostics) {
        warnings.forEach(diagnostics::tell);
        warnings.clear();
        if (!errors.isEmpty()) {
            throw new CommandFailure(code, errors);
        }
    }

    /** Why a file cannot be read or written, in words that name it. */
    public static String because(Path file, IOException reason) {
        return switch (reason) {
            case NoSuchFileException missing -> file + ": there is no such file or folder";
            case AccessDeniedException denied -> file + ": permission denied";
            case FileAlreadyExistsException there -> file + ": there is something else of this name";
            case FileSystemException other -> file + ": " + other.getReason(); // its message names the file, too
            default -> file + ": " + reason.getMessage();
        };
    }
}
