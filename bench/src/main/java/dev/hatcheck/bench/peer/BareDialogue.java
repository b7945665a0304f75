package dev.hatcheck.bench.peer;

import java.nio.ByteBuffer;

/** Canned replies: it knows commands by their first letter, and looks for the end of a message. */
final class BareDialogue {
    private final StringBuilder line = new StringBuilder();
    private boolean inMessage;
    private boolean secured;
    private boolean over;

    /** The replies to what came; reads no further than a STARTTLS. */
    String answer(ByteBuffer bytes) {
        var replies = new StringBuilder();
        while (bytes.hasRemaining()) {
            char next = (char) bytes.get();
            if (next != '\n') {
                line.append(next);
            } else {
                replies.append(inMessage ? messageLine() : reply());
                line.setLength(0);
            }
        }
        return replies.toString();
    }

    private String messageLine() {
        inMessage = line.length() > 2 || line.charAt(0) != '.';
        return inMessage ? "" : "250 ok\r\n";
    }

    private String reply() {
        return switch (line.charAt(0)) {
            case 'E' -> "250-mail.example\r\n250 STARTTLS\r\n";
            case 'S' -> {
                secured = true;
                yield "220 go ahead\r\n";
            }
            case 'D' -> {
                inMessage = true;
                yield "354 go ahead\r\n";
            }
            case 'Q' -> {
                over = true;
                yield "221 bye\r\n";
            }
            default -> "250 ok\r\n";
        };
    }

    boolean isSecured() {
        return secured;
    }

    boolean isOver() {
        return over;
    }
}
