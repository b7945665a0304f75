package dev.hatcheck.cli;

/** The command line. */
public final class Main {

    private Main() {}

    /** Prints how the command is used. */
    public static void main(String[] arguments) {
        System.out.println("usage: hatcheck COMMAND");
    }
}
