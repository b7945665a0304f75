package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tables that come with the product: the files of the folder {@code presets}, which this class alone reads. */
public enum Preset {
    /** A public listener as it comes. */
    PUBLIC(true),
    /** A private listener as it comes; it has no RAT. */
    PRIVATE(false),
    /** A public listener that takes mail from the Cisco Registered Envelope Service over TLS only. */
    CRES(true);

    private final boolean hasRat;

    Preset(boolean hasRat) {
        this.hasRat = hasRat;
    }

    /** The text of its Host Access Table. */
    public String hatText() {
        return text(hatName());
    }

    /** The text of its Recipient Access Table, if it has one. */
    public Optional<String> ratText() {
        return hasRat ? Optional.of(text(ratName())) : Optional.empty();
    }

    /** The name of its Host Access Table in messages, as in {@code cres.hat}. */
    public String hatName() {
        return Ascii.lowerCase(name()) + ".hat";
    }

    /** The name of its Recipient Access Table in messages, as in {@code cres.rat}, whether or not it has one. */
    public String ratName() {
        return Ascii.lowerCase(name()) + ".rat";
    }

    private static String text(String name) {
        try (InputStream file = Preset.class.getResourceAsStream("/dev/hatcheck/policies/presets/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the preset " + name + " cannot be read", e);
        }
    }
}
