package dev.hatcheck.smtp.wire;

import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.smtp.conversation.Identity;
import dev.hatcheck.smtp.conversation.Introduction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** A trusted peer has connected that may say by XCLIENT who the client is. */
final class Introducing implements Phase {
    private final Connection connection;
    private final Identity peer;
    private final Reception reception;
    private final String hostname;
    private final Introduction introduction;
    private final long deadline;

    Introducing(Connection connection, Identity peer, Reception reception, ListenerSettings settings, long now) {
        this.connection = connection;
        this.peer = peer;
        this.reception = reception;
        this.hostname = settings.hostname();
        this.introduction = new Introduction(hostname, peer);
        this.deadline = now + patience(settings);
    }

    /** How long a peer may take to introduce a client: as long as a connection may last. */
    @Assumed("a peer may take as long to introduce a client as a client may take for everything")
    private static long patience(ListenerSettings settings) {
        return settings.value(ListenerParameters.GLOBAL_INBOUND_CONNECTION_TIMEOUT)
                .toNanos();
    }

    void begin() throws IOException {
        connection.say(introduction.greeting());
    }

    @Override
    public void ready(long now) throws IOException {
        ByteBuffer input = connection.input();
        if (connection.transport().read(input.clear()) < 0) {
            connection.close();
            return;
        }
        input.flip();
        while (input.hasRemaining() && connection.isIn(this)) {
            obey(introduction.received(input), input, now);
        }
    }

    private void obey(Introduction.Result result, ByteBuffer unheard, long now) throws IOException {
        switch (result) {
            case Introduction.Result.Incomplete() -> {}
            case Introduction.Result.Answer(var reply) -> answer(reply);
            case Introduction.Result.Farewell(var reply) -> {
                answer(reply);
                connection.leave(Farewell.inReturn(connection, now));
            }
            case Introduction.Result.Client(var opening, var said) -> {
                if (!said.hasRemaining()) { // else the conversation hears it
                    connection.followed().heard(introduction.line());
                }
                reception.greet(connection, opening, Gathered.joined(said, unheard), now);
            }
        }
    }

    private void answer(Reply reply) throws IOException {
        connection.followed().heard(introduction.line());
        connection.say(reply);
    }

    private void leave(Reply reply, long now) throws IOException {
        connection.say(reply);
        connection.leave(new Farewell(connection, now));
    }

    @Override
    public int interest() {
        return (connection.transport().isCongested() ? 0 : SelectionKey.OP_READ)
                | (connection.transport().hasUnsent() ? SelectionKey.OP_WRITE : 0);
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void late(long now) throws IOException {
        leave(Replies.CONNECTED_TOO_LONG, now);
    }

    @Override
    public void shutDown(long now) throws IOException {
        leave(Replies.shuttingDown(hostname), now);
    }

    @Override
    public void lost(long now) {}

    @Override
    public String toString() {
        return "a peer at " + peer.address() + " that may introduce a client";
    }
}
