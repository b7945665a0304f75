package dev.hatcheck.engine.maillog;

import static dev.hatcheck.engine.maillog.LogText.escape;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;

/** What the log says of messages. */
record MessageLines(AsyncOs release) {
    @Esa({"CRIBL", "KANDEEL"})
    String started(MailEvent.MessageStarted it) {
        return "Start MID " + it.mid() + " ICID " + it.icid();
    }

    @Esa("CRIBL")
    String senderGiven(MailEvent.SenderGiven it) {
        return injected(it.mid(), it.icid()) + "From: " + escape(it.path());
    }

    @Esa("CRIBL")
    String recipientGiven(MailEvent.RecipientGiven it) {
        return injected(it.mid(), it.icid()) + "RID " + it.rid() + " To: " + escape(it.path());
    }

    @Esa({"SPAM2WHO", "UG90-RAT"})
    String recipientRejected(MailEvent.RecipientRejected it) {
        return injected(it.mid(), it.icid()) + "To: " + escape(it.path()) + " Rejected by RAT";
    }

    @Esa("SPAM2WHO")
    @Assumed("old releases say Injection Control; since when they do not is unknown, so all say Receiving Control")
    String recipientOverLimit(MailEvent.RecipientOverLimit it) {
        return injected(it.mid(), it.icid()) + "To: " + escape(it.path()) + " Rejected by Receiving Control";
    }

    private static String injected(Mid mid, Icid icid) {
        return "MID " + mid + " ICID " + icid + " ";
    }

    @Esa({"CRIBL", "ELASTIC"})
    String messageIdRead(MailEvent.MessageIdRead it) {
        return "MID " + it.mid() + " Message-ID " + Quoted.likePython(release, it.value());
    }

    @Esa({"CRIBL", "T212837", "ELASTIC"})
    String subjectRead(MailEvent.SubjectRead it) {
        return "MID " + it.mid() + " Subject "
                + switch (release) {
                    case V7, V11 -> Quoted.likePython(release, it.value());
                    case V14 -> Quoted.inDoubleQuotes(it.value());
                };
    }

    @Esa("CRIBL")
    String ready(MailEvent.Ready it) {
        return "MID " + it.mid() + " ready " + it.bytes() + " bytes from " + escape(it.senderPath());
    }

    @Esa("SPAM2WHO")
    String aborted(MailEvent.MessageAborted it) {
        return "Message aborted MID " + it.mid() + " Receiving aborted";
    }

    @Esa("SPAM2WHO")
    String finished(MailEvent.MessageAborted it) {
        return "Message finished MID " + it.mid() + " aborted";
    }
}
