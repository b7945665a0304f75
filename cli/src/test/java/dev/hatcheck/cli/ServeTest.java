package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hatcheck.fixtures.FakeDns;
import dev.hatcheck.fixtures.RawClient;
import dev.hatcheck.fixtures.RawClient.Heard.Line;
import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.policies.address.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS) // which has other ways to end a process
class ServeTest {
    private static final TlsLab CA = new TlsLab();

    @TempDir
    private Path folder;

    @Test
    void onceBoundItSaysWhereAndNothingElse() throws Exception {
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0", "--proxy", "[::1]:0")) {
            int smtp = gateway.ready("smtp 127.0.0.1");
            int proxy = gateway.ready("proxy [::1]");
            try (var client = SmtpClient.connect(new InetSocketAddress("127.0.0.1", smtp), CA.client());
                    var proxied = SmtpClient.connectAs(
                            IpAddress.read("208.90.57.32").orElseThrow(),
                            new InetSocketAddress("::1", proxy),
                            CA.client())) {
                assertThat(client.greeting()).isEqualTo("220 mail.example ESMTP");
                assertThat(proxied.say("MAIL FROM:<a@example.com>"))
                        .isEqualTo("530 #5.7.0 Must issue a STARTTLS command first");
            }
            gateway.signal("TERM");
            assertThat(gateway.end()).isZero();
            assertThat(gateway.restOfOutput()).isEmpty();
        }
    }

    @Test
    void whoMaySayForWhomItSpeaksHasAPortOfItsOwn() throws Exception {
        try (var gateway =
                ServedGateway.start("--xclient", "127.0.0.1:0", "--proxy", "127.0.0.1:0", "--smtp", "127.0.0.1:0")) {
            gateway.ready("smtp 127.0.0.1");
            gateway.ready("proxy 127.0.0.1");
            int xclient = gateway.ready("xclient 127.0.0.1");
            try (var peer = SmtpClient.connect(new InetSocketAddress("127.0.0.1", xclient), CA.client())) {
                assertThat(peer.say("XCLIENT ADDR=208.90.57.32")).isEqualTo("220 mail.example ESMTP");
                assertThat(peer.say("MAIL FROM:<a@example.com>"))
                        .isEqualTo("530 #5.7.0 Must issue a STARTTLS command first");
            }
        }
    }

    @Test
    void whoIsNotTrustedIsSentAwayFromTheXclientPort() throws Exception {
        try (var gateway = ServedGateway.start("--xclient", "127.0.0.1:0", "--trust", "127.0.0.2")) {
            int xclient = gateway.ready("xclient 127.0.0.1");
            assertThat(greeting(new InetSocketAddress("127.0.0.1", xclient)))
                    .startsWith("554 127.0.0.1 may not speak for other hosts");
        }
    }

    @Test
    void onlyThePortsThatAreNamedAreOpened() throws Exception {
        try (var gateway = ServedGateway.start("--proxy", "127.0.0.1:0")) {
            gateway.ready("proxy 127.0.0.1");
            gateway.signal("TERM");
            gateway.end();
            assertThat(gateway.restOfOutput()).isEmpty();
        }
    }

    @Test
    void whoeverIsConnectedHearsThatItEnds() throws Exception {
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0")) {
            int port = gateway.ready("smtp 127.0.0.1");
            try (var client = RawClient.connect(new InetSocketAddress("127.0.0.1", port))) {
                assertThat(client.hear()).isEqualTo(new Line("220 mail.example ESMTP"));
                gateway.signal("TERM");
                assertThat(client.hear())
                        .isEqualTo(new Line("421 mail.example Service not available, closing transaction channel"));
            }
            assertThat(gateway.end()).isZero();
        }
    }

    @Test
    void theLogIsInItsFileBehindWhatWasThere() throws Exception {
        Path log = Files.writeString(folder.resolve("mail.log"), "older\n");
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0", "--mail-log", log.toString())) {
            int port = gateway.ready("smtp 127.0.0.1");
            try (var client = SmtpClient.connect(new InetSocketAddress("127.0.0.1", port), CA.client())) {
                client.say("QUIT");
            }
            gateway.signal("TERM");
            gateway.end();
        }
        assertThat(Files.readAllLines(log)).first().isEqualTo("older");
        assertThat(Files.readAllLines(log))
                .extracting(line -> line.replaceFirst("^.{24} Info: ", ""))
                .contains(
                        "Begin Logfile",
                        "New SMTP ICID 1 interface Management (127.0.0.1) address 127.0.0.1 reverse dns host unknown"
                                + " verified no",
                        "ICID 1 close");
    }

    @Test
    void aFolderKeepsTheLogAsAnApplianceOfThatReleaseDoes() throws Exception {
        String logs = folder.resolve("mail_logs") + "/";
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0", "--mail-log", logs, "--esa-version", "7")) {
            greeting(new InetSocketAddress("127.0.0.1", gateway.ready("smtp 127.0.0.1")));
            Run second = Run.of("serve", "--smtp", "127.0.0.1:0", "--mail-log", logs);
            assertThat(second.code()).isEqualTo(3);
            assertThat(second.err()).contains("--mail-log " + folder.resolve("mail_logs") + ": another gateway");
            gateway.signal("TERM");
            gateway.end();
        }
        assertThat(Files.readString(folder.resolve("mail_logs/mail.current")))
                .contains("Begin Logfile", "Version: 7.6.3-019 ", " SG UNKNOWNLIST match sbrs[none] SBRS None\n");
    }

    @Test
    void withoutAFileTheLogGoesToStandardError() throws Exception {
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0")) {
            int port = gateway.ready("smtp 127.0.0.1");
            SmtpClient.connect(new InetSocketAddress("127.0.0.1", port), CA.client())
                    .close();
            assertThat(gateway.awaitDiagnostic("New SMTP ICID 1")).contains(" Info: ");
        }
    }

    @Test
    void aTableIsReadAgainAtSighup() throws Exception {
        Path hat = Files.writeString(folder.resolve("t.hat"), "ALL\n    ACCEPT\n");
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0", "--hat", hat.toString())) {
            var address = new InetSocketAddress("127.0.0.1", gateway.ready("smtp 127.0.0.1"));
            Files.writeString(hat, "ALL\n    REJECT\n");
            gateway.signal("HUP");
            gateway.awaitDiagnostic("new connections go by the new tables");
            assertThat(greeting(address)).startsWith("554");
        }
    }

    @Test
    void aBadTableAtSighupChangesNothing() throws Exception {
        Path hat = Files.writeString(folder.resolve("t.hat"), "ALL\n    REJECT\n");
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0", "--hat", hat.toString())) {
            var address = new InetSocketAddress("127.0.0.1", gateway.ready("smtp 127.0.0.1"));
            Files.writeString(hat, "ALL\n    ACCEPT {\n");
            gateway.signal("HUP");
            gateway.awaitDiagnostic(hat + ":2:12: ");
            gateway.awaitDiagnostic("new connections go by the old tables");
            assertThat(greeting(address)).startsWith("554");
        }
    }

    @Test
    void aLogThatWasRenamedIsBegunAnewAtSighup() throws Exception {
        Path log = folder.resolve("mail.log");
        Path renamed = folder.resolve("mail.log.1");
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0", "--mail-log", log.toString())) {
            var address = new InetSocketAddress("127.0.0.1", gateway.ready("smtp 127.0.0.1"));
            Files.move(log, renamed);
            gateway.signal("HUP");
            gateway.awaitDiagnostic("new connections go by the new tables");
            greeting(address);
            gateway.signal("TERM");
            gateway.end();
        }
        assertThat(Files.readString(renamed)).contains("Begin Logfile").doesNotContain("New SMTP ICID");
        assertThat(Files.readString(log)).contains("Begin Logfile", "New SMTP ICID 1");
    }

    @Test
    void aLogThatCannotBeOpenedAgainStaysInForceWithAllElse() throws Exception {
        Path hat = Files.writeString(folder.resolve("t.hat"), "ALL\n    REJECT\n");
        Path log = folder.resolve("mail.log");
        Path renamed = folder.resolve("mail.log.1");
        try (var gateway =
                ServedGateway.start("--smtp", "127.0.0.1:0", "--mail-log", log.toString(), "--hat", hat.toString())) {
            var address = new InetSocketAddress("127.0.0.1", gateway.ready("smtp 127.0.0.1"));
            Files.move(log, renamed);
            Files.createDirectory(log);
            Files.writeString(hat, "ALL\n    ACCEPT\n");
            gateway.signal("HUP");
            gateway.awaitDiagnostic("--mail-log " + log + ": ");
            gateway.awaitDiagnostic("new connections go by the old tables");
            assertThat(greeting(address)).startsWith("554");
            gateway.signal("TERM");
            gateway.end();
        }
        assertThat(Files.readString(renamed)).contains("New SMTP ICID 1");
    }

    @Test
    void anInterruptFromTheKeyboardEndsItLikeAnyOther() throws Exception {
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0")) {
            int port = gateway.ready("smtp 127.0.0.1");
            assumeFalse(gateway.ignoresInterrupts(), "a shell's background job ignores SIGINT, and so do its children");
            try (var client = RawClient.connect(new InetSocketAddress("127.0.0.1", port))) {
                assertThat(client.hear()).isEqualTo(new Line("220 mail.example ESMTP"));
                gateway.signal("INT");
                assertThat(client.hear())
                        .isEqualTo(new Line("421 mail.example Service not available, closing transaction channel"));
            }
            assertThat(gateway.end()).isZero();
        }
    }

    @Test
    void aCertificateIsShownWithItsChain() throws Exception {
        var credentials = CA.valid("mail.example");
        Path hat = Files.writeString(folder.resolve("t.hat"), "ALL\n    ACCEPT { tls = \"required\" }\n");
        Path certificate = Files.writeString(folder.resolve("cert.pem"), credentials.chainPem());
        Path key = Files.writeString(folder.resolve("key.pem"), credentials.keyPem());
        try (var gateway = ServedGateway.start(
                "--smtp",
                "127.0.0.1:0",
                "--hat",
                hat.toString(),
                "--cert",
                certificate.toString(),
                "--key",
                key.toString())) {
            int port = gateway.ready("smtp 127.0.0.1");
            try (var client = SmtpClient.connect(new InetSocketAddress("127.0.0.1", port), CA.client())) {
                client.say("EHLO client.example");
                client.startTls("mail.example");
                assertThat(client.say("EHLO client.example")).startsWith("250-mail.example");
            }
        }
    }

    @Test
    void namesAndListsMayComeFromANameServerAndStillDoAfterSighup() throws Exception {
        Path hat = Files.writeString(folder.resolve("t.hat"), """
                LISTED:
                    dnslist[list.example]
                    ACCEPT
                ALL
                    REJECT
                """);
        try (var dns = FakeDns.start("""
                        1.0.0.127.in-addr.arpa. PTR mx.example.org.
                        mx.example.org. A 127.0.0.1
                        1.0.0.127.list.example. A 127.0.0.2
                        """);
                var gateway = ServedGateway.start(
                        "--smtp",
                        "127.0.0.1:0",
                        "--hat",
                        hat.toString(),
                        "--set",
                        "dns_ptr_timeout=30",
                        "--set",
                        "dnslist_timeout=30",
                        "--dns",
                        "127.0.0.1:" + dns.address().getPort())) {
            var address = new InetSocketAddress("127.0.0.1", gateway.ready("smtp 127.0.0.1"));
            assertThat(greeting(address)).startsWith("220");
            gateway.awaitDiagnostic("reverse dns host mx.example.org verified yes");
            gateway.awaitDiagnostic("match dnslist[list.example]");
            gateway.signal("HUP");
            gateway.awaitDiagnostic("new connections go by the new tables");
            assertThat(greeting(address)).startsWith("220");
            gateway.awaitDiagnostic("reverse dns host mx.example.org verified yes");
            assertThat(dns.questions()).as("the second time from memory").hasSize(3);
        }
    }

    @Test
    void aNameServerThatIsNotThereIsToldOfAtTheStart() throws Exception {
        var gone = FakeDns.start("");
        gone.close();
        String server = "127.0.0.1:" + gone.address().getPort();
        try (var gateway = ServedGateway.start("--smtp", "127.0.0.1:0", "--dns", server)) {
            gateway.awaitDiagnostic("names of clients and DNS lists come from name server " + server);
            gateway.awaitDiagnostic("it failed or did not answer; clients may be without names");
            gateway.ready("smtp 127.0.0.1");
        }
    }

    @Test
    void aPortThatIsTakenCannotBeHad() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("serve", "--smtp", "127.0.0.1:" + taken.getLocalPort());
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static String greeting(InetSocketAddress address) throws Exception {
        try (var client = SmtpClient.connect(address, CA.client())) {
            return client.greeting();
        }
    }
}
