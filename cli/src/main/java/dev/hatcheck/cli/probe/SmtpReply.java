package dev.hatcheck.cli.probe;

import dev.hatcheck.engine.maillog.LogText;
import java.util.List;

/**
 * What a server answers.
 *
 * @param code its three digits
 * @param lines what stands behind them, a byte a character
 */
record SmtpReply(int code, List<String> lines) {
    SmtpReply {
        lines = List.copyOf(lines);
    }

    boolean isPositive() {
        return code >= 200 && code < 300;
    }

    /** Whether it is an answer to EHLO that has this keyword. */
    boolean offers(String keyword) {
        return lines.stream()
                .skip(1) // the server's name, whatever that is
                .anyMatch(line -> line.strip().split(" ", 2)[0].equalsIgnoreCase(keyword));
    }

    /** Its first line, as far as that can be shown. */
    @Override
    public String toString() {
        return LogText.escapeText(code + " " + lines.getFirst()).strip();
    }
}
