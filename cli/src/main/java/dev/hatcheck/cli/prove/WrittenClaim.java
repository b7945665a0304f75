package dev.hatcheck.cli.prove;

import dev.hatcheck.engine.insight.Claim;
import dev.hatcheck.policies.Origin;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A claim as it was written.
 *
 * @param text without blanks around it
 * @param origin where it stands
 * @param zone the zone file of whose hosts it speaks, if it speaks of those
 * @param isByName whether it speaks of clients of certain names, which have to be verified then
 * @param claim what it says; of the hosts of a zone, what it says of each
 */
public record WrittenClaim(String text, Origin origin, Optional<Path> zone, boolean isByName, Claim claim) {}
