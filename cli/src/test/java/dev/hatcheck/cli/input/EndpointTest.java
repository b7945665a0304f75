package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:2525, 127.0.0.1:2525",
        "0.0.0.0:0, 0.0.0.0:0",
        "[::1]:65535, [::1]:65535",
        "[0:0:0:0:0:0:0:1]:25, [::1]:25",
        "[::ffff:127.0.0.1]:25, 127.0.0.1:25",
    })
    void anAddressAndAPortAreRead(String text, String canonical) {
        assertThat(Endpoint.read(text)).map(Endpoint::toString).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":25",
                "127.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:025",
                "127.0.0.1:65536",
                "127.0.0.1:99999",
                "127.0.0.1:-1",
                "127.1:25",
                "[127.0.0.1]:25x",
                "::1:25",
                "[::1%lo]:25",
                "[::1]",
                "localhost:25",
                "[localhost]:25",
                "127.0.0.1:٢٥",
            })
    void nothingElseIs(String text) {
        assertThat(Endpoint.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:1, true", "127.9.9.9:1, true", "[::1]:1, true", "0.0.0.0:1, false", "[::]:1, false"})
    void loopbackIsThisMachineOnly(String text, boolean loopback) {
        assertThat(Endpoint.read(text).orElseThrow().isLoopback()).isEqualTo(loopback);
    }
}
