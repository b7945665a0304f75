package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.maillog.AddressFault;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Rfc;
import java.util.Set;
import java.util.function.Function;

/** Reads a command line. */
final class CommandReader {
    /** A request of HTTP closes the connection. */
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
        return Verb.of(word).<Command>map(verb -> known(verb, arguments, line)).orElseGet(Command.Unknown::new);
    }

    private static Command known(Verb verb, String arguments, String line) {
        return switch (verb) {
            case EHLO ->
                arguments.isEmpty()
                        ? new Command.Wrong(verb, Replies.EHLO_REQUIRES_DOMAIN)
                        : new Command.Hello(verb, arguments);
            case HELO -> new Command.Hello(verb, arguments);
            case MAIL -> withPath(verb, "from:", arguments, line, CommandReader::mail);
            case RCPT -> withPath(verb, "to:", arguments, line, read -> rcpt(read, line));
            case DATA, RSET, QUIT, STARTTLS -> arguments.isEmpty() ? new Command.Plain(verb) : wrong(verb);
            case AUTH, HELP, NOOP, VRFY -> new Command.Plain(verb);
        };
    }

    private static Command withPath(
            Verb verb, String introduction, String arguments, String line, Function<PathReader.Read, Command> read) {
        if (!Ascii.lowerCase(arguments).startsWith(introduction)) {
            return wrong(verb);
        }
        return switch (PathReader.read(
                arguments.substring(introduction.length()).strip())) {
            case PathReader.Read path -> read.apply(path);
            case PathReader.UnsupportedLiteral(var literal) ->
                new Command.Misaddressed(verb, new AddressFault.UnsupportedLiteral(literal));
            case PathReader.NoPath() -> new Command.Misaddressed(verb, new AddressFault.NoAddress(line));
        };
    }

    /** {@code MAIL} takes the parameters {@code SIZE} and {@code BODY}, and no others. */
    @Rfc({"1870 section 3", "6152 section 2"})
    private static Command mail(PathReader.Read read) {
        return switch (MailParameters.read(read.rest())) {
            case MailParameters.Sound(var size) -> new Command.Mail(read.path(), size);
            case MailParameters.Unknown() -> new Command.Wrong(Verb.MAIL, Replies.PARAMETER_NOT_RECOGNIZED);
            case MailParameters.Malformed() -> wrong(Verb.MAIL);
        };
    }

    private static Command rcpt(PathReader.Read read, String line) {
        if (read.path().mailbox().isEmpty()) {
            return new Command.Misaddressed(Verb.RCPT, new AddressFault.NoAddress(line));
        }
        if (!MailParameters.areWellFormed(read.rest())) {
            return wrong(Verb.RCPT);
        }
        return read.rest().isEmpty()
                ? new Command.Rcpt(read.path().mailbox().get())
                : new Command.Wrong(Verb.RCPT, Replies.PARAMETER_NOT_RECOGNIZED);
    }

    private static Command wrong(Verb verb) {
        return new Command.Wrong(verb, Replies.syntaxError(verb));
    }
}
