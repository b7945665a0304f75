package dev.hatcheck.cli;

import dev.hatcheck.cli.input.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command that says how it is used. */
abstract class Helpful {
    /** What the command line knows of it: what its annotations say, unless it says more. */
    CommandSpec spec() {
        return CommandSpec.forAnnotatedObject(this);
    }

    /** The same, shown as all commands are. */
    final CommandSpec helpful() {
        return helpful(spec());
    }

    /** Shows a command as all of them are, and lets it be asked for help. */
    static CommandSpec helpful(CommandSpec command) {
        command.parser().separator(" ");
        command.usageMessage()
                .sortOptions(false)
                .sortSynopsis(false)
                .synopsisHeading("Usage: ")
                .optionListHeading("%nOptions:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        return command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Say how this is used.")
                .build());
    }

    private static Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(String.valueOf(code.number()), code.meaning());
        }
        return codes;
    }
}
