package dev.hatcheck.engine.limits;

import dev.hatcheck.engine.maillog.IdSequence;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.address.IpAddress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One appliance: listeners that are given the same box are counted together, and number their connections and messages
 * in one row.
 *
 * <p>Each asks with the limit of its own settings. Safe for threads.
 */
public final class Box {
    private final IdSequence ids;
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong tlsSessions = new AtomicLong();
    private final HourlyRecipients recipients = new HourlyRecipients();

    /** A box without connections. */
    public Box() {
        this(new IdSequence());
    }

    private Box(IdSequence ids) {
        this.ids = ids;
    }

    /** Another box without connections, which counts for itself and numbers in one row with this: a log may have both. */
    public Box beside() {
        return new Box(ids);
    }

    /** Where its listeners draw their numbers, so that a number in its log is of one connection. */
    public IdSequence ids() {
        return ids;
    }

    /** Counts a connection, unless there are as many as there may be. */
    boolean enter(Limit limit) {
        return take(connections, limit);
    }

    /** Forgets a connection that was counted. */
    void leave() {
        connections.decrementAndGet();
    }

    /** Counts a connection as secured by TLS, unless there are as many as there may be. */
    boolean enterTls(Limit limit) {
        return take(tlsSessions, limit);
    }

    /** Forgets a TLS session that was counted. */
    void leaveTls() {
        tlsSessions.decrementAndGet();
    }

    /** Counts a recipient that an address names, unless there are as many in this hour as there may be. */
    boolean takeRecipient(IpAddress address, Limit limit, long now) {
        return recipients.take(address, limit, now);
    }

    /** Counts only who gets a place: one who was counted first and taken back would keep others out meanwhile. */
    private static boolean take(AtomicLong taken, Limit limit) {
        long before;
        do {
            before = taken.get();
            if (limit.isExceededBy(before + 1)) {
                return false;
            }
        } while (!taken.compareAndSet(before, before + 1));
        return true;
    }
}
