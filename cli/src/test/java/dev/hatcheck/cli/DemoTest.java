package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void theDemoShowsThatMailOfCresComesInOverTlsOnly() throws Exception {
        Run run = Run.of("demo", "--width", "80", "--color", "never");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT"))
                .isEqualTo(golden("demo-80.txt"));
    }

    @Test
    void eachHostHasOneRowHoweverNarrowTheTerminal() {
        assertThat(Run.of("demo", "--width", "80").out().lines())
                .allMatch(line -> line.length() <= 80)
                .filteredOn(line -> line.contains(".res.cisco.com  208.90.57.32"))
                .hasSize(1);
    }

    @Test
    void onAWideTerminalTheRefusalStandsInEachRow() {
        assertThat(Run.of("demo", "--width", "120").out().lines())
                .allMatch(line -> line.length() <= 120)
                .filteredOn(line ->
                        line.contains("CRES ") && line.contains("530 #5.7.0 Must issue a STARTTLS command first  250"))
                .hasSize(12);
    }

    @Test
    void coloursAreThereWhenWanted() {
        assertThat(Run.of("demo", "--color", "always").out()).contains("\033[33m530\033[0m");
        assertThat(Run.of("demo", "--color", "never").out()).doesNotContain("\033");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = DemoTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
