package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.Sender;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Clients with the same outcome about whom one fact decides by the old table, and it or another by the new one.
 *
 * <p>Its sets are worked out when they are asked for, in one go through the facts, and forgotten when room is short.
 */
final class Decided implements Part {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Sides sides;
    private final Rankings rankings;
    private final Deciders deciders;
    private final Outcome outcome;
    private final Ranked one;
    private final Ranked other;
    private SoftReference<Worked> worked = new SoftReference<>(null);

    /** The sets of all facts, and by which ranks the first value of the one fact decides. */
    private record Worked(List<BitSet> sets, int first, int rankBefore, int rankAfter) {}

    /** The clients of a population as two tables see them. */
    record Sides(HatIndex indexBefore, HatIndex indexAfter, Population before, Population after, boolean isPrivate) {}

    /** There has to be one with this outcome. */
    Decided(Sides sides, Rankings rankings, Deciders deciders, Outcome outcome) {
        this.sides = sides;
        this.rankings = rankings;
        this.deciders = deciders;
        this.outcome = outcome;
        this.one = rankings.fact(deciders.before());
        this.other = rankings.fact(deciders.after());
    }

    @Override
    public Population before() {
        return sides.before();
    }

    @Override
    public Population after() {
        return sides.after();
    }

    @Override
    public boolean isPrivate() {
        return sides.isPrivate();
    }

    @Override
    public Optional<Deciders> deciders() {
        return Optional.of(deciders);
    }

    @Override
    public boolean combines(Peer client) {
        return deciders.made(
                sides.indexBefore().admit(client), sides.indexAfter().admit(client));
    }

    @Override
    public BitSet classes(Sender.Fact fact) {
        return worked().sets().get(fact.ordinal());
    }

    private Worked worked() {
        Worked known = worked.get();
        if (known == null) {
            known = work();
            worked = new SoftReference<>(known);
        }
        return known;
    }

    private Worked work() {
        int[] lows = one == other ? new int[0] : lowestBehind();
        IntUnaryOperator roomBehind = rankings.roomBehind(deciders);
        // By ranks of the old table: of the values of the one fact before it, how far they reach and from where on.
        int[] highestEnd = new int[rankings.countBefore() + 1];
        int[] lowestLow = new int[rankings.countBefore() + 1];
        Arrays.fill(lowestLow, NEVER);
        var deciding = new BitSet(one.count());
        int first = -1;
        for (int i = 0; i < one.deciding(); i++) {
            int rank = one.before(i);
            if (!rankings.putsInForceBefore(rank, outcome.before())) {
                continue;
            }
            int room = roomBehind.applyAsInt(rank);
            int end = one == other ? room : Math.min(room, one.after(i));
            int low = one == other ? ownLow(i) : lows[rank];
            if (low < end) {
                deciding.set(one.classAt(i));
                highestEnd[rank + 1] = Math.max(highestEnd[rank + 1], end);
                lowestLow[rank + 1] = Math.min(lowestLow[rank + 1], low);
                first = first < 0 ? i : first;
            }
        }
        for (int rank = 1; rank < highestEnd.length; rank++) {
            highestEnd[rank] = Math.max(highestEnd[rank], highestEnd[rank - 1]);
            lowestLow[rank] = Math.min(lowestLow[rank], lowestLow[rank - 1]);
        }
        var all = new ArrayList<BitSet>();
        for (Sender.Fact fact : Sender.Fact.values()) {
            Ranked ranked = rankings.fact(Optional.of(fact));
            all.add(
                    ranked == one
                            ? deciding
                            : ranked == other
                                    ? classes(
                                            ranked,
                                            i -> rankings.putsInForceAfter(ranked.after(i), outcome.after())
                                                    && ranked.after(i) < highestEnd[ranked.before(i)])
                                    : classes(ranked, i -> ranked.after(i) > lowestLow[ranked.before(i)]));
        }
        int rankBefore = one.before(first);
        return new Worked(all, one.classAt(first), rankBefore, one == other ? one.after(first) : lows[rankBefore]);
    }

    private static BitSet classes(Ranked ranked, IntPredicate condition) {
        var set = new BitSet(ranked.count());
        for (int i = 0; i < ranked.count(); i++) {
            if (condition.test(i)) {
                set.set(ranked.classAt(i));
            }
        }
        return set;
    }

    /** The rank of the new table that a value decides by, if it is of this outcome. */
    private int ownLow(int i) {
        return rankings.putsInForceAfter(one.after(i), outcome.after()) ? one.after(i) : NEVER;
    }

    /** For each rank of the old table the lowest of the new one that the other fact may decide by behind it. */
    private int[] lowestBehind() {
        int[] lowest = new int[rankings.countBefore()];
        int best = NEVER;
        int next = other.count() - 1;
        for (int rank = lowest.length - 1; rank >= 0; rank--) {
            for (; next >= 0 && other.before(next) > rank; next--) {
                if (rankings.putsInForceAfter(other.after(next), outcome.after())) {
                    best = Math.min(best, other.after(next));
                }
            }
            lowest[rank] = best;
        }
        return lowest;
    }

    /** The first value of the one fact that decides, one of the other that goes with it, and any others. */
    @Override
    public Peer witness() {
        Worked known = worked();
        int second = one == other
                ? known.first()
                : IntStream.range(0, other.count())
                        .filter(i -> other.after(i) == known.rankAfter() && other.before(i) > known.rankBefore())
                        .map(other::classAt)
                        .findFirst()
                        .orElseThrow();
        var values = new Values(known, second);
        Population old = sides.before();
        Population fresh = sides.after();
        return new Peer(
                values.of(Sender.Fact.ADDRESS, old.addresses(), fresh.addresses()),
                values.of(Sender.Fact.NAME, old.names(), fresh.names()),
                values.of(Sender.Fact.REPUTATION, old.reputations(), fresh.reputations()),
                values.of(Sender.Fact.COUNTRY, old.countries(), fresh.countries()),
                values.of(Sender.Fact.ORGANIZATION, old.organizations(), fresh.organizations()),
                values.of(Sender.Fact.DNS_LISTS, old.lists(), fresh.lists()));
    }

    /** The classes that decide, and their ranks, which all other values have to stand behind. */
    private final class Values {
        private final Worked known;
        private final int second;

        private Values(Worked known, int second) {
            this.known = known;
            this.second = second;
        }

        private <V> V of(Sender.Fact fact, Dimension<V> old, Dimension<V> fresh) {
            if (deciders.before().filter(fact::equals).isPresent()) {
                return old.witness(known.first());
            }
            if (deciders.after().filter(fact::equals).isPresent()) {
                return old.witness(second);
            }
            return old.natural().stream()
                    .filter(value -> isBehind(old.rankOf(value), fresh.rankOf(value)))
                    .findFirst()
                    .orElseGet(() -> IntStream.range(0, old.size())
                            .filter(i -> isBehind(old.rank(i), fresh.rank(i)))
                            .mapToObj(old::witness)
                            .findFirst()
                            .orElseThrow());
        }

        private boolean isBehind(int rankBefore, int rankAfter) {
            return rankBefore > known.rankBefore() && rankAfter > known.rankAfter();
        }
    }
}
