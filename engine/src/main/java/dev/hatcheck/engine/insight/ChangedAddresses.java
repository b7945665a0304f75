package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The addresses of clients whom two tables treat differently because of where they come from.
 *
 * <p>Sets of clients that may have any address, or any but some, are no part of it: they are found nearly everywhere.
 * Immutable.
 *
 * @param stretches in the order of addresses, those of IPv6 below and above the ones that map IPv4
 * @param setsAnywhere how many sets of clients there are that may have any address, or any but some
 * @param setsLeftOut how many there are of other sets that were too many to go through
 */
public record ChangedAddresses(List<Stretch> stretches, int setsAnywhere, int setsLeftOut) {
    private static final int MOST_SETS = 24;
    private static final int MOST_EDGES = 1_000_000;
    private static final IpAddress LAST = new IpAddress(-1, -1);

    /**
     * Neighbours that the same changes concern.
     *
     * @param range the addresses
     * @param changes the changes by their place in the difference, from 0: of each some clients at these addresses
     */
    public record Stretch(IpRange range, List<Integer> changes) {
        public Stretch {
            changes = List.copyOf(changes);
        }
    }

    public ChangedAddresses {
        stretches = List.copyOf(stretches);
    }

    /** Clients whom a change concerns, and which of its sets they are. */
    private record Concerned(Region region, int change, int turn) {}

    /** Where a change begins to concern addresses, or ends. */
    private record Edge(IpAddress at, int change, int step) {}

    /** The addresses of a difference. */
    public static ChangedAddresses of(Difference difference) {
        var edges = new ArrayList<Edge>();
        int anywhere = 0;
        int taken = 0;
        int leftOut = 0;
        for (Concerned concerned : inTurn(difference)) {
            if (concerned.region().hasAnyAddress()) {
                anywhere++;
            } else if (taken == MOST_SETS || edges.size() > MOST_EDGES) {
                leftOut++;
            } else {
                taken++;
                if (concerned.region().hasAnyAddressButSome()) {
                    anywhere++;
                } else {
                    add(concerned.region().addresses(), concerned.change(), edges);
                }
            }
        }
        return new ChangedAddresses(stretches(edges, difference.changes().size()), anywhere, leftOut);
    }

    /** The first set of each change, then the second of each that has one, so that none is left out for another. */
    private static List<Concerned> inTurn(Difference difference) {
        var turns = new ArrayList<Concerned>();
        for (int change = 0; change < difference.changes().size(); change++) {
            List<Region> regions = difference.changes().get(change).regions();
            for (int turn = 0; turn < regions.size(); turn++) {
                turns.add(new Concerned(regions.get(turn), change, turn));
            }
        }
        turns.sort(Comparator.comparing(Concerned::turn));
        return turns;
    }

    private static void add(List<IpRange> ranges, int change, List<Edge> edges) {
        for (IpRange range : ranges) {
            edges.add(new Edge(range.first(), change, 1));
            if (!range.last().equals(LAST)) {
                edges.add(new Edge(range.last().next(), change, -1));
            }
        }
    }

    private static List<Stretch> stretches(List<Edge> edges, int changes) {
        edges.sort(Comparator.comparing(Edge::at));
        var stretches = new ArrayList<Stretch>();
        int[] open = new int[changes];
        var active = new BitSet();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            open[edge.change()] += edge.step();
            active.set(edge.change(), open[edge.change()] > 0);
            boolean isLast = i + 1 == edges.size();
            if (!active.isEmpty() && (isLast || !edges.get(i + 1).at().equals(edge.at()))) {
                IpAddress end = isLast ? LAST : edges.get(i + 1).at().previous();
                add(
                        new Stretch(
                                new IpRange(edge.at(), end),
                                active.stream().boxed().toList()),
                        stretches);
            }
        }
        return stretches;
    }

    private static void add(Stretch next, List<Stretch> stretches) {
        Stretch before = stretches.isEmpty() ? next : stretches.getLast();
        IpAddress end = before.range().last();
        if (before != next
                && before.changes().equals(next.changes())
                && end.isV4() == next.range().first().isV4()
                && end.next().equals(next.range().first())) {
            stretches.set(
                    stretches.size() - 1,
                    new Stretch(new IpRange(before.range().first(), next.range().last()), next.changes()));
        } else {
            stretches.add(next);
        }
    }
}
