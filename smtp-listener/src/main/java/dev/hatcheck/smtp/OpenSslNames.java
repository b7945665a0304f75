package dev.hatcheck.smtp;

import java.util.Map;

/**
 * OpenSSL's names of cipher suites, which mail logs use.
 *
 * <p>A name of the standard, {@code TLS_<key exchange>_WITH_<cipher>_<MAC>}, becomes
 * {@code <key exchange>-<cipher>-<MAC>} with blocks of its own spelling. Suites of TLS 1.3, which name no key exchange,
 * are called the same by both.
 */
final class OpenSslNames {
    /** How a key exchange begins the name; RSA, the oldest, is not worth a word. */
    private static final Map<String, String> KEY_EXCHANGES =
            Map.of("RSA", "", "DH_anon", "ADH-", "ECDH_anon", "AECDH-");

    private OpenSslNames() {}

    /** OpenSSL's name of a suite that JSSE calls this; the same name if it is of none of the known forms. */
    static String of(String suite) {
        int with = suite.indexOf("_WITH_");
        if (with < 0) {
            return suite;
        }
        String keyExchange = suite.substring("TLS_".length(), with); // as long as "SSL_", the prefix of the oldest
        String cipher = suite.substring(with + "_WITH_".length());
        return KEY_EXCHANGES.getOrDefault(keyExchange, keyExchange.replace('_', '-') + "-") + cipher(cipher);
    }

    private static String cipher(String cipher) {
        return cipher.replace("3DES_EDE_CBC", "DES_CBC3")
                .replace("CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305")
                .replace("_CBC_", "_")
                .replace("RC4_128", "RC4")
                .replaceFirst("^(AES|CAMELLIA)_(\\d+)", "$1$2")
                .replace("CCM_8", "CCM8")
                .replace('_', '-');
    }
}
