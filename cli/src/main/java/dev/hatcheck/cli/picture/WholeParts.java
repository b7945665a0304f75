package dev.hatcheck.cli.picture;

import java.util.ArrayList;
import java.util.List;

/** Words in parts, laid out in few lines: what there is no room for is counted, and no part is cut beside another. */
final class WholeParts {
    private static final int MOST = 4;
    private static final String CUT = "\u2026";

    private WholeParts() {}

    /**
     * The lines, of which a part begins a new one if there is no room for it behind the last.
     *
     * @param more what is counted, as in {@code more conditions}
     */
    static List<String> lines(List<String> parts, Lettering lettering, int room, String more) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            List<String> own = lettering.lines(part, room);
            if (lines.isEmpty()) {
                own.stream().limit(MOST).forEach(lines::add);
                if (own.size() > MOST) {
                    lines.set(MOST - 1, lettering.fit(lines.getLast() + " " + own.get(MOST), room));
                }
            } else if (lettering.width(lines.getLast() + " " + part) <= room) {
                lines.set(lines.size() - 1, lines.getLast() + " " + part);
            } else if (lines.size() + own.size() <= MOST) {
                lines.addAll(own);
            } else {
                lines.add(CUT + " " + (parts.size() - i) + " " + more);
                return lines;
            }
        }
        return lines;
    }
}
