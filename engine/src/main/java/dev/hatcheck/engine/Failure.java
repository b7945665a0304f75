package dev.hatcheck.engine;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;

/** Why receiving failed, in the words of the log. */
@Esa("SPAM2WHO")
public enum Failure {
    CONNECTION_LIMIT("Connection limit exceeded"),
    TOO_MANY_MESSAGES("Too Many Messages"),
    MESSAGE_SIZE("Message size exceeds limit"),
    MESSAGE_LOOP("Message loop"),
    /** The header is longer than the listener allows. */
    @Assumed("modelled on the line for a message that is too big")
    HEADER_SIZE("Message header size exceeds limit"),
    /** The body has line ends that the listener does not clean. */
    @Assumed("modelled on the reply")
    BARE_LINE_ENDS("Message body contains illegal bare CR/LF characters"),
    /** The message could not be kept. */
    @Assumed("modelled on the reply")
    SERVER_ERROR("Server Error");

    private final String words;

    Failure(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
