package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.limits.Box;
import dev.hatcheck.engine.limits.Concurrency;
import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.IdSequence;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.script.Cues;

/**
 * What the conversations of one listener share.
 *
 * @param ids where they draw their numbers
 * @param concurrency where they are counted
 * @param events who hears of them
 * @param tlsAvailable whether there is a certificate to secure them with
 * @param cues the scripts that they keep to, if any
 */
public record Surroundings(IdSequence ids, Concurrency concurrency, EventSink events, boolean tlsAvailable, Cues cues) {
    /** Surroundings without scripts. */
    public Surroundings(IdSequence ids, Concurrency concurrency, EventSink events, boolean tlsAvailable) {
        this(ids, concurrency, events, tlsAvailable, Cues.NONE);
    }

    /** Those of a listener that has just been started. */
    public static Surroundings of(ListenerOptions options) {
        return new Surroundings(
                new IdSequence(),
                new Concurrency(options.box().orElseGet(Box::new)),
                options.events(),
                options.tls().isPresent());
    }

    /** The same, with somebody else who hears of them. */
    public Surroundings withEvents(EventSink other) {
        return other == events ? this : new Surroundings(ids, concurrency, other, tlsAvailable, cues);
    }

    /** The same, with these scripts. */
    public Surroundings withCues(Cues other) {
        return new Surroundings(ids, concurrency, events, tlsAvailable, other);
    }
}
