package dev.hatcheck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Rfc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitedReaderTest {
    private static final Path HERE = Path.of("src/test/java/dev/hatcheck/fidelity/CitedReaderTest.java");

    /** How {@code this} is read: its first sentence. Not the second. */
    @Esa({"CODES", "WILD"})
    @Rfc("5321 section 4.2")
    @Assumed("the reason may be so long that it" + " stands on two lines")
    private static final int LIMIT = 2 * 5;

    @Esa("CODES")
    static String told(MailEvent.Told it) {
        return injected(it.mid()) + "From: " + escape(it.path()) + " by "
                + it.relay().map(Path::toString).orElse("nobody");
    }

    private static String injected(long mid) {
        return MID + mid + " ";
    }

    private static final String MID = "MID ";

    private static String escape(String path) {
        return path;
    }

    /** What events look like. */
    private interface MailEvent {
        record Told(long mid, String path, Optional<Path> relay) {}
    }

    @Test
    void whatIsCitedIsReadFromTheSource() throws IOException {
        Cited limit = CitedReader.read(List.of(HERE)).get(0);

        assertThat(limit.name()).isEqualTo("CitedReaderTest.LIMIT");
        assertThat(limit.place()).isEqualTo("fidelity/CitedReaderTest.LIMIT");
        assertThat(limit.sentence()).isEqualTo("How `this` is read: its first sentence");
        assertThat(limit.value()).isEqualTo("2 * 5");
        assertThat(limit.saying()).isEmpty();
        assertThat(limit.citations())
                .isEqualTo(new Citations(
                        List.of("CODES", "WILD"),
                        List.of("5321 section 4.2"),
                        Optional.of("the reason may be so long that it stands on two lines")));
    }

    @Test
    void whatTellsAnEventSaysWhatItReturnsInTheWordsOfItsOwnClass() throws IOException {
        Cited told = CitedReader.read(List.of(HERE)).get(1);

        assertThat(told.saying()).contains(new Saying("MID {mid} From: {path} by {relay}"));
    }

    @Test
    void aSayingFitsWhateverFillsItsHoles() {
        var helo = new Saying("250 {hostname}");
        assertThat(helo.fits("250 mail.example")).isTrue();
        assertThat(helo.fits("250-mail.example\n250 SIZE 1")).isFalse();
        assertThat(helo.fits("251 mail.example")).isFalse();
        assertThat(new Saying("250 ok").weight()).isGreaterThan(helo.weight());
    }
}
