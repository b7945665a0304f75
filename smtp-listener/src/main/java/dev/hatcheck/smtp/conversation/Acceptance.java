package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.maillog.Mid;
import dev.hatcheck.engine.session.ReceivingControl;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.TlsSession;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Messages are taken as the policy, the RAT and the limits have it. */
final class Acceptance implements Injection {
    private final Client client;
    private final Engine engine;
    private final Surroundings surroundings;
    private final Outbox outbox;
    private Optional<Transaction> transaction = Optional.empty();
    private int accepted;

    Acceptance(Client client, Engine engine, Surroundings surroundings, Outbox outbox) {
        this.client = client;
        this.engine = engine;
        this.surroundings = surroundings;
        this.outbox = outbox;
    }

    @Override
    public void begin(Path sender) {
        transaction = Optional.of(
                new Transaction(surroundings.ids().nextMid(), client.icid(), sender, surroundings.events(), outbox));
    }

    @Override
    public Mid mid() {
        return open().mid();
    }

    /** A recipient is taken if the RAT accepts it and its sender has not named too many in this hour. */
    @Override
    @Assumed("the RAT is asked before the limit of the hour, and whom it refuses is not counted")
    public Verdict add(Command.Rcpt rcpt, long now) {
        Verdict verdict = engine.recipients().check(client.policy(), rcpt.recipient());
        if (verdict.isRefusal()) {
            open().reject(rcpt.path());
            return verdict;
        }
        if (!isWithinHour(rcpt, now)) {
            open().rejectBeyondLimit(rcpt.path());
            return new ReceivingControl(client.admission(), client.peer()).refusal();
        }
        open().add(rcpt);
        return verdict;
    }

    private boolean isWithinHour(Command.Rcpt rcpt, long now) {
        return !engine.recipients().isCounted(client.policy(), rcpt.recipient())
                || surroundings.concurrency().takeRecipient(client.peer().address(), client.policy(), now);
    }

    @Override
    public void open(Optional<TlsSession> tls, String helo) {
        Transaction open = open();
        var envelope = new Envelope(
                open.mid(),
                client.icid(),
                client.peer(),
                client.admission(),
                tls,
                helo,
                client.identity().login(),
                open.sender().toString(),
                open.recipients().stream().map(Command.Rcpt::path).toList());
        open.open(envelope, client.policy(), engine.settings());
    }

    @Override
    public IncomingMessage receive(ByteBuffer bytes) {
        return open().receive(bytes);
    }

    @Override
    public Mid kept() {
        Transaction done = open();
        done.kept();
        transaction = Optional.empty();
        accepted++;
        return done.mid();
    }

    @Override
    public void giveUp() {
        transaction.ifPresent(Transaction::giveUp);
        transaction = Optional.empty();
    }

    private Transaction open() {
        return transaction.orElseThrow();
    }

    @Override
    public int accepted() {
        return accepted;
    }

    @Override
    public List<MailAddress> recipients() {
        return transaction.map(Transaction::recipients).orElse(List.of());
    }

    @Override
    public boolean isIdle() {
        return transaction.isEmpty();
    }
}
