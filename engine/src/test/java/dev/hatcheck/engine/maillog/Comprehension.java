package dev.hatcheck.engine.maillog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all consumers make of some lines. */
final class Comprehension {
    private final Set<BlindSpot> blindSpots = EnumSet.noneOf(BlindSpot.class);
    private final List<String> misunderstood = new ArrayList<>();
    private final Map<String, int[]> counts = new TreeMap<>();

    Comprehension(List<String> lines) {
        lines.forEach(this::read);
    }

    private void read(String line) {
        for (LogConsumer consumer : LogConsumer.values()) {
            for (LogConsumer.Claim claim : consumer.claims()) {
                if (claim.isOn(line)) {
                    int[] count = counts.computeIfAbsent(consumer + " " + claim.what(), same -> new int[2]);
                    count[claim.holds(line) ? 0 : 1]++;
                    if (!claim.holds(line)) {
                        miss(consumer, claim, line);
                    }
                }
            }
        }
    }

    private void miss(LogConsumer consumer, LogConsumer.Claim claim, String line) {
        BlindSpot.of(consumer, claim, line)
                .ifPresentOrElse(blindSpots::add, () -> misunderstood.add(consumer + " " + claim.what() + ": " + line));
    }

    /** What stood in the way of those who did not understand a line. */
    Set<BlindSpot> blindSpots() {
        return blindSpots;
    }

    /** The lines that a consumer takes for its own and does not understand, for no reason that is known. */
    List<String> misunderstood() {
        return misunderstood;
    }

    /** For each claim of each consumer, how many of its lines were understood; and what stood in the way of others. */
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(claim -> claim.getKey() + " " + claim.getValue()[0] + " of "
                        + (claim.getValue()[0] + claim.getValue()[1]))
                .collect(Collectors.joining("\n", "\n", "\n" + blindSpots));
    }
}
