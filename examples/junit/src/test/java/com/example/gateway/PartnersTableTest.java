package com.example.gateway;

import static dev.hatcheck.fixtures.HatcheckAssertions.assertThat;

import dev.hatcheck.fixtures.Gateway;
import dev.hatcheck.fixtures.Hatcheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartnersTableTest {
    @RegisterExtension
    static final Hatcheck GATE =
            Hatcheck.builder().hat(Path.of("src/main/resources/partners.hat")).build();

    @Test
    void mailFromCresIsRefusedInClear(Gateway gate) {
        try (var cres = gate.connectFrom("208.90.57.32")) {
            cres.ehlo("mxnat1.res.cisco.com").mailFrom("a@partner.example");

            assertThat(cres)
                    .matchedSenderGroup("CRES")
                    .byEntry("208.90.57.0/26")
                    .usedPolicy("OVER_TLS_ONLY")
                    .wasRefusedWith(530)
                    .hadNoTls();
        }
    }

    @Test
    void mailFromCresComesInOverTls(Gateway gate) {
        try (var cres = gate.connectFrom("208.90.57.32")) {
            cres.ehlo("mxnat1.res.cisco.com").startTls().ehlo("mxnat1.res.cisco.com");
            cres.mailFrom("a@partner.example").rcptTo("b@ours.example").data("Subject: hello\n\nworld\n");

            assertThat(gate.messages().to("b@ours.example").only())
                    .hasSubject("hello")
                    .cameOverTls();
        }
    }
}
