package dev.hatcheck.cli.demo;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.Preset;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.lookup.Facts;
import dev.hatcheck.smtp.lookup.FixedReputation;
import dev.hatcheck.smtp.lookup.SimulatedDns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the demo plays in.
 *
 * @param hat the table of the preset
 * @param engine what decides by it
 * @param facts what DNS and a reputation service would say
 */
record World(HostAccessTable hat, Engine engine, Facts facts) {
    /** The group that the table has for the hosts of CRES. */
    static final String CRES = "CRES";

    static World open() {
        HostAccessTable hat =
                HatReader.read(Preset.CRES.hatText(), Preset.CRES.hatName()).value();
        var rat = RatReader.read(Preset.CRES.ratText().orElseThrow(), Preset.CRES.ratName())
                .value();
        var facts = Facts.none()
                .withZone(SimulatedDns.read(text("demo.zone"), "demo.zone"))
                .withReputation(FixedReputation.read(text("demo.reputation"), "demo.reputation"));
        return new World(hat, Engine.of(ListenerSettings.of(ListenerType.PUBLIC), hat, rat), facts);
    }

    /** The senders of the group for CRES. */
    List<Entry> senders() {
        return hat.group(CRES).map(SenderGroup::members).orElse(List.of());
    }

    private static String text(String name) {
        try (InputStream file = World.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the program is incomplete", broken);
        }
    }
}
