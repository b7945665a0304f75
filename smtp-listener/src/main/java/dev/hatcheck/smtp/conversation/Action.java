package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Envelope;
import java.nio.ByteBuffer;
import java.util.List;

/** Something that a conversation wants done, in the order in which it wants it. */
public sealed interface Action {
    /** Send these bytes to the client. */
    record Send(ByteBuffer bytes) implements Action {}

    /** Find out who this client is, and give the answer to {@link Conversation#answered}. */
    record Ask(IpAddress address) implements Action {}

    /**
     * Ask these DNS lists about the client, and give the client with their answers to {@link Conversation#answered}; a
     * list that is missing in them counts as one that does not answer.
     */
    record AskLists(Peer peer, List<HostName> zones) implements Action {}

    /**
     * When all is sent, hand the connection over to TLS, and say {@link Conversation#secured} or {@link
     * Conversation#handshakeFailed}. What arrived in clear and was not looked at yet must be thrown away before.
     */
    record Secure() implements Action {}

    /** A message begins. */
    record Begin(Envelope envelope) implements Action {}

    /** Keep these bytes of the message; they are good until the conversation's next input. */
    record Keep(ByteBuffer bytes) implements Action {}

    /** The message is whole: make it last, and say {@link Conversation#kept} or {@link Conversation#notKept}. */
    record Commit() implements Action {}

    /** Forget the message that began. */
    record Abandon() implements Action {}

    /** This client gives way to another: go on with a conversation that opens so, and with what was not heard yet. */
    record GiveWay(Opening next) implements Action {}

    /** When all is sent, close the connection, of which the client may think that it goes on. */
    record Close() implements Action {}

    /** When all is sent, close the connection: the client has taken its leave. */
    record Part() implements Action {}

    /** Reset the connection below SMTP. */
    record Reset() implements Action {}
}
