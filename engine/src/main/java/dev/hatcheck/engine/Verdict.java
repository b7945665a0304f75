package dev.hatcheck.engine;

import dev.hatcheck.engine.session.Reply;
import java.util.Optional;
import java.util.function.Supplier;

/** What to do with a connection, a command or a message. */
public sealed interface Verdict {
    /** Go ahead. */
    Verdict OBEY = new Obey();

    /** Go ahead. */
    record Obey() implements Verdict {}

    /** Say no, and go on listening. The mail log tells of the failure, if it is one that it tells of. */
    record Refuse(Reply reply, Optional<Failure> failure) implements Verdict {}

    /** Say no, and hang up. The mail log tells of the failure, if it is one that it tells of. */
    record Disconnect(Reply reply, Optional<Failure> failure) implements Verdict {}

    /** Hang up below SMTP, without a word. */
    record TcpRefuse() implements Verdict {}

    /** This verdict if it is a refusal of any kind, else the next one. */
    default Verdict orElse(Supplier<Verdict> next) {
        return isRefusal() ? this : next.get();
    }

    /** Whether what was asked is not to be done. */
    default boolean isRefusal() {
        return !(this instanceof Obey);
    }

    /** A refusal of which the mail log says nothing. */
    static Verdict refuse(Reply reply) {
        return new Refuse(reply, Optional.empty());
    }

    /** A refusal that the mail log tells of. */
    static Verdict refuse(Reply reply, Failure failure) {
        return new Refuse(reply, Optional.of(failure));
    }

    /** A disconnection of which the mail log says no more than that it happened. */
    static Verdict disconnect(Reply reply) {
        return new Disconnect(reply, Optional.empty());
    }

    /** A disconnection that the mail log gives a reason for. */
    static Verdict disconnect(Reply reply, Failure failure) {
        return new Disconnect(reply, Optional.of(failure));
    }
}
