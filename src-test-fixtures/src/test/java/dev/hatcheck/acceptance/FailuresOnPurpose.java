package dev.hatcheck.acceptance;

import static dev.hatcheck.fixtures.HatcheckAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hatcheck.fixtures.Gateway;
import dev.hatcheck.fixtures.Hatcheck;
import dev.hatcheck.fixtures.tls.ServerTls;
import dev.hatcheck.policies.text.Preset;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that fail on purpose, so that one can read how: {@code docs/failures.md} is made of them. */
class FailuresOnPurpose {
    /** The group stands below the one that takes whoever has no score. */
    private static final String WRONG_ORDER = """
            $CRES_TLS
                ACCEPT {
                    tls = "required"
                }
            $ACCEPTED
                ACCEPT {
                    tls = "on"
                }
            UNKNOWNLIST:
                sbrs[none]
                $ACCEPTED
            CRES:
                .res.cisco.com
                208.90.57.0/26
                $CRES_TLS
            ALL
                $ACCEPTED
            """;

    @RegisterExtension
    final Hatcheck gate = Hatcheck.builder()
            .preset(Preset.CRES)
            .zone("""
                    7.113.0.203.in-addr.arpa. PTR mxnat1.res.cisco.com.
                    mxnat1.res.cisco.com.     A   203.0.113.8
                    """)
            .patience(Duration.ofMillis(100))
            .build();

    @Test
    @DisplayName("A group stands too far down")
    void groupTooFarDown() {
        gate.commit(WRONG_ORDER);
        try (var cres = gate.connectFrom("208.90.57.32")) {
            assertThat(cres).matchedSenderGroup("CRES");
        }
    }

    @Test
    @DisplayName("A client's name does not lead back to it")
    void nameIsNotVerified() {
        try (var cres = gate.connectFrom("203.0.113.7")) {
            assertThat(cres).byEntry(".res.cisco.com");
        }
    }

    @Test
    @DisplayName("Mail in clear is taken, and should not be")
    void clearIsTaken() {
        gate.commit(WRONG_ORDER);
        try (var cres = gate.connectFrom("208.90.57.32")) {
            cres.ehlo("res.cisco.com").mailFrom("a@res.cisco.com");
            assertThat(cres).wasRefusedWith(530);
        }
    }

    @Test
    @DisplayName("A sender does not begin TLS")
    void noTls() {
        try (var sender = gate.connectFrom("192.0.2.1")) {
            sender.ehlo("sender.example").mailFrom("a@sender.example");
            assertThat(gate.sessions().from("192.0.2.1").only()).hadTls("TLSv1.3");
        }
    }

    @Test
    @DisplayName("A message does not arrive")
    void noMessage() {
        try (var sender = gate.connectFrom("192.0.2.1")) {
            sender.ehlo("sender.example").mailFrom("a@sender.example").rcptTo("you@elsewhere.com");
            gate.messages().to("you@elsewhere.com").await(1);
        }
    }

    @Test
    @DisplayName("Mail of a domain was in clear")
    void plaintext() {
        try (var sender = gate.connectFrom("192.0.2.1")) {
            sender.ehlo("sender.example").mailFrom("a@partner.example").rcptTo("you@example.com");
            sender.data("Subject: hello\n\nIs this for everybody?\n");
            gate.assertNeverPlaintext("partner.example");
        }
    }

    @Test
    @DisplayName("The mail log does not say what it should")
    void noLogLine() {
        try (var cres = gate.connectFrom("208.90.57.32")) {
            cres.ehlo("res.cisco.com").mailFrom("a@res.cisco.com");
            assertThat(gate.log()).hasLine("ICID {icid} TLS success protocol {protocol} cipher {cipher}");
        }
    }

    @Test
    @DisplayName("STARTTLS is refused")
    void startTlsRefused() {
        try (var untrusted = Gateway.builder().tls(ServerTls.refused()).start();
                var client = untrusted.connect()) {
            client.ehlo("sender.example").startTls();
        }
    }

    @Test
    @DisplayName("Tables cannot be read: all that is wrong with any of them")
    void brokenTables() {
        Gateway.builder()
                .hat("CRES:\n    208.90.57.0/33\n    $CRES_TSL\nALL\n    ACEPT\n")
                .rat("example.com TAKE\n")
                .zone("mx.example.org. A 192.0.2.300\n")
                .start();
    }

    @Test
    @DisplayName("Somebody else's assertion fails, and what the gate knows goes with it")
    void somebodyElse() {
        var cres = gate.connectFrom("208.90.57.32");
        cres.ehlo("res.cisco.com").mailFrom("a@res.cisco.com");
        assertEquals(250, cres.code());
    }
}
