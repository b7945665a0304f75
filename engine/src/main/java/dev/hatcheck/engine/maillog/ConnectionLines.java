package dev.hatcheck.engine.maillog;

import static dev.hatcheck.engine.maillog.LogText.escape;
import static dev.hatcheck.engine.maillog.LogText.escapeText;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;

/** What the log says of connections. */
record ConnectionLines(AsyncOs release) {
    @Esa({"CRIBL", "SPAM2WHO"})
    @Assumed("the interface has the name that most parsers know")
    String connected(MailEvent.Connected it) {
        return "New SMTP ICID " + it.icid() + " interface Management (" + it.interfaceAddress() + ") address "
                + it.peer().address() + " reverse dns host " + host(it.peer().reverseDns());
    }

    /** The name of the PTR record, verified or not, or {@code unknown}. */
    @Esa({"CFG76-41", "CRIBL"})
    private static String host(ReverseDns reverseDns) {
        return reverseDns.host().map(HostName::text).orElse("unknown") + " verified "
                + (reverseDns instanceof ReverseDns.Verified ? "yes" : "no");
    }

    @Esa({"CRIBL", "SPAM2WHO", "T212837", "T214631"})
    String admitted(MailEvent.Admitted it) {
        Admission admission = it.admission();
        return "ICID " + it.icid() + " " + admission.behavior() + " SG "
                + admission.group().map(LogText::escapeText).orElse("None")
                + " match " + match(admission.entry()) + " SBRS "
                + score(it.peer().reputation())
                + tail(it.peer().country());
    }

    /** The entry as written, and the second blank that a log shows behind a condition on look-ups. */
    @Esa("CFG75-40")
    @Assumed("the log that shows the second blank is of release 7.5 and of nx.domain; taken to hold for its kin and for"
            + " later releases")
    private static String match(Entry entry) {
        String blank = switch (entry.sender()) {
            case Sender.NoPtrRecord n -> " ";
            case Sender.PtrLookupFails f -> " ";
            case Sender.PtrDoesNotMatch m -> " ";
            case Sender.Address a -> "";
            case Sender.Host h -> "";
            case Sender.PartialHost p -> "";
            case Sender.ReputationRange r -> "";
            case Sender.NoReputation n -> "";
            case Sender.Organization o -> "";
            case Sender.DnsList d -> "";
            case Sender.Country c -> "";
            case Sender.Everyone e -> "";
        };
        return escapeText(entry.written()) + blank;
    }

    /**
     * The score with one decimal, or {@code None}, {@code rfc1918}, {@code unable to retrieve}, {@code not enabled}.
     */
    @Esa({"SPAM2WHO", "T212837", "T214631"})
    private static String score(Reputation reputation) {
        return switch (reputation) {
            case Reputation.Scored(var score) -> score.toString();
            case Reputation.None() -> "None";
            case Reputation.Rfc1918() -> "rfc1918";
            case Reputation.Unavailable() -> "unable to retrieve";
            case Reputation.NotEnabled() -> "not enabled";
        };
    }

    /** The country, where the release tells it. */
    @Esa({"CRIBL", "T212837", "T214631"})
    private String tail(Country country) {
        return switch (release) {
            case V7 -> "";
            case V11, V14 -> " country " + name(country);
        };
    }

    /** The name of the country, or why there is none. */
    @Esa({"T212837", "T214631", "SEKOIA"})
    @Assumed("how a country that is not known is written was found nowhere; None is what the log says of scores")
    private static String name(Country country) {
        return switch (country) {
            case Country.Known(var code, var name) -> escapeText(name);
            case Country.Unknown() -> "None";
            case Country.NotApplicable() -> "not applicable";
            case Country.NotEnabled() -> "not enabled";
        };
    }

    @Esa({"T117960", "SC4S"})
    String delayedReject(MailEvent.DelayedReject it) {
        return delayed(it.icid(), "continuing session for recipient logging", it.peer());
    }

    @Esa("T117960")
    @Assumed("the line of a bounce, whose sender is nobody, was found nowhere")
    String delayedRejectSender(MailEvent.DelayedRejectSender it) {
        return delayed(it.icid(), "Message from: " + escape(it.address()), it.peer());
    }

    @Esa("T117960")
    String delayedRejectRecipient(MailEvent.DelayedRejectRecipient it) {
        return delayed(it.icid(), "Message recipient: " + escape(it.path()), it.peer());
    }

    private static String delayed(Icid icid, String what, Peer peer) {
        return "ICID " + icid + " Delayed HAT REJECT " + what + " (" + peer.address() + ")";
    }

    @Esa({"CRIBL", "T118500"})
    String tlsSucceeded(MailEvent.TlsSucceeded it) {
        return "ICID " + it.icid() + " TLS success protocol " + it.protocol() + " cipher " + it.cipher();
    }

    @Esa("T118500")
    String tlsFailed(MailEvent.TlsFailed it) {
        return "ICID " + it.icid() + " TLS failed";
    }

    @Esa("SPAM2WHO")
    String tlsNeverBegun(MailEvent.TlsNeverBegun it) {
        return "ICID " + it.icid() + " TLS was required but remote host did not initiate it";
    }

    @Esa("SPAM2WHO")
    String unknownCommand(MailEvent.UnknownCommand it) {
        return "ICID " + it.icid() + " Unknown command: " + escape(it.line());
    }

    @Esa("SPAM2WHO")
    String badSyntax(MailEvent.BadSyntax it) {
        return "ICID " + it.icid() + " Bad syntax for command: " + escape(it.line());
    }

    @Esa("SPAM2WHO")
    String receivingFailed(MailEvent.ReceivingFailed it) {
        return "ICID " + it.icid() + " Receiving Failed: " + it.failure();
    }

    @Esa("SPAM2WHO")
    String noMessageInTime(MailEvent.NoMessageInTime it) {
        return disconnected(it.icid(), it.peer()) + "no messages injected within timeout period";
    }

    @Esa("SPAM2WHO")
    String connectedTooLong(MailEvent.ConnectedTooLong it) {
        return disconnected(it.icid(), it.peer()) + "exceeded allowable connection time";
    }

    private static String disconnected(Icid icid, Peer peer) {
        return "ICID " + icid + " disconnected address " + peer.address() + ", ";
    }

    @Esa("CRIBL")
    String lost(MailEvent.Lost it) {
        return "ICID " + it.icid() + " lost";
    }

    @Esa("CRIBL")
    String closed(MailEvent.Closed it) {
        return "ICID " + it.icid() + " close";
    }
}
