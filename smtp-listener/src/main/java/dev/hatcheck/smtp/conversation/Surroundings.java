package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.limits.Box;
import dev.hatcheck.engine.limits.Concurrency;
import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.IdSequence;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.StartTls;
import dev.hatcheck.smtp.script.Cues;

/**
 * What the conversations of one listener share.
 *
 * @param ids where they draw their numbers
 * @param concurrency where they are counted
 * @param events who hears of them
 * @param tls what they make of STARTTLS
 * @param cues the scripts that they keep to, if any
 */
public record Surroundings(IdSequence ids, Concurrency concurrency, EventSink events, StartTls tls, Cues cues) {
    /** Surroundings without scripts. */
    public Surroundings(IdSequence ids, Concurrency concurrency, EventSink events, StartTls tls) {
        this(ids, concurrency, events, tls, Cues.NONE);
    }

    /** Those of a listener that has just been started. */
    public static Surroundings of(ListenerOptions options) {
        Box box = options.box().isPresent() ? options.box().get() : new Box();
        return new Surroundings(box.ids(), new Concurrency(box), options.events(), options.tls());
    }

    /** The same, with somebody else who hears of them. */
    public Surroundings withEvents(EventSink other) {
        return other == events ? this : new Surroundings(ids, concurrency, other, tls, cues);
    }

    /** The same, with these scripts. */
    public Surroundings withCues(Cues other) {
        return new Surroundings(ids, concurrency, events, tls, other);
    }
}
