package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.maillog.Mid;
import dev.hatcheck.engine.session.CommandOrder.Stage;
import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.TlsSession;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** The messages that a client brings, one after the other, from MAIL to the end of each. */
final class Injection {
    private final Client client;
    private final Engine engine;
    private final Surroundings surroundings;
    private final Consumer<Action> actions;
    private Optional<Transaction> transaction = Optional.empty();
    private int accepted;

    Injection(Client client, Engine engine, Surroundings surroundings, Consumer<Action> actions) {
        this.client = client;
        this.engine = engine;
        this.surroundings = surroundings;
        this.actions = actions;
    }

    /** A message begins. */
    void begin(Path sender) {
        transaction = Optional.of(
                new Transaction(surroundings.ids().nextMid(), client.icid(), sender, surroundings.events(), actions));
    }

    /** Takes one more recipient for the message, unless the RAT has something against it. */
    Verdict add(Command.Rcpt rcpt) {
        Verdict verdict = engine.recipients().check(client.policy(), rcpt.recipient());
        if (verdict.isRefusal()) {
            open().reject(rcpt.path());
        } else {
            open().add(rcpt.path());
        }
        return verdict;
    }

    /** The message's data begins. */
    void open(Optional<TlsSession> tls, String helo) {
        Transaction open = open();
        var envelope = new Envelope(
                open.mid(),
                client.icid(),
                client.peer(),
                client.admission(),
                tls,
                helo,
                open.sender().toString(),
                open.recipients());
        open.open(envelope, client.policy(), engine.settings());
    }

    /** Takes in data, and keeps it while it could still be accepted. */
    IncomingMessage receive(ByteBuffer bytes) {
        return open().receive(bytes);
    }

    /** The message is kept; answers its number. */
    Mid kept() {
        Transaction done = open();
        done.kept();
        transaction = Optional.empty();
        accepted++;
        return done.mid();
    }

    /** Whatever message was begun will not be. */
    void giveUp() {
        transaction.ifPresent(Transaction::giveUp);
        transaction = Optional.empty();
    }

    private Transaction open() {
        return transaction.orElseThrow();
    }

    /** The messages that were accepted. */
    int accepted() {
        return accepted;
    }

    /** The recipients of the message that is open. */
    int recipients() {
        return transaction.map(open -> open.recipients().size()).orElse(0);
    }

    /** Whether no message is open. */
    boolean isIdle() {
        return transaction.isEmpty();
    }

    /** How far the session has come, with a client that has said who it is or has not. */
    Stage stage(boolean greeted) {
        if (isIdle()) {
            return greeted ? Stage.GREETED : Stage.CONNECTED;
        }
        return recipients() == 0 ? Stage.MAIL : Stage.RCPT;
    }
}
