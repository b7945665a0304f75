package dev.hatcheck.cli.picture;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Addresses of one IP version as a strip: all of them on a scale, and below it, magnified, those of which there is
 * something to say.
 */
record Strip(Version version, List<Cell> cells) implements Drawing {
    private static final int LEFT = Layout.MARGIN;
    private static final int AXIS = 16;
    private static final int TRACK = 10;
    private static final int ZOOM = 20;
    private static final int CELL = 34;
    private static final int LINE = 14;
    private static final int SPACE = 14;
    private static final int GAP = 8;
    private static final int NARROWEST = 14;
    private static final int SPARE = 40;
    private static final int TICKS = 8;

    /** How many columns a cell can have. */
    static final int MOST_COLUMNS = (Layout.ROOM / 8 - GAP) / NARROWEST;

    /** A version of IP, and how many cells of its addresses stand beside each other. */
    enum Version {
        V4("IPv4", 8, 5),
        V6("IPv6", 5, 4);

        private final String words;
        private final int columns;
        private final int rows;

        Version(String words, int columns, int rows) {
            this.words = words;
            this.columns = columns;
            this.rows = rows;
        }

        static Version of(IpAddress address) {
            return address.isV4() ? V4 : V6;
        }

        /** Its name. */
        String words() {
            return words;
        }

        /** How many cells there may be. */
        int most() {
            return columns * rows;
        }

        /** The place of an address among all, from 0 to 1. */
        private double place(IpAddress address) {
            return switch (this) {
                case V4 -> (address.low() & 0xffff_ffffL) / 0x1p32;
                case V6 -> (address.high() >>> 1) / 0x1p63;
            };
        }

        private String tick(int eighth) {
            return switch (this) {
                case V4 -> eighth * 32 + ".0.0.0";
                case V6 -> eighth == 0 ? "::" : Integer.toHexString(eighth * 2) + "000::";
            };
        }
    }

    Strip {
        cells = List.copyOf(cells);
    }

    @Override
    public int height() {
        return AXIS + IntStream.range(0, rows()).map(this::height).sum();
    }

    private int rows() {
        return (cells.size() + version.columns - 1) / version.columns;
    }

    private List<Cell> row(int row) {
        int from = row * version.columns;
        return cells.subList(from, Math.min(cells.size(), from + version.columns));
    }

    private int height(int row) {
        int lines = row(row).stream()
                .mapToInt(cell -> cell.label(pitch()).size() + (cell.note().isEmpty() ? 0 : 1))
                .max()
                .orElse(0);
        return TRACK + ZOOM + CELL + LINE * lines + SPACE;
    }

    private int pitch() {
        return Layout.ROOM / version.columns;
    }

    @Override
    public void draw(Svg svg, int top) {
        for (int tick = 0; tick < TICKS; tick++) {
            svg.text(Lettering.SMALL, "faint", LEFT + Layout.ROOM * tick / TICKS, top + 10, version.tick(tick));
        }
        int y = top + AXIS;
        for (int row = 0; row < rows(); row++) {
            row(svg, row, y);
            y += height(row);
        }
    }

    private void row(Svg svg, int row, int top) {
        svg.box("track", LEFT, top, Layout.ROOM, TRACK, 0);
        for (int tick = 1; tick < TICKS; tick++) {
            int x = LEFT + Layout.ROOM * tick / TICKS;
            svg.path("tick", "M" + x + " " + top + "v" + TRACK);
        }
        List<Cell> shown = row(row);
        int[] lefts = lefts(shown);
        for (int i = 0; i < shown.size(); i++) {
            Cell cell = shown.get(i);
            int x = lefts[i];
            svg.group(cell.tip(), () -> cell(svg, cell, x, top));
            if (i > 0 && x == lefts[i - 1] + pitch() && !isNext(shown.get(i - 1).range(), cell.range())) {
                svg.path("gap", "M" + (x - GAP / 2) + " " + (top + TRACK + ZOOM + CELL / 2 - 4) + "v9");
            }
        }
    }

    /** Where cells begin: each below its place on the scale, as far as its neighbours leave room for it. */
    private int[] lefts(List<Cell> shown) {
        int[] lefts = new int[shown.size()];
        int free = LEFT;
        for (int i = 0; i < lefts.length; i++) {
            int wanted = LEFT + (int) (version.place(shown.get(i).range().first()) * Layout.ROOM) - pitch() / 2;
            lefts[i] = Math.max(free, wanted);
            free = lefts[i] + pitch();
        }
        int end = LEFT + Layout.ROOM + GAP;
        for (int i = lefts.length - 1; i >= 0; i--) {
            lefts[i] = Math.min(lefts[i], end - pitch());
            end = lefts[i];
        }
        return lefts;
    }

    private static boolean isNext(IpRange one, IpRange other) {
        return one.last().low() + 1 == other.first().low()
                && one.last().high() + (other.first().low() == 0 ? 1 : 0)
                        == other.first().high();
    }

    private void cell(Svg svg, Cell cell, int x, int top) {
        int width = pitch() - GAP;
        int y = top + TRACK + ZOOM;
        int from = LEFT + (int) (version.place(cell.range().first()) * Layout.ROOM);
        int to = Math.max(
                from + 2, LEFT + (int) Math.ceil(version.place(cell.range().last()) * Layout.ROOM));
        svg.path(
                "zoom",
                "M" + from + " " + (top + TRACK) + "L" + x + " " + y + "h" + width + "L" + to + " " + (top + TRACK)
                        + "z");
        svg.box("place", from, top, to - from, TRACK, 0);
        columns(svg, cell, x, y, width);
        svg.box(cell.isFolded() ? "edge folded" : "edge", x, y, width, CELL, 3);
        int foot = y + CELL + LINE - 1;
        for (String line : cell.label(pitch())) {
            svg.text(Lettering.LABEL, "mid", x + width / 2, foot, Lettering.LABEL.fit(line, pitch()));
            foot += LINE;
        }
        if (!cell.note().isEmpty()) {
            svg.text(Lettering.SMALL, "mid faint", x + width / 2, foot, Lettering.SMALL.fit(cell.note(), pitch()));
        }
    }

    private static void columns(Svg svg, Cell cell, int x, int y, int width) {
        int shares = cell.columns().stream().mapToInt(Cell.Column::share).sum();
        int free = width - NARROWEST * cell.columns().size();
        int left = x;
        int passed = 0;
        for (int i = 0; i < cell.columns().size(); i++) {
            Cell.Column column = cell.columns().get(i);
            passed += column.share();
            int right = x + NARROWEST * (i + 1) + (int) ((long) free * passed / shares);
            half(svg, column.upper(), Lettering.CODE, column.head(), left, y, right - left);
            half(svg, column.lower(), Lettering.SMALL, column.foot(), left, y + CELL / 2, right - left);
            left = right;
        }
    }

    private static void half(Svg svg, Tone tone, Lettering lettering, String words, int x, int y, int width) {
        svg.box(tone.look() + " flat", x, y, width, CELL / 2, 0);
        if (width >= SPARE
                || lettering.width(words) + 6 <= width) { // of a word that is cut to a letter nothing is left
            svg.text(lettering, "mid", x + width / 2, y + 13, lettering.fit(words, width - 2));
        }
    }
}
