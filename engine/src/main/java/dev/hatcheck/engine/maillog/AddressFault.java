package dev.hatcheck.engine.maillog;

/** Why MAIL or RCPT names no address. Texts are as the client sent them, unescaped. */
public sealed interface AddressFault {
    /** The domain is in brackets and holds no address that is understood; with its brackets. */
    record UnsupportedLiteral(String literal) implements AddressFault {}

    /** The command holds no address at all; it is the whole line. */
    record NoAddress(String command) implements AddressFault {}
}
