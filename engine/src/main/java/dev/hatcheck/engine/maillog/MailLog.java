package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The mail log of the appliance: what each event is told as.
 *
 * <p>Texts are without time and line end; {@link LogStamp} puts the time before them. What a client sent is escaped by
 * {@link LogText}. Immutable.
 */
public final class MailLog {
    private final ConnectionLines connection;
    private final AddressLines address;
    private final MessageLines message;
    private final AsyncOs release;

    private MailLog(AsyncOs release) {
        this.release = release;
        this.connection = new ConnectionLines(release);
        this.address = new AddressLines(release);
        this.message = new MessageLines(release);
    }

    /** The log as a release writes it. */
    public static MailLog of(AsyncOs release) {
        return new MailLog(release);
    }

    /** The three texts that open a file: that it begins, the release, and how far its times are from UTC. */
    @Esa({"CRIBL", "SC4S"})
    @Assumed("the serial number is no appliance's and says so")
    public List<String> opening(ZoneOffset offset) {
        return List.of(
                "Begin Logfile",
                "Version: " + release.build() + " SN: HATCHECK-NOT-AN-APPLIANCE",
                "Time offset from UTC: " + offset.getTotalSeconds() + " seconds");
    }

    /** The texts of an event, in order. */
    public List<String> lines(MailEvent event) {
        return switch (event) {
            case MailEvent.Connected it -> List.of(connection.connected(it));
            case MailEvent.Admitted it -> List.of(connection.admitted(it));
            case MailEvent.DelayedReject it -> List.of(connection.delayedReject(it));
            case MailEvent.DelayedRejectSender it -> List.of(connection.delayedRejectSender(it));
            case MailEvent.DelayedRejectRecipient it -> List.of(connection.delayedRejectRecipient(it));
            case MailEvent.TlsSucceeded it -> List.of(connection.tlsSucceeded(it));
            case MailEvent.TlsFailed it -> List.of(connection.tlsFailed(it));
            case MailEvent.TlsNeverBegun it -> List.of(connection.tlsNeverBegun(it));
            case MailEvent.UnknownCommand it -> List.of(connection.unknownCommand(it));
            case MailEvent.BadSyntax it -> List.of(connection.badSyntax(it));
            case MailEvent.InvalidSender it -> List.of(address.invalidSender(it));
            case MailEvent.InvalidRecipient it -> List.of(address.invalidRecipient(it));
            case MailEvent.ReceivingFailed it -> List.of(connection.receivingFailed(it));
            case MailEvent.NoMessageInTime it -> List.of(connection.noMessageInTime(it));
            case MailEvent.ConnectedTooLong it -> List.of(connection.connectedTooLong(it));
            case MailEvent.Lost it -> List.of(connection.lost(it));
            case MailEvent.Closed it -> List.of(connection.closed(it));
            case MailEvent.MessageStarted it -> List.of(message.started(it));
            case MailEvent.SenderGiven it -> List.of(message.senderGiven(it));
            case MailEvent.RecipientGiven it -> List.of(message.recipientGiven(it));
            case MailEvent.RecipientRejected it -> List.of(message.recipientRejected(it));
            case MailEvent.RecipientOverLimit it -> List.of(message.recipientOverLimit(it));
            case MailEvent.MessageIdRead it -> List.of(message.messageIdRead(it));
            case MailEvent.SubjectRead it -> List.of(message.subjectRead(it));
            case MailEvent.Ready it -> List.of(message.ready(it));
            case MailEvent.MessageAborted it -> List.of(message.aborted(it), message.finished(it));
        };
    }
}
