package dev.hatcheck.smtp.wire;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.Intake;
import dev.hatcheck.smtp.TlsSession;
import dev.hatcheck.smtp.conversation.Action;
import dev.hatcheck.smtp.conversation.Conversation;
import dev.hatcheck.smtp.conversation.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Drives a conversation: bytes, answers and time go in, and what it wants done is done.
 *
 * <p>A client is listened to while the conversation listens and the client reads its replies. What it sent before that
 * and was not looked at waits here.
 */
final class Session implements Phase {
    /** How much the conversation hears before its replies are counted: they can be many times longer. */
    private static final int BITE = 4 * 1024;

    /** How often a turn reads from TLS, which may hold records that the selector does not see. */
    private static final int READS = 4;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Connection connection;
    private final Reception reception;
    private final Intake intake;
    private Conversation conversation;
    private HostLookup lookup;
    private Duration toAnswer;
    private ByteBuffer unheard = NOTHING;
    private boolean mayHoldRecords;
    private Optional<Question> question = Optional.empty();
    private long answerBy;

    /** Something that is asked about a client, and what is taken to be so when that fails, or takes too long. */
    private final class Question implements Connection.Outcome<Peer> {
        private final String what;
        private final Peer otherwise;

        private Question(String what, Peer otherwise) {
            this.what = what;
            this.otherwise = otherwise;
        }

        @Override
        public void of(CompletableFuture<Peer> found, long now) throws IOException {
            answer(this, peer(found), now);
        }

        private Peer peer(CompletableFuture<Peer> found) {
            try {
                return found.join();
            } catch (CompletionException | CancellationException why) {
                Diagnostics.failed(what + " " + otherwise.address() + " failed", why);
                return otherwise;
            }
        }
    }

    Session(Connection connection, Reception reception, Reception.Meeting meeting, Intake intake) {
        this.connection = connection;
        this.reception = reception;
        this.conversation = meeting.conversation();
        this.lookup = meeting.lookup();
        this.toAnswer = meeting.toAnswer();
        this.intake = intake;
    }

    // ---- what happens

    /** The conversation begins, with a client that may have said something already. */
    void begin(ByteBuffer said, long now) throws IOException {
        perform(now);
        hear(said, now);
    }

    @Override
    public void ready(long now) throws IOException {
        conversation.elapsed(now);
        perform(now);
        if (hearsAhead()) {
            readAhead(now);
        } else if (unheard.hasRemaining()) {
            hear(unheard, now);
        } else {
            read(now);
        }
    }

    /** A client that a script keeps waiting may lose patience; what it says meanwhile waits as well. */
    private void readAhead(long now) throws IOException {
        ByteBuffer input = connection.input();
        if (connection.transport().read(input.clear()) < 0) {
            conversation.lost();
            perform(now);
        } else {
            unheard = Gathered.joined(unheard, input.flip());
            mayHoldRecords = connection.transport().mayHoldMore();
        }
    }

    private void read(long now) throws IOException {
        for (int reads = 0; reads < READS && listens(); reads++) {
            ByteBuffer input = connection.input();
            int count = connection.transport().read(input.clear());
            if (count < 0) {
                conversation.lost();
                perform(now);
                return;
            }
            mayHoldRecords = count > 0 && connection.transport().mayHoldMore();
            hear(input.flip(), now);
            if (!mayHoldRecords) {
                return;
            }
        }
    }

