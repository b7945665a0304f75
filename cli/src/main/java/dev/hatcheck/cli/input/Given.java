package dev.hatcheck.cli.input;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option, and what is given for it once the command line is read.
 *
 * <p>A gateway has its options as values like this, and what it shares with other commands is so for all of them. To
 * find them by annotations, as those commands do with their own, would take longer than all else that it does until it
 * greets.
 *
 * @param <T> what its value is, of the types that {@link Words} reads
 */
public final class Given<T> {
    private final OptionSpec option;

    private Given(OptionSpec option) {
        this.option = option;
    }

    /** An option that may be left out. */
    public static <T> Given<T> of(String name, String label, Class<T> type, String description) {
        return new Given<>(named(name, label, description).type(type).build());
    }

    /** An option that is this if it is left out. */
    public static <T> Given<T> usually(String name, String label, Class<T> type, String usual, String description) {
        return new Given<>(
                named(name, label, description).type(type).defaultValue(usual).build());
    }

    /** An option that may be given several times. */
    public static <T> Given<List<T>> repeatedly(String name, String label, Class<T> each, String description) {
        return new Given<>(severalOf(each, name, label, description).build());
    }

    /** An option of several values with commas between them. */
    public static <T> Given<List<T>> withCommas(String name, String label, Class<T> each, String description) {
        return new Given<>(
                severalOf(each, name, label, description).splitRegex(",").build());
    }

    private static OptionSpec.Builder severalOf(Class<?> each, String name, String label, String description) {
        return named(name, label, description).type(List.class).auxiliaryTypes(each);
    }

    private static OptionSpec.Builder named(String name, String label, String description) {
        return OptionSpec.builder(name).paramLabel(label).description(description);
    }

    /** Teaches these options to a command. */
    public static CommandSpec addTo(CommandSpec command, Collection<Given<?>> options) {
        options.forEach(given -> command.addOption(given.option));
        return command;
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return value().isPresent();
    }

    /** The value, if it is not left out. */
    public Optional<T> value() {
        return Optional.ofNullable(option.<T>getValue());
    }

    /**
     * The value of an option that cannot be without.
     *
     * @throws java.util.NoSuchElementException if it is left out
     */
    public T get() {
        return value().orElseThrow();
    }
}
