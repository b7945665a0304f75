package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.maillog.AddressFault;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.address.MailAddress;

/** What a client said. */
sealed interface Command {
    /** A command of the appliance's, rightly or wrongly given. */
    sealed interface Known extends Command {
        Verb verb();
    }

    /** EHLO or HELO with the name that the client gives itself; HELO may leave it empty. */
    record Hello(Verb verb, String name) implements Known {}

    /** MAIL; {@code size} is the size it announces, 0 if it announces none. */
    record Mail(Path sender, long size) implements Known {
        @Override
        public Verb verb() {
            return Verb.MAIL;
        }
    }

    /** RCPT. */
    record Rcpt(MailAddress recipient) implements Known {
        @Override
        public Verb verb() {
            return Verb.RCPT;
        }

        String path() {
            return path(recipient);
        }

        /** A recipient in angle brackets. */
        static String path(MailAddress recipient) {
            return "<" + recipient + ">";
        }
    }

    /** A command whose arguments, if any, mean nothing. */
    record Plain(Verb verb) implements Known {}

    /** A known command with arguments that it cannot have, and what it is answered. */
    record Wrong(Verb verb, Reply reply) implements Known {}

    /** MAIL or RCPT with what is no address. */
    record Misaddressed(Verb verb, AddressFault fault) implements Known {}

    /** Somebody who may, or may not, says who the client is. */
    record Xclient(String arguments) implements Command {}

    /** No command at all. */
    record Unknown() implements Command {}

    /** The first line of an HTTP request: the client is a browser that somebody talked into this. */
    record HttpRequest() implements Command {}
}
