package dev.hatcheck.engine.maillog;

import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;

/** Something that happened to a connection or a message. Texts are as the client sent them, unescaped. */
public sealed interface MailEvent {
    /** A client connected to an interface of ours. */
    record Connected(Icid icid, String interfaceAddress, Peer peer) implements MailEvent {}

    /** The HAT decided about the client; for {@code TCPREFUSE} the ICID is 0. */
    record Admitted(Icid icid, Admission admission, Peer peer) implements MailEvent {}

    /** The client is rejected, but goes on until it names recipients. */
    record DelayedReject(Icid icid, Peer peer) implements MailEvent {}

    /** A client whose rejection is delayed named a sender; the address has no brackets, and is empty for a bounce. */
    record DelayedRejectSender(Icid icid, String address, Peer peer) implements MailEvent {}

    /** A client whose rejection is delayed named a recipient, who is refused. */
    record DelayedRejectRecipient(Icid icid, String path, Peer peer) implements MailEvent {}

    /** A handshake succeeded; the names are OpenSSL's. */
    record TlsSucceeded(Icid icid, String protocol, String cipher) implements MailEvent {}

    /** A handshake failed. */
    record TlsFailed(Icid icid) implements MailEvent {}

    /** A client left a connection on which TLS is required without having begun it. */
    record TlsNeverBegun(Icid icid) implements MailEvent {}

    /** A client gave a command that is not known. */
    record UnknownCommand(Icid icid, String line) implements MailEvent {}

    /** A client gave a known command wrongly. */
    record BadSyntax(Icid icid, String line) implements MailEvent {}

    /** A client gave MAIL with what is no address. */
    record InvalidSender(Icid icid, AddressFault fault) implements MailEvent {}

    /** A client gave RCPT with what is no address. */
    record InvalidRecipient(Icid icid, Mid mid, AddressFault fault) implements MailEvent {}

    /** A message began. */
    record MessageStarted(Mid mid, Icid icid) implements MailEvent {}

    /** The message has a sender; the path is in angle brackets. */
    record SenderGiven(Mid mid, Icid icid, String path) implements MailEvent {}

    /** The message has one more recipient. */
    record RecipientGiven(Mid mid, Icid icid, Rid rid, String path) implements MailEvent {}

    /** A recipient was refused by the RAT. */
    record RecipientRejected(Mid mid, Icid icid, String path) implements MailEvent {}

    /** A recipient was refused because its sender has named as many in this hour as it may. */
    record RecipientOverLimit(Mid mid, Icid icid, String path) implements MailEvent {}

    /** The message has a Message-ID field; the text is its unfolded value. */
    record MessageIdRead(Mid mid, String value) implements MailEvent {}

    /** The message has a Subject field; the text is its value, folds included. */
    record SubjectRead(Mid mid, String value) implements MailEvent {}

    /** The message was accepted. */
    record Ready(Mid mid, long bytes, String senderPath) implements MailEvent {}

    /** The message, or the connection, was refused for a limit. */
    record ReceivingFailed(Icid icid, Failure failure) implements MailEvent {}

    /** The message was given up before it was accepted. */
    record MessageAborted(Mid mid) implements MailEvent {}

    /** No message was accepted in the time for one. */
    record NoMessageInTime(Icid icid, Peer peer) implements MailEvent {}

    /** The connection lasted too long. */
    record ConnectedTooLong(Icid icid, Peer peer) implements MailEvent {}

    /** The client is gone without a word. */
    record Lost(Icid icid) implements MailEvent {}

    /** The connection is closed. */
    record Closed(Icid icid) implements MailEvent {}
}
