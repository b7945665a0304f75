package dev.hatcheck.smtp.lookup;

import dev.hatcheck.smtp.Ticker;
import dev.hatcheck.smtp.lookup.Answer.Failed;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One question on its way to several name servers, whose tries overlap: who is late may still be first.
 *
 * <p>Of one thread, but for the outcomes that come in.
 */
final class Inquiry {
    private final Sending sending;
    private final Duration time;
    private final Ticker clock = Ticker.system();
    private final long start = clock.nanos();
    private final Deque<InetSocketAddress> willing;
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private int tries;
    private int underWay;
    private long lastTry;

    /** Asks a server, which has so much time; nothing comes of it if it is silent. */
    interface Sending {
        CompletionStage<Optional<Answer>> to(InetSocketAddress server, Duration patience) throws InterruptedException;
    }

    private record Outcome(InetSocketAddress server, Optional<Answer> answer) {}

    /** An inquiry that is over when an answer or the end of its time has come. */
    Inquiry(List<InetSocketAddress> servers, Duration time, Sending sending) {
        this.willing = new ArrayDeque<>(servers);
        this.time = time;
        this.sending = sending;
    }

    /** The first answer of a server that can say; waits for it. */
    Answer answer() throws InterruptedException {
        tryNext();
        while (underWay > 0 && passed() < time.toNanos()) {
            Outcome outcome = outcomes.poll(untilNext(), TimeUnit.NANOSECONDS);
            if (outcome != null) {
                underWay--;
                Optional<Answer> answer = outcome.answer();
                if (answer.isPresent() && !(answer.get() instanceof Failed)) {
                    return answer.get();
                }
                if (answer.isPresent()) {
                    willing.remove(outcome.server());
                }
                if (willing.isEmpty()) {
                    return new Failed();
                }
            }
            tryNext();
        }
        return new Failed();
    }

    private long passed() {
        return clock.nanos() - start;
    }

    private boolean hasNext() {
        return tries < NameServers.TRIES && !willing.isEmpty();
    }

    /** How long to listen before the next server has its turn; behind the last one, until time is up. */
    private long untilNext() {
        long end = hasNext() ? lastTry + time.dividedBy(NameServers.TRIES).toNanos() : time.toNanos();
        return Math.min(end, time.toNanos()) - passed();
    }

    private void tryNext() throws InterruptedException {
        if (hasNext()) {
            InetSocketAddress server = willing.remove();
            willing.add(server);
            tries++;
            underWay++;
            lastTry = passed();
            sending.to(server, time.minusNanos(lastTry))
                    .thenAccept(answer -> outcomes.add(new Outcome(server, answer)));
        }
    }
}
