package dev.hatcheck.adapters.subetha;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.MessageSink.Delivery;
import dev.hatcheck.smtp.conversation.Action;
import dev.hatcheck.smtp.conversation.Conversation;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Drives a conversation on a thread that may wait: reads, obeys, and reads on until all is said. */
final class BlockingDriver {
    private static final int BUFFER = 8 * 1024;

    private final Conversation conversation;
    private final SessionWire wire;
    private final ListenerOptions options;
    private final ByteBuffer received = ByteBuffer.allocate(BUFFER);
    private Optional<Delivery> delivery = Optional.empty();

    BlockingDriver(Conversation conversation, SessionWire wire, ListenerOptions options) {
        this.conversation = conversation;
        this.wire = wire;
        this.options = options;
    }

    /** Returns when the connection is at its end. */
    void run() {
        obey();
        while (!conversation.isOver()) {
            hear();
            obey();
        }
    }

    private void hear() {
        received.clear();
        try {
            int count = wire.read(
                    received, conversation.deadline() - options.ticker().nanos());
            conversation.elapsed(options.ticker().nanos());
            if (count < 0) {
                conversation.lost();
            }
        } catch (SocketTimeoutException nothingCame) {
            conversation.elapsed(options.ticker().nanos());
        } catch (IOException gone) {
            conversation.lost();
        }
        received.flip();
        while (conversation.listens() && received.hasRemaining()) {
            conversation.received(received);
            obey();
        }
    }

    private void obey() {
        while (conversation.hasAction()) {
            try {
                obey(conversation.nextAction());
                if (!conversation.hasAction()) {
                    wire.flush();
                }
            } catch (IOException gone) {
                conversation.lost();
            }
        }
    }

    private void obey(Action action) throws IOException {
        switch (action) {
            case Action.Ask(var address) -> conversation.answered(peer(address));
            case Action.Send(var bytes) -> wire.write(bytes);
            case Action.Secure() -> secure();
            case Action.Begin(var envelope) -> delivery = begin(envelope);
            case Action.Keep(var bytes) -> keep(bytes);
            case Action.Commit() -> commit();
            case Action.Abandon() -> {
                delivery.ifPresent(Delivery::abandon);
                delivery = Optional.empty();
            }
            case Action.Close() -> wire.flush();
            case Action.Reset() -> wire.reset();
        }
    }

    private Peer peer(IpAddress address) {
        try {
            return options.lookup().lookup(address).toCompletableFuture().join();
        } catch (CompletionException failed) {
            return Peer.of(address).with(new ReverseDns.TemporaryFailure(Optional.empty()));
        }
    }

    private void secure() {
        received.clear().flip();
        try {
            conversation.secured(wire.secure());
        } catch (IOException failed) {
            conversation.handshakeFailed();
        }
    }

    private Optional<Delivery> begin(Envelope envelope) {
        try {
            return Optional.of(options.sink().begin(envelope));
        } catch (IOException full) {
            return Optional.empty(); // the client hears of it when the message is whole
        }
    }

    private void keep(ByteBuffer bytes) {
        delivery.ifPresent(open -> {
            try {
                open.write(bytes);
            } catch (IOException full) {
                open.abandon();
                delivery = Optional.empty();
            }
        });
    }

    private void commit() {
        Optional<Delivery> whole = delivery;
        delivery = Optional.empty();
        try {
            whole.orElseThrow(() -> new CompletionException(new IOException("the message could not be stored")))
                    .commit()
                    .toCompletableFuture()
                    .join();
            conversation.kept();
        } catch (CompletionException failed) {
            conversation.notKept();
        }
    }
}
