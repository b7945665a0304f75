package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import java.util.Optional;

/** Tables that come with the product. */
public enum Preset {
    /** A public listener as it comes. */
    PUBLIC(PresetTables.PUBLIC_HAT, Optional.of(PresetTables.PUBLIC_RAT)),
    /** A private listener as it comes; it has no RAT. */
    PRIVATE(PresetTables.PRIVATE_HAT, Optional.empty()),
    /** A public listener that takes mail from the Cisco Registered Envelope Service over TLS only. */
    CRES(PresetTables.CRES_HAT, Optional.of(PresetTables.PUBLIC_RAT));

    private final String hat;
    private final Optional<String> rat;

    Preset(String hat, Optional<String> rat) {
        this.hat = hat;
        this.rat = rat;
    }

    /** The text of its Host Access Table. */
    public String hatText() {
        return hat;
    }

    /** The text of its Recipient Access Table, if it has one. */
    public Optional<String> ratText() {
        return rat;
    }

    /** The name of its Host Access Table in messages, as in {@code cres.hat}. */
    public String hatName() {
        return Ascii.lowerCase(name()) + ".hat";
    }

    /** The name of its Recipient Access Table in messages, as in {@code cres.rat}, whether or not it has one. */
    public String ratName() {
        return Ascii.lowerCase(name()) + ".rat";
    }
}
