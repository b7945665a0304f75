package dev.hatcheck.smtp;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.policies.address.IpAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whom a listener has that is given nobody else: knows nothing, keeps nothing, hears nothing and looks at nothing. */
enum Nobody implements HostLookup, MessageSink, MessageSink.Delivery, EventSink, Onlooker {
    HERE;

    @Override
    public CompletionStage<Peer> lookup(IpAddress address) {
        return CompletableFuture.completedFuture(Peer.of(address));
    }

    @Override
    public Delivery begin(Envelope envelope) {
        return this;
    }

    @Override
    public void write(ByteBuffer bytes) {}

    @Override
    public CompletionStage<Void> commit() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void abandon() {}

    @Override
    public void tell(MailEvent event) {}

    @Override
    public Following connected(InetSocketAddress local, InetSocketAddress remote) {
        return Following.NOTHING;
    }
}
