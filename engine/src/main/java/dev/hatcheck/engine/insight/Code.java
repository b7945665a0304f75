package dev.hatcheck.engine.insight;

/** What kind of thing was found; the names of the kinds are a promise. */
public enum Code {
    NEVER_DECIDES("never-decides", "An entry about nobody: earlier entries decide about all that it means"),
    DUPLICATE("duplicate", "An entry that stands in the table before"),
    SUFFIX_WITHOUT_NAME("suffix-without-name", "A name with a leading dot does not mean the name itself"),
    NAME_WITHOUT_SUFFIX("name-without-suffix", "The name of a domain does not mean the hosts in it"),
    NAME_NOT_VERIFIED("name-not-verified", "A name whose hosts the zone does not verify, so that it never counts"),
    SCORE_GAP("score-gap", "Scores that no entry about scores means"),
    SCORE_OVERLAP("score-overlap", "Scores that two entries mean, of which the earlier decides"),
    EMPTY_GROUP("empty-group", "A sender group without senders"),
    UNUSED_POLICY("unused-policy", "A policy that no entry uses"),
    EQUAL_POLICIES("equal-policies", "Policies that do the same"),
    TLS_UNDERCUT("tls-undercut", "Clients that should use TLS come to an entry first that lets them send in clear"),
    ALL_RELAYS("all-relays", "Everybody may send to anybody"),
    OPEN_RELAY("open-relay", "Strangers may send to anybody"),
    UNREADABLE_NAME("unreadable-name", "A group whose name programs that read the log do not take for one"),
    LIMITS_CONTRADICT("limits-contradict", "A limit that another one makes useless"),
    NOT_ENFORCED("not-enforced", "Parameters that are kept here, and not enforced"),
    UNKNOWN_PARAMETER("unknown-parameter", "A parameter that is not known, and does nothing"),
    NO_ALL("no-all", "A table that does not say what becomes of everybody else"),
    BITS_BEHIND_PREFIX("bits-behind-prefix", "A block of addresses with more bits than its length says"),
    ONE_LABEL("one-label", "A host name without a domain, which hardly any host has"),
    POLICY_NOT_DEFINED("policy-not-defined", "A policy that is used and not defined"),
    REJECTS_NOBODY("rejects-nobody", "A code for a rejection that is none");

    private final String id;
    private final String title;

    Code(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Its name, as in {@code never-decides}. */
    public String id() {
        return id;
    }

    /** What it means, as the heading of all findings of the kind. */
    public String title() {
        return title;
    }
}
