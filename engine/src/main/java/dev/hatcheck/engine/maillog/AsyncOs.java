package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import java.util.Arrays;
import java.util.Optional;

/**
 * A release of the appliance's system, whose way to write the mail log is followed.
 *
 * <p>Where releases differ, {@link ConnectionLines}, {@link MessageLines} and {@link Quoted}, which quotes for
 * {@link AddressLines} too, have a switch over this type.
 */
public enum AsyncOs {
    /** No country, and texts quoted as Python does. */
    @Esa({"CRIBL", "SPAM2WHO"})
    V7("7", "7.6.3-019"),

    /** The country at the end of the verdict line, and texts quoted as Python does. */
    @Esa("T212837")
    @Assumed("the build was found in no log; what no log of 11 shows is taken to be as in 7")
    V11("11", "11.1.0-131"),

    /** The country at the end of the verdict line, and subjects in double quotes. */
    @Esa({"ELASTIC", "SC4S"})
    V14("14", "14.0.0-698");

    private final String number;
    private final String build;

    AsyncOs(String number, String build) {
        this.number = number;
        this.build = build;
    }

    /** The release of a number such as 14, or nothing if it is none of these. */
    public static Optional<AsyncOs> read(String number) {
        return Arrays.stream(values())
                .filter(release -> release.number.equals(number))
                .findFirst();
    }

    /** The full version, as the head of a log file has it. */
    public String build() {
        return build;
    }

    /** The number that {@link #read} takes. */
    @Override
    public String toString() {
        return number;
    }
}
