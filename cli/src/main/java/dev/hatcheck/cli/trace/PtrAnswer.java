package dev.hatcheck.cli.trace;

import dev.hatcheck.engine.ReverseDns;
import java.util.Optional;

/** What becomes of the look-up of a client that has no name; spelled as options spell it. */
enum PtrAnswer {
    /** There is no PTR record. */
    nx(new ReverseDns.NoRecord()),
    /** The look-up fails. */
    servfail(new ReverseDns.TemporaryFailure(Optional.empty()));

    private final ReverseDns reverseDns;

    PtrAnswer(ReverseDns reverseDns) {
        this.reverseDns = reverseDns;
    }

    ReverseDns reverseDns() {
        return reverseDns;
    }
}
