package dev.hatcheck.cli.picture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A line of a list of which not all is shown. */
sealed interface Row {
    /** A thing that is shown, by its place in the list. */
    record Shown(int place) implements Row {}

    /** Things that are folded into one line: from one place up to, but not with, another. */
    record Folded(int from, int to) implements Row {
        int size() {
            return to - from;
        }

        IntStream places() {
            return IntStream.range(from, to);
        }
    }

    /** So many at the end are shown, whatever they weigh. */
    int TAIL = 3;

    /**
     * All of a list if there is room for it, else its ends, then the heaviest, of those that weigh something.
     *
     * @param head how many at the beginning are shown, whatever they weigh
     * @param most how many are shown, but for a few that it takes as much room to fold
     */
    static List<Row> fold(int count, int head, int most, IntUnaryOperator weight) {
        var shown = new BitSet(count);
        if (count <= most) {
            shown.set(0, count);
        } else {
            shown.set(0, head);
            shown.set(count - TAIL, count);
            IntStream.range(head, count - TAIL)
                    .filter(place -> weight.applyAsInt(place) > 0)
                    .boxed()
                    .sorted(Comparator.comparing((Integer place) -> -weight.applyAsInt(place)))
                    .limit(most - head - TAIL)
                    .forEach(shown::set);
        }
        var rows = new ArrayList<Row>();
        int place = 0;
        while (place < count) {
            int next = shown.nextSetBit(place);
            if (next - place > 1) {
                rows.add(new Folded(place, next));
                place = next;
            } else {
                rows.add(new Shown(place++));
            }
        }
        return rows;
    }
}
