package dev.hatcheck.cli.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How pictures look, on light and dark screens. */
final class Stylesheet {
    static final String TEXT = read();

    private Stylesheet() {}

    private static String read() {
        try (InputStream sheet = Stylesheet.class.getResourceAsStream("picture.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
