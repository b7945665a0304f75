package dev.hatcheck.engine.insight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes few boxes of many with the same clients in all. */
final class Boxes {
    private static final int FEW = 1_000;

    private Boxes() {}

    static List<Box> joined(List<Box> boxes) {
        List<Box> left = boxes;
        int size;
        do {
            size = left.size();
            left = withoutContained(left);
            for (int fact = 0; fact < boxes.getFirst().sets().size(); fact++) {
                left = joined(left, fact);
            }
        } while (left.size() < size);
        return left;
    }

    private static List<Box> joined(List<Box> boxes, int fact) {
        Map<List<BitSet>, Box> joined = new LinkedHashMap<>();
        boxes.forEach(box -> joined.merge(box.but(fact), box, (one, other) -> one.and(other, fact)));
        return List.copyOf(joined.values());
    }

    /** Of many boxes some may stay that others contain: to compare each with each would take too long. */
    private static List<Box> withoutContained(List<Box> boxes) {
        if (boxes.size() > FEW) {
            return boxes;
        }
        var left = new ArrayList<Box>();
        for (Box box : boxes) {
            if (left.stream().noneMatch(other -> other.contains(box))) {
                left.removeIf(box::contains);
                left.add(box);
            }
        }
        return left;
    }
}
