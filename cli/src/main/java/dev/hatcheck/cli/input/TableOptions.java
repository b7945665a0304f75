package dev.hatcheck.cli.input;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.Preset;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.policies.text.Reading;
import dev.hatcheck.smtp.lookup.Facts;
import dev.hatcheck.smtp.lookup.FixedReputation;
import dev.hatcheck.smtp.lookup.SimulatedDns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that say what a listener is, and the files that they name. */
public final class TableOptions {
    private final Given<Path> hat = Given.of(
            "--hat",
            "FILE",
            Path.class,
            "The Host Access Table. Without it: the preset for CRES, or for a private listener the preset"
                    + " of one.");

    private final Given<Path> rat = Given.of(
            "--rat",
            "FILE",
            Path.class,
            "The Recipient Access Table of a public listener. Without it: the reserved names of RFC 2606"
                    + " are accepted.");

    private final Given<ListenerName> listener =
            Given.of("--listener", "NAME", ListenerName.class, "The listener's name.");

    private final SettingOptions settings = new SettingOptions();

    private final Given<HostName> hostname = Given.usually(
            "--hostname",
            "NAME",
            HostName.class,
            "mail.example",
            "The host name in replies (default: ${DEFAULT-VALUE}).");

    private final Given<Path> zone = Given.of(
            "--zone",
            "FILE",
            Path.class,
            "The names of clients and the answers of DNS lists: a zone in master format.");

    private final Given<Path> reputation = Given.of(
            "--reputation",
            "FILE",
            Path.class,
            "The scores of clients, a line each: ADDRESS|CIDR SCORE|none [CC] [org=N].");

    /** All of them. */
    public List<Given<?>> all() {
        var all = new ArrayList<>(ofDecisions());
        all.addAll(List.of(listener, hostname));
        return all;
    }

    /** Those without what a listener is only called when it speaks, for commands that hear nothing of that. */
    public List<Given<?>> ofDecisions() {
        var some = new ArrayList<Given<?>>(List.of(hat, rat));
        some.addAll(settings.all());
        some.addAll(List.of(zone, reputation));
        return some;
    }

    /** Whether there is a zone that names and DNS lists come from. */
    public boolean hasZone() {
        return zone.isPresent();
    }

    /** What messages call the Recipient Access Table. */
    public String ratName() {
        return rat.value().map(Path::toString).orElse(Preset.CRES.ratName());
    }

    /** The options that say how this listener decides about a client of whom all facts are given. */
    public List<String> deciding() {
        var words = new ArrayList<String>();
        hat.value().ifPresent(file -> words.addAll(List.of("--hat", file.toString())));
        words.addAll(settings.deciding());
        return words;
    }

    /** What messages call the Host Access Table. */
    public String hatName() {
        return hat.value().map(Path::toString).orElseGet(() -> preset().hatName());
    }

    /**
     * Reads all that the options name.
     *
     * @throws CommandFailure with everything that is wrong with it, and what was found wrong before
     */
    public Configuration read(Findings findings, Diagnostics diagnostics) {
        ListenerSettings listenerSettings = listenerSettings(findings);
        Optional<HostAccessTable> table = hat(findings);
        Optional<RecipientAccessTable> recipients = rat(findings);
        Optional<Facts> facts = facts(findings);
        if (settings.type() == ListenerType.PRIVATE && rat.isPresent()) {
            diagnostics.tell("hatcheck: warning: a private listener has no use for --rat");
        }
        findings.check(diagnostics);
        HostAccessTable read = table.orElseThrow();
        RecipientAccessTable taken = recipients.orElseThrow();
        return new Configuration(read, taken, Engine.of(listenerSettings, read, taken), facts.orElseThrow());
    }

    private Optional<HostAccessTable> hat(Findings findings) {
        return hat.isPresent()
                ? findings.read("--hat", hat.get(), HatReader::read)
                : Optional.of(findings.builtIn(HatReader.read(preset().hatText(), preset().hatName())));
    }

    private Optional<RecipientAccessTable> rat(Findings findings) {
        return rat.isPresent()
                ? findings.read("--rat", rat.get(), RatReader::read)
                : Optional.of(
                        findings.builtIn(RatReader.read(Preset.CRES.ratText().orElseThrow(), Preset.CRES.ratName())));
    }

    private Preset preset() {
        return switch (settings.type()) {
            case PUBLIC -> Preset.CRES;
            case PRIVATE -> Preset.PRIVATE;
        };
    }

    private Optional<Facts> facts(Findings findings) {
        Optional<Facts> facts = Optional.of(Facts.none());
        if (zone.isPresent()) {
            Optional<SimulatedDns> names = findings.read(
                    "--zone", zone.get(), (text, file) -> new Reading<>(SimulatedDns.read(text, file), List.of()));
            facts = facts.flatMap(it -> names.map(it::withZone));
        }
        if (reputation.isPresent()) {
            Optional<FixedReputation> scores = findings.read(
                    "--reputation",
                    reputation.get(),
                    (text, file) -> new Reading<>(FixedReputation.read(text, file), List.of()));
            facts = facts.flatMap(it -> scores.map(it::withReputation));
        }
        return facts;
    }

    private ListenerSettings listenerSettings(Findings findings) {
        ListenerSettings read = settings.read(findings);
        ListenerSettings named =
                listener.isPresent() ? read.withName(listener.get().text()) : read;
        return hostname.isPresent() ? named.withHostname(hostname.get().text()) : named;
    }
}
