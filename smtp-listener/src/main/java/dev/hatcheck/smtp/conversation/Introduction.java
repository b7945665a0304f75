package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.engine.session.Verb;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The talk with a trusted peer before there is a client: the peer says by XCLIENT who the client is, or it speaks for
 * itself by any command that a client would need an answer to.
 *
 * <p>Nobody is looked up, decided about, logged or counted here. Without a socket, a thread or a clock; not safe for
 * threads.
 */
public final class Introduction {
    private final String hostname;
    private final Identity peer;
    private final LineReader lines = new LineReader();
    private final ByteBuffer line = ByteBuffer.allocate(LineReader.MAX_LINE);
    private boolean lineEnded;
    private Optional<String> helo = Optional.empty();

    /**
     * The talk with a peer that has just connected.
     *
     * @param hostname how the listener calls itself
     * @param peer the peer itself, of whom nothing is said yet
     */
    public Introduction(String hostname, Identity peer) {
        this.hostname = hostname;
        this.peer = peer;
    }

    /** What is to be done next. */
    public sealed interface Result {
        /** Wait for more bytes. */
        record Incomplete() implements Result {}

        /** Send this reply. */
        record Answer(Reply reply) implements Result {}

        /** Send this reply and close the connection. */
        record Farewell(Reply reply) implements Result {}

        /** Go on with a conversation that opens so; the first that it hears is {@code said}, if that is anything. */
        record Client(Opening opening, ByteBuffer said) implements Result {}
    }

    /** What the peer is greeted with. */
    public Reply greeting() {
        return Replies.greeting(hostname);
    }

    /** Takes the next line of these bytes. Not to be called again after Farewell or Client. */
    public Result received(ByteBuffer bytes) {
        if (lineEnded) {
            lineEnded = false;
            line.clear();
        }
        int from = bytes.position();
        Line next = lines.next(bytes);
        line.put(bytes.slice(from, bytes.position() - from));
        if (next instanceof Line.Incomplete) {
            return new Result.Incomplete();
        }
        lineEnded = true;
        return next instanceof Line.Whole(var text) ? heard(CommandReader.read(text)) : speaksForItself();
    }

    /** The line that was heard last, as far as it came; good until the next is received. */
    public ByteBuffer line() {
        return line.duplicate().flip();
    }

    private Result heard(Command command) {
        return switch (command) {
            case Command.Hello(var verb, var name) -> hello(verb, name);
            case Command.Plain(var verb) -> plain(verb);
            case Command.Wrong(var verb, var reply) -> isAnswered(verb) ? answer(reply) : speaksForItself();
            case Command.Xclient(var arguments) -> introduce(arguments);
            case Command.Mail mail -> speaksForItself();
            case Command.Rcpt rcpt -> speaksForItself();
            case Command.Misaddressed misaddressed -> speaksForItself();
            case Command.Unknown unknown -> speaksForItself();
            case Command.HttpRequest request -> speaksForItself();
        };
    }

    private Result hello(Verb verb, String name) {
        helo = Optional.of(name);
        return answer(verb == Verb.EHLO ? Replies.ehloBeforeClient(hostname) : Replies.helo(hostname));
    }

    private Result plain(Verb verb) {
        return switch (verb) {
            case NOOP -> answer(Replies.OK);
            case RSET -> answer(Replies.RESET);
            case QUIT -> new Result.Farewell(Replies.goodbye(hostname));
            case AUTH, DATA, HELP, STARTTLS, VRFY -> speaksForItself();
            case EHLO, HELO, MAIL, RCPT -> throw new IllegalStateException(verb + " has arguments");
        };
    }

    /** Whether a command says nothing about any client, so that it is answered here, rightly or wrongly given. */
    private static boolean isAnswered(Verb verb) {
        return switch (verb) {
            case EHLO, HELO, NOOP, RSET, QUIT -> true;
            case AUTH, DATA, HELP, MAIL, RCPT, STARTTLS, VRFY -> false;
        };
    }

    private Result introduce(String arguments) {
        return switch (Xclient.read(arguments, peer, peer)) {
            case Xclient.Result.Introduced(var client) ->
                new Result.Client(Opening.introduced(client, peer), ByteBuffer.allocate(0));
            case Xclient.Result.Wrong(var complaint) -> answer(Replies.badXclient(complaint));
        };
    }

    private Result speaksForItself() {
        Opening opening = Opening.ofIntroducer(peer);
        ByteBuffer said = ByteBuffer.allocate(line.position()).put(line()).flip();
        return new Result.Client(helo.map(opening::withHelo).orElse(opening), said);
    }

    private static Result answer(Reply reply) {
        return new Result.Answer(reply);
    }
}
