package dev.hatcheck.engine.limits;

import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.address.IpAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the connections of one listener, by address and in all, and those of its box with the recipients of each
 * address.
 *
 * <p>Safe for threads. Who was let in must leave exactly once, and so must a TLS session that was.
 */
public final class Concurrency {
    private final Box box;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IpAddress, Integer> byAddress = new HashMap<>();
    private int onThisListener;

    /** A listener without connections, in a box of its own. */
    public Concurrency() {
        this(new Box());
    }

    /** A listener without connections, in a box that others may share. */
    public Concurrency(Box box) {
        this.box = box;
    }

    /** Counts a connection, unless the box, the listener or the address, asked in this order, has as many as it may. */
    @Esa("T118234")
    public Verdict enter(IpAddress address, MailFlowPolicy policy, ListenerSettings settings) {
        if (!box.enter(settings.value(ListenerParameters.GLOBAL_MAX_LISTENER_CONCURRENCY))) {
            return refusal(Replies.TOO_MANY_TO_THIS_HOST);
        }
        Verdict verdict = enterListener(address, policy, settings);
        if (verdict.isRefusal()) {
            box.leave();
        }
        return verdict;
    }

    private Verdict enterListener(IpAddress address, MailFlowPolicy policy, ListenerSettings settings) {
        lock.lock();
        try {
            int fromThisAddress = byAddress.getOrDefault(address, 0) + 1;
            if (settings.value(ListenerParameters.MAX_CONCURRENCY).isExceededBy(onThisListener + 1L)) {
                return refusal(Replies.TOO_MANY_TO_THIS_LISTENER);
            }
            if (policy.value(PolicyParameters.MAX_CONCURRENCY).isExceededBy(fromThisAddress)) {
                return refusal(Replies.TOO_MANY_FROM_YOUR_HOST);
            }
            byAddress.put(address, fromThisAddress);
            onThisListener++;
            return Verdict.OBEY;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a connection that was let in. */
    public void leave(IpAddress address) {
        lock.lock();
        try {
            byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
            onThisListener--;
        } finally {
            lock.unlock();
        }
        box.leave();
    }

    /** Counts a TLS session that is about to begin, unless the limit of the box is reached. */
    @Esa("T118495")
    @Assumed("the log tells of it as of the other limits on connections")
    public Verdict enterTls(ListenerSettings settings) {
        return box.enterTls(settings.value(ListenerParameters.GLOBAL_MAX_TLS_CONCURRENCY))
                ? Verdict.OBEY
                : refusal(Replies.TOO_MANY_TLS_SESSIONS);
    }

    /** Forgets a TLS session that was let in. */
    public void leaveTls() {
        box.leaveTls();
    }

    /**
     * Counts a recipient that a client names, unless its address has named as many as its policy allows in this hour;
     * answers whether it may.
     *
     * @param now the time, in the ticker's nanoseconds
     */
    @Esa("UG912-16")
    public boolean takeRecipient(IpAddress address, MailFlowPolicy policy, long now) {
        return box.takeRecipient(address, policy.value(PolicyParameters.MAX_RCPTS_PER_HOUR), now);
    }

    private static Verdict refusal(Reply reply) {
        return Verdict.disconnect(reply, Failure.CONNECTION_LIMIT);
    }
}
