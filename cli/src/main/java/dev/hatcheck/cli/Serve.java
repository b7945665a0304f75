package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "serve")
final class Serve extends Helpful implements Callable<Integer> {
    Serve(PrintWriter out, Diagnostics diagnostics) { }
    Serve(PrintWriter out, Diagnostics diagnostics, Terminal t) { }
    @Override
    public Integer call() { return 0; }
}
