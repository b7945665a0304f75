package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.cli.input.Target;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Ticker;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a server as a sender does that insists on TLS: who takes the mail, whether it talks, offers TLS and keeps its
 * word, and whether its certificate proves who it is.
 *
 * <p>It takes no longer than it is told, whatever the server does. For one check.
 */
public final class Probe {
    private static final String KEEP_THE_OFFER =
            "let the server keep to its offer of STARTTLS: if it has no certificate or key of use, its log says so";
    private static final String BEFORE_EHLO = " after the handshake, before it answered EHLO";

    private final Target target;
    private final Optional<PeerName> name;
    private final Optional<IpAddress> client;
    private final Anchors anchors;
    private final Instant now;
    private final Directory directory;
    private final Caller caller;
    private final List<Step> steps = new ArrayList<>();
    private final List<X509Certificate> shown = new ArrayList<>();
    private Stage stage = Stage.MX;

    Probe(Question question, Directory directory, Dialer dialer, Ticker ticker) {
        this.target = question.target();
        this.name = question.name();
        this.client = question.client();
        this.anchors = question.anchors();
        this.now = question.now();
        this.directory = directory;
        this.caller = new Caller(directory, dialer, Deadline.in(question.time(), ticker));
    }

    /**
     * What there is to check.
     *
     * @param target whom
     * @param name whom the certificate must be for, if not the host that is asked
     * @param anchors who is trusted
     * @param now when the certificates must be valid
     * @param time how long it may take
     * @param client whom a PROXY header is to introduce, if one is sent
     */
    public record Question(
            Target target,
            Optional<PeerName> name,
            Anchors anchors,
            Instant now,
            Duration time,
            Optional<IpAddress> client) {
        /** From whoever this machine is. */
        public Question(Target target, Optional<PeerName> name, Anchors anchors, Instant now, Duration time) {
            this(target, name, anchors, now, time, Optional.empty());
        }

        /** The same, asked by this client. */
        Question as(IpAddress other) {
            return new Question(target, name, anchors, now, time, Optional.of(other));
        }
    }

    /** Checks, over the network. */
    public static Examination examine(Question question, Directory directory) {
        return new Probe(question, directory, Dialer.tcp(), Ticker.system()).examine();
    }

    Examination examine() {
        try {
            Candidates candidates = Candidates.of(target, directory);
            passed(candidates.how());
            stage = Stage.CONNECT;
            Caller.Connected server = caller.connect(candidates);
            try (Line line = server.line()) {
                talk(server, line);
            }
        } catch (StepFailed failed) {
            steps.add(failed.at(stage));
        }
        return new Examination(steps, shown);
    }

    private void talk(Caller.Connected server, Line line) throws StepFailed {
        SmtpReply greeting = positive(Verdict.REFUSED, Verdict.REFUSED.remedy(), () -> greeting(line));
        passed(server + " greets " + client.map(it -> it + " ").orElse("") + "with " + greeting);
        stage = Stage.EHLO;
        SmtpReply hello = positive(Verdict.REFUSED, "let the server answer EHLO with 250", () -> hello(line));
        passed(hello.toString());
        stage = Stage.STARTTLS;
        if (!hello.offers("STARTTLS")) {
            throw new StepFailed(Verdict.NO_STARTTLS, "the answer to EHLO does not offer it");
        }
        SmtpReply go = positive(Verdict.NO_STARTTLS, KEEP_THE_OFFER, () -> line.say("STARTTLS"));
        int injected = attempt(Verdict.NO_STARTTLS, KEEP_THE_OFFER, line::discard);
        passed(go
                + (injected == 0
                        ? ""
                        : "; " + injected + " bytes behind it, in clear, were thrown away: somebody"
                                + " between here and there may have put them in"));
        stage = Stage.HANDSHAKE;
        PeerName expected = expected(server.server());
        var onlooker = new Onlooker();
        steps.add(handshake(line, expected, onlooker));
        shown.addAll(onlooker.shown());
        steps.addAll(CertificateCheck.steps(shown, anchors, expected, now));
    }

    private SmtpReply greeting(Line line) throws IOException {
        return client.isPresent() ? line.say(line.introducing(client.get())) : line.hear();
    }

    /** One that came to its end and did not last fails, and does not keep the certificates from being looked at. */
    private static Step handshake(Line line, PeerName expected, Onlooker onlooker) throws StepFailed {
        TlsHandshake handshake;
        try {
            handshake = line.secure(expected, onlooker);
        } catch (IOException broken) {
            throw new StepFailed(new HandshakeFailure(broken, onlooker.wasAsked(), "").step());
        }
        try {
            SmtpReply hello = hello(line);
            return hello.isPositive() ? Step.passed(Stage.HANDSHAKE, handshake.toString()) : answered(hello.toString());
        } catch (Garbled strange) {
            return answered(strange.getMessage());
        } catch (IOException broken) {
            return new HandshakeFailure(broken, onlooker.wasAsked(), BEFORE_EHLO).step();
        }
    }

    private static Step answered(String how) {
        return new Step(
                Stage.HANDSHAKE,
                Verdict.HANDSHAKE,
                "EHLO inside TLS was answered " + how,
                "let the server answer EHLO inside TLS with 250, as it did before");
    }

    private static SmtpReply hello(Line line) throws IOException {
        return line.say("EHLO " + line.literal());
    }

    /** Whom the certificate must be for: the host that is asked, unless the question says otherwise. */
    @Assumed("which name the service wants is not known; this one is what senders commonly check")
    private PeerName expected(Candidates.Server server) {
        return name.orElse(server.host());
    }

    private void passed(String detail) {
        steps.add(Step.passed(stage, detail));
    }

    private interface Attempt<T> {
        T go() throws IOException;
    }

    private static <T> T attempt(Verdict otherwise, String mend, Attempt<T> attempt) throws StepFailed {
        try {
            return attempt.go();
        } catch (IOException broken) {
            throw new StepFailed(otherwise, Reason.of(broken), mend);
        }
    }

    private static SmtpReply positive(Verdict otherwise, String mend, Attempt<SmtpReply> attempt) throws StepFailed {
        SmtpReply reply = attempt(otherwise, mend, attempt);
        if (!reply.isPositive()) {
            throw new StepFailed(otherwise, "the answer is " + reply, mend);
        }
        return reply;
    }
}
