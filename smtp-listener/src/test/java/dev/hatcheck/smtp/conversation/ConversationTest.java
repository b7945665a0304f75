package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.limits.Concurrency;
import dev.hatcheck.engine.maillog.IdSequence;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.policies.address.HostName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a driver may rely on, whatever it drives. */
class ConversationTest {
    private final List<MailEvent> events = new ArrayList<>();
    private final Concurrency concurrency = new Concurrency();
    private final Conversation conversation = new Conversation(
            Tables.accepting("tls = on\nmax_concurrency = 1"),
            new Surroundings(new IdSequence(), concurrency, events::add, Talk.TLS),
            "127.0.0.1",
            Talk.CLIENT,
            0);

    @Test
    void nothingIsHeardBeforeTheClientIsKnown() {
        ByteBuffer early = bytes("EHLO x\r\n");
        conversation.received(early);
        assertThat(early.remaining()).isEqualTo(8);
        assertThat(conversation.nextAction()).isEqualTo(new Action.Ask(Talk.CLIENT));
        assertThat(conversation.hasAction()).isFalse();
    }

    @Test
    void whatStandsBehindStartTlsIsGone() {
        begin();
        ByteBuffer injected = bytes("STARTTLS\r\nEHLO evil\r\nMAIL FROM:<a@b.example>\r\n");
        conversation.received(injected);
        assertThat(injected.hasRemaining()).isFalse();
        assertThat(conversation.nextAction()).isInstanceOf(Action.Send.class);
        assertThat(conversation.nextAction()).isEqualTo(new Action.Secure());
        assertThat(conversation.hasAction()).isFalse();
    }

    @Test
    void noTimeRunsOutWhileSomebodyElseIsWaitedFor() {
        begin();
        conversation.received(bytes("STARTTLS\r\n"));
        drain();
        conversation.elapsed(conversation.deadline() - 1);
        assertThat(conversation.hasAction()).isFalse();
    }

    @Test
    void listsThatCouldStillDecideAreAskedOnceAndForAll() {
        var listed = new Conversation(
                Tables.engine(
                        "BAD:\n    dnslist[one.example]\n    dnslist[two.example]\n    REJECT\nALL\n    ACCEPT\n",
                        Tables.PUBLIC),
                new Surroundings(new IdSequence(), concurrency, events::add, Talk.TLS),
                "127.0.0.1",
                Talk.CLIENT,
                0);
        listed.nextAction();
        var peer = Peer.of(Talk.CLIENT);
        listed.answered(peer);
        assertThat(listed.nextAction())
                .isEqualTo(
                        new Action.AskLists(peer, List.of(new HostName("one.example"), new HostName("two.example"))));
        assertThat(events).isEmpty();
        listed.answered(peer.with(DnsLists.failed(List.of(new HostName("one.example")))));
        assertThat(listed.nextAction()).isInstanceOf(Action.Send.class);
        assertThat(events).hasSize(2);
    }

    @Test
    void aClientThatIsLostBeforeItIsKnownLeavesNoTrace() {
        conversation.lost();
        conversation.answered(Peer.of(Talk.CLIENT));
        assertThat(events).isEmpty();
        assertThat(conversation.isOver()).isTrue();
    }

    @Test
    void whoIsLostHasLeftAndMayComeAgain() {
        begin();
        conversation.lost();
        conversation.lost();
        var again = new Talk(Tables.accepting("max_concurrency = 1"), concurrency);
        assertThat(again.replies()).startsWith("220 ");
        assertThat(new Talk(Tables.accepting("max_concurrency = 1"), concurrency).replies())
                .startsWith("421 ");
    }

    @Test
    void anAnswerThatComesAfterTheEndChangesNothing() {
        begin();
        conversation.received(bytes("QUIT\r\n"));
        drain();
        int told = events.size();
        conversation.kept();
        conversation.notKept();
        conversation.handshakeFailed();
        conversation.shutDown();
        conversation.elapsed(Long.MAX_VALUE / 2);
        assertThat(conversation.hasAction()).isFalse();
        assertThat(events).hasSize(told);
    }

    @Test
    void whoIsNotHeardOfAnyMoreHasLeftAllTheSame() {
        var deaf = new Conversation(
                Tables.accepting("max_concurrency = 1"),
                new Surroundings(
                        new IdSequence(),
                        concurrency,
                        event -> {
                            if (event instanceof MailEvent.Closed) {
                                throw new IllegalStateException("as ordered by the test");
                            }
                        },
                        Talk.TLS),
                "127.0.0.1",
                Talk.CLIENT,
                0);
        deaf.answered(Peer.of(Talk.CLIENT));
        assertThatIllegalStateException().isThrownBy(deaf::lost);
        assertThat(new Talk(Tables.accepting("max_concurrency = 1"), concurrency).replies())
                .startsWith("220 ");
    }

    private void begin() {
        conversation.answered(Peer.of(Talk.CLIENT));
        drain();
    }

    private void drain() {
        while (conversation.hasAction()) {
            conversation.nextAction();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
