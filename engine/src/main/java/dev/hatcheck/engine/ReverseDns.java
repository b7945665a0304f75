package dev.hatcheck.engine;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.HostName;
import java.util.Optional;

/** What became of the look-up of a client's name and of the look-up back from the name. */
@Esa({"CFG76-41", "T118569"})
public sealed interface ReverseDns {
    /** The name of the PTR record, verified or not. */
    Optional<HostName> host();

    /** The name leads back to the client: it may be matched. */
    record Verified(HostName name) implements ReverseDns {
        @Override
        public Optional<HostName> host() {
            return Optional.of(name);
        }
    }

    /** There is a name, but it does not lead back to the client. */
    record Mismatch(HostName name) implements ReverseDns {
        @Override
        public Optional<HostName> host() {
            return Optional.of(name);
        }
    }

    /** The address has no PTR record. */
    record NoRecord() implements ReverseDns {
        @Override
        public Optional<HostName> host() {
            return Optional.empty();
        }
    }

    /** One of the look-ups failed or took too long; {@code host} is the name if the PTR record was read before that. */
    record TemporaryFailure(Optional<HostName> host) implements ReverseDns {}
}
