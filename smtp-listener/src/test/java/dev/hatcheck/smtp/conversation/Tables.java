package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;

/** Engines for conversations, from the texts that configure them. */
final class Tables {
    static final ListenerSettings PUBLIC = ListenerSettings.of(ListenerType.PUBLIC);

    private static final String RAT = """
            refused.example REJECT
            .example ACCEPT
            ALL REJECT
            """;

    private Tables() {}

    /** A public listener that takes everybody under a policy with these parameters. */
    static Engine accepting(String parameters) {
        return accepting(parameters, PUBLIC);
    }

    static Engine accepting(String parameters, ListenerSettings settings) {
        return engine("ALL\n    " + ConnectionBehavior.ACCEPT + " {\n" + parameters + "\n}\n", settings);
    }

    static Engine engine(String hat, ListenerSettings settings) {
        HostAccessTable table = HatReader.read(hat, "hat").value();
        return Engine.of(settings, table, RatReader.read(RAT, "rat").value());
    }
}
