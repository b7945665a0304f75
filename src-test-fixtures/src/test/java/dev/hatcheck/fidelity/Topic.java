package dev.hatcheck.fidelity;

import java.util.Arrays;
import java.util.regex.Pattern;

/** A section of the page. An element stands in the first whose pattern finds its place. */
enum Topic {
    REPLIES("Replies", "/Replies"),
    TLS("TLS", "/Tls|/Transport|/Handshake|Session.secure|HANDSHAKE"),
    POLICIES(
            "Mail flow policies and their parameters",
            "/PolicyParameters|/MailFlowPolicy|/ConnectionBehavior|/Greeting|/OverrideHostname|/HatVariables|/ReplyText"),
    SETTINGS("Settings of a listener", "/Listener|/CleanSmtp|/TimeForm"),
    PORTS("Ports where others say who the client is", "/Proxy|/Xclient|/Xtext|/Introduc|/AwaitingHeader"),
    LIMITS("Limits and times", "limits/|/MessageLimits|/SessionTime|[.](MAX_|LIMIT|GRACE|KEPT_|TO_)"),
    RECIPIENTS("The Recipient Access Table", "/Recipient|/Rat|/MailDomain"),
    TABLE("The Host Access Table and its senders", "^policies/"),
    LOG("The mail log", "maillog/|/Failure|LogFile|LogFolder"),
    ADMISSION("Who the client is, and which entry matches", "^engine/[A-Z]|connect/|lookup/"),
    DIALOGUE("The dialogue", "session/|smtp/|adapters/"),
    REST("The command line", "");

    private final String title;
    private final Pattern places;

    Topic(String title, String places) {
        this.title = title;
        this.places = Pattern.compile(places);
    }

    /** The topic of an element. */
    static Topic of(Cited cited) {
        return Arrays.stream(values())
                .filter(topic -> topic.places.matcher(cited.place()).find())
                .findFirst()
                .orElseThrow();
    }

    String title() {
        return title;
    }
}
