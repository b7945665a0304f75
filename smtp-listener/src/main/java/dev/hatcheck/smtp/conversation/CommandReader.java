package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Rfc;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a command line. */
final class CommandReader {
    @Assumed("the appliance would answer 500 to each line of a request; nothing good comes of it")
    private static final Set<String> HTTP_METHODS = Set.of("GET", "POST", "HEAD", "PUT", "OPTIONS", "CONNECT");

    private CommandReader() {}

    /** What a line without its end says. */
    static Command read(String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        String arguments = blank < 0 ? "" : line.substring(blank).strip();
        if (HTTP_METHODS.contains(word) && !arguments.isEmpty()) {
            return new Command.HttpRequest();
        }
        if (Ascii.lowerCase(word).equals("xclient")) {
            return new Command.Xclient(arguments);
        }
        return Verb.of(word).<Command>map(verb -> known(verb, arguments)).orElseGet(Command.Unknown::new);
    }

    private static Command known(Verb verb, String arguments) {
        return switch (verb) {
            case EHLO ->
                arguments.isEmpty()
                        ? new Command.Wrong(verb, Replies.EHLO_REQUIRES_DOMAIN)
                        : new Command.Hello(verb, arguments);
            case HELO -> new Command.Hello(verb, arguments);
            case MAIL -> withPath(verb, "from:", arguments, CommandReader::mail);
            case RCPT -> withPath(verb, "to:", arguments, CommandReader::rcpt);
            case DATA, RSET, QUIT, STARTTLS -> arguments.isEmpty() ? new Command.Plain(verb) : wrong(verb);
            case AUTH, HELP, NOOP, VRFY -> new Command.Plain(verb);
        };
    }

    private static Command withPath(
            Verb verb, String introduction, String arguments, Function<PathReader.Read, Command> read) {
        if (!Ascii.lowerCase(arguments).startsWith(introduction)) {
            return wrong(verb);
        }
        return PathReader.read(arguments.substring(introduction.length()).strip())
                .map(read)
                .orElseGet(() -> wrong(verb));
    }

    @Rfc({"1870 section 3", "6152 section 2"})
    private static Command mail(PathReader.Read read) {
        return switch (MailParameters.read(read.rest())) {
            case MailParameters.Sound(var size) -> new Command.Mail(read.path(), size);
            case MailParameters.Unknown() -> new Command.Wrong(Verb.MAIL, Replies.PARAMETER_NOT_RECOGNIZED);
            case MailParameters.Malformed() -> wrong(Verb.MAIL);
        };
    }

    private static Command rcpt(PathReader.Read read) {
        Optional<Command> recipient = read.path().mailbox().map(Command.Rcpt::new);
        if (recipient.isEmpty() || !MailParameters.areWellFormed(read.rest())) {
            return wrong(Verb.RCPT);
        }
        return read.rest().isEmpty() ? recipient.get() : new Command.Wrong(Verb.RCPT, Replies.PARAMETER_NOT_RECOGNIZED);
    }

    private static Command wrong(Verb verb) {
        return new Command.Wrong(verb, Replies.syntaxError(verb));
    }
}
