package dev.hatcheck.policies;

/** What a listener does with a carriage return or line feed that stands alone in a message. */
@Esa({"CODES", "CONFLOOK"})
public enum CleanSmtp {
    /** Turns it into CRLF. */
    ON,
    /** Refuses the message. */
    OFF,
    /** Keeps the bytes as they came. */
    @Assumed("an extension for labs; the appliance knows only clean and reject")
    ALLOW
}
