package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.Sender;
import java.util.BitSet;
import java.util.Optional;

/** Clients with public or with private addresses alone: some values of each fact, and which combinations of them. */
sealed interface Part permits Combined, Decided {
    /** All clients of this kind as the old table sees them. */
    Population before();

    /** The same as the new table does. */
    Population after();

    boolean isPrivate();

    /** The classes of a fact of which there is a client among these. */
    BitSet classes(Sender.Fact fact);

    /** Whether these are all classes. */
    default boolean isWhole(Sender.Fact fact) {
        return classes(fact).cardinality() == before().dimension(fact).size();
    }

    /** Whose entries have to decide; if nothing is said, any combination of values will do. */
    Optional<Deciders> deciders();

    /** Whether a client whose values are all theirs is one of them. */
    boolean combines(Peer client);

    /** One of them. */
    Peer witness();
}
