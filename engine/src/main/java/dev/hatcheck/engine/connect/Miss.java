package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.Assumed;

/** Why an entry did not decide about a client. */
public enum Miss {
    OTHER_ADDRESS("the address is outside"),
    OTHER_NAME("the verified name is another"),
    NAME_NOT_BELOW("the verified name is not below it"),
    NAME_NOT_VERIFIED("the name is not verified: its own look-up does not lead back to the address"),
    NAME_UNKNOWN("the address has no PTR record, so there is no name to match"),
    NAME_LOOKUP_FAILED("the look-up of the name failed, so there is no name to match"),
    SCORE_OUTSIDE("the reputation score is outside the range"),
    NO_SCORE("there is no reputation score"),
    HAS_SCORE("there is a reputation score"),
    SCORE_NOT_ASKED("nobody asks for the score of this client"),
    /** A private client, of whom nobody asks for a score, does not count as one without a score. */
    @Assumed("sbrs[none] is not for private clients: the log says rfc1918 of them, and None of others")
    PRIVATE_ADDRESS("the address is private, so nobody asks for a score, and that is not the same as having none"),
    OTHER_ORGANIZATION("the organisation is another"),
    ORGANIZATION_UNKNOWN("the organisation is not known"),
    OTHER_COUNTRY("the country is another"),
    COUNTRY_UNKNOWN("the country is not known"),
    LIST_NOT_ASKED("nobody asked this DNS list"),
    NOT_LISTED("the client is not on this DNS list"),
    LIST_FAILED("this DNS list did not answer"),
    PTR_EXISTS("the condition is that there is no PTR record, and that is not so"),
    LOOKUP_SUCCEEDED("the condition is that the look-up fails, and that is not so"),
    NAME_LEADS_BACK("the condition is that the name does not lead back, and that is not so"),
    /** A match whose policy is {@code CONTINUE} leaves the decision to later entries. */
    @Assumed("that a match with CONTINUE leaves the decision to later entries is recalled, not documented")
    CONTINUED("it matches, and its CONTINUE lets later entries decide"),
    BEHIND("it matches, but an entry before it decides");

    private final String words;

    Miss(String words) {
        this.words = words;
    }

    /** The reason in words for an administrator. */
    public String words() {
        return words;
    }
}
