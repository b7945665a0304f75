package dev.hatcheck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the code cites is built and shown, and {@code docs/fidelity.md} says so. */
class FidelityTest {
    private static final String HOW = " of docs/fidelity.md, which is made of the code by:"
            + " mvn -pl src-test-fixtures -am -Dtest=FidelityTest -Dupdate.golden=true test";

    private static Fidelity fidelity;

    @BeforeAll
    static void read() throws IOException {
        fidelity = new Fidelity();
    }

    @Test
    void everyElementThatCitesSomebodySaysWhatItIs() {
        assertThat(fidelity.built())
                .extracting(Built::cited)
                .filteredOn(it -> it.sentence().isEmpty() && it.saying().isEmpty())
                .extracting(Cited::name)
                .as("elements that need a sentence of Javadoc")
                .isEmpty();
    }

    @Test
    void everyElementThatCitesSomebodyIsShown() {
        assertThat(fidelity.built())
                .filteredOn(Built::isUnproven)
                .extracting(it -> it.cited().name())
                .as(
                        "elements that no transcript says or sets and that %s does not name: write a transcript or a test,"
                                + " and where it cannot be derived, a line there",
                        ShownBy.FILE)
                .isEmpty();
    }

    @Test
    void theListKeptByHandNamesWhatThereIs() {
        assertThat(fidelity.problems()).isEmpty();
    }

    @Test
    void elementsHaveNamesOfTheirOwn() {
        assertThat(fidelity.built()).extracting(it -> it.cited().name()).doesNotHaveDuplicates();
    }

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String page = Page.of(fidelity, SourceList.read());
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(Page.FILE, page);
        }
        List<String> made = page.lines().toList();
        List<String> written = Files.readAllLines(Page.FILE);
        assertThat(made)
                .filteredOn(it -> !written.contains(it))
                .as("lines to be written" + HOW)
                .isEmpty();
        assertThat(written)
                .filteredOn(it -> !made.contains(it))
                .as("lines out of date" + HOW)
                .isEmpty();
        assertThat(written).as("the order" + HOW).isEqualTo(made);
    }
}
