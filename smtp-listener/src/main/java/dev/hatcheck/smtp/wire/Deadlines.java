package dev.hatcheck.smtp.wire;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds those whose time is up.
 *
 * <p>A deadline moves away with every command and seldom comes, so nobody is kept in order. A look at everybody, when
 * the earliest deadline that was heard of has come, finds those who are late, and the moment for the next look.
 */
final class Deadlines {
    /** No deadline at all. */
    static final long NEVER = Long.MAX_VALUE;

    private final Set<Timed> watched = new HashSet<>();
    private long next = NEVER;

    /** Watches over somebody from now on. */
    void watch(Timed one) {
        watched.add(one);
    }

    /** Forgets somebody. */
    void forget(Timed one) {
        watched.remove(one);
    }

    /** Hears that somebody's deadline is this. */
    void note(long deadline) {
        next = earlier(next, deadline);
    }

    /** Tells all who are late. */
    void check(long now) {
        if (!hasCome(next, now)) {
            return;
        }
        next = NEVER;
        for (Timed one : List.copyOf(watched)) {
            if (hasCome(one.deadline(), now)) {
                one.late();
            }
            note(one.deadline());
        }
    }

    /** How long nobody can be late, in milliseconds from 1; 0 if nobody ever is. */
    long millisFrom(long now) {
        return next == NEVER
                ? 0
                : Math.max(1, Duration.ofNanos(next - now).plusNanos(999_999).toMillis());
    }

    private static boolean hasCome(long deadline, long now) {
        return deadline != NEVER && now - deadline >= 0;
    }

    private static long earlier(long one, long other) {
        if (one == NEVER || other == NEVER) {
            return Math.min(one, other);
        }
        return one - other < 0 ? one : other;
    }
}
