package dev.hatcheck.cli.input;

import dev.hatcheck.policies.text.Problem;
import dev.hatcheck.policies.text.Reading;
import dev.hatcheck.policies.text.SyntaxException;
import dev.hatcheck.policies.text.Warning;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Everything that is wrong with what a command was given, gathered from all files so that it is told at once. */
public final class Findings {
    private static final String STANDARD_INPUT = "standard input";
    private static final int TOLD_OF_A_FILE = 20;

    private final boolean tellsWarnings;
    private final List<String> errors = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private ExitCode code = ExitCode.BAD_INPUT;

    /** Nothing yet. */
    public Findings() {
        this(true);
    }

    private Findings(boolean tellsWarnings) {
        this.tellsWarnings = tellsWarnings;
    }

    /** Nothing yet; where nothing is wrong the warnings are left to whoever asks for them. */
    public static Findings keepingWarnings() {
        return new Findings(false);
    }

    /**
     * What a reader makes of a file, or nothing if it makes nothing of it.
     *
     * @param reader takes the text and what messages call it
     */
    public <T> Optional<T> read(Path file, BiFunction<String, String, Reading<T>> reader) {
        return read(List.of(file), reader).getFirst();
    }

    /** The same of a file that an option names, which is named where the file cannot be read. */
    public <T> Optional<T> read(String option, Path file, BiFunction<String, String, Reading<T>> reader) {
        Attempt<T> attempt = Attempt.at(() -> TextFile.read(file), file, reader);
        if (attempt instanceof Attempt.Unreadable<T>(var unreadable, var reason)) {
            unavailable("hatcheck: " + option + " " + because(unreadable, reason));
            return Optional.empty();
        }
        return noted(attempt);
    }

    /** The same of what stands on standard input. */
    public <T> Optional<T> readStandardInput(BiFunction<String, String, Reading<T>> reader) {
        return noted(Attempt.at(
                () -> TextFile.read(new FileInputStream(FileDescriptor.in).readAllBytes(), STANDARD_INPUT),
                Path.of(STANDARD_INPUT),
                reader));
    }

    /** What holds a text. */
    private interface Source {
        String text() throws IOException;
    }

    /** The same of several files, which are read at once. */
    public <T> List<Optional<T>> read(List<Path> files, BiFunction<String, String, Reading<T>> reader) {
        List<Attempt<T>> attempts = files.parallelStream()
                .map(file -> Attempt.at(() -> TextFile.read(file), file, reader))
                .toList();
        return attempts.stream().map(this::noted).toList();
    }

    /** What came of reading a file. */
    private sealed interface Attempt<T> {
        record Read<T>(Reading<T> reading) implements Attempt<T> {}

        record Bad<T>(SyntaxException because) implements Attempt<T> {}

        record Unreadable<T>(Path file, IOException because) implements Attempt<T> {}

        static <T> Attempt<T> at(Source source, Path file, BiFunction<String, String, Reading<T>> reader) {
            try {
                return new Read<>(reader.apply(source.text(), file.toString()));
            } catch (SyntaxException bad) {
                return new Bad<>(bad);
            } catch (IOException unreadable) {
                return new Unreadable<>(file, unreadable);
            }
        }
    }

    private <T> Optional<T> noted(Attempt<T> attempt) {
        switch (attempt) {
            case Attempt.Read<T>(var reading) -> {
                return Optional.of(known(reading));
            }
            case Attempt.Bad<T>(var bad) ->
                first(bad.problems().stream().map(Problem::toString).toList(), file(bad), "mistakes")
                        .forEach(this::error);
            case Attempt.Unreadable<T>(var file, var reason) -> unavailable(because(file, reason));
        }
        return Optional.empty();
    }

    /** What a reader made of a text that comes with Hatcheck: nobody is told what it warned of who does not ask. */
    public <T> T builtIn(Reading<T> reading) {
        warnings.addAll(reading.warnings());
        return reading.value();
    }

    /** What a reader made of a text; what it warned of is noted. */
    public <T> T known(Reading<T> reading) {
        warnings.addAll(reading.warnings());
        List<String> lines = WarningLines.of(reading.warnings());
        if (!lines.isEmpty()) {
            String file = reading.warnings().getFirst().origin().file();
            told.addAll(first(lines, file, "warnings, which `hatcheck check` tells"));
        }
        return reading.value();
    }

    /** Of very many lines about a file those with which one would begin. */
    private static List<String> first(List<String> lines, String file, String what) {
        if (lines.size() <= TOLD_OF_A_FILE) {
            return lines;
        }
        var first = new ArrayList<>(lines.subList(0, TOLD_OF_A_FILE));
        first.add(file + ": and " + (lines.size() - TOLD_OF_A_FILE) + " more " + what);
        return first;
    }

    private static String file(SyntaxException bad) {
        return bad.problems().getFirst().origin().file();
    }

    /** What readers warned of, in the order of the files. */
    public List<Warning> warnings() {
        return List.copyOf(warnings);
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
     * Tells the warnings, unless they are kept, and goes on only if nothing is wrong; else they are told as well.
     *
     * @throws CommandFailure with everything that is
     */
    public void check(Diagnostics diagnostics) {
        if (tellsWarnings || !errors.isEmpty()) {
            told.forEach(diagnostics::tell);
            told.clear();
        }
        if (!errors.isEmpty()) {
            throw new CommandFailure(code, errors);
        }
    }

    /** Why a file cannot be read or written, in words that name it. */
    public static String because(Path file, IOException reason) {
        return file + ": " + because(reason);
    }

    /** The same in words that leave it to others to name it. */
    static String because(IOException reason) {
        return switch (reason) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException there -> "there is something else of this name";
            case FileSystemException other -> other.getReason(); // its message names the file, too
            default -> reason.getMessage();
        };
    }
}
