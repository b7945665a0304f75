package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Drives an introduction by hand, and then the conversation that it leads to. */
final class IntroducedTalk {
    static final Identity PEER = Identity.of("127.0.0.1", Talk.CLIENT);

    private final Engine engine;
    private final Introduction introduction = new Introduction("mail.example", PEER);
    private Optional<Talk> talk = Optional.empty();
    private boolean left;

    IntroducedTalk(Engine engine) {
        this.engine = engine;
    }

    /** The talk with a client, once there is one. */
    Optional<Talk> talk() {
        return talk;
    }

    /** Whether the peer has left before there was a client. */
    boolean hasLeft() {
        return left;
    }

    /** Says bytes, each a character, and answers the replies. */
    String say(String bytes) {
        var replies = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
        while (buffer.hasRemaining() && talk.isEmpty() && !left) {
            switch (introduction.received(buffer)) {
                case Introduction.Result.Incomplete() -> {}
                case Introduction.Result.Answer(var reply) -> replies.append(reply.wire());
                case Introduction.Result.Farewell(var reply) -> {
                    replies.append(reply.wire());
                    left = true;
                }
                case Introduction.Result.Client(var opening, var said) -> {
                    var begun = new Talk(engine, opening);
                    talk = Optional.of(begun);
                    replies.append(begun.replies()).append(begun.say(text(said)));
                }
            }
        }
        talk.ifPresent(begun -> replies.append(begun.say(text(buffer))));
        return replies.toString();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }
}
