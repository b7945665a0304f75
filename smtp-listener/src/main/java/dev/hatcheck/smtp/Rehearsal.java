package dev.hatcheck.smtp;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import java.util.List;

/** Skeleton: plays commands to a conversation without a socket. */
public final class Rehearsal {
    private Rehearsal() {}

    /** What one command was answered; the first is {@code connect}. */
    public record Step(String command, int code, List<String> lines) {}

    /** The steps from the connection to the last command, or to the end of the connection. */
    public static List<Step> play(Engine engine, Peer peer, List<String> commands) {
        return List.of();
    }
}
