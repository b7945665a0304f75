package dev.hatcheck.fidelity;

import java.util.List;
import java.util.Optional;

/**
 * Whom an element cites for what it does.
 *
 * @param esa keys of the sources
 * @param rfc numbers and sections
 * @param assumed why something was chosen that no source proves
 */
record Citations(List<String> esa, List<String> rfc, Optional<String> assumed) {
    /** Whether a source says so, be it only in part. */
    boolean isFact() {
        return !esa.isEmpty() || !rfc.isEmpty();
    }

    /** Whether there is anything at all. */
    boolean isEmpty() {
        return !isFact() && assumed.isEmpty();
    }
}
