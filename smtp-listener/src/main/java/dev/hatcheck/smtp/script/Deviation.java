package dev.hatcheck.smtp.script;

import dev.hatcheck.engine.session.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What becomes of a reply.
 *
 * @param reply what is said; without it, what would be said anyway
 * @param delay how long it is held back, by the listener's ticker
 * @param cut behind so many bytes of it the connection is closed; without it, the connection goes on
 */
public record Deviation(Optional<Reply> reply, Duration delay, OptionalInt cut) {
    /** All is as it would be without a script. */
    public static final Deviation NONE = new Deviation(Optional.empty(), Duration.ZERO, OptionalInt.empty());

    public Deviation {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a reply cannot come " + delay + " late");
        }
        if (cut.isPresent() && cut.getAsInt() < 0) {
            throw new IllegalArgumentException("a reply is cut at byte 0 at the earliest, not " + cut.getAsInt());
        }
        if (reply.isPresent()) {
            check(reply.get());
        }
    }

    private static void check(Reply reply) {
        if (reply.code() < 200 || reply.code() > 599) {
            throw new IllegalArgumentException("the code of a reply is 200 to 599, not " + reply.code());
        }
        for (String line : reply.lines()) {
            if (line.chars().anyMatch(c -> c == '\r' || c == '\n' || c > 0xff)) {
                throw new IllegalArgumentException("no line of a reply can be \"" + line + "\"");
            }
        }
    }

    /** The reply that is said instead of obeying: one that is a refusal. */
    public Optional<Reply> refusal() {
        return reply.filter(Deviation::isRefusal);
    }

    /** What is said where this would be said: other words for yes if there are some, and never yes for no. */
    public Reply wordsFor(Reply ordinary) {
        return reply.filter(other -> !isRefusal(other) && !isRefusal(ordinary)).orElse(ordinary);
    }

    private static boolean isRefusal(Reply reply) {
        return reply.code() >= 400;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        boolean dropped = refusal().isPresent() && cut.orElse(1) == 0;
        reply.ifPresent(said -> parts.add(dropped ? "no word" : said.code() + " " + String.join(" / ", said.lines())));
        if (!delay.isZero()) {
            parts.add("after " + delay);
        }
        cut.ifPresent(bytes -> parts.add(dropped || bytes == Integer.MAX_VALUE ? "closed" : "cut at byte " + bytes));
        return parts.isEmpty() ? "as ever" : String.join(", ", parts);
    }
}
