package dev.hatcheck.cli;

import dev.hatcheck.cli.demo.Report;
import dev.hatcheck.cli.demo.Show;
import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hatcheck demo}: mail of CRES comes in over TLS only, shown on a real socket. */
@Command(
        name = "demo",
        header = "Shows on a real socket that mail of CRES comes in over TLS only, and what its check of TLS finds.%n")
final class Demo extends Helpful implements Callable<Integer> {
    private final PrintWriter out;
    private final Terminal terminal;

    /** Spelled as the option spells it. */
    private enum Colour {
        auto,
        always,
        never
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never (default: ${DEFAULT-VALUE}, which is on a terminal only).")
    private Colour colour;

    @Option(names = "--width", paramLabel = "N", description = "Columns (default: those of the terminal, or 80).")
    private Optional<Integer> width;

    Demo(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Show show = play();
        Report.write(show, terminal()).forEach(out::println);
        return (show.isAsItMustBe() ? ExitCode.DONE : ExitCode.NO).number();
    }

    private static Show play() {
        try {
            return Show.play(Clock.systemUTC().instant());
        } catch (IOException noPort) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "hatcheck: no port can be had here: " + noPort.getMessage());
        }
    }

    private Terminal terminal() {
        Terminal wide = width.map(terminal::withWidth).orElse(terminal);
        return switch (colour) {
            case auto -> wide;
            case always -> wide.withColour(true);
            case never -> wide.withColour(false);
        };
    }
}
