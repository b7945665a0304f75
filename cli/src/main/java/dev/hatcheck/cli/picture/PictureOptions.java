package dev.hatcheck.cli.picture;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.OutputFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Where to draw a picture of what a command answers. */
public final class PictureOptions {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Draw it, too: the groups as a ladder, the addresses as a strip. With - the picture is the"
                    + " answer, and no text.")
    private Optional<Path> svg = Optional.empty();

    /** Whether the picture is all that is wanted on standard output. */
    private boolean isAnswer() {
        return svg.filter(STANDARD_OUTPUT::equals).isPresent();
    }

    /**
     * Looks before anything is done whether there is one answer.
     *
     * @param isJson whether it is for programs
     * @throws CommandFailure if both it and the picture want standard output
     */
    public void check(boolean isJson) {
        if (isAnswer() && isJson) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "hatcheck: --svg - and --json both want standard output; name a file for one");
        }
    }

    /**
     * Draws a picture if one is wanted, and answers as well, if standard output is free for it.
     *
     * @throws CommandFailure if the picture cannot be written
     */
    public void draw(Supplier<String> picture, PrintWriter out, Runnable answer) {
        if (isAnswer()) {
            out.print(picture.get());
        } else {
            svg.ifPresent(file -> {
                String drawn = picture.get();
                OutputFile.write(file, to -> to.print(drawn));
            });
            answer.run();
        }
    }
}
