package dev.hatcheck.policies;

/** What a mail flow policy does with a connection: the access rule of a HAT entry. */
@Esa({"T118179", "T118007"})
public enum ConnectionBehavior {
    /** Greets, and takes mail within the limits of the policy and for the recipients of the RAT. */
    ACCEPT,
    /** Greets, and takes mail for any recipient. */
    RELAY,
    /** Takes the connection only to refuse it with a greeting that says so. */
    REJECT,
    /** Refuses the connection below SMTP. */
    TCPREFUSE,
    /** Ignores the match: the entries that follow decide. */
    CONTINUE;

    /** Whether it takes mail, from whomever and for whomever. */
    public boolean isAccepting() {
        return this == ACCEPT || this == RELAY;
    }
}
