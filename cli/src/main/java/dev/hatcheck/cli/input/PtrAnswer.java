package dev.hatcheck.cli.input;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Ascii;
import java.util.Arrays;
import java.util.Optional;

/** What becomes of the look-up of a client that has no name; spelled as options spell it. */
public enum PtrAnswer {
    /** There is no PTR record. */
    nx(new ReverseDns.NoRecord()),
    /** The look-up fails. */
    servfail(new ReverseDns.TemporaryFailure(Optional.empty()));

    private final ReverseDns reverseDns;

    PtrAnswer(ReverseDns reverseDns) {
        this.reverseDns = reverseDns;
    }

    /** The answer of a text in any case; nothing if it is none. */
    static Optional<PtrAnswer> read(String text) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(Ascii.lowerCase(text)))
                .findFirst();
    }

    /** What the client's name is worth then. */
    public ReverseDns reverseDns() {
        return reverseDns;
    }
}
