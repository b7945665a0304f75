package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;

/** A command that was run, and what came of it. */
record Run(int code, String out, String err) {
    /** Runs it in this process, with 80 columns and no colours. */
    static Run of(String... arguments) {
        return into(new StringWriter(), arguments);
    }

    /** Runs it with this for standard output. */
    static Run into(Writer out, String... arguments) {
        var err = new StringWriter();
        int code = Main.run(new Terminal(80, false), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }
}
