package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.RecipientAccessTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through a table for what its administrator should know. */
public final class Lint {
    private Lint() {}

    /**
     * All findings about what the tables mean, kind by kind; {@link Finding#byLine} has the order in which they are
     * read. What only their texts show, such as bits behind a prefix, whoever reads them has to tell.
     *
     * @param engine the listener that applies both tables
     * @param hosts the hosts that are known to be there, if any are
     */
    public static Stream<Finding> of(
            HostAccessTable hat, RecipientAccessTable rat, Engine engine, Optional<List<KnownHost>> hosts) {
        var inspection = new Inspection(engine);
        return Stream.of(
                        DeadEntries.in(inspection),
                        NameEntries.in(inspection, hosts),
                        ScoreBands.in(inspection),
                        TlsUndercut.in(inspection),
                        Policies.in(hat, engine.settings()),
                        Relays.in(inspection, rat),
                        DeadRecipients.in(rat),
                        RecipientEntries.in(rat))
                .flatMap(found -> found);
    }
}
