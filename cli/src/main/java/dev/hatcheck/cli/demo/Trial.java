package dev.hatcheck.cli.demo;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.cli.input.Target;
import dev.hatcheck.cli.probe.Anchors;
import dev.hatcheck.cli.probe.Directory;
import dev.hatcheck.cli.probe.Examination;
import dev.hatcheck.cli.probe.Probe;
import dev.hatcheck.cli.probe.Verdict;
import dev.hatcheck.fixtures.tls.Credentials;
import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check that CRES makes of a gateway, for one certificate that it may show.
 *
 * @param certificate which
 * @param expected what must come of it
 * @param examination what came of it
 */
record Trial(String certificate, Verdict expected, Examination examination) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Shown(String certificate, Credentials credentials, Verdict expected) {}

    /** Every certificate in its turn, with whoever checks trusting one root. */
    static List<Trial> play(World world, Instant now) throws IOException {
        var lab = new TlsLab();
        Anchors trusted = Anchors.of(List.of(lab.root()));
        var trials = new ArrayList<Trial>();
        for (Shown shown : List.of(
                new Shown("the demo certificate", lab.demoCertificate(), Verdict.SELF_SIGNED),
                new Shown(
                        "the certificate of an unknown authority", lab.unknownCa(Visit.SERVER), Verdict.UNTRUSTED_ROOT),
                new Shown(
                        "a good one without its intermediate",
                        lab.missingIntermediate(Visit.SERVER),
                        Verdict.MISSING_INTERMEDIATE),
                new Shown("the same with its whole chain", lab.valid(Visit.SERVER), Verdict.PASS))) {
            trials.add(new Trial(shown.certificate(), shown.expected(), check(shown, world, trusted, now)));
        }
        return trials;
    }

    /** The gateway shows it to a host of CRES, for to others it does not offer TLS. */
    private static Examination check(Shown shown, World world, Anchors trusted, Instant now) throws IOException {
        ListenerOptions options = ListenerOptions.of(world.engine())
                .withoutSmtp()
                .withLookup(world.facts())
                .withTls(() -> shown.credentials().serverContext());
        try (var listener = SmtpListener.start(options)) {
            InetSocketAddress port = listener.open(Host.CRES_TESTER.address());
            Target target = Target.at(port);
            var question = new Probe.Question(target, Optional.of(PeerName.of(Visit.SERVER)), trusted, now, PATIENCE);
            return Probe.examine(question, Directory.ofThisMachine(PATIENCE));
        }
    }

    boolean isAsItMustBe() {
        return examination.verdict() == expected;
    }
}
