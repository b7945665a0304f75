package dev.hatcheck.cli.picture;

import java.util.List;

/** What stands above a part of a picture: its name, and lines that say how to read it. */
record Heading(Lettering lettering, String name, List<String> lines) implements Drawing {
    private static final int NAME = 26;
    private static final int LINE = 17;
    private static final int SPACE = 8;

    Heading {
        lines = List.copyOf(lines);
    }

    @Override
    public int height() {
        return NAME + LINE * lines.size() + SPACE;
    }

    @Override
    public void draw(Svg svg, int top) {
        svg.text(lettering, "", Layout.MARGIN, top + 18, lettering.fit(name, Layout.ROOM));
        int foot = top + NAME + 12;
        for (String line : lines) {
            svg.text(Lettering.WORDS, "faint", Layout.MARGIN, foot, Lettering.WORDS.fit(line, Layout.ROOM));
            foot += LINE;
        }
    }
}
