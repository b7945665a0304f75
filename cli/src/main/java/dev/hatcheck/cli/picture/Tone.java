package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.insight.Terms;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.TlsUse;

/** What is done with clients, as a colour; it has its words beside it wherever it is used. */
enum Tone {
    TLS_REQUIRED("secure", "R", "TLS required"),
    TLS_PREFERRED("preferred", "P", "TLS preferred"),
    IN_CLEAR("clear", "O", "TLS off"),
    RELAYED("relay", "L", "relays"),
    REJECTED("reject", "X", "rejects"),
    TCP_REFUSED("refuse", "T", "refuses TCP"),
    CONTINUED("continue", "C", "continues");

    private final String look;
    private final String letter;
    private final String words;

    Tone(String look, String letter, String words) {
        this.look = look;
        this.letter = letter;
        this.words = words;
    }

    /** The colour of what a policy does. */
    static Tone of(MailFlowPolicy policy) {
        return of(policy.behavior(), policy.value(PolicyParameters.TLS));
    }

    /** The colour of what is in force. */
    static Tone of(Terms terms) {
        return of(terms.behavior(), tls(terms));
    }

    private static TlsUse tls(Terms terms) {
        String written = terms.parameters().get(PolicyParameters.TLS.keyword());
        return PolicyParameters.TLS.form().read(written).orElseThrow();
    }

    private static Tone of(ConnectionBehavior behavior, TlsUse tls) {
        return switch (behavior) {
            case ACCEPT ->
                switch (tls) {
                    case REQUIRED -> TLS_REQUIRED;
                    case PREFERRED -> TLS_PREFERRED;
                    case OFF -> IN_CLEAR;
                };
            case RELAY -> RELAYED;
            case REJECT -> REJECTED;
            case TCPREFUSE -> TCP_REFUSED;
            case CONTINUE -> CONTINUED;
        };
    }

    /** Its class in the style sheet. */
    String look() {
        return look;
    }

    /** What stands for it where there is no room for words. */
    String letter() {
        return letter;
    }

    /** What is done, in a word or two. */
    String words() {
        return words;
    }

    /** {@code ACCEPT, TLS required}. */
    static String treatment(MailFlowPolicy policy) {
        return treatment(policy.behavior(), policy.value(PolicyParameters.TLS));
    }

    /** {@code ACCEPT, TLS required}. */
    static String treatment(Terms terms) {
        return treatment(terms.behavior(), tls(terms));
    }

    private static String treatment(ConnectionBehavior behavior, TlsUse tls) {
        return behavior.isAccepting() ? behavior + ", TLS " + word(tls) : behavior.toString();
    }

    private static String word(TlsUse tls) {
        return switch (tls) {
            case REQUIRED -> "required";
            case PREFERRED -> "preferred";
            case OFF -> "off";
        };
    }
}
