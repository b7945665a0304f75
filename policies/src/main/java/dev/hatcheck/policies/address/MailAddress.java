package dev.hatcheck.policies.address;

/**
 * A mailbox as an envelope names it.
 *
 * @param localPart the user, as written (quotes included); bytes above 127 stand as the characters U+0080 to U+00FF
 * @param domain a domain without a trailing dot or an address literal in brackets, as written; empty if there is none
 */
public record MailAddress(String localPart, String domain) {
    /** {@code user@domain}, or {@code user} alone. */
    @Override
    public String toString() {
        return domain.isEmpty() ? localPart : localPart + "@" + domain;
    }
}
