package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.maillog.Mid;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.smtp.TlsSession;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The client is rejected, and is not told before it names recipients: each is refused, and the log has them all.
 *
 * <p>A sender is heard, but no message is made of it. Without a recipient it never comes to data.
 */
final class DelayedRejection implements Injection {
    private final Client client;
    private final EventSink events;
    private boolean idle = true;

    DelayedRejection(Client client, EventSink events) {
        this.client = client;
        this.events = events;
        events.tell(new MailEvent.DelayedReject(client.icid(), client.peer()));
    }

    @Override
    public void begin(Path sender) {
        idle = false;
        String address = sender.mailbox().map(MailAddress::toString).orElse("");
        events.tell(new MailEvent.DelayedRejectSender(client.icid(), address, client.peer()));
    }

    @Override
    public Mid mid() {
        return Mid.NONE;
    }

    @Override
    public Verdict add(Command.Rcpt rcpt, long now) {
        events.tell(new MailEvent.DelayedRejectRecipient(client.icid(), rcpt.path(), client.peer()));
        return Verdict.refuse(client.greeting().refusal());
    }

    @Override
    public void giveUp() {
        idle = true;
    }

    @Override
    public int accepted() {
        return 0;
    }

    @Override
    public List<MailAddress> recipients() {
        return List.of();
    }

    @Override
    public boolean isIdle() {
        return idle;
    }

    @Override
    public void open(Optional<TlsSession> tls, String helo) {
        throw withoutRecipients();
    }

    @Override
    public IncomingMessage receive(ByteBuffer bytes) {
        throw withoutRecipients();
    }

    @Override
    public Mid kept() {
        throw withoutRecipients();
    }

    private static IllegalStateException withoutRecipients() {
        return new IllegalStateException("a message without recipients has no data");
    }
}
