package dev.hatcheck.engine.session;

import java.util.List;

/**
 * A reply of the listener; {@link Replies} has them all.
 *
 * @param code three digits
 * @param lines the texts behind the code, at least one, without line ends
 */
public record Reply(int code, List<String> lines) {
    public Reply {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a reply has a line");
        }
    }

    static Reply of(int code, String... lines) {
        return new Reply(code, List.of(lines));
    }

    /** The reply as it is sent, with the code before each line and CRLF behind it. */
    public String wire() {
        var wire = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            wire.append(code)
                    .append(i < lines.size() - 1 ? '-' : ' ')
                    .append(lines.get(i))
                    .append("\r\n");
        }
        return wire.toString();
    }
}
