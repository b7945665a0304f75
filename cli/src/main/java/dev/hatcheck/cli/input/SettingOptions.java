package dev.hatcheck.cli.input;

import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.SettingException;
import java.util.ArrayList;
import java.util.List;

/** The options that say how a listener is set, whatever its tables are. */
public final class SettingOptions {
    private final Given<ListenerType> type = Given.usually(
            "--type", "TYPE", ListenerType.class, "public", "public or private (default: ${DEFAULT-VALUE}).");

    private final Given<List<String>> settings = Given.repeatedly(
            "--set",
            "KEY=VALUE",
            String.class,
            "A setting of the listener under its XML name, as in --set clean_smtp=off. Repeatable. Unlike an"
                    + " appliance, it takes 20,000 connections and TLS sessions at a time, unless"
                    + " max_concurrency, global_max_listener_concurrency or global_max_tls_concurrency says"
                    + " otherwise.");

    /** All of them. */
    public List<Given<?>> all() {
        return List.of(type, settings);
    }

    /** Which type the listener is of. */
    ListenerType type() {
        return type.get();
    }

    private List<String> settings() {
        return settings.value().orElse(List.of());
    }

    /** The options that say the same. */
    public List<String> deciding() {
        var words = new ArrayList<String>();
        if (type.get() == ListenerType.PRIVATE) {
            words.addAll(List.of("--type", "private"));
        }
        settings().forEach(setting -> words.addAll(List.of("--set", setting)));
        return words;
    }

    /** The settings; what is wrong with them is noted. */
    public ListenerSettings read(Findings findings) {
        ListenerSettings changed = ListenerSettings.of(type.get());
        boolean isSettingUnknown = false;
        for (String setting : settings()) {
            try {
                String[] keyAndValue = setting.split("=", 2);
                if (keyAndValue.length < 2) {
                    throw new SettingException("expected KEY=VALUE, not \"" + setting + "\"");
                }
                changed = changed.with(keyAndValue[0].strip(), keyAndValue[1].strip());
            } catch (SettingException bad) {
                findings.error("hatcheck: --set: " + bad.getMessage());
                isSettingUnknown =
                        isSettingUnknown || !ListenerSettings.acting().contains(setting.split("=", 2)[0].strip());
            }
        }
        if (isSettingUnknown) {
            findings.error(
                    "hatcheck: --set: the settings that act are " + String.join(", ", ListenerSettings.acting()));
        }
        return changed;
    }
}
