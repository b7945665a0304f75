package dev.hatcheck.cli;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.input.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line.
 *
 * <p>Answers go to standard output, everything else to standard error; {@link ExitCode} says how it ended.
 */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // JSSE reads this once, so it must be there before anything touches TLS.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        System.setProperty("java.util.logging.SimpleFormatter.format", "hatcheck: %5$s%6$s%n");
        // picocli would look for Groovy in every jar, for a tenth of the time that a start takes.
        System.setProperty("picocli.disable.closures", "true");
        int status = run(Terminal.ofProcess(), utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
        System.exit(status);
    }

    /** Runs a command; answers its exit code. */
    static int run(Terminal terminal, PrintWriter out, PrintWriter err, String... arguments) {
        var diagnostics = new Diagnostics(err);
        try {
            int code = commandLine(terminal, out, diagnostics, arguments).execute(arguments);
            return out.checkError() && isAnswer(code) ? failed(diagnostics, OutputLost.of("the answer")) : code;
        } catch (Throwable bug) { // also what picocli lets through: errors of the virtual machine
            return failed(diagnostics, bug);
        }
    }

    /** With all other codes standard output is empty, or what it lost is not all that went wrong. */
    private static boolean isAnswer(int code) {
        return code == ExitCode.DONE.number() || code == ExitCode.NO.number();
    }

    private static CommandLine commandLine(
            Terminal terminal, PrintWriter out, Diagnostics diagnostics, String... arguments) {
        var commandLine = new CommandLine(root());
        Map<String, Helpful> commands = new LinkedHashMap<>();
        commands.put("serve", new Serve(out, diagnostics));
        commands.put("demo", new Demo(out, terminal));
        commands.put("trace", new Trace(out, diagnostics, terminal));
        commands.put("check", new Check(out, diagnostics, terminal));
        commands.put("prove", new Prove(out, diagnostics, terminal));
        commands.put("diff", new Diff(out, diagnostics, terminal));
        commands.put("classify", new Classify(out, diagnostics, terminal));
        commands.put("probe", new ProbeCommand(out, diagnostics, terminal));
        wanted(commands, arguments).stream()
                .map(Helpful::helpful)
                .forEach(command -> commandLine.addSubcommand(command.name(), command));
        Words.register(commandLine);
        return commandLine
                .setOut(out)
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.clamp(terminal.width(), 60, 100))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((thrown, command, result) -> failed(diagnostics, thrown))
                .setParameterExceptionHandler((thrown, given) -> misused(diagnostics, thrown));
    }

    private static CommandSpec root() {
        CommandSpec root = CommandSpec.wrapWithoutInspection(new Main());
        root.name("hatcheck");
        root.usageMessage()
                .header(
                        "Stands in for a mail gateway: treats each client as a Host Access Table says, and tells why.%n")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer("%nBegin with `hatcheck demo`. `hatcheck COMMAND --help` tells more.%n");
        return Helpful.helpful(root)
                .versionProvider(new Version())
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Say which version this is.")
                        .build());
    }

    /** To learn the options of all commands would take longer than to start one: only what is asked for is learnt. */
    private static Collection<Helpful> wanted(Map<String, Helpful> commands, String... arguments) {
        return arguments.length > 0 && commands.containsKey(arguments[0])
                ? List.of(commands.get(arguments[0]))
                : commands.values();
    }

    private static int misused(Diagnostics diagnostics, ParameterException thrown) {
        String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
        diagnostics.tell("hatcheck: " + message(thrown) + suggestion(thrown));
        diagnostics.tell("`" + command + " --help` says what it understands.");
        return ExitCode.BAD_INPUT.number();
    }

    /** The message of picocli, but for a word where a command is expected. */
    private static String message(ParameterException thrown) {
        boolean isCommand = thrown instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && thrown.getCommandLine().getParent() == null;
        return isCommand
                ? "there is no command "
                        + ((UnmatchedArgumentException) thrown).getUnmatched().getFirst()
                : thrown.getMessage().replaceFirst("^Error: ", "");
    }

    private static String suggestion(ParameterException thrown) {
        List<String> suggestions =
                thrown instanceof UnmatchedArgumentException unknown ? unknown.getSuggestions() : List.of();
        return suggestions.isEmpty() ? "" : "; is " + String.join(" or ", suggestions) + " meant?";
    }

    private static int failed(Diagnostics diagnostics, Throwable thrown) {
        if (thrown instanceof CommandFailure failure) {
            diagnostics.tell(failure.lines());
            return failure.code().number();
        }
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        diagnostics.tell("hatcheck: this is a bug in Hatcheck; please report it with these lines:");
        diagnostics.tell(trace.toString().replace("\t", "    ").lines().toList());
        return ExitCode.BUG.number();
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
