package dev.hatcheck.cli.probe;

import dev.hatcheck.engine.maillog.LogText;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** Why a connection came to nothing, in words for people. */
final class Reason {
    private Reason() {}

    static String of(IOException why) {
        return switch (why) {
            case SocketTimeoutException late -> "no answer in time";
            case ConnectException refused -> text(refused);
            case EOFException ended -> "the server closed the connection";
            case SSLException broken
            when broken.getCause() instanceof EOFException -> "the server closed the connection";
            default -> text(why);
        };
    }

    private static String text(IOException why) {
        return LogText.escapeText(String.valueOf(why.getMessage()));
    }
}
