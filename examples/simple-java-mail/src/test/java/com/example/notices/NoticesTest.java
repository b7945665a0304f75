package com.example.notices;

import static dev.hatcheck.fixtures.HatcheckAssertions.assertThat;
import static dev.hatcheck.policies.text.Preset.CRES;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hatcheck.fixtures.Gated;
import dev.hatcheck.fixtures.Gateway;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simplejavamail.MailException;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.mailer.MailerBuilder;

@Gated(preset = CRES)
class NoticesTest {
    @Test
    void aNoticeGoesOutOverTls(Gateway gate) {
        var mailer = MailerBuilder.withSMTPServer(gate.host(), gate.portFor("208.90.57.32"))
                .withTransportStrategy(TransportStrategy.SMTP_TLS)
                .withCustomSSLFactoryInstance(gate.clientContext().getSocketFactory())
                .buildMailer();

        new Notices(mailer).send("b@example.com", "Your parcel", "is here");

        assertThat(gate.messages().to("b@example.com").only())
                .hasSubject("Your parcel")
                .cameOverTls();
    }

    @Test
    void inClearItIsRefused(Gateway gate) {
        var mailer = MailerBuilder.withSMTPServer(gate.host(), gate.portFor("208.90.57.32"))
                .withTransportStrategy(TransportStrategy.SMTP)
                .withProperties(Map.of("mail.smtp.starttls.enable", "false"))
                .buildMailer();
        var notices = new Notices(mailer);

        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> notices.send("b@example.com", "Your parcel", "is here"));
        assertThat(gate.sessions().only())
                .matchedSenderGroup("CRES")
                .wasRefusedWith(530)
                .hadNoTls();
    }
}
