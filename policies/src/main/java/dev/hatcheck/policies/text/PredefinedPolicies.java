package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyDefinition;
import java.util.Optional;

/** The policies that every listener comes with: a table may name them without defining them. */
@Assumed("figures of the guides show such tables; whether an import takes them is not documented")
final class PredefinedPolicies {
    private static final HostAccessTable TABLE =
            HatReader.read(Preset.PUBLIC.hatText(), Preset.PUBLIC.hatName()).value();

    private PredefinedPolicies() {}

    /**
     * The policy of a name without {@code $}, as the preset of a public listener defines it. It stands in no text that
     * whoever wrote a table could mend, and has no line there.
     */
    static Optional<PolicyDefinition> named(String name) {
        return TABLE.policy(name)
                .map(it -> new PolicyDefinition(it.name(), it.policy(), it.note(), Origin.of("listener default", 0)));
    }
}
