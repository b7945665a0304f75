package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.smtp.script.Cues;
import dev.hatcheck.smtp.script.Moment;
import dev.hatcheck.smtp.script.Scene;
import dev.hatcheck.smtp.script.Script;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What scripts make of a session: asked where the rules would have it go on. */
final class Scripting {
    private final Cues cues;
    private final Outbox outbox;
    private final Conversation session;
    private long read;
    private long next;

    Scripting(Cues cues, Outbox outbox, Conversation session) {
        this.cues = cues;
        this.outbox = outbox;
        this.session = session;
    }

    /** What is to be done at this moment, with the recipients that there are. */
    Verdict at(Moment moment) {
        return cues.isEmpty() ? Verdict.OBEY : next(scene(moment, session.recipients()));
    }

    /** What is to be done with a command that would be obeyed. */
    Verdict at(Command.Known command) {
        return cues.isEmpty() ? Verdict.OBEY : asked(command);
    }

    private Verdict asked(Command.Known command) {
        return switch (command) {
            case Command.Rcpt(var recipient) -> next(scene(moment(command), List.of(recipient)));
            case Command.Hello hello -> at(moment(command));
            case Command.Mail mail -> at(moment(command));
            case Command.Plain plain -> at(moment(command));
            case Command.Wrong wrong -> Verdict.OBEY; // it will be refused
            case Command.Misaddressed misaddressed -> Verdict.OBEY;
        };
    }

    private static Moment moment(Command.Known command) {
        return new Moment.Commanded(Set.of(command.verb()));
    }

    private Scene scene(Moment moment, List<MailAddress> named) {
        Client known = session.client();
        return new Scene(moment, known.peer().address(), known.admission().group(), named);
    }

    private Verdict next(Scene scene) {
        Optional<Script> script = cues.next(scene);
        script.ifPresent(found -> outbox.deviate(found.deviation()));
        return script.map(Script::verdict).orElse(Verdict.OBEY);
    }

    // ---- the middle of a message

    /** A message begins. */
    void messageBegins() {
        read = 0;
    }

    /** Has a message take in these bytes, up to the next at which a script waits. */
    IncomingMessage read(ByteBuffer bytes, Function<ByteBuffer, IncomingMessage> receiving) {
        int from = bytes.position();
        int end = bytes.limit();
        bytes.limit(from + (int) Math.min(bytes.remaining(), bytesToNext()));
        IncomingMessage message = receiving.apply(bytes);
        bytes.limit(end);
        read += bytes.position() - from;
        return message;
    }

    /** How many bytes there are to the next at which a script waits, at least one. */
    private long bytesToNext() {
        if (cues.isEmpty()) {
            return Long.MAX_VALUE;
        }
        next = cues.nextByte(scene(new Moment.Content(read + 1), session.recipients()), read + 1)
                .orElse(Long.MAX_VALUE);
        return next - read;
    }

    /** What is to be done when so much of a message is read that goes on. */
    Verdict inMessage() {
        return read == next ? at(new Moment.Content(read)) : Verdict.OBEY;
    }
}
