package dev.hatcheck.fidelity;

import java.util.List;

/**
 * An element that cites somebody, and what shows that it does as it says.
 *
 * @param cited the element
 * @param evidence its tests, or why there can be none; none if it is shown by nothing
 */
record Built(Cited cited, List<Evidence> evidence) {
    /** Whether it is a parameter that is only kept. */
    boolean isIdle() {
        return Parameters.of(cited).filter(it -> !it.isEnforced()).isPresent();
    }

    /** Whether something is missing: what acts must be shown. */
    boolean isUnproven() {
        return evidence.isEmpty() && !isIdle();
    }
}
