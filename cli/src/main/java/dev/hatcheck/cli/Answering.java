package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** A command that answers a question and ends; what it calls is its exit code. */
abstract class Answering extends Helpful implements Callable<Integer> {
    /** Where the answer goes. */
    final PrintWriter out;

    /** Where everything else goes. */
    final Diagnostics diagnostics;

    /** What the answer is shown on. */
    final Terminal terminal;

    Answering(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        this.out = out;
        this.diagnostics = diagnostics;
        this.terminal = terminal;
    }
}
