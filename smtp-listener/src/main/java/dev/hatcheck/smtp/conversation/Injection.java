package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.maillog.Mid;
import dev.hatcheck.engine.session.CommandOrder.Stage;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.smtp.TlsSession;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What becomes of the messages that a client brings, one after the other, from MAIL to the end of each. */
sealed interface Injection permits Acceptance, DelayedRejection {
    /** A message begins. */
    void begin(Path sender);

    /** The number of the message that began; none if it will never be one. */
    Mid mid();

    /** A recipient is named for the message, at a moment of the ticker: whether it is taken. */
    Verdict add(Command.Rcpt rcpt, long now);

    /** The data of the message begins, which has a recipient. */
    void open(Optional<TlsSession> tls, String helo);

    /** Takes in data, and keeps it while it could still be accepted. */
    IncomingMessage receive(ByteBuffer bytes);

    /** The message is kept; answers its number. */
    Mid kept();

    /** Whatever message was begun will not be. */
    void giveUp();

    /** The messages that were accepted. */
    int accepted();

    /** The recipients of the message that is open, those that were accepted. */
    List<MailAddress> recipients();

    /** Whether no message is open. */
    boolean isIdle();

    /** How far the session has come, with a client that has said who it is or has not. */
    default Stage stage(boolean greeted) {
        if (isIdle()) {
            return greeted ? Stage.GREETED : Stage.CONNECTED;
        }
        return recipients().isEmpty() ? Stage.MAIL : Stage.RCPT;
    }
}
