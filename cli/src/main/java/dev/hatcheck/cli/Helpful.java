package dev.hatcheck.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command that says how it is used. */
@Command(
        addMethodSubcommands = false,
        sortOptions = false,
        sortSynopsis = false,
        optionListHeading = "%nOptions:%n",
        separator = " ",
        synopsisHeading = "Usage: ",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the answer is no",
            "2:wrong use or bad input",
            "3:a file cannot be read, or a port cannot be had",
            "70:a bug"
        })
abstract class Helpful {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say how this is used.")
    private boolean help;
}
