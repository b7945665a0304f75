package com.example.notices;

import static dev.hatcheck.fixtures.HatcheckAssertions.assertThat;
import static dev.hatcheck.policies.text.Preset.CRES;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hatcheck.fixtures.Gated;
import dev.hatcheck.fixtures.Gateway;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;

@Gated(preset = CRES)
class NoticesTest {
    @Test
    void aNoticeGoesOutOverTls(Gateway gate) throws MessagingException {
        new Notices(gate.jakartaMailPropertiesFor("208.90.57.32")).send("b@example.com", "Your parcel", "is here");

        assertThat(gate.messages().to("b@example.com").only())
                .hasSubject("Your parcel")
                .cameOverTls();
    }

    @Test
    void inClearItIsRefused(Gateway gate) {
        var properties = gate.jakartaMailPropertiesFor("208.90.57.32");
        properties.setProperty("mail.smtp.starttls.enable", "false");
        var notices = new Notices(properties);

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> notices.send("b@example.com", "Your parcel", "is here"));
        assertThat(gate.sessions().only())
                .matchedSenderGroup("CRES")
                .wasRefusedWith(530)
                .hadNoTls();
    }
}
