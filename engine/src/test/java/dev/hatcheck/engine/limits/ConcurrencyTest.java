package dev.hatcheck.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final MailFlowPolicy TWO = Tables.policy("ACCEPT { max_concurrency = 2 }");
    private static final MailFlowPolicy MANY = Tables.policy("ACCEPT { max_concurrency = 1000 }");

    private final Concurrency concurrency = new Concurrency();

    @Test
    void anAddressMayHaveAsManyConnectionsAsItsPolicySays() {
        assertThat(enter("192.0.2.7", TWO)).isEqualTo(Verdict.OBEY);
        assertThat(enter("::ffff:192.0.2.7", TWO)).isEqualTo(Verdict.OBEY);
        assertThat(enter("192.0.2.7", TWO))
                .isEqualTo(Verdict.disconnect(Replies.TOO_MANY_FROM_YOUR_HOST, Failure.CONNECTION_LIMIT));
        assertThat(enter("192.0.2.8", TWO)).isEqualTo(Verdict.OBEY);
    }

    @Test
    void whoLeavesMakesRoomAndWhoWasRefusedDoesNotCount() {
        enter("192.0.2.7", TWO);
        enter("192.0.2.7", TWO);
        enter("192.0.2.7", TWO);
        concurrency.leave(Peers.address("192.0.2.7"));
        assertThat(enter("192.0.2.7", TWO)).isEqualTo(Verdict.OBEY);
        assertThat(enter("192.0.2.7", TWO)).isNotEqualTo(Verdict.OBEY);
    }

    @Test
    void aListenerMayHaveAsManyConnectionsAsItIsSetTo() {
        ListenerSettings listener = Tables.PUBLIC.with("max_concurrency", "1");
        enter("192.0.2.7", MANY, listener);
        assertThat(enter("192.0.2.8", MANY, listener))
                .isEqualTo(Verdict.disconnect(Replies.TOO_MANY_TO_THIS_LISTENER, Failure.CONNECTION_LIMIT));
    }

    @Test
    void allListenersTogetherMayHaveAsManyAsTheyAreSetTo() {
        ListenerSettings listener = Tables.PUBLIC.with("global_max_listener_concurrency", "1");
        enter("192.0.2.7", MANY, listener);
        assertThat(enter("192.0.2.8", MANY, listener))
                .isEqualTo(Verdict.disconnect(Replies.TOO_MANY_TO_THIS_HOST, Failure.CONNECTION_LIMIT));
    }

    @Test
    void listenersOfOneBoxAreCountedTogether() {
        ListenerSettings listener = Tables.PUBLIC.with("global_max_listener_concurrency", "2");
        var box = new Box();
        var one = new Concurrency(box);
        var other = new Concurrency(box);
        assertThat(one.enter(Peers.address("192.0.2.7"), MANY, listener)).isEqualTo(Verdict.OBEY);
        assertThat(other.enter(Peers.address("192.0.2.7"), MANY, listener)).isEqualTo(Verdict.OBEY);
        assertThat(one.enter(Peers.address("192.0.2.8"), MANY, listener))
                .isEqualTo(Verdict.disconnect(Replies.TOO_MANY_TO_THIS_HOST, Failure.CONNECTION_LIMIT));
        assertThat(concurrency.enter(Peers.address("192.0.2.8"), MANY, listener))
                .as("in a box of its own")
                .isEqualTo(Verdict.OBEY);
        other.leave(Peers.address("192.0.2.7"));
        assertThat(one.enter(Peers.address("192.0.2.8"), MANY, listener)).isEqualTo(Verdict.OBEY);
    }

    @Test
    void aBoxBesideAnotherCountsForItselfAndNumbersWithIt() {
        ListenerSettings listener = Tables.PUBLIC.with("global_max_listener_concurrency", "1");
        var box = new Box();
        Box beside = box.beside();
        assertThat(new Concurrency(box).enter(Peers.address("192.0.2.7"), MANY, listener))
                .isEqualTo(Verdict.OBEY);
        assertThat(new Concurrency(beside).enter(Peers.address("192.0.2.7"), MANY, listener))
                .isEqualTo(Verdict.OBEY);
        assertThat(box.ids().nextIcid().number()).isEqualTo(1);
        assertThat(beside.ids().nextIcid().number()).isEqualTo(2);
    }

    @Test
    void whoAListenerTurnsAwayTakesNoPlaceInItsBox() {
        ListenerSettings listener =
                Tables.PUBLIC.with("max_concurrency", "1").with("global_max_listener_concurrency", "2");
        enter("192.0.2.7", MANY, listener);
        enter("192.0.2.8", MANY, listener);
        enter("192.0.2.9", MANY, listener);
        assertThat(enter("192.0.2.8", MANY, listener))
                .isEqualTo(Verdict.disconnect(Replies.TOO_MANY_TO_THIS_LISTENER, Failure.CONNECTION_LIMIT));
    }

    @Test
    void aBoxHasAsManyTlsSessionsAsItIsSetTo() {
        ListenerSettings listener = Tables.PUBLIC.with("global_max_tls_concurrency", "1");
        var box = new Box();
        var one = new Concurrency(box);
        var other = new Concurrency(box);
        assertThat(one.enterTls(listener)).isEqualTo(Verdict.OBEY);
        assertThat(other.enterTls(listener))
                .isEqualTo(Verdict.disconnect(Replies.TOO_MANY_TLS_SESSIONS, Failure.CONNECTION_LIMIT));
        one.leaveTls();
        assertThat(other.enterTls(listener)).isEqualTo(Verdict.OBEY);
    }

    @Test
    void manyThreadsAreCountedOneByOne() {
        long letIn = IntStream.range(0, 5_000)
                .parallel()
                .filter(i -> enter("192.0.2.7", MANY) instanceof Verdict.Obey)
                .count();
        assertThat(letIn).isEqualTo(1_000);
        IntStream.range(0, 1_000).parallel().forEach(i -> concurrency.leave(Peers.address("192.0.2.7")));
        assertThat(enter("192.0.2.7", TWO)).isEqualTo(Verdict.OBEY);
    }

    private Verdict enter(String address, MailFlowPolicy policy) {
        return enter(address, policy, Tables.PUBLIC);
    }

    private Verdict enter(String address, MailFlowPolicy policy, ListenerSettings listener) {
        return concurrency.enter(Peers.address(address), policy, listener);
    }
}
