package dev.hatcheck.cli.probe;

import java.io.IOException;

/** A server says something that is no reply of SMTP; the message says what. */
final class Garbled extends IOException {
    private static final long serialVersionUID = 1;

    Garbled(String message) {
        super(message);
    }
}
