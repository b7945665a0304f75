package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.limits.Box;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Two listeners of one appliance, with limits that count both. */
class SharedBoxTest {
    @Test
    void connectionsToBothAreCountedTogether() throws IOException {
        ListenerOptions options = limited("global_max_listener_concurrency", "1");
        Box box = new Box();
        try (var inbound = SmtpListener.start(options.withBox(box));
                var outbound = SmtpListener.start(options.withBox(box));
                var elsewhere = SmtpListener.start(options);
                var first = Client.greeted(inbound.smtpAddress());
                var second = Client.connect(outbound.smtpAddress());
                var stranger = Client.connect(elsewhere.smtpAddress())) {
            second.expect("421 #4.4.5 Too many connections to this host.");
            stranger.expect("220 mail.example ESMTP");
            assertThat(first.say("QUIT")).containsExactly("221 mail.example");
            Client.greeted(outbound.smtpAddress()).close();
        }
    }

    @Test
    void tlsSessionsOfBothAreCountedTogether() throws IOException {
        ListenerOptions options = limited("global_max_tls_concurrency", "1").withBox(new Box());
        try (var inbound = SmtpListener.start(options);
                var outbound = SmtpListener.start(options);
                var first = Client.greeted(inbound.smtpAddress());
                var second = Client.greeted(outbound.smtpAddress());
                var third = Client.greeted(outbound.smtpAddress())) {
            assertThat(first.say("STARTTLS")).containsExactly("220 Go ahead with TLS");
            assertThat(second.say("STARTTLS")).containsExactly("421 #4.4.5 Too many TLS sessions at this time");
            assertThat(second.rest()).isEmpty();
            first.handshake("TLSv1.3");
            assertThat(first.say("QUIT")).containsExactly("221 mail.example");
            assertThat(third.say("STARTTLS")).containsExactly("220 Go ahead with TLS");
        }
    }

    private static ListenerOptions limited(String setting, String value) {
        var settings = ListenerSettings.of(ListenerType.PUBLIC).with(setting, value);
        var hat = HatReader.read("ALL\n    ACCEPT { tls = \"on\" }\n", "hat");
        var rat = RatReader.read("ALL ACCEPT\n", "rat");
        return ListenerOptions.of(Engine.of(settings, hat.value(), rat.value())).withTls(TestTls::context);
    }
}
