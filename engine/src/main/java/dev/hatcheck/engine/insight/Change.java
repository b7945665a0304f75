package dev.hatcheck.engine.insight;

import java.util.List;

/**
 * What is in force for some clients by one table, and what else by another.
 *
 * @param before by the old table
 * @param after by the new one
 * @param regions the clients; one may lie in several
 */
public record Change(Terms before, Terms after, List<Region> regions) {
    public Change {
        regions = List.copyOf(regions);
    }
}
