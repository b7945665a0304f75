package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSourceTest {
    @ParameterizedTest
    @CsvSource({
        "simulated, simulated",
        "System, system",
        "127.0.0.1, 127.0.0.1:53",
        "127.0.0.1:5353, 127.0.0.1:5353",
        "::1, [::1]:53",
        "[::1]:5353, [::1]:5353",
    })
    void aSourceIsAWordOrAnAddressWithOrWithoutAPort(String text, String meaning) {
        assertThat(NameSource.read(text)).map(Object::toString).hasValue(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ns.example", "127.0.0.1:0", "127.0.0.1:65536", "127.1", "[::1]", "real"})
    void anythingElseIsNone(String text) {
        assertThat(NameSource.read(text)).isEmpty();
    }
}
