package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenSslNamesTest {
    /** What {@code openssl ciphers -stdname} prints: the standard's name and OpenSSL's. */
    private static final Map<String, String> AS_OPENSSL_SAYS = read("openssl-ciphers.txt");

    @ParameterizedTest
    @MethodSource
    void aSuiteOfThisJvmIsCalledAsOpenSslCallsIt(String suite) {
        assertThat(OpenSslNames.of(suite)).isEqualTo(AS_OPENSSL_SAYS.get(standard(suite)));
    }

    static Stream<String> aSuiteOfThisJvmIsCalledAsOpenSslCallsIt() throws NoSuchAlgorithmException {
        return Arrays.stream(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites())
                .filter(suite -> AS_OPENSSL_SAYS.containsKey(standard(suite)));
    }

    private static String standard(String suite) {
        return suite.replaceFirst("^SSL_", "TLS_");
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_RSA_WITH_AES_256_GCM_SHA384,   AES256-GCM-SHA384",
        "TLS_RSA_WITH_AES_128_CBC_SHA,      AES128-SHA",
        "SSL_RSA_WITH_3DES_EDE_CBC_SHA,     DES-CBC3-SHA",
        "TLS_RSA_WITH_NULL_SHA256,          NULL-SHA256",
        "TLS_DH_anon_WITH_AES_128_CBC_SHA,  ADH-AES128-SHA",
        "TLS_ECDH_anon_WITH_AES_256_CBC_SHA, AECDH-AES256-SHA",
        "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8, ECDHE-ECDSA-AES256-CCM8"
    })
    void aSuiteOfAnOlderJvmToo(String suite, String name) {
        assertThat(OpenSslNames.of(suite)).isEqualTo(name);
    }

    @Test
    void everySuiteOfOpenSslButTheOddOnesIsCalledAsItCallsThem() {
        assertThat(AS_OPENSSL_SAYS).allSatisfy((standard, name) -> {
            if (!standard.matches(".*(PSK|SRP|ARIA|GOST|SEED|IDEA).*")) {
                assertThat(OpenSslNames.of(standard)).isEqualTo(name);
            }
        });
    }

    private static Map<String, String> read(String resource) {
        try (var in = OpenSslNamesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
