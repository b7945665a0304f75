package com.example.notices;

import static dev.hatcheck.fixtures.HatcheckAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hatcheck.fixtures.Hatcheck;
import dev.hatcheck.policies.text.Preset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mail.MailException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class NoticesTest {
    @RegisterExtension
    static final Hatcheck GATE = Hatcheck.builder().preset(Preset.CRES).build();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        GATE.springMailFor("208.90.57.32", registry::add);
    }

    @Test
    void aNoticeGoesOutOverTls(@Autowired Notices notices) {
        notices.send("b@example.com", "Your parcel", "is here");

        assertThat(GATE.messages().to("b@example.com").only())
                .hasSubject("Your parcel")
                .cameOverTls();
    }

    @Nested
    class InClear {
        @DynamicPropertySource
        static void inClear(DynamicPropertyRegistry registry) {
            registry.add("spring.mail.properties.mail.smtp.starttls.enable", () -> false);
        }

        @Test
        void itIsRefused(@Autowired Notices notices) {
            assertThatExceptionOfType(MailException.class)
                    .isThrownBy(() -> notices.send("c@example.com", "Your parcel", "is here"));
            assertThat(GATE.sessions()
                            .that(it -> it.tls().isEmpty(), "in clear")
                            .only())
                    .matchedSenderGroup("CRES")
                    .wasRefusedWith(530);
        }
    }
}
