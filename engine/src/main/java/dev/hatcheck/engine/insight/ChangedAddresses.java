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
 * <p>Sets of clients that may have any address, or any but a few, are no part of it: they are found nearly everywhere.
 * Immutable.
 *
 * @param stretches in the order of addresses, those of IPv6 below and above the ones that map IPv4
 * @param setsAnywhere how many sets of clients there are that may have any address, or any
 *     but a few
 * @param setsLeftOut how many there are of other sets that were too many to go through
 */
public record ChangedAddresses(List<Stretch> stretches, int setsAnywhere, int setsLeftOut) {
    private static final int MOST_SETS = 24;
    private static final int MOST_EDGES = 1_000_000;
    private static final IpAddress FIRST = IpAddress.ofV4(0);
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

    /** Where a change begins to concern addresses, or ends. */
    private record Edge(IpAddress at, int change, int step) {}

    /** The addresses of a difference. */
    public static ChangedAddresses of(Difference difference) {
        var edges = new ArrayList<Edge>();
        int anywhere = 0;
        int taken = 0;
        int leftOut = 0;
        for (int change = 0; change < difference.changes().size(); change++) {
            for (Region region : difference.changes().get(change).regions()) {
                if (region.hasAnyAddress()) {
                    anywhere++;
                } else if (taken == MOST_SETS || edges.size() > MOST_EDGES) {
                    leftOut++;
                } else {
                    taken++;
                    List<IpRange> theirs = region.addresses();
                    if (isNearlyAll(theirs)) {
                        anywhere++;
                    } else {
                        add(theirs, change, edges);
                    }
                }
            }
        }
        return new ChangedAddresses(stretches(edges, difference.changes().size()), anywhere, leftOut);
    }

    /** Whether they begin with the first address of IPv4 and end with the last of IPv6, as all that is left of all does. */
    private static boolean isNearlyAll(List<IpRange> ranges) {
        return ranges.getFirst().first().equals(FIRST)
                && ranges.getLast().last().equals(LAST);
    }

    private static void add(List<IpRange> ranges, int change, List<Edge> edges) {
        for (IpRange range : ranges) {
            edges.add(new Edge(range.first(), change, 1));
            if (!range.last().equals(LAST)) {
                edges.add(new Edge(AddressClasses.behind(range.last()), change, -1));
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
                IpAddress end =
                        isLast ? LAST : AddressClasses.before(edges.get(i + 1).at());
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
                && AddressClasses.behind(end).equals(next.range().first())) {
            stretches.set(
                    stretches.size() - 1,
                    new Stretch(new IpRange(before.range().first(), next.range().last()), next.changes()));
        } else {
            stretches.add(next);
        }
    }
}
