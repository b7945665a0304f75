package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hatcheck.acceptance.Program.Outcome;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.fixtures.RecordedLog;
import dev.hatcheck.fixtures.RecordedMail;
import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.Preset;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that other people wrote meet the CRES preset. Runs in the profile {@code foreign-clients}. */
@Tag("foreign")
class ForeignClientsTest {
    private static final String HOSTNAME = "mail.example";
    private static final String MUST_ISSUE_STARTTLS = "530 #5.7.0 Must issue a STARTTLS command first";
    private static final String ENVELOPE_FROM = "a@partner.example";
    private static final String ENVELOPE_TO = "b@example.com";
    private static final IpAddress CRES = address("208.90.57.32");
    private static final IpAddress ORDINARY = address("192.0.2.1");

    private final TlsLab authority = new TlsLab();
    private final RecordedLog log = new RecordedLog();
    private final RecordedMail mail = new RecordedMail();

    @TempDir
    private Path folder;

    @Test
    void swaksIsRefusedInClear() throws IOException {
        try (var gate = gateFor(CRES)) {
            Outcome swaks = swaks(gate.port());
            assertThat(swaks.output()).contains(MUST_ISSUE_STARTTLS);
            assertThat(swaks.code()).isNotZero();
        }
        assertThat(mail.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlsv1_2", "tlsv1_3"})
    void swaksDeliversOverTls(String protocol) throws IOException {
        try (var gate = gateFor(CRES)) {
            Outcome swaks = swaks(gate.port(), "--tls", "--tls-protocol", protocol);
            assumeFalse(swaks.output().contains("requires Net::SSLeay"), "swaks is installed without TLS");
            assertThat(swaks.output()).contains("250 ok:  Message 1 accepted");
            assertThat(swaks.code()).isZero();
            assertThat(log.awaitLine("ICID 1 close")).isTrue();
        }
        assertThat(mail.kept()).hasSize(1);
        assertThat(log.lines()).anyMatch(line -> line.startsWith("ICID 1 TLS success protocol TLSv1."));
    }

    @Test
    void swaksIsACresHostByAProxyHeader() throws IOException {
        try (var gate = gateFor(ORDINARY)) {
            Outcome swaks = swaks(
                    gate.proxyAddress().getPort(),
                    "--proxy-version",
                    "1",
                    "--proxy-family",
                    "TCP4",
                    "--proxy-source",
                    CRES.toString(),
                    "--proxy-source-port",
                    "49152",
                    "--proxy-dest",
                    "127.0.0.1",
                    "--proxy-dest-port",
                    "25");
            assertThat(swaks.output()).contains(MUST_ISSUE_STARTTLS);
        }
    }

    @Test
    void swaksIsACresHostByXclient() throws IOException {
        try (var gate = gateFor(ORDINARY)) {
            Outcome swaks = swaks(gate.xclientAddress().getPort(), "--xclient", "ADDR=" + CRES);
            assertThat(swaks.output()).contains("-> XCLIENT ADDR=" + CRES, MUST_ISSUE_STARTTLS);
        }
    }

    @Test
    void swaksDeliversForACresHostOverTlsAfterXclient() throws IOException {
        try (var gate = gateFor(ORDINARY)) {
            Outcome swaks = swaks(
                    gate.xclientAddress().getPort(),
                    "--xclient-name",
                    "mxnat1.res.cisco.com",
                    "--xclient-addr",
                    "192.0.2.7",
                    "--xclient-before-starttls",
                    "--tls");
            assumeFalse(swaks.output().contains("requires Net::SSLeay"), "swaks is installed without TLS");
            assertThat(swaks.output()).contains("250 ok:  Message 1 accepted");
        }
        assertThat(log.lines()).contains("ICID 1 ACCEPT SG CRES match .res.cisco.com SBRS None country not enabled");
    }

    @Test
    void swaksSaysAllThatXclientCanSay() throws IOException {
        try (var gate = gateFor(ORDINARY)) {
            Outcome swaks = swaks(
                    gate.xclientAddress().getPort(),
                    "--xclient-helo",
                    "two words",
                    "--xclient-login",
                    "a+b=c",
                    "--xclient-proto",
                    "ESMTP",
                    "--xclient-port",
                    "40000",
                    "--xclient-delim",
                    "--xclient-name",
                    "[UNAVAILABLE]",
                    "--xclient-addr",
                    "IPV6:2001:db8::7",
                    "--xclient-destaddr",
                    "IPV6:2001:db8::25",
                    "--xclient-destport",
                    "25");
            assertThat(swaks.output()).contains("HELO=two+20words", "LOGIN=a+2Bb+3Dc", "250 ok:  Message 1 accepted");
            assertThat(swaks.code()).isZero();
        }
        assertThat(log.lines())
                .contains("New SMTP ICID 2 interface Management (2001:db8::25) address 2001:db8::7 reverse dns host"
                        + " unknown verified no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void opensslVerifiesTheCertificate(String protocol) throws IOException {
        try (var gate = gateFor(CRES)) {
            Outcome openssl = new Program("openssl")
                    .run(
                            "QUIT\n",
                            "s_client",
                            "-starttls",
                            "smtp",
                            "-connect",
                            "127.0.0.1:" + gate.port(),
                            protocol,
                            "-CAfile",
                            rootFile(),
                            "-verify_return_error",
                            "-verify_hostname",
                            HOSTNAME,
                            "-crlf",
                            "-ign_eof");
            assertThat(openssl.output()).contains("Verify return code: 0 (ok)").contains("221 " + HOSTNAME);
            assertThat(log.awaitLine("ICID 1 close")).isTrue();
        }
        assertThat(log.lines()).noneMatch(line -> line.contains("TLS failed"));
    }

    @Test
    void pythonIsRefusedInClearAndDeliversOverTls() throws IOException {
        String script = """
                import smtplib, ssl, sys
                port, root = int(sys.argv[1]), sys.argv[2]
                mail = ("a@partner.example", ["b@example.com"], "Subject: from Python\\r\\n\\r\\n.dot\\r\\n")
                with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
                    try:
                        client.sendmail(*mail)
                    except smtplib.SMTPSenderRefused as refused:
                        print("refused", refused.smtp_code, refused.smtp_error)
                with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
                    client.starttls(context=ssl.create_default_context(cafile=root))
                    client.sendmail(*mail)
                    print("delivered")
                """;
        try (var gate = gateFor(CRES)) {
            Outcome python = new Program("python3").run("", "-c", script, String.valueOf(gate.port()), rootFile());
            assertThat(python.output()).contains("refused 530").contains("delivered");
            assertThat(python.code()).isZero();
        }
        assertThat(mail.kept())
                .extracting(RecordedMail.Mail::content)
                .containsExactly("Subject: from Python\r\n\r\n.dot\r\n");
    }

    @Test
    void smtpSourceDeliversInClearWhereItMay() throws IOException {
        try (var gate = gateFor(ORDINARY)) {
            Outcome source = smtpSource(gate.port());
            assertThat(source.output()).isEmpty();
            assertThat(source.code()).isZero();
        }
        assertThat(mail.kept()).hasSize(20);
    }

    @Test
    void smtpSourceIsRefusedWhereTlsIsRequired() throws IOException {
        try (var gate = gateFor(CRES)) {
            assertThat(smtpSource(gate.port()).output()).contains("530");
        }
        assertThat(mail.kept()).isEmpty();
    }

    @Test
    void smtpSourceDeliversThroughHaproxy() throws IOException {
        try (var gate = gateFor(ORDINARY);
                var haproxy = Haproxy.start(gate.proxyAddress().getPort(), "", folder)) {
            Outcome source = smtpSource(haproxy.port());
            assertThat(source.output()).isEmpty();
            assertThat(source.code()).isZero();
        }
        assertThat(mail.kept()).hasSize(20);
    }

    @Test
    void smtpSourceIsTheCresHostThatHaproxySaysItIs() throws IOException {
        try (var gate = gateFor(ORDINARY);
                var haproxy = Haproxy.start(
                        gate.proxyAddress().getPort(), "tcp-request connection set-src ipv4(" + CRES + ")", folder)) {
            assertThat(smtpSource(haproxy.port()).output()).contains("530");
        }
        assertThat(mail.kept()).isEmpty();
        assertThat(log.lines()).anyMatch(line -> line.contains(" address " + CRES + " "));
    }

    @Test
    void posttlsFingerVerifiesTheCertificate() throws IOException {
        try (var gate = gateFor(CRES)) {
            Files.createFile(folder.resolve("main.cf")); // Postfix's programs insist on one
            Outcome finger = new Program("posttls-finger", Map.of("MAIL_CONFIG", folder.toString()))
                    .run("", "-c", "-l", "secure", "-F", rootFile(), "[127.0.0.1]:" + gate.port(), HOSTNAME);
            assertThat(finger.output()).contains("Verified TLS connection established");
        }
    }

    private SmtpListener gateFor(IpAddress everybody) throws IOException {
        var settings = ListenerSettings.of(ListenerType.PUBLIC).withHostname(HOSTNAME);
        var hat = HatReader.read(Preset.CRES.hatText(), Preset.CRES.hatName()).value();
        var rat = RatReader.read(Preset.CRES.ratText().orElseThrow(), Preset.CRES.ratName())
                .value();
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return SmtpListener.start(ListenerOptions.of(Engine.of(settings, hat, rat))
                .withProxy(anyPort, onThisMachine())
                .withXclient(anyPort, onThisMachine())
                .withLookup(onThisMachine(everybody))
                .withEvents(log)
                .withSink(mail)
                .withTls(() -> authority.server(HOSTNAME)));
    }

    private static List<IpRange> onThisMachine() {
        return List.of(IpRange.of(address("127.0.0.1")));
    }

    /** Takes who connects from this machine for somebody else. */
    private static HostLookup onThisMachine(IpAddress everybody) {
        return client ->
                CompletableFuture.completedFuture(Peer.of(client.equals(address("127.0.0.1")) ? everybody : client));
    }

    private static Outcome swaks(int port, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--server",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--from",
                ENVELOPE_FROM,
                "--to",
                ENVELOPE_TO,
                "--timeout",
                "10"));
        arguments.addAll(List.of(options));
        return new Program("swaks").run("", arguments.toArray(String[]::new));
    }

    private static Outcome smtpSource(int port) throws IOException {
        return new Program("smtp-source")
                .run("", "-s", "5", "-m", "20", "-f", ENVELOPE_FROM, "-t", ENVELOPE_TO, "inet:127.0.0.1:" + port);
    }

    private String rootFile() throws IOException {
        Path file = folder.resolve("root.pem");
        Files.writeString(file, authority.rootPem());
        return file.toString();
    }

    private static IpAddress address(String text) {
        return IpAddress.read(text).orElseThrow();
    }
}
