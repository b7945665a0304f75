package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.Preset;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the README, which stands there word for word. */
class ReadmeExampleTest {
    // README begins
    @Test
    void mailFromCresComesInOverTlsOnly() throws IOException {
        var hat = HatReader.read(Preset.CRES.hatText(), "cres.hat");
        var rat = RatReader.read(Preset.CRES.ratText().orElseThrow(), "cres.rat");
        var settings = ListenerSettings.of(ListenerType.PUBLIC);
        var ca = new TlsLab();
        var loopback = List.of(IpRange.read("127.0.0.1").orElseThrow());
        var options = ListenerOptions.of(Engine.of(settings, hat.value(), rat.value()))
                .withTls(() -> ca.server("mail.example"))
                .withProxy(new InetSocketAddress("127.0.0.1", 0), loopback);
        var client = IpAddress.read("208.90.57.32").orElseThrow();

        try (var gate = SmtpListener.start(options);
                var cres = SmtpClient.connectAs(client, gate.proxyAddress(), ca.client())) {
            cres.say("EHLO mxnat1.res.cisco.com");
            assertThat(cres.say("MAIL FROM:<a@partner.example>"))
                    .isEqualTo("530 #5.7.0 Must issue a STARTTLS command first");

            cres.startTls("mail.example");
            cres.say("EHLO mxnat1.res.cisco.com");
            assertThat(cres.say("MAIL FROM:<a@partner.example>")).isEqualTo("250 sender <a@partner.example> ok");
        }
    }
    // README ends

    @Test
    void theReadmeShowsWhatIsCompiledHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/hatcheck/acceptance/ReadmeExampleTest.java"));
        String example = source.substring(
                source.indexOf("// README begins\n") + "// README begins\n".length(),
                source.indexOf("    // README ends"));
        assertThat(Files.readString(Path.of("../README.md")))
                .contains(example.stripTrailing().stripIndent());
    }
}
