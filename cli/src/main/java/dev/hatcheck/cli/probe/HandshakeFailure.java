package dev.hatcheck.cli.probe;

import dev.hatcheck.engine.maillog.LogText;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a handshake came to nothing, and what to do about it.
 *
 * @param why how it ended
 * @param wasAsked whether the server had asked for a certificate of the client
 * @param when what it happened before, as in {@code before it answered}; empty for the handshake itself
 */
record HandshakeFailure(IOException why, boolean wasAsked, String when) {
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (?<name>.+)");

    /** By which servers say, according to their library, that a certificate of the client is missing. */
    private static final Set<String> WITHOUT_CERTIFICATE = Set.of(
            "certificate_required", "bad_certificate", "certificate_unknown", "handshake_failure", "access_denied");

    /** What says that there is no version, cipher or kind of key that both have. */
    private static final Set<String> NOTHING_IN_COMMON =
            Set.of("protocol_version", "handshake_failure", "insufficient_security");

    static final String SERVES_ALL =
            "let the server do without a certificate of the client, as most senders have none to show";

    Step step() {
        if (why instanceof SocketTimeoutException) {
            return failed("no answer in time", "find out why the server does not go on, or grant it more (--timeout)");
        }
        Optional<String> alert = alert();
        if (alert.isPresent()) {
            return alerted(alert.get());
        }
        if (isCut(why) || why.getCause() instanceof IOException cause && isCut(cause)) {
            return wasAsked
                    ? failed(
                            "the server closed the connection" + when
                                    + "; it had asked for a certificate of the client",
                            SERVES_ALL + "; if it does, its log may say why it closes the connection")
                    : failed(
                            "the server closed the connection" + when,
                            "look in the log of the server why it closes the connection; what stands between may do"
                                    + " so, too");
        }
        return failed(Reason.of(why), Verdict.HANDSHAKE.remedy());
    }

    private Step alerted(String alert) {
        if (alert.equals("certificate_required") || wasAsked && WITHOUT_CERTIFICATE.contains(alert)) {
            return failed(
                    "the server wants a certificate of the client: it asked for one, and broke off with the alert "
                            + alert,
                    SERVES_ALL);
        }
        return failed(
                "the server broke off with the alert " + alert + when,
                NOTHING_IN_COMMON.contains(alert)
                        ? Verdict.HANDSHAKE.remedy()
                        : "look in the log of the server why it breaks off with " + alert);
    }

    private Optional<String> alert() {
        Matcher form = ALERT.matcher(String.valueOf(why.getMessage()));
        return form.find() ? Optional.of(LogText.escapeText(form.group("name"))) : Optional.empty();
    }

    private static boolean isCut(IOException how) {
        return how instanceof EOFException || how instanceof SocketException;
    }

    private static Step failed(String detail, String mend) {
        return new Step(Stage.HANDSHAKE, Verdict.HANDSHAKE, detail, mend);
    }
}
