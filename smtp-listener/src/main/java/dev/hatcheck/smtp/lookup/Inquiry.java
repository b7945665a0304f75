package dev.hatcheck.smtp.lookup;

import dev.hatcheck.smtp.lookup.Answer.Failed;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One question on its way to several name servers, whose tries overlap: who is late may still be first.
 *
 * <p>Without a clock and without a socket: it is told how much time has passed since it began, and says what to do.
 * Not safe for threads.
 */
final class Inquiry {
    private final Duration time;
    private final Deque<InetSocketAddress> willing;
    private Optional<Answer> found = Optional.empty();
    private Duration nextTurn = Duration.ZERO;
    private int tries;
    private int underWay;

    /** What is to be done now. */
    sealed interface Step {
        /** Ask a server, which has so much time. */
        record Ask(InetSocketAddress server, Duration patience) implements Step {}

        /** Wait for what comes of those that are asked, so long at most, which is more than nothing. */
        record Listen(Duration atMost) implements Step {}

        /** Go: the question is answered, or nobody can say. */
        record Done(Answer answer) implements Step {}
    }

    /** What came of a try; no answer of a server that was silent. */
    record Outcome(InetSocketAddress server, Optional<Answer> answer) {}

    /**
     * An inquiry that is over when an answer or the end of its time has come.
     *
     * @param servers in the order of their turns, at least one
     */
    Inquiry(List<InetSocketAddress> servers, Duration time) {
        this.willing = new ArrayDeque<>(servers);
        this.time = time;
    }

    /** What to do so long after the beginning; a server that is to be asked counts as asked. */
    Step next(Duration passed) {
        if (found.isPresent()) {
            return new Step.Done(found.get());
        }
        boolean hasNext = tries < NameServers.TRIES && !willing.isEmpty();
        if (passed.compareTo(time) >= 0 || willing.isEmpty() || !hasNext && underWay == 0) {
            return new Step.Done(new Failed());
        }
        if (!hasNext) {
            return new Step.Listen(time.minus(passed));
        }
        return passed.compareTo(nextTurn) < 0
                ? new Step.Listen(earlier(nextTurn, time).minus(passed))
                : ask(passed);
    }

    private Step ask(Duration passed) {
        InetSocketAddress server = willing.remove();
        willing.add(server);
        tries++;
        underWay++;
        nextTurn = passed.plus(time.dividedBy(NameServers.TRIES));
        return new Step.Ask(server, time.minus(passed));
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** This came of a try. If it settles nothing, the next server need not wait for its turn. */
    void heard(Outcome outcome) {
        underWay--;
        nextTurn = Duration.ZERO;
        outcome.answer().ifPresent(answer -> take(outcome.server(), answer));
    }

    private void take(InetSocketAddress server, Answer answer) {
        if (answer instanceof Failed) {
            willing.remove(server);
        } else {
            found = Optional.of(answer);
        }
    }
}
