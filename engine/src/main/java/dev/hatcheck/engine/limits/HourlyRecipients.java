package dev.hatcheck.engine.limits;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.address.IpAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the recipients that each address, of IPv6 each network of 64 bits, names in an hour.
 *
 * <p>There is one count for an address, whichever policy or listener of the box it meets; what it may have is asked of
 * each. Safe for threads.
 */
final class HourlyRecipients {
    /** How long recipients are counted before all counts begin anew. */
    @Assumed(
            "the appliance clears its counters at the end of a period of an hour; that all are cleared at once, and that"
                    + " the first recipient begins the period, is concluded")
    static final Duration PERIOD = Duration.ofHours(1);

    /** Addresses that are counted at a time. */
    @Assumed("a bound for hostile clients; within the hour none is forgotten, so one more with a limit is refused")
    static final int MOST = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IpAddress, Long> counts = new HashMap<>();
    private boolean hasBegun;
    private long begin;

    /**
     * Counts a recipient of a client, unless it has named as many in this hour as it may.
     *
     * @param now the time, in the ticker's nanoseconds
     */
    @Esa("UG912-16")
    boolean take(IpAddress address, Limit limit, long now) {
        lock.lock();
        try {
            beginAnew(now);
            IpAddress counted = counted(address);
            long count = counts.getOrDefault(counted, 0L) + 1;
            if (limit.isExceededBy(count)) {
                return false;
            }
            if (count == 1 && counts.size() == MOST) {
                return limit instanceof Limit.Unlimited;
            }
            counts.put(counted, count);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void beginAnew(long now) {
        if (!hasBegun) {
            hasBegun = true;
            begin = now;
        }
        long periods = (now - begin) / PERIOD.toNanos();
        if (periods > 0) {
            counts.clear();
            begin += periods * PERIOD.toNanos();
        }
    }

    /** A client has a network of IPv6 to itself, and as many addresses as it likes. */
    @Assumed(
            "whether the appliance counts addresses of IPv6 one by one is not known: whoever has a /64 would have no limit")
    private static IpAddress counted(IpAddress address) {
        return address.isV4() ? address : new IpAddress(address.high(), 0);
    }
}