    private void hear(ByteBuffer bytes, long now) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end && listens()) {
            bytes.limit(Math.min(end, bytes.position() + BITE));
            connection.followed().aboutToHear(bytes);
            conversation.received(bytes);
            bytes.limit(end);
            perform(now);
        }
        unheard = connection.isIn(this) ? rest(bytes) : NOTHING;
    }

    /** What is left of some bytes, in a place of its own. */
    private ByteBuffer rest(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return NOTHING;
        }
        return bytes == unheard
                ? bytes
                : ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private boolean listens() {
        return connection.isIn(this)
                && conversation.listens()
                && !connection.transport().isCongested();
    }

    private boolean hearsAhead() {
        return connection.isIn(this) && conversation.isHeld() && unheard.remaining() < BITE;
    }

    /** The handshake succeeded. */
    void secured(TlsSession secured, long now) throws IOException {
        connection.enter(this);
        connection.followed().secured(secured);
        conversation.elapsed(now);
        conversation.secured(secured);
        perform(now);
        // the client's first command may have come with the end of the handshake
        mayHoldRecords = connection.transport().mayHoldMore();
    }

    /** The handshake failed, or its time is up. The conversation does not hear how late it is: it might answer. */
    void handshakeFailed(String why, long now) throws IOException {
        connection.enter(this);
        connection.followed().handshakeFailed(why);
        conversation.handshakeFailed();
        perform(now);
    }

    @Override
    public void shutDown(long now) throws IOException {
        connection.enter(this);
        conversation.elapsed(now);
        conversation.shutDown();
        perform(now);
    }

    @Override
    public void lost(long now) {
        conversation.elapsed(now);
        conversation.lost();
        intake.abandon();
    }

    // ---- what is to be done

    private void perform(long now) throws IOException {
        while (conversation.hasAction()) {
            switch (conversation.nextAction()) {
                case Action.Send(var bytes) -> connection.say(bytes);
                case Action.Ask(var address) -> {
                    answerBy = now + toAnswer.toNanos();
                    ask(new Question("Looking up", Peer.ofFailedLookup(address)), lookUp(address), now);
                }
                case Action.AskLists(var peer, var zones) ->
                    ask(
                            new Question("Asking DNS lists about", peer.with(DnsLists.failed(zones))),
                            askLists(peer, zones),
                            now);
                case Action.Secure() -> secure(now);
                case Action.Begin(var envelope) -> intake.begin(envelope);
                case Action.Keep(var bytes) -> intake.keep(bytes);
                case Action.Commit() -> connection.whenDone(intake.commit(), now, this::committed);
                case Action.Abandon() -> intake.abandon();
                case Action.GiveWay(var next) -> meet(next, now);
                case Action.Close() -> leave(new Farewell(connection, now));
                case Action.Part() -> leave(Farewell.inReturn(connection, now));
                case Action.Reset() -> connection.reset();
            }
        }
    }

    private void leave(Farewell farewell) {
        connection.transport().end();
        connection.leave(farewell);
    }

    /** Another client takes the place of this one: nothing is left of the old conversation but this connection. */
    private void meet(Opening next, long now) {
        Reception.Meeting meeting = reception.meet(connection, next, now);
        conversation = meeting.conversation();
        lookup = meeting.lookup();
        toAnswer = meeting.toAnswer();
    }

    private CompletionStage<Peer> lookUp(IpAddress address) {
        try {
            return Objects.requireNonNull(lookup.lookup(address));
        } catch (RuntimeException why) {
            return CompletableFuture.failedFuture(why);
        }
    }

    private CompletionStage<Peer> askLists(Peer peer, List<HostName> zones) {
        try {
            return lookup.lists(peer.address(), zones).thenApply(peer::with);
        } catch (RuntimeException why) {
            return CompletableFuture.failedFuture(why);
        }
    }

    private void ask(Question asked, CompletionStage<Peer> answer, long now) throws IOException {
        question = Optional.of(asked);
        connection.whenDone(answer, now, asked);
    }

    private void answer(Question asked, Peer peer, long now) throws IOException {
        if (question.isPresent() && question.get() == asked) { // else this answer comes too late
            question = Optional.empty();
            conversation.elapsed(now);
            conversation.answered(peer);
            perform(now);
        }
    }

    private void committed(CompletableFuture<Void> commit, long now) throws IOException {
        conversation.elapsed(now);
        if (commit.isCompletedExceptionally()) {
            conversation.notKept();
        } else {
            conversation.kept();
        }
        perform(now);
    }

    /** What arrived in clear and was not looked at is thrown away before the client reads that it may begin. */
    @Rfc("3207 section 4.2")
    private void secure(long now) throws IOException {
        connection.transport().discard(connection.input());
        connection.enter(reception.handshake(connection, this, now));
    }

    // ---- what it waits for

    @Override
    public int interest() {
        return (listens() || hearsAhead() ? SelectionKey.OP_READ : 0)
                | (connection.transport().hasUnsent() ? SelectionKey.OP_WRITE : 0);
    }

    @Override
    public boolean hasMore() {
        return listens() && (unheard.hasRemaining() || mayHoldRecords);
    }

    @Override
    public long deadline() {
        return question.isPresent() ? answerBy : conversation.deadline();
    }

    @Override
    public void late(long now) throws IOException {
        if (question.isPresent()) {
            answer(question.get(), question.get().otherwise, now);
        } else {
            conversation.elapsed(now);
            perform(now);
        }
    }

    @Override
    public String toString() {
        return conversation.toString();
    }
}
