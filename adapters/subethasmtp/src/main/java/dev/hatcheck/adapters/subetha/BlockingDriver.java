package dev.hatcheck.adapters.subetha;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.smtp.Followed;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.Intake;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.TlsSession;
import dev.hatcheck.smtp.conversation.Action;
import dev.hatcheck.smtp.conversation.Conversation;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Drives a conversation on a thread that may wait: reads, obeys, and reads on until all is said. */
final class BlockingDriver {
    private static final int BUFFER = 8 * 1024;

    private final Conversation conversation;
    private final SessionWire wire;
    private final ListenerOptions options;
    private final ByteBuffer received = ByteBuffer.allocate(BUFFER);
    private final Intake intake;
    private final Followed followed;
    private long answerBy;

    BlockingDriver(Conversation conversation, SessionWire wire, ListenerOptions options, Followed followed) {
        this.conversation = conversation;
        this.wire = wire;
        this.options = options;
        this.intake = new Intake(options.sink());
        this.followed = followed;
    }

    /**
     * Returns when the connection is at its end; whatever ends it, the conversation is over then and counted no more.
     */
    void run() {
        try {
            obey();
            while (!conversation.isOver()) {
                hear();
                obey();
            }
        } finally {
            conversation.lost();
            intake.abandon();
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
            int end = received.limit();
            followed.aboutToHear(received);
            conversation.received(received);
            received.limit(end);
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
            case Action.Ask(var address) -> {
                answerBy = options.ticker().nanos()
                        + HostLookup.patience(options.engine().settings()).toNanos();
                ask(() -> options.lookup().lookup(address), Peer.ofFailedLookup(address));
            }
            case Action.AskLists(var known, var zones) ->
                ask(
                        () -> options.lookup().lists(known.address(), zones).thenApply(known::with),
                        known.with(DnsLists.failed(zones)));
            case Action.Send(var bytes) -> {
                followed.said(bytes);
                wire.write(bytes);
            }
            case Action.Secure() -> secure();
            case Action.Begin(var envelope) -> intake.begin(envelope);
            case Action.Keep(var bytes) -> intake.keep(bytes);
            case Action.Commit() -> commit();
            case Action.Abandon() -> intake.abandon();
            case Action.GiveWay giveWay -> throw new IllegalStateException("nobody introduces clients here");
            case Action.Close close -> wire.sayFarewell();
            case Action.Part part -> wire.sayFarewell();
            case Action.Reset() -> wire.reset();
        }
    }

    /** Waits for the answer as long as there is time; a question without one has failed. */
    private void ask(Supplier<CompletionStage<Peer>> question, Peer failed) {
        Peer answer;
        try {
            answer = question.get()
                    .toCompletableFuture()
                    .completeOnTimeout(failed, answerBy - options.ticker().nanos(), TimeUnit.NANOSECONDS)
                    .join();
        } catch (RuntimeException e) { // whoever looks up may fail as it likes
            answer = failed;
        }
        conversation.answered(answer);
    }

    private void secure() {
        received.clear().flip();
        TlsSession secured;
        try {
            secured = wire.secure();
        } catch (IOException | RuntimeException failed) { // whoever supplies the certificate may fail as it likes
            followed.handshakeFailed(String.valueOf(failed.getMessage()));
            conversation.handshakeFailed();
            return;
        }
        followed.secured(secured);
        conversation.secured(secured);
    }

    private void commit() {
        try {
            intake.commit().toCompletableFuture().join();
        } catch (CompletionException | CancellationException failed) {
            conversation.notKept();
            return;
        }
        conversation.kept();
    }
}
