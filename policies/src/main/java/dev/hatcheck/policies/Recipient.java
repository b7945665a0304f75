package dev.hatcheck.policies;

/**
 * A criterion that an envelope recipient meets or does not.
 *
 * <p>Texts are in lower case (ASCII); a domain is a host name without a trailing dot or an address literal in brackets.
 */
@Esa({"UG90-RAT", "CFG76-51"})
public sealed interface Recipient {
    /** One address. */
    record Mailbox(String localPart, String domain) implements Recipient {}

    /** Every user of exactly this domain. */
    record Domain(String domain) implements Recipient {}

    /** Every user of every domain below this one. */
    record PartialDomain(String suffix) implements Recipient {}

    /** This user at any domain. */
    record User(String localPart) implements Recipient {}

    /** All other recipients. */
    record Everyone() implements Recipient {}
}
