package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.engine.insight.Rung;
import dev.hatcheck.policies.Entry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A rung in words. */
record Step(Rung rung, HatIndex index) {
    private static final int SHOWN = 8;

    /** The name of the group, or the entry itself. */
    String name() {
        return rung.group().orElseGet(() -> entry(rung.firstRank()).written());
    }

    Tone tone() {
        return Tone.of(rung.policy());
    }

    /** {@code ACCEPT, TLS required}. */
    String treatment() {
        return Tone.treatment(rung.policy());
    }

    /** The name of the policy as tables write it, or that it has none. */
    String policy() {
        return rung.policy().name().map(name -> "$" + name).orElse("its own policy");
    }

    /** Where it stands: {@code line 12}. */
    String line() {
        return rung.origin().line() == 0
                ? rung.origin().file()
                : "line " + rung.origin().line();
    }

    /** What senders it has: {@code 2 networks, 1 name}. */
    String counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        ranks().forEach(rank -> counts.merge(Kind.of(entry(rank).sender()), 1, Integer::sum));
        return counts.isEmpty()
                ? "no senders"
                : counts.entrySet().stream()
                        .map(count -> count.getKey().counted(count.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** Its first senders, as written. */
    String senders() {
        return ranks().limit(SHOWN).mapToObj(rank -> entry(rank).written()).collect(Collectors.joining(", "))
                + (rung.size() > SHOWN ? ", \u2026" : "");
    }

    /** All of this, as it is told of what somebody points at. */
    Stream<String> tip() {
        return Stream.of(
                        List.of(
                                rung.order() + " " + name() + " (" + rung.origin() + ")",
                                treatment() + " by " + policy(),
                                counts()),
                        rung.group().isPresent() && rung.size() > 0 ? List.of(senders()) : List.<String>of())
                .flatMap(List::stream);
    }

    /** Its entries, in the order in which they are asked. */
    Stream<Entry> entries() {
        return ranks().mapToObj(this::entry);
    }

    private IntStream ranks() {
        return IntStream.range(rung.firstRank(), rung.firstRank() + rung.size());
    }

    private Entry entry(int rank) {
        return index.admission(rank).entry();
    }
}
