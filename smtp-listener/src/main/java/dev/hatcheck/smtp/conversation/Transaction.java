package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.maillog.Mid;
import dev.hatcheck.engine.maillog.Rid;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.smtp.Envelope;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message from MAIL to its acceptance or its end: what is to be done with it, and what is told of it. */
final class Transaction {
    private final Mid mid;
    private final Icid icid;
    private final Path sender;
    private final EventSink events;
    private final Outbox outbox;
    private final List<MailAddress> recipients = new ArrayList<>();
    private Optional<IncomingMessage> message = Optional.empty();
    private boolean delivering;

    /** A message that begins with a sender. */
    Transaction(Mid mid, Icid icid, Path sender, EventSink events, Outbox outbox) {
        this.mid = mid;
        this.icid = icid;
        this.sender = sender;
        this.events = events;
        this.outbox = outbox;
        events.tell(new MailEvent.MessageStarted(mid, icid));
        events.tell(new MailEvent.SenderGiven(mid, icid, sender.toString()));
    }

    Mid mid() {
        return mid;
    }

    Path sender() {
        return sender;
    }

    /** The recipients that were accepted. */
    List<MailAddress> recipients() {
        return recipients;
    }

    /** One more recipient is accepted. */
    void add(Command.Rcpt rcpt) {
        recipients.add(rcpt.recipient());
        events.tell(new MailEvent.RecipientGiven(mid, icid, new Rid(recipients.size() - 1), rcpt.path()));
    }

    /** A recipient was refused by the RAT. */
    void reject(String path) {
        events.tell(new MailEvent.RecipientRejected(mid, icid, path));
    }

    /** A recipient was refused, as the client has named as many in this hour as it may. */
    void rejectBeyondLimit(String path) {
        events.tell(new MailEvent.RecipientOverLimit(mid, icid, path));
    }

    /** The data begins. */
    void open(Envelope envelope, MailFlowPolicy policy, ListenerSettings settings) {
        message = Optional.of(new IncomingMessage(policy, settings, bytes -> outbox.add(new Action.Keep(bytes))));
        delivering = true;
        outbox.add(new Action.Begin(envelope));
    }

    /** Takes in data, and keeps it while it could still be accepted. */
    IncomingMessage receive(ByteBuffer bytes) {
        IncomingMessage incoming = message.orElseThrow();
        incoming.read(bytes);
        if (!incoming.isWelcome()) {
            abandon();
        }
        return incoming;
    }

    /** The message is kept. */
    void kept() {
        IncomingMessage whole = message.orElseThrow();
        whole.messageId().ifPresent(value -> events.tell(new MailEvent.MessageIdRead(mid, value)));
        whole.subject().ifPresent(value -> events.tell(new MailEvent.SubjectRead(mid, value)));
        events.tell(new MailEvent.Ready(mid, whole.bytes(), sender.toString()));
    }

    /** The message will not be. */
    void giveUp() {
        abandon();
        events.tell(new MailEvent.MessageAborted(mid));
    }

    private void abandon() {
        if (delivering) {
            delivering = false;
            outbox.add(new Action.Abandon());
        }
    }
}
