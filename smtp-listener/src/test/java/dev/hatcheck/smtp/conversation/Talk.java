package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.limits.Concurrency;
import dev.hatcheck.engine.maillog.IdSequence;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.StartTls;
import dev.hatcheck.smtp.TlsSession;
import dev.hatcheck.smtp.script.Cues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drives a conversation by hand: text goes in, text comes out, and what was kept and told is at hand. */
final class Talk {
    static final IpAddress CLIENT = IpAddress.ofV4(0xc0000201);

    Conversation conversation;
    final List<MailEvent> events = new ArrayList<>();
    final List<Envelope> envelopes = new ArrayList<>();
    final List<String> kept = new ArrayList<>();
    /** A listener that has a certificate, which nobody looks at. */
    static final StartTls TLS = StartTls.by(() -> {
        throw new IllegalStateException("nobody shakes hands here");
    });

    final List<Integer> pieces = new ArrayList<>();
    final Concurrency concurrency;
    boolean handshakesFail;
    boolean sinkFails;
    boolean abandoned;
    boolean closed;
    boolean reset;
    private final Engine engine;
    private final Surroundings surroundings;
    private final StringBuilder current = new StringBuilder();
    private final StringBuilder sent = new StringBuilder();

    Talk(Engine engine) {
        this(engine, new Concurrency());
    }

    Talk(Engine engine, Concurrency concurrency) {
        this(engine, concurrency, Opening.of(Identity.of("127.0.0.1", CLIENT)));
    }

    Talk(Engine engine, Opening opening) {
        this(engine, new Concurrency(), opening);
    }

    Talk(Engine engine, Cues cues) {
        this(engine, new Concurrency(), Opening.of(Identity.of("127.0.0.1", CLIENT)), cues);
    }

    private Talk(Engine engine, Concurrency concurrency, Opening opening) {
        this(engine, concurrency, opening, Cues.NONE);
    }

    private Talk(Engine engine, Concurrency concurrency, Opening opening, Cues cues) {
        this.engine = engine;
        this.concurrency = concurrency;
        this.surroundings = new Surroundings(new IdSequence(), concurrency, events::add, TLS, cues);
        this.conversation = new Conversation(engine, surroundings, opening, 0);
        obey();
    }

    /** The replies so far, which are forgotten. */
    String replies() {
        String replies = sent.toString();
        sent.setLength(0);
        return replies;
    }

    /** How much of messages was handed on so far. */
    int bytesHandedOn() {
        return pieces.stream().mapToInt(Integer::intValue).sum();
    }

    /** Says bytes, each a character, and answers the replies. */
    String say(String bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
        while (buffer.hasRemaining() && conversation.listens()) {
            conversation.received(buffer);
            obey();
        }
        return replies();
    }

    /** It is so late, and these are the replies. */
    String elapsed(Duration sinceConnect) {
        conversation.elapsed(sinceConnect.toNanos());
        obey();
        return replies();
    }

    void obey() {
        while (conversation.hasAction()) {
            switch (conversation.nextAction()) {
                case Action.Ask ask -> conversation.answered(Peer.of(ask.address()));
                case Action.AskLists(var peer, var zones) -> conversation.answered(peer.with(DnsLists.failed(zones)));
                case Action.Send(var bytes) -> sent.append(StandardCharsets.ISO_8859_1.decode(bytes));
                case Action.Secure secure -> handshake();
                case Action.Begin(var envelope) -> {
                    envelopes.add(envelope);
                    current.setLength(0);
                }
                case Action.Keep(var bytes) -> {
                    pieces.add(bytes.remaining());
                    current.append(StandardCharsets.ISO_8859_1.decode(bytes));
                }
                case Action.Commit commit -> commit();
                case Action.Abandon abandon -> {
                    abandoned = true;
                    current.setLength(0);
                }
                case Action.GiveWay(var next) -> conversation = new Conversation(engine, surroundings, next, 0);
                case Action.Close close -> closed = true;
                case Action.Part part -> closed = true;
                case Action.Reset hard -> reset = true;
            }
        }
    }

    private void handshake() {
        if (handshakesFail) {
            conversation.handshakeFailed();
        } else {
            conversation.secured(new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384"));
        }
    }

    private void commit() {
        if (sinkFails) {
            conversation.notKept();
        } else {
            kept.add(current.toString());
            conversation.kept();
        }
    }
}
