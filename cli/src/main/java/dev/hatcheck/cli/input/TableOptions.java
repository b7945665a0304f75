package dev.hatcheck.cli.input;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.SettingException;
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
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say what a listener is, and the files that they name. */
public final class TableOptions {
    private static final List<String> SETTINGS = Stream.concat(
                    ListenerParameters.all().stream().map(Parameter::keyword),
                    PolicyParameters.all().stream()
                            .filter(Parameter::isEnforced)
                            .map(parameter -> "hat_default_" + parameter.keyword()))
            .toList();

    @Option(
            names = "--hat",
            paramLabel = "FILE",
            description = "The Host Access Table. Without it: the preset for CRES, or for a private listener the preset"
                    + " of one.")
    private Optional<Path> hat;

    @Option(
            names = "--rat",
            paramLabel = "FILE",
            description = "The Recipient Access Table of a public listener. Without it: the reserved names of RFC 2606"
                    + " are accepted.")
    private Optional<Path> rat;

    @Option(names = "--listener", paramLabel = "NAME", description = "The listener's name.")
    private Optional<ListenerName> listener;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "public",
            description = "public or private (default: ${DEFAULT-VALUE}).")
    private ListenerType type;

    @Option(
            names = "--hostname",
            paramLabel = "NAME",
            defaultValue = "mail.example",
            description = "The host name in replies (default: ${DEFAULT-VALUE}).")
    private HostName hostname;

    @Option(
            names = "--zone",
            paramLabel = "FILE",
            description = "The names of clients and the answers of DNS lists: a zone in master format.")
    private Optional<Path> zone;

    @Option(
            names = "--reputation",
            paramLabel = "FILE",
            description = "The scores of clients, a line each: ADDRESS|CIDR SCORE|none [CC] [org=N].")
    private Optional<Path> reputation;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting of the listener under its XML name, as in --set clean_smtp=off. Repeatable. Unlike an"
                            + " appliance, it takes 20,000 connections and TLS sessions at a time, unless"
                            + " max_concurrency, global_max_listener_concurrency or global_max_tls_concurrency says"
                            + " otherwise.")
    private List<String> settings = List.of();

    /** Whether there is a zone that names and DNS lists come from. */
    public boolean hasZone() {
        return zone.isPresent();
    }

    /** The options that say how this listener decides about a client of whom all facts are given. */
    public List<String> deciding() {
        var words = new ArrayList<String>();
        hat.ifPresent(file -> words.addAll(List.of("--hat", file.toString())));
        if (type == ListenerType.PRIVATE) {
            words.addAll(List.of("--type", "private"));
        }
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        return words;
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
        if (type == ListenerType.PRIVATE && rat.isPresent()) {
            diagnostics.tell("hatcheck: warning: a private listener has no use for --rat");
        }
        findings.check(diagnostics);
        HostAccessTable read = table.orElseThrow();
        RecipientAccessTable taken = recipients.orElseThrow();
        return new Configuration(read, taken, Engine.of(listenerSettings, read, taken), facts.orElseThrow());
    }

    private Optional<HostAccessTable> hat(Findings findings) {
        return hat.isPresent()
                ? findings.read(hat.get(), HatReader::read)
                : Optional.of(findings.known(HatReader.read(preset().hatText(), preset().hatName())));
    }

    private Optional<RecipientAccessTable> rat(Findings findings) {
        return rat.isPresent()
                ? findings.read(rat.get(), RatReader::read)
                : Optional.of(
                        findings.known(RatReader.read(Preset.CRES.ratText().orElseThrow(), Preset.CRES.ratName())));
    }

    private Preset preset() {
        return switch (type) {
            case PUBLIC -> Preset.CRES;
            case PRIVATE -> Preset.PRIVATE;
        };
    }

    private Optional<Facts> facts(Findings findings) {
        Optional<Facts> facts = Optional.of(Facts.none());
        if (zone.isPresent()) {
            Optional<SimulatedDns> names =
                    findings.read(zone.get(), (text, file) -> new Reading<>(SimulatedDns.read(text, file), List.of()));
            facts = facts.flatMap(it -> names.map(it::withZone));
        }
        if (reputation.isPresent()) {
            Optional<FixedReputation> scores = findings.read(
                    reputation.get(), (text, file) -> new Reading<>(FixedReputation.read(text, file), List.of()));
            facts = facts.flatMap(it -> scores.map(it::withReputation));
        }
        return facts;
    }

    private ListenerSettings listenerSettings(Findings findings) {
        ListenerSettings changed = ListenerSettings.of(type).withHostname(hostname.text());
        if (listener.isPresent()) {
            changed = changed.withName(listener.get().text());
        }
        boolean isSettingUnknown = false;
        for (String setting : settings) {
            try {
                String[] keyAndValue = setting.split("=", 2);
                if (keyAndValue.length < 2) {
                    throw new SettingException("expected KEY=VALUE, not \"" + setting + "\"");
                }
                changed = changed.with(keyAndValue[0].strip(), keyAndValue[1].strip());
            } catch (SettingException bad) {
                findings.error("hatcheck: --set: " + bad.getMessage());
                isSettingUnknown = isSettingUnknown || !SETTINGS.contains(setting.split("=", 2)[0].strip());
            }
        }
        if (isSettingUnknown) {
            findings.error("hatcheck: --set: the settings that act are " + String.join(", ", SETTINGS));
        }
        return changed;
    }
}
