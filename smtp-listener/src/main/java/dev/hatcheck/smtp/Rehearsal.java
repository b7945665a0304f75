package dev.hatcheck.smtp;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.limits.Concurrency;
import dev.hatcheck.engine.maillog.IdSequence;
import dev.hatcheck.smtp.conversation.Action;
import dev.hatcheck.smtp.conversation.Conversation;
import dev.hatcheck.smtp.conversation.Surroundings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Plays commands to a conversation without a socket: what a listener would answer, and nothing else.
 *
 * <p>A handshake always succeeds, and a message is never begun in earnest.
 */
public final class Rehearsal {
    /** What {@link Step#command} is for the greeting. */
    public static final String CONNECT = "connect";

    private final Conversation conversation;
    private final Peer peer;
    private final StringBuilder replies = new StringBuilder();

    private Rehearsal(Engine engine, Peer peer) {
        this.peer = peer;
        this.conversation = new Conversation(
                engine,
                new Surroundings(new IdSequence(), new Concurrency(), event -> {}, StartTls.by(Rehearsal::noContext)),
                "127.0.0.1",
                peer.address(),
                0);
    }

    private static SSLContext noContext() {
        throw new IllegalStateException("nobody shakes hands in a rehearsal");
    }

    /**
     * What one command was answered.
     *
     * @param command as given; {@link #CONNECT} for the greeting
     * @param code the code of the reply
     * @param lines the texts of the reply, without the code
     */
    public record Step(String command, int code, List<String> lines) {
        public Step {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Plays a session.
     *
     * @return a step for the greeting and one for each command, up to the last command or the end of the connection;
     *     none at all if the connection is refused below SMTP
     */
    public static List<Step> play(Engine engine, Peer peer, List<String> commands) {
        return new Rehearsal(engine, peer).play(commands);
    }

    private List<Step> play(List<String> commands) {
        var steps = new ArrayList<Step>();
        obey();
        answered(CONNECT, steps);
        for (String command : commands) {
            if (conversation.isOver()) {
                break;
            }
            conversation.received(ByteBuffer.wrap((command + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
            obey();
            answered(command, steps);
        }
        return steps;
    }

    private void obey() {
        while (conversation.hasAction()) {
            switch (conversation.nextAction()) {
                case Action.Ask ask -> conversation.answered(peer);
                case Action.AskLists(var known, var zones) -> conversation.answered(known);
                case Action.Send(var bytes) -> replies.append(StandardCharsets.ISO_8859_1.decode(bytes));
                case Action.Secure secure -> conversation.secured(new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384"));
                case Action.Begin begin -> {}
                case Action.Keep keep -> {}
                case Action.Commit commit -> conversation.kept();
                case Action.Abandon abandon -> {}
                case Action.GiveWay giveWay -> throw new IllegalStateException("nobody introduces clients here");
                case Action.Close close -> {}
                case Action.Part part -> {}
                case Action.Reset reset -> {}
            }
        }
    }

    private void answered(String command, List<Step> steps) {
        List<String> lines = replies.toString().lines().toList();
        replies.setLength(0);
        if (!lines.isEmpty()) {
            int code = Integer.parseInt(lines.get(0), 0, 3, 10);
            steps.add(new Step(
                    command, code, lines.stream().map(line -> line.substring(4)).toList()));
        }
    }
}
