package dev.hatcheck.acceptance;

import static dev.hatcheck.fixtures.HatcheckAssertions.assertThat;
import static dev.hatcheck.policies.text.Preset.CRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.fixtures.Gateway;
import dev.hatcheck.fixtures.Hatcheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example of the README, which stands there word for word. */
class ReadmeExampleTest {
    // README begins
    @RegisterExtension
    static final Hatcheck HATCHECK = Hatcheck.builder().preset(CRES).build();

    @Test
    void mailFromCresComesInOverTlsOnly(Gateway gate) {
        var cres = gate.connectFrom("208.90.57.32").ehlo("res.cisco.com").mailFrom("a@res.cisco.com");
        assertThat(cres).matchedSenderGroup("CRES").wasRefusedWith(530).hadNoTls();

        cres.startTls().ehlo("res.cisco.com").send("a@res.cisco.com", "you@example.com", "Subject: Hi\n\nHello\n");
        assertThat(gate.messages().to("you@example.com").only()).cameOverTls();
    }
    // README ends

    @Test
    void theReadmeShowsWhatIsCompiledHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/hatcheck/acceptance/ReadmeExampleTest.java"));
        String example = source.substring(
                        source.indexOf("// README begins\n") + "// README begins\n".length(),
                        source.indexOf("    // README ends"))
                .stripTrailing()
                .stripIndent();
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(readme).contains(example);
        assertThat(source.lines().filter(line -> line.matches("import (static )?dev\\.hatcheck\\..*")))
                .isNotEmpty()
                .allMatch(readme::contains);
        assertThat(example.lines().filter(line -> !line.isBlank())).hasSizeLessThan(10);
    }
}
