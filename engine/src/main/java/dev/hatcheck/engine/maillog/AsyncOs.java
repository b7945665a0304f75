package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;

/**
 * A release of the appliance's system, whose way to write the mail log is followed.
 *
 * <p>Where releases differ, {@link MailLog} has a switch over this type.
 */
public enum AsyncOs {
    /** Subjects in double quotes, and the country at the end of the verdict line. */
    @Esa({"ELASTIC", "SC4S"})
    V14("14.0.0-698");

    private final String build;

    AsyncOs(String build) {
        this.build = build;
    }

    /** The full version, as the head of a log file has it. */
    public String build() {
        return build;
    }
}
